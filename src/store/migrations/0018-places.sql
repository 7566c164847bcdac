-- purpose: places with their links, widget and kiosk; kiosk devices; whom a widget has asked; breaking: no

-- An open link is one place: its name, the language of its page, and until when it is open.
alter table open_link add column name text not null default '';
alter table open_link add column language text;
alter table open_link add column expires_at timestamptz;
-- Signs who is in front of the widget, sealed by the secret of the server.
alter table open_link add column identity_secret bytea;
-- Answers are counted by place.
create index response_open_link on response (workspace_id, open_link_id) where open_link_id is not null;

-- A kiosk that has called, and how it was then.
create table kiosk_device (
  workspace_id uuid not null,
  id uuid not null,
  open_link_id uuid not null,
  device_id uuid not null,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  -- Answers on the device that were not taken yet, and those that the server refused.
  waiting int not null default 0,
  parked int not null default 0,
  parked_reason text,
  -- The highest number that the device gave to an answer.
  sequence bigint not null default 0,
  -- By how much the clock of the device is behind ours.
  clock_offset_milliseconds bigint not null default 0,
  primary key (workspace_id, id),
  unique (workspace_id, open_link_id, device_id),
  foreign key (workspace_id) references workspace (workspace_id),
  foreign key (workspace_id, open_link_id) references open_link (workspace_id, id) on delete cascade
);
alter table kiosk_device enable row level security;
alter table kiosk_device force row level security;
create policy workspace_only on kiosk_device
  using (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]))
  with check (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]));
grant select, insert, update, delete on kiosk_device to candor_app;

-- A known person whom a widget asked: for the contact rules this is an ask as any other, for response rates it is none.
create table open_link_ask (
  workspace_id uuid not null,
  id uuid not null,
  open_link_id uuid not null,
  contact_id uuid not null,
  account_id uuid,
  survey_version_id uuid not null,
  asked_at timestamptz not null,
  answered_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id) references workspace (workspace_id),
  foreign key (workspace_id, open_link_id) references open_link (workspace_id, id) on delete cascade,
  foreign key (workspace_id, contact_id) references contact (workspace_id, id) on delete cascade,
  foreign key (workspace_id, account_id) references account (workspace_id, id),
  foreign key (workspace_id, survey_version_id) references survey_version (workspace_id, id)
);
create index open_link_ask_contact on open_link_ask (workspace_id, contact_id, asked_at);
create index open_link_ask_account on open_link_ask (workspace_id, account_id, asked_at) where account_id is not null;
alter table open_link_ask enable row level security;
alter table open_link_ask force row level security;
create policy workspace_only on open_link_ask
  using (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]))
  with check (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]));
grant select, insert, update, delete on open_link_ask to candor_app;
