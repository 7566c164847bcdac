-- purpose: findings, initiatives, monitors, alerts, cases, goals and reviews; breaking: no

-- A dated statement that can be computed again: window, definition, method, result and doubts.
create table finding (
  workspace_id uuid not null,
  id uuid not null,
  kind text not null,
  run_id text not null,
  specification jsonb not null,
  result jsonb not null,
  computed_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id) references workspace (workspace_id)
);
create index finding_kind on finding (workspace_id, kind, computed_at);
alter table finding enable row level security;
alter table finding force row level security;
create policy workspace_only on finding
  using (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]))
  with check (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]));
grant select, insert, update, delete on finding to candor_app;

-- An improvement with its owner, cost and expected effect, to be proven afterwards.
create table initiative (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  owner_id uuid,
  touchpoint_id uuid,
  finding_id uuid,
  starts_on date,
  ends_on date,
  currency text check (currency ~ '^[A-Z]{3}$'),
  cost_low bigint,
  cost_likely bigint,
  cost_high bigint,
  expected jsonb not null default '{}',
  state text not null check (state in ('planned', 'running', 'done', 'stopped')),
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  foreign key (workspace_id) references workspace (workspace_id),
  foreign key (owner_id) references "user" (id),
  foreign key (workspace_id, touchpoint_id) references touchpoint (workspace_id, id),
  foreign key (workspace_id, finding_id) references finding (workspace_id, id)
);
alter table initiative enable row level security;
alter table initiative force row level security;
create policy workspace_only on initiative
  using (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]))
  with check (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]));
grant select, insert, update, delete on initiative to candor_app;

-- A watch over one metric with its rate of false alarms, and where its evidence stands.
create table monitor (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  specification jsonb not null,
  state jsonb not null default '{}',
  disabled_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  foreign key (workspace_id) references workspace (workspace_id)
);
alter table monitor enable row level security;
alter table monitor force row level security;
create policy workspace_only on monitor
  using (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]))
  with check (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]));
grant select, insert, update, delete on monitor to candor_app;

-- The signal of a monitor or of a rule over one answer.
create table alert (
  workspace_id uuid not null,
  id uuid not null,
  monitor_id uuid,
  response_id uuid,
  kind text not null,
  detail jsonb not null default '{}',
  raised_at timestamptz not null,
  acknowledged_at timestamptz,
  acknowledged_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id) references workspace (workspace_id),
  foreign key (workspace_id, monitor_id) references monitor (workspace_id, id),
  foreign key (workspace_id, response_id) references response (workspace_id, id) on delete cascade,
  foreign key (acknowledged_by) references "user" (id)
);
create index alert_time on alert (workspace_id, raised_at);
alter table alert enable row level security;
alter table alert force row level security;
create policy workspace_only on alert
  using (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]))
  with check (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]));
grant select, insert, update, delete on alert to candor_app;

-- The follow-up with one respondent, within a promised time.
create table "case" (
  workspace_id uuid not null,
  id uuid not null,
  alert_id uuid,
  response_id uuid,
  account_id uuid,
  contact_id uuid,
  owner_id uuid,
  state text not null check (state in ('open', 'contacted', 'solved', 'closed')),
  promised_by timestamptz,
  first_contact_at timestamptz,
  closed_at timestamptz,
  history jsonb not null default '[]',
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  foreign key (workspace_id) references workspace (workspace_id),
  foreign key (workspace_id, alert_id) references alert (workspace_id, id),
  foreign key (workspace_id, response_id) references response (workspace_id, id),
  foreign key (workspace_id, account_id) references account (workspace_id, id),
  foreign key (workspace_id, contact_id) references contact (workspace_id, id),
  foreign key (owner_id) references "user" (id)
);
alter table "case" enable row level security;
alter table "case" force row level security;
create policy workspace_only on "case"
  using (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]))
  with check (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]));
grant select, insert, update, delete on "case" to candor_app;

-- What is aimed at, and from which proven baseline.
create table goal (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  metric text not null,
  specification jsonb not null,
  target jsonb not null,
  due_on date,
  owner_id uuid,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  foreign key (workspace_id) references workspace (workspace_id),
  foreign key (owner_id) references "user" (id)
);
alter table goal enable row level security;
alter table goal force row level security;
create policy workspace_only on goal
  using (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]))
  with check (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]));
grant select, insert, update, delete on goal to candor_app;

-- A meeting over the findings, and what it decided.
create table review (
  workspace_id uuid not null,
  id uuid not null,
  held_on date not null,
  pack jsonb not null default '{}',
  decisions jsonb not null default '[]',
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  foreign key (workspace_id) references workspace (workspace_id)
);
alter table review enable row level security;
alter table review force row level security;
create policy workspace_only on review
  using (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]))
  with check (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]));
grant select, insert, update, delete on review to candor_app;
