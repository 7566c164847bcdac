import { CandorError } from '../errors/index.ts';
import {
  type Alarm,
  answersPerDayToNotice,
  type Baseline,
  type Caveat,
  caveat,
  detectability,
  fewestAccounts,
  type MonitorRun,
  runMonitor,
} from '../inference/index.ts';
import { valueBounds } from '../metrics/index.ts';
import type { DataColumns } from './data-columns.ts';
import { metricOf } from './metric-of.ts';
import { monitorSequence, type SequencePoint } from './monitor-sequence.ts';
import { answersOf, type Moment, type MonitorAlarm, type MonitoredAnswers } from './monitored-answers.ts';
import type { Specification } from './specification.ts';

type Spec = Specification<'monitor'>;
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
    detectability: detectableOf(run.baseline, spec.method === 'target'),
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

function baselineOf({ n, mean, spread, ...rest }: Baseline, { nameOf, baselineSteps }: MonitoredAnswers) {
  return { from: nameOf(0), to: nameOf(baselineSteps - 1), n, mean, sd: spread, ...rest };
}

function detectableOf({ answersPerDay, designEffect, spread }: Baseline, target: boolean) {
  const { days30, days90, year } = detectability(answersPerDay / designEffect, spread, { target });
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

function caveatsOf(spec: Spec, { baseline, alarms }: MonitorRun): Caveat[] {
  const found: Caveat[] = [];
  const { min, max } = valueBounds(metricOf(spec));
  const { answersPerDay, designEffect, spread, accounts } = baseline;
  const noticed = detectability(answersPerDay / designEffect, spread, { target: spec.method === 'target' });
  if (noticed.halfOfYears > (max - min) / 10) {
    const count = Math.ceil(designEffect * answersPerDayToNotice((max - min) / 20, spread));
    const message = `Too few answers come to notice anything but a very large change within a year; about ${count} a day would show one of a twentieth of the scale.`;
    found.push(caveat('monitor-few-answers', message, { answersPerDay, count }));
  }
  if (accounts !== undefined && accounts < fewestAccounts) {
    const message = `The baseline holds ${accounts} accounts, too few to tell how alike their answers are: an intraclass correlation of 0.15 is assumed.`;
    found.push(caveat('monitor-few-accounts', message, { accounts, needed: fewestAccounts }));
  }
  if (alarms.length > 0) {
    const message = 'The size of a change that was just found is exaggerated; answers after the alarm tell it better.';
    found.push(caveat('monitor-size-so-far', message, {}));
  }
  return found;
}
