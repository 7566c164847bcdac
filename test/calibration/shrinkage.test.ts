import { describe, test } from 'vitest';
import { netSegmentValue, shrinkSegments } from '../../src/inference/index.ts';
import { randomStream } from '../../src/numeric/index.ts';
import { expectRateAtMost } from './band.ts';

const runs = 40;

/** Segments whose true score lies outside of its interval, of `runs` tables. */
function missed(count: number, sizes: readonly number[], level: number, spread: number): number {
  const chance = randomStream(701, count, sizes[0]!, level + spread);
  let outside = 0;
  for (let run = 0; run < runs; run++) {
    const truth = Array.from({ length: count }, () => Math.max(-90, Math.min(90, level + spread * chance.normal())));
    const segments = truth.map((score, i) => {
      const neutral = Math.min(0.25, (1 - Math.abs(score) / 100) * 0.6);
      const positive = (1 - neutral + score / 100) / 2;
      const shares = [positive, neutral, 1 - neutral - positive];
      const [above, between, below] = chance.multinomial(sizes[i % sizes.length]!, shares);
      return netSegmentValue({ positive: above!, neutral: between!, negative: below! });
    });
    shrinkSegments(segments, { mostSpread: 100, replicates: 40 }).segments.forEach(({ interval }, i) => {
      if (truth[i]! < interval.low || truth[i]! > interval.high) outside++;
    });
  }
  return outside;
}

describe('true scores outside of their 95 % interval, of equal and of unequal segments: at most 8 %', () => {
  for (const [count, sizes] of [
    [5, [30]],
    [10, [4, 12, 60]],
    [30, [4]],
  ] as const) {
    for (const spread of [0, 25]) {
      test(`${count} segments of ${sizes.join(', ')} answers, spread ${spread}`, () => {
        expectRateAtMost(missed(count, sizes, 20, spread), runs * count, 0.08, 'segments missed');
      });
    }
  }
});
