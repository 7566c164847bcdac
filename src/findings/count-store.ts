import { dayOfIsoDate, type PeriodUnit, periodOf } from '../audit/index.ts';
import type { AccountSums } from '../overview/index.ts';
import type { WorkspaceTransaction } from '../store/index.ts';
import type { ViewDimension } from '../view/index.ts';
import type { ScoredQuestion } from './metric-series.ts';
import { needsOnlyTouchpoint, tallyConditions, type ViewFilter } from './view-filter.ts';

/** Answers of one question in one part (a period or a group), per point of its scale. */
export interface PartCounts {
  readonly questionId: string;
  /** First day of the period, or the value of the dimension. */
  readonly part: string;
  readonly counts: readonly number[];
}

export interface CountedDays {
  readonly questions: readonly Pick<ScoredQuestion, 'id' | 'points'>[];
  /** Half-open. */
  readonly from: string;
  readonly to: string;
}

const columns: Readonly<Record<ViewDimension, string>> = {
  touchpoint: 'touchpoint_id',
  unit: 'org_unit_id',
  segment: 'segment',
  role: 'respondent_role',
  channel: 'channel',
};

/** First days of ISO weeks, months and quarters; days are local already, so no time zone enters. */
const periodStartOf = (unit: PeriodUnit) => `date_trunc('${unit}', day::timestamp)::date`;

/** Answers per period. */
export function readPeriodCounts(
  transaction: WorkspaceTransaction,
  asked: CountedDays & { filter: ViewFilter; unit: PeriodUnit },
): Promise<readonly PartCounts[]> {
  return readCounts(transaction, asked, {
    parts: [periodStartOf(asked.unit)],
    table: needsOnlyTouchpoint(asked.filter) ? 'trend_tally' : 'tally',
  });
}

/** Answers per touchpoint and period: `part` is the id of the touchpoint, a blank, and the first day of the period. */
export function readTouchpointCounts(
  transaction: WorkspaceTransaction,
  asked: CountedDays & { filter: ViewFilter; unit: PeriodUnit },
): Promise<readonly PartCounts[]> {
  return readCounts(transaction, asked, {
    parts: ['touchpoint_id', periodStartOf(asked.unit)],
    table: needsOnlyTouchpoint(asked.filter) ? 'trend_tally' : 'tally',
  });
}

/** Answers per day. */
export function readDayCounts(
  transaction: WorkspaceTransaction,
  asked: CountedDays & { filter: ViewFilter },
): Promise<readonly PartCounts[]> {
  return readCounts(transaction, asked, {
    parts: ['day'],
    table: needsOnlyTouchpoint(asked.filter) ? 'trend_tally' : 'tally',
  });
}

