import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomStream } from '../../numeric/index.ts';
import { consistentFit } from '../path/consistent.ts';
import { constructIndices } from '../path/construct-index.ts';
import { fitModel } from '../path/fit.ts';
import { countedMoments, type GapTreatment } from '../path/item-moments.ts';
import { mobileModel, mobileTwin } from '../path/mobile-twin.ts';
import { pathModel } from '../path/path-model.ts';
import { reliabilities } from '../path/reliability.ts';
import type { Construct, PathModelSpecification } from '../path/specification.ts';
import { structureOf, totalEffects } from '../path/structure.ts';
import { separations } from '../path/validity.ts';
import { itemValues } from './item-values.ts';
import { fitStatus } from './lane-fit.ts';
import { PlainProducts } from './plain-products.ts';
import { planOf } from './plan.ts';
import { addRow, productSums } from './product-sums.ts';
import { drawnResampling, poissonResampling } from './resample-streams.ts';
import { mostOften, Resampler, type SampleToFit } from './resampler.ts';
import { routinesOn } from './simd/routines.ts';
import { simdProducts } from './simd/simd-products.ts';

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

describe('vectors of the processor', () => {
  test('are at hand here, or what follows would compare plain arithmetic with itself', () => {
    expect(routinesOn(1)).toBeDefined();
  });

  test('give the sums of plain arithmetic and of the definition: ends of scales, gaps, blocks of rows, many counts', () => {
    fc.assert(
      fc.property(
        fc.record({
          seed: fc.integer({ min: 1, max: 1e6 }),
          items: fc.integer({ min: 1, max: 9 }),
          rows: fc.integer({ min: 1, max: 700 }),
          largest: fc.constantFrom(1, 4, 9, 22, 100, 254),
          gaps: fc.constantFrom(0, 0.1),
          most: fc.constantFrom(2, 5, mostOften),
        }),
        ({ seed, items, rows, largest, gaps, most }) => {
          const chance = randomStream(seed, 2, 1);
          const columns = Array.from({ length: items }, () => {
            const answer = () => (chance.uniform() < gaps ? Number.NaN : chance.integer(largest + 1));
            return Float64Array.from([0, largest, ...Array.from({ length: rows }, answer)]);
          });
          const values = itemValues(columns);
          const sums = productSums(values);
          const plain = new PlainProducts(values, sums, 3);
          const simd = simdProducts(values, sums, { slots: 3, mostOften });
          const want = [0, 1, 2].map(() => new Float64Array(sums.length));
          for (let first = 0; first < values.rows; first += 256) {
            for (const engine of [plain, simd]) engine?.load(first);
            for (const slot of [0, 1, 2]) {
              const counts = Int16Array.from({ length: 256 }, (_, at) =>
                first + at < values.rows ? chance.integer(most + 1) : 0,
              );
              for (const engine of [plain, simd]) {
                engine?.counts.set(counts);
                engine?.add(slot);
              }
              for (const [at, count] of counts.entries()) {
                if (count > 0) addRow(values, sums, first + at, count, want[slot]!);
              }
            }
          }
          const taken = new Float64Array(sums.length);
          for (const slot of [2, 0, 1]) {
            plain.take(slot, taken);
            expect(taken).toEqual(want[slot]);
            simd?.take(slot, taken);
            expect(taken).toEqual(want[slot]);
            plain.take(slot, taken);
            expect(taken.every((value) => value === 0)).toBe(true);
          }
          // Products of 16 bits carry 254 times 127, with gaps the squares of 16 times that.
          expect(simd !== undefined).toBe((gaps > 0 && values.hasGaps ? largest ** 2 : largest) * mostOften < 32768);
        },
      ),
      { numRuns: 80 },
    );
  });

  test('change no digit of any figure over 999 resamples', () => {
    const plan = planOf(pathModel(mobileModel));
    const { columns } = mobileTwin();
    const resampling = drawnResampling(1, 250, 999);
    const [fast, plain] = [true, false].map((vectors) => {
      const resampler = new Resampler(plan, { columns, vectors });
      return [resampler.replicate(resampling), resampler.leaveOneOut()];
    });
    expect(fast![0]!.used).toBe(999);
    expect(fast).toEqual(plain);
  });

  test('nor in any other model, with gaps or without', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const resampling = drawnResampling(2, world.columns[0]!.length, 9);
        const plan = planOf(pathModel(world.specification));
        const [fast, plain] = [true, false].map((vectors) =>
          new Resampler(plan, { columns: world.columns, vectors }).replicate(resampling),
        );
        expect(fast).toEqual(plain);
      }),
      { numRuns: 30 },
    );
  });

  test('bytes given as such are what their numbers are, gaps included', () => {
    const plan = planOf(pathModel(mobileModel));
    for (const withGap of [false, true]) {
      const columns = mobileTwin().columns.map((column) =>
        column.map((value, row) => (withGap && row % 17 === 3 ? Number.NaN : value)),
      );
      const bytes = columns.map((column) => Uint8Array.from(column, (value) => (Number.isNaN(value) ? 255 : value)));
      const [a, b] = [columns, bytes].map((given) => new Resampler(plan, { columns: given }).estimate());
      for (const [at, [value]] of a!.figures.entries()) {
        expect(Math.abs(b!.figures[at]![0]! - value!)).toBeLessThan(1e-11);
      }
    }
  });
});

