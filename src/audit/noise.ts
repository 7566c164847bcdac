import { quantile, type RandomStream, randomStream } from '../numeric/index.ts';
import {
  countNominal,
  type NoiseSummary,
  type PeriodMoments,
  type ReplicateRules,
  rangeOf,
  replicateRules,
} from './replicate.ts';

/** Stream kind of the audit's noise simulation: other simulations of the same seed draw other numbers. */
const streamKind = 101;
const wantedReplicates = 10_000;

/** Fills the moments of one programme in which nothing changes. */
export type DrawProgramme = (stream: RandomStream, moments: PeriodMoments) => void;

/**
 * How often would a programme without any change look at least as lively? Draws programmes and counts the changes
 * that a dashboard would colour, and how far apart the best and worst period lie. Neighbouring differences share a
 * period and are dependent, so a binomial count would be wrong.
 */
export function summariseNoise(
  draw: DrawProgramme,
  options: { sizes: ArrayLike<number>; observedNominal: number; seed: number; replicates?: number },
): NoiseSummary {
  const { sizes, observedNominal, seed, replicates = wantedReplicates } = options;
  const rules = replicateRules(sizes);
  const stream = randomStream(seed, streamKind, 0, 0);
  const moments: PeriodMoments = {
    n: Float64Array.from(sizes),
    mean: new Float64Array(sizes.length),
    variance: new Float64Array(sizes.length),
  };
  const tail = { atLeast: 0, any: 0, two: 0, hits: 0 };
  const ranges = new Float64Array(replicates);
  for (let r = 0; r < replicates; r++) {
    draw(stream, moments);
    const hits = countNominal(moments, rules.tested);
    tail.hits += hits;
    if (hits >= observedNominal) tail.atLeast++;
    if (hits >= 1) tail.any++;
    if (hits >= 2) tail.two++;
    ranges[r] = rangeOf(moments.mean, rules.ranged);
  }
  return {
    replicates,
    meanNominal: tail.hits / replicates,
    probabilityOfAtLeastThisMany: tail.atLeast / replicates,
    chanceOfAny: tail.any / replicates,
    chanceOfTwo: tail.two / replicates,
    ...rangeSummary(ranges, rules),
  };
}

function rangeSummary(ranges: Float64Array, { ranged }: ReplicateRules): Pick<NoiseSummary, 'range'> {
  if (ranged.length < 2) return {};
  ranges.sort();
  return { range: { median: quantile(ranges, 0.5), low: quantile(ranges, 0.05), high: quantile(ranges, 0.95) } };
}

/** Values that one answer can add to the metric, with how often each was given in the whole file. */
export interface PooledValues {
  readonly values: ArrayLike<number>;
  readonly counts: ArrayLike<number>;
  readonly n: number;
}

/**
 * Independent answers: each period draws its own number of answers from the pooled shares. Three ways with the same
 * law up to rounding: counts per value where there are few values, answer by answer where a period is small, and the
 * normal law of the mean where both are large (more than 256 values and 512 answers; the skewness of the mean is then
 * below a twentieth of that of the answers).
 */
export function independentDraw(pooled: PooledValues, sizes: ArrayLike<number>): DrawProgramme {
  const { values, counts, n } = pooled;
  const kinds = values.length;
  const shares = Array.from(counts, (count) => count / n);
  const cumulative = new Float64Array(kinds);
  let running = 0;
  for (let k = 0; k < kinds; k++) cumulative[k] = running += counts[k]! / n;
  const mean = shares.reduce((sum, share, k) => sum + share * values[k]!, 0);
  const variance = shares.reduce((sum, share, k) => sum + share * (values[k]! - mean) ** 2, 0);

  const byCount = (stream: RandomStream, size: number): [number, number] => {
    const drawn = stream.multinomial(size, shares);
    let total = 0;
    let squares = 0;
    for (let k = 0; k < kinds; k++) {
      const deviation = values[k]! - mean;
      total += drawn[k]! * deviation;
      squares += drawn[k]! * deviation * deviation;
    }
    return [total, squares];
  };
  const oneByOne = (stream: RandomStream, size: number): [number, number] => {
    let total = 0;
    let squares = 0;
    for (let i = 0; i < size; i++) {
      const deviation = values[positionIn(cumulative, stream.uniform())]! - mean;
      total += deviation;
      squares += deviation * deviation;
    }
    return [total, squares];
  };

  return (stream, moments) => {
    for (let t = 0; t < sizes.length; t++) {
      const size = sizes[t]!;
      if (kinds > 256 && size > 512) {
        moments.mean[t] = mean + stream.normal() * Math.sqrt(variance / size);
        moments.variance[t] = (variance * size) / (size - 1);
        continue;
      }
      const [total, squares] = size < kinds ? oneByOne(stream, size) : byCount(stream, size);
      moments.mean[t] = mean + total / size;
      moments.variance[t] = size > 1 ? Math.max(0, squares - (total * total) / size) / (size - 1) : 0;
    }
  };
}

/** First position whose cumulative share exceeds u. */
function positionIn(cumulative: Float64Array, u: number): number {
  let low = 0;
  let high = cumulative.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cumulative[middle]! > u) high = middle;
    else low = middle + 1;
  }
  return low;
}
