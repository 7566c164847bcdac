import type { Resampling } from '../drivers/resampling.ts';
import { type ItemValues, itemValues } from './item-values.ts';
import { fitStatus, LaneFit } from './lane-fit.ts';
import { lanes } from './lane-program.ts';
import { type GapRule, LaneMoments } from './moments.ts';
import { PlainProducts } from './plain-products.ts';
import type { Plan } from './plan.ts';
import { addRow, type ProductEngine, type ProductSums, productSums } from './product-sums.ts';
import { simdProducts } from './simd/simd-products.ts';
import { simdRunner } from './simd/simd-runner.ts';

/** Answers to resample: one column an item, in the order of the model; NaN where there is none (bytes: 255). */
export interface SampleToFit {
  readonly columns: readonly ArrayLike<number>[];
  /** Unit of every row, 0 to units - 1: whole units are drawn or left out. Without it every row is a unit. */
  readonly unitOf?: Int32Array | undefined;
  readonly gaps?: GapRule | undefined;
  /** False works without vectors of the processor: slower, the same digits. */
  readonly vectors?: boolean | undefined;
}

/** Figures of many fits; those that failed are left out and counted. */
export interface FittedFigures {
  /** Per statistic of the plan: one figure for each fit that succeeded, in their order. */
  readonly figures: readonly Float64Array[];
  readonly used: number;
  /** Fits by their status (see `fitStatus`). */
  readonly outcomes: Int32Array;
}

/** Sums held at once: those of 32 resamples stay in the second cache while blocks of rows pass by. */
const mostSlots = 32;
/** Counts held at once, in bytes. */
const mostCounts = 1 << 23;
/** A row that counts more often than this is no resample; sixteen-bit products rely on it. */
export const mostOften = 127;

/**
 * Fits one plan to many weightings of the same answers. Every fit depends on its own counts alone, so ranges of
 * resamples may be shared out among threads and put together again without a digit changed.
 */
export class Resampler {
  readonly plan: Plan;
  readonly units: number;
  readonly #values: ItemValues;
  readonly #sums: ProductSums;
  readonly #unitOf: Int32Array | undefined;
  readonly #fit: LaneFit;
  readonly #moments: LaneMoments;
  readonly #engine: ProductEngine;
  readonly #slots: number;

