import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  answersForChange,
  daysNeeded,
  daysToSeeChange,
  invitationsNeeded,
  minimumDetectableChange,
  powerOfNetChange,
  reachTarget,
  targetState,
} from './index.ts';

fc.configureGlobal({ seed: 20261201, numRuns: 200 });

const variance = fc.double({ min: 1, max: 1e4, noNaN: true });
const amount = fc.double({ min: 0.01, max: 1e4, noNaN: true });

describe('collection', () => {
  test('the issue: 958 answers at 25 %', () => {
    expect(invitationsNeeded(answersForChange({ variance: 6100, change: 10 }), 0.25)).toBe(3832);
  });
  test('what was asked for brings at least the answers, and one less does not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.double({ min: 0.001, max: 1, noNaN: true }), (answers, rate) => {
        const invited = invitationsNeeded(answers, rate);
        expect(invited * rate).toBeGreaterThanOrEqual(answers * (1 - 1e-12));
        expect((invited - 1) * rate).toBeLessThan(answers * (1 + 1e-12));
        expect(daysNeeded(answers, 1)).toBe(answers);
      }),
    );
  });
  test('refuses', () => {
    expect(() => invitationsNeeded(10, 1.2)).toThrow(expect.objectContaining({ code: 'CND_ARGUMENT' }));
    expect(() => invitationsNeeded(0, 0.2)).toThrow(expect.objectContaining({ code: 'CND_ARGUMENT' }));
    expect(() => daysNeeded(10, 0)).toThrow(expect.objectContaining({ code: 'CND_ARGUMENT' }));
  });
});

describe('days to see a change', () => {
  test('the answers then show just this change, and those of the day before do not', () => {
    fc.assert(
      fc.property(
        variance,
        amount,
        amount,
        fc.double({ min: 0.1, max: 200, noNaN: true }),
        (v, before, perDay, change) => {
          const seen = daysToSeeChange(change, { variance: v, answersBefore: before, answersPerDay: perDay });
          if (seen.days === undefined) {
            expect(change).toBeLessThanOrEqual(seen.leastChange * (1 + 1e-9));
            return;
          }
          const least = (after: number) => minimumDetectableChange(Math.sqrt(v / before + v / after));
          expect(least(seen.answersAfter!)).toBeLessThanOrEqual(change * (1 + 1e-9));
          if (seen.answersAfter! > 1) expect(least(seen.answersAfter! - 1)).toBeGreaterThan(change * (1 - 1e-9));
          expect(seen.days * perDay).toBeGreaterThanOrEqual(seen.answersAfter! * (1 - 1e-12));
        },
      ),
    );
  });
  test('a drop is seen as soon as a rise; with as many before as after it is the formula of two periods', () => {
    const options = { variance: 6100, answersBefore: 958, answersPerDay: 1 };
    expect(daysToSeeChange(-10, options)).toEqual(daysToSeeChange(10, options));
    expect(daysToSeeChange(10, options).answersAfter).toBe(958);
  });
  test('refuses', () => {
    const options = { variance: 6100, answersBefore: 100, answersPerDay: 3 };
    expect(() => daysToSeeChange(0, options)).toThrow(expect.objectContaining({ code: 'CND_ARGUMENT' }));
    expect(() => daysToSeeChange(5, { ...options, power: 1 })).toThrow(
      expect.objectContaining({ code: 'CND_ARGUMENT' }),
    );
    expect(() => daysToSeeChange(5, { ...options, answersPerDay: -1 })).toThrow(
      expect.objectContaining({ code: 'CND_ARGUMENT' }),
    );
  });
});

