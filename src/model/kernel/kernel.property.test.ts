import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomStream } from '../../numeric/index.ts';
import { consistentFit } from '../path/consistent.ts';
import { constructIndices } from '../path/construct-index.ts';
import { fitModel } from '../path/fit.ts';
import { countedMoments, type GapTreatment } from '../path/item-moments.ts';
import { pathModel } from '../path/path-model.ts';
import { reliabilities } from '../path/reliability.ts';
import type { Construct, PathModelSpecification } from '../path/specification.ts';
import { structureOf, totalEffects } from '../path/structure.ts';
import { separations } from '../path/validity.ts';
import { planOf } from './plan.ts';
import { drawnResampling, poissonResampling } from './resample-streams.ts';
import { Resampler, type SampleToFit } from './resampler.ts';

interface World {
  readonly specification: PathModelSpecification;
  readonly columns: readonly Float64Array[];
}

/** A random model on answers that share a common cause, so that it can be fitted. */
const worlds = fc
  .record({
    seed: fc.integer({ min: 1, max: 1e6 }),
    blocks: fc.array(fc.record({ items: fc.integer({ min: 1, max: 4 }), formative: fc.boolean() }), {
      minLength: 2,
      maxLength: 5,
    }),
    weighting: fc.constantFrom('path', 'factorial', 'centroid'),
    kind: fc.constantFrom('whole', 'real'),
    gaps: fc.constantFrom(0, 0, 0.05),
    rows: fc.integer({ min: 60, max: 300 }),
  })
  .map(({ seed, blocks, weighting, kind, gaps, rows }): World => {
    const chance = randomStream(seed, 1, 1);
    const constructs = blocks.map(
      ({ items, formative }, place): Construct => ({
        name: `C${place}`,
        measurement: formative ? 'formative' : 'reflective',
        items: Array.from({ length: items }, (_, item) => `c${place}i${item}`),
      }),
    );
    const pairs = constructs.flatMap((a, i) => constructs.slice(i + 1).map((b) => [a.name, b.name] as const));
    const isKept = ([from, to]: readonly [string, string]) =>
      Number(to.slice(1)) === Number(from.slice(1)) + 1 || chance.uniform() < 0.5;
    const columns = constructs.flatMap(({ items }) => items.map(() => new Float64Array(rows)));
    for (let row = 0; row < rows; row++) {
      const common = chance.normal();
      let item = 0;
      for (const { items } of constructs) {
        const own = 0.6 * common + 0.8 * chance.normal();
        for (const _ of items) {
          const value = 6 + 2 * (0.8 * own + 0.6 * chance.normal());
          const isGap = chance.uniform() < gaps;
          const answer = kind === 'real' ? value : Math.max(1, Math.min(10, Math.round(value)));
          columns[item++]![row] = isGap ? Number.NaN : answer;
        }
      }
    }
    return {
      specification: { constructs, paths: pairs.filter(isKept), weighting, scale: [1, 10] },
      columns,
    };
  });

/** The same figures by the plain road of one fit, object by object. */
function plainly({ specification, columns }: World, counts: Int32Array, gaps: GapTreatment, consistent: boolean) {
  const model = pathModel(specification);
  const moments = countedMoments({ columns }, counts, gaps)!;
  const fit = fitModel(model, moments.correlations);
  const reliability = reliabilities(model, moments.correlations, fit);
  const corrected = consistent ? consistentFit(model, fit, reliability) : undefined;
  const { coefficients, r2 } = corrected?.structure ?? structureOf(model, fit.constructCorrelations);
  const loadings = corrected?.loadings ?? fit.loadings;
  const shown = reliabilities(model, moments.correlations, { weights: fit.weights, loadings });
  const size = model.constructs.length;
  const effects = totalEffects(model, coefficients);
  const indices = constructIndices(model, moments, fit.weights);
  const { pairs } = planOf(model).places;
  return {
    figures: [
      ...coefficients,
      ...pairs.map(({ from, to }) => effects[from * size + to]!),
      ...r2.filter((value) => value !== undefined),
      ...fit.weights,
      ...loadings,
      ...shown.map(({ alpha }) => alpha),
      ...shown.map(({ rhoA }) => rhoA),
      ...shown.map(({ rhoC }) => rhoC),
      ...shown.map(({ ave }) => ave),
      ...separations(model, moments.correlations).map(({ value }) => value),
      ...pairs.map(({ from, to }) => {
        const [cause, end] = [indices[from], indices[to]];
        return cause && end ? (5 * effects[from * size + to]! * end.deviation) / cause.deviation : undefined;
      }),
      ...indices.map((index) => index?.value),
    ],
  };
}

