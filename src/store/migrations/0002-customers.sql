-- purpose: accounts, contacts, outcomes, and the imports that bring them; breaking: no

-- One file taken in. Undoing it takes its rows away and leaves later ones as they are.
create table import (
  workspace_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('answers', 'accounts', 'contacts', 'outcomes', 'service-kpis')),
  file_name text not null,
  file_hash bytea not null,
  mapping jsonb not null,
  state text not null check (state in ('running', 'done', 'failed', 'undone')),
  rows_read int not null default 0,
  rows_used int not null default 0,
  rows_rejected int not null default 0,
  report jsonb not null default '{}',
  imported_by uuid,
  started_at timestamptz not null,
  finished_at timestamptz,
  undone_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id) references workspace (workspace_id),
  foreign key (imported_by) references "user" (id)
);
create index import_file on import (workspace_id, file_hash);
alter table import enable row level security;
alter table import force row level security;
create policy workspace_only on import
  using (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]))
  with check (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]));
grant select, insert, update, delete on import to candor_app;

-- The customer, an organisation or a household, that buys and can leave. Money in minor units.
create table account (
  workspace_id uuid not null,
  id uuid not null,
  external_id text,
  parent_id uuid,
  name text not null,
  segment text not null default '',
  attributes jsonb not null default '{}',
  currency text check (currency ~ '^[A-Z]{3}$'),
  revenue bigint,
  margin bigint,
  contract_from date,
  renewal_on date,
  left_at timestamptz,
  leave_reason text,
  import_id uuid,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  unique (workspace_id, external_id),
  foreign key (workspace_id) references workspace (workspace_id),
  foreign key (workspace_id, parent_id) references account (workspace_id, id),
  foreign key (workspace_id, import_id) references import (workspace_id, id)
);
alter table account enable row level security;
alter table account force row level security;
create policy workspace_only on account
  using (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]))
  with check (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]));
grant select, insert, update, delete on account to candor_app;
create policy bi_of_one_workspace on account as restrictive for select to candor_bi
  using (replace(workspace_id::text, '-', '') = any (array[substr(session_user::text, 11)]));
grant select (workspace_id, id, external_id, parent_id, name, segment, currency, revenue, margin, contract_from, renewal_on, left_at, leave_reason) on account to candor_bi;

-- A person at an account who can be asked. Not readable for bi.
create table contact (
  workspace_id uuid not null,
  id uuid not null,
  external_id text,
  name text,
  email text,
  phone text,
  language text,
  opted_out_at timestamptz,
  erased_at timestamptz,
  import_id uuid,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  unique (workspace_id, external_id),
  foreign key (workspace_id) references workspace (workspace_id),
  foreign key (workspace_id, import_id) references import (workspace_id, id)
);
create index contact_email on contact (workspace_id, lower(email));
alter table contact enable row level security;
alter table contact force row level security;
create policy workspace_only on contact
  using (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]))
  with check (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]));
grant select, insert, update, delete on contact to candor_app;

-- Why the view of a person counts for an account, and when.
create table contact_role (
  workspace_id uuid not null,
  id uuid not null,
  contact_id uuid not null,
  account_id uuid not null,
  role text not null check (role in ('contact-person', 'payer', 'end-user', 'decision-maker')),
  valid_from date,
  valid_to date,
  primary key (workspace_id, id),
  unique nulls not distinct (workspace_id, contact_id, account_id, role, valid_from),
  foreign key (workspace_id) references workspace (workspace_id),
  foreign key (workspace_id, contact_id) references contact (workspace_id, id) on delete cascade,
  foreign key (workspace_id, account_id) references account (workspace_id, id) on delete cascade
);
create index contact_role_account on contact_role (workspace_id, account_id);
alter table contact_role enable row level security;
alter table contact_role force row level security;
create policy workspace_only on contact_role
  using (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]))
  with check (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]));
grant select, insert, update, delete on contact_role to candor_app;

-- What an account did at a time: revenue, margin, orders, exits. Whole units as the kind says.
create table outcome_fact (
  workspace_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  kind text not null,
  occurred_at timestamptz not null,
  value bigint not null,
  source text not null default '',
  external_id text,
  import_id uuid,
  primary key (workspace_id, id),
  unique (workspace_id, source, external_id),
  foreign key (workspace_id) references workspace (workspace_id),
  foreign key (workspace_id, account_id) references account (workspace_id, id),
  foreign key (workspace_id, import_id) references import (workspace_id, id)
);
create index outcome_fact_account on outcome_fact (workspace_id, account_id, kind, occurred_at);
alter table outcome_fact enable row level security;
alter table outcome_fact force row level security;
create policy workspace_only on outcome_fact
  using (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]))
  with check (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]));
grant select, insert, update, delete on outcome_fact to candor_app;

-- A service figure of an org unit in a period, as the two counts it is the ratio of.
create table kpi_fact (
  workspace_id uuid not null,
  id uuid not null,
  org_unit_id uuid not null,
  kpi text not null,
  period_from date not null,
  period_to date not null,
  numerator bigint not null,
  denominator bigint not null,
  import_id uuid,
  primary key (workspace_id, id),
  unique (workspace_id, org_unit_id, kpi, period_from, period_to),
  check (period_from < period_to),
  foreign key (workspace_id) references workspace (workspace_id),
  foreign key (workspace_id, org_unit_id) references org_unit (workspace_id, id),
  foreign key (workspace_id, import_id) references import (workspace_id, id)
);
alter table kpi_fact enable row level security;
alter table kpi_fact force row level security;
create policy workspace_only on kpi_fact
  using (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]))
  with check (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]));
grant select, insert, update, delete on kpi_fact to candor_app;
