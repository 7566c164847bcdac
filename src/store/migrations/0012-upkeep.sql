-- purpose: when the work for the whole store was last done, and indexes that taking rows away needs; breaking: no

-- One row for each kind of work that belongs to no workspace: the beat of the workers, the nightly recount, the backup.
create table upkeep (
  kind text primary key,
  done_at timestamptz not null
);
grant select, insert, update on upkeep to candor_app;

-- What looks for the rows of an account, a contact, an org unit or a parent: without these, taking away the 2,100 accounts
-- of a company with 20,000 encounters read every encounter 2,100 times (41 s of the 60 of an undo).
create index account_parent on account (workspace_id, parent_id) where parent_id is not null;
create index org_unit_parent on org_unit (workspace_id, parent_id) where parent_id is not null;
create index encounter_account on encounter (workspace_id, account_id) where account_id is not null;
create index encounter_contact on encounter (workspace_id, contact_id) where contact_id is not null;
create index encounter_org_unit on encounter (workspace_id, org_unit_id) where org_unit_id is not null;
create index invitation_account on invitation (workspace_id, account_id) where account_id is not null;
create index response_org_unit on response (workspace_id, org_unit_id) where org_unit_id is not null;
