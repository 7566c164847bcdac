-- purpose: surveys, encounters, invitations, responses and answers; breaking: no

-- Touchpoints in the order of a goal of the customer.
create table journey (
  workspace_id uuid not null,
  id uuid not null,
  key text not null,
  name text not null,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  unique (workspace_id, key),
  foreign key (workspace_id) references workspace (workspace_id)
);
alter table journey enable row level security;
alter table journey force row level security;
create policy workspace_only on journey
  using (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]))
  with check (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]));
grant select, insert, update, delete on journey to candor_app;

-- A kind of contact with the customer.
create table touchpoint (
  workspace_id uuid not null,
  id uuid not null,
  key text not null,
  name text not null,
  journey_id uuid,
  position int,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  unique (workspace_id, key),
  foreign key (workspace_id) references workspace (workspace_id),
  foreign key (workspace_id, journey_id) references journey (workspace_id, id)
);
alter table touchpoint enable row level security;
alter table touchpoint force row level security;
create policy workspace_only on touchpoint
  using (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]))
  with check (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]));
grant select, insert, update, delete on touchpoint to candor_app;
create policy bi_of_one_workspace on touchpoint as restrictive for select to candor_bi
  using (replace(workspace_id::text, '-', '') = any (array[substr(session_user::text, 11)]));
grant select (workspace_id, id, key, name, journey_id, position) on touchpoint to candor_bi;

-- What is asked, over all its versions. The two levels are never pooled.
create table survey (
  workspace_id uuid not null,
  id uuid not null,
  key text not null,
  name text not null,
  level text not null check (level in ('encounter', 'relationship')),
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  unique (workspace_id, key),
  foreign key (workspace_id) references workspace (workspace_id)
);
alter table survey enable row level security;
alter table survey force row level security;
create policy workspace_only on survey
  using (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]))
  with check (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]));
grant select, insert, update, delete on survey to candor_app;
create policy bi_of_one_workspace on survey as restrictive for select to candor_bi
  using (replace(workspace_id::text, '-', '') = any (array[substr(session_user::text, 11)]));
grant select (workspace_id, id, key, name, level) on survey to candor_bi;

-- One wording of a survey. Never changed once published.
create table survey_version (
  workspace_id uuid not null,
  id uuid not null,
  survey_id uuid not null,
  number int not null check (number >= 1),
  content jsonb not null,
  published_at timestamptz,
  retired_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  unique (workspace_id, survey_id, number),
  foreign key (workspace_id) references workspace (workspace_id),
  foreign key (workspace_id, survey_id) references survey (workspace_id, id)
);
alter table survey_version enable row level security;
alter table survey_version force row level security;
create policy workspace_only on survey_version
  using (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]))
  with check (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]));
grant select, insert, update, delete on survey_version to candor_app;
create policy bi_of_one_workspace on survey_version as restrictive for select to candor_bi
  using (replace(workspace_id::text, '-', '') = any (array[substr(session_user::text, 11)]));
grant select (workspace_id, id, survey_id, number, published_at) on survey_version to candor_bi;

-- What a metric is, by version: a change of definition is a break and never a silent rewrite.
create table metric_definition (
  workspace_id uuid not null,
  id uuid not null,
  key text not null,
  version int not null check (version >= 1),
  definition jsonb not null,
  valid_from timestamptz not null,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  unique (workspace_id, key, version),
  foreign key (workspace_id) references workspace (workspace_id)
);
alter table metric_definition enable row level security;
alter table metric_definition force row level security;
create policy workspace_only on metric_definition
  using (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]))
  with check (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]));
grant select, insert, update, delete on metric_definition to candor_app;

-- One question of one survey version; its key stays the same over the versions.
create table question (
  workspace_id uuid not null,
  id uuid not null,
  survey_version_id uuid not null,
  key text not null,
  position int not null,
  kind text not null,
  metric text,
  texts jsonb not null,
  scale_minimum int,
  scale_points smallint check (scale_points between 2 and 101),
  primary key (workspace_id, id),
  unique (workspace_id, survey_version_id, key),
  foreign key (workspace_id) references workspace (workspace_id),
  foreign key (workspace_id, survey_version_id) references survey_version (workspace_id, id)
);
alter table question enable row level security;
alter table question force row level security;
create policy workspace_only on question
  using (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]))
  with check (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]));
grant select, insert, update, delete on question to candor_app;
create policy bi_of_one_workspace on question as restrictive for select to candor_bi
  using (replace(workspace_id::text, '-', '') = any (array[substr(session_user::text, 11)]));
grant select (workspace_id, id, survey_version_id, key, position, kind, metric, scale_minimum, scale_points) on question to candor_bi;

