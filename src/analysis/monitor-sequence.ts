import { asymptoticSequence, bernsteinSequence, bettingSequence, type Interval } from '../inference/index.ts';
import type { Moment, MonitorAlarm, MonitoredAnswers } from './monitored-answers.ts';
import type { Specification } from './specification.ts';

/** Where the mean lies, whatever was looked at before; in the unit of the metric. */
export interface SequencePoint {
  readonly at: Moment;
  readonly low: number;
  readonly high: number;
}

/** Below this the bets have a grid of their own width; it is a two-thousandth of the scale. */
const grid = 2000;

/**
 * The confidence sequence of a stream: a point for each step that has answers so far, and the first step on which a target
 * that was named lies outside, if any. It assumes a constant mean and finds no change.
 */
export function monitorSequence(
  spec: Specification<'monitor'>,
  { stream, nameOf }: MonitoredAnswers,
): { readonly path: readonly SequencePoint[]; readonly alarms: readonly MonitorAlarm[] } {
  const ends = endsOf(stream);
  const intervals = intervalsOf(spec, { stream, ends });
  const path = ends.map(({ step }, i) => ({ at: nameOf(step), ...cut(intervals[i]!, stream.range) }));
  const { target } = spec;
  const out = target === undefined ? -1 : path.findIndex(({ low, high }) => target < low || target > high);
  if (target === undefined || out < 0) return { path, alarms: [] };
  const { n, step } = ends[out]!;
  let sum = 0;
  for (let i = 0; i < n; i += 1) sum += stream.values[i]!;
  const sizeSoFar = sum / n - target;
  const direction = sizeSoFar > 0 ? 'up' : 'down';
  // The mean was another one since the first answer, if it is constant: that is what a sequence says.
  return { path, alarms: [{ at: nameOf(step), direction, changedSince: nameOf(0), sizeSoFar }] };
}

interface End {
  readonly step: number;
  /** Answers until then. */
  readonly n: number;
}

/** Steps that end with two answers or more: one answer has no spread. */
function endsOf({ steps, values }: MonitoredAnswers['stream']): End[] {
  return Array.from({ length: steps.length }, (_, step) => ({
    step,
    n: step + 1 < steps.length ? steps[step + 1]! : values.length,
  })).filter(({ n }) => n >= 2);
}

function intervalsOf(
  { method, confidence, population }: Specification<'monitor'>,
  { stream, ends }: { readonly stream: MonitoredAnswers['stream']; readonly ends: readonly End[] },
): readonly Interval[] {
  const { values, range } = stream;
  const alpha = 1 - confidence;
  if (method === 'betting') {
    const at = [...new Set(ends.map(({ n }) => n))];
    const found = new Map(bettingSequence(values, range, { alpha, grid, at }).map((interval, i) => [at[i]!, interval]));
    return ends.map(({ n }) => found.get(n)!);
  }
  const all =
    method === 'asymptotic'
      ? asymptoticSequence(values, { alpha })
      : bernsteinSequence(values, range, {
          alpha,
          ...(method === 'without-replacement' && { population: population! }),
        });
  return ends.map(({ n }) => all[n - 1]!);
}

const cut = ({ low, high }: Interval, { min, max }: { readonly min: number; readonly max: number }): Interval => ({
  low: Math.max(min, low),
  high: Math.min(max, high),
});