const estimateOf = (world: World, sample: Partial<SampleToFit> = {}, consistent = false) => {
  const { figures, outcomes } = new Resampler(planOf(pathModel(world.specification), consistent), {
    columns: world.columns,
    ...sample,
  }).estimate();
  return { figures: figures.map((column) => column[0]), outcomes };
};

/** Largest difference, each figure beside its size; figures that the plain road does not show are passed over. */
function apart(got: readonly (number | undefined)[], want: readonly (number | undefined)[]): number {
  expect(got.length).toBe(want.length);
  return want.reduce<number>((most, value, at) => {
    if (value === undefined) return most;
    const difference = Math.abs(got[at]! - value) / Math.max(1, Math.abs(value));
    return Number.isNaN(difference) ? Number.POSITIVE_INFINITY : Math.max(most, difference);
  }, 0);
}

const attempt = <Value>(work: () => Value): Value | undefined => {
  try {
    return work();
  } catch {
    return undefined;
  }
};

/** Weights that settle slowly leave 1e-10 to themselves on either road; what settles at once agrees to rounding. */
const tolerance = 1e-8;
const runs = { numRuns: 60 };

describe('the kernel', () => {
  test.each([false, true])(
    'agrees with the plain road, every scheme, mode and gap rule (consistent: %s)',
    (consistent) => {
      let compared = 0;
      fc.assert(
        fc.property(worlds, fc.constantFrom('pairwise', 'mean'), (world, rule) => {
          const rows = world.columns[0]!.length;
          const hasGaps = world.columns.some((column) => column.some(Number.isNaN));
          const once = new Int32Array(rows).fill(1);
          const want = attempt(() => plainly(world, once, hasGaps ? rule : 'none', consistent));
          const { figures, outcomes } = estimateOf(world, { gaps: rule }, consistent);
          if (outcomes[0] === 0) expect(want).toBeUndefined();
          if (!want || outcomes[0] === 0) return;
          compared++;
          expect(apart(figures, want.figures)).toBeLessThan(tolerance);
        }),
        runs,
      );
      expect(compared).toBeGreaterThan(20);
    },
  );

  test('each resample is what its rows, written out one below the other, give', () => {
    fc.assert(
      fc.property(worlds, fc.integer({ min: 0, max: 1e6 }), (world, seed) => {
        const rows = world.columns[0]!.length;
        const counts = new Int32Array(rows);
        const resampling = drawnResampling(seed, rows, 6);
        const plan = planOf(pathModel(world.specification));
        const { figures, used } = new Resampler(plan, { columns: world.columns }).replicate(resampling);
        if (used < 6) return;
        for (let draw = 0; draw < 6; draw++) {
          resampling.counts(draw, counts);
          const written = [...counts].flatMap((count, row) => Array.from({ length: count }, () => row));
          const columns = world.columns.map((column) => Float64Array.from(written, (row) => column[row]!));
          const own = estimateOf({ ...world, columns });
          expect(
            apart(
              figures.map((column) => column[draw]!),
              own.figures,
            ),
          ).toBeLessThan(tolerance);
        }
      }),
      { numRuns: 25 },
    );
  });

  test('the order of rows and what they are resampled with change no digit of whole answers', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const whole = world.columns.map((column) => column.map((value) => Math.round(value)));
        const rows = whole[0]!.length;
        const turned = whole.map((column) => column.slice().reverse());
        expect(estimateOf({ ...world, columns: turned })).toEqual(estimateOf({ ...world, columns: whole }));
        const plan = planOf(pathModel(world.specification));
        const resampler = new Resampler(plan, { columns: whole });
        const resampling = drawnResampling(7, rows, 45);
        const all = resampler.replicate(resampling);
        const parts = [
          [0, 1],
          [1, 6],
          [6, 45],
        ].map(([from, to]) => new Resampler(plan, { columns: whole }).replicate(resampling, from, to));
        expect(parts.reduce((sum, { used }) => sum + used, 0)).toBe(all.used);
        for (const [at, column] of all.figures.entries()) {
          expect(parts.flatMap(({ figures }) => [...figures[at]!])).toEqual([...column]);
        }
      }),
      { numRuns: 20 },
    );
  });

  test('the unit of an item, every row twice, and the order of constructs change nothing that is standardised', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const plan = planOf(pathModel(world.specification));
        const { paths, impacts } = plan.places;
        const standardised = (figures: readonly (number | undefined)[]) => figures.slice(paths, impacts);
        const own = estimateOf(world);
        if (own.outcomes[0] === 0) return;
        const scaled = world.columns.map((column, item) => column.map((value) => value * (item + 2) - 3));
        const scaledFigures = standardised(estimateOf({ ...world, columns: scaled }).figures);
        expect(apart(scaledFigures, standardised(own.figures))).toBeLessThan(tolerance);
        const twice = world.columns.map((column) => Float64Array.from([...column, ...column]));
        const twiceFigures = standardised(estimateOf({ ...world, columns: twice }).figures);
        expect(apart(twiceFigures, standardised(own.figures))).toBeLessThan(tolerance);

        const constructs = [...world.specification.constructs].reverse();
        const names = world.specification.constructs.flatMap(({ items }) => items);
        const columns = constructs.flatMap(({ items }) => items.map((item) => world.columns[names.indexOf(item)]!));
        const other = estimateOf({ specification: { ...world.specification, constructs }, columns });
        const count = world.specification.paths.length;
        expect(apart(other.figures.slice(0, count), own.figures.slice(0, count))).toBeLessThan(tolerance);
      }),
      runs,
    );
  });

  test('without one unit: the fit of the other rows, for rows and for accounts', () => {
    fc.assert(
      fc.property(worlds, fc.boolean(), (world, hasAccounts) => {
        const rows = world.columns[0]!.length;
        const unitOf = Int32Array.from({ length: rows }, (_, row) => (hasAccounts ? Math.floor(row / 7) : row));
        const plan = planOf(pathModel(world.specification));
        const { figures, used } = new Resampler(plan, { columns: world.columns, unitOf }).leaveOneOut();
        if (used < unitOf[rows - 1]! + 1) return;
        for (const unit of [0, 3, unitOf[rows - 1]!]) {
          const columns = world.columns.map((column) => column.filter((_, row) => unitOf[row] !== unit));
          expect(
            apart(
              figures.map((column) => column[unit]!),
              estimateOf({ ...world, columns }).figures,
            ),
          ).toBeLessThan(tolerance);
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('streams', () => {
  test('draw as many units as there are, the same for the same seed and number, each alike often', () => {
    const [units, resamples] = [40, 5000];
    const resampling = drawnResampling(3, units, resamples);
    const counts = new Int32Array(units);
    const total = new Float64Array(units);
    for (let draw = 0; draw < resamples; draw++) {
      resampling.counts(draw, counts);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(units);
      for (const [unit, count] of counts.entries()) total[unit]! += count;
    }
    // Standard deviation of each total: 70. Five of them, for forty.
    for (const sum of total) expect(Math.abs(sum - resamples)).toBeLessThan(350);
    const again = new Int32Array(units);
    drawnResampling(3, units, 9).counts(8, again);
    resampling.counts(8, counts);
    expect(again).toEqual(counts);
  });

  test('Poisson counts have mean and variance 1 and may be odd in number', () => {
    const counts = new Int32Array(200_001);
    poissonResampling(5, counts.length, 1).counts(0, counts);
    const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
    const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / counts.length;
    // Standard errors .0022 and .0039.
    expect(Math.abs(mean - 1)).toBeLessThan(0.011);
    expect(Math.abs(variance - 1)).toBeLessThan(0.02);
  });
});