-- A standing measurement: whom it asks what, when, and by which rules.
create table programme (
  workspace_id uuid not null,
  id uuid not null,
  key text not null,
  name text not null,
  level text not null check (level in ('encounter', 'relationship')),
  survey_id uuid not null,
  touchpoint_id uuid,
  rules jsonb not null default '{}',
  state text not null check (state in ('draft', 'running', 'paused', 'ended')),
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  unique (workspace_id, key),
  foreign key (workspace_id) references workspace (workspace_id),
  foreign key (workspace_id, survey_id) references survey (workspace_id, id),
  foreign key (workspace_id, touchpoint_id) references touchpoint (workspace_id, id)
);
alter table programme enable row level security;
alter table programme force row level security;
create policy workspace_only on programme
  using (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]))
  with check (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]));
grant select, insert, update, delete on programme to candor_app;

-- One fielding period of a programme.
create table wave (
  workspace_id uuid not null,
  id uuid not null,
  programme_id uuid not null,
  number int not null check (number >= 1),
  opens_at timestamptz not null,
  closes_at timestamptz,
  population int,
  primary key (workspace_id, id),
  unique (workspace_id, programme_id, number),
  foreign key (workspace_id) references workspace (workspace_id),
  foreign key (workspace_id, programme_id) references programme (workspace_id, id)
);
alter table wave enable row level security;
alter table wave force row level security;
create policy workspace_only on wave
  using (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]))
  with check (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]));
grant select, insert, update, delete on wave to candor_app;

-- One dated contact with the customer, told by a system behind.
create table encounter (
  workspace_id uuid not null,
  id uuid not null,
  touchpoint_id uuid not null,
  account_id uuid,
  contact_id uuid,
  org_unit_id uuid,
  source text not null,
  external_id text not null,
  occurred_at timestamptz not null,
  attributes jsonb not null default '{}',
  import_id uuid,
  primary key (workspace_id, id),
  unique (workspace_id, source, external_id),
  foreign key (workspace_id) references workspace (workspace_id),
  foreign key (workspace_id, touchpoint_id) references touchpoint (workspace_id, id),
  foreign key (workspace_id, account_id) references account (workspace_id, id),
  foreign key (workspace_id, contact_id) references contact (workspace_id, id),
  foreign key (workspace_id, org_unit_id) references org_unit (workspace_id, id),
  foreign key (workspace_id, import_id) references import (workspace_id, id)
);
create index encounter_time on encounter (workspace_id, touchpoint_id, occurred_at);
alter table encounter enable row level security;
alter table encounter force row level security;
create policy workspace_only on encounter
  using (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]))
  with check (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]));
grant select, insert, update, delete on encounter to candor_app;

-- One ask to one person, also one that a rule refused: the reason is kept and counted.
create table invitation (
  workspace_id uuid not null,
  id uuid not null,
  programme_id uuid not null,
  wave_id uuid,
  encounter_id uuid,
  survey_version_id uuid,
  contact_id uuid,
  account_id uuid,
  channel text not null,
  token_hash bytea,
  state text not null check (state in ('planned', 'refused', 'sent', 'opened', 'completed', 'expired', 'opted-out', 'bounced')),
  refused_reason text,
  planned_at timestamptz not null,
  sent_at timestamptz,
  completed_at timestamptz,
  expires_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  unique (workspace_id, token_hash),
  check ((state = 'refused') = (refused_reason is not null)),
  foreign key (workspace_id) references workspace (workspace_id),
  foreign key (workspace_id, programme_id) references programme (workspace_id, id),
  foreign key (workspace_id, wave_id) references wave (workspace_id, id),
  foreign key (workspace_id, encounter_id) references encounter (workspace_id, id),
  foreign key (workspace_id, survey_version_id) references survey_version (workspace_id, id),
  foreign key (workspace_id, contact_id) references contact (workspace_id, id),
  foreign key (workspace_id, account_id) references account (workspace_id, id)
);
-- The contact rules look back over the asks to a person.
create index invitation_contact on invitation (workspace_id, contact_id, planned_at);
create index invitation_due on invitation (workspace_id, planned_at) where state = 'planned';
alter table invitation enable row level security;
alter table invitation force row level security;
create policy workspace_only on invitation
  using (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]))
  with check (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]));
grant select, insert, update, delete on invitation to candor_app;

