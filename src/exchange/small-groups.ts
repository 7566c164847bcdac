import { CandorError } from '../errors/index.ts';
import type { WorkspaceTransaction } from '../store/index.ts';
import { type AnswerFilter, filteredResponses, ofWorkspace } from './answer-filter.ts';

/** Values of a column that stand for too few respondents to be told. */
export type Withheld = ReadonlyMap<string, ReadonlySet<string>>;

export const noWithheld: Withheld = new Map();

/** The columns that cut respondents into groups, and where their values stand. */
const dimensions: Readonly<Record<string, string>> = {
  touchpoint: 'tp.key',
  segment: 'r.segment',
  org_unit: 'ou.code',
  role: 'r.respondent_role',
  channel: 'r.channel',
};

/**
 * For an exporter who may not see small groups: the values of each dimension that fewer respondents than the floor have.
 * Where those left out would be told by being the only ones without a value, the next smallest group is left out with
 * them. A view with fewer respondents than the floor is refused.
 */
export async function withheldGroups(
  transaction: WorkspaceTransaction,
  filter: AnswerFilter,
  floor: number,
): Promise<Withheld> {
  const [all] = await groups(transaction, filter, 'null');
  if (all && all.n > 0 && all.n < floor) {
    const message = `the view holds ${all.n} respondents, and fewer than ${floor} are not told`;
    throw new CandorError('CND_FORBIDDEN', message, { action: 'view-small-groups', floor });
  }
  const withheld = new Map<string, ReadonlySet<string>>();
  for (const [name, value] of Object.entries(dimensions)) {
    const found = await groups(transaction, filter, value);
    withheld.set(name, tooSmall(found, floor));
  }
  return withheld;
}

interface Group {
  readonly value: string | null;
  readonly n: number;
}

async function groups({ workspaceId, query }: WorkspaceTransaction, filter: AnswerFilter, value: string) {
  return query<Group>(
    `select nullif(${value}, '') as value, count(distinct coalesce(r.contact_id, r.id))::int as n
     from ${filteredResponses} where ${ofWorkspace} ${filter.sql} group by 1 order by 2, 1`,
    [workspaceId, ...filter.values],
  );
}

function tooSmall(found: readonly Group[], floor: number): ReadonlySet<string> {
  const withheld = new Set<string>();
  // Those without a value hide the ones that are left out.
  let hidden = found.find(({ value }) => value === null)?.n ?? 0;
  for (const { value, n } of found) {
    if (value === null || (n >= floor && (withheld.size === 0 || hidden >= floor))) continue;
    withheld.add(value);
    hidden += n;
  }
  return withheld;
}
