import type { Interval } from '../../inference/index.ts';
import { normalCdf, normalQuantile, quantile } from '../../numeric/index.ts';
import type { ImpactDraws } from './model-study.ts';
import { impactStep, type PathModelResult } from './result.ts';

/** Index points by which constructs are moved, by their names. */
export type Moves = Readonly<Record<string, number>>;

export interface WhatIf {
  readonly change: number;
  readonly interval: Interval;
}

/**
 * What would go with moving some constructs by so many index points: the change of the target, and how sure it is?
 * Moves add up: a push on quality comes on top of what a push on expectations brings to it. For one construct the
 * interval is that of its impact; for several it comes from the sum in every resample, corrected for bias, since
 * figures of one resample hang together. Undefined where nothing that moves acts on the target.
 * @example whatIf(modelStudy({ specification: mobileModel, columns: mobileTwin().columns }, { seed: 1, resamples: 100 }), { Quality: 10 }, 'Loyalty').change // => 4.139
 */
export function whatIf(
  study: { readonly result: Pick<PathModelResult, 'impacts'>; readonly draws: readonly ImpactDraws[] },
  moves: Moves,
  target: string,
): WhatIf | undefined {
  const moved = study.result.impacts.filter(({ from, to }) => to === target && (moves[from] ?? 0) !== 0);
  if (moved.length === 0 || moved.some(({ interval }) => interval === undefined)) return undefined;
  const steps = moved.map(({ from }) => moves[from]! / impactStep);
  const change = moved.reduce((sum, { impact }, index) => sum + steps[index]! * impact, 0);
  if (moved.length === 1) {
    const ends = [steps[0]! * moved[0]!.interval!.low, steps[0]! * moved[0]!.interval!.high];
    return { change, interval: { low: Math.min(...ends), high: Math.max(...ends) } };
  }
  const draws = moved.map(({ from }) => study.draws.find((one) => one.from === from && one.to === target)!.values);
  const sums = Float64Array.from(draws[0]!, (_, draw) =>
    draws.reduce((sum, values, index) => sum + steps[index]! * values[draw]!, 0),
  ).sort();
  return { change, interval: biasCorrected(sums, change) };
}

function biasCorrected(sorted: Float64Array, estimate: number): Interval {
  const below = sorted.filter((value) => value < estimate).length;
  const share = Math.min(Math.max(below, 0.5), sorted.length - 0.5) / sorted.length;
  const bias = normalQuantile(share);
  const at = (probability: number) => quantile(sorted, normalCdf(2 * bias + normalQuantile(probability)));
  return { low: at(0.025), high: at(0.975) };
}
