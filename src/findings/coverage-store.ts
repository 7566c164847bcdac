import { dayOfIsoDate, isoDate } from '../audit/index.ts';
import type { Coverage, CoverageShare } from '../overview/index.ts';
import type { WorkspaceTransaction } from '../store/index.ts';

/** An answer of a payer or decision maker counts as fresh for so many days: three months. */
const freshDays = 92;

/**
 * Share of the yearly revenue of customers by when somebody who pays or decides last answered. Absent where no account
 * has revenue or no response has such a role. One step along an index per account, so it does not grow with the answers.
 */
export async function readCoverage(
  { workspaceId, query }: WorkspaceTransaction,
  { today, currency }: { today: string; currency: string },
): Promise<Coverage | undefined> {
  const freshSince = isoDate(dayOfIsoDate(today)! - freshDays);
  const rows = await query<{ heard: 'fresh' | 'older' | 'never' | null; revenue: number; accounts: number }>(
    `select case when a.revenue is null then null when v.day is null then 'never' when v.day > $3 then 'fresh'
         else 'older' end as heard,
       coalesce(sum(a.revenue), 0)::bigint as revenue, count(*) as accounts
     from account a
     left join lateral (
       select r.day from response r
       where r.workspace_id = $1 and r.account_id = a.id
         and r.respondent_role in ('payer', 'decision-maker', 'decision-maker-and-contact-person') and r.day <= $4
       order by r.day desc limit 1
     ) as v on true
     where a.workspace_id = $1 and a.left_at is null and (a.revenue is null or coalesce(a.currency, $2) = $2)
     group by 1`,
    [workspaceId, currency, freshSince, today],
  );
  const of = (heard: string | null) => rows.find((row) => row.heard === heard) ?? { revenue: 0, accounts: 0 };
  const revenue = rows.reduce((sum, row) => sum + (row.heard === null ? 0 : row.revenue), 0);
  const heardEver = of('fresh').accounts + of('older').accounts;
  if (revenue <= 0 || heardEver === 0) return undefined;
  const share = (heard: string): CoverageShare => {
    const { revenue: part, accounts } = of(heard);
    return { share: part / revenue, revenue: part, accounts };
  };
  const unknown = of(null).accounts;
  return {
    currency,
    revenue,
    accounts: rows.reduce((sum, { accounts }) => sum + accounts, 0) - unknown,
    accountsWithoutRevenue: unknown,
    freshSince,
    fresh: share('fresh'),
    older: share('older'),
    never: share('never'),
  };
}
