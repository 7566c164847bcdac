-- purpose: the tallies that the pages read, and the deltas they are folded from; breaking: no

-- A histogram of the scale is all that NPS, CSAT, CES and means need. Where a response has no touchpoint, org unit or
-- account, the zero uuid stands, and '' for a text: a key holds no null. counts has one element per point of the scale,
-- never null; integers only, so that every engine gives the same figures.

-- One answer counted (+1) or taken back (-1), written with it. Inserting costs nothing measurable where an upsert costs
-- two thirds of the rate; a job folds the rows into the two tallies.
create table tally_delta (
  workspace_id uuid not null,
  id uuid not null,
  question_id uuid not null,
  touchpoint_id uuid not null,
  org_unit_id uuid not null,
  segment text not null,
  respondent_role text not null,
  channel text not null,
  day date not null,
  account_id uuid not null,
  point smallint not null check (point between 1 and points),
  points smallint not null check (points between 2 and 101),
  weight smallint not null check (weight in (-1, 1)),
  primary key (workspace_id, id)
);
alter table tally_delta enable row level security;
alter table tally_delta force row level security;
create policy workspace_only on tally_delta
  using (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]))
  with check (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]));
grant select, insert, update, delete on tally_delta to candor_app;

-- Answers per cell and point of the scale.
create table tally (
  workspace_id uuid not null,
  question_id uuid not null,
  touchpoint_id uuid not null,
  org_unit_id uuid not null,
  segment text not null,
  respondent_role text not null,
  channel text not null,
  day date not null,
  counts int[] not null,
  primary key (workspace_id, question_id, day, touchpoint_id, org_unit_id, segment, respondent_role, channel)
);
alter table tally enable row level security;
alter table tally force row level security;
create policy workspace_only on tally
  using (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]))
  with check (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]));
grant select, insert, update, delete on tally to candor_app;
create policy bi_of_one_workspace on tally as restrictive for select to candor_bi
  using (replace(workspace_id::text, '-', '') = any (array[substr(session_user::text, 11)]));
grant select (workspace_id, question_id, day, touchpoint_id, org_unit_id, segment, respondent_role, channel, counts) on tally to candor_bi;

-- Answers per account, for the spread between accounts: add up over the cells of an account first, square after.
create table account_tally (
  workspace_id uuid not null,
  question_id uuid not null,
  touchpoint_id uuid not null,
  account_id uuid not null,
  day date not null,
  counts int[] not null,
  primary key (workspace_id, question_id, account_id, day, touchpoint_id)
);
alter table account_tally enable row level security;
alter table account_tally force row level security;
create policy workspace_only on account_tally
  using (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]))
  with check (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]));
grant select, insert, update, delete on account_tally to candor_app;
