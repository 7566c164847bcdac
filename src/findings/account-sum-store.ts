import { dayOfIsoDate, isoDate, type PeriodUnit, periodOf, periodStart } from '../audit/index.ts';
import type { AccountSums } from '../overview/index.ts';
import type { WorkspaceTransaction } from '../store/index.ts';
import { noId } from './view-filter.ts';

/** What each answer to a question counts as, per point of its scale: whole numbers. */
export interface WeighedQuestion {
  readonly id: string;
  readonly values: readonly number[];
}

/** Whole periods, half-open. */
export interface AccountSumsAsked {
  readonly questions: readonly WeighedQuestion[];
  readonly from: string;
  readonly to: string;
  readonly unit: PeriodUnit;
}

/**
 * The account sums of every period in the days given, by the ordinal of the period. An account that answered several
 * questions of the metric is one account. Months and quarters come from the tally by account and month.
 *
 * All of it is counted in integers: answers are added up per account and value first (of an NPS those are three sums, and
 * each count is looked at once), then weighed, then squared. In float8 with a sum each for n, s and their products it
 * took twice as long. The last sums are numeric and leave as float8, exact below 2^53.
 */
export async function readAccountSums(
  { workspaceId, query }: WorkspaceTransaction,
  asked: AccountSumsAsked,
): Promise<ReadonlyMap<number, AccountSums>> {
  const { questions, unit } = asked;
  if (questions.length === 0) return new Map();
  const { sql, values } = unit === 'week' ? byAccountAndDay(asked) : byAccountAndMonth(asked);
  const rows = await query<Record<keyof AccountSums, number> & { period: string }>(sql, [workspaceId, ...values]);
  return new Map(rows.map(({ period, ...sums }) => [periodOf(dayOfIsoDate(period)!, unit), sums]));
}

/**
 * One step into the index for each period. Written as one range with the period as a group, a store of one workspace was
 * read from end to end, and row level security looked at each of its rows: a third of the time.
 */
function byAccountAndMonth(asked: AccountSumsAsked): { sql: string; values: unknown[] } {
  const starts = startsOf(asked);
  const cells = cellsOf(asked, {
    parameters: [asked.from, asked.to, starts.slice(0, -1), starts.slice(1)],
    table: 'account_trend_tally',
    within: 'month >= span.first and month < span.next',
    newWithin: 'period = span.first',
    period: '',
  });
  const sql = `with ${cells.fresh}
    select span.first::text as period, sums.* from unnest($4::date[], $5::date[]) as span (first, next)
    cross join lateral (
      select ${sumsOf} from (${weighed(cells.values, `(${addedUp(cells, 'account_id')})`)}) as accounts having count(*) > 0
    ) as sums`;
  return { sql, values: cells.parameters };
}

/** The tally by day has the account before the day in its key: a step for each week would read all of them each time. */
function byAccountAndDay(asked: AccountSumsAsked): { sql: string; values: unknown[] } {
  const cells = cellsOf(asked, {
    parameters: [asked.from, asked.to],
    table: 'account_tally',
    within: 'day >= $2 and day < $3',
    newWithin: 'true',
    period: `date_trunc('week', day::timestamp)::date as period, `,
  });
  const added = addedUp(cells, 'period, account_id');
  const sql = `with ${cells.fresh}
    select period::text, ${sumsOf} from (${weighed(cells.values, `(${added})`, 'period, ')}) as accounts
    group by accounts.period`;
  return { sql, values: cells.parameters };
}

/** The first days of the periods, and of the one after the last. */
function startsOf({ from, to, unit }: AccountSumsAsked): string[] {
  const [first, end] = [from, to].map((day) => periodOf(dayOfIsoDate(day)!, unit));
  return Array.from({ length: end! - first! + 1 }, (_, i) => isoDate(periodStart(first! + i, unit)));
}

