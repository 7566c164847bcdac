import { type GroupWriter, groupCommit } from './group-commit.ts';
import { enterAndTell, notifyChange } from './listener.ts';
import type { Store } from './open-store.ts';
import { countsWhileYoung } from './statistics.ts';
import { type NewResponse, storeNewResponses, storeResponses } from './store-responses.ts';
import type { WorkspaceTransaction } from './workspace-transaction.ts';

/** Takes one response and answers when it is durable: true when it was new, false when it was known already. */
export type ResponseWriter = GroupWriter<NewResponse, boolean>;

/**
 * Asked before each batch of a workspace: what is to be written beside new responses, in their transaction. It sends all its
 * statements before it waits for any. Nothing where there is nothing to write.
 */
export type Alongside = (
  workspaceId: string,
) => Promise<((transaction: WorkspaceTransaction, responses: readonly NewResponse[]) => Promise<unknown>) | undefined>;

/** Commits responses together that arrive together; no batch holds more than `most`. */
export function responseWriter(
  store: Store,
  options: { most?: number; gatherMilliseconds?: number; alongside?: Alongside } = {},
): ResponseWriter {
  const { most = 64, gatherMilliseconds = 1, alongside } = options;
  const counts = countsWhileYoung(store);
  return groupCommit({
    most,
    gatherMilliseconds,
    async write(workspaceId, responses) {
      const also = await alongside?.(workspaceId);
      const areNew = await writeTogether(store, workspaceId, { responses, also });
      counts.wrote(responses.length);
      return areNew;
    },
  });
}

/** At once where all are new, as nearly always; else with a look at which are. */
async function writeTogether(
  store: Store,
  workspaceId: string,
  { responses, also }: { responses: readonly NewResponse[]; also: Awaited<ReturnType<Alongside>> },
): Promise<readonly boolean[]> {
  try {
    await store.inWorkspaceAtOnce(
      workspaceId,
      (transaction) => Promise.all([storeNewResponses(transaction, responses), also?.(transaction, responses)]),
      enterAndTell,
    );
    return responses.map(() => true);
  } catch {
    // Where the answer to a commit was lost, the known ones are the responses themselves.
    const stored = await store.inWorkspace(workspaceId, async (transaction) => {
      // A repeat tells in vain, which costs less than to wait for what was new.
      const [ids] = await Promise.all([storeResponses(transaction, responses), notifyChange(transaction)]);
      const fresh = responses.filter(({ id }) => ids.has(id));
      if (fresh.length > 0) await also?.(transaction, fresh);
      return ids;
    });
    return responses.map(({ id }) => stored.has(id));
  }
}
