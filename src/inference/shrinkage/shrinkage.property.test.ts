import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { netSegmentValue, shrinkSegments } from '../index.ts';

const counts = fc
  .tuple(fc.nat(30), fc.nat(30), fc.nat(30))
  .filter(([positive, neutral, negative]) => positive + neutral + negative > 0)
  .map(([positive, neutral, negative]) => netSegmentValue({ positive, neutral, negative }));

describe('shrunken segments', () => {
  test('lie between their own value and the mean, inside of their interval, at a possible place', () => {
    fc.assert(
      fc.property(fc.array(counts, { minLength: 3, maxLength: 8 }), (segments) => {
        const found = shrinkSegments(segments, { mostSpread: 100, replicates: 20 });
        found.segments.forEach(({ shrunken, interval, rankInterval }, i) => {
          const ends = [segments[i]!.value, found.mean];
          expect(shrunken).toBeGreaterThanOrEqual(Math.min(...ends) - 1e-9);
          expect(shrunken).toBeLessThanOrEqual(Math.max(...ends) + 1e-9);
          expect(interval.low <= shrunken && shrunken <= interval.high).toBe(true);
          expect(rankInterval.low >= 1 && rankInterval.high <= segments.length).toBe(true);
        });
      }),
      { numRuns: 30 },
    );
  });

  test('of equal segments are not ranked and do not scatter', () => {
    const segment = netSegmentValue({ positive: 5, neutral: 3, negative: 2 });
    const found = shrinkSegments([segment, segment, segment, segment], { mostSpread: 100 });
    expect(found.betweenVariance).toBe(0);
    expect(found.ranking).toBe('none');
    expect(found.caveats.map(({ code }) => code)).toEqual(['ranking-not-supported']);
  });

  test('of two segments are refused, and variances of zero', () => {
    const segment = { value: 1, variance: 1 };
    expect(() => shrinkSegments([segment, segment], { mostSpread: 100 })).toThrow(
      expect.objectContaining({ code: 'CND_SAMPLE_TOO_SMALL' }),
    );
    const flat = { value: 1, variance: 0 };
    expect(() => shrinkSegments([segment, segment, flat], { mostSpread: 100 })).toThrow(
      expect.objectContaining({ code: 'CND_ARGUMENT' }),
    );
  });
});
