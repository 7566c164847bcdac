import { describe, expect, test } from 'vitest';
import {
  bootstrapPathModel,
  compareGroups,
  estimatePathModel,
  type ItemAnswers,
  type ModelTruth,
  pathModel,
  simulateAnswers,
} from '../../src/model/index.ts';
import { expectFalseAlarmsAtMost, expectRateAtMost, type FalseAlarms } from './band.ts';

/** Small on every change; the tables of docs/methods/path-model-bootstrap.md and model-comparison.md: 1000. */
const runs = Number(process.env.CANDOR_CALIBRATION_RUNS ?? 40);

const block = (name: string, count: number) => Array.from({ length: count }, (_, i) => `${name}${i + 1}`);

/** Four constructs in a chain with a side route; integer answers of 1-10. */
const truth: ModelTruth = {
  specification: {
    constructs: [
      { name: 'Ease', measurement: 'reflective', items: block('e', 3) },
      { name: 'Value', measurement: 'reflective', items: block('v', 3) },
      { name: 'Satisfaction', measurement: 'reflective', items: block('s', 3) },
      { name: 'Loyalty', measurement: 'reflective', items: block('l', 2) },
    ],
    paths: [
      ['Ease', 'Value'],
      ['Ease', 'Satisfaction'],
      ['Value', 'Satisfaction'],
      ['Satisfaction', 'Loyalty'],
    ],
    scale: [1, 10],
  },
  coefficients: [0.5, 0.3, 0.4, 0.6],
  items: [0.85, 0.8, 0.75, 0.9, 0.8, 0.7, 0.9, 0.85, 0.8, 0.85, 0.75].map((loading) => ({
    loading,
    mean: 7,
    deviation: 1.8,
  })),
};
const model = pathModel(truth.specification);

/** What the method estimates in this world, from very many answers. */
function target(accounts?: { size: number; share: number }) {
  const answers = simulateAnswers(truth, { answers: 200_000, seed: 7, ...(accounts && { accounts }) });
  return estimatePathModel(model, { columns: answers.columns }).totalEffects;
}

interface Design {
  readonly n: number;
  readonly accounts?: { readonly size: number; readonly share: number };
}

/** Of the intervals of all total effects over all runs: how many miss, and how many of one effect at most. */
function missed({ n, accounts }: Design, wanted: Float64Array) {
  const pairs = [
    [0, 1],
    [0, 2],
    [0, 3],
    [1, 2],
    [1, 3],
    [2, 3],
  ] as const;
  const misses = pairs.map(() => 0);
  let used = 0;
  for (let run = 0; run < runs; run++) {
    const answers = simulateAnswers(truth, { answers: n, seed: 1000 + run, ...(accounts && { accounts }) });
    const estimate = estimatePathModel(model, answers);
    const { uncertainties } = bootstrapPathModel(estimate, { resamples: 600, seed: run, method: 'bca' });
    used++;
    for (const [at, [from, to]] of pairs.entries()) {
      const { low, high } = uncertainties.totalEffect(from, to)!.interval;
      const value = wanted[from * 4 + to]!;
      if (value < low || value > high) misses[at]!++;
    }
  }
  return { misses, runs: used, all: misses.reduce((sum, count) => sum + count, 0) };
}

describe('BCa intervals of total effects miss what is true', () => {
  const simple = target();
  const designs: readonly [string, Design, number][] = [
    ['250 answers', { n: 250 }, 0.08],
    ['100 answers', { n: 100 }, 0.09],
    ['the fewest, 50 answers', { n: 50 }, 0.12],
    ['60 accounts of 5 answers that are alike', { n: 300, accounts: { size: 5, share: 0.3 } }, 0.09],
  ];
  test.each(designs)('%s', { timeout: 3_600_000 }, (name, design, bound) => {
    const wanted = design.accounts ? target(design.accounts) : simple;
    const found = missed(design, wanted);
    if (runs > 40)
      console.info(
        name,
        found.misses.map((count) => count / found.runs),
      );
    for (const count of found.misses) expectRateAtMost(count, found.runs, bound, name);
  });
});

describe('the permutation test of two groups that do not differ', () => {
  const designs: readonly [string, number, number, boolean][] = [
    ['125 and 125', 125, 125, false],
    ['tiny: 50 and 50', 50, 50, false],
    ['unequal: 50 and 300', 50, 300, false],
    ['accounts of 5, 100 and 150', 100, 150, true],
  ];
  test.each(designs)('%s: at most 5 and 1 per cent', { timeout: 3_600_000 }, (name, first, second, clustered) => {
    const alarms = model.paths.map(() => ({ five: 0, one: 0 }));
    let configural = 0;
    for (let run = 0; run < runs; run++) {
      const answers: ItemAnswers = simulateAnswers(truth, {
        answers: first + second,
        seed: 50_000 + run,
        ...(clustered && { accounts: { size: 5, share: 0.3 } }),
      });
      const marks = Array.from({ length: first + second }, (_, row) => (row < first ? 0 : 1));
      const { paths, invariance } = compareGroups(model, answers, marks, { permutations: 199, seed: run });
      for (const [path, { pValue }] of paths.entries()) {
        if (pValue <= 0.05) alarms[path]!.five++;
        if (pValue <= 0.01) alarms[path]!.one++;
      }
      configural += invariance.filter(({ compositional }) => !compositional).length;
    }
    if (runs > 40) console.info(name, JSON.stringify(alarms), configural);
    for (const counts of alarms) expectFalseAlarmsAtMost({ ...counts, runs } as FalseAlarms, 0.05, 0.01, name);
    // Composites that agree are called different in 5 % of constructs.
    expectRateAtMost(configural, runs * model.constructs.length, 0.06, `${name}: composites called different`);
  });

  test('a path that differs by .5 is found in at least 60 of 100 with 125 answers each', { timeout: 3_600_000 }, () => {
    let found = 0;
    const other = { ...truth, coefficients: [0.5, 0.3, 0.4, 0.1] };
    for (let run = 0; run < runs; run++) {
      const [a, b] = [truth, other].map((world, side) =>
        simulateAnswers(world, { answers: 125, seed: 90_000 + 2 * run + side }),
      );
      const columns = a!.columns.map((column, item) => Float64Array.from([...column, ...b!.columns[item]!]));
      const marks = Array.from({ length: 250 }, (_, row) => (row < 125 ? 0 : 1));
      if (compareGroups(model, { columns }, marks, { permutations: 199, seed: run }).paths[3]!.pValue <= 0.05) found++;
    }
    if (runs > 40) console.info('power', found / runs);
    expect(found / runs).toBeGreaterThanOrEqual(0.6);
  });
});
