import { CandorError } from '../errors/index.ts';
import { groupCommit, type Store } from '../store/index.ts';
import type { CloudEvent } from './cloud-event.ts';
import { type StoredEvents, storeEvents } from './event-store.ts';
import { askForTaking } from './take-events-job.ts';

/** Takes the events of one request and answers when they are durable. */
export type EventWriter = (workspaceId: string, events: readonly CloudEvent[]) => Promise<StoredEvents>;

export interface EventWriterOptions {
  readonly clock: () => Date;
  /** Events of one transaction at most; a request is never divided. */
  readonly most?: number;
  /** Events that may wait in this process: about 100 MB of the usual ones. More are refused (`CND_EVENTS_BUSY`). */
  readonly mostWaiting?: number;
}

/**
 * The way of events into the store: requests that come together are committed together, with the job that will read them.
 * None is acknowledged before its commit.
 */
export function eventWriter(
  store: Store,
  { clock, most = 1_000, mostWaiting = 50_000 }: EventWriterOptions,
): EventWriter {
  const write = groupCommit<readonly CloudEvent[], StoredEvents>({
    most,
    weightOf: (events) => events.length,
    gatherMilliseconds: 0,
    write: (workspaceId, requests) =>
      store.inWorkspace(workspaceId, async (transaction) => {
        const stored = await storeEvents(transaction, requests, clock());
        if (stored.some(({ accepted }) => accepted > 0)) await askForTaking(transaction, clock());
        return stored;
      }),
  });
  let waiting = 0;
  return async (workspaceId, events) => {
    if (events.length === 0) return { accepted: 0, duplicates: 0, ids: [], areNew: [] };
    if (waiting + events.length > mostWaiting) {
      throw new CandorError('CND_EVENTS_BUSY', `${waiting} events wait to be written`, { waiting });
    }
    waiting += events.length;
    try {
      return await write(workspaceId, events);
    } finally {
      waiting -= events.length;
    }
  };
}
