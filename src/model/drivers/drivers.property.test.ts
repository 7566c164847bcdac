import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomStream } from '../../numeric/index.ts';
import { driversOf, johnsonShares, lmgShares } from '../index.ts';

const total = (values: ArrayLike<number>) => Array.from(values).reduce((sum, value) => sum + value, 0);

/** A table in which everything hangs together a little, by a seed. */
function table(seed: number, drivers: number, rows = 160) {
  const chance = randomStream(seed, 7, drivers);
  const columns = Array.from({ length: drivers }, (_, j) => ({ name: `x${j}`, values: new Float64Array(rows) }));
  const values = new Float64Array(rows);
  const weights = columns.map(() => chance.normal());
  for (let i = 0; i < rows; i++) {
    const common = chance.normal();
    columns.forEach((column, j) => {
      column.values[i] = common + chance.normal();
      values[i] = values[i]! + weights[j]! * column.values[i]!;
    });
    values[i] = values[i]! + 2 * chance.normal();
  }
  return { outcome: { name: 'y', values }, drivers: columns };
}

/** R squared of every subset by elimination, and the share by its definition: the mean gain over all orders. */
function byDefinition(matrix: Float64Array, drivers: number): number[] {
  const size = drivers + 1;
  const explained = (subset: readonly number[]): number => {
    const a = subset.map((i) => [...subset.map((k) => matrix[i * size + k]!), matrix[i * size + drivers]!]);
    let sum = 0;
    a.forEach((row, i) => {
      sum += row[subset.length]! ** 2 / row[i]!;
      for (let below = i + 1; below < a.length; below++) {
        const factor = a[below]![i]! / row[i]!;
        a[below] = a[below]!.map((value, k) => value - factor * row[k]!);
      }
    });
    return sum;
  };
  const orders = (rest: readonly number[]): number[][] =>
    rest.length === 0
      ? [[]]
      : rest.flatMap((first) => orders(rest.filter((i) => i !== first)).map((o) => [first, ...o]));
  const all = orders([...new Array(drivers).keys()]);
  return Array.from({ length: drivers }, (_, j) => {
    const gains = all.map((order) => {
      const before = order.slice(0, order.indexOf(j));
      return explained([...before, j]) - explained(before);
    });
    return total(gains) / gains.length;
  });
}

function correlations({ outcome, drivers }: ReturnType<typeof table>): Float64Array {
  const columns = [...drivers, outcome].map(({ values }) => {
    const mean = total(values) / values.length;
    return values.map((value) => value - mean);
  });
  const product = (a: Float64Array, b: Float64Array) => total(a.map((value, i) => value * b[i]!));
  return Float64Array.from(
    columns.flatMap((a) =>
      columns.map((b) => (a === b ? 1 : product(a, b) / Math.sqrt(product(a, a) * product(b, b)))),
    ),
  );
}

const anyTable = fc.tuple(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: 5 }));

test('LMG is the mean gain over all orders', () => {
  fc.assert(
    fc.property(anyTable, ([seed, drivers]) => {
      const matrix = correlations(table(seed, drivers));
      const wanted = byDefinition(matrix, drivers);
      lmgShares(matrix).forEach((share, j) => {
        expect(Math.abs(share - wanted[j]!)).toBeLessThan(1e-12);
      });
    }),
    { numRuns: 60 },
  );
});

test('shares are never negative and sum to R squared, by both methods', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: 12 }), (seed, drivers) => {
      const matrix = correlations(table(seed, drivers));
      const [lmg, johnson] = [lmgShares(matrix), johnsonShares(matrix)];
      expect(Math.min(...lmg, ...johnson)).toBeGreaterThan(-1e-14);
      expect(Math.abs(total(lmg) - total(johnson))).toBeLessThan(1e-12);
    }),
    { numRuns: 60 },
  );
});

test('units and order of the columns change nothing but the order; a turned scale turns the coefficient', () => {
  fc.assert(
    fc.property(anyTable, fc.integer({ min: -3, max: 3 }), ([seed, drivers], power) => {
      const data = table(seed, drivers);
      const plain = driversOf(data, { resamples: 20 });
      const scaled = {
        outcome: { name: 'y', values: data.outcome.values.map((value) => 5 - 10 ** power * value) },
        drivers: [...data.drivers]
          .reverse()
          .map(({ name, values }) => ({ name, values: values.map((v) => 3 + 2 * v) })),
      };
      const other = driversOf(scaled, { resamples: 20 });
      for (const { driver, share, coefficient, interval } of plain.shares) {
        const same = other.shares.find((of) => of.driver === driver)!;
        expect(Math.abs(same.share - share)).toBeLessThan(1e-10);
        expect(Math.abs(same.coefficient + coefficient)).toBeLessThan(1e-9);
        expect(Math.abs(same.interval.low - interval.low)).toBeLessThan(1e-10);
      }
    }),
    { numRuns: 30 },
  );
});

test('one seed gives one answer; another gives another interval and the same shares', () => {
  const data = table(11, 4);
  expect(driversOf(data, { resamples: 50, seed: 5 })).toEqual(driversOf(data, { resamples: 50, seed: 5 }));
  const other = driversOf(data, { resamples: 50, seed: 6 });
  const first = driversOf(data, { resamples: 50, seed: 5 });
  expect(other.shares.map(({ share }) => share)).toEqual(first.shares.map(({ share }) => share));
  expect(other.shares[0]!.interval).not.toEqual(first.shares[0]!.interval);
});

test('missing answers: by pairs as long as they agree, and no driver loses its place', () => {
  const data = table(3, 4, 400);
  const whole = driversOf(data, { resamples: 50 });
  const holes = {
    outcome: data.outcome,
    drivers: data.drivers.map(({ name, values }, j) => ({
      name,
      values: values.map((value, i) => ((7 * i + 13 * j) % 10 === 0 ? Number.NaN : value)),
    })),
  };
  const found = driversOf(holes, { resamples: 50 });
  expect(found.caveats.map(({ code }) => code)).toContain('pairwise-missing');
  expect(found.n).toBe(400);
  expect(found.fewestOfAPair).toBeLessThan(400);
  found.shares.forEach(({ share }, j) => {
    expect(Math.abs(share - whole.shares[j]!.share)).toBeLessThan(0.06);
  });
});
