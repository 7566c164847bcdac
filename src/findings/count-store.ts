import type { PeriodUnit } from '../audit/index.ts';
import type { WorkspaceTransaction } from '../store/index.ts';
import type { ViewDimension } from '../view/index.ts';
import type { ScoredQuestion } from './metric-series.ts';
import { tallySpans } from './tally-spans.ts';
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
const periodStart =
  (unit: PeriodUnit): Part =>
  (date) =>
    `date_trunc('${unit}', ${date}::timestamp)::date`;

/** A column of the groups, given the column of a tally that holds its days or months. */
type Part = (date: string) => string;

/** Answers per period. */
export function readPeriodCounts(
  transaction: WorkspaceTransaction,
  asked: CountedDays & { filter: ViewFilter; unit: PeriodUnit },
): Promise<readonly PartCounts[]> {
  return readCounts(transaction, asked, { parts: [periodStart(asked.unit)], daysOfMonth: asked.unit === 'week' });
}

/** Answers per touchpoint and period: `part` is the id of the touchpoint, a blank, and the first day of the period. */
export function readTouchpointCounts(
  transaction: WorkspaceTransaction,
  asked: CountedDays & { filter: ViewFilter; unit: PeriodUnit },
): Promise<readonly PartCounts[]> {
  const parts = [() => columns.touchpoint, periodStart(asked.unit)];
  return readCounts(transaction, asked, { parts, daysOfMonth: asked.unit === 'week' });
}

/** Answers per day. */
export function readDayCounts(
  transaction: WorkspaceTransaction,
  asked: CountedDays & { filter: ViewFilter },
): Promise<readonly PartCounts[]> {
  return readCounts(transaction, asked, { parts: [(date) => date], daysOfMonth: true });
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
  const { by } = asked;
  return readCounts(transaction, asked, { parts: [() => columns[by]], dimensions: by !== 'touchpoint' });
}

/** Folded and unfolded answers in one statement, so that an answer counts from its commit on, and once. */
async function readCounts(
  { workspaceId, query }: WorkspaceTransaction,
  { questions, from, to, filter }: CountedDays & { filter: ViewFilter },
  by: { parts: readonly Part[]; dimensions?: boolean; daysOfMonth?: boolean },
): Promise<readonly PartCounts[]> {
  if (questions.length === 0) return [];
  const points = Array.from({ length: Math.max(...questions.map((one) => one.points)) }, (_, i) => i + 1);
  const where = tallyConditions(filter, 5);
  const values: unknown[] = [workspaceId, questions.map(({ id }) => id), from, to, ...where.values];
  const within = `workspace_id = $1 and question_id = any ($2::uuid[]) ${where.sql}`;
  const named = (date: string) => by.parts.map((part, i) => `${part(date)} as p${i}`).join(', ');
  const names = by.parts.map((_, i) => `p${i}`);
  // Grouped by the columns as they are and written out once a group: as text it took twice as long.
  const grouped = `group by question_id, ${names.join(', ')}`;
  const dimensions = by.dimensions || !needsOnlyTouchpoint(filter);
  const folded = tallySpans({ from, to, dimensions, daysOfMonth: by.daysOfMonth ?? false }).map((span) => {
    values.push(span.from, span.to);
    return `select question_id, ${named(span.date)}, ${points.map((k) => `sum(counts[${k}]) as c${k}`).join(', ')}
       from ${span.table} where ${within} and ${span.date} >= $${values.length - 1} and ${span.date} < $${values.length}
       ${grouped} union all`;
  });
  const rows = await query<{ question_id: string; part: string; counts: number[] }>(
    `select question_id, ${names.map((name) => `${name}::text`).join(" || ' ' || ")} as part,
       array[${points.map((k) => `coalesce(sum(c${k}), 0)`).join(', ')}]::int[] as counts
     from (
       ${folded.join('\n')}
       select question_id, ${named('day')}, ${points.map((k) => `sum(weight) filter (where point = ${k}) as c${k}`).join(', ')}
       from tally_delta where ${within} and day >= $3 and day < $4 ${grouped}
     ) as parts ${grouped}`,
    values,
  );
  return rows.map(({ question_id, part: name, counts }) => ({ questionId: question_id, part: name, counts }));
}
