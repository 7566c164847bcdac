import type { PreparedDesign } from './sample-design.ts';

/** Weighted mean and variance (divisor: sum of weights) of the answers of a domain, and its size. */
export interface DomainMoments {
  readonly n: number;
  readonly mean: number;
  readonly variance: number;
  readonly totalWeight: number;
}

export function domainMoments(design: PreparedDesign, domain: ArrayLike<number>): DomainMoments {
  let [n, totalWeight, weightedSum] = [0, 0, 0];
  let [least, greatest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < design.n; i++) {
    if (!domain[i]) continue;
    const [value, weight] = [design.values[i]!, design.weights[i]!];
    n++;
    totalWeight += weight;
    weightedSum += weight * value;
    least = Math.min(least, value);
    greatest = Math.max(greatest, value);
  }
  // rounding must not carry the mean past the answers: equal answers have a variance of exactly zero
  const mean = Math.min(greatest, Math.max(least, weightedSum / totalWeight));
  let squares = 0;
  for (let i = 0; i < design.n; i++) {
    if (domain[i]) squares += design.weights[i]! * (design.values[i]! - mean) ** 2;
  }
  return { n, mean, variance: squares / totalWeight, totalWeight };
}

/** What each answer adds to the error of the domain's mean: w (x - mean) / sum w, freed from the known margins. */
export function influence(design: PreparedDesign, domain: ArrayLike<number>, moments: DomainMoments): Float64Array {
  const residuals = new Float64Array(design.n);
  for (let i = 0; i < design.n; i++) {
    if (domain[i]) residuals[i] = (design.values[i]! - moments.mean) / moments.totalWeight;
  }
  sweepMargins(design, residuals);
  for (let i = 0; i < design.n; i++) residuals[i] = residuals[i]! * design.weights[i]!;
  return residuals;
}

/** Stops when a sweep moves no group mean by more than this share of the largest residual. */
const sweepTolerance = 1e-13;

/**
 * What the margins explain has no sampling error: residuals from the regression on all margins, found by taking out the
 * group means in turn, weighted as in the sample before raking (Deville and Särndal 1992, DOI
 * 10.1080/01621459.1992.10475217).
 */
function sweepMargins(design: PreparedDesign, residuals: Float64Array): void {
  const scale = residuals.reduce((largest, residual) => Math.max(largest, Math.abs(residual)), 0);
  for (let sweep = 0; sweep < 500; sweep++) {
    let moved = 0;
    for (const { codes, totals } of design.margins) {
      const weight = new Float64Array(totals.length);
      const mean = new Float64Array(totals.length);
      for (let i = 0; i < design.n; i++) {
        weight[codes[i]!] = weight[codes[i]!]! + design.baseWeights[i]!;
        mean[codes[i]!] = mean[codes[i]!]! + design.baseWeights[i]! * residuals[i]!;
      }
      for (let code = 0; code < mean.length; code++) {
        mean[code] = weight[code]! > 0 ? mean[code]! / weight[code]! : 0;
        moved = Math.max(moved, Math.abs(mean[code]!));
      }
      for (let i = 0; i < design.n; i++) residuals[i] = residuals[i]! - mean[codes[i]!]!;
    }
    if (design.margins.length < 2 || moved <= sweepTolerance * scale) return;
  }
}

/** Variance of a sum of influences, with and without the finite population correction. */
export interface DesignVariance {
  readonly corrected: number;
  readonly uncorrected: number;
  /** Strata with one unit, whose spread is taken from the grand mean. */
  readonly singleUnitStrata: number;
}

export function designVariance(design: PreparedDesign, influences: Float64Array): DesignVariance {
  const { stratumOfUnit, sampledShare, unitOf } = design;
  const units = new Float64Array(stratumOfUnit.length);
  for (let i = 0; i < design.n; i++) units[unitOf[i]!] = units[unitOf[i]!]! + influences[i]!;
  const count = new Int32Array(sampledShare.length);
  const mean = new Float64Array(sampledShare.length);
  units.forEach((total, unit) => {
    const stratum = stratumOfUnit[unit]!;
    count[stratum] = count[stratum]! + 1;
    mean[stratum] = mean[stratum]! + total;
  });
  const grandMean = mean.reduce((sum, total) => sum + total, 0) / units.length;
  mean.forEach((total, stratum) => {
    mean[stratum] = count[stratum]! > 1 ? total / count[stratum]! : grandMean;
  });
  let [corrected, uncorrected] = [0, 0];
  units.forEach((total, unit) => {
    const stratum = stratumOfUnit[unit]!;
    const inStratum = count[stratum]!;
    const square = (total - mean[stratum]!) ** 2 * (inStratum > 1 ? inStratum / (inStratum - 1) : 1);
    uncorrected += square;
    corrected += square * (1 - sampledShare[stratum]!);
  });
  return { corrected, uncorrected, singleUnitStrata: count.filter((units) => units === 1).length };
}

/** Units with an answer in the domain, and the strata in which they lie. */
export function domainUnits(design: PreparedDesign, domain: ArrayLike<number>): { units: number; strata: number } {
  const seen = new Uint8Array(design.stratumOfUnit.length);
  const strata = new Set<number>();
  let units = 0;
  for (let i = 0; i < design.n; i++) {
    const unit = design.unitOf[i]!;
    if (!domain[i] || seen[unit] === 1) continue;
    seen[unit] = 1;
    units++;
    strata.add(design.stratumOfUnit[unit]!);
  }
  return { units, strata: strata.size };
}

/** Kish's effective number of units, each weighing what its answers weigh together: what is left if an account has one view. */
export function effectiveUnits(design: PreparedDesign, domain: ArrayLike<number>): number {
  const weight = new Float64Array(design.stratumOfUnit.length);
  for (let i = 0; i < design.n; i++) {
    if (domain[i]) weight[design.unitOf[i]!] = weight[design.unitOf[i]!]! + design.weights[i]!;
  }
  let [total, squares] = [0, 0];
  for (const each of weight) {
    total += each;
    squares += each * each;
  }
  return (total * total) / squares;
}
