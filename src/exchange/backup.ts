import { enterWorkspace, type Queryable, type Store } from '../store/index.ts';
import { type ArchiveHeader, archiveVersion } from './archive-format.ts';
import { globalTables } from './archive-plan.ts';
import { type ArchiveTable, archiveTables } from './archive-table.ts';
import { ArchiveWriter, type OnRows } from './archive-writer.ts';

export interface BackupOptions {
  readonly engine: string;
  readonly now: Date;
  readonly onRows?: OnRows;
}

/**
 * The whole store as one archive, as of one moment, while everybody goes on working: people with their password hashes,
 * the directory, the jobs, and every workspace as it is. Sessions stay behind.
 */
export function backup(store: Store, options: BackupOptions): AsyncGenerator<Uint8Array> {
  return store.fromSnapshot((connection) => storeLines(connection, options));
}

async function* storeLines(connection: Queryable, options: BackupOptions): AsyncGenerator<Uint8Array> {
  const { engine, now, onRows } = options;
  const tables = await archiveTables(connection);
  const above = globalTables.map((name) => tables.find((table) => table.name === name)!);
  const inside = tables.filter(({ ofWorkspace }) => ofWorkspace);
  const workspaces = await connection.query<{ id: string; slug: string }>(
    'select workspace_id as id, slug from workspace_directory order by workspace_id',
  );
  const writer = new ArchiveWriter(onRows);
  yield writer.control({
    candor: 'header',
    format: archiveVersion,
    kind: 'store',
    engine,
    migration: await lastMigration(connection),
    exportedAt: now.toISOString(),
    workspaces,
    tables: [...above, ...inside].map(described),
  });
  for (const table of above) yield* writer.table(connection, table);
  for (const { id, slug } of workspaces) {
    await enterWorkspace(connection, id);
    yield writer.control({ candor: 'workspace', id, slug });
    for (const table of inside) yield* writer.table(connection, table, { workspaceId: id });
  }
  yield writer.trailer();
}

/** A table as the header of an archive describes it. */
export const described = ({ name, columns }: ArchiveTable): ArchiveHeader['tables'][number] => ({
  name,
  columns: columns.map(({ name: column, type }) => ({ name: column, type })),
});

export async function lastMigration(connection: Queryable): Promise<number> {
  const [row] = await connection.query<{ number: number }>('select max(number) as number from schema_migration');
  return row!.number;
}
