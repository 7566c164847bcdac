-- purpose: a tally by month, so that a trend over years does not add up its days; breaking: no

-- Answers per question, touchpoint and month (its first day): ten touchpoints over two years are 240 rows, where
-- trend_tally has 7,300 and adding them up was a fifth of the time of a trend. Kept by the same fold, import and recount.
create table month_tally (
  workspace_id uuid not null,
  question_id uuid not null,
  month date not null,
  touchpoint_id uuid not null,
  counts int[] not null,
  primary key (workspace_id, question_id, month, touchpoint_id)
);
alter table month_tally enable row level security;
alter table month_tally force row level security;
create policy workspace_only on month_tally
  using (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]))
  with check (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]));
grant select, insert, update, delete on month_tally to candor_app;

-- Workspaces that have answers already.
do $$
declare
  one uuid;
begin
  for one in select workspace_id from workspace_directory loop
    execute format('set local app.workspace_id = %L', one);
    insert into month_tally (workspace_id, question_id, month, touchpoint_id, counts)
    select workspace_id, question_id, month, touchpoint_id, array_agg(n order by point)
    from (
      select t.workspace_id, t.question_id, date_trunc('month', t.day::timestamp)::date as month, t.touchpoint_id,
        each.point, sum(each.n)::int as n
      from trend_tally t, unnest(t.counts) with ordinality as each (n, point) where t.workspace_id = one
      group by t.workspace_id, t.question_id, 3, t.touchpoint_id, each.point
    ) as cells
    group by workspace_id, question_id, month, touchpoint_id;
  end loop;
end
$$;
