import { EDetector } from '../../src/inference/index.ts';
import { baselineDays, type Year } from './streams.ts';

/** A figure of each monitored day; the method alarms where it reaches a threshold. */
export type Statistic = (year: Year) => Float64Array;

/** What is known beforehand to a method that nobody can have: the shares before and after a change. */
export interface Known {
  readonly promoters: number;
  readonly detractors: number;
  readonly delta: number;
}

interface Sums {
  readonly n: Float64Array;
  readonly sum: Float64Array;
  readonly squares: Float64Array;
}

/** Totals before each of the 455 days and after the last. */
function totals({ values, steps }: Year): Sums {
  const length = steps.length + 1;
  const [n, sum, squares] = [new Float64Array(length), new Float64Array(length), new Float64Array(length)];
  for (let day = 0; day < steps.length; day += 1) {
    const end = steps[day + 1] ?? values.length;
    n[day + 1] = end;
    sum[day + 1] = sum[day]!;
    squares[day + 1] = squares[day]!;
    for (let i = steps[day]!; i < end; i += 1) {
      sum[day + 1]! += values[i]!;
      squares[day + 1]! += values[i]! ** 2;
    }
  }
  return { n, sum, squares };
}

/** Mean of the days from..to and the square of its standard error, n as divisor. */
function part({ n, sum, squares }: Sums, from: number, to: number): { readonly mean: number; readonly error: number } {
  const count = n[to]! - n[from]!;
  const mean = (sum[to]! - sum[from]!) / count;
  return { mean, error: ((squares[to]! - squares[from]!) / count - mean ** 2) / count };
}

function daily(year: Year, of: (sums: Sums, end: number) => number): Float64Array {
  const sums = totals(year);
  return Float64Array.from({ length: year.steps.length - baselineDays }, (_, day) => of(sums, baselineDays + day + 1));
}

/** |z| of the last 30 days beside the 30 before, every day. */
export const rollingMonths: Statistic = (year) =>
  daily(year, (sums, end) => {
    const [before, after] = [part(sums, end - 60, end - 30), part(sums, end - 30, end)];
    return Math.abs(after.mean - before.mean) / Math.sqrt(before.error + after.error);
  });

/** Points between a week and the 28 days before it, once a week. */
export const weekBesideMonth: Statistic = (year) =>
  daily(year, (sums, end) =>
    end % 7 === 0 ? Math.abs(part(sums, end - 7, end).mean - part(sums, end - 35, end - 7).mean) : 0,
  );

/** The product's own. */
export const eDetector: Statistic = (year) => {
  const detector = EDetector.start(year.values.slice(0, year.steps[baselineDays]), { min: -100, max: 100 });
  return Float64Array.from({ length: year.steps.length - baselineDays }, (_, day) => {
    detector.passDays();
    const step = baselineDays + day;
    const end = year.steps[step + 1] ?? year.values.length;
    for (let i = year.steps[step]!; i < end; i += 1) detector.observe(year.values[i]!);
    return detector.evidence().evidence;
  });
};

/** A bound: who knows the size and the direction but not the level before. Shiryaev-Roberts over all days, levels integrated out. */
export const knowsTheSize =
  ({ promoters, detractors, delta }: Known): Statistic =>
  (year) => {
    const mean = 100 * (promoters - detractors);
    const variance = 1e4 * (promoters + detractors) - mean ** 2;
    const { n, sum } = totals(year);
    return Float64Array.from({ length: year.steps.length - baselineDays }, (_, day) => {
      const end = baselineDays + day + 1;
      const level = sum[end]! / n[end]!;
      let evidence = 0;
      for (let from = baselineDays; from < end; from += 1) {
        const since = n[end]! - n[from]!;
        const excess = sum[end]! - sum[from]! - since * level;
        evidence += Math.exp((delta * excess - (delta ** 2 * since * n[from]!) / (2 * n[end]!)) / variance);
      }
      return Math.log(evidence);
    });
  };

/** A bound: who knows the shares before and after. Cumulative sums of the log likelihood ratio, never below 0. */
export const knowsAll =
  ({ promoters, detractors, delta }: Known): Statistic =>
  ({ values, steps }) => {
    const won = Math.log((promoters + delta / 200) / promoters);
    const lost = Math.log((detractors - delta / 200) / detractors);
    let evidence = 0;
    return Float64Array.from({ length: steps.length - baselineDays }, (_, day) => {
      const step = baselineDays + day;
      const end = steps[step + 1] ?? values.length;
      for (let i = steps[step]!; i < end; i += 1) {
        const ratio = values[i]! > 0 ? won : values[i]! < 0 ? lost : 0;
        evidence = Math.max(0, evidence + ratio);
      }
      return evidence;
    });
  };

/** The first monitored day, from 0, on which the figure reaches the threshold. */
export function firstReach(figures: Float64Array, threshold: number): number | undefined {
  const day = figures.findIndex((figure) => figure >= threshold);
  return day < 0 ? undefined : day;
}

/** The threshold that this share of the steady years reaches. */
export function thresholdOf(statistic: Statistic, steady: readonly Year[], share = 0.05): number {
  const highest = steady.map((year) => statistic(year).reduce((a, b) => Math.max(a, b))).sort((a, b) => b - a);
  return highest[Math.max(0, Math.floor(share * steady.length) - 1)]!;
}
