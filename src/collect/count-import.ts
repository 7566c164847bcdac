import { addTableToTallies, type WorkspaceTransaction } from '../store/index.ts';

/** Stands where a response has no touchpoint, org unit or account (`tally_delta`). */
const noId = '00000000-0000-0000-0000-000000000000';

/**
 * Counts the answers of an import into the tallies (1) or takes them back (-1), set by set: the temporary table ends
 * with the transaction.
 */
export async function countImport(transaction: WorkspaceTransaction, importId: string, weight: 1 | -1): Promise<void> {
  await countResponses(transaction, { where: 'r.import_id = $2', value: importId, weight });
}

/** Counts the answers of these responses into the tallies. */
export async function countResponsesOf(transaction: WorkspaceTransaction, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await countResponses(transaction, { where: 'r.id = any ($2)', value: ids, weight: 1 });
}

async function countResponses(
  transaction: WorkspaceTransaction,
  given: { readonly where: string; readonly value: unknown; readonly weight: 1 | -1 },
): Promise<void> {
  const { where, value, weight } = given;
  const { query, workspaceId } = transaction;
  await query(
    `create temporary table if not exists counted_answer (question_id uuid, touchpoint_id uuid, org_unit_id uuid,
       account_id uuid, segment text, respondent_role text, channel text, day date, point smallint, points smallint,
       weight int) on commit drop`,
  );
  await query('delete from counted_answer');
  await query(
    `insert into counted_answer
     select a.question_id, coalesce(r.touchpoint_id, $4), coalesce(r.org_unit_id, $4), coalesce(r.account_id, $4),
       r.segment, r.respondent_role, r.channel, r.day, a.point, q.scale_points, (count(*) * $3)::int
     from response r
     join answer a on a.workspace_id = $1 and a.response_id = r.id
     join question q on q.workspace_id = $1 and q.id = a.question_id
     where r.workspace_id = $1 and ${where} and a.point is not null
     group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10`,
    [workspaceId, value, weight, noId],
  );
  await query('analyze counted_answer');
  await addTableToTallies(transaction, 'counted_answer');
}
