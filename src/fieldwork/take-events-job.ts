import { isCandorError } from '../errors/index.ts';
import { enqueueJobs, type JobHandler } from '../queue/index.ts';
import type { Store, WorkspaceTransaction } from '../store/index.ts';
import { storeTrouble } from '../store/index.ts';
import { type OnChanged, type TakenEvents, takeEvents } from './take-events.ts';
import { keepJudgements, waitingEvents } from './waiting-event-store.ts';

const kind = 'take-events';

/** Asks for the events of the workspace to be read; one job waits at most. */
export async function askForTaking(transaction: WorkspaceTransaction, now: Date): Promise<void> {
  const { workspaceId } = transaction;
  await enqueueJobs(transaction, [{ workspaceId, kind, dueAt: now, onceKey: kind }], now);
}

/** The job that reads the events of a workspace until none waits. */
export function takeEventsHandlers(
  store: Store,
  { clock, onChanged }: { clock: () => Date; onChanged?: OnChanged },
): Readonly<Record<'take-events', JobHandler>> {
  return {
    async 'take-events'({ workspaceId }) {
      await takeAllEvents(store, workspaceId, { clock, ...(onChanged && { onChanged }) });
    },
  };
}

const batch = 1_000;

/**
 * Reads events until none waits. Where a batch fails, smaller ones find the event that is to blame: it is set aside as
 * `not-taken` with the name of the error, and the others are read. A store that is away blames nobody.
 */
export async function takeAllEvents(
  store: Store,
  workspaceId: string,
  { clock, onChanged }: { clock: () => Date; onChanged?: OnChanged },
): Promise<void> {
  let most = batch;
  for (;;) {
    let taken: TakenEvents;
    try {
      taken = await takeEvents(store, workspaceId, clock(), { most, ...(onChanged && { onChanged }) });
    } catch (error) {
      const trouble = storeTrouble(error);
      if (isCandorError(trouble) && trouble.code.startsWith('CND_STORE_')) throw error;
      if (most > 1) {
        most = Math.ceil(most / 10);
        continue;
      }
      await setFirstAside(store, workspaceId, error);
      most = batch;
      continue;
    }
    if (taken.read < most) return;
    most = Math.min(batch, most * 10);
  }
}

async function setFirstAside(store: Store, workspaceId: string, error: unknown): Promise<void> {
  // Its name only: a message of the database may repeat the value of a field.
  const name = error instanceof Error ? error.name : 'unknown';
  await store.inWorkspace(workspaceId, async (transaction) => {
    const [first] = await waitingEvents(transaction, 1);
    if (first) await keepJudgements(transaction, [{ id: first.id, state: 'refused', reason: `not-taken ${name}` }]);
  });
}

/** Asks for the events of every workspace in which some wait: nothing is lost when a job is. Answers how many there were. */
export async function sweepEvents(store: Store, now: Date): Promise<number> {
  const workspaces = await store.inTransaction((connection) =>
    connection.query<{ id: string }>('select workspace_id as id from workspace_directory order by workspace_id'),
  );
  let waiting = 0;
  for (const { id } of workspaces) {
    const isWaiting = await store.inWorkspace(id, async (transaction) => {
      const found = await transaction.query(
        "select 1 from event where workspace_id = $1 and state = 'waiting' limit 1",
        [id],
      );
      if (found.length > 0) await askForTaking(transaction, now);
      return found.length > 0;
    });
    if (isWaiting) waiting += 1;
  }
  return waiting;
}
