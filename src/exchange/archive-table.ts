import { CandorError } from '../errors/index.ts';
import type { Queryable } from '../store/index.ts';

/** A column of a table of the store. */
export interface ArchiveColumn {
  readonly name: string;
  /** Type as PostgreSQL writes it. */
  readonly type: string;
  readonly required: boolean;
  /** The person above the workspaces that it names. */
  readonly user: boolean;
}

/** A table of the store as its catalogue says it. `workspace_id` is not among the columns of a workspace table. */
export interface ArchiveTable {
  readonly name: string;
  readonly ofWorkspace: boolean;
  readonly columns: readonly ArchiveColumn[];
  readonly key: readonly string[];
  /** The column that leads to another row of the same table. */
  readonly parent?: string;
  readonly needs: readonly string[];
}

interface ColumnRow {
  readonly table: string;
  readonly secured: boolean;
  readonly column: string;
  readonly type: string;
  readonly required: boolean;
}

interface KeyRow {
  readonly table: string;
  readonly kind: 'p' | 'f';
  readonly target: string | null;
  readonly columns: readonly string[];
}

/** All tables of the store, each after those that its rows point to. */
export async function archiveTables(connection: Queryable): Promise<readonly ArchiveTable[]> {
  const columns = await connection.query<ColumnRow>(
    `select c.relname as table, c.relrowsecurity as secured, a.attname as column,
       format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required
     from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
       and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     order by c.relname, a.attnum`,
  );
  const keys = await connection.query<KeyRow>(
    `select c.relname as table, k.contype as kind, t.relname as target,
       array(select a.attname::text from unnest(k.conkey) with ordinality as part (number, place)
         join pg_attribute a on a.attrelid = k.conrelid and a.attnum = part.number order by part.place) as columns
     from pg_constraint k join pg_class c on c.oid = k.conrelid left join pg_class t on t.oid = k.confrelid
     where k.connamespace = 'public'::regnamespace and k.contype in ('p', 'f') and k.conparentid = 0`,
  );
  const names = [...new Set(columns.map(({ table }) => table))];
  return inOrder(names.map((name) => tableOf(name, columns, keys)));
}

function tableOf(name: string, columns: readonly ColumnRow[], keys: readonly KeyRow[]): ArchiveTable {
  const own = columns.filter(({ table }) => table === name);
  const ofWorkspace = own[0]!.secured;
  const foreign = keys.filter(({ table, kind }) => table === name && kind === 'f');
  const parent = foreign.find(({ target }) => target === name)?.columns.at(-1);
  const users = new Set(foreign.filter(({ target }) => target === 'user').flatMap((key) => key.columns));
  return {
    name,
    ofWorkspace,
    columns: own
      .filter(({ column }) => !(ofWorkspace && column === 'workspace_id'))
      .map(({ column, type, required }) => ({ name: column, type, required, user: users.has(column) })),
    key: keys.find(({ table, kind }) => table === name && kind === 'p')?.columns ?? [],
    needs: foreign.map(({ target }) => target!).filter((target) => target !== name),
    ...(parent === undefined ? {} : { parent }),
  };
}

/** By name, each after what it needs. */
function inOrder(tables: readonly ArchiveTable[]): readonly ArchiveTable[] {
  const waiting = new Map(tables.map((table) => [table.name, table]));
  const ordered: ArchiveTable[] = [];
  while (waiting.size > 0) {
    const next = [...waiting.values()].find(({ needs }) => !needs.some((name) => waiting.has(name)));
    if (!next) throw new CandorError('CND_FAULT', `tables need each other: ${[...waiting.keys()].join(', ')}`);
    waiting.delete(next.name);
    ordered.push(next);
  }
  return ordered;
}

/** A name as it stands in a statement. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
