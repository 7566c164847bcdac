import { CandorError } from '../../errors/index.ts';
import { normalQuantile, normalUpper } from '../../numeric/index.ts';
import { requirePositive, twoSidedQuantile } from '../preconditions.ts';

interface PlanOptions {
  /** Variance of one answer in the squared unit of `margin` and `change`: `netScoreVariance` for a net score. */
  readonly variance: number;
  readonly confidence?: number;
  /** How many times the variance grows by accounts and weights; 1 for a simple sample. */
  readonly designEffect?: number;
  /** Respondents that could answer at all. */
  readonly population?: number;
}

/**
 * How many answers make the margin of error this small? n = ceil(z^2 var deff / margin^2), then for a finite population
 * ceil(n N / (n + N - 1)). Units: variance in the square of the unit of `margin`. A net score with half positive and a
 * fifth negative has variance 6100. Refuses what is not above 0 (CND_ARGUMENT). See docs/methods/planning.md.
 * Source: Cochran 1977, Sampling Techniques, chapter 4.
 * @example answersForMargin({ variance: 6100, margin: 9 }) // => 290
 */
export function answersForMargin(options: PlanOptions & { readonly margin: number }): number {
  const { variance, margin, confidence = 0.95 } = options;
  requirePositive('answersForMargin', 'margin', margin);
  requirePositive('answersForMargin', 'variance', variance);
  const quantile = twoSidedQuantile('answersForMargin', confidence);
  return finite('answersForMargin', (quantile * quantile * variance) / (margin * margin), options);
}

/**
 * How many answers in each of two periods show a change of this size? With the power given (0.8: four cases of five), by
 * a two-sided test: n = ceil((z_a + z_b)^2 2 var deff / change^2), then for a finite population ceil(n N / (n + N - 1)).
 * Assumes both periods have about the same variance and independent answers. Refuses what is not above 0
 * (CND_ARGUMENT). See docs/methods/planning.md. Source: Cohen 1988, Statistical Power Analysis, chapter 2.
 * @example answersForChange({ variance: 6100, change: 5 }) // => 3831
 */
export function answersForChange(options: PlanOptions & { readonly change: number; readonly power?: number }): number {
  const { variance, change, power = 0.8, confidence = 0.95 } = options;
  requirePositive('answersForChange', 'change', change);
  requirePositive('answersForChange', 'variance', variance);
  const sum = twoSidedQuantile('answersForChange', confidence) + powerQuantile('answersForChange', power);
  return finite('answersForChange', (sum * sum * 2 * variance) / (change * change), options);
}

/** Ceiling in the order of the formulas: before and after the correction for a finite population. */
function finite(who: string, unrounded: number, options: PlanOptions): number {
  const { designEffect = 1, population } = options;
  requirePositive(who, 'designEffect', designEffect);
  const n = Math.ceil(unrounded * designEffect);
  if (population === undefined) return n;
  requirePositive(who, 'population', population);
  return Math.ceil((n * population) / (n + population - 1));
}

export interface PowerOptions {
  readonly power?: number;
  readonly confidence?: number;
}

/**
 * Which change would these two samples show in four cases of five? (z_a + z_b) standard errors of the difference:
 * 2.801585 of them at 80 % power and a two-sided 5 %. Same unit as the standard error.
 * Refuses a negative standard error and a power outside 0..1 (CND_ARGUMENT). See docs/methods/planning.md.
 * @example minimumDetectableChange(5) // => 14.00793
 */
export function minimumDetectableChange(standardErrorOfDifference: number, options: PowerOptions = {}): number {
  requireStandardError('minimumDetectableChange', standardErrorOfDifference);
  const { power = 0.8, confidence = 0.95 } = options;
  const sum = twoSidedQuantile('minimumDetectableChange', confidence) + powerQuantile('minimumDetectableChange', power);
  return sum * standardErrorOfDifference;
}

/**
 * How often would a change of this size be found? Probability that the two-sided normal test rejects, either tail.
 * Same unit for both arguments. Refuses a standard error that is not above 0 (CND_ARGUMENT).
 * @example powerOfChange(14.007926, 5) // => 0.8
 */
export function powerOfChange(change: number, standardErrorOfDifference: number, confidence = 0.95): number {
  requirePositive('powerOfChange', 'standardErrorOfDifference', standardErrorOfDifference);
  const quantile = twoSidedQuantile('powerOfChange', confidence);
  const shift = Math.abs(change) / standardErrorOfDifference;
  return normalUpper(quantile - shift) + normalUpper(quantile + shift);
}

/**
 * What margin of error goes with this standard error? 1.959964 times it, or the normal quantile of another confidence.
 * It is symmetric; the printed interval of a score may not be. Refuses a negative standard error (CND_ARGUMENT).
 * @example marginOfError(7.8102496759) // => 15.307808
 */
export function marginOfError(standardError: number, confidence = 0.95): number {
  requireStandardError('marginOfError', standardError);
  return twoSidedQuantile('marginOfError', confidence) * standardError;
}

function requireStandardError(who: string, standardError: number): void {
  if (!(standardError >= 0 && Number.isFinite(standardError))) {
    throw new CandorError('CND_ARGUMENT', `${who} needs a standard error that is not negative, got ${standardError}`);
  }
}

function powerQuantile(who: string, power: number): number {
  if (!(power > 0 && power < 1)) {
    throw new CandorError('CND_ARGUMENT', `${who} needs a power between 0 and 1, got ${power}`, { power });
  }
  return normalQuantile(power);
}
