import { CandorError } from '../errors/index.ts';
import { logGammaOnePlus } from './gamma-function.ts';
import { poissonWeight } from './saddle-point.ts';

/**
 * Both tails of a law at one point, and the slope of the lower tail on the scale on which quantiles are solved
 * (log x for the gamma law, log(x / (1 - x)) for the beta law).
 */
export interface Tails {
  readonly lower: number;
  readonly upper: number;
  readonly slope: number;
}

/** Terms or steps before giving up; a shape of 1e9 at its mean needs about 2e5. */
const maximumSteps = 5_000_000;

/** Power series of the lower tail, as a multiple of x^a e^-x / gamma(a + 1). All terms are positive. */
function lowerSeries(shape: number, x: number): number {
  let term = 1;
  let total = 1;
  for (let k = 1; k < maximumSteps; k += 1) {
    term *= x / (shape + k);
    total += term;
    if (term < total * 1e-17) return total;
  }
  return refuseSlow('gamma', shape, x);
}

/** Legendre's continued fraction of the upper tail, as a multiple of x^a e^-x / gamma(a), by Lentz's method. */
function upperFraction(shape: number, x: number): number {
  let b = x + 1 - shape;
  let c = 1e300;
  let d = 1 / b;
  let value = d;
  for (let k = 1; k < maximumSteps; k += 1) {
    const numerator = -k * (k - shape);
    b += 2;
    d = 1 / (numerator * d + b);
    c = b + numerator / c;
    const factor = c * d;
    value *= factor;
    if (Math.abs(factor - 1) < 2.3e-16) return value;
  }
  return refuseSlow('gamma', shape, x);
}

export function refuseSlow(law: string, shape: number, x: number): never {
  const message = `the ${law} law needs parameters its series can sum, got ${shape} at ${x}`;
  throw new CandorError('CND_NOT_CONVERGED', message, { shape, x });
}

/**
 * For shape < 1 and x < 1 the upper tail is 1 - x^a / gamma(a + 1) plus a small positive series: no digits are lost
 * even when the shape is tiny and nearly all mass lies near 0.
 */
function smallShapeTails(shape: number, x: number): Tails {
  const exponent = shape * Math.log(x) - logGammaOnePlus(shape);
  let term = 1;
  let series = 0;
  for (let k = 1; k < 40; k += 1) {
    term *= -x / k;
    series -= term / (shape + k);
  }
  const factor = Math.exp(exponent);
  const lower = Math.min(factor * (1 - shape * series), 1);
  const upper = Math.max(-Math.expm1(exponent) + factor * shape * series, 0);
  return { lower, upper, slope: factor * shape * Math.exp(-x) };
}

/** The two regularised incomplete gamma functions of shape > 0 at 0 < x < Infinity (scale 1). */
export function gammaTails(shape: number, x: number): Tails {
  if (shape < 1 && x < 1) return smallShapeTails(shape, x);
  const weight = poissonWeight(shape, x);
  const slope = weight * shape;
  if (weight === 0) return x < shape ? { lower: 0, upper: 1, slope: 0 } : { lower: 1, upper: 0, slope: 0 };
  if (x < shape) {
    const lower = Math.min(weight * lowerSeries(shape, x), 1);
    return { lower, upper: 1 - lower, slope };
  }
  const upper = Math.min(slope * upperFraction(shape, x), 1);
  return { lower: 1 - upper, upper, slope };
}
