-- purpose: what asks by itself: events in, programmes, messages, links, partial answers, suppression; breaking: no

-- A short name of the workspace in links that respondents hold: rows are found only inside a workspace. The same after a
-- restore, or the links would be dead.
alter table workspace_directory add column code text
  generated always as (substr(md5(workspace_id::text), 1, 8)) stored;
create unique index workspace_directory_code on workspace_directory (code);

-- The draft of a survey is its version that was changed and is not published: one at most. Whoever saves says which saving he has seen,
-- so that two who write at once do not overwrite each other.
alter table survey_version add column revision int not null default 1;
alter table survey_version add column changed_at timestamptz;
create unique index survey_version_draft on survey_version (workspace_id, survey_id)
  where published_at is null and changed_at is not null;

-- What a system behind told, as it came. Acknowledged after the commit of this row; read by the planner afterwards.
create table event (
  workspace_id uuid not null,
  id uuid not null,
  source text not null,
  event_id text not null,
  type text not null,
  subject text,
  occurred_at timestamptz not null,
  received_at timestamptz not null,
  data jsonb not null,
  -- Content type, schema and extensions.
  context jsonb not null default '{}',
  state text not null check (state in ('waiting', 'done', 'refused')),
  refused_reason text,
  -- Which encounter it tells of, by the id of its source, and what it told, by our ids: an encounter is made of all that
  -- was told of it, in whatever order it came and however the mapping reads events by now.
  encounter_key text,
  told jsonb,
  encounter_id uuid,
  primary key (workspace_id, id),
  unique (workspace_id, source, event_id),
  check ((state = 'refused') = (refused_reason is not null)),
  foreign key (workspace_id) references workspace (workspace_id),
  foreign key (workspace_id, encounter_id) references encounter (workspace_id, id)
);
create index event_waiting on event (workspace_id, received_at, id) where state = 'waiting';
create index event_encounter on event (workspace_id, encounter_id) where encounter_id is not null;
create index event_time on event (workspace_id, received_at, id);
create index event_refused on event (workspace_id, received_at, id) where state = 'refused';
create index event_told on event (workspace_id, source, encounter_key) where told is not null;
alter table event enable row level security;
alter table event force row level security;
create policy workspace_only on event
  using (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]))
  with check (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]));
grant select, insert, update, delete on event to candor_app;

-- Where events are fetched from: a folder, an SFTP server, a database. The cursor says how far it was read.
create table event_source (
  workspace_id uuid not null,
  id uuid not null,
  key text not null,
  kind text not null check (kind in ('folder', 'sftp', 'postgresql')),
  settings jsonb not null,
  secret bytea,
  cursor jsonb not null default '{}',
  state text not null check (state in ('running', 'paused')),
  last_read_at timestamptz,
  last_error text,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  unique (workspace_id, key),
  foreign key (workspace_id) references workspace (workspace_id)
);
alter table event_source enable row level security;
alter table event_source force row level security;
create policy workspace_only on event_source
  using (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]))
  with check (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]));
grant select, insert, update, delete on event_source to candor_app;

-- One file of a source, known by the hash of its bytes, with what became of its rows.
create table event_file (
  workspace_id uuid not null,
  id uuid not null,
  source_id uuid not null,
  name text not null,
  file_hash bytea not null,
  rows_read int not null,
  rows_taken int not null,
  problems jsonb not null default '[]',
  read_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, source_id, file_hash),
  foreign key (workspace_id) references workspace (workspace_id),
  foreign key (workspace_id, source_id) references event_source (workspace_id, id) on delete cascade
);
alter table event_file enable row level security;
alter table event_file force row level security;
create policy workspace_only on event_file
  using (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]))
  with check (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]));
grant select, insert, update, delete on event_file to candor_app;

-- An encounter may still run, or be taken back; then nobody is asked about it.
alter table encounter add column state text not null default 'closed' check (state in ('open', 'closed', 'withdrawn'));
alter table encounter add column changed_at timestamptz;

-- How the events of a workspace are read, where it is not by the convention.
alter table workspace add column event_mapping jsonb not null default '{}';