-- One message of an invitation as handed to a channel.
create table message (
  workspace_id uuid not null,
  id uuid not null,
  invitation_id uuid not null,
  kind text not null check (kind in ('invitation', 'reminder')),
  number int not null,
  channel text not null,
  state text not null check (state in ('planned', 'handing-over', 'sent', 'uncertain', 'bounced', 'failed')),
  provider_id text,
  detail jsonb not null default '{}',
  planned_at timestamptz not null,
  sent_at timestamptz,
  primary key (workspace_id, id),
  -- An invitation is never sent twice.
  unique (workspace_id, invitation_id, kind, number),
  foreign key (workspace_id) references workspace (workspace_id),
  foreign key (workspace_id, invitation_id) references invitation (workspace_id, id) on delete cascade
);
alter table message enable row level security;
alter table message force row level security;
create policy workspace_only on message
  using (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]))
  with check (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]));
grant select, insert, update, delete on message to candor_app;

-- What is to leave the house, written in the transaction that decides it. Found by the sweeper also without its job.
create table outbox (
  workspace_id uuid not null,
  id uuid not null,
  kind text not null,
  payload jsonb not null,
  state text not null check (state in ('waiting', 'claimed', 'handing-over', 'sent', 'uncertain', 'failed')),
  attempts int not null default 0,
  due_at timestamptz not null,
  done_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  foreign key (workspace_id) references workspace (workspace_id)
);
create index outbox_waiting on outbox (workspace_id, due_at) where state = 'waiting';
alter table outbox enable row level security;
alter table outbox force row level security;
create policy workspace_only on outbox
  using (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]))
  with check (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]));
grant select, insert, update, delete on outbox to candor_app;

-- What came back from one person at one time. The dimensions are those of that time, and day is cut in the zone of
-- the workspace when it is written.
create table response (
  workspace_id uuid not null,
  id uuid not null,
  source text not null,
  external_id text,
  survey_version_id uuid not null,
  invitation_id uuid,
  encounter_id uuid,
  touchpoint_id uuid,
  account_id uuid,
  contact_id uuid,
  org_unit_id uuid,
  segment text not null default '',
  respondent_role text not null default '',
  channel text not null default '',
  responded_at timestamptz not null,
  recorded_at timestamptz not null,
  day date not null,
  completed boolean not null,
  erased_at timestamptz,
  import_id uuid,
  primary key (workspace_id, id),
  unique (workspace_id, source, external_id),
  foreign key (workspace_id) references workspace (workspace_id),
  foreign key (workspace_id, survey_version_id) references survey_version (workspace_id, id),
  foreign key (workspace_id, invitation_id) references invitation (workspace_id, id),
  foreign key (workspace_id, encounter_id) references encounter (workspace_id, id),
  foreign key (workspace_id, touchpoint_id) references touchpoint (workspace_id, id),
  foreign key (workspace_id, account_id) references account (workspace_id, id),
  foreign key (workspace_id, contact_id) references contact (workspace_id, id),
  foreign key (workspace_id, org_unit_id) references org_unit (workspace_id, id),
  foreign key (workspace_id, import_id) references import (workspace_id, id)
);
create index response_time on response (workspace_id, responded_at);
create index response_account on response (workspace_id, account_id) where account_id is not null;
create index response_contact on response (workspace_id, contact_id) where contact_id is not null;
create index response_import on response (workspace_id, import_id) where import_id is not null;
alter table response enable row level security;
alter table response force row level security;
create policy workspace_only on response
  using (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]))
  with check (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]));
grant select, insert, update, delete on response to candor_app;
create policy bi_of_one_workspace on response as restrictive for select to candor_bi
  using (replace(workspace_id::text, '-', '') = any (array[substr(session_user::text, 11)]));
grant select (workspace_id, id, source, survey_version_id, touchpoint_id, account_id, org_unit_id, segment, respondent_role, channel, responded_at, day, completed) on response to candor_bi;

-- The reply to one question: a point of its scale, counted from 1 (the score is scale_minimum + point - 1), or words.
create table answer (
  workspace_id uuid not null,
  id uuid not null,
  response_id uuid not null,
  question_id uuid not null,
  point smallint check (point >= 1),
  words text,
  primary key (workspace_id, id),
  unique (workspace_id, response_id, question_id),
  foreign key (workspace_id) references workspace (workspace_id),
  foreign key (workspace_id, response_id) references response (workspace_id, id) on delete cascade,
  foreign key (workspace_id, question_id) references question (workspace_id, id)
);
alter table answer enable row level security;
alter table answer force row level security;
create policy workspace_only on answer
  using (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]))
  with check (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]));
grant select, insert, update, delete on answer to candor_app;
create policy bi_of_one_workspace on answer as restrictive for select to candor_bi
  using (replace(workspace_id::text, '-', '') = any (array[substr(session_user::text, 11)]));
grant select (workspace_id, id, response_id, question_id, point) on answer to candor_bi;
