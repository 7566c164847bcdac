import { isoDate } from '../audit/index.ts';
import { CandorError } from '../errors/index.ts';
import {
  type Alarm,
  type Baseline,
  type Caveat,
  caveat,
  detectability,
  type MonitoredStream,
  type MonitorRun,
  runMonitor,
} from '../inference/index.ts';
import { scoreValue, valueBounds } from '../metrics/index.ts';
import type { DataColumns } from './data-columns.ts';
import { metricOf, scoredRows } from './metric-of.ts';
import { monitorSequence, type SequencePoint } from './monitor-sequence.ts';
import type { Specification } from './specification.ts';

type Spec = Specification<'monitor'>;
/** An ISO date, or the 1-based place of the answer where the file has no dates. */
export type Moment = string | number;

export interface EvidencePoint {
  readonly at: Moment;
  /** Answers that the evidence rests on, those of the baseline included. */
  readonly n: number;
  readonly evidence: number;
  readonly up: number;
  readonly down: number;
  /** After an alarm the old baseline stays beside the answers until a new one is complete, and raises no other alarm. */
  readonly isLearning?: true;
}

export interface MonitorAlarm {
  readonly at: Moment;
  readonly direction: 'up' | 'down';
  /** First day of the new level, as far as can be told. */
  readonly changedSince: Moment;
  /** In the unit of the metric; exaggerated by being found. */
  readonly sizeSoFar: number;
  readonly evidence?: number;
}

export interface MonitorResult {
  readonly n: number;
  readonly baseline: {
    readonly from: Moment;
    readonly to: Moment;
    readonly n: number;
    readonly mean: number;
    readonly sd: number;
    readonly answersPerDay: number;
    readonly designEffect: number;
  };
  /** Smallest lasting changes that are noticed within 30 and 90 days and within the year in nine cases of ten. */
  readonly detectability: { readonly days30: number; readonly days90: number; readonly year: number };
  readonly path: readonly EvidencePoint[] | readonly SequencePoint[];
  readonly alarms: readonly MonitorAlarm[];
  /** Stretches in which a new baseline was collected after an alarm; without `to` while that goes on. */
  readonly learning: readonly { readonly from: Moment; readonly to?: Moment }[];
  readonly threshold: number;
  readonly caveats: readonly Caveat[];
}

/** The answers in the order in which they came, cut into steps, with the name of each step. */
export interface MonitoredAnswers {
  readonly stream: MonitoredStream;
  readonly nameOf: (step: number) => Moment;
  readonly baselineSteps: number;
  readonly caveats: readonly Caveat[];
}

/** Has the level changed since the baseline, or is the target missed: at every look, and since when? */
export function analyzeMonitor(spec: Spec, data: DataColumns): MonitorResult {
  refuseContradictions(spec);
  const answers = answersOf(spec, data);
  const { stream, nameOf, baselineSteps } = answers;
  const options = {
    baselineSteps,
    threshold: spec.threshold,
    ...(spec.designEffect !== undefined && { designEffect: spec.designEffect }),
    ...(spec.method === 'target' && { target: spec.target! }),
  };
  const isSequence = spec.method !== 'e-detector' && spec.method !== 'target';
  const run: MonitorRun = runMonitor(
    stream,
    isSequence ? { ...options, threshold: Number.POSITIVE_INFINITY } : options,
  );
  const sequence = isSequence ? monitorSequence(spec, answers) : undefined;
  return {
    n: stream.values.length,
    baseline: baselineOf(run.baseline, answers),
    detectability: detectableOf(run.baseline),
    path: sequence?.path ?? run.path.map(({ step, ...point }) => ({ at: nameOf(step), ...point })),
    alarms: sequence?.alarms ?? run.alarms.map((alarm) => alarmOf(alarm, nameOf)),
    learning: isSequence ? [] : run.learning.map(({ from, to }) => learningOf(from, to, answers)),
    threshold: spec.threshold,
    caveats: [...answers.caveats, ...caveatsOf(spec, run)],
  };
}

function refuseContradictions(spec: Spec): void {
  const refuse = (message: string, key: string) =>
    new CandorError('CND_SPEC', `analyze monitor: ${message}`, { method: 'monitor', key });
  if (spec.account !== undefined && spec.designEffect !== undefined)
    throw refuse('give "account" or "designEffect", not both: one would be found, the other is given', 'designEffect');
  if (spec.method === 'target' && spec.target === undefined) throw refuse('"target" needs "target"', 'target');
  if (spec.method === 'without-replacement' && spec.population === undefined)
    throw refuse('"without-replacement" needs "population", the number of accounts or persons in all', 'population');
  if (spec.date !== undefined) return;
  for (const key of ['baselineAnswers', 'answersPerYear'] as const)
    if (spec[key] === undefined) throw refuse(`without "date" the clock needs "${key}"`, key);
}

function answersOf(spec: Spec, data: DataColumns): MonitoredAnswers {
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

function baselineOf({ n, mean, spread, ...rest }: Baseline, { nameOf, baselineSteps }: MonitoredAnswers) {
  return { from: nameOf(0), to: nameOf(baselineSteps - 1), n, mean, sd: spread, ...rest };
}

function detectableOf({ answersPerDay, designEffect, spread }: Baseline) {
  const { days30, days90, year } = detectability(answersPerDay / designEffect, spread);
  return { days30, days90, year };
}

const alarmOf = ({ step, changedSince, ...alarm }: Alarm, nameOf: (step: number) => Moment): MonitorAlarm => ({
  at: nameOf(step),
  changedSince: nameOf(changedSince),
  ...alarm,
});

function learningOf(from: number, to: number | undefined, { nameOf }: MonitoredAnswers) {
  return { from: nameOf(from), ...(to !== undefined && { to: nameOf(to) }) };
}

/** As few accounts as these cannot tell how alike their answers are. */
function caveatsOf(spec: Spec, { baseline, alarms }: MonitorRun): Caveat[] {
  const found: Caveat[] = [];
  const most = valueBounds(metricOf(spec));
  const smallest = baseline.spread * Math.sqrt((0.09 * baseline.designEffect) / baseline.answersPerDay);
  if (smallest > (most.max - most.min) / 10) {
    const message = 'Too few answers come to notice anything but a very large change within a year.';
    found.push(caveat('monitor-few-answers', message, { answersPerDay: baseline.answersPerDay }));
  }
  if (alarms.length > 0) {
    const message = 'The size of a change that was just found is exaggerated; answers after the alarm tell it better.';
    found.push(caveat('monitor-size-so-far', message, {}));
  }
  return found;
}
