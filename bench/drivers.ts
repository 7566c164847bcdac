import { type DriverData, driversOf, lmgShares } from '../src/model/index.ts';
import { randomStream } from '../src/numeric/index.ts';

/** LMG of 15 drivers on 250 answers, 1000 resamples, beside a Gray-code sweep over the same subsets. */
const [drivers, rows, resamples] = [15, 250, 1000];
const sweptMatrices = 20;
const repeats = 5;

function simulated(): DriverData {
  const chance = randomStream(1, 1, 1);
  const columns = Array.from({ length: drivers }, (_, j) => ({ name: `item ${j}`, values: new Float64Array(rows) }));
  const values = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    const common = chance.normal();
    const rate = (x: number) => Math.max(1, Math.min(10, Math.round(7 + 2 * x)));
    let sum = 0;
    columns.forEach((column, j) => {
      const x = 0.7 * common + 0.7 * chance.normal();
      column.values[i] = rate(x);
      sum += (x * (drivers - j)) / 60;
    });
    values[i] = rate(sum + 0.6 * chance.normal());
  }
  return { outcome: { name: 'loyalty', values }, drivers: columns };
}

function correlations({ outcome, drivers: given }: DriverData): Float64Array {
  const columns = [...given, outcome].map(({ values }) => {
    const all = Float64Array.from(values);
    const mean = all.reduce((sum, value) => sum + value, 0) / all.length;
    return all.map((value) => value - mean);
  });
  const product = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, i) => sum + value * b[i]!, 0);
  return Float64Array.from(
    columns.flatMap((a) =>
      columns.map((b) => (a === b ? 1 : product(a, b) / Math.sqrt(product(a, a) * product(b, b)))),
    ),
  );
}

/** The textbook road: sweep one driver in or out at a time, in Gray-code order, keep R squared of every subset, add up. */
function sweepShares(matrix: Float64Array, p: number): Float64Array {
  const size = p + 1;
  const a = Float64Array.from(matrix);
  const explained = new Float64Array(1 << p);
  let subset = 0;
  for (let step = 1; step < 1 << p; step++) {
    const k = Math.clz32(step & -step) ^ 31;
    const sign = subset & (1 << k) ? -1 : 1;
    sweep(a, size, k, sign);
    subset ^= 1 << k;
    explained[subset] = 1 - a[p * size + p]!;
  }
  const weight = new Float64Array(p);
  let choose = 1;
  for (let s = 0; s < p; s++) {
    weight[s] = 1 / (p * choose);
    choose = (choose * (p - 1 - s)) / (s + 1);
  }
  const shares = new Float64Array(p);
  for (let set = 0; set < 1 << p; set++) {
    let members = 0;
    for (let rest = set; rest > 0; rest &= rest - 1) members++;
    for (let j = 0; j < p; j++) {
      if (set & (1 << j)) continue;
      shares[j] = shares[j]! + weight[members]! * (explained[set | (1 << j)]! - explained[set]!);
    }
  }
  return shares;
}

function sweep(a: Float64Array, size: number, k: number, sign: number): void {
  const pivot = a[k * size + k]!;
  for (let i = 0; i < size; i++) {
    if (i === k) continue;
    const factor = a[i * size + k]! / pivot;
    for (let j = 0; j < size; j++) if (j !== k) a[i * size + j] = a[i * size + j]! - factor * a[k * size + j]!;
    a[i * size + k] = sign * factor;
  }
  for (let j = 0; j < size; j++) if (j !== k) a[k * size + j] = (sign * a[k * size + j]!) / pivot;
  a[k * size + k] = -1 / pivot;
}

const cpuSeconds = (run: () => void): number => {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
};

const data = simulated();
const matrix = correlations(data);
const swept = sweepShares(matrix, drivers);
const apart = Math.max(...lmgShares(matrix).map((share, j) => Math.abs(share - swept[j]!)));
const own: number[] = [];
const yardstick: number[] = [];
for (let repeat = 0; repeat < repeats; repeat++) {
  own.push(cpuSeconds(() => driversOf(data, { resamples })));
  const one = cpuSeconds(() => {
    for (let r = 0; r < sweptMatrices; r++) sweepShares(matrix, drivers);
  });
  yardstick.push((one / sweptMatrices) * resamples);
}
const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
process.stdout.write(
  JSON.stringify({ own: median(own), least: Math.min(...own), yardstick: median(yardstick), apart, budget: 1.6 }),
);
