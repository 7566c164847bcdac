import { setTimeout as sleep } from 'node:timers/promises';
import { notifyChange } from './listener.ts';
import type { Store } from './open-store.ts';
import { countsWhileYoung } from './statistics.ts';
import { type NewResponse, storeNewResponses, storeResponses } from './store-responses.ts';
import type { WorkspaceTransaction } from './workspace-transaction.ts';

/** Takes one response and answers when it is durable: true when it was new, false when it was known already. */
export type ResponseWriter = (workspaceId: string, response: NewResponse) => Promise<boolean>;

/**
 * Asked before each batch of a workspace: what is to be written beside new responses, in their transaction. It sends all its
 * statements before it waits for any. Nothing where there is nothing to write.
 */
export type Alongside = (
  workspaceId: string,
) => Promise<((transaction: WorkspaceTransaction, responses: readonly NewResponse[]) => Promise<unknown>) | undefined>;

interface Waiting {
  readonly response: NewResponse;
  readonly acknowledge: (isNew: boolean) => void;
  readonly refuse: (error: unknown) => void;
}

/**
 * Commits together what arrives together: of one workspace one batch is under way at a time, and those who come meanwhile
 * are the next. The first of a quiet workspace waits `gatherMilliseconds` for company; no batch holds more than `most`.
 * Each response is acknowledged after its commit. A batch that fails is written one by one, so that a bad response
 * refuses itself only. With batches side by side they stayed at three responses of 16 clients, and each costs as much as
 * one of sixteen.
 */
export function responseWriter(
  store: Store,
  options: { most?: number; gatherMilliseconds?: number; alongside?: Alongside } = {},
): ResponseWriter {
  const { most = 64, gatherMilliseconds = 1, alongside } = options;
  const gathering = new Map<string, Waiting[]>();
  const counts = countsWhileYoung(store);
  const work = async (workspaceId: string) => {
    const waiting = gathering.get(workspaceId)!;
    if (gatherMilliseconds > 0) await sleep(gatherMilliseconds);
    // What is handed over in one turn of the event loop belongs together.
    else await undefined;
    while (waiting.length > 0) {
      const batch = waiting.splice(0, most);
      await writeBatch({ store, alongside }, workspaceId, batch);
      counts.wrote(batch.length);
    }
    gathering.delete(workspaceId);
  };
  return (workspaceId, response) =>
    new Promise((acknowledge, refuse) => {
      const open = gathering.get(workspaceId);
      if (open) return open.push({ response, acknowledge, refuse });
      gathering.set(workspaceId, [{ response, acknowledge, refuse }]);
      void work(workspaceId);
    });
}

/** At once where all are new, as nearly always; else with a look at which are; else one by one. */
async function writeBatch(where: Where, workspaceId: string, batch: readonly Waiting[]): Promise<void> {
  const responses = batch.map(({ response }) => response);
  try {
    const also = await where.alongside?.(workspaceId);
    await where.store.inWorkspaceAtOnce(workspaceId, (transaction) =>
      // Told on the way, with the commit.
      Promise.all([
        storeNewResponses(transaction, responses),
        notifyChange(transaction),
        also?.(transaction, responses),
      ]),
    );
    for (const { acknowledge } of batch) acknowledge(true);
  } catch {
    await writeKnown(where, workspaceId, batch);
  }
}

interface Where {
  readonly store: Store;
  readonly alongside: Alongside | undefined;
}

/** Asks which are known. Where the answer to a commit was lost, these are the responses themselves. */
async function writeKnown(where: Where, workspaceId: string, batch: readonly Waiting[]): Promise<void> {
  try {
    const responses = batch.map(({ response }) => response);
    const also = await where.alongside?.(workspaceId);
    const stored = await where.store.inWorkspace(workspaceId, async (transaction) => {
      // A repeat tells in vain, which costs less than to wait for what was new.
      const [ids] = await Promise.all([storeResponses(transaction, responses), notifyChange(transaction)]);
      const fresh = responses.filter(({ id }) => ids.has(id));
      if (fresh.length > 0) await also?.(transaction, fresh);
      return ids;
    });
    for (const { response, acknowledge } of batch) acknowledge(stored.has(response.id));
  } catch (error) {
    if (batch.length === 1) return batch[0]!.refuse(error);
    for (const one of batch) await writeKnown(where, workspaceId, [one]);
  }
}
