-- purpose: what comes back: replies by SMS and mail, receipts, and the next channel after a bounce; breaking: no

-- An escalation is the invitation once more, by the next channel, after the one before reached nobody: one for each step
-- of the channels of its programme.
alter table message drop constraint message_kind_check;
alter table message add constraint message_kind_check check (kind in ('invitation', 'reminder', 'escalation'));
-- What the operator bills of an SMS, and when it arrived as far as its gateway knows.
alter table message add column segments int;
alter table message add column delivered_at timestamptz;
-- A reply knows only the number it comes from, a receipt only how the gateway named the message.
create index message_address on message (workspace_id, address_hash, channel) where address_hash is not null;
create index message_provider on message (workspace_id, provider_id) where provider_id is not null and channel = 'sms';

-- A refusal for policy is the fault of the sender and says nothing of the address.
alter table contact_signal drop constraint contact_signal_kind_check;
alter table contact_signal add constraint contact_signal_kind_check check (kind in
  ('intent', 'opened', 'bounced', 'soft-bounced', 'policy-bounced', 'complained', 'stopped', 'unsubscribed', 'replied',
   'honeypot'));

-- What people and machines sent to us, each once however often a gateway or a mail server tells it: by the id of the
-- gateway, or by the hash of the mail.
create table incoming_message (
  workspace_id uuid not null,
  id uuid not null,
  channel text not null check (channel in ('email', 'sms')),
  provider_id text not null,
  invitation_id uuid,
  address_hash bytea,
  -- The words of an SMS until it is understood; what counts of them is kept as an answer or as a signal.
  words text,
  meaning text,
  state text not null check (state in ('waiting', 'done')),
  received_at timestamptz not null,
  -- What is written back, and how far that has come: once at most, as every message.
  reply text check (reply in ('question', 'help')),
  reply_state text check (reply_state in ('due', 'handing-over', 'sent', 'uncertain', 'failed')),
  reply_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, channel, provider_id),
  check ((reply is null) = (reply_state is null)),
  foreign key (workspace_id) references workspace (workspace_id),
  foreign key (workspace_id, invitation_id) references invitation (workspace_id, id) on delete cascade
);
create index incoming_message_open on incoming_message (workspace_id, received_at)
  where state = 'waiting' or reply_state in ('due', 'handing-over');
create index incoming_message_invitation on incoming_message (workspace_id, invitation_id, received_at);
alter table incoming_message enable row level security;
alter table incoming_message force row level security;
create policy workspace_only on incoming_message
  using (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]))
  with check (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]));
grant select, insert, update, delete on incoming_message to candor_app;