describe('power of a net change', () => {
  test('the mirror image has the same power, and the formula grows with the answers', () => {
    const plan = { before: 400, after: 300 };
    const up = powerOfNetChange(8, { ...plan, positive: 0.5, negative: 0.2 });
    const down = powerOfNetChange(-8, { ...plan, positive: 0.2, negative: 0.5 });
    expect(up.method).toBe('normal');
    expect(down.power).toBeCloseTo(up.power, 12);
    expect(powerOfNetChange(8, { before: 800, after: 600, positive: 0.5, negative: 0.2 }).power).toBeGreaterThan(
      up.power,
    );
    expect(
      powerOfNetChange(8, { before: 800, after: 600, positive: 0.5, negative: 0.2, designEffect: 2 }).power,
    ).toBeCloseTo(up.power, 12);
  });
  test('is the same every time', () => {
    const plan = { positive: 0.5, negative: 0.2, before: 8, after: 8 };
    expect(powerOfNetChange(40, plan)).toEqual(powerOfNetChange(40, plan));
    expect(powerOfNetChange(40, plan).method).toBe('simulated');
  });
  test('refuses what cannot be', () => {
    const bad = expect.objectContaining({ code: 'CND_ARGUMENT' });
    const plan = { positive: 0.9, negative: 0.02, before: 50, after: 50 };
    expect(() => powerOfNetChange(15, plan)).toThrow(bad);
    expect(() => powerOfNetChange(5, { ...plan, negative: 0.2 })).toThrow(bad);
    expect(() => powerOfNetChange(5, { ...plan, before: 0 })).toThrow(bad);
    expect(() => powerOfNetChange(5, { ...plan, designEffect: 200 })).toThrow(bad);
  });
});

describe('reaching a target', () => {
  const past = fc
    .array(
      fc.record({
        value: fc.double({ min: -60, max: 60, noNaN: true }),
        standardError: fc.double({ min: 1, max: 15, noNaN: true }),
      }),
      {
        minLength: 4,
        maxLength: 24,
      },
    )
    .map((scores) => scores.map((score, ordinal) => ({ ...score, ordinal })));
  test('probabilities; seen at most reached; a higher target is less likely; both directions add to one', () => {
    fc.assert(
      fc.property(
        past,
        fc.integer({ min: 1, max: 12 }),
        fc.double({ min: -90, max: 90, noNaN: true }),
        (scores, periodsAhead, target) => {
          const ahead = { scores, periodsAhead, target, standardErrorThen: 5 };
          const { reached, seen } = reachTarget(ahead);
          const lower = reachTarget({ ...ahead, direction: 'at-most' });
          expect(reached + lower.reached).toBeCloseTo(1, 9);
          expect(seen).toBeLessThanOrEqual(reached);
          expect(seen).toBeGreaterThanOrEqual(0);
          expect(reachTarget({ ...ahead, target: target + 5 }).reached).toBeLessThanOrEqual(reached + 1e-12);
          expect(reachTarget({ ...ahead, target: target + 7, plannedChange: 7 }).reached).toBeCloseTo(reached, 9);
        },
      ),
    );
  });
  test('refuses', () => {
    const scores = [1, 2, 3, 4].map((ordinal) => ({ ordinal, value: 30, standardError: 5 }));
    const ahead = { scores, periodsAhead: 3, target: 35, standardErrorThen: 5 };
    expect(() => reachTarget({ ...ahead, scores: scores.slice(1) })).toThrow(
      expect.objectContaining({ code: 'CND_SAMPLE_TOO_SMALL' }),
    );
    const bad = expect.objectContaining({ code: 'CND_ARGUMENT' });
    expect(() => reachTarget({ ...ahead, scores: [...scores].reverse() })).toThrow(bad);
    expect(() => reachTarget({ ...ahead, target: Number.NaN })).toThrow(bad);
    expect(() => reachTarget({ ...ahead, standardErrorThen: 0 })).toThrow(bad);
  });
});

describe('the state of a target', () => {
  const standing = { baseline: { answers: 200, needed: 163 }, target: 35, isDue: true };
  test.each([
    ['no-baseline', { baseline: { answers: 0, needed: 163 } }],
    ['measuring-baseline', { baseline: { answers: 162, needed: 163 } }],
    ['open', { isDue: false, interval: { low: 40, high: 50 } }],
    ['cannot-be-told', {}],
    ['cannot-be-told', { interval: { low: 30, high: 40 } }],
    ['reached', { interval: { low: 35, high: 50 } }],
    ['not-reached', { interval: { low: 10, high: 34.9 } }],
    ['reached', { interval: { low: 10, high: 35 }, direction: 'at-most' as const }],
    ['not-reached', { interval: { low: 36, high: 50 }, direction: 'at-most' as const }],
  ])('%s', (state, change) => expect(targetState({ ...standing, ...change })).toBe(state));
  test('refuses', () => {
    expect(() => targetState({ ...standing, target: Number.NaN })).toThrow(
      expect.objectContaining({ code: 'CND_ARGUMENT' }),
    );
  });
});
