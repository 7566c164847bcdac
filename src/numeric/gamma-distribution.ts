import { demandNumber, demandPositive, demandProbability, demandShape } from './arguments.ts';
import { logGammaOnePlus } from './gamma-function.ts';
import { gammaTails, type Tails } from './incomplete-gamma.ts';
import { invertTails } from './invert-tails.ts';
import { normalQuantile } from './normal.ts';

const belowSupport: Tails = { lower: 0, upper: 1, slope: 0 };
const aboveSupport: Tails = { lower: 1, upper: 0, slope: 0 };

function checkedTails(caller: string, x: number, shape: number, rate: number): Tails {
  demandNumber(x, caller);
  demandShape(shape, caller, 'a shape');
  demandPositive(rate, caller, 'a rate');
  return scaledTails(x, shape, rate);
}

/** Both tails at any x of parameters that have been checked. */
export function scaledTails(x: number, shape: number, rate: number): Tails {
  const scaled = x * rate;
  if (scaled <= 0) return belowSupport;
  return scaled === Number.POSITIVE_INFINITY ? aboveSupport : gammaTails(shape, scaled);
}

/**
 * How likely is a gamma value (a sum of waiting times) at or below x?
 *
 * `shape` lies in 1e-6..1e10, `rate` above 0; the mean is shape / rate. Series below the mean, continued fraction
 * above. Relative error below 1e-12 for shapes up to 1e6. Refuses NaN and other parameters (`CND_ARGUMENT`).
 * Source: DLMF 8.7.1, 8.9.2 (https://dlmf.nist.gov/8); prefactor after Loader (2000).
 * @example gammaCdf(2, 3, 1) // => 0.32332358381694
 */
export function gammaCdf(x: number, shape: number, rate: number): number {
  return checkedTails('gammaCdf', x, shape, rate).lower;
}

/**
 * How likely is a gamma value above x?
 *
 * The upper tail is computed directly, never as 1 - cdf. Same parameters and refusals as `gammaCdf`.
 * @example gammaUpper(60, 3, 1) // => 1.6295866529378e-23
 */
export function gammaUpper(x: number, shape: number, rate: number): number {
  return checkedTails('gammaUpper', x, shape, rate).upper;
}

/**
 * Below which value does a gamma variable lie with probability p?
 *
 * Solved on log x against the smaller tail, so that tiny probabilities and shapes keep their relative precision.
 * p = 0 gives 0, p = 1 Infinity. Refuses p outside 0..1 and parameters outside that domain (`CND_ARGUMENT`).
 * @example gammaQuantile(0.5, 1, 1) // => 0.6931471805599453
 */
export function gammaQuantile(p: number, shape: number, rate: number): number {
  demandProbability(p, 'gammaQuantile');
  demandShape(shape, 'gammaQuantile', 'a shape');
  demandPositive(rate, 'gammaQuantile', 'a rate');
  return scaledQuantile(p, shape, rate);
}

/** The quantile of arguments that have been checked. */
export function scaledQuantile(p: number, shape: number, rate: number): number {
  if (p === 0) return 0;
  if (p === 1) return Number.POSITIVE_INFINITY;
  // Near 0 the lower tail is x^shape / gamma(shape + 1) times (1 - x + ...): below e^-40 that is the answer.
  const nearZero = (Math.log(p) + logGammaOnePlus(shape)) / shape;
  if (nearZero < -40) return Math.exp(nearZero) / rate;
  const start = firstGuess(p, shape, nearZero);
  const z = invertTails({ lower: p, upper: 1 - p, start, tailsAt: (at) => gammaTails(shape, Math.exp(at)) });
  return Math.exp(z) / rate;
}

/** Wilson and Hilferty's cube root, or the behaviour near 0 where the cube root fails. On the scale of log x. */
function firstGuess(p: number, shape: number, nearZero: number): number {
  const ninth = 1 / (9 * shape);
  const root = 1 - ninth + normalQuantile(p) * Math.sqrt(ninth);
  if (root > 0.3) return Math.log(shape) + 3 * Math.log(root);
  return nearZero;
}
