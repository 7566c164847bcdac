import { CandorError } from '../../errors/index.ts';
import { accountFactor } from './account-factor.ts';
import { alarmEvidence, type Evidence } from './bets.ts';
import { changeDate, type StepSum } from './change-date.ts';
import { EDetector, type ValueRange } from './e-detector.ts';
import { TargetDetector } from './target-detector.ts';

/** Answers in the order in which they came, in steps of time: a calendar day each, or one answer each without dates. */
export interface MonitoredStream {
  readonly values: ArrayLike<number>;
  /** Account of each value, where answers come by accounts; undefined is one of its own. */
  readonly accounts?: ArrayLike<string | number | undefined>;
  /** Where each step begins in `values`; the last one ends with them. Steps may be empty. */
  readonly steps: ArrayLike<number>;
  /** 1 for calendar days; 365 / answers a year where each answer is a step. */
  readonly daysPerStep: number;
  readonly range: ValueRange;
}

export interface MonitorOptions {
  /** Steps of the baseline. */
  readonly baselineSteps: number;
  /** Watch the distance from this target instead of a change since the baseline. */
  readonly target?: number;
  readonly threshold?: number;
  /** Given instead of found from accounts. */
  readonly designEffect?: number;
}

export interface Baseline {
  readonly n: number;
  readonly mean: number;
  /** Standard deviation of one answer, divisor n. */
  readonly spread: number;
  readonly answersPerDay: number;
  readonly designEffect: number;
  /** How many accounts it was found from, where answers come by accounts. */
  readonly accounts?: number;
}

export interface PathPoint extends Evidence {
  readonly step: number;
  /** Answers that the evidence rests on, those of the baseline included. */
  readonly n: number;
  /** The evidence is still that of the baseline before the alarm: a new one is being collected, and none is raised. */
  readonly isLearning?: true;
}

export interface Alarm {
  readonly step: number;
  readonly direction: 'up' | 'down';
  /** First step of the new level, as far as can be told. */
  readonly changedSince: number;
  /** In the unit of the values; exaggerated by being found: say "so far". */
  readonly sizeSoFar: number;
  readonly evidence: number;
}

/** Steps in which a new baseline was collected, after an alarm; `to` is absent while that goes on. */
export interface Learning {
  readonly from: number;
  readonly to?: number;
}

export interface MonitorRun {
  readonly baseline: Baseline;
  readonly path: readonly PathPoint[];
  readonly alarms: readonly Alarm[];
  readonly learning: readonly Learning[];
}

/** A baseline of fewer answers says nothing of the spread. */
export const fewestBaselineAnswers = 30;
/** After an alarm only answers that come later are the new baseline: the alarm picked an unluckily extreme stretch. */
export const restartDays = 30;
export const restartAnswers = 200;

/**
 * Watches a stream from its first answer to its last: a baseline, then evidence at the end of each step, an alarm when it
 * reaches the threshold, its date and size, and a new baseline from the answers after it (30 days and 200 answers at least, not
 * all of them equal).
 * Everything is computed from the answers alone, so that the same answers give the same run. Refuses a baseline of fewer
 * than 30 answers (CND_SAMPLE_TOO_SMALL) or of equal ones (CND_NO_VARIANCE), and a stream that ends within it
 * (CND_SAMPLE_TOO_SMALL). See docs/methods/monitoring.md.
 * @example runMonitor({ values: Array.from({ length: 400 }, (_, i) => (i < 200 ? i % 2 : 1)), steps: Array.from({ length: 100 }, (_, d) => 4 * d), daysPerStep: 1, range: { min: 0, max: 1 } }, { baselineSteps: 30 }).alarms[0].changedSince // => 50
 */
export function runMonitor(stream: MonitoredStream, options: MonitorOptions): MonitorRun {
  const { baselineSteps, threshold = alarmEvidence } = options;
  const steps = stepsOf(stream);
  if (steps.length <= baselineSteps) throw endsInBaseline(steps.length, baselineSteps);
  const firstBaseline = baselineOf(stream, steps, { from: 0, to: baselineSteps }, options);
  const path: PathPoint[] = [];
  const alarms: Alarm[] = [];
  const learning: Learning[] = [];
  let from = 0;
  let watching = watch(stream, steps, { from, to: baselineSteps }, options, firstBaseline);
  let fresh: Fresh | undefined;
  for (let step = baselineSteps; step < steps.length; step += 1) {
    if (fresh && isLearnt(fresh, (step - from) * stream.daysPerStep)) {
      const window = { from, to: step };
      watching = watch(stream, steps, window, options, baselineOf(stream, steps, window, options));
      learning[learning.length - 1] = window;
      fresh = undefined;
    }
    const evidence = passStep(stream, steps[step]!, watching);
    path.push({ step, n: watching.n, ...evidence, ...(fresh && { isLearning: true }) });
    if (fresh) fresh = grown(fresh, stream, steps[step]!);
    if (fresh || evidence.evidence < threshold) continue;
    const { monitoredFrom } = watching;
    alarms.push(alarmOf(steps.slice(from, step + 1), { from, monitoredFrom, step, evidence, ...options }));
    from = step + 1;
    learning.push({ from });
    fresh = { n: 0, lowest: Number.POSITIVE_INFINITY, highest: Number.NEGATIVE_INFINITY };
  }
  return { baseline: firstBaseline, path, alarms, learning };
}

