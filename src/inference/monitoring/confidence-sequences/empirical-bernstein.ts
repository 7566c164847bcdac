import { CandorError } from '../../../errors/index.ts';
import type { Interval } from '../../estimate.ts';
import type { ValueRange } from '../e-detector.ts';
import { checked } from '../e-detector.ts';
import type { SequenceOptions } from './asymptotic.ts';
import { requireShare } from './normal-mixture.ts';
import { predictableStakes } from './predictable-bets.ts';

/** Half of a stake at most: the bound grows without measure towards 1. */
const largestStake = 0.5;

export interface BernsteinOptions extends SequenceOptions {
  /** Persons or accounts in all, each of whom answers once at most: the interval closes as they have answered. */
  readonly population?: number;
}

/**
 * Where does the mean of bounded answers lie, at every answer at once, for certain? Empirical-Bernstein confidence sequence
 * by predictable mixing: valid at every n, with no normal law, for a constant mean; with `population` the values are drawn
 * without replacement from so many, and the mean is that of all of them. Unit of the values, cut at the ends of the range.
 * Refuses values outside the range, alpha outside (0, 1) and a population smaller than the answers (CND_ARGUMENT).
 * Source: Waudby-Smith and Ramdas 2024, DOI 10.1093/jrsssb/qkad009; 2020, arXiv 2006.04347 (without replacement).
 * @example bernsteinSequence(Array.from({ length: 100 }, (_, i) => i % 2), { min: 0, max: 1 })[99].low // => 0.323014
 */
export function bernsteinSequence(
  values: ArrayLike<number>,
  range: ValueRange,
  { alpha = 0.05, population }: BernsteinOptions = {},
): Interval[] {
  requireShare(alpha);
  if (population !== undefined && population < values.length) {
    const message = `a population of ${population} cannot have given ${values.length} answers`;
    throw new CandorError('CND_ARGUMENT', message, { argument: 'population', population, answers: values.length });
  }
  const width = range.max - range.min;
  const unit = Float64Array.from(values, (value) => (checked(value, range) - range.min) / width);
  const low = lowerBounds(unit, alpha / 2, population);
  const high = lowerBounds(
    unit.map((value) => 1 - value),
    alpha / 2,
    population,
  );
  return Array.from(low, (bound, i) => ({ low: range.min + width * bound, high: range.max - width * high[i]! }));
}

function lowerBounds(unit: Float64Array, alpha: number, population: number | undefined): Float64Array {
  const stakes = predictableStakes(unit, alpha);
  const bounds = new Float64Array(unit.length);
  let [sum, mean, weighted, weight, loss] = [0, 0, 0, 0, 0];
  for (let i = 0; i < unit.length; i += 1) {
    const stake = Math.min(largestStake, stakes[i]!);
    const left = population === undefined ? Number.POSITIVE_INFINITY : population - i;
    weighted += stake * (unit[i]! + sum / left);
    weight += stake * (1 + i / left);
    loss += (unit[i]! - mean) ** 2 * (-Math.log(1 - stake) - stake);
    sum += unit[i]!;
    mean = sum / (i + 1);
    bounds[i] = Math.max(0, (weighted - Math.log(1 / alpha) - loss) / weight);
  }
  return bounds;
}
