import { describe, expect, test } from 'vitest';
import {
  answersForChange,
  answersForMargin,
  changePoints,
  compareDesigned,
  compareMeans,
  compareNetScores,
  comparePaired,
  designDifference,
  designEstimate,
  holm,
  intraclassCorrelation,
  kishEffectiveN,
  mannWhitney,
  marginOfError,
  meanEstimate,
  meanLinearised,
  minimumDetectableChange,
  momentsOf,
  netScoreAtEffectiveN,
  netScoreEstimate,
  powerOfChange,
  proportionAtEffectiveN,
  proportionEstimate,
  rake,
  shrunkPeriodWeights,
  tangoInterval,
  testStandardError,
  verdictOf,
} from './index.ts';

const some = { positive: 5, neutral: 3, negative: 2 };

describe('misuse is refused with a code', () => {
  const refusals: readonly (readonly [string, string, () => unknown])[] = [
    ['counts below zero', 'CND_ARGUMENT', () => netScoreEstimate({ ...some, negative: -1 })],
    ['no answers', 'CND_ARGUMENT', () => tangoInterval({ positive: 0, neutral: 0, negative: 0 })],
    ['a confidence of one', 'CND_ARGUMENT', () => tangoInterval(some, 1)],
    ['a population below n', 'CND_POPULATION', () => netScoreEstimate(some, { population: 9 })],
    ['a population below n, shares', 'CND_POPULATION', () => proportionEstimate(5, 10, { population: 9 })],
    [
      'an error for tests of one answer',
      'CND_SAMPLE_TOO_SMALL',
      () => testStandardError({ ...some, positive: 1, neutral: 0, negative: 0 }),
    ],
    ['more successes than answers', 'CND_ARGUMENT', () => proportionEstimate(11, 10)],
    ['no values', 'CND_SAMPLE_TOO_SMALL', () => momentsOf([])],
    ['a value that is no number', 'CND_ARGUMENT', () => momentsOf([1, Number.NaN])],
    ['one value without bounds', 'CND_SAMPLE_TOO_SMALL', () => meanEstimate(momentsOf([4]))],
    ['equal values without bounds', 'CND_NO_VARIANCE', () => meanEstimate(momentsOf([4, 4]))],
    [
      'a mean outside its bounds',
      'CND_ARGUMENT',
      () => meanEstimate(momentsOf([4, 7]), { bounds: { min: 1, max: 5 } }),
    ],
    ['equal samples without bounds', 'CND_NO_VARIANCE', () => compareMeans(momentsOf([4, 4]), momentsOf([3, 5]))],
    ['pairs of different number', 'CND_ARGUMENT', () => comparePaired([1, 2], [1])],
    ['an empty sample', 'CND_SAMPLE_TOO_SMALL', () => mannWhitney([], [1])],
    ['a p-value above one', 'CND_ARGUMENT', () => holm([0.5, 1.1])],
    ['a margin of zero', 'CND_ARGUMENT', () => answersForMargin({ variance: 6100, margin: 0 })],
    ['a power of one', 'CND_ARGUMENT', () => answersForChange({ variance: 6100, change: 5, power: 1 })],
    ['a negative standard error', 'CND_ARGUMENT', () => marginOfError(-1)],
    ['an infinite standard error', 'CND_ARGUMENT', () => minimumDetectableChange(Number.POSITIVE_INFINITY)],
    ['power without an error', 'CND_ARGUMENT', () => powerOfChange(5, 0)],
    [
      'an unknown p-value',
      'CND_ARGUMENT',
      () => verdictOf({ adjustedPValue: Number.NaN, difference: 1, effectiveBefore: 20, effectiveAfter: 20 }),
    ],
    ['likeness of lone answers', 'CND_SAMPLE_TOO_SMALL', () => intraclassCorrelation([1, 2], [0, 1])],
    ['likeness of equal answers', 'CND_NO_VARIANCE', () => intraclassCorrelation([1, 1, 1], [0, 0, 1])],
    ['weights all zero', 'CND_WEIGHTS', () => kishEffectiveN([0, 0])],
    ['a negative weight', 'CND_WEIGHTS', () => designEstimate({ values: [1, 2], weights: [1, -1] })],
    [
      'an account in two strata',
      'CND_ARGUMENT',
      () => designEstimate({ values: [1, 2], clusters: [0, 0], strata: [0, 1] }),
    ],
    [
      'a stratum without population',
      'CND_POPULATION',
      () => designEstimate({ values: [1, 2], strata: [0, 1], population: [5] }),
    ],
    ['no answers of a design', 'CND_SAMPLE_TOO_SMALL', () => designEstimate({ values: [] })],
    ['an empty group', 'CND_SAMPLE_TOO_SMALL', () => designDifference({ values: [1, 2] }, [0, 0], [1, 1])],
    [
      'a group of another length',
      'CND_ARGUMENT',
      () => compareDesigned({ values: [100, 0] }, [1], [0, 1], { family: 'net' }),
    ],
    ['a score that is no net score', 'CND_ARGUMENT', () => netScoreAtEffectiveN(designEstimate({ values: [250, 3] }))],
    ['a share that is no share', 'CND_ARGUMENT', () => proportionAtEffectiveN(designEstimate({ values: [0.5, 1] }))],
    [
      'a mean of one account',
      'CND_SAMPLE_TOO_SMALL',
      () => meanLinearised(designEstimate({ values: [1, 2], clusters: [0, 0] })),
    ],
    ['a mean of equal answers', 'CND_NO_VARIANCE', () => meanLinearised(designEstimate({ values: [2, 2] }))],
    ['a value without total', 'CND_MARGINS', () => rake([1, 1], [{ codes: [0, 1], totals: [5] }])],
    ['a total without answers', 'CND_MARGINS', () => rake([1, 1], [{ codes: [0, 0], totals: [5, 5] }])],
    [
      'totals that disagree',
      'CND_MARGINS',
      () =>
        rake(
          [1, 1],
          [
            { codes: [0, 1], totals: [5, 5] },
            { codes: [0, 1], totals: [5, 6] },
          ],
        ),
    ],
    [
      'margins that contradict each other',
      'CND_NOT_CONVERGED',
      () =>
        rake(
          [1, 1],
          [
            { codes: [0, 1], totals: [5, 5] },
            { codes: [0, 1], totals: [4, 6] },
          ],
        ),
    ],
    ['weights of another length', 'CND_ARGUMENT', () => changePoints([1, 2], [1])],
    ['a series too long', 'CND_ARGUMENT', () => changePoints(new Array(2001).fill(1), new Array(2001).fill(1))],
    ['a negative penalty', 'CND_ARGUMENT', () => changePoints([1, 2], [1, 1], { penalty: -1 })],
    ['periods that all agree', 'CND_NO_VARIANCE', () => shrunkPeriodWeights([5, 5], [0, 0])],
  ];
  for (const [title, code, call] of refusals) {
    test(title, () => {
      expect(call).toThrow(expect.objectContaining({ code }));
    });
  }
});

