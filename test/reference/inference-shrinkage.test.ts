import { expect, test } from 'vitest';
import { netSegmentValue, shrinkSegments } from '../../src/inference/index.ts';
import { describeWithOracle } from './oracle.ts';
import { expectClose } from './tolerance.ts';

interface Shrinkage {
  readonly data: readonly { P: number; Q: number; D: number; v: number; nps: number }[];
  readonly PM: { mu: number; tau2: number; blup: number[]; blup_se: number[] };
}

describeWithOracle('shrinkage agrees with metafor', 'scores-and-model/shrinkage.json', (text) => {
  const { data, PM } = JSON.parse(text || '{"data":[]}') as Shrinkage;
  const segments = data.map(({ P, Q, D }) => netSegmentValue({ positive: P, neutral: Q, negative: D }));

  test('value and variance of each segment', () => {
    segments.forEach(({ value, variance }, i) => {
      expectClose(value, data[i]!.nps);
      expectClose(variance, data[i]!.v);
    });
  });

  test('Paule-Mandel, best linear predictions and their errors to 1e-7', () => {
    // The oracle stopped its search where the squares miss k - 1 by 1.2e-7: its between-variance holds 7 to 8 digits.
    const found = shrinkSegments(segments, { mostSpread: 100 });
    expectClose(found.mean, PM.mu, 1e-7);
    expectClose(found.betweenVariance, PM.tau2, 1e-7);
    const excess = data.reduce((sum, { v, nps }) => sum + (nps - found.mean) ** 2 / (v + found.betweenVariance), 0);
    expectClose(excess, data.length - 1);
    found.segments.forEach(({ shrunken, standardError, interval }, i) => {
      expectClose(shrunken, PM.blup[i]!, 1e-7);
      expectClose(standardError, PM.blup_se[i]!, 1e-7);
      expect(interval.low).toBeLessThan(shrunken);
      expect(interval.high).toBeGreaterThan(shrunken);
    });
  });
});
