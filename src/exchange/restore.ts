import { CandorError } from '../errors/index.ts';
import { enterWorkspace, growing, type Queryable, recountTallies, type Store } from '../store/index.ts';
import type { ArchiveHeader } from './archive-format.ts';
import { ArchiveLoader } from './archive-loader.ts';
import { readArchive } from './archive-reader.ts';
import { archiveTables } from './archive-table.ts';
import type { OnRows } from './archive-writer.ts';
import { fileBytes } from './exchange-file.ts';
import { refuseOtherKind, type VerifiedArchive, verifyArchive } from './verify-archive.ts';

/** What a restore brought back. */
export interface Restored {
  readonly rows: number;
  readonly workspaces: readonly string[];
  readonly exportedAt: string;
}

/**
 * Brings the backup of a whole store back into an empty one: everything in one transaction, or nothing. Refuses a store
 * that holds something (`CND_STORE_NOT_EMPTY`), and a file that is not as it was written before anything is begun.
 */
export async function restore(
  store: Store,
  path: string,
  options: { verified?: VerifiedArchive; onRows?: OnRows } = {},
): Promise<Restored> {
  const { verified = await verifyArchive(path), onRows = () => undefined } = options;
  const { header } = verified;
  refuseOtherKind(header, 'store', path);
  const rows = await store.inTransaction(async (connection) => {
    await refuseFilled(connection);
    const loader = new ArchiveLoader({
      tables: await archiveTables(connection),
      archived: header.tables,
      file: path,
    });
    const loaded = await loadAll(connection, { loader, path, onRows });
    await countLaterTallies(connection, header);
    return loaded;
  });
  return { rows, workspaces: header.workspaces.map(({ slug }) => slug), exportedAt: header.exportedAt };
}

async function loadAll(
  connection: Queryable,
  { loader, path, onRows }: { loader: ArchiveLoader; path: string; onRows: OnRows },
): Promise<number> {
  let workspaceId: string | undefined;
  let rows = 0;
  const statistics = growing(connection);
  for await (const part of readArchive(fileBytes(path), path)) {
    if (part.kind === 'rows') {
      await loader.rows(connection, part, workspaceId === undefined ? {} : { workspaceId });
      rows += part.rows;
      await statistics.to(rows);
      onRows(rows);
    } else if (part.control.candor === 'workspace') {
      workspaceId = part.control.id;
      await enterWorkspace(connection, workspaceId);
    }
  }
  await statistics.end(rows);
  return rows;
}

/** Tallies that came after the Candor that wrote the backup are not in it: they are counted from the answers. */
async function countLaterTallies(connection: Queryable, { tables, workspaces }: ArchiveHeader): Promise<void> {
  const except = new Set(tables.map(({ name }) => name));
  for (const { id } of workspaces) await recountTallies(await enterWorkspace(connection, id), { except });
}

/** Names what is there, so that nobody has to guess which store he met. */
async function refuseFilled(connection: Queryable): Promise<void> {
  const workspaces = await connection.query<{ slug: string }>(
    'select slug from workspace_directory order by slug limit 5',
  );
  const [people] = await connection.query<{ n: number }>('select count(*) as n from "user"');
  if (workspaces.length === 0 && people!.n === 0) return;
  const slugs = workspaces.map(({ slug }) => slug);
  const named = slugs.length > 0 ? `the workspaces ${slugs.join(', ')}` : 'no workspace';
  throw new CandorError('CND_STORE_NOT_EMPTY', `the store holds ${named} and ${people!.n} people`, {
    workspaces: slugs,
    people: people!.n,
  });
}