  constructor(plan: Plan, { columns, unitOf, gaps = 'pairwise', vectors = true }: SampleToFit) {
    this.plan = plan;
    this.#values = itemValues(columns);
    this.#sums = productSums(this.#values);
    this.#unitOf = unitOf;
    this.units = unitOf ? unitOf.reduce((most, unit) => Math.max(most, unit + 1), 0) : this.#values.rows;
    this.#slots = Math.max(lanes, Math.min(mostSlots, Math.floor(mostCounts / this.#values.rows)));
    const slots = this.#slots;
    const engine = vectors ? simdProducts(this.#values, this.#sums, { slots, mostOften }) : undefined;
    this.#engine = engine ?? new PlainProducts(this.#values, this.#sums, slots);
    this.#fit = new LaneFit(plan, vectors ? simdRunner(plan) : undefined);
    this.#moments = new LaneMoments(this.#fit, this.#values, gaps);
  }

  /** The fit of all answers: one figure a statistic. */
  estimate(): FittedFigures {
    return this.replicate({ resamples: 1, counts: (_, into) => into.fill(1) });
  }

  /** Fits of the resamples from `from` to before `to`. */
  replicate(resampling: Resampling, from = 0, to = resampling.resamples): FittedFigures {
    const collected = new Collector(this.#fit, to - from);
    const counts = new Int32Array(this.units);
    const held = Math.min(this.#slots, to - from);
    const rowCounts = Array.from({ length: held }, () => new Uint8Array(this.#values.rows));
    const n = new Float64Array(this.#slots);
    const sums = new Float64Array(this.#sums.length);
    for (let first = from; first < to; first += this.#slots) {
      const slots = Math.min(this.#slots, to - first);
      for (let slot = 0; slot < slots; slot++) {
        resampling.counts(first + slot, counts);
        n[slot] = this.#countRows(counts, rowCounts[slot]!);
      }
      this.#addBlocks(rowCounts, slots);
      for (let slot = 0; slot < slots; slot++) {
        this.#engine.take(slot, sums);
        this.#moments.set(collected.lane, n[slot]!, sums);
        collected.next();
      }
    }
    return collected.finish();
  }

  /** Fits without one unit each, from the sums of all less those of the unit. */
  leaveOneOut(): FittedFigures {
    const total = this.#totals();
    const rows = rowsByUnit(this.#unitOf, this.units, this.#values.rows);
    const collected = new Collector(this.#fit, this.units);
    const sums = new Float64Array(this.#sums.length);
    for (const own of rows) {
      sums.set(total);
      for (const row of own) addRow(this.#values, this.#sums, row, -1, sums);
      this.#moments.set(collected.lane, this.#values.rows - own.length, sums);
      collected.next();
    }
    return collected.finish();
  }

  #totals(): Float64Array {
    const total = new Float64Array(this.#sums.length);
    this.#addBlocks([new Uint8Array(this.#values.rows).fill(1)], 1);
    this.#engine.take(0, total);
    return total;
  }

  #countRows(counts: Int32Array, into: Uint8Array): number {
    const unitOf = this.#unitOf;
    let n = 0;
    let most = 0;
    for (let row = 0; row < into.length; row++) {
      const count = counts[unitOf ? unitOf[row]! : row]!;
      into[row] = count;
      n += count;
      if (count > most) most = count;
    }
    if (most > mostOften) throw new Error(`a resample counts a row ${most} times`);
    return n;
  }

  #addBlocks(rowCounts: readonly Uint8Array[], slots: number): void {
    const engine = this.#engine;
    const { rows } = this.#values;
    for (let first = 0; first < rows; first += engine.blockRows) {
      const end = Math.min(rows, first + engine.blockRows);
      engine.load(first);
      engine.counts.fill(0, end - first);
      for (let slot = 0; slot < slots; slot++) {
        const own = rowCounts[slot]!;
        for (let row = first; row < end; row++) engine.counts[row - first] = own[row]!;
        engine.add(slot);
      }
    }
  }
}

/** Gathers lanes until four are ready, fits them, and keeps what could be fitted. */
class Collector {
  lane = 0;
  readonly #fit: LaneFit;
  readonly #figures: Float64Array[];
  readonly #outcomes = new Int32Array(Object.keys(fitStatus).length);
  #used = 0;

  constructor(fit: LaneFit, most: number) {
    this.#fit = fit;
    this.#figures = Array.from({ length: fit.plan.places.count }, () => new Float64Array(most));
  }

  /** The present lane has its moments. */
  next(): void {
    this.lane++;
    if (this.lane === lanes) this.#fitLanes();
  }

  #fitLanes(): void {
    const filled = this.lane;
    this.lane = 0;
    const { status, values, plan } = this.#fit;
    for (let lane = filled; lane < lanes; lane++) status[lane] = fitStatus.unsettled;
    this.#fit.fit();
    for (let lane = 0; lane < filled; lane++) {
      this.#outcomes[status[lane]!]! += 1;
      if (status[lane] !== fitStatus.converged) continue;
      const base = plan.slots.statistics * lanes + lane;
      for (let at = 0; at < this.#figures.length; at++) this.#figures[at]![this.#used] = values[base + at * lanes]!;
      this.#used++;
    }
  }

  finish(): FittedFigures {
    if (this.lane > 0) this.#fitLanes();
    const figures = this.#figures.map((column) => column.subarray(0, this.#used));
    return { figures, used: this.#used, outcomes: this.#outcomes };
  }
}

function rowsByUnit(unitOf: Int32Array | undefined, units: number, rows: number): number[][] {
  const own: number[][] = Array.from({ length: units }, () => []);
  for (let row = 0; row < rows; row++) own[unitOf ? unitOf[row]! : row]!.push(row);
  return own;
}
