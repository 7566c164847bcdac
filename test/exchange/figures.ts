import type { Store } from '../../src/store/index.ts';

/** A figure of every question by month and group, from the tallies folded and unfolded, as a page would read them. */
export async function npsOf(store: Store, workspaceId: string): Promise<readonly object[]> {
  const dimensions = ['touchpoint_id', 'org_unit_id', 'segment', 'respondent_role'];
  const figures: object[] = [];
  for (const dimension of dimensions) {
    const rows = await store.inWorkspace(workspaceId, (t) =>
      t.query<object>(
        `select question_id, to_char(day, 'YYYY-MM') as month, ${dimension} as part, sum(n)::int as n,
           sum(n * point)::int as points, sum(n) filter (where point >= 10)::int as top,
           sum(n) filter (where point <= 7)::int as low
         from (
           select question_id, day, ${dimension}, each.point::int as point, each.n::int as n
           from tally, unnest(counts) with ordinality as each (n, point) where workspace_id = $1
           union all
           select question_id, day, ${dimension}, point, weight from tally_delta where workspace_id = $1
         ) as counted group by 1, 2, 3 having sum(n) > 0 order by 1, 2, 3`,
        [workspaceId],
      ),
    );
    figures.push(...rows);
  }
  return figures;
}
