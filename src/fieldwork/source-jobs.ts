import { isCandorError } from '../errors/index.ts';
import { enqueueJobs, type JobHandler } from '../queue/index.ts';
import type { Store, WorkspaceTransaction } from '../store/index.ts';
import { dueSources, keepSourceError } from './event-source-store.ts';
import { readSource, type SourceReading } from './read-source.ts';

const kind = 'read-source';

/** Asks for a source to be read now; one job of it waits at most. */
export async function askForReading(transaction: WorkspaceTransaction, id: string, now: Date): Promise<void> {
  const { workspaceId } = transaction;
  const job = { workspaceId, kind, payload: { sourceId: id }, dueAt: now, onceKey: id, mostAttempts: 1 };
  await enqueueJobs(transaction, [job], now);
}

/** The job that reads a source. What goes wrong is kept with the source, which is read again at its next time. */
export function sourceHandlers(reading: SourceReading): Readonly<Record<'read-source', JobHandler>> {
  const { store, clock } = reading;
  return {
    async 'read-source'({ workspaceId, payload }) {
      const id = String(payload.sourceId);
      // Held while the source is read, by a transaction that does nothing else: two readers would write one result twice.
      await store.inWorkspace(workspaceId, async ({ query }) => {
        const [lock] = await query<{ got: boolean }>(
          "select pg_try_advisory_xact_lock(hashtextextended('read-source ' || $1::text, 0)) as got",
          [id],
        );
        if (!lock!.got) return;
        try {
          await readSource(reading, workspaceId, id);
        } catch (error) {
          const message = isCandorError(error) ? `${error.code}: ${error.message}` : 'CND_FAULT: it could not be read';
          await store.inWorkspace(workspaceId, (transaction) =>
            keepSourceError(transaction, { id, message, now: clock() }),
          );
          if (!isCandorError(error)) throw error;
        }
      });
    },
  };
}

/** Asks for every source whose time has come. Answers how many there were. */
export async function sweepSources(store: Store, now: Date): Promise<number> {
  const workspaces = await store.inTransaction((connection) =>
    connection.query<{ id: string }>('select workspace_id as id from workspace_directory order by workspace_id'),
  );
  let asked = 0;
  for (const { id: workspaceId } of workspaces) {
    asked += await store.inWorkspace(workspaceId, async (transaction) => {
      const due = await dueSources(transaction, now);
      for (const id of due) await askForReading(transaction, id, now);
      return due.length;
    });
  }
  return asked;
}
