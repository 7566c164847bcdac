import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AnswerDistribution,
  answersForChange,
  answersToCall,
  changedDistribution,
  detectableChange,
  distributionValue,
  distributionVariance,
  invitationsAllowed,
  powerOfChange,
  powerToCall,
} from './index.ts';

fc.configureGlobal({ seed: 20261202, numRuns: 60 });

const bad = expect.objectContaining({ code: 'CND_ARGUMENT' });
const net = fc
  .tuple(fc.double({ min: 0.05, max: 0.9, noNaN: true }), fc.double({ min: 0.05, max: 0.9, noNaN: true }))
  .filter(([positive, negative]) => positive + negative <= 1)
  .map(([positive, negative]): AnswerDistribution => ({ family: 'net', positive, negative }));
const share = fc
  .double({ min: 0.05, max: 0.95, noNaN: true })
  .map((value): AnswerDistribution => ({ family: 'share', share: value }));
const mean = fc
  .tuple(fc.double({ min: 1.2, max: 4.8, noNaN: true }), fc.double({ min: 0.1, max: 0.9, noNaN: true }))
  .map(([value, part]): AnswerDistribution => {
    // any mean on the scale allows at most this variance
    const variance = part * (5 - value) * (value - 1);
    return { family: 'mean', mean: value, variance, bounds: { min: 1, max: 5 } };
  });
const answers = fc.oneof(net, share, mean);

/** The same answers with the ends of the scale exchanged. */
function mirrored(one: AnswerDistribution): AnswerDistribution {
  if (one.family === 'net') return { family: 'net', positive: one.negative, negative: one.positive };
  if (one.family === 'share') return { family: 'share', share: 1 - one.share };
  return { ...one, mean: one.bounds.min + one.bounds.max - one.mean };
}

const widthOf = (one: AnswerDistribution) => (one.family === 'net' ? 200 : one.family === 'share' ? 1 : 4);
const roomBelow = (one: AnswerDistribution) =>
  distributionValue(one) - (one.family === 'net' ? -100 : one.family === 'share' ? 0 : 1);

