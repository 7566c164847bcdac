import { enqueueJobs, type JobHandler } from '../queue/index.ts';
import { newId, type Store, type WorkspaceTransaction } from '../store/index.ts';
import type { TableSource } from '../tables/index.ts';
import { failImport, isRefusal } from './fail-import.ts';
import { fileRows } from './file-rows.ts';
import type { FileKind, ImportMapping } from './import-mapping.ts';
import { importRows } from './import-rows.ts';
import { insertImport, takeImport } from './import-store.ts';

/** A file that was understood and waits to be imported. */
export interface FileToStage {
  readonly kind: FileKind;
  readonly name: string;
  readonly fileHash: string;
  readonly mapping: ImportMapping;
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly importedBy?: string | undefined;
  readonly now: Date;
  /** What else belongs to the same transaction. */
  readonly within?: (transaction: WorkspaceTransaction, id: string) => Promise<void>;
}

const chunkBytes = 1 << 20;

/** Keeps the file in the store and asks a worker to import it, in one transaction; answers the id of the import. */
export async function stageImport(store: Store, workspaceId: string, file: FileToStage): Promise<string> {
  const { kind, name, fileHash, mapping, importedBy, now } = file;
  const id = newId();
  await store.inWorkspace(workspaceId, async (transaction) => {
    await insertImport(transaction, {
      id,
      kind,
      fileName: name,
      fileHash,
      mapping: { [kind]: mapping },
      state: 'waiting',
      importedBy,
      now,
    });
    let position = 0;
    for await (const bytes of inChunks(file.bytes)) {
      await transaction.query(
        'insert into import_chunk (workspace_id, id, import_id, position, bytes) values ($1, $2, $3, $4, $5)',
        [workspaceId, newId(), id, position, bytes],
      );
      position += 1;
    }
    await file.within?.(transaction, id);
    const job = { workspaceId, kind: 'import', payload: { importId: id }, dueAt: now, onceKey: id, mostAttempts: 5 };
    await enqueueJobs(transaction, [job], now);
  });
  return id;
}

async function* inChunks(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  let held: Uint8Array[] = [];
  let length = 0;
  for await (const part of bytes) {
    held.push(part);
    length += part.byteLength;
    if (length < chunkBytes) continue;
    yield Buffer.concat(held);
    held = [];
    length = 0;
  }
  if (length > 0) yield Buffer.concat(held);
}

/** Runs imports that were staged. One whose worker died is run again from its file: nothing of it was kept. */
export function importHandlers(store: Store, clock: () => Date): Readonly<Record<'import', JobHandler>> {
  return {
    async import({ workspaceId, payload, attempt, mostAttempts }) {
      const id = String(payload.importId);
      const taken = await store.inWorkspace(workspaceId, (transaction) => takeImport(transaction, id, clock()));
      if (!taken) return;
      try {
        await importStaged(store, workspaceId, { id, clock });
      } catch (error) {
        // What the file itself refuses is noted with the import; trying again would not change it.
        if (isRefusal(error)) return;
        if (attempt >= mostAttempts) await failImport(store, workspaceId, { id, error, now: clock() });
        throw error;
      }
    },
  };
}

async function importStaged(
  store: Store,
  workspaceId: string,
  { id, clock }: { readonly id: string; readonly clock: () => Date },
): Promise<void> {
  const note = await store.inWorkspace(workspaceId, async (transaction) => {
    const [row] = await transaction.query<{
      kind: FileKind;
      file_name: string;
      file_hash: string;
      mapping: Readonly<Record<FileKind, ImportMapping>>;
      size: number;
    }>(
      `select i.kind, i.file_name, encode(i.file_hash, 'hex') as file_hash, i.mapping,
         (select coalesce(sum(length(c.bytes)), 0) from import_chunk c where c.workspace_id = $1 and c.import_id = $2) as size
       from import i where i.workspace_id = $1 and i.id = $2`,
      [workspaceId, id],
    );
    return row!;
  });
  const { kind, file_name: fileName, file_hash: fileHash, size } = note;
  const mapping = note.mapping[kind];
  const source: TableSource = { name: fileName, stream: stagedBytes(store, workspaceId, id), size };
  const opened = await fileRows(source, mapping);
  try {
    const tables = { [kind]: { mapping, columns: opened.columns } };
    await importRows(
      store,
      workspaceId,
      { kind, fileName, fileHash, tables, rows: opened.rows },
      { clock, importId: id },
    );
  } finally {
    await opened.close();
  }
}

async function* stagedBytes(
  store: Store,
  workspaceId: string,
  id: string,
): AsyncGenerator<Uint8Array, void, undefined> {
  for (let position = 0; ; position += 1) {
    const [chunk] = await store.inWorkspace(workspaceId, (transaction) =>
      transaction.query<{ bytes: Uint8Array }>(
        'select bytes from import_chunk where workspace_id = $1 and import_id = $2 and position = $3',
        [workspaceId, id, position],
      ),
    );
    if (!chunk) return;
    yield chunk.bytes;
  }
}