/** A step later: what may have changed on it, then its answers. */
function passStep({ values, daysPerStep }: MonitoredStream, { start, n }: Step, watching: Watch): Evidence {
  const { detector } = watching;
  detector.passDays(daysPerStep);
  for (let i = start; i < start + n; i += 1) detector.observe(values[i]!);
  watching.n += n;
  return detector.evidence();
}

interface Step extends StepSum {
  readonly start: number;
}

interface Window {
  readonly from: number;
  readonly to: number;
}

interface Watch {
  readonly detector: EDetector | TargetDetector;
  readonly monitoredFrom: number;
  n: number;
}

function stepsOf({ values, steps }: MonitoredStream): Step[] {
  return Array.from({ length: steps.length }, (_, index) => {
    const start = steps[index]!;
    const end = index + 1 < steps.length ? steps[index + 1]! : values.length;
    let sum = 0;
    for (let i = start; i < end; i += 1) sum += values[i]!;
    return { start, n: end - start, sum };
  });
}

const valuesOf = (stream: MonitoredStream, steps: readonly Step[], { from, to }: Window) => {
  const [first, last] = [steps[from]!.start, steps[to - 1]!];
  const end = last.start + last.n;
  const slice = <Item>(items: ArrayLike<Item>): Item[] =>
    Array.from({ length: end - first }, (_, i) => items[first + i]!);
  return { values: slice(stream.values), accounts: stream.accounts && slice(stream.accounts) };
};

function baselineOf(
  stream: MonitoredStream,
  steps: readonly Step[],
  window: Window,
  options: MonitorOptions,
): Baseline {
  const { values, accounts } = valuesOf(stream, steps, window);
  const n = values.length;
  if (n < fewestBaselineAnswers) {
    const message = `a monitor needs ${fewestBaselineAnswers} answers in its baseline, got ${n}`;
    throw new CandorError('CND_SAMPLE_TOO_SMALL', message, { needed: fewestBaselineAnswers, answers: n });
  }
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / n);
  if (values.every((value) => value === values[0])) {
    throw new CandorError('CND_NO_VARIANCE', `all ${n} answers of the baseline are equal, so no change can be judged`, {
      answers: n,
    });
  }
  const answersPerDay = n / ((window.to - window.from) * stream.daysPerStep);
  const designEffect = options.designEffect ?? (accounts ? accountFactor(values, accounts) : 1);
  const known = new Set(accounts?.filter((account) => account !== undefined)).size;
  return { n, mean, spread, answersPerDay, designEffect, ...(accounts && { accounts: known }) };
}

function watch(
  stream: MonitoredStream,
  steps: readonly Step[],
  window: Window,
  { target }: MonitorOptions,
  { spread, designEffect, n }: Baseline,
): Watch {
  const { range } = stream;
  const detector =
    target === undefined
      ? EDetector.start(valuesOf(stream, steps, window).values, range, designEffect)
      : new TargetDetector(target, spread, range, designEffect);
  return { detector, monitoredFrom: window.to, n };
}

/** Answers of the new level since an alarm. */
interface Fresh {
  readonly n: number;
  readonly lowest: number;
  readonly highest: number;
}

function grown({ n, lowest, highest }: Fresh, { values }: MonitoredStream, step: Step): Fresh {
  for (let i = step.start; i < step.start + step.n; i += 1) {
    lowest = Math.min(lowest, values[i]!);
    highest = Math.max(highest, values[i]!);
  }
  return { n: n + step.n, lowest, highest };
}

/** Equal answers are no baseline: a level at the end of its scale is learnt until one differs. */
function isLearnt({ n, lowest, highest }: Fresh, days: number): boolean {
  return days >= restartDays && n >= restartAnswers && lowest < highest;
}

interface Raised extends MonitorOptions {
  readonly from: number;
  readonly monitoredFrom: number;
  readonly step: number;
  readonly evidence: Evidence;
}

function alarmOf(since: readonly Step[], { from, monitoredFrom, step, evidence, target }: Raised): Alarm {
  const direction = evidence.up >= evidence.down ? 'up' : 'down';
  const found = changeDate(since, monitoredFrom - from);
  const after = since.slice(found.step);
  const mean = after.reduce((sum, one) => sum + one.sum, 0) / after.reduce((all, one) => all + one.n, 0);
  const sizeSoFar = target === undefined ? found.size : mean - target;
  return { step, direction, changedSince: from + found.step, sizeSoFar, evidence: evidence.evidence };
}

function endsInBaseline(steps: number, needed: number): CandorError {
  const message = `the answers end after ${steps} steps, within the baseline of ${needed}`;
  return new CandorError('CND_SAMPLE_TOO_SMALL', message, { steps, needed });
}
