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

interface OpenEnd {
  readonly unit: PeriodUnit;
  readonly end: 'first' | 'last';
}

/**
 * Is the first (last) period not whole? Only when the days without answers at its open end are too many to be chance
 * at the file's own pace: at least three, and less likely than 1 in 100; and at least three more than at the same end of
 * any other period, since a survey that goes out in the first days of a month is silent in its last days every month.
 */
export function isPartial(series: AnswerSeries, periods: readonly PeriodAnswers[], open: OpenEnd): boolean {
  const filled = periods.filter(({ tally }) => tally.n > 0);
  const period = open.end === 'first' ? filled[0] : filled.at(-1);
  if (!period) return false;
  const { silent, heard } = silenceOf(series, period, open);
  const usual = filled.filter((one) => one !== period).map((one) => silenceOf(series, one, open).silent);
  if (silent - Math.max(0, ...usual) < 3) return false;
  return Math.exp((-period.tally.n / heard) * silent) < 0.01;
}

/** Days without answers at an end of a period, and the days that remain. */
function silenceOf(series: AnswerSeries, { ordinal, rows }: PeriodAnswers, { unit, end }: OpenEnd) {
  const days = columnOf(series.days, rows);
  const start = periodStart(ordinal, unit);
  const after = periodStart(ordinal + 1, unit);
  const low = days.reduce((a, b) => Math.min(a, b));
  const high = days.reduce((a, b) => Math.max(a, b));
  return end === 'first'
    ? { silent: low - start, heard: after - low }
    : { silent: after - 1 - high, heard: high - start + 1 };
}
