import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomStream } from '../../numeric/index.ts';
import { bootstrapPathModel } from './bootstrap.ts';
import { estimatePathModel } from './estimate.ts';
import { compareGroups } from './groups.ts';
import { answersOf, type ItemAnswers, rowsOf } from './item-answers.ts';
import { mobileModel, mobileTwin } from './mobile-twin.ts';
import { pathModel } from './path-model.ts';
import { pathModelResult } from './result.ts';
import { compareWaves } from './waves.ts';

const model = pathModel(mobileModel);
const result = (answers: ItemAnswers) => pathModelResult(estimatePathModel(model, answers));
const seeds = fc.integer({ min: 1, max: 10_000 });

function everyNumber(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(everyNumber) : [];
}

describe('whatever the answers,', () => {
  it('their order changes nothing, to the last digit', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const twin = mobileTwin(120, seed);
        const order = randomStream(seed, 1, 1).shuffle(Array.from({ length: 120 }, (_, row) => row));
        expect(result(answersOf(twin, order))).toEqual(result(twin));
      }),
      { numRuns: 10 },
    );
  });

  it('no figure is NaN or infinite, gaps or not', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 0, max: 30 }), (seed, gaps) => {
        const twin = mobileTwin(120, seed);
        const chance = randomStream(seed, 2, gaps);
        const columns = twin.columns.map((column) =>
          column.map((value) => (chance.integer(100) < gaps ? Number.NaN : value)),
        );
        expect(everyNumber(result({ columns })).every(Number.isFinite)).toBe(true);
      }),
      { numRuns: 15 },
    );
  });

  it('indices lie in 0-100, answers turned to the top give 100 and to the bottom 0', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        for (const { index } of Object.values(result(mobileTwin(120, seed)).constructs)) {
          if (index === undefined) continue;
          expect(index).toBeGreaterThanOrEqual(0);
          expect(index).toBeLessThanOrEqual(100);
        }
      }),
      { numRuns: 10 },
    );
  });

  it('another scale of the same answers changes no standardised figure and no index', () => {
    const twin = mobileTwin();
    const wide = { columns: twin.columns.map((column) => column.map((value) => 10 * value - 10)) };
    const stretched = pathModel({ ...mobileModel, scale: [0, 90] });
    const [a, b] = [estimatePathModel(model, twin), estimatePathModel(stretched, wide)];
    for (const [path, coefficient] of a.structure.coefficients.entries()) {
      expect(b.structure.coefficients[path]).toBeCloseTo(coefficient, 10);
    }
    for (const [place, index] of a.indices.entries()) expect(b.indices[place]!.value).toBeCloseTo(index!.value, 9);
  });
});

describe('a bootstrap', () => {
  const twin = mobileTwin(200, 4);
  const estimate = estimatePathModel(model, twin);

  it('is the same for the same seed and another for another', () => {
    const draws = (seed: number) => [...bootstrapPathModel(estimate, { resamples: 60, seed }).impactDraws(0, 6)];
    expect(draws(1)).toEqual(draws(1));
    expect(draws(1)).not.toEqual(draws(2));
  });

  it('of accounts that each gave one answer is that of the answers', () => {
    const clustered = estimatePathModel(model, {
      ...twin,
      clusters: Int32Array.from({ length: 200 }, (_, row) => row),
    });
    const [rows, accounts] = [estimate, clustered].map((one) => bootstrapPathModel(one, { resamples: 60, seed: 1 }));
    expect(accounts!.uncertainties.path(0)).toEqual(rows!.uncertainties.path(0));
    expect([rows!.unit, accounts!.unit]).toEqual(['answer', 'account']);
  });

  it('is wider where accounts answer alike', () => {
    const doubled = answersOf(
      twin,
      Array.from({ length: 400 }, (_, row) => row >> 1),
    );
    const clusters = Int32Array.from({ length: 400 }, (_, row) => row >> 1);
    const error = (answers: ItemAnswers) =>
      bootstrapPathModel(estimatePathModel(model, answers), { resamples: 300, seed: 1 }).uncertainties.path(0)!
        .standardError;
    expect(error({ ...doubled, clusters }) / error(doubled)).toBeGreaterThan(1.2);
  });

  it('refuses where too many resamples fail', () => {
    // One answer alone keeps the item from being constant: a third of the resamples miss it.
    const columns = twin.columns.map((column, item) =>
      item === 20 ? column.map((_, row) => (row === 0 ? 9 : 8)) : column,
    );
    const fragile = estimatePathModel(model, { columns });
    expect(() => bootstrapPathModel(fragile, { resamples: 100, seed: 1 })).toThrow(/could not be estimated/);
  });
});

describe('groups and waves', () => {
  it('two copies of the same answers do not differ', () => {
    const twin = mobileTwin(100, 8);
    const both = answersOf(
      twin,
      Array.from({ length: 200 }, (_, row) => row % 100),
    );
    const marks = Array.from({ length: 200 }, (_, row) => (row < 100 ? 0 : 1));
    const compared = compareGroups(model, both, marks, { permutations: 50 });
    for (const { difference, pValue } of compared.paths) {
      expect(Math.abs(difference)).toBeLessThan(1e-12);
      expect(pValue).toBe(1);
    }
    expect(compared.invariance.every(({ compositional }) => compositional)).toBe(true);
  });

  it('a group too small is refused by name', () => {
    const marks = Array.from({ length: 250 }, (_, row) => (row < 30 ? 0 : 1));
    expect(() => compareGroups(model, mobileTwin(), marks, { names: ['payers', 'users'] })).toThrow(/"payers" has 30/);
  });

  it('accounts change sides whole, and a group that differs is found', () => {
    const twin = mobileTwin(240, 6);
    const marks = Array.from({ length: 240 }, (_, row) => (row < 120 ? 0 : 1));
    const place = model.items.indexOf('CUSCO');
    // In the second group complaints go against satisfaction.
    const columns = twin.columns.map((column, item) =>
      item === place ? column.map((value, row) => (row < 120 ? value : 11 - value)) : column,
    );
    const clusters = Int32Array.from({ length: 240 }, (_, row) => row >> 1);
    const { paths } = compareGroups(model, { columns, clusters }, marks, { permutations: 99, seed: 3 });
    expect(paths.find(({ from, to }) => from === 'Satisfaction' && to === 'Complaints')!.pValue).toBeLessThan(0.05);
  });

  it('the same answers in two waves show no change and no re-weighting', () => {
    const twin = mobileTwin();
    for (const change of compareWaves(model, [
      { name: 'a', answers: twin },
      { name: 'b', answers: twin },
    ])) {
      expect(change.verdict).toBe('no evidence of change');
      expect([change.reweighting, change.apparentChange].map((value) => Math.abs(value) < 1e-9)).toEqual([true, true]);
    }
  });

  it('a rise of every answer is a rise, split exactly into answers and weights', () => {
    const before = mobileTwin(250, 1);
    const after = {
      columns: mobileTwin(250, 2).columns.map((column) => column.map((value) => Math.min(10, value + 1))),
    };
    const changes = compareWaves(model, [
      { name: 'a', answers: before },
      { name: 'b', answers: after },
    ]);
    for (const { comparison, reweighting, apparentChange } of changes) {
      expect(comparison.difference.value + reweighting).toBeCloseTo(apparentChange, 9);
    }
    expect(changes.find(({ construct }) => construct === 'Quality')!.verdict).toBe('rose');
    expect(rowsOf(after)).toBe(250);
  });
});
