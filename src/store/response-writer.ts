import { type GroupWriter, groupCommit } from './group-commit.ts';
import { notifyChange } from './listener.ts';
import type { Store } from './open-store.ts';
import { countsWhileYoung } from './statistics.ts';
import { type NewResponse, storeNewResponses, storeResponses } from './store-responses.ts';

/** Takes one response and answers when it is durable: true when it was new, false when it was known already. */
export type ResponseWriter = GroupWriter<NewResponse, boolean>;

/** Commits responses together that arrive together; no batch holds more than `most`. */
export function responseWriter(
  store: Store,
  options: { most?: number; gatherMilliseconds?: number } = {},
): ResponseWriter {
  const { most = 64, gatherMilliseconds = 1 } = options;
  const counts = countsWhileYoung(store);
  return groupCommit({
    most,
    gatherMilliseconds,
    async write(workspaceId, responses) {
      const areNew = await writeTogether(store, workspaceId, responses);
      counts.wrote(responses.length);
      return areNew;
    },
  });
}

/** At once where all are new, as nearly always; else with a look at which are. */
async function writeTogether(
  store: Store,
  workspaceId: string,
  responses: readonly NewResponse[],
): Promise<readonly boolean[]> {
  try {
    await store.inWorkspaceAtOnce(workspaceId, (transaction) =>
      // Told on the way, with the commit.
      Promise.all([storeNewResponses(transaction, responses), notifyChange(transaction)]),
    );
    return responses.map(() => true);
  } catch {
    // Where the answer to a commit was lost, the known ones are the responses themselves.
    const stored = await store.inWorkspace(workspaceId, async (transaction) => {
      // A repeat tells in vain, which costs less than to wait for what was new.
      const [ids] = await Promise.all([storeResponses(transaction, responses), notifyChange(transaction)]);
      return ids;
    });
    return responses.map(({ id }) => stored.has(id));
  }
}
