import { demandNumber, demandProbability, demandShape } from './arguments.ts';
import { betaTails } from './incomplete-beta.ts';
import type { Tails } from './incomplete-gamma.ts';
import { invertBeta } from './invert-beta.ts';

const belowSupport: Tails = { lower: 0, upper: 1, slope: 0 };
const aboveSupport: Tails = { lower: 1, upper: 0, slope: 0 };

function tailsAt(caller: string, x: number, a: number, b: number): Tails {
  demandNumber(x, caller);
  demandShape(a, caller, 'a');
  demandShape(b, caller, 'b');
  if (x <= 0) return belowSupport;
  return x >= 1 ? aboveSupport : betaTails(a, b, x, 1 - x);
}

/**
 * How likely is a beta value (a share) at or below x?
 *
 * `a` and `b` lie in 1e-6..1e10; the mean is a / (a + b). Continued fraction with Loader's prefactor: relative
 * error below 1e-12 for parameters from 1e-3 to 1e6. Refuses NaN and parameters outside 1e-6..1e10 (`CND_ARGUMENT`).
 * Source: DLMF 8.17 (https://dlmf.nist.gov/8.17); Didonato and Morris (1992), doi:10.1145/131766.131776.
 * @example betaCdf(0.25, 2, 3) // => 0.26171875
 */
export function betaCdf(x: number, a: number, b: number): number {
  return tailsAt('betaCdf', x, a, b).lower;
}

/**
 * How likely is a beta value above x?
 *
 * Computed directly, never as 1 - cdf. Same parameters and refusals as `betaCdf`.
 * @example betaUpper(0.25, 2, 3) // => 0.73828125
 */
export function betaUpper(x: number, a: number, b: number): number {
  return tailsAt('betaUpper', x, a, b).upper;
}

/**
 * Below which share does a beta variable lie with probability p?
 *
 * Solved on log(x / (1 - x)) against the smaller tail. p = 0 gives 0 and p = 1 gives 1.
 * Refuses p outside 0..1 and parameters outside 1e-6..1e10 (`CND_ARGUMENT`).
 * @example betaQuantile(0.5, 2, 2) // => 0.5
 */
export function betaQuantile(p: number, a: number, b: number): number {
  demandProbability(p, 'betaQuantile');
  demandShape(a, 'betaQuantile', 'a');
  demandShape(b, 'betaQuantile', 'b');
  const logOdds = invertBeta(p, 1 - p, a, b);
  return 1 / (1 + Math.exp(-logOdds));
}