describe('answers after a change', () => {
  test('have the score that was said, and no more spread than their scale has room for', () => {
    fc.assert(
      fc.property(answers, fc.double({ min: 0, max: 1, noNaN: true }), (one, part) => {
        const after = changedDistribution(one, -part * roomBelow(one));
        expect(distributionValue(after)).toBeCloseTo(distributionValue(one) - part * roomBelow(one), 9);
        expect(distributionVariance(after)).toBeLessThanOrEqual((widthOf(one) / 2) ** 2 * (1 + 1e-9));
        expect(distributionVariance(after)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
  test('keep the neutral share until one side is used up', () => {
    expect(changedDistribution({ family: 'net', positive: 0.5, negative: 0.2 }, -10)).toEqual({
      family: 'net',
      positive: expect.closeTo(0.45, 12),
      negative: expect.closeTo(0.25, 12),
    });
    expect(changedDistribution({ family: 'net', positive: 0.5, negative: 0.1 }, 40)).toEqual({
      family: 'net',
      positive: expect.closeTo(0.8, 12),
      negative: expect.closeTo(0, 12),
    });
  });
});

describe('power to call a change', () => {
  test('is the same for the mirror image', () => {
    fc.assert(
      fc.property(answers, fc.integer({ min: 10, max: 2000 }), (one, n) => {
        const change = -0.4 * roomBelow(one);
        const periods = { before: n, after: n };
        expect(powerToCall(mirrored(one), -change, periods)).toBeCloseTo(powerToCall(one, change, periods), 6);
      }),
    );
  });
  test('is that of the closed formula with both variances where z is used', () => {
    const one: AnswerDistribution = { family: 'net', positive: 0.5, negative: 0.2 };
    const error = Math.sqrt((6100 + distributionVariance(changedDistribution(one, -20))) / 400);
    expect(powerToCall(one, -20, { before: 400, after: 400 })).toBeCloseTo(powerOfChange(20, error), 2);
  });
  test('is a fortieth without a change, nought below ten effective answers, and grows to one', () => {
    const one: AnswerDistribution = { family: 'net', positive: 0.5, negative: 0.2 };
    expect(powerToCall(one, -1e-9, { before: 400, after: 400 })).toBeCloseTo(0.025, 3);
    expect(powerToCall(one, -90, { before: 9, after: 400 })).toBe(0);
    expect(powerToCall(one, -90, { before: 40, after: 40 }, { designEffect: 5 })).toBe(0);
    expect(powerToCall(one, -20, { before: 1e6, after: 1e6 })).toBe(1);
  });
  test('accounts make the sample smaller', () => {
    fc.assert(
      fc.property(answers, fc.integer({ min: 40, max: 4000 }), (one, n) => {
        const change = -0.3 * roomBelow(one);
        const half = powerToCall(one, change, { before: n / 2, after: n / 2 });
        expect(powerToCall(one, change, { before: n, after: n }, { designEffect: 2 })).toBeCloseTo(half, 12);
      }),
    );
  });
});

describe('detectable changes and answers to call one', () => {
  test('are each other’s inverse', () => {
    fc.assert(
      fc.property(answers, fc.integer({ min: 30, max: 3000 }), (one, n) => {
        const { fall } = detectableChange(one, n);
        if (fall === undefined) return;
        expect(powerToCall(one, -fall, { before: n, after: n })).toBeGreaterThanOrEqual(0.8);
        expect(answersToCall(one, -fall)).toBeLessThanOrEqual(n);
      }),
    );
  });
  test('more answers show a smaller change', () => {
    fc.assert(
      fc.property(net, fc.integer({ min: 200, max: 3000 }), (one, n) => {
        const [few, many] = [detectableChange(one, n).fall, detectableChange(one, 4 * n).fall];
        if (few !== undefined) expect(many!).toBeLessThan(few);
      }),
    );
  });
  test('near the top the usual formula asks for too few: a fall from +88 by 10 needs twice as many', () => {
    const top: AnswerDistribution = { family: 'net', positive: 0.9, negative: 0.02 };
    const usual = answersForChange({ variance: distributionVariance(top), change: 10 });
    expect(answersToCall(top, -10) / usual).toBeGreaterThan(1.4);
  });
  test('a rise that the scale has no room for is absent', () => {
    expect(detectableChange({ family: 'net', positive: 0.95, negative: 0.01 }, 20)).toEqual({
      fall: expect.any(Number),
    });
  });
});

test('refusals', () => {
  const one: AnswerDistribution = { family: 'net', positive: 0.5, negative: 0.2 };
  const periods = { before: 100, after: 100 };
  expect(() => powerToCall(one, -140, periods)).toThrow(bad);
  expect(() => powerToCall(one, Number.NaN, periods)).toThrow(bad);
  expect(() => powerToCall({ ...one, negative: 0.6 } as AnswerDistribution, -5, periods)).toThrow(bad);
  expect(() => powerToCall(one, -5, { before: 0, after: 100 })).toThrow(bad);
  expect(() => powerToCall(one, -5, periods, { designEffect: 0 })).toThrow(bad);
  expect(() => powerToCall(one, -5, periods, { confidence: 1 })).toThrow(bad);
  expect(() => detectableChange(one, 100, { power: 1 })).toThrow(bad);
  expect(() => answersToCall(one, 0)).toThrow(bad);
  expect(() => answersToCall(one, -1e-6)).toThrow(bad);
  const alike: AnswerDistribution = { family: 'share', share: 1 };
  expect(() => powerToCall(alike, 0, periods)).toThrow(expect.objectContaining({ code: 'CND_NO_VARIANCE' }));
  expect(() => invitationsAllowed({ people: 100, restDays: 0, days: 30 })).toThrow(bad);
  expect(() => invitationsAllowed({ people: -1, restDays: 90, days: 30 })).toThrow(bad);
  expect(invitationsAllowed({ people: 0, restDays: 90, days: 30 })).toBe(0);
});