-- Keys the hashes of addresses. It goes with the data: under another key after a restore, whoever had objected would be
-- written to again.
alter table workspace add column address_key bytea;

alter table contact add column time_zone text;
alter table contact add column staff boolean not null default false;

-- Why a person may be asked through a channel, with the evidence.
create table contact_basis (
  workspace_id uuid not null,
  id uuid not null,
  contact_id uuid not null,
  channel text not null,
  basis text not null check (basis in ('consent', 'legitimate-interest', 'soft-opt-in', 'contract')),
  evidence jsonb not null default '{}',
  given_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, contact_id, channel),
  foreign key (workspace_id) references workspace (workspace_id),
  foreign key (workspace_id, contact_id) references contact (workspace_id, id) on delete cascade
);
alter table contact_basis enable row level security;
alter table contact_basis force row level security;
create policy workspace_only on contact_basis
  using (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]))
  with check (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]));
grant select, insert, update, delete on contact_basis to candor_app;

-- Addresses that are never written to again. Only a keyed hash stands here, so that it outlives the person it was about.
create table suppression (
  workspace_id uuid not null,
  id uuid not null,
  channel text not null,
  address_hash bytea not null,
  reason text not null check (reason in ('unsubscribed', 'bounced', 'complained', 'stop-word', 'objected', 'by-hand')),
  created_at timestamptz not null,
  lifted_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, channel, address_hash),
  foreign key (workspace_id) references workspace (workspace_id)
);
alter table suppression enable row level security;
alter table suppression force row level security;
create policy workspace_only on suppression
  using (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]))
  with check (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]));
grant select, insert, update, delete on suppression to candor_app;

alter table programme add column updated_at timestamptz;
alter table wave add column goal jsonb not null default '{}';
alter table wave add column sampled_at timestamptz;

-- The links of an invitation, by the hash of their secret: one for each purpose, and one more after the secret of the
-- server was changed.
create table invitation_link (
  workspace_id uuid not null,
  id uuid not null,
  invitation_id uuid not null,
  purpose text not null check (purpose in ('answer', 'stop')),
  token_hash bytea not null,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, token_hash),
  foreign key (workspace_id) references workspace (workspace_id),
  foreign key (workspace_id, invitation_id) references invitation (workspace_id, id) on delete cascade
);
create index invitation_link_invitation on invitation_link (workspace_id, invitation_id);
alter table invitation_link enable row level security;
alter table invitation_link force row level security;
create policy workspace_only on invitation_link
  using (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]))
  with check (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]));
grant select, insert, update, delete on invitation_link to candor_app;

alter table invitation drop column token_hash;
alter table invitation add column metric text;
alter table invitation add column touchpoint_id uuid;
alter table invitation add column org_unit_id uuid;
alter table invitation add column respondent_role text not null default '';
alter table invitation add column segment text not null default '';
alter table invitation add column language text;
alter table invitation add column probability double precision;
alter table invitation add column variant text;
-- What the decision saw: every rule with its outcome, and until when it stands.
alter table invitation add column decision jsonb;
alter table invitation add column opened_at timestamptz;
alter table invitation add column stopped_at timestamptz;
alter table invitation add column stop_reason text;
alter table invitation drop constraint invitation_state_check;
alter table invitation add constraint invitation_state_check check (state in
  ('planned', 'refused', 'sent', 'opened', 'completed', 'expired', 'opted-out', 'bounced', 'cancelled'));
alter table invitation add foreign key (workspace_id, touchpoint_id) references touchpoint (workspace_id, id);
alter table invitation add foreign key (workspace_id, org_unit_id) references org_unit (workspace_id, id);
-- A person is asked once about an encounter, and once in a wave, however often the event comes.
create unique index invitation_once_encounter on invitation (workspace_id, programme_id, encounter_id, contact_id)
  nulls not distinct where encounter_id is not null and import_id is null;
create unique index invitation_once_wave on invitation (workspace_id, wave_id, contact_id)
  where wave_id is not null and import_id is null;
create index invitation_open on invitation (workspace_id, expires_at)
  where state in ('sent', 'opened') and import_id is null;