const sumsOf = `count(*)::float8 as accounts, sum(n)::float8 as answers, sum(s)::float8 as total,
  sum(q)::float8 as squares, sum(n * n)::float8 as "answersSquared", sum(n * s)::float8 as "answersByTotal",
  sum(s * s)::float8 as "totalSquared"`;

/** Answers, values and squared values of each account that answered, out of its answers per value (c0, c1, …). */
function weighed(values: readonly number[], accounts: string, period = ''): string {
  const sum = (weight: (value: number) => number) => {
    const terms = values.flatMap((value, i) => (weight(value) === 0 ? [] : [`c${i} * ${weight(value)}`]));
    return terms.length === 0 ? '0::bigint' : terms.join(' + ');
  };
  const n = values.map((_, i) => `c${i}`).join(' + ');
  // Without "offset 0" the planner puts each of these in place of its name, and counts it again for every product.
  return `select ${period}n, s, q from (
      select ${period}${n} as n, ${sum((v) => v)} as s, ${sum((v) => v * v)} as q from ${accounts} as added offset 0
    ) as weighed where n > 0`;
}

interface Cells {
  /** Every value that an answer can count as. */
  readonly values: readonly number[];
  /** The answers that are not folded yet, once, whatever the number of periods. */
  readonly fresh: string;
  /** Both kinds, one below the other. */
  readonly sql: string;
  /** From `$2` on. */
  readonly parameters: unknown[];
}

function addedUp({ values, sql }: Cells, key: string): string {
  return `select ${key}, ${values.map((_, i) => `sum(c${i}) as c${i}`).join(', ')} from (${sql}) as cells group by ${key}`;
}

/** Answers per account cell and value, and those of the deltas beside them, so that an answer counts from its commit on. */
function cellsOf(
  { questions, unit }: AccountSumsAsked,
  from: { parameters: unknown[]; table: string; within: string; newWithin: string; period: string },
): Cells {
  const values = [...new Set(questions.flatMap((question) => question.values))].sort((a, b) => a - b);
  const parameters = [...from.parameters];
  const period = from.period === '' ? '' : 'period, ';
  const parts = byValues(questions).map(([weights, ids]) => {
    parameters.push(ids);
    const ask = `question_id = any ($${parameters.length + 1}::uuid[])`;
    const points = values.map((value) => weights.flatMap((weight, i) => (weight === value ? [i + 1] : [])));
    const counted = points.map((each) => (each.length === 0 ? '0' : each.map((k) => `counts[${k}]`).join(' + ')));
    const fresh = points.map((each) => `coalesce(sum(weight) filter (where point = any ('{${each}}')), 0)::int`);
    const named = (columns: readonly string[]) => columns.map((column, i) => `${column} as c${i}`).join(', ');
    return {
      folded: `select ${from.period}account_id, ${named(counted)} from ${from.table}
        where workspace_id = $1 and ${ask} and ${from.within}`,
      fresh: `select date_trunc('${unit}', day::timestamp)::date as period, account_id, ${named(fresh)} from tally_delta
        where workspace_id = $1 and ${ask} and day >= $2 and day < $3 and account_id <> '${noId}' group by 1, 2`,
    };
  });
  const columns = values.map((_, i) => `c${i}`).join(', ');
  return {
    values,
    fresh: `fresh as materialized (${parts.map(({ fresh }) => fresh).join(' union all ')})`,
    sql: `${parts.map(({ folded }) => folded).join(' union all ')}
      union all select ${period}account_id, ${columns} from fresh where ${from.newWithin}`,
    parameters,
  };
}

/** Questions whose answers count the same share a part of the statement. */
function byValues(questions: readonly WeighedQuestion[]): (readonly [readonly number[], string[]])[] {
  const parts = new Map<string, readonly [readonly number[], string[]]>();
  for (const { id, values } of questions) {
    const name = values.join();
    const known = parts.get(name);
    if (known) known[1].push(id);
    else parts.set(name, [values, [id]]);
  }
  return [...parts.values()];
}
