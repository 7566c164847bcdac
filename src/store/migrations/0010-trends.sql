-- purpose: coarser tallies, so that a trend costs the same however many answers there are; breaking: no

-- Kept by the same fold, import and recount as tally and account_tally.

-- Answers per question, touchpoint and day: ten touchpoints over two years are 7,300 rows at any number of answers, where
-- tally grows with every further dimension that is used.
create table trend_tally (
  workspace_id uuid not null,
  question_id uuid not null,
  day date not null,
  touchpoint_id uuid not null,
  counts int[] not null,
  primary key (workspace_id, question_id, day, touchpoint_id)
);
alter table trend_tally enable row level security;
alter table trend_tally force row level security;
create policy workspace_only on trend_tally
  using (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]))
  with check (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]));
grant select, insert, update, delete on trend_tally to candor_app;

-- Answers per account and month (its first day), for the spread between accounts over a trend.
create table account_trend_tally (
  workspace_id uuid not null,
  question_id uuid not null,
  month date not null,
  account_id uuid not null,
  counts int[] not null,
  primary key (workspace_id, question_id, month, account_id)
);
alter table account_trend_tally enable row level security;
alter table account_trend_tally force row level security;
create policy workspace_only on account_trend_tally
  using (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]))
  with check (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]));
grant select, insert, update, delete on account_trend_tally to candor_app;

-- What happened to the tallies of a workspace: how often they were written, and how many answers were ever taken back.
-- While nothing is taken back counts only grow, so equal counts mean equal answers and what was computed of them holds.
create table tally_state (
  workspace_id uuid not null,
  writes bigint not null,
  taken_back bigint not null,
  primary key (workspace_id)
);
alter table tally_state enable row level security;
alter table tally_state force row level security;
create policy workspace_only on tally_state
  using (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]))
  with check (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]));
grant select, insert, update, delete on tally_state to candor_app;

-- When somebody who decides or pays last answered for an account: one step along this index.
create index response_deciding on response (workspace_id, account_id, day)
  where respondent_role in ('payer', 'decision-maker', 'decision-maker-and-contact-person');

-- Workspaces that have answers already.
do $$
declare
  one uuid;
begin
  for one in select workspace_id from workspace_directory loop
    execute format('set local app.workspace_id = %L', one);
    insert into trend_tally (workspace_id, question_id, day, touchpoint_id, counts)
    select workspace_id, question_id, day, touchpoint_id, array_agg(n order by point)
    from (
      select t.workspace_id, t.question_id, t.day, t.touchpoint_id, each.point, sum(each.n)::int as n
      from tally t, unnest(t.counts) with ordinality as each (n, point) where t.workspace_id = one
      group by t.workspace_id, t.question_id, t.day, t.touchpoint_id, each.point
    ) as cells
    group by workspace_id, question_id, day, touchpoint_id;
    insert into account_trend_tally (workspace_id, question_id, month, account_id, counts)
    select workspace_id, question_id, month, account_id, array_agg(n order by point)
    from (
      select t.workspace_id, t.question_id, date_trunc('month', t.day::timestamp)::date as month, t.account_id, each.point,
        sum(each.n)::int as n
      from account_tally t, unnest(t.counts) with ordinality as each (n, point) where t.workspace_id = one
      group by t.workspace_id, t.question_id, 3, t.account_id, each.point
    ) as cells
    group by workspace_id, question_id, month, account_id;
  end loop;
end
$$;
