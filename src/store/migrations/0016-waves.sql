-- purpose: waves that are drawn, asked and closed; draws of incentives; breaking: no

alter table wave add column created_at timestamptz not null default now();
-- Which of the draws counts: of two workers that draw at once the first to end is kept.
alter table wave add column draw_id uuid;
-- What the draw expects to reach, and what it was reckoned with.
alter table wave add column sample jsonb not null default '{}';
-- When the last of those drawn was decided about, when it was closed, and when nothing of it was open any more.
alter table wave add column planned_at timestamptz;
alter table wave add column closed_at timestamptz;
alter table wave add column settled_at timestamptz;

-- The accounts that a wave stands for, as they were when it was drawn: its result is measured against them.
create table wave_account (
  workspace_id uuid not null,
  id uuid not null,
  wave_id uuid not null,
  draw_id uuid not null,
  account_id uuid not null,
  segment text not null default '',
  revenue bigint,
  has_fresh_voice boolean not null,
  is_drawn boolean not null,
  -- Why no payer or decision maker of it can be heard.
  silence text,
  primary key (workspace_id, id),
  unique (workspace_id, draw_id, account_id),
  foreign key (workspace_id) references workspace (workspace_id),
  foreign key (workspace_id, wave_id) references wave (workspace_id, id) on delete cascade,
  foreign key (workspace_id, account_id) references account (workspace_id, id) on delete cascade
);
create index wave_account_wave on wave_account (workspace_id, wave_id, draw_id, id);
alter table wave_account enable row level security;
alter table wave_account force row level security;
create policy workspace_only on wave_account
  using (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]))
  with check (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]));
grant select, insert, update, delete on wave_account to candor_app;

-- The persons that a wave asks, each with the probability of his being drawn. The invitation has the same id.
create table wave_member (
  workspace_id uuid not null,
  id uuid not null,
  wave_id uuid not null,
  draw_id uuid not null,
  account_id uuid not null,
  contact_id uuid not null,
  is_deciding boolean not null,
  probability double precision not null check (probability > 0 and probability <= 1),
  decided_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, draw_id, account_id, contact_id),
  foreign key (workspace_id) references workspace (workspace_id),
  foreign key (workspace_id, wave_id) references wave (workspace_id, id) on delete cascade,
  foreign key (workspace_id, account_id) references account (workspace_id, id) on delete cascade,
  foreign key (workspace_id, contact_id) references contact (workspace_id, id) on delete cascade
);
create index wave_member_waiting on wave_member (workspace_id, wave_id, draw_id, id) where decided_at is null;
create index wave_member_wave on wave_member (workspace_id, wave_id, draw_id, account_id);
alter table wave_member enable row level security;
alter table wave_member force row level security;
create policy workspace_only on wave_member
  using (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]))
  with check (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]));
grant select, insert, update, delete on wave_member to candor_app;

-- A wave asks a person once, whoever plans it. One who belongs to two of its accounts is kept as refused the second time.
drop index invitation_once_wave;
create unique index invitation_once_wave on invitation (workspace_id, wave_id, contact_id)
  where wave_id is not null and state <> 'refused' and import_id is null;
create index invitation_wave on invitation (workspace_id, wave_id, state, id) where wave_id is not null;

-- A draw among those who answered. Entries are tickets that no answer refers to; the list is fixed, and told by its hash,
-- before the public seed is.
create table incentive_draw (
  workspace_id uuid not null,
  id uuid not null,
  programme_id uuid not null,
  wave_id uuid,
  name text not null,
  winners int not null check (winners >= 1),
  entrants int not null,
  list_commitment text not null,
  made_at timestamptz not null,
  seed text,
  drawn_at timestamptz,
  primary key (workspace_id, id),
  check ((seed is null) = (drawn_at is null)),
  foreign key (workspace_id) references workspace (workspace_id),
  foreign key (workspace_id, programme_id) references programme (workspace_id, id),
  foreign key (workspace_id, wave_id) references wave (workspace_id, id)
);
create index incentive_draw_programme on incentive_draw (workspace_id, programme_id, made_at);
alter table incentive_draw enable row level security;
alter table incentive_draw force row level security;
create policy workspace_only on incentive_draw
  using (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]))
  with check (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]));
grant select, insert, update, delete on incentive_draw to candor_app;

create table draw_entry (
  workspace_id uuid not null,
  id uuid not null,
  draw_id uuid not null,
  ticket text not null,
  contact_id uuid not null,
  -- 1 for the first winner; null for whoever did not win.
  place int,
  primary key (workspace_id, id),
  unique (workspace_id, draw_id, ticket),
  unique (workspace_id, draw_id, contact_id),
  foreign key (workspace_id) references workspace (workspace_id),
  foreign key (workspace_id, draw_id) references incentive_draw (workspace_id, id) on delete cascade,
  foreign key (workspace_id, contact_id) references contact (workspace_id, id) on delete cascade
);
alter table draw_entry enable row level security;
alter table draw_entry force row level security;
create policy workspace_only on draw_entry
  using (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]))
  with check (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]));
grant select, insert, update, delete on draw_entry to candor_app;
