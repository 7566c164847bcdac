import { addDeltaRows, type DeltaRows, lockTallies, noteTallyWrite } from './add-to-tallies.ts';
import { tallyShapes } from './tally-cell.ts';
import type { WorkspaceTransaction } from './workspace-transaction.ts';

/**
 * Folds up to `most` deltas of the workspace into its tallies, in a transaction of its own. The rows are chosen and
 * locked first, since a delta that is committed between two statements must be in all tallies or in none. Answers how
 * many were folded; fewer than `most` means that none is left.
 */
export async function foldTallies(transaction: WorkspaceTransaction, most = 10_000): Promise<number> {
  const { workspaceId, query } = transaction;
  await lockTallies(transaction);
  const chosen = await query<{ id: string; points: number; weight: number }>(
    'select id, points, weight from tally_delta where workspace_id = $1 order by id limit $2 for update',
    [workspaceId, most],
  );
  if (chosen.length === 0) return 0;
  const ids = chosen.map(({ id }) => id);
  const deltas: DeltaRows = {
    relation: '(select * from tally_delta where workspace_id = $1 and id = any ($2)) as chosen',
    values: [ids],
    mostPoints: chosen.reduce((points, delta) => Math.max(points, delta.points), 0),
  };
  for (const shape of tallyShapes) await addDeltaRows(transaction, shape, deltas);
  await query('delete from tally_delta where workspace_id = $1 and id = any ($2)', [workspaceId, ids]);
  await noteTallyWrite(transaction, chosen.filter(({ weight }) => weight < 0).length);
  return chosen.length;
}