/** The first day with an answer to each question, over all time. */
export async function readFirstDays(
  { workspaceId, query }: WorkspaceTransaction,
  questions: readonly { readonly id: string }[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await query<{ question_id: string; day: string }>(
    `select question_id, min(day) as day from (
       select question_id, day from trend_tally
       where workspace_id = $1 and question_id = any ($2::uuid[]) and 0 < any (counts)
       union all
       select question_id, day from tally_delta
       where workspace_id = $1 and question_id = any ($2::uuid[]) and weight > 0
     ) as days group by 1`,
    [workspaceId, questions.map(({ id }) => id)],
  );
  return new Map(rows.map(({ question_id, day }) => [question_id, day]));
}

/** The last day of the window with an answer; of the tallies, so that it costs the same at any number of answers. */
export async function readLastDay(
  { workspaceId, query }: WorkspaceTransaction,
  { questions, from, to, filter }: CountedDays & { filter: ViewFilter },
): Promise<string | undefined> {
  if (questions.length === 0) return undefined;
  const where = tallyConditions(filter, 5);
  const within = `workspace_id = $1 and question_id = any ($2::uuid[]) and day >= $3 and day < $4 ${where.sql}`;
  const [row] = await query<{ day: string | null }>(
    `select greatest(
       (select max(day) from ${needsOnlyTouchpoint(filter) ? 'trend_tally' : 'tally'} where ${within} and 0 < any (counts)),
       (select max(day) from tally_delta where ${within} and weight > 0)) as day`,
    [workspaceId, questions.map(({ id }) => id), from, to, ...where.values],
  );
  return row?.day ?? undefined;
}

/** Answers per value of a dimension. */
export function readGroupCounts(
  transaction: WorkspaceTransaction,
  asked: CountedDays & { filter: ViewFilter; by: ViewDimension },
): Promise<readonly PartCounts[]> {
  const coarse = asked.by === 'touchpoint' && needsOnlyTouchpoint(asked.filter);
  return readCounts(transaction, asked, { parts: [columns[asked.by]], table: coarse ? 'trend_tally' : 'tally' });
}

/** Folded and unfolded answers in one statement, so that an answer counts from its commit on, and once. */
async function readCounts(
  { workspaceId, query }: WorkspaceTransaction,
  { questions, from, to, filter }: CountedDays & { filter: ViewFilter },
  { parts, table }: { parts: readonly string[]; table: 'tally' | 'trend_tally' },
): Promise<readonly PartCounts[]> {
  if (questions.length === 0) return [];
  const points = Array.from({ length: Math.max(...questions.map((one) => one.points)) }, (_, i) => i + 1);
  const where = tallyConditions(filter, 5);
  const within = `workspace_id = $1 and question_id = any ($2::uuid[]) and day >= $3 and day < $4 ${where.sql}`;
  const named = parts.map((part, i) => `${part} as p${i}`).join(', ');
  const names = parts.map((_, i) => `p${i}`);
  // Grouped by the columns as they are and written out once a group: as text it took twice as long.
  const grouped = `group by question_id, ${names.join(', ')}`;
  const rows = await query<{ question_id: string; part: string; counts: number[] }>(
    `select question_id, ${names.map((name) => `${name}::text`).join(" || ' ' || ")} as part,
       array[${points.map((k) => `coalesce(sum(c${k}), 0)`).join(', ')}]::int[] as counts
     from (
       select question_id, ${named}, ${points.map((k) => `sum(counts[${k}]) as c${k}`).join(', ')}
       from ${table} where ${within} ${grouped}
       union all
       select question_id, ${named}, ${points.map((k) => `sum(weight) filter (where point = ${k}) as c${k}`).join(', ')}
       from tally_delta where ${within} ${grouped}
     ) as parts ${grouped}`,
    [workspaceId, questions.map(({ id }) => id), from, to, ...where.values],
  );
  return rows.map(({ question_id, part: name, counts }) => ({ questionId: question_id, part: name, counts }));
}

/** What each answer to a question counts as, per point of its scale. */
export interface WeighedQuestion {
  readonly id: string;
  readonly values: readonly number[];
}

/**
 * The account sums of every period that starts in the days given, by the ordinal of the period. An account that answered
 * several questions of the metric is one account. Months come from the tally by account and month.
 */
export async function readAccountSums(
  { workspaceId, query }: WorkspaceTransaction,
  { questions, from, to, unit }: { questions: readonly WeighedQuestion[]; from: string; to: string; unit: PeriodUnit },
): Promise<ReadonlyMap<number, AccountSums>> {
  if (questions.length === 0) return new Map();
  const monthly = unit !== 'week';
  const period =
    unit === 'month' ? 'month' : monthly ? periodStartOf(unit).replace('day', 'month') : periodStartOf(unit);
  const shared = { workspaceId, questions, from, to };
  const { sql, values } = accountCells(shared, { period, monthly, unit });
  const rows = await query<Record<keyof AccountSums, number> & { period: string }>(
    `with cells as (${sql}), accounts as (
       select period, account_id, sum(n) as n, sum(s) as s, sum(q) as q from cells group by 1, 2 having sum(n) > 0
     )
     select period::text, count(*)::float8 as accounts, sum(n) as answers, sum(s) as total, sum(q) as squares,
       sum(n * n) as "answersSquared", sum(n * s) as "answersByTotal", sum(s * s) as "totalSquared"
     from accounts group by accounts.period`,
    values,
  );
  return new Map(rows.map(({ period: start, ...sums }) => [periodOf(dayOfIsoDate(start)!, unit), sums]));
}

/** Answers, values and squared values of each account cell and of each delta that is not folded. */
function accountCells(
  asked: { workspaceId: string; questions: readonly WeighedQuestion[]; from: string; to: string },
  { period, monthly, unit }: { period: string; monthly: boolean; unit: PeriodUnit },
): { sql: string; values: unknown[] } {
  const values: unknown[] = [asked.workspaceId, asked.from, asked.to];
  const parts = byValues(asked.questions).flatMap(([weights, ids]) => {
    values.push(ids);
    const ask = `question_id = any ($${values.length}::uuid[])`;
    // Whole numbers below 2^53, which float8 adds exactly and in half the time of bigint, whose sums are numeric.
    const sum = (each: (value: number) => number) => {
      const places = new Map<number, string[]>();
      for (const [i, value] of weights.entries()) {
        const weight = each(value);
        if (weight !== 0) places.set(weight, [...(places.get(weight) ?? []), `counts[${i + 1}]`]);
      }
      const terms = [...places].map(([weight, counted]) => `(${counted.join(' + ')}) * ${weight}::float8`);
      return terms.length === 0 ? '0::float8' : terms.join(' + ');
    };
    const point = (each: (value: number) => number) =>
      `(array[${weights.map(each).join(', ')}]::int[])[point] * weight::float8`;
    const table = monthly ? 'account_trend_tally' : 'account_tally';
    const day = monthly ? 'month' : 'day';
    return [
      `select ${period} as period, account_id, ${sum(() => 1)} as n, ${sum((v) => v)} as s, ${sum((v) => v * v)} as q
       from ${table} where workspace_id = $1 and ${day} >= $2 and ${day} < $3 and ${ask}`,
      `select ${periodStartOf(unit)} as period, account_id, weight::float8, ${point((v) => v)}, ${point((v) => v * v)}
       from tally_delta where workspace_id = $1 and day >= $2 and day < $3 and account_id <> '00000000-0000-0000-0000-000000000000'
         and ${ask}`,
    ];
  });
  return { sql: parts.join(' union all '), values };
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
