import { timeToNotice } from '../inference/index.ts';
import { numberText } from './numbers.ts';

type Moment = string | number;

/** The part of a result of `candor analyze monitor` that a terminal shows. */
interface ToldMonitor {
  readonly n: number;
  readonly threshold: number;
  readonly baseline: {
    readonly from: Moment;
    readonly to: Moment;
    readonly n: number;
    readonly mean: number;
    readonly sd: number;
    readonly answersPerDay: number;
    readonly designEffect: number;
  };
  readonly detectability: { readonly days30: number; readonly days90: number; readonly year: number };
  readonly path: readonly {
    readonly at: Moment;
    readonly evidence?: number;
    readonly low?: number;
    readonly high?: number;
  }[];
  readonly alarms: readonly {
    readonly at: Moment;
    readonly direction: 'up' | 'down';
    readonly changedSince: Moment;
    readonly sizeSoFar: number;
    readonly evidence?: number;
  }[];
  readonly learning: readonly { readonly from: Moment; readonly to?: Moment }[];
}

interface Writing {
  readonly value: (value: number) => string;
  readonly difference: (value: number) => string;
  readonly change: (value: number) => string;
}

const figure = (value: number, digits = 1) => numberText(value, digits, 'en');
const moment = (at: Moment) => (typeof at === 'number' ? `answer ${figure(at, 0)}` : at);
const odds = (evidence: number) => `${evidence < 10 ? figure(evidence, 2) : figure(evidence, 0)} : 1`;

/** A monitor in a terminal: what it found and when, then what it could have found. */
export function monitorLines(given: { readonly [field: string]: unknown }, writing: Writing): string[] {
  const result = given as unknown as ToldMonitor;
  const { baseline, path, alarms, learning, threshold } = result;
  const last = path.at(-1);
  const open = learning.at(-1);
  const standing =
    last?.evidence === undefined
      ? last &&
        `At ${moment(last.at)} the mean lies between ${writing.value(last.low!)} and ${writing.value(last.high!)}.`
      : open && open.to === undefined
        ? undefined
        : `Evidence of a change at ${moment(last.at)}: ${odds(last.evidence)}; an alarm needs ${figure(threshold, 0)} : 1.`;
  return [
    alarms.length === 0 ? 'No alarm.' : `${alarms.length === 1 ? 'One alarm' : `${alarms.length} alarms`}.`,
    ...alarms.map(
      (alarm) =>
        `${moment(alarm.at)}: ${alarm.direction === 'up' ? 'rose' : 'fell'} by about ${writing.difference(alarm.sizeSoFar)} so far, since ${moment(alarm.changedSince)}${alarm.evidence === undefined ? '' : ` (evidence ${odds(alarm.evidence)})`}`,
    ),
    ...(standing ? [standing] : []),
    ...(open && open.to === undefined ? [`Learning the new level since ${moment(open.from)}.`] : []),
    '',
    `Baseline ${moment(baseline.from)} to ${moment(baseline.to)}: ${writing.value(baseline.mean)}, n ${figure(baseline.n, 0)}, standard deviation ${figure(baseline.sd)}.`,
    ...noticing(result, writing),
    'No alarm does not mean no change.',
  ];
}

function noticing({ baseline, detectability }: ToldMonitor, { change }: Writing): string[] {
  const perDay = baseline.answersPerDay / baseline.designEffect;
  const { medianDays } = timeToNotice(detectability.days90, { answersPerDay: perDay, spread: baseline.sd });
  const counted = baseline.designEffect > 1.005 ? `, which count as ${figure(perDay)}` : '';
  return [
    `With about ${figure(baseline.answersPerDay)} answers a day${counted}, of 20 steady programmes like this one at most one raises a false alarm within a year.`,
    `Nine times in ten it notices a lasting change of ${change(detectability.days30)} within 30 days, of ${change(detectability.days90)} within 90${medianDays === undefined ? '' : ` (half of them within ${figure(medianDays, 0)})`}, of ${change(detectability.year)} within the year.`,
  ];
}
