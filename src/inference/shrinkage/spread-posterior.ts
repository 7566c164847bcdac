import { findRoot, normalCdf, type RandomStream } from '../../numeric/index.ts';
import type { Interval } from '../estimate.ts';
import { meanAt } from './paule-mandel.ts';
import type { SegmentValue } from './segment-value.ts';

/** What is known where the spread between segments is one of many: its weight, and mean and variance at that spread. */
export interface SpreadNode {
  readonly weight: number;
  readonly betweenVariance: number;
  readonly mean: number;
  readonly meanVariance: number;
}

const nodes = 120;

/**
 * The spread between segments is not known, and with few segments hardly at all. Every spread from 0 to `most` (the half
 * width of the scale: no distribution on it spreads more) is equally likely beforehand and weighed by the likelihood of
 * the segments with their mean integrated out; Gelman 2006, DOI 10.1214/06-BA117A.
 */
export function spreadPosterior(segments: readonly SegmentValue[], most: number): SpreadNode[] {
  const at = Array.from({ length: nodes }, (_, i) => {
    // Denser towards 0, where the likelihood bends: spread = most u^2, so that d spread = 2 most u du.
    const u = (i + 0.5) / nodes;
    const betweenVariance = (most * u * u) ** 2;
    const { mean, meanVariance } = meanAt(segments, betweenVariance);
    let log = Math.log(meanVariance) / 2 + Math.log(u);
    for (const { value, variance } of segments) {
      const total = variance + betweenVariance;
      log -= (Math.log(total) + (value - mean) ** 2 / total) / 2;
    }
    return { log, betweenVariance, mean, meanVariance };
  });
  const top = Math.max(...at.map(({ log }) => log));
  const weighed = at.map(({ log, ...node }) => ({ ...node, weight: Math.exp(log - top) }));
  const total = weighed.reduce((sum, { weight }) => sum + weight, 0);
  return weighed.map((node) => ({ ...node, weight: node.weight / total })).filter(({ weight }) => weight > 1e-7);
}

/** The equal-tailed interval of one segment: normal at each spread, mixed over the spreads. */
export function mixtureInterval({ value, variance }: SegmentValue, spread: readonly SpreadNode[], confidence: number) {
  const parts = spread.map(({ weight, betweenVariance, mean, meanVariance }) => {
    const share = variance / (variance + betweenVariance);
    const deviation = Math.sqrt(betweenVariance * share + share * share * meanVariance);
    return { weight, centre: share * mean + (1 - share) * value, deviation };
  });
  const low = Math.min(...parts.map(({ centre, deviation }) => centre - 40 * deviation));
  const high = Math.max(...parts.map(({ centre, deviation }) => centre + 40 * deviation));
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  const at = (probability: number) =>
    findRoot(
      (x) =>
        parts.reduce((sum, { weight, centre, deviation }) => sum + weight * normalCdf((x - centre) / deviation), 0) /
          total -
        probability,
      low,
      high,
      { tolerance: 1e-9 * (high - low) },
    );
  return { low: at((1 - confidence) / 2), high: at((1 + confidence) / 2) } satisfies Interval;
}

/** One set of true values of all segments that goes with what was seen. */
export function drawTruth(
  segments: readonly SegmentValue[],
  spread: readonly SpreadNode[],
  chance: RandomStream,
): number[] {
  const node = drawNode(spread, chance.uniform());
  const mean = node.mean + Math.sqrt(node.meanVariance) * chance.normal();
  return segments.map(({ value, variance }) => {
    const share = variance / (variance + node.betweenVariance);
    return share * mean + (1 - share) * value + Math.sqrt(node.betweenVariance * share) * chance.normal();
  });
}

function drawNode(spread: readonly SpreadNode[], probability: number): SpreadNode {
  let below = 0;
  for (const node of spread) {
    below += node.weight;
    if (below >= probability) return node;
  }
  return spread.at(-1)!;
}
