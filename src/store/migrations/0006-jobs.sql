-- purpose: the table of jobs; breaking: no

-- Work to be done later. It stands outside the workspaces, since a worker takes the next job of any of them, so it holds
-- ids and nothing else; the handler enters the workspace. No key leads from or to it, and no statement reads it together
-- with a table of a workspace: on Citus it stays on the coordinator.
create table job (
  id uuid primary key,
  workspace_id uuid not null,
  kind text not null,
  payload jsonb not null default '{}',
  state text not null default 'waiting' check (state in ('waiting', 'running', 'dead')),
  due_at timestamptz not null,
  attempts int not null default 0,
  most_attempts int not null default 10 check (most_attempts >= 1),
  lease uuid,
  leased_until timestamptz,
  last_error text,
  once_key text,
  created_at timestamptz not null
);
-- The next due job of a workspace, and by skipping along it the workspaces that wait.
create index job_waiting on job (workspace_id, due_at, id) where state = 'waiting';
-- Leases that ran out, and how many jobs of a workspace run.
create index job_running on job (leased_until, workspace_id) where state = 'running';
create index job_dead on job (workspace_id, created_at) where state = 'dead';
-- A job that is asked for while the same one waits is that one. One that runs does not count: it may have read too early.
create unique index job_once on job (workspace_id, kind, once_key) where state = 'waiting' and once_key is not null;
grant select, insert, update, delete on job to candor_app;
