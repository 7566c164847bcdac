import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EDetector, flagTogether, runMonitor, TargetDetector } from './index.ts';

// the same cases every time: a failure on one machine is a failure on all
fc.configureGlobal({ seed: 20261201 });

const range = { min: 0, max: 10 };
const scores = fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 30, maxLength: 120 });
const spreading = scores.filter((values) => new Set(values).size > 1);
const daysOf = (values: readonly number[], perDay: number) =>
  Array.from({ length: Math.ceil(values.length / perDay) }, (_, day) => day * perDay);
const evidenceAfter = (detector: EDetector | TargetDetector, values: readonly number[]) => {
  for (const [i, value] of values.entries()) {
    if (i % 3 === 0) detector.passDays();
    detector.observe(value);
  }
  return detector.evidence();
};

describe('detectors', () => {
  it('find a fall where a mirror shows a rise, and evidence is a figure whatever comes', () => {
    fc.assert(
      fc.property(spreading, scores, (baseline, later) => {
        const given = evidenceAfter(EDetector.start(baseline, range), later);
        const mirror = evidenceAfter(
          EDetector.start(
            baseline.map((value) => 10 - value),
            range,
          ),
          later.map((value) => 10 - value),
        );
        expect(Number.isFinite(given.evidence)).toBe(true);
        expect(mirror.up).toBeCloseTo(given.down, 6 - Math.ceil(Math.log10(given.down + 1)));
        expect(given.evidence).toBe((given.up + given.down) / 2);
      }),
      { numRuns: 60 },
    );
  });

  it('say the same kept and taken up after every answer as in one go', () => {
    fc.assert(
      fc.property(spreading, scores, fc.double({ min: 1, max: 4, noNaN: true }), (baseline, later, designEffect) => {
        const whole = EDetector.start(baseline, range, designEffect);
        let kept = EDetector.start(baseline, range, designEffect);
        for (const value of later) {
          whole.observe(value);
          kept = EDetector.from(JSON.parse(JSON.stringify(kept.state())));
          kept.observe(value);
        }
        expect(kept.evidence()).toEqual(whole.evidence());
      }),
      { numRuns: 40 },
    );
  });

  it('take answers of the same account for less, also against a target', () => {
    const fall = Array.from({ length: 200 }, (_, i) => (i % 3 === 0 ? 9 : 4));
    const evidence = (designEffect?: number) => evidenceAfter(new TargetDetector(8, 2, range, designEffect), fall).down;
    expect(evidence(2)).toBeGreaterThan(1);
    expect(evidence(2)).toBeLessThan(evidence() / 10);
  });

  it.each([11, -99, Number.NaN])('refuse an answer of %s on a scale of 0 to 10', (value) => {
    const halves = Array.from({ length: 40 }, (_, i) => (i % 2) * 10);
    const wants = expect.objectContaining({ code: 'CND_ARGUMENT' });
    expect(() => EDetector.start([...halves, value], range)).toThrow(wants);
    const detector = EDetector.start(halves, range);
    expect(() => detector.observe(value)).toThrow(wants);
    expect(() => EDetector.from(JSON.parse(JSON.stringify(detector.state()))).observe(value)).toThrow(wants);
    expect(() => new TargetDetector(5, 2, range).observe(value)).toThrow(wants);
  });

  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY])('refuse a design effect of %s', (designEffect) => {
    const wants = expect.objectContaining({ code: 'CND_ARGUMENT' });
    expect(() => EDetector.start([1, 2], range, designEffect)).toThrow(wants);
    expect(() => new TargetDetector(5, 2, range, designEffect)).toThrow(wants);
  });

  it('refuse what cannot be flagged together', () => {
    for (const options of [{ years: 0 }, { years: 1, share: 0 }, { years: 1, share: 1 }])
      expect(() => flagTogether([1], options)).toThrow(expect.objectContaining({ code: 'CND_ARGUMENT' }));
    expect(flagTogether([], { years: 1 })).toEqual([]);
  });
});

describe('a run', () => {
  const perDay = 4;
  const run = (values: readonly number[], daily = perDay) =>
    runMonitor(
      { values, steps: daysOf(values, daily), daysPerStep: 1, range: { min: 0, max: 1 } },
      { baselineSteps: 60 },
    );
  const halves = Array.from({ length: 400 }, (_, i) => i % 2);

  it('goes on learning while the new level is at the end of the scale, and watches again once answers differ', () => {
    const top = Array.from({ length: 1200 }, () => 1);
    const still = run([...halves, ...top]);
    expect(still.alarms).toHaveLength(1);
    expect(still.learning).toEqual([{ from: still.alarms[0]!.step + 1 }]);
    expect(still.path.at(-1)!.isLearning).toBe(true);
    const again = run([...halves, ...top, 0, ...top]);
    expect(again.learning[0]!.to).toBe(401);
    expect(again.path.at(-1)!.isLearning).toBeUndefined();
  });

  it('raises no second alarm before 30 days and 200 answers', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 9 }), (daily) => {
        const { alarms, learning } = run([...halves, ...halves.map(() => 1), ...halves.map(() => 0), ...halves], daily);
        alarms.slice(1).forEach(({ step }, i) => {
          const { from, to } = learning[i]!;
          expect(to! - from).toBeGreaterThanOrEqual(30);
          expect((to! - from) * daily).toBeGreaterThanOrEqual(200);
          expect(step).toBeGreaterThanOrEqual(to!);
        });
        expect(alarms.length).toBeGreaterThan(0);
      }),
    );
  });

  it.each([
    ['equal answers', Array.from({ length: 400 }, () => 1), 'CND_NO_VARIANCE'],
    ['an end within it', halves.slice(0, 200), 'CND_SAMPLE_TOO_SMALL'],
  ])('refuses a baseline of %s', (_, values, code) => {
    expect(() => run(values)).toThrow(expect.objectContaining({ code }));
  });

  it('refuses a baseline of too few answers', () => {
    const steps = Array.from({ length: 80 }, (_, day) => Math.min(day, 29));
    const stream = { values: halves.slice(0, 40), steps, daysPerStep: 1, range: { min: 0, max: 1 } };
    expect(() => runMonitor(stream, { baselineSteps: 60 })).toThrow(
      expect.objectContaining({ code: 'CND_SAMPLE_TOO_SMALL' }),
    );
  });
});