alter table message drop constraint message_state_check;
alter table message add constraint message_state_check check (state in
  ('planned', 'claimed', 'handing-over', 'sent', 'uncertain', 'bounced', 'failed', 'cancelled'));
alter table message add column due_at timestamptz;
update message set due_at = planned_at;
alter table message alter column due_at set not null;
alter table message add column attempts int not null default 0;
alter table message add column claimed_at timestamptz;
alter table message add column stage_at timestamptz;
alter table message add column address_hash bytea;
create index message_due on message (workspace_id, due_at, id) where state = 'planned';
create index message_under_way on message (workspace_id, claimed_at) where state in ('claimed', 'handing-over');
create index message_invitation on message (workspace_id, invitation_id);

-- What was decided in a programme, latest first: whom it asked, whom it did not and why.
create index invitation_decided on invitation (workspace_id, programme_id, created_at desc, id desc);

-- How many invitations each quota of a programme has had: counted under the lock of the programme, since counting the
-- invitations themselves would read a year of them for every event.
create table quota_count (
  workspace_id uuid not null,
  id uuid not null,
  programme_id uuid not null,
  cell text not null,
  used int not null check (used >= 0),
  primary key (workspace_id, id),
  unique (workspace_id, programme_id, cell),
  foreign key (workspace_id) references workspace (workspace_id),
  foreign key (workspace_id, programme_id) references programme (workspace_id, id) on delete cascade
);
alter table quota_count enable row level security;
alter table quota_count force row level security;
create policy workspace_only on quota_count
  using (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]))
  with check (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]));
grant select, insert, update, delete on quota_count to candor_app;

-- What was heard of a message or an invitation: bounces, complaints, replies, first intents, stops. Never an answer.
create table contact_signal (
  workspace_id uuid not null,
  id uuid not null,
  invitation_id uuid,
  message_id uuid,
  kind text not null check (kind in
    ('intent', 'opened', 'bounced', 'soft-bounced', 'complained', 'stopped', 'unsubscribed', 'replied', 'honeypot')),
  detail jsonb not null default '{}',
  verdict text check (verdict in ('human', 'scanner', 'unknown')),
  heard_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id) references workspace (workspace_id),
  foreign key (workspace_id, invitation_id) references invitation (workspace_id, id) on delete cascade,
  foreign key (workspace_id, message_id) references message (workspace_id, id) on delete cascade
);
create index contact_signal_invitation on contact_signal (workspace_id, invitation_id, heard_at);
create index contact_signal_time on contact_signal (workspace_id, kind, heard_at);
alter table contact_signal enable row level security;
alter table contact_signal force row level security;
create policy workspace_only on contact_signal
  using (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]))
  with check (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]));
grant select, insert, update, delete on contact_signal to candor_app;

-- The development outbox: what would have been sent while no server for it is set.
create table kept_message (
  workspace_id uuid not null,
  id uuid not null,
  message_id uuid,
  channel text not null,
  recipient text not null,
  subject text,
  content text not null,
  raw bytea,
  kept_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id) references workspace (workspace_id),
  foreign key (workspace_id, message_id) references message (workspace_id, id) on delete cascade
);
create index kept_message_time on kept_message (workspace_id, kept_at);
alter table kept_message enable row level security;
alter table kept_message force row level security;
create policy workspace_only on kept_message
  using (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]))
  with check (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]));
grant select, insert, update, delete on kept_message to candor_app;

-- A page that anybody may open: a web link, a QR code of a place, a widget, a kiosk. Never mixed into response rates.
create table open_link (
  workspace_id uuid not null,
  id uuid not null,
  key text not null,
  survey_id uuid not null,
  touchpoint_id uuid,
  org_unit_id uuid,
  channel text not null check (channel in ('link', 'qr', 'widget', 'kiosk')),
  settings jsonb not null default '{}',
  closed_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  unique (workspace_id, key),
  foreign key (workspace_id) references workspace (workspace_id),
  foreign key (workspace_id, survey_id) references survey (workspace_id, id),
  foreign key (workspace_id, touchpoint_id) references touchpoint (workspace_id, id),
  foreign key (workspace_id, org_unit_id) references org_unit (workspace_id, id)
);
alter table open_link enable row level security;
alter table open_link force row level security;
create policy workspace_only on open_link
  using (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]))
  with check (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]));
