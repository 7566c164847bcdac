import { setTimeout as sleep } from 'node:timers/promises';
import { notifyChange } from './listener.ts';
import type { Store } from './open-store.ts';
import { type NewResponse, storeResponses } from './store-responses.ts';

/** Takes one response and answers when it is durable: true when it was new, false when it was known already. */
export type ResponseWriter = (workspaceId: string, response: NewResponse) => Promise<boolean>;

interface Waiting {
  readonly response: NewResponse;
  readonly acknowledge: (isNew: boolean) => void;
  readonly refuse: (error: unknown) => void;
}

/**
 * Commits together what arrives together: the responses of one workspace that come within `gatherMilliseconds`, or the
 * first `most` of them, share a transaction, and each is acknowledged after its commit. A batch that fails is written
 * one by one, so that a bad response refuses itself only.
 */
export function responseWriter(
  store: Store,
  options: { most?: number; gatherMilliseconds?: number } = {},
): ResponseWriter {
  const { most = 16, gatherMilliseconds = 1 } = options;
  const gathering = new Map<string, Waiting[]>();
  const flush = (workspaceId: string, batch: Waiting[]) => {
    // Taken away before the first wait: whoever comes later opens the next batch.
    if (gathering.get(workspaceId) === batch) gathering.delete(workspaceId);
    return writeBatch(store, workspaceId, batch);
  };
  return (workspaceId, response) =>
    new Promise((acknowledge, refuse) => {
      const open = gathering.get(workspaceId);
      const batch = open ?? [];
      batch.push({ response, acknowledge, refuse });
      if (batch.length >= most) void flush(workspaceId, batch);
      else if (!open) {
        gathering.set(workspaceId, batch);
        void sleep(gatherMilliseconds).then(() => {
          if (gathering.get(workspaceId) === batch) void flush(workspaceId, batch);
        });
      }
    });
}

async function writeBatch(store: Store, workspaceId: string, batch: readonly Waiting[]): Promise<void> {
  try {
    const responses = batch.map(({ response }) => response);
    const stored = await store.writeAtOnce(workspaceId, async (transaction) => {
      // Told on the way: a repeat tells in vain, which costs less than to wait for what was new.
      const [ids] = await Promise.all([storeResponses(transaction, responses), notifyChange(transaction)]);
      return ids;
    });
    for (const { response, acknowledge } of batch) acknowledge(stored.has(response.id));
  } catch (error) {
    if (batch.length === 1) return batch[0]!.refuse(error);
    for (const one of batch) await writeBatch(store, workspaceId, [one]);
  }
}
