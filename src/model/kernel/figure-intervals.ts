import type { Interval } from '../../inference/index.ts';
import { normalCdf, normalQuantile } from '../../numeric/index.ts';

/** How sure one figure is, from its replicates. */
export interface FigureUncertainty {
  /** Mean of the replicates. */
  readonly mean: number;
  readonly standardError: number;
  readonly interval: Interval;
  /** Share of replicates on the other side of zero, twice, one added above and below: never 0, at most 1. */
  readonly pValue: number;
  /** Of BCa; absent where the interval is of plain percentiles. */
  readonly correction?: { readonly bias: number; readonly acceleration: number };
}

/** Replicates that move less than this are rounding. */
const rounding = 1e-12;

/**
 * Between which values does a figure lie? Bias-corrected and accelerated with the estimates that leave out one unit each,
 * plain percentiles without them, and where no or every replicate lies below the estimate: its correction would be
 * infinite. Quantiles of type 7. Undefined for fewer than two replicates or some that do not move: no interval.
 * Source: Efron 1987, DOI 10.1080/01621459.1987.10478410.
 */
export function figureUncertainty(
  { estimate, replicates }: { readonly estimate: number; readonly replicates: Float64Array },
  leftOut: Float64Array | undefined,
  confidence: number,
): FigureUncertainty | undefined {
  if (replicates.length < 2) return undefined;
  const counted = countUp(replicates, estimate);
  const { mean, standardError } = counted;
  if (!(standardError > rounding)) return undefined;
  const share = counted.below / replicates.length;
  const tail = (1 - confidence) / 2;
  const isCorrectable = leftOut !== undefined && share > 0 && share < 1;
  const correction = isCorrectable ? { bias: normalQuantile(share), acceleration: acceleration(leftOut) } : undefined;
  const moved = (probability: number) => {
    if (!correction) return probability;
    const z = correction.bias + normalQuantile(probability);
    const shrink = 1 - correction.acceleration * z;
    // Beyond its pole the correction has no meaning: the outermost replicate is the end.
    if (!(shrink > 0)) return z > 0 ? 1 : 0;
    return normalCdf(correction.bias + z / shrink);
  };
  const low = quantileOf(replicates, counted, moved(tail));
  const high = quantileOf(replicates, counted, moved(1 - tail));
  return {
    mean,
    standardError,
    interval: { low, high },
    pValue: Math.min(1, (2 * Math.min(counted.notAbove, counted.notBelow)) / (replicates.length + 1)),
    ...(correction && { correction }),
  };
}

/**
 * Skewness of the estimate, from the estimates that leave out one unit each: a = sum d^3 / (6 (sum d^2)^1.5) with d the
 * mean less each of them.
 */
function acceleration(leftOut: Float64Array): number {
  const mean = meanOf(leftOut);
  let squares = 0;
  let cubes = 0;
  for (let at = 0; at < leftOut.length; at++) {
    const distance = mean - leftOut[at]!;
    squares += distance * distance;
    cubes += distance * distance * distance;
  }
  return squares > 0 ? cubes / (6 * squares ** 1.5) : 0;
}

function meanOf(values: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += values[at]!;
  return sum / values.length;
}

const binCount = 1024;

interface Counted {
  readonly mean: number;
  readonly standardError: number;
  /** Replicates strictly below the estimate. */
  readonly below: number;
  /** One more than the replicates at most, and at least, zero. */
  readonly notAbove: number;
  readonly notBelow: number;
  readonly least: number;
  readonly perBin: number;
  /** Replicates in every bin of equal width. */
  readonly bins: Int32Array;
}

/** Two passes: what must be counted, and how many replicates fall into each of 1,024 bins. */
function countUp(values: Float64Array, estimate: number): Counted {
  const { length } = values;
  const mean = meanOf(values);
  let notAbove = 1;
  let notBelow = 1;
  let least = values[0]!;
  let most = least;
  for (let at = 0; at < length; at++) {
    const value = values[at]!;
    if (value <= 0) notAbove++;
    if (value >= 0) notBelow++;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const bins = new Int32Array(binCount);
  const perBin = most > least ? (binCount - 1) / (most - least) : 0;
  let squares = 0;
  for (let at = 0; at < length; at++) {
    const value = values[at]!;
    squares += (value - mean) * (value - mean);
    bins[((value - least) * perBin) | 0]! += 1;
  }
  const standardError = Math.sqrt(squares / (length - 1));
  const below = countBelow(values, estimate, { least, most, perBin, bins });
  return { mean, standardError, below, notAbove, notBelow, least, perBin, bins };
}

/** From the bins, and within its own bin one by one: a comparison that half of all replicates pass is slow. */
function countBelow(
  values: Float64Array,
  estimate: number,
  { least, most, perBin, bins }: Pick<Counted, 'least' | 'perBin' | 'bins'> & { readonly most: number },
): number {
  if (!(estimate > least)) return 0;
  if (estimate > most) return values.length;
  const own = ((estimate - least) * perBin) | 0;
  let below = 0;
  for (let bin = 0; bin < own; bin++) below += bins[bin]!;
  for (let at = 0; at < values.length; at++) {
    const value = values[at]!;
    if ((((value - least) * perBin) | 0) === own && value < estimate) below++;
  }
  return below;
}

/**
 * A quantile of type 7 without sorting: bins follow the order of values, so only the few values in the bins of its two
 * order statistics need a sort.
 */
function quantileOf(values: Float64Array, { bins, least, perBin }: Counted, probability: number): number {
  const position = (values.length - 1) * probability;
  const rank = Math.floor(position);
  const nextRank = Math.min(rank + 1, values.length - 1);
  let first = 0;
  let before = 0;
  while (before + bins[first]! <= rank) before += bins[first++]!;
  let last = first;
  let until = before + bins[first]!;
  while (until <= nextRank) until += bins[++last]!;
  const near = new Float64Array(until - before);
  for (let at = 0, count = 0; count < near.length; at++) {
    const bin = ((values[at]! - least) * perBin) | 0;
    if (bin >= first && bin <= last) near[count++] = values[at]!;
  }
  near.sort();
  const low = near[rank - before]!;
  return low + (position - rank) * (near[nextRank - before]! - low);
}