grant select, insert, update, delete on open_link to candor_app;

-- What was given on a page that is not sent yet. Only whoever holds the secret of that page changes it.
create table partial_response (
  workspace_id uuid not null,
  id uuid not null,
  invitation_id uuid,
  open_link_id uuid,
  survey_version_id uuid not null,
  holder_hash bytea not null,
  given jsonb not null default '{}',
  page text,
  language text,
  device jsonb not null default '{}',
  started_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id) references workspace (workspace_id),
  foreign key (workspace_id, invitation_id) references invitation (workspace_id, id) on delete cascade,
  foreign key (workspace_id, open_link_id) references open_link (workspace_id, id) on delete cascade,
  foreign key (workspace_id, survey_version_id) references survey_version (workspace_id, id)
);
create unique index partial_response_invitation on partial_response (workspace_id, invitation_id)
  where invitation_id is not null;
create index partial_response_changed on partial_response (workspace_id, changed_at);
alter table partial_response enable row level security;
alter table partial_response force row level security;
create policy workspace_only on partial_response
  using (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]))
  with check (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]));
grant select, insert, update, delete on partial_response to candor_app;

-- One invitation, one answer, whoever sends it. What imports bring is judged by the imports.
create unique index response_once on response (workspace_id, invitation_id)
  where invitation_id is not null and import_id is null;
alter table response add column open_link_id uuid;
alter table response add foreign key (workspace_id, open_link_id) references open_link (workspace_id, id);
-- How it was shown: language, direction, device, version of the words.
alter table response add column presentation jsonb;
-- The options that were chosen, and the order in which they were shown.
alter table answer add column choices text[];
alter table answer add column shown text[];

-- What was answered to a request that may come again. The key of the caller is kept as its hash, and the reply is sealed
-- with that key: some replies hold a secret that is told once.
create table idempotency_key (
  workspace_id uuid not null,
  id uuid not null,
  route text not null,
  key_hash bytea not null,
  body_hash bytea not null,
  status int,
  reply bytea,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, route, key_hash),
  foreign key (workspace_id) references workspace (workspace_id)
);
create index idempotency_key_time on idempotency_key (workspace_id, created_at);
alter table idempotency_key enable row level security;
alter table idempotency_key force row level security;
create policy workspace_only on idempotency_key
  using (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]))
  with check (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]));
grant select, insert, update, delete on idempotency_key to candor_app;

-- A webhook and what became of its deliveries.
alter table webhook add column kind text not null default 'standard' check (kind in ('standard', 'chat'));
alter table webhook add column disabled_reason text;
-- Only where the owner says so do the words of a respondent leave the workspace.
alter table webhook add column includes_words boolean not null default false;
-- While receivers change over to a new secret both sign.
alter table webhook add column old_secret text;
alter table webhook add column old_secret_until timestamptz;
create table webhook_delivery (
  workspace_id uuid not null,
  id uuid not null,
  webhook_id uuid not null,
  event text not null,
  -- What it is about: what is told of one subject arrives in its order.
  subject uuid not null,
  payload jsonb not null,
  state text not null check (state in ('waiting', 'claimed', 'delivered', 'failed', 'given-up')),
  attempts int not null default 0,
  due_at timestamptz not null,
  claimed_at timestamptz,
  delivered_at timestamptz,
  last_status int,
  last_error text,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id) references workspace (workspace_id),
  foreign key (workspace_id, webhook_id) references webhook (workspace_id, id) on delete cascade
);
create index webhook_delivery_due on webhook_delivery (workspace_id, webhook_id, due_at, id)
  where state in ('waiting', 'failed');
create index webhook_delivery_open on webhook_delivery (workspace_id, webhook_id, subject, id)
  where state in ('waiting', 'claimed', 'failed');
create index webhook_delivery_of on webhook_delivery (workspace_id, webhook_id, created_at);
alter table webhook_delivery enable row level security;
alter table webhook_delivery force row level security;
create policy workspace_only on webhook_delivery
  using (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]))
  with check (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]));
grant select, insert, update, delete on webhook_delivery to candor_app;