describe('how a fit ends', () => {
  const specification: PathModelSpecification = {
    constructs: [
      { name: 'A', measurement: 'formative', items: ['a1', 'a2'] },
      { name: 'B', measurement: 'reflective', items: ['b1', 'b2'] },
      { name: 'C', measurement: 'reflective', items: ['c1'] },
    ],
    paths: [
      ['A', 'C'],
      ['B', 'C'],
    ],
    scale: [1, 10],
  };
  const answers = (change: (columns: Float64Array[]) => void) => {
    const chance = randomStream(9, 9, 9);
    const columns = Array.from({ length: 5 }, () => Float64Array.from({ length: 90 }, () => 1 + chance.integer(10)));
    change(columns);
    return columns;
  };
  const ends = (change: (columns: Float64Array[]) => void, given = specification) => {
    const { outcomes, used, figures } = new Resampler(planOf(pathModel(given)), {
      columns: answers(change),
    }).estimate();
    expect(used).toBe(outcomes[fitStatus.converged]);
    expect(figures.every((column) => column.length === used)).toBe(true);
    return Object.entries(fitStatus).find(([, status]) => outcomes[status] === 1)?.[0];
  };

  test.each([
    ['an item that does not vary', 'constantItem', (columns: Float64Array[]) => void columns[2]!.fill(4)],
    [
      'a formative block that repeats itself',
      'singular',
      (columns: Float64Array[]) => void columns[1]!.set(columns[0]!),
    ],
    [
      'pairs of rows that contradict each other',
      'contradictory',
      (columns: Float64Array[]) => {
        // a1 and b1 agree in one third, b1 and c1 in another, a1 and c1 are opposite in the last.
        const [a, , b, , c] = columns as [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];
        for (let row = 0; row < 90; row++) {
          if (row < 30) b[row] = a[row]!;
          else if (row < 60) c[row] = b[row]!;
          else c[row] = 11 - a[row]!;
          [c, a, b][Math.floor(row / 30)]![row] = Number.NaN;
        }
      },
    ],
    ['answers that can be fitted', 'converged', () => {}],
  ])('%s: %s', (_, status, change) => {
    expect(ends(change)).toBe(status);
  });

  test('causes that say the same: singular', () => {
    const twins: PathModelSpecification = {
      ...specification,
      constructs: specification.constructs.map((construct) => ({ ...construct, measurement: 'reflective' as const })),
    };
    expect(
      ends((columns) => {
        columns[2]!.set(columns[0]!);
        columns[3]!.set(columns[1]!);
      }, twins),
    ).toBe('singular');
  });

  test('one lane that fails leaves the three beside it as they are', () => {
    const columns = answers(() => {});
    columns[4]!.fill(5, 0, 89);
    const plan = planOf(pathModel(specification));
    // Of 40 resamples those without the one row that differs have an item that does not vary.
    const { used, outcomes, figures } = new Resampler(plan, { columns }).replicate(drawnResampling(1, 90, 40));
    expect(outcomes[fitStatus.constantItem]).toBeGreaterThan(5);
    expect(used).toBeGreaterThan(5);
    expect(used + outcomes[fitStatus.constantItem]!).toBe(40);
    expect(figures.every((column) => column.every(Number.isFinite))).toBe(true);
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
