import type { ItemValues } from './item-values.ts';
import { fitStatus, type LaneFit } from './lane-fit.ts';
import { lanes } from './lane-program.ts';
import { factorize } from './lane-solve.ts';
import { pairSlot } from './plan-slots.ts';
import { type ProductSums, productSums } from './product-sums.ts';

/** What is done about gaps: each pair by its own rows, or the item's mean in their place. */
export type GapRule = 'pairwise' | 'mean';

/** Below this smallest eigenvalue correlations of different rows contradict each other, and no model fits them. */
const leastEigenvalue = 1e-6;
/** Of real numbers: the rounding of a column that does not vary. */
const roundedSpread = 1e-12;

/** Turns sums over n rows into correlations, means and inverse deviations of one lane, and says whether they can be used. */
export class LaneMoments {
  readonly #fit: LaneFit;
  readonly #values: ItemValues;
  readonly #sums: ProductSums;
  readonly #rule: GapRule;
  readonly #inverse: Float64Array;
  readonly #factor: Float64Array;
  readonly #least: number;

  constructor(fit: LaneFit, values: ItemValues, rule: GapRule) {
    this.#fit = fit;
    this.#values = values;
    this.#sums = productSums(values);
    this.#rule = rule;
    this.#inverse = new Float64Array(this.#sums.size);
    this.#factor = new Float64Array(this.#sums.size ** 2);
    this.#least = values.isWhole ? 0 : roundedSpread;
  }

  set(lane: number, n: number, sums: Float64Array): void {
    const { status } = this.#fit;
    if (!this.#values.hasGaps) status[lane] = this.#complete(lane, n, sums);
    else status[lane] = this.#rule === 'mean' ? this.#filled(lane, n, sums) : this.#pairwise(lane, sums);
  }

  /** From whole numbers numerator and denominator are exact integers below 2^53 while n < 9.4e6 for answers of 1-10. */
  #complete(lane: number, n: number, sums: Float64Array): number {
    const { size } = this.#sums;
    const { values, plan } = this.#fit;
    const { slots } = plan;
    const inverse = this.#inverse;
    const base = this.#sums.blockAt(0);
    const perAnswer = Math.sqrt(n * (n - 1));
    for (let a = 0; a < size; a++) {
      const square = n * sums[base + a * size + a]!;
      const spread = square - sums[a]! * sums[a]!;
      if (!(spread > this.#least * square)) return fitStatus.constantItem;
      inverse[a] = 1 / Math.sqrt(spread);
      values[(slots.means + a) * lanes + lane] = this.#values.origins[a]! + sums[a]! / n;
      values[(slots.inverseDeviations + a) * lanes + lane] = inverse[a]! * perAnswer;
    }
    let at = slots.correlations * lanes + lane;
    for (let a = 1; a < size; a++) {
      const row = base + a * size;
      for (let b = 0; b < a; b++, at += lanes) {
        values[at] = (n * sums[row + b]! - sums[a]! * sums[b]!) * inverse[a]! * inverse[b]!;
      }
    }
    return fitStatus.converged;
  }

  /** Mean and spread of every item from the rows that answer it; false where one does not vary. */
  #ownMoments(lane: number, sums: Float64Array): boolean {
    const { size } = this.#sums;
    const { values, plan } = this.#fit;
    for (let a = 0; a < size; a++) {
      const n = this.#at(sums, 3, a, a);
      const square = n * this.#at(sums, 0, a, a);
      const spread = square - sums[a]! * sums[a]!;
      if (!(spread > this.#least * square)) return false;
      values[(plan.slots.means + a) * lanes + lane] = this.#values.origins[a]! + sums[a]! / n;
      values[(plan.slots.inverseDeviations + a) * lanes + lane] = Math.sqrt((n * (n - 1)) / spread);
    }
    return true;
  }

  /** Of a block of sums; in lower blocks either order. */
  #at(sums: Float64Array, block: number, a: number, b: number): number {
    return sums[this.#sums.blockAt(block) + a * this.#sums.size + b]!;
  }

  #pairwise(lane: number, sums: Float64Array): number {
    if (!this.#ownMoments(lane, sums)) return fitStatus.constantItem;
    const { size } = this.#sums;
    const { values, plan } = this.#fit;
    for (let a = 0; a < size; a++) {
      for (let b = 0; b < a; b++) {
        const rows = this.#at(sums, 3, a, b);
        const [sumA, sumB] = [this.#at(sums, 1, a, b), this.#at(sums, 1, b, a)];
        const [squareA, squareB] = [rows * this.#at(sums, 2, a, b), rows * this.#at(sums, 2, b, a)];
        const [spreadA, spreadB] = [squareA - sumA * sumA, squareB - sumB * sumB];
        if (!(rows >= 3 && spreadA > this.#least * squareA && spreadB > this.#least * squareB)) {
          return fitStatus.constantItem;
        }
        const correlation = (rows * this.#at(sums, 0, a, b) - sumA * sumB) / Math.sqrt(spreadA * spreadB);
        values[pairSlot(plan.slots, a, b) * lanes + lane] = correlation;
      }
    }
    // Every eigenvalue exceeds a bound exactly when the matrix less the bound on its diagonal has a Cholesky factor.
    const shrunk = 1 / (1 - leastEigenvalue);
    const correlation = (a: number, b: number) =>
      a === b ? 1 : values[pairSlot(plan.slots, a, b) * lanes + lane]! * shrunk;
    return factorize(size, correlation, this.#factor, 0) ? fitStatus.converged : fitStatus.contradictory;
  }

  /** A gap filled with the mean adds nothing to any sum of centred products, but counts as a row. */
  #filled(lane: number, n: number, sums: Float64Array): number {
    if (!this.#ownMoments(lane, sums)) return fitStatus.constantItem;
    const { size } = this.#sums;
    const { values, plan } = this.#fit;
    const mean = (a: number) => sums[a]! / this.#at(sums, 3, a, a);
    const centred = (a: number, b: number) =>
      this.#at(sums, 0, a, b) -
      mean(a) * this.#at(sums, 1, b, a) -
      mean(b) * this.#at(sums, 1, a, b) +
      this.#at(sums, 3, a, b) * mean(a) * mean(b);
    for (let a = 0; a < size; a++) {
      this.#inverse[a] = 1 / Math.sqrt(centred(a, a));
      values[(plan.slots.inverseDeviations + a) * lanes + lane] = this.#inverse[a]! * Math.sqrt(n - 1);
      for (let b = 0; b < a; b++) {
        values[pairSlot(plan.slots, a, b) * lanes + lane] = centred(a, b) * this.#inverse[a]! * this.#inverse[b]!;
      }
    }
    return fitStatus.converged;
  }
}
