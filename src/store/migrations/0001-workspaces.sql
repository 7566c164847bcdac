-- purpose: workspaces, the people who work in them, and how a transaction enters one; breaking: no

-- Enters a workspace until the end of the transaction. A SET statement and not set_config: Citus carries only the
-- statement on to its workers. A function, because a bare SET takes no parameter.
create function enter(workspace uuid) returns void language plpgsql as $$
begin
  execute format('set local app.workspace_id = %L', workspace);
end
$$;

-- Adds two histograms point by point; a longer one wins the length. Immutable, as DO UPDATE SET on Citus needs it.
create function add_counts(a int[], b int[]) returns int[] language sql immutable parallel safe as $$
  select array_agg(coalesce(x, 0) + coalesce(y, 0) order by point)
  from unnest(a, b) with ordinality as pair (x, y, point)
$$;

-- People who sign in. One person may work in several workspaces, so this table stands above them (a reference table on
-- Citus) and holds nothing of any of them.
create table "user" (
  id uuid primary key,
  email text not null unique,
  name text not null,
  password_hash text not null,
  language text not null default 'en' check (language in ('en', 'fi', 'sv')),
  disabled_at timestamptz,
  created_at timestamptz not null default now()
);
grant select, insert, update, delete on "user" to candor_app;

-- Which workspaces there are: sign-in and the sweeper must find one before they can enter it. No other fact stands here.
create table workspace_directory (
  workspace_id uuid primary key,
  slug text not null unique,
  created_at timestamptz not null default now()
);
grant select, insert, update, delete on workspace_directory to candor_app;

-- Which workspaces a person may choose between at sign-in; what he may do there is said by membership.
create table user_workspace (
  user_id uuid not null references "user" (id) on delete cascade,
  workspace_id uuid not null references workspace_directory (workspace_id) on delete cascade,
  primary key (user_id, workspace_id)
);
grant select, insert, update, delete on user_workspace to candor_app;

-- The organisation that runs its programme here. Everything below belongs to exactly one.
create table workspace (
  workspace_id uuid not null,
  name text not null,
  time_zone text not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  language text not null default 'en' check (language in ('en', 'fi', 'sv')),
  small_group_floor int not null default 5 check (small_group_floor >= 1),
  settings jsonb not null default '{}',
  created_at timestamptz not null default now(),
  primary key (workspace_id)
);
alter table workspace enable row level security;
alter table workspace force row level security;
create policy workspace_only on workspace
  using (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]))
  with check (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]));
grant select, insert, update, delete on workspace to candor_app;

-- What a person may do in the workspace.
create table membership (
  workspace_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  role text not null check (role in ('owner', 'analyst', 'manager', 'agent', 'viewer')),
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  unique (workspace_id, user_id),
  foreign key (workspace_id) references workspace (workspace_id),
  foreign key (user_id) references "user" (id)
);
alter table membership enable row level security;
alter table membership force row level security;
create policy workspace_only on membership
  using (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]))
  with check (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]));
grant select, insert, update, delete on membership to candor_app;

-- A part of the organisation that serves customers.
create table org_unit (
  workspace_id uuid not null,
  id uuid not null,
  parent_id uuid,
  code text not null,
  name text not null,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  unique (workspace_id, code),
  foreign key (workspace_id) references workspace (workspace_id),
  foreign key (workspace_id, parent_id) references org_unit (workspace_id, id)
);
alter table org_unit enable row level security;
alter table org_unit force row level security;
create policy workspace_only on org_unit
  using (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]))
  with check (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]));
grant select, insert, update, delete on org_unit to candor_app;
create policy bi_of_one_workspace on org_unit as restrictive for select to candor_bi
  using (replace(workspace_id::text, '-', '') = any (array[substr(session_user::text, 11)]));
grant select (workspace_id, id, parent_id, code, name) on org_unit to candor_bi;

-- A key of a program. It carries its workspace (cnd_WORKSPACE_SECRET); only the hash of the secret is kept.
create table api_key (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  secret_hash bytea not null,
  scopes text[] not null,
  created_by uuid,
  expires_at timestamptz,
  revoked_at timestamptz,
  last_used_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  unique (workspace_id, secret_hash),
  foreign key (workspace_id) references workspace (workspace_id),
  foreign key (created_by) references "user" (id)
);
alter table api_key enable row level security;
alter table api_key force row level security;
create policy workspace_only on api_key
  using (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]))
  with check (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]));
grant select, insert, update, delete on api_key to candor_app;

-- Who did what. Never changed, so the application may not.
create table audit_log (
  workspace_id uuid not null,
  id uuid not null,
  user_id uuid,
  api_key_id uuid,
  action text not null,
  subject_kind text not null,
  subject_id uuid,
  detail jsonb not null default '{}',
  occurred_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id) references workspace (workspace_id),
  foreign key (user_id) references "user" (id),
  foreign key (workspace_id, api_key_id) references api_key (workspace_id, id)
);
create index audit_log_time on audit_log (workspace_id, occurred_at);
alter table audit_log enable row level security;
alter table audit_log force row level security;
create policy workspace_only on audit_log
  using (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]))
  with check (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]));
grant select, insert on audit_log to candor_app;

-- Where the workspace wants to be told of events.
create table webhook (
  workspace_id uuid not null,
  id uuid not null,
  url text not null,
  secret text not null,
  events text[] not null,
  disabled_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  foreign key (workspace_id) references workspace (workspace_id)
);
alter table webhook enable row level security;
alter table webhook force row level security;
create policy workspace_only on webhook
  using (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]))
  with check (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]));
grant select, insert, update, delete on webhook to candor_app;
