import { isoDate } from '../audit/index.ts';
import type { Caveat, MonitoredStream } from '../inference/index.ts';
import { scoreValue, valueBounds } from '../metrics/index.ts';
import type { DataColumns } from './data-columns.ts';
import { metricOf, scoredRows } from './metric-of.ts';
import type { Specification } from './specification.ts';

/** An ISO date, or the 1-based place of the answer where the file has no dates. */
export type Moment = string | number;

export interface MonitorAlarm {
  readonly at: Moment;
  readonly direction: 'up' | 'down';
  /** First day of the new level, as far as can be told. */
  readonly changedSince: Moment;
  /** In the unit of the metric; exaggerated by being found. */
  readonly sizeSoFar: number;
  readonly evidence?: number;
}

/** The answers in the order in which they came, cut into steps, with the name of each step. */
export interface MonitoredAnswers {
  readonly stream: MonitoredStream;
  readonly nameOf: (step: number) => Moment;
  readonly baselineSteps: number;
  readonly caveats: readonly Caveat[];
}

/** The answers of a file as a stream: a step for each calendar day, also an empty one, or for each answer without dates. */
export function answersOf(spec: Specification<'monitor'>, data: DataColumns): MonitoredAnswers {
  const definition = metricOf(spec);
  const days = spec.date === undefined ? undefined : data.days(spec.date);
  const kept = scoredRows(definition, data.numbers(spec.score), (row) => !days || Number.isFinite(days[row]!));
  // By day, and within it as the file has them: the order is part of the result.
  const order = [...kept.rows.keys()];
  if (days) order.sort((a, b) => days[kept.rows[a]!]! - days[kept.rows[b]!]! || a - b);
  const values = Float64Array.from(order, (place) => scoreValue(definition, kept.scores[place]!));
  const codes = spec.account === undefined ? undefined : data.text(spec.account).codes;
  const accounts =
    codes && order.map((place) => (codes[kept.rows[place]!]! < 0 ? undefined : codes[kept.rows[place]!]!));
  const shared = { values, range: valueBounds(definition), ...(accounts && { accounts }) };
  if (!days) {
    const stream = { ...shared, steps: values.map((_, i) => i), daysPerStep: 365 / spec.answersPerYear! };
    return { stream, nameOf: (step) => step + 1, baselineSteps: spec.baselineAnswers!, caveats: kept.caveats };
  }
  const first = days[kept.rows[order[0]!]!]!;
  const last = days[kept.rows[order.at(-1)!]!]!;
  const steps: number[] = [];
  let next = 0;
  for (let day = first; day <= last; day += 1) {
    steps.push(next);
    while (next < order.length && days[kept.rows[order[next]!]!]! === day) next += 1;
  }
  const nameOf = (step: number) => isoDate(first + step);
  return {
    stream: { ...shared, steps, daysPerStep: 1 },
    nameOf,
    baselineSteps: spec.baselineDays,
    caveats: kept.caveats,
  };
}
