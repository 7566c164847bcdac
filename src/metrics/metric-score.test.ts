import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCandorError } from '../errors/index.ts';
import { estimateDesignedScores } from './designed-score.ts';
import { metricDefinition, metricIds, resolveMetricId } from './metric-definition.ts';
import { compareScores, estimateScores } from './metric-score.ts';
import { npsGroups, scoreGroup } from './nps.ts';
import { tallyScores } from './score-tally.ts';
import { scoreValue, valueBounds } from './score-value.ts';

const codeOf = (call: () => unknown): string | undefined => {
  try {
    call();
  } catch (error) {
    return isCandorError(error) ? error.code : String(error);
  }
  return undefined;
};

const metric = fc.constantFrom(...metricIds).map((id) => metricDefinition(id));
const answers = metric.chain((definition) =>
  fc.tuple(
    fc.constant(definition),
    fc.array(fc.integer(definition.scale), { minLength: 1, maxLength: 60 }),
    fc.array(fc.integer(definition.scale), { minLength: 1, maxLength: 60 }),
  ),
);

const numbersOf = (value: unknown): number[] =>
  typeof value === 'number'
    ? [value]
    : value && typeof value === 'object'
      ? Object.values(value).flatMap(numbersOf)
      : [];

describe('the metrics', () => {
  it('put every answer of 0 to 10 into one group', () => {
    expect(Array.from({ length: 11 }, (_, score) => scoreGroup(score)[0]).join('')).toBe('dddddddpppp');
    expect(npsGroups(tallyScores([0, 6, 7, 8, 9, 10]))).toEqual({ promoters: 2, passives: 2, detractors: 2 });
  });

  it('refuse an answer off the scale, an unknown name and a scale that is not theirs', () => {
    expect(codeOf(() => scoreGroup(11))).toBe('CND_ARGUMENT');
    expect(codeOf(() => scoreGroup(8.5))).toBe('CND_ARGUMENT');
    expect(codeOf(() => estimateScores(metricDefinition('csat-top2'), tallyScores([0])))).toBe('CND_ARGUMENT');
    expect(codeOf(() => resolveMetricId('netto'))).toBe('CND_METRIC_UNKNOWN');
    expect(codeOf(() => metricDefinition('nps', { scale: { min: 1, max: 5 } }))).toBe('CND_METRIC_SCALE');
    expect(codeOf(() => metricDefinition('mean', { scale: { min: 5, max: 5 } }))).toBe('CND_ARGUMENT');
    expect(codeOf(() => tallyScores([Number.NaN]))).toBe('CND_ARGUMENT');
    expect(codeOf(() => estimateScores(metricDefinition('nps'), tallyScores([])))).toBe('CND_SAMPLE_TOO_SMALL');
  });

  it('are the mean of what each answer adds, inside their ends, whatever the order (10,000 samples)', () => {
    fc.assert(
      fc.property(answers, ([definition, before, after]) => {
        const estimate = estimateScores(definition, tallyScores(before));
        const mean = before.reduce((sum, score) => sum + scoreValue(definition, score), 0) / before.length;
        expect(Math.abs(estimate.value - mean)).toBeLessThan(1e-9 * Math.max(1, Math.abs(mean)) + 1e-12);
        const { min, max } = valueBounds(definition);
        const { low, high } = estimate.interval;
        expect(low).toBeGreaterThanOrEqual(min - 1e-9);
        expect(high).toBeLessThanOrEqual(max + 1e-9);
        expect(low).toBeLessThanOrEqual(estimate.value + 1e-9);
        expect(high).toBeGreaterThanOrEqual(estimate.value - 1e-9);
        expect(estimateScores(definition, tallyScores([...before].reverse()))).toEqual(estimate);
        const forth = compareScores(definition, { before: tallyScores(before), after: tallyScores(after) });
        const back = compareScores(definition, { before: tallyScores(after), after: tallyScores(before) });
        expect(numbersOf(forth).every(Number.isFinite)).toBe(true);
        expect(forth.pValue).toBeGreaterThanOrEqual(0);
        expect(forth.pValue).toBeLessThanOrEqual(1);
        expect(Math.abs(forth.difference.value + back.difference.value)).toBeLessThan(1e-9);
        expect(Math.abs(forth.pValue - back.pValue)).toBeLessThan(1e-6);
      }),
      { numRuns: 10_000, seed: 20261122 },
    );
  });

  it('give the same estimate with every answer an account of its own', () => {
    const scores = [10, 9, 9, 8, 7, 6, 3, 10, 10, 9, 2, 8];
    for (const id of ['nps', 'mean'] as const) {
      const definition = metricDefinition(id);
      const designed = estimateDesignedScores(definition, { scores, clusters: scores.map((_, i) => i) });
      expect(designed.estimate.value).toBeCloseTo(estimateScores(definition, tallyScores(scores)).value, 12);
      expect(designed.designEffect).toBeCloseTo(1, 12);
    }
  });
});
