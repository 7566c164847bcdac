import { CandorError } from '../errors/index.ts';
import { enterWorkspace, type Queryable, type Store, type WorkspaceTransaction } from '../store/index.ts';
import { type ArchivedTable, archiveVersion } from './archive-format.ts';
import { blanked, leftOutOfWorkspace } from './archive-plan.ts';
import { type ArchiveTable, archiveTables, quoted } from './archive-table.ts';
import { ArchiveWriter, type OnRows } from './archive-writer.ts';
import { described, lastMigration } from './backup.ts';
import { tallyDigest } from './tally-digest.ts';

export interface WorkspaceExportOptions {
  readonly workspaceId: string;
  readonly engine: string;
  readonly now: Date;
  readonly onRows?: OnRows;
}

/** The people whom rows of the workspace name: no passwords. Their ids may be others where the file is taken in. */
export const personTable: ArchiveTable = {
  name: 'person',
  ofWorkspace: false,
  columns: ['id', 'email', 'name', 'language'].map((name) => ({
    name,
    type: name === 'id' ? 'uuid' : 'text',
    required: true,
    user: false,
  })),
  key: ['id'],
  needs: [],
};

/** One workspace as an archive: its people, all its rows, and what its tallies add up to. */
export function workspaceArchive(store: Store, options: WorkspaceExportOptions): AsyncGenerator<Uint8Array> {
  return store.fromSnapshot((connection) => workspaceLines(connection, options));
}

async function* workspaceLines(connection: Queryable, options: WorkspaceExportOptions): AsyncGenerator<Uint8Array> {
  const { workspaceId, engine, now, onRows } = options;
  const transaction = await enterWorkspace(connection, workspaceId);
  const tables = (await archiveTables(connection)).filter(
    ({ name, ofWorkspace }) => ofWorkspace && !leftOutOfWorkspace.has(name),
  );
  const writer = new ArchiveWriter(onRows);
  yield writer.control({
    candor: 'header',
    format: archiveVersion,
    kind: 'workspace',
    engine,
    migration: await lastMigration(connection),
    exportedAt: now.toISOString(),
    workspaces: [{ id: workspaceId, slug: await slugOf(transaction) }],
    tables: [personTable, ...tables].map(described) satisfies ArchivedTable[],
  });
  yield* writer.lines(personTable.name, await personLines(transaction, tables));
  for (const table of tables) yield* writer.table(connection, table, { workspaceId, blanked });
  yield writer.control(await tallyDigest(transaction));
  yield writer.trailer();
}

async function slugOf({ workspaceId, query }: WorkspaceTransaction): Promise<string> {
  const [row] = await query<{ slug: string }>('select slug from workspace_directory where workspace_id = $1', [
    workspaceId,
  ]);
  if (row) return row.slug;
  throw new CandorError('CND_NOT_FOUND', 'there is no such workspace', { kind: 'workspace' });
}

async function personLines(
  { workspaceId, query }: WorkspaceTransaction,
  tables: readonly ArchiveTable[],
): Promise<readonly string[]> {
  const named = tables.flatMap(({ name, columns }) =>
    columns
      .filter(({ user }) => user)
      .map((column) => `select ${quoted(column.name)} as id from ${quoted(name)} where workspace_id = $1`),
  );
  const ids = await query<{ id: string | null }>(named.join(' union '), [workspaceId]);
  const people = await query<{ line: string }>(
    `select row_to_json(line)::text as line from (
       select id, email, name, language from "user" where id = any ($1) order by id) as line`,
    [ids.flatMap(({ id }) => (id === null ? [] : [id]))],
  );
  return people.map(({ line }) => line);
}
