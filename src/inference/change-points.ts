import { CandorError } from '../errors/index.ts';
import { requireFinite, requireSameLength } from './preconditions.ts';

export interface ChangePointOptions {
  /** What one change must save: `3lnT` = 3 ln max(T, 12) (default), `2lnT` = 2 ln max(T, 2), the sensitive setting. */
  readonly penalty?: '3lnT' | '2lnT' | number;
  /** Fewest periods of one level. */
  readonly minimumSegment?: number;
}

export interface ChangePoints {
  /** 1-based positions of the last value of each old level, ascending; empty when nothing changed. */
  readonly changePoints: readonly number[];
  /** Weighted mean of each level, in order. */
  readonly levels: readonly number[];
  readonly penalty: number;
  /** Weighted squares within the levels, one penalty per change included. */
  readonly cost: number;
}

/**
 * When, if ever, did the level of this series change? The exact optimum over all divisions into levels of
 * sum weight (value - level mean)^2 + penalty per change (optimal partitioning). Weights are 1 / variance of each value,
 * so that a level without change costs about 1 a period: `shrunkPeriodWeights` makes them from answers. With the default
 * penalty an unchanged programme shows a change in 0.3-6 % of cases (docs/methods/change-points.md).
 * Assumes independent periods without season or trend; a slow drift appears as steps. Up to 2000 values.
 * Refuses values that are not finite (CND_ARGUMENT) and weights that are negative or all zero (CND_WEIGHTS).
 * Source: Jackson et al. 2005, DOI 10.1109/LSP.2001.838216; Killick, Fearnhead and Eckley 2012, DOI
 * 10.1080/01621459.2012.737745.
 * @example changePoints([1, 2, 1, 2, 31, 32, 31, 32], [1, 1, 1, 1, 1, 1, 1, 1]).changePoints // => [4]
 */
export function changePoints(
  values: ArrayLike<number>,
  weights: ArrayLike<number>,
  options: ChangePointOptions = {},
): ChangePoints {
  const { minimumSegment = 2 } = options;
  requireSeries(values, weights, minimumSegment);
  const penalty = penaltyOf(options.penalty ?? '3lnT', values.length);
  const sums = weightedSums(values, weights);
  const ends = optimalEnds(sums, values.length, penalty, minimumSegment);
  const starts = [0, ...ends];
  const stops = [...ends, values.length];
  let cost = penalty * ends.length;
  const levels = starts.map((start, segment) => {
    const stop = stops[segment]!;
    cost += segmentCost(sums, start, stop);
    return sums.origin + segmentMean(sums, start, stop);
  });
  return { changePoints: ends, levels, penalty, cost };
}

interface WeightedSums {
  /** Subtracted from all values, so that squares do not lose digits on series far from zero. */
  readonly origin: number;
  readonly weight: Float64Array;
  readonly first: Float64Array;
  readonly second: Float64Array;
}

function weightedSums(values: ArrayLike<number>, weights: ArrayLike<number>): WeightedSums {
  const length = values.length;
  let total = 0;
  let sum = 0;
  for (let i = 0; i < length; i++) {
    total += weights[i]!;
    sum += weights[i]! * values[i]!;
  }
  const origin = sum / total;
  const weight = new Float64Array(length + 1);
  const first = new Float64Array(length + 1);
  const second = new Float64Array(length + 1);
  for (let i = 0; i < length; i++) {
    const deviation = values[i]! - origin;
    weight[i + 1] = weight[i]! + weights[i]!;
    first[i + 1] = first[i]! + weights[i]! * deviation;
    second[i + 1] = second[i]! + weights[i]! * deviation * deviation;
  }
  return { origin, weight, first, second };
}

function segmentMean(sums: WeightedSums, start: number, stop: number): number {
  const weight = sums.weight[stop]! - sums.weight[start]!;
  return weight > 0 ? (sums.first[stop]! - sums.first[start]!) / weight : 0;
}

function segmentCost(sums: WeightedSums, start: number, stop: number): number {
  const first = sums.first[stop]! - sums.first[start]!;
  return Math.max(0, sums.second[stop]! - sums.second[start]! - first * segmentMean(sums, start, stop));
}

/** Best cost of every prefix, remembering where its last level starts; the first level pays no penalty. */
function optimalEnds(sums: WeightedSums, length: number, penalty: number, minimumSegment: number): number[] {
  const best = new Float64Array(length + 1).fill(Number.POSITIVE_INFINITY);
  const lastStart = new Int32Array(length + 1);
  best[0] = -penalty;
  for (let stop = minimumSegment; stop <= length; stop++) {
    for (let start = 0; start <= stop - minimumSegment; start++) {
      const candidate = best[start]! + segmentCost(sums, start, stop) + penalty;
      if (candidate < best[stop]!) {
        best[stop] = candidate;
        lastStart[stop] = start;
      }
    }
  }
  const ends: number[] = [];
  if (length < 2 * minimumSegment) return ends;
  for (let stop = lastStart[length]!; stop > 0; stop = lastStart[stop]!) ends.unshift(stop);
  return ends;
}

function penaltyOf(penalty: '3lnT' | '2lnT' | number, length: number): number {
  if (penalty === '3lnT') return 3 * Math.log(Math.max(length, 12));
  if (penalty === '2lnT') return 2 * Math.log(Math.max(length, 2));
  if (!(penalty >= 0 && Number.isFinite(penalty))) {
    throw new CandorError('CND_ARGUMENT', `changePoints needs a penalty that is not negative, got ${penalty}`);
  }
  return penalty;
}

const longestSeries = 2000;

function requireSeries(values: ArrayLike<number>, weights: ArrayLike<number>, minimumSegment: number): void {
  requireFinite('changePoints', 'values', values);
  requireSameLength('changePoints', 'weights', weights.length, values.length);
  if (values.length < 1 || values.length > longestSeries) {
    throw new CandorError('CND_ARGUMENT', `changePoints needs 1 to ${longestSeries} values, got ${values.length}`);
  }
  if (!Number.isInteger(minimumSegment) || minimumSegment < 1) {
    throw new CandorError('CND_ARGUMENT', `changePoints needs a minimumSegment of 1 or more, got ${minimumSegment}`);
  }
  requireWeights('changePoints', weights);
}

/** Weights that can be used: finite, not negative, not all zero. */
export function requireWeights(who: string, weights: ArrayLike<number>): void {
  let total = 0;
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i]!;
    if (!(weight >= 0 && Number.isFinite(weight))) {
      throw new CandorError('CND_WEIGHTS', `${who} needs weights that are finite and not negative, got ${weight}`, {
        position: i,
      });
    }
    total += weight;
  }
  if (!(total > 0)) throw new CandorError('CND_WEIGHTS', `${who} needs weights that are not all zero`);
}
