import { CandorError } from '../errors/index.ts';
import { type AnswerSeries, type ScoreTally, tallyScores } from '../metrics/index.ts';
import type { PeriodUnit } from './audit-result.ts';
import { type PeriodOrdinal, periodName, periodOf, periodStart } from './period.ts';

/** The answers of one period. `rows` are positions in the series. */
export interface PeriodAnswers {
  readonly ordinal: PeriodOrdinal;
  readonly period: string;
  readonly rows: Int32Array;
  readonly tally: ScoreTally;
}

/** More periods than this come from a wrong year in a date, not from a programme: 5,000 weeks are 96 years. */
const mostPeriods = 5_000;

/** The series cut into periods, from the first to the last that holds an answer, empty ones between them included. */
export function cutPeriods(series: AnswerSeries, unit: PeriodUnit): PeriodAnswers[] {
  const ordinals = series.days.map((day) => periodOf(day, unit));
  if (ordinals.length === 0) return [];
  let first = ordinals[0]!;
  let last = ordinals[0]!;
  for (const ordinal of ordinals) {
    if (ordinal < first) first = ordinal;
    if (ordinal > last) last = ordinal;
  }
  if (last - first >= mostPeriods) refusePeriods(last - first + 1, periodName(first, unit), periodName(last, unit));
  const sizes = new Int32Array(last - first + 1);
  for (const ordinal of ordinals) sizes[ordinal - first]!++;
  const rows = Array.from(sizes, (size) => new Int32Array(size));
  const filled = new Int32Array(sizes.length);
  ordinals.forEach((ordinal, row) => {
    const t = ordinal - first;
    rows[t]![filled[t]!++] = row;
  });
  return rows.map((members, t) => ({
    ordinal: first + t,
    period: periodName(first + t, unit),
    rows: members,
    tally: tallyScores(Float64Array.from(members, (row) => series.scores[row]!)),
  }));
}

function refusePeriods(periods: number, first: string, last: string): never {
  throw new CandorError(
    'CND_TOO_MANY_PERIODS',
    `the answers run from ${first} to ${last}, which makes ${periods} periods; at most ${mostPeriods} are read`,
    { periods, first, last, most: mostPeriods },
  );
}

/** The part of a column that belongs to the rows given. */
export function columnOf<Column extends Int32Array | Float64Array>(column: Column, rows: Int32Array): Column {
  const part = new (column.constructor as new (length: number) => Column)(rows.length);
  for (let i = 0; i < rows.length; i++) part[i] = column[rows[i]!]!;
  return part;
}

/** All answers together. */
export function pooledTally(periods: readonly Pick<PeriodAnswers, 'tally'>[]): ScoreTally {
  const counts = new Map<number, number>();
  for (const { tally } of periods) {
    tally.values.forEach((value, i) => {
      counts.set(value, (counts.get(value) ?? 0) + tally.counts[i]!);
    });
  }
  const values = [...counts.keys()].sort((a, b) => a - b);
  return {
    values,
    counts: values.map((value) => counts.get(value)!),
    n: periods.reduce((sum, { tally }) => sum + tally.n, 0),
  };
}

/**
 * Is the first (last) period not whole? Only when the days without answers at its open end are too many to be chance
 * at the file's own pace: at least three, and less likely than 1 in 100.
 */
export function isPartial(
  series: AnswerSeries,
  period: PeriodAnswers,
  options: { unit: PeriodUnit; end: 'first' | 'last' },
): boolean {
  const days = columnOf(series.days, period.rows);
  if (days.length === 0) return false;
  const start = periodStart(period.ordinal, options.unit);
  const end = periodStart(period.ordinal + 1, options.unit);
  const low = days.reduce((a, b) => Math.min(a, b));
  const high = days.reduce((a, b) => Math.max(a, b));
  const missing = options.end === 'first' ? low - start : end - 1 - high;
  const heard = options.end === 'first' ? end - low : high - start + 1;
  return missing >= 3 && Math.exp((-days.length / heard) * missing) < 0.01;
}
