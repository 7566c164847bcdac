import { expect, test } from 'vitest';
import { randomStream } from '../../numeric/index.ts';
import { driversOf, logitDrivers, ordinalDrivers, penaltyReward, topicImpact } from '../index.ts';

const chance = randomStream(1, 1, 1);
const random = (rows: number) => Float64Array.from({ length: rows }, () => 1 + chance.integer(10));
const named = (name: string, values: Float64Array) => ({ name, values });
const rows = 120;
const outcome = named('y', random(rows));
const [a, b, c] = [named('a', random(rows)), named('b', random(rows)), named('c', random(rows))];

const code = (run: () => unknown): unknown => {
  try {
    run();
  } catch (error) {
    return [(error as { code: string }).code, (error as { details: Record<string, unknown> }).details];
  }
  return 'no refusal';
};

test('a driver or outcome that never varies is named', () => {
  const still = named('still', new Float64Array(rows).fill(7));
  expect(code(() => driversOf({ outcome, drivers: [a, still] }))).toEqual(['CND_NO_VARIANCE', { column: 'still' }]);
  expect(code(() => driversOf({ outcome: still, drivers: [a] }))).toEqual(['CND_NO_VARIANCE', { column: 'still' }]);
});

test('a collinear block is named, and no other column', () => {
  const sum = named(
    'sum',
    a.values.map((value, i) => value + 2 * c.values[i]!),
  );
  const refused = code(() => driversOf({ outcome, drivers: [a, b, c, sum] }));
  expect(refused).toEqual(['CND_COLLINEAR', { columns: ['a', 'c', 'sum'] }]);
  expect(code(() => logitDrivers({ outcome, drivers: [a, b, c, sum] }, { topFrom: 6 }))).toEqual(refused);
});

test('fewer answers than max(50, 10 x drivers)', () => {
  const cut = (n: number) => ({
    outcome: named('y', outcome.values.slice(0, n)),
    drivers: [a, b, c].map(({ name, values }) => named(name, values.slice(0, n))),
  });
  expect(code(() => driversOf(cut(49)))).toEqual(['CND_SAMPLE_TOO_SMALL', { answers: 49, needed: 50, drivers: 3 }]);
  expect(driversOf(cut(50), { resamples: 20 }).n).toBe(50);
  const six = { outcome, drivers: Array.from({ length: 13 }, (_, j) => named(`x${j}`, random(rows))) };
  expect(code(() => driversOf(six))).toEqual(['CND_SAMPLE_TOO_SMALL', { answers: 120, needed: 130, drivers: 13 }]);
});

test('codes for missing answers, and the same numbers where they are answers', () => {
  const coded = named(
    'coded',
    a.values.map((value, i) => (i % 40 === 0 ? -99 : value)),
  );
  expect(code(() => driversOf({ outcome, drivers: [coded, b] }))).toEqual([
    'CND_MISSING_CODE',
    { column: 'coded', value: -99, count: 3 },
  ]);
  const high = named(
    'high',
    a.values.map((value, i) => (i % 40 === 0 ? 99 : value)),
  );
  expect(code(() => driversOf({ outcome, drivers: [high, b] }))).toMatchObject(['CND_MISSING_CODE', { value: 99 }]);
  const percent = named(
    'percent',
    a.values.map((value) => value * 10 - 1),
  );
  expect(driversOf({ outcome, drivers: [percent, b] }, { resamples: 20 }).n).toBe(rows);
});

test('a column without an answer, and one that nobody answered beside the outcome', () => {
  const empty = named('empty', new Float64Array(rows).fill(Number.NaN));
  expect(code(() => driversOf({ outcome, drivers: [a, empty] }))).toEqual([
    'CND_SAMPLE_TOO_SMALL',
    { column: 'empty', answers: 0 },
  ]);
  const half = named(
    'half',
    outcome.values.map((value, i) => (i % 2 ? Number.NaN : value)),
  );
  const other = named(
    'other',
    a.values.map((value, i) => (i % 2 ? value : Number.NaN)),
  );
  expect(code(() => driversOf({ outcome: half, drivers: [b, other] }))).toMatchObject([
    'CND_NO_VARIANCE',
    { column: 'other' },
  ]);
});