describe('doubt travels with the result', () => {
  const codesOf = (caveats: readonly { code: string }[]): string[] => caveats.map(({ code }) => code);

  test('one answer, few answers, answers that agree', () => {
    expect(codesOf(netScoreEstimate({ positive: 1, neutral: 0, negative: 0 }).caveats)).toEqual([
      'single-answer',
      'no-variance',
    ]);
    expect(codesOf(netScoreEstimate({ positive: 3, neutral: 1, negative: 0 }).caveats)).toEqual(['small-sample']);
    expect(codesOf(proportionEstimate(20, 20).caveats)).toEqual(['no-variance']);
  });

  test('few accounts, a lone account in a stratum, a population too small, weights that differ', () => {
    const values = [100, 0, 100, -100, 0, 100];
    const accounts = designEstimate({
      values,
      clusters: [0, 0, 1, 1, 2, 3],
      strata: [0, 0, 0, 0, 0, 1],
      population: [30, 0.5],
    });
    expect(codesOf(accounts.caveats)).toEqual([
      'population-below-sample',
      'small-sample',
      'few-accounts',
      'single-unit-stratum',
    ]);
    expect(codesOf(designEstimate({ values, weights: [100, 1, 1, 1, 1, 1] }).caveats)).toContain('weights-unequal');
  });

  test('one account knows nothing of the others: the whole scale, and no verdict', () => {
    const design = { values: [100, 100, 100, 0], clusters: [0, 0, 0, 0] };
    expect(netScoreAtEffectiveN(designEstimate(design)).interval).toEqual({ low: -100, high: 100 });
    const comparison = compareDesigned(design, [1, 1, 0, 0], [0, 0, 1, 1], { family: 'net' });
    expect(comparison.verdict).toBe('not enough data');
    expect(comparison.pValue).toBe(1);
  });

  test('twenty answers of one account that agree count as one', () => {
    const estimate = designEstimate({ values: new Array(20).fill(100), clusters: new Array(20).fill(0) });
    expect(estimate.effectiveN).toBeCloseTo(1, 12);
  });

  test('equal answers have no variance whatever their weights', () => {
    const weights = [0.1, 0.7, 0.2, 0.3, 1.1, 0.13];
    const estimate = designEstimate({ values: new Array(6).fill(-100), weights });
    expect(estimate.value).toBe(-100);
    expect(estimate.variance).toBe(0);
    expect(meanLinearised(estimate, { bounds: { min: -100, max: 100 } }).interval.low).toBe(-100);
  });

  test('when everybody has answered nothing is left to chance', () => {
    const everybody = netScoreEstimate(some, { population: 10 });
    expect(everybody.interval).toEqual({ low: 30, high: 30 });
    const design = designEstimate({ values: [100, 0, -100, 100], clusters: [0, 1, 2, 3], population: [4] });
    expect(netScoreAtEffectiveN(design).interval).toEqual({ low: 25, high: 25 });
  });

  test('where all answers of both sides agree a change that could be found is still stated', () => {
    const comparison = compareNetScores(
      { positive: 8, neutral: 0, negative: 0 },
      { positive: 8, neutral: 0, negative: 0 },
    );
    expect(comparison.pValue).toBe(1);
    expect(comparison.minimumDetectableChange).toBeGreaterThan(20);
  });

  test('all against none is found at once', () => {
    const comparison = compareNetScores(
      { positive: 0, neutral: 0, negative: 12 },
      { positive: 12, neutral: 0, negative: 0 },
    );
    expect(comparison.verdict).toBe('rose');
    expect(comparison.pValue).toBeLessThan(1e-4);
  });

  test('periods that each agree in themselves but not with each other keep a finite weight', () => {
    const weights = shrunkPeriodWeights([5, 5, 5, 5], [0, 0, 0, 0], [100, 100, -100, -100]);
    expect(weights.every((weight) => weight > 0 && Number.isFinite(weight))).toBe(true);
  });

  test('pairs: many that differ go to Student, few to the bounded mean, none to no evidence', () => {
    const bounds = { min: 1, max: 5 };
    const first = Array.from({ length: 20 }, (_, i) => 1 + (i % 4));
    const raised = first.map((value) => value + 1);
    const many = comparePaired(
      first,
      first.map((value, i) => (i % 3 === 0 ? value : value + 1)),
      { bounds },
    );
    expect(many.difference.method).toBe('paired-t');
    expect(many.verdict).toBe('rose');
    const all = comparePaired(first, raised, { bounds });
    expect(all.difference.method).toBe('bounded-mean');
    expect(all.verdict).toBe('rose');
    expect(comparePaired(first, first, { bounds }).pValue).toBe(1);
  });
});
