import { requireCorrelations } from './correlation-matrix.ts';

/** Exact up to here: 2^15 subsets take about 1 ms; each driver more doubles it. */
export const mostExactDrivers = 15;

/**
 * How much of what the drivers explain together goes with each of them? The average gain in R squared when a driver is
 * added, over all orders in which the drivers could be added (LMG; the Shapley value of R squared). Never negative, and
 * the shares sum to R squared.
 *
 * `correlations` is the matrix of the drivers and, last, the outcome, row by row. Refuses a matrix that is not square
 * or has fewer than 1 or more than 15 drivers (`CND_ARGUMENT`), and drivers of which one follows from the others
 * (`CND_COLLINEAR`). Assumes linear relations; says what goes with the outcome, not what causes it.
 * Source: Lindeman, Merenda and Gold 1980; Groemping 2006, DOI 10.18637/jss.v017.i01.
 * @example lmgShares([1, 0, 0.6, 0, 1, 0.3, 0.6, 0.3, 1]) // => [0.36, 0.09]
 */
export function lmgShares(correlations: ArrayLike<number>): Float64Array {
  const drivers = requireCorrelations('lmgShares', correlations, mostExactDrivers);
  return new LmgEngine(drivers).shares(correlations);
}

/**
 * The recursion over all subsets: a driver is left out (same matrix) or taken in (what is left of the others when it is
 * held fixed, one Schur step). The matrix shrinks with the depth, so a pair of subsets costs about 5 multiply-adds
 * where a sweep needs 120; no table of subsets is kept. Made once, used for every resample.
 */
export class LmgEngine {
  private readonly drivers: number;
  private readonly stride: number;
  /** One matrix for every number of drivers taken in. */
  private readonly matrices: readonly Float64Array[];
  /** Weight of R squared of a subset of this size in the share of a member, and what every share gives up for it. */
  private readonly memberWeight: Float64Array;
  private readonly commonWeight: Float64Array;
  private share = new Float64Array(0);
  private common = 0;

  constructor(drivers: number) {
    this.drivers = drivers;
    this.stride = drivers + 1;
    this.matrices = Array.from({ length: drivers + 1 }, () => new Float64Array(this.stride * this.stride));
    this.commonWeight = orderWeights(drivers);
    this.memberWeight = Float64Array.from({ length: drivers + 1 }, (_, size) =>
      size === 0 ? 0 : this.commonWeight[size - 1]! + this.commonWeight[size]!,
    );
  }

  /** Shares of a matrix that is known to be positive definite. */
  shares(correlations: ArrayLike<number>): Float64Array {
    const { drivers, stride } = this;
    const first = this.matrices[0]!;
    for (let i = 0; i < stride * stride; i++) first[i] = correlations[i]!;
    this.share = new Float64Array(drivers);
    this.common = 0;
    if (drivers === 1) {
      this.share[0] = (first[1]! * first[1]!) / first[0]!;
      return this.share;
    }
    this.subsets(0, 0, 0);
    for (let j = 0; j < drivers; j++) this.share[j] = this.share[j]! - this.common;
    return this.share;
  }

  /** Sum of memberWeight x R squared over all subsets that go on from here; `size` drivers are in. */
  private subsets(next: number, size: number, rSquared: number): number {
    if (next === this.drivers - 2) return this.lastTwo(next, size, rSquared);
    const { stride, drivers } = this;
    const without = this.subsets(next + 1, size, rSquared);
    const from = this.matrices[size]!;
    const to = this.matrices[size + 1]!;
    const row = next * stride;
    const inverse = 1 / from[row + next]!;
    for (let i = next + 1; i < stride; i++) {
      const factor = from[row + i]! * inverse;
      const at = i * stride;
      for (let k = i; k < stride; k++) to[at + k] = from[at + k]! - factor * from[row + k]!;
    }
    const toOutcome = from[row + drivers]!;
    const taken = this.subsets(next + 1, size + 1, rSquared + toOutcome * toOutcome * inverse);
    this.share[next] = this.share[next]! + taken;
    return without + taken;
  }

  /** The four subsets of the last two drivers, in closed form. */
  private lastTwo(a: number, size: number, none: number): number {
    const { drivers, stride, memberWeight, commonWeight, share } = this;
    const matrix = this.matrices[size]!;
    const [rowA, b] = [a * stride, a + 1];
    const rowB = b * stride;
    const inverseA = 1 / matrix[rowA + a]!;
    const between = matrix[rowA + b]! * inverseA;
    const outcomeA = matrix[rowA + drivers]!;
    const outcomeB = matrix[rowB + drivers]!;
    const gainA = outcomeA * outcomeA * inverseA;
    const leftB = outcomeB - between * outcomeA;
    const withA = none + gainA;
    const withB = none + (outcomeB * outcomeB) / matrix[rowB + b]!;
    const both = withA + (leftB * leftB) / (matrix[rowB + b]! - between * matrix[rowA + b]!);
    const ofBoth = memberWeight[size + 2]! * both;
    const ofA = memberWeight[size + 1]! * withA;
    const ofB = memberWeight[size + 1]! * withB;
    share[a] = share[a]! + ofA + ofBoth;
    share[b] = share[b]! + ofB + ofBoth;
    this.common +=
      commonWeight[size]! * none + commonWeight[size + 1]! * (withA + withB) + commonWeight[size + 2]! * both;
    return memberWeight[size]! * none + ofA + ofB + ofBoth;
  }
}

/** s! (p - s - 1)! / p!: the share of all orders in which exactly a given set of s comes before a given driver. */
function orderWeights(drivers: number): Float64Array {
  const weights = new Float64Array(drivers + 1);
  let choose = 1;
  for (let size = 0; size < drivers; size++) {
    weights[size] = 1 / (drivers * choose);
    choose = (choose * (drivers - 1 - size)) / (size + 1);
  }
  return weights;
}
