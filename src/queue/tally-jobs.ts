import { foldTallies, recountTallies, type Store, type TallyDrift } from '../store/index.ts';
import type { JobHandler } from './job.ts';
import { enqueueJobs } from './job-store.ts';

/** The jobs that keep the tallies of a workspace; `onDrift` is told of every cell that the recount had to mend. */
export function tallyHandlers(
  store: Store,
  onDrift: (workspaceId: string, drift: readonly TallyDrift[]) => void,
): Readonly<Record<'fold-tallies' | 'recount-tallies', JobHandler>> {
  return {
    async 'fold-tallies'({ workspaceId }) {
      while ((await store.inWorkspace(workspaceId, (transaction) => foldTallies(transaction))) > 0);
    },
    async 'recount-tallies'({ workspaceId }) {
      const drift = await store.inWorkspace(workspaceId, recountTallies);
      if (drift.length > 0) onDrift(workspaceId, drift);
    },
  };
}

/**
 * Asks for a fold wherever deltas wait: one job per workspace and not one per answer, so nothing is lost when a job is.
 * Called every few seconds; answers how many workspaces had deltas.
 */
export async function sweepTallies(store: Store, now: Date): Promise<number> {
  const waiting: string[] = [];
  for (const workspaceId of await workspacesOf(store)) {
    const found = await store.inWorkspace(workspaceId, (transaction) =>
      transaction.query('select 1 from tally_delta where workspace_id = $1 limit 1', [workspaceId]),
    );
    if (found.length > 0) waiting.push(workspaceId);
  }
  await askFor(store, { kind: 'fold-tallies', workspaceIds: waiting, now });
  return waiting.length;
}

/** Asks for the nightly recount of every workspace. */
export async function askForRecounts(store: Store, now: Date): Promise<void> {
  await askFor(store, { kind: 'recount-tallies', workspaceIds: await workspacesOf(store), now });
}

async function workspacesOf(store: Store): Promise<string[]> {
  const rows = await store.inTransaction((connection) =>
    connection.query<{ workspace_id: string }>('select workspace_id from workspace_directory order by workspace_id'),
  );
  return rows.map(({ workspace_id }) => workspace_id);
}

async function askFor(store: Store, ask: { kind: string; workspaceIds: readonly string[]; now: Date }): Promise<void> {
  const { kind, workspaceIds, now } = ask;
  const jobs = workspaceIds.map((workspaceId) => ({ workspaceId, kind, dueAt: now, onceKey: kind }));
  await store.inTransaction((transaction) => enqueueJobs(transaction, jobs, now));
}
