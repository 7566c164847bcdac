import { setTimeout as sleep } from 'node:timers/promises';

/** Writes one item and answers when it is durable. */
export type GroupWriter<Item, Outcome> = (workspaceId: string, item: Item) => Promise<Outcome>;

export interface GroupCommitOptions<Item, Outcome> {
  /** Writes items in one transaction; answers the outcome of each, in their order. */
  readonly write: (workspaceId: string, items: readonly Item[]) => Promise<readonly Outcome[]>;
  /** What a batch may weigh at most; one item always fits. */
  readonly most: number;
  readonly weightOf?: (item: Item) => number;
  readonly gatherMilliseconds: number;
}

interface Waiting<Item, Outcome> {
  readonly item: Item;
  readonly acknowledge: (outcome: Outcome) => void;
  readonly refuse: (error: unknown) => void;
}

/**
 * Commits together what arrives together: of one workspace one batch is under way at a time, and those who come meanwhile
 * are the next. The first of a quiet workspace waits `gatherMilliseconds` for company. Each item is acknowledged after its
 * commit. A batch that fails is written one by one, so that a bad item refuses itself only. With batches side by side they
 * stayed at three responses of 16 clients, and each costs as much as one of sixteen.
 */
export function groupCommit<Item, Outcome>(options: GroupCommitOptions<Item, Outcome>): GroupWriter<Item, Outcome> {
  const { write, most, weightOf = () => 1, gatherMilliseconds } = options;
  const gathering = new Map<string, Waiting<Item, Outcome>[]>();
  const work = async (workspaceId: string) => {
    const waiting = gathering.get(workspaceId)!;
    if (gatherMilliseconds > 0) await sleep(gatherMilliseconds);
    // What is handed over in one turn of the event loop belongs together.
    else await undefined;
    let acknowledge: Acknowledge | undefined;
    while (waiting.length > 0) {
      let weight = 0;
      let count = 0;
      while (count < waiting.length && (count === 0 || weight + weightOf(waiting[count]!.item) <= most)) {
        weight += weightOf(waiting[count]!.item);
        count += 1;
      }
      // The next batch is on its way before the last one is answered: else the database waits for the replies to be made.
      const writing = writeBatch(write, workspaceId, waiting.splice(0, count));
      if (acknowledge) setImmediate(acknowledge);
      acknowledge = await writing;
      // With nobody behind it there is nothing to wait for.
      if (waiting.length > 0) continue;
      acknowledge();
      acknowledge = undefined;
    }
    gathering.delete(workspaceId);
  };
  return (workspaceId, item) =>
    new Promise((acknowledge, refuse) => {
      const open = gathering.get(workspaceId);
      if (open) return open.push({ item, acknowledge, refuse });
      gathering.set(workspaceId, [{ item, acknowledge, refuse }]);
      void work(workspaceId);
    });
}

type Acknowledge = () => void;

/** Writes a batch; answers what tells everybody in it how it went. */
async function writeBatch<Item, Outcome>(
  write: GroupCommitOptions<Item, Outcome>['write'],
  workspaceId: string,
  batch: readonly Waiting<Item, Outcome>[],
): Promise<Acknowledge> {
  try {
    const outcomes = await write(
      workspaceId,
      batch.map(({ item }) => item),
    );
    return () => {
      for (const [place, { acknowledge }] of batch.entries()) acknowledge(outcomes[place]!);
    };
  } catch (error) {
    if (batch.length === 1) return () => batch[0]!.refuse(error);
    const alone: Acknowledge[] = [];
    for (const one of batch) alone.push(await writeBatch(write, workspaceId, [one]));
    return () => {
      for (const acknowledge of alone) acknowledge();
    };
  }
}
