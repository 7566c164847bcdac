-- purpose: sessions, invitations of members, and the attempts that limit sign-in; breaking: no

-- A signed-in browser. Only the hash of its token is kept. Above the workspaces, as the person is.
create table session (
  id uuid primary key,
  token_hash bytea not null unique,
  user_id uuid not null references "user" (id) on delete cascade,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  ended_by text check (ended_by in ('sign-out', 'sign-out-everywhere', 'password', 'disabled')),
  check ((ended_at is null) = (ended_by is null))
);
create index session_of_user on session (user_id) where ended_at is null;
create index session_expiry on session (expires_at);
grant select, insert, update, delete on session to candor_app;

-- One attempt to sign in, counted by account and by address: subject is the hash of one of them, so no e-mail address
-- stands here. It outlives a restart, or a restart would give an attacker new attempts.
create table sign_in_attempt (
  id uuid primary key,
  subject bytea not null,
  attempted_at timestamptz not null
);
create index sign_in_attempt_subject on sign_in_attempt (subject, attempted_at);
create index sign_in_attempt_time on sign_in_attempt (attempted_at);
grant select, insert, delete on sign_in_attempt to candor_app;

-- The offer to become a member. Its link carries the workspace and a secret, of which only the hash is kept.
create table member_invitation (
  workspace_id uuid not null,
  id uuid not null,
  secret_hash bytea not null,
  email text not null,
  role text not null check (role in ('owner', 'analyst', 'manager', 'agent', 'viewer')),
  invited_by uuid,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, secret_hash),
  foreign key (workspace_id) references workspace (workspace_id),
  foreign key (invited_by) references "user" (id)
);
alter table member_invitation enable row level security;
alter table member_invitation force row level security;
create policy workspace_only on member_invitation
  using (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]))
  with check (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]));
grant select, insert, update, delete on member_invitation to candor_app;
