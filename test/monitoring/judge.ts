import { alarmEvidence, EDetector, TargetDetector } from '../../src/inference/index.ts';
import { baselineDays, type Year } from './streams.ts';

export type Method = 'e-detector' | 'target' | 'rolling-30' | 'weekly-10';
const range = { min: -100, max: 100 };

/** The first monitored day, counted from 0, on which the method alarms with one look a day; undefined where it never does. */
export function firstAlarm(year: Year, method: Method, target = 30): number | undefined {
  if (method === 'rolling-30') return rolling(year, (day, of) => differs(of(day - 60, day - 30), of(day - 30, day)));
  if (method === 'weekly-10')
    return rolling(year, (day, of) => (day % 7 === 6 ? isFarFrom(of(day - 35, day - 7), of(day - 7, day)) : false));
  const baseline = year.values.slice(0, year.steps[baselineDays]);
  const detector =
    method === 'target' ? new TargetDetector(target, spreadOf(baseline), range) : EDetector.start(baseline, range);
  for (let day = baselineDays; day < year.steps.length; day += 1) {
    detector.passDays();
    const end = year.steps[day + 1] ?? year.values.length;
    for (let i = year.steps[day]!; i < end; i += 1) detector.observe(year.values[i]!);
    if (detector.evidence().evidence >= alarmEvidence) return day - baselineDays;
  }
  return undefined;
}

interface Part {
  readonly n: number;
  readonly mean: number;
  readonly variance: number;
}

function spreadOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}

/** What dashboards do: two windows that end with the day, looked at every day. */
function rolling(
  year: Year,
  alarms: (day: number, of: (from: number, to: number) => Part) => boolean,
): number | undefined {
  const of = (from: number, to: number): Part => {
    const values = year.values.slice(year.steps[from + 1], year.steps[to + 1] ?? year.values.length);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return { n: values.length, mean, variance: spreadOf(values) ** 2 };
  };
  for (let day = baselineDays; day < year.steps.length; day += 1) if (alarms(day, of)) return day - baselineDays;
  return undefined;
}

const differs = (a: Part, b: Part) => Math.abs(a.mean - b.mean) > 1.96 * Math.sqrt(a.variance / a.n + b.variance / b.n);
const isFarFrom = (a: Part, b: Part) => Math.abs(a.mean - b.mean) > 10;

export interface Found {
  /** Share of the years that had not alarmed before the change in which it is found within the year. */
  readonly found: number;
  /** Days from the change to the alarm, its own counted; infinite where fewer years find it. */
  readonly median: number;
  readonly ninety: number;
  readonly years: number;
}

/** How soon is a change found that begins on this monitored day? */
export function delays(alarms: readonly (number | undefined)[], changeDay: number): Found {
  const counted = alarms.filter((day) => day === undefined || day >= changeDay);
  const waits = counted
    .map((day) => (day === undefined ? Number.POSITIVE_INFINITY : day - changeDay + 1))
    .sort((a, b) => a - b);
  const at = (share: number) => waits[Math.min(waits.length - 1, Math.ceil(share * waits.length) - 1)]!;
  const found = waits.filter(Number.isFinite).length / counted.length;
  return { found, median: at(0.5), ninety: at(0.9), years: counted.length };
}
