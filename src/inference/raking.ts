import { CandorError } from '../errors/index.ts';
import { requireWeights } from './change-points.ts';
import { requireSameLength } from './preconditions.ts';

/** A column whose totals are known in the population: `totals[codes[i]]` is the total of the value of answer i. */
export interface Margin {
  readonly codes: ArrayLike<number>;
  readonly totals: readonly number[];
}

export interface RakingOptions {
  /** Largest relative distance of a weighted total from the known one. */
  readonly tolerance?: number;
  readonly maximumSweeps?: number;
}

/** Totals of two columns that differ by rounding only, relative. */
const sameTotal = 1e-6;

/**
 * Which weights make the sample agree with known totals? Iterative proportional fitting over the columns in turn; one
 * column is post-stratification. Weights are in the unit of the totals (persons each answer stands for). Until every
 * weighted total is within 1e-10, relative, at most 500 sweeps; weights are not trimmed: look at `kishEffectiveN`.
 * Refuses a value without total, a total without answers, totals that disagree between columns (CND_MARGINS),
 * unusable weights (CND_WEIGHTS) and margins that cannot all be met (CND_NOT_CONVERGED).
 * Source: Deming and Stephan 1940, DOI 10.1214/aoms/1177731829. See docs/methods/design.md.
 * @example rake([1, 1, 1, 1], [{ codes: [0, 0, 0, 1], totals: [30, 70] }]) // => [10,10,10,70]
 */
export function rake(weights: ArrayLike<number>, margins: readonly Margin[], options: RakingOptions = {}): number[] {
  const { tolerance = 1e-10, maximumSweeps = 500 } = options;
  requireWeights('rake', weights);
  requireMargins(weights, margins);
  const raked = Array.from(weights);
  const population = totalOf(margins[0]?.totals ?? []);
  for (let sweep = 0; sweep < maximumSweeps; sweep++) {
    let distance = 0;
    for (const margin of margins) distance = Math.max(distance, fitMargin(raked, margin, population));
    if (distance <= tolerance) return raked;
  }
  throw new CandorError(
    'CND_NOT_CONVERGED',
    `rake needs margins that can be met, got none after ${maximumSweeps} sweeps`,
    {
      maximumSweeps,
    },
  );
}

/** Scales the weights of every value to its total; gives the largest relative distance found before scaling. */
function fitMargin(weights: number[], { codes, totals }: Margin, population: number): number {
  const met = weightedTotals(weights, codes, totals.length);
  const scale = population / totalOf(totals);
  let distance = 0;
  const factors = totals.map((total, code) => {
    const wanted = total * scale;
    if (wanted > 0) distance = Math.max(distance, Math.abs(met[code]! / wanted - 1));
    return met[code]! > 0 ? wanted / met[code]! : 1;
  });
  for (let i = 0; i < weights.length; i++) weights[i] = weights[i]! * factors[codes[i]!]!;
  return distance;
}

function weightedTotals(weights: ArrayLike<number>, codes: ArrayLike<number>, length: number): Float64Array {
  const totals = new Float64Array(length);
  for (let i = 0; i < weights.length; i++) totals[codes[i]!] = totals[codes[i]!]! + weights[i]!;
  return totals;
}

function totalOf(totals: readonly number[]): number {
  return totals.reduce((sum, total) => sum + total, 0);
}

function requireMargins(weights: ArrayLike<number>, margins: readonly Margin[]): void {
  margins.forEach(({ codes, totals }, column) => {
    requireSameLength('rake', 'codes', codes.length, weights.length);
    for (let i = 0; i < codes.length; i++) {
      if (!(totals[codes[i]!]! >= 0 && Number.isFinite(totals[codes[i]!]))) {
        throw refusal(column, `needs a total for every value, got none for value ${codes[i]} of column ${column + 1}`);
      }
    }
    weightedTotals(weights, codes, totals.length).forEach((met, code) => {
      if (met === 0 && totals[code]! > 0) {
        throw refusal(column, `needs answers for every total, got none for value ${code} of column ${column + 1}`);
      }
    });
    const [first, own] = [totalOf(margins[0]!.totals), totalOf(totals)];
    if (!(own > 0) || Math.abs(own / first - 1) > sameTotal) {
      throw refusal(column, `needs totals that agree between columns, got ${first} and ${own}`);
    }
  });
}

function refusal(column: number, message: string): CandorError {
  return new CandorError('CND_MARGINS', `rake ${message}`, { column });
}

/**
 * How many equally weighted answers know as much as these? (sum w)^2 / sum w^2: n where all weights are equal, less
 * where few answers carry the result. It knows nothing of clusters. Refuses unusable weights (CND_WEIGHTS).
 * Source: Kish 1965, Survey Sampling.
 * @example kishEffectiveN([1, 1, 1, 3]) // => 3
 */
export function kishEffectiveN(weights: ArrayLike<number>): number {
  requireWeights('kishEffectiveN', weights);
  let total = 0;
  let squares = 0;
  for (let i = 0; i < weights.length; i++) {
    total += weights[i]!;
    squares += weights[i]! ** 2;
  }
  return (total * total) / squares;
}
