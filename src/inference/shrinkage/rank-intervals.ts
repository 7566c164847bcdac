import { quantile, randomStream } from '../../numeric/index.ts';
import type { Interval } from '../estimate.ts';
import type { SegmentValue } from './segment-value.ts';
import { drawTruth, type SpreadNode } from './spread-posterior.ts';

const rankStream = 501;

/** Where may each segment stand among all (1 the highest)? Ranks of simulated true values, their middle share. */
export function rankIntervals(
  segments: readonly SegmentValue[],
  spread: readonly SpreadNode[],
  options: { readonly confidence: number; readonly seed: number; readonly replicates: number },
): Interval[] {
  const { replicates } = options;
  const chance = randomStream(options.seed, rankStream, segments.length);
  const ranks = segments.map(() => new Float64Array(replicates));
  for (let replicate = 0; replicate < replicates; replicate++) {
    const truth = drawTruth(segments, spread, chance);
    const order = [...truth.keys()].sort((a, b) => truth[b]! - truth[a]!);
    order.forEach((segment, place) => {
      ranks[segment]![replicate] = place + 1;
    });
  }
  const tail = (1 - options.confidence) / 2;
  return ranks.map((seen) => {
    seen.sort();
    return { low: Math.floor(quantile(seen, tail)), high: Math.ceil(quantile(seen, 1 - tail)) };
  });
}
