import { existsSync, readFileSync } from 'node:fs';
import { mobileModel, mobileTwin, pathModel } from '../src/model/index.ts';
import { figureUncertainty } from '../src/model/kernel/figure-intervals.ts';
import { planOf } from '../src/model/kernel/plan.ts';
import { drawnResampling, poissonResampling } from '../src/model/kernel/resample-streams.ts';
import { Resampler } from '../src/model/kernel/resampler.ts';
import { fitModel } from '../src/model/path/fit.ts';
import { structureOf } from '../src/model/path/structure.ts';

/**
 * The path model: `small` is 5000 resamples with BCa intervals of all 164 figures of 250 x 24 answers, `large` one fit
 * and 1000 resamples of a million. The yardstick copies the rows of each resample, as packages do, and fits the model
 * from their correlations: paths alone, a share of the resamples, scaled up.
 */
const [part, mobile] = process.argv.slice(2);
const model = pathModel(mobileModel);
const plan = planOf(model);
const repeats = 9;

const cpuSeconds = (run: () => void): number => {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
};
const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** The survey itself where it is at hand, a simulated twin elsewhere: 250 answers to 24 items of 1-10. */
function smallSample(): { name: string; columns: readonly Float64Array[] } {
  if (!mobile || !existsSync(mobile)) return { name: 'simulated twin', columns: mobileTwin().columns };
  const [header = '', ...lines] = readFileSync(mobile, 'utf8').replaceAll('"', '').trim().split('\n');
  const names = header.split(',');
  const rows = lines.map((line) => line.split(',').map(Number));
  const columns = model.items.map((item) => Float64Array.from(rows, (row) => row[names.indexOf(item)]!));
  return { name: 'ECSI mobile data', columns };
}

/** A million answers as bytes, drawn 20,000 at a time. */
function largeSample(rows: number): Uint8Array[] {
  const columns = model.items.map(() => new Uint8Array(rows));
  const chunk = 20_000;
  for (let first = 0; first < rows; first += chunk) {
    const { columns: drawn } = mobileTwin(chunk, first + 1);
    for (const [item, values] of drawn.entries()) columns[item]!.set(values, first);
  }
  return columns;
}

function copiedRows(columns: readonly Float64Array[], rows: ArrayLike<number>): Float64Array {
  const copies = columns.map((column) => {
    const copy = Float64Array.from(rows, (row) => column[row]!);
    const mean = copy.reduce((sum, value) => sum + value, 0) / copy.length;
    return copy.map((value) => value - mean);
  });
  const product = (a: Float64Array, b: Float64Array) => {
    let sum = 0;
    for (let row = 0; row < a.length; row++) sum += a[row]! * b[row]!;
    return sum;
  };
  const norms = copies.map((copy) => Math.sqrt(product(copy, copy)));
  const size = copies.length;
  const correlations = new Float64Array(size * size);
  for (let a = 0; a < size; a++) {
    for (let b = 0; b <= a; b++) {
      const value = a === b ? 1 : product(copies[a]!, copies[b]!) / (norms[a]! * norms[b]!);
      correlations[a * size + b] = value;
      correlations[b * size + a] = value;
    }
  }
  return correlations;
}

/** Draws rows, copies them, fits; the coefficients of the last go back so that nothing is left out. */
function naive(columns: readonly Float64Array[], resamples: number): Float64Array {
  const counts = new Int32Array(columns[0]!.length);
  const resampling = drawnResampling(1, counts.length, resamples);
  let coefficients = new Float64Array(0);
  for (let draw = 0; draw < resamples; draw++) {
    resampling.counts(draw, counts);
    const rows = [...counts].flatMap((count, row) => new Array<number>(count).fill(row));
    const fit = fitModel(model, copiedRows(columns, rows));
    coefficients = Float64Array.from(structureOf(model, fit.constructCorrelations).coefficients);
  }
  return coefficients;
}

function small() {
  const { name, columns } = smallSample();
  const resamples = 5000;
  const all = (vectors: boolean) => {
    const resampler = new Resampler(plan, { columns, vectors });
    const whole = resampler.estimate();
    const drawn = resampler.replicate(drawnResampling(1, 250, resamples));
    const leftOut = resampler.leaveOneOut();
    return drawn.figures.map((replicates, at) =>
      figureUncertainty({ estimate: whole.figures[at]![0]!, replicates }, leftOut.figures[at], 0.95),
    );
  };
  const [fast, plain, yardstick]: number[][] = [[], [], []];
  const yardstickResamples = 250;
  for (let repeat = 0; repeat < repeats; repeat++) {
    fast!.push(cpuSeconds(() => all(true)));
    plain!.push(cpuSeconds(() => all(false)));
    const own = cpuSeconds(() => naive(columns, yardstickResamples));
    yardstick!.push((own / yardstickResamples) * resamples);
  }
  const resampling = drawnResampling(1, 250, 1);
  const kernel = new Resampler(plan, { columns }).replicate(resampling);
  const apart = naive(columns, 1).reduce(
    (most, value, path) => Math.max(most, Math.abs(value - kernel.figures[plan.places.paths + path]![0]!)),
    0,
  );
  const isSame = JSON.stringify(all(true)) === JSON.stringify(all(false));
  const shown = (times: number[]) => ({ first: times[0]!, median: median(times), least: Math.min(...times) });
  return {
    name,
    figures: plan.places.count,
    fast: shown(fast!),
    plain: shown(plain!),
    yardstick: shown(yardstick!),
    apart,
    isSame,
  };
}

function large() {
  const rows = 1_000_000;
  const columns = largeSample(rows);
  const timed = (vectors: boolean) =>
    Array.from({ length: 5 }, () => cpuSeconds(() => new Resampler(plan, { columns, vectors }).estimate()));
  const [fast, plain] = [timed(true), timed(false)];
  const resamples = 1000;
  const bootstrap = cpuSeconds(() => new Resampler(plan, { columns }).replicate(poissonResampling(1, rows, resamples)));
  const megabytes = process.resourceUsage().maxRSS / 1024;
  const copied = columns.map((column) => Float64Array.from(column.subarray(0, 50_000)));
  const yardstick = cpuSeconds(() => naive(copied, 2)) * 10;
  return { fast: median(fast), plain: median(plain), bootstrap, megabytes, yardstick };
}

process.stdout.write(JSON.stringify(part === 'large' ? large() : small()));
