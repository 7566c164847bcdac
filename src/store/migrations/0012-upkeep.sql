-- purpose: when the work for the whole store was last done; breaking: no

-- One row for each kind of work that belongs to no workspace: the beat of the workers, the nightly recount, the backup.
create table upkeep (
  kind text primary key,
  done_at timestamptz not null
);
grant select, insert, update on upkeep to candor_app;
