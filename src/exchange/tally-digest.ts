import type { WorkspaceTransaction } from '../store/index.ts';
import type { ArchiveDigest } from './archive-format.ts';

const dimensions = {
  tally: ['question_id', 'day', 'touchpoint_id', 'org_unit_id', 'segment', 'respondent_role', 'channel'],
  account_tally: ['question_id', 'account_id', 'day', 'touchpoint_id'],
} as const;
const noId = '00000000-0000-0000-0000-000000000000';

/**
 * What the tallies of a workspace say, folded and unfolded, as one number: equal for two stores when every cell counts the
 * same answers on every point. A sum of hashes, so that neither the order of cells nor the state of the fold matters.
 */
export async function tallyDigest(transaction: WorkspaceTransaction): Promise<ArchiveDigest> {
  const cells = await digestOf(transaction, 'tally');
  const accounts = await digestOf(transaction, 'account_tally');
  return { candor: 'tallies', answers: cells.answers, digest: `${cells.digest}-${accounts.digest}` };
}

async function digestOf({ workspaceId, query }: WorkspaceTransaction, tally: keyof typeof dimensions) {
  const key = dimensions[tally].join(', ');
  const accountsOnly = tally === 'account_tally' ? `and account_id <> '${noId}'` : '';
  const [row] = await query<{ answers: number; digest: string }>(
    `select coalesce(sum(n), 0)::bigint as answers, coalesce(sum(('x' || encode(substring(
       sha256(convert_to(cell, 'UTF8')) from 1 for 7), 'hex'))::bit(56)::bigint), 0)::text as digest
     from (
       select concat_ws('|', ${key}, point, sum(n)) as cell, sum(n) as n from (
         select ${key}, each.point::int as point, each.n::bigint as n
         from ${tally}, unnest(counts) with ordinality as each (n, point) where workspace_id = $1
         union all
         select ${key}, point::int, weight::bigint from tally_delta where workspace_id = $1 ${accountsOnly}
       ) as counted group by ${key}, point having sum(n) <> 0
     ) as cells`,
    [workspaceId],
  );
  return row!;
}
