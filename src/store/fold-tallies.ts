import { accountTallyKey, countsPerPoint, noId, tallyKey } from './tally-cell.ts';
import type { WorkspaceTransaction } from './workspace-transaction.ts';

/**
 * Folds up to `most` deltas of the workspace into its two tallies, in a transaction of its own. The rows are chosen and
 * locked first, since a delta that is committed between two statements must be in both tallies or in none. Answers how
 * many were folded; fewer than `most` means that none is left.
 */
export async function foldTallies(transaction: WorkspaceTransaction, most = 10_000): Promise<number> {
  const { workspaceId } = transaction;
  await lockTallies(transaction);
  const chosen = await transaction.query<{ id: string; points: number }>(
    'select id, points from tally_delta where workspace_id = $1 order by id limit $2 for update',
    [workspaceId, most],
  );
  if (chosen.length === 0) return 0;
  const ids = chosen.map(({ id }) => id);
  const mostPoints = Math.max(...new Set(chosen.map(({ points }) => points)));
  await transaction.query(accountFold(mostPoints), [workspaceId, ids, noId]);
  await transaction.query(cellFold(mostPoints), [workspaceId, ids]);
  return chosen.length;
}

/** One fold or recount of a workspace at a time: two would lock the same cells in different orders. */
export async function lockTallies({ workspaceId, query }: WorkspaceTransaction): Promise<void> {
  await query('select workspace_id from workspace where workspace_id = $1 for no key update', [workspaceId]);
}

function accountFold(mostPoints: number): string {
  const key = accountTallyKey.join(', ');
  return `insert into account_tally as t (workspace_id, ${key}, counts)
    select workspace_id, ${key}, ${countsPerPoint(mostPoints)} from tally_delta
    where workspace_id = $1 and id = any ($2) and account_id <> $3 group by workspace_id, ${key}
    on conflict (workspace_id, ${key}) do update set counts = add_counts(t.counts, excluded.counts)`;
}

/** Comes last: it takes the deltas away. */
function cellFold(mostPoints: number): string {
  const key = tallyKey.join(', ');
  return `with moved as (
      delete from tally_delta where workspace_id = $1 and id = any ($2) returning *
    )
    insert into tally as t (workspace_id, ${key}, counts)
    select workspace_id, ${key}, ${countsPerPoint(mostPoints)} from moved group by workspace_id, ${key}
    on conflict (workspace_id, ${key}) do update set counts = add_counts(t.counts, excluded.counts)`;
}
