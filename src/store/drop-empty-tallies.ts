import { lockTallies } from './add-to-tallies.ts';
import { tallyShapes } from './tally-cell.ts';
import type { WorkspaceTransaction } from './workspace-transaction.ts';

/** Removes the cells that count nothing any more, after many answers were taken back at once. */
export async function dropEmptyTallies(transaction: WorkspaceTransaction): Promise<void> {
  await lockTallies(transaction);
  for (const { table } of tallyShapes) {
    await transaction.query(`delete from ${table} where workspace_id = $1 and 0 = all (counts)`, [
      transaction.workspaceId,
    ]);
  }
}