test('too many drivers for a method, none, one twice, columns of other lengths, strange resamples', () => {
  const many = Array.from({ length: 16 }, (_, j) => named(`x${j}`, random(200)));
  const y = named('y', random(200));
  expect(code(() => driversOf({ outcome: y, drivers: many }, { decomposition: 'lmg' }))).toMatchObject([
    'CND_MODEL_SIZE',
    {},
  ]);
  expect(driversOf({ outcome: y, drivers: many }, { resamples: 20 }).decomposition).toBe('johnson');
  expect(code(() => driversOf({ outcome, drivers: [] }))).toMatchObject(['CND_MODEL_SIZE', {}]);
  expect(code(() => driversOf({ outcome, drivers: [a, a] }))).toMatchObject(['CND_ARGUMENT', { column: 'a' }]);
  expect(code(() => driversOf({ outcome, drivers: [many[0]!] }))).toMatchObject(['CND_ARGUMENT', {}]);
  expect(code(() => driversOf({ outcome, drivers: [a] }, { resamples: 2.5 }))).toMatchObject(['CND_ARGUMENT', {}]);
  expect(code(() => driversOf({ outcome, drivers: [a], accounts: new Int32Array(rows) }))).toMatchObject([
    'CND_SAMPLE_TOO_SMALL',
    { accounts: 1 },
  ]);
});

test('a bootstrap that fails too often is refused, not shortened', () => {
  // Two rows hold all the variation: one resample of 8 misses both.
  const rare = named(
    'rare',
    Float64Array.from({ length: rows }, (_, i) => (i < 2 ? 5 : 1)),
  );
  expect(code(() => driversOf({ outcome, drivers: [rare, b] }))).toMatchObject(['CND_RESAMPLES', { resamples: 1000 }]);
});

test('correlations by pairs that contradict each other: means in their place, said so', () => {
  // x and z are alike on the first third, z and the outcome on the second, x and the outcome are opposite on the third.
  const third = (i: number) => Math.floor(i / 100);
  const [base, other] = [random(300), random(300)];
  const x = named(
    'x',
    base.map((value, i) => (third(i) === 1 ? Number.NaN : value)),
  );
  const z = named(
    'z',
    base.map((value, i) => (third(i) === 2 ? Number.NaN : value + (i % 3) / 10)),
  );
  const y = named(
    'y',
    base.map((value, i) => [other[i]!, value, 11 - value][third(i)]!),
  );
  const found = driversOf({ outcome: y, drivers: [x, z] }, { resamples: 50 });
  expect(found.caveats.map(({ code: of }) => of)).toContain('mean-replaced');
  for (const { share, interval } of found.shares) {
    expect(Math.min(share, interval.low)).toBeGreaterThanOrEqual(0);
    expect(Math.max(share, interval.high)).toBeLessThanOrEqual(1);
  }
});

test('separation in a logit names the driver', () => {
  const splits = named(
    'splits',
    outcome.values.map((value) => (value >= 6 ? 9 : 2)),
  );
  expect(code(() => logitDrivers({ outcome, drivers: [a, splits] }, { topFrom: 6 }))).toEqual([
    'CND_SEPARATION',
    { column: 'splits' },
  ]);
  // Quasi-complete: one side of the driver has no event at all.
  const quasi = named(
    'quasi',
    outcome.values.map((value, i) => (value < 6 && i % 2 ? 1 : 2)),
  );
  expect(code(() => logitDrivers({ outcome, drivers: [a, quasi] }, { topFrom: 6 }))).toEqual([
    'CND_SEPARATION',
    { column: 'quasi' },
  ]);
  expect(code(() => ordinalDrivers({ outcome, drivers: [a, splits] }, { cuts: [6] }))).toEqual([
    'CND_SEPARATION',
    { column: 'splits' },
  ]);
});

test('classes and borders that hold nobody', () => {
  expect(code(() => logitDrivers({ outcome, drivers: [a] }, { topFrom: 11 }))).toMatchObject(['CND_NO_VARIANCE', {}]);
  expect(code(() => ordinalDrivers({ outcome, drivers: [a] }, { cuts: [4, 12] }))).toMatchObject([
    'CND_NO_VARIANCE',
    { class: 3 },
  ]);
  expect(code(() => ordinalDrivers({ outcome, drivers: [a] }, { cuts: [7, 4] }))).toMatchObject(['CND_ARGUMENT', {}]);
  expect(code(() => penaltyReward({ outcome, drivers: [a] }, { lowTo: 9, highFrom: 5 }))).toMatchObject([
    'CND_ARGUMENT',
    {},
  ]);
  const copy = named(
    'copy',
    a.values.map((value) => value + 0.001),
  );
  expect(code(() => penaltyReward({ outcome, drivers: [a, b, copy] }, { lowTo: 5, highFrom: 9 }))).toMatchObject([
    'CND_COLLINEAR',
    { columns: ['a', 'b', 'copy'] },
  ]);
  expect(code(() => topicImpact({ values: random(20), mentions: new Array(20).fill(0) }))).toMatchObject([
    'CND_SAMPLE_TOO_SMALL',
    {},
  ]);
});
