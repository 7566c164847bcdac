-- purpose: imports that can be undone exactly, seen while they run, and taken up again; breaking: no

-- number: the order in which the imports of the workspace came into force. beat_at: a sign of life of the one that runs.
alter table import drop constraint import_kind_check;
alter table import add constraint import_kind_check
  check (kind in ('answers', 'accounts', 'contacts', 'outcomes', 'service-kpis', 'company'));
alter table import drop constraint import_state_check;
alter table import add constraint import_state_check
  check (state in ('waiting', 'running', 'done', 'failed', 'undone'));
alter table import add column number int;
alter table import add column rows_known int not null default 0;
alter table import add column progress jsonb not null default '{}';
alter table import add column beat_at timestamptz;
alter table import add column staged boolean not null default false;
-- One file is in force once. Two that import it at the same time: one of them meets this key.
create unique index import_in_force on import (workspace_id, kind, file_hash)
  where state in ('waiting', 'running', 'done');
create unique index import_number on import (workspace_id, number) where number is not null;

-- What an import says of an account, a contact and the like, or that it names them at all (no fields). The fields of an
-- entity are those of the latest claim that gives them, so that taking an import away leaves what the others say. Number 0
-- without an import is what stood there before any import named it.
create table import_claim (
  workspace_id uuid not null,
  id uuid not null,
  import_id uuid,
  number int not null,
  entity text not null,
  entity_id uuid not null,
  fields jsonb not null default '{}',
  primary key (workspace_id, id),
  unique (workspace_id, entity, entity_id, number),
  foreign key (workspace_id) references workspace (workspace_id),
  foreign key (workspace_id, import_id) references import (workspace_id, id)
);
create index import_claim_import on import_claim (workspace_id, import_id);
alter table import_claim enable row level security;
alter table import_claim force row level security;
create policy workspace_only on import_claim
  using (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]))
  with check (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]));
grant select, insert, update, delete on import_claim to candor_app;

-- A row of an import that is not in force because another import (or the API) holds the same key. It comes to life when
-- that one is undone. The id is the one its row will have.
create table import_shadow (
  workspace_id uuid not null,
  id uuid not null,
  import_id uuid not null,
  number int not null,
  entity text not null,
  source text not null,
  external_id text not null,
  content jsonb not null,
  primary key (workspace_id, id),
  unique (workspace_id, entity, source, external_id, number),
  foreign key (workspace_id) references workspace (workspace_id),
  foreign key (workspace_id, import_id) references import (workspace_id, id)
);
create index import_shadow_import on import_shadow (workspace_id, import_id);
alter table import_shadow enable row level security;
alter table import_shadow force row level security;
create policy workspace_only on import_shadow
  using (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]))
  with check (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]));
grant select, insert, update, delete on import_shadow to candor_app;

-- The rows of a file that were not taken, or not whole. Never holds the words of a comment.
create table import_problem (
  workspace_id uuid not null,
  id uuid not null,
  import_id uuid not null,
  line int not null,
  reason text not null,
  field text not null,
  value text not null,
  rejected boolean not null,
  primary key (workspace_id, id),
  foreign key (workspace_id) references workspace (workspace_id),
  foreign key (workspace_id, import_id) references import (workspace_id, id) on delete cascade
);
create index import_problem_import on import_problem (workspace_id, import_id, line);
alter table import_problem enable row level security;
alter table import_problem force row level security;
create policy workspace_only on import_problem
  using (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]))
  with check (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]));
grant select, insert, update, delete on import_problem to candor_app;

-- The file of an import that waits or runs, so that any worker can take it up again; gone when it is done.
create table import_chunk (
  workspace_id uuid not null,
  id uuid not null,
  import_id uuid not null,
  position int not null,
  bytes bytea not null,
  primary key (workspace_id, id),
  unique (workspace_id, import_id, position),
  foreign key (workspace_id) references workspace (workspace_id),
  foreign key (workspace_id, import_id) references import (workspace_id, id) on delete cascade
);
alter table import_chunk enable row level security;
alter table import_chunk force row level security;
create policy workspace_only on import_chunk
  using (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]))
  with check (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]));
grant select, insert, update, delete on import_chunk to candor_app;

-- How the files of one kind are read, kept under a name.
create table import_mapping (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  mapping jsonb not null,
  saved_by uuid,
  saved_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, name),
  foreign key (workspace_id) references workspace (workspace_id),
  foreign key (saved_by) references "user" (id)
);
alter table import_mapping enable row level security;
alter table import_mapping force row level security;
create policy workspace_only on import_mapping
  using (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]))
  with check (workspace_id = any (array[nullif(current_setting('app.workspace_id', true), '')::uuid]));
grant select, insert, update, delete on import_mapping to candor_app;

-- The language a respondent answered in, where it is known.
alter table response add column language text not null default '';

-- Invitations that a file brings have a key of its maker and can be taken away with it.
alter table invitation add column source text not null default '';
alter table invitation add column external_id text;
alter table invitation add column import_id uuid;
alter table invitation add constraint invitation_import
  foreign key (workspace_id, import_id) references import (workspace_id, id);
create unique index invitation_external on invitation (workspace_id, source, external_id);
-- Taking an import away finds its rows, and what refers to them.
create index invitation_import_rows on invitation (workspace_id, import_id) where import_id is not null;
create index encounter_import on encounter (workspace_id, import_id) where import_id is not null;
create index outcome_fact_import on outcome_fact (workspace_id, import_id) where import_id is not null;
create index kpi_fact_import on kpi_fact (workspace_id, import_id) where import_id is not null;
create index response_invitation on response (workspace_id, invitation_id) where invitation_id is not null;
create index response_encounter on response (workspace_id, encounter_id) where encounter_id is not null;
create index invitation_encounter on invitation (workspace_id, encounter_id) where encounter_id is not null;

-- The planner knows nothing of rows that one long transaction is writing; worse, an autovacuum that meets them counts
-- none, and every look-up then reads the whole table. So an import of many rows counts them itself, now and then. It
-- keeps the lock of ANALYZE to its end, which holds autovacuum off its tables. Only the owner of a table may analyze it,
-- hence the rights of the definer. Another import that holds the lock has counted too: then this one goes on.
create function analyze_imported() returns void language plpgsql security definer
  set search_path = public set lock_timeout = '3s' as $$
declare
  name text;
begin
  foreach name in array array['account', 'contact', 'encounter', 'invitation', 'response', 'answer', 'outcome_fact',
    'import_claim', 'import_shadow']
  loop
    execute format('lock table %I in share update exclusive mode', name);
    execute format('analyze %I', name);
  end loop;
exception
  when lock_not_available then null;
end
$$;
revoke execute on function analyze_imported() from public;
grant execute on function analyze_imported() to candor_app;
