import { CandorError } from '../errors/index.ts';
import { demand, demandPositive } from './arguments.ts';
import { logBetaPositive, logGammaPositive } from './gamma-function.ts';
import { logLineIntegral } from './line-integral.ts';

/** Beyond it the logarithms behind the result lose more than 1e-11. */
const largestParameter = 1e4;

function demandSize(value: number, caller: string, name: string): void {
  demand(Math.abs(value) <= largestParameter, caller, `${name} from -1e4 to 1e4`, value);
}

/** log(1 + exp(s)) without overflow. */
function softPlus(s: number): number {
  return s > 0 ? s + Math.log1p(Math.exp(-s)) : Math.log1p(Math.exp(s));
}

/**
 * What is Gauss' hypergeometric function 2F1(a, b; c; x) for real parameters and x < 1?
 *
 * Power series for x from 0 to 1/2; elsewhere Euler's integral where a or b lies between 0 and c, and where not the
 * series, by Pfaff's transformation for x below -1/2. Relative error below 1e-12 for parameters up to 100, below
 * 1e-11 where x is within 1e-3 of 1 and neither a nor b lies below c.
 * Refuses x from 1 on, parameters beyond 1e4 and c that is 0 or a negative whole number (`CND_ARGUMENT`); a
 * series that is too slow, or whose signs alternate so that more than 1e-12 of the result would be lost, is refused as
 * well (`CND_NOT_CONVERGED`).
 * Source: DLMF 15.2.1, 15.6.1, 15.8.1 (https://dlmf.nist.gov/15).
 * @example hypergeometric2F1(1, 1, 2, 0.5) // => 1.3862943611199
 */
export function hypergeometric2F1(a: number, b: number, c: number, x: number): number {
  demandSize(a, 'hypergeometric2F1', 'a');
  demandSize(b, 'hypergeometric2F1', 'b');
  demandSize(c, 'hypergeometric2F1', 'c');
  demand(c > 0 || !Number.isInteger(c), 'hypergeometric2F1', 'c that is not 0, -1, -2, ...', c);
  demand(Number.isFinite(x) && x < 1, 'hypergeometric2F1', 'x below 1', x);
  // Below 0 the terms alternate, so there the integral comes first.
  if (x >= 0 && x <= 0.5) return gaussSeries(a, b, c, x);
  // Next to its ends 0 and c the integrand hardly falls.
  if (b > 0.01 && c - b > 0.01) return eulerIntegral(a, b, c, x);
  if (a > 0.01 && c - a > 0.01) return eulerIntegral(b, a, c, x);
  if (x < -0.5) return (1 - x) ** -a * gaussSeries(a, c - b, c, x / (x - 1));
  if (x < 0) return gaussSeries(a, b, c, x);
  // Positive terms lose no digits; only next to 1 the transform whose terms fall faster is worth its signs.
  const isPositive = a > 0 && b > 0 && c > 0;
  if (c - a - b >= 0 || (isPositive && x < 0.9999)) return gaussSeries(a, b, c, x);
  return (1 - x) ** (c - a - b) * gaussSeries(c - a, c - b, c, x);
}

/** Sum of |terms| over |sum| from which rounding may reach 1e-12 of the result. */
const cancellationLimit = 4000;

function gaussSeries(a: number, b: number, c: number, x: number): number {
  let term = 1;
  let total = 1;
  let size = 1;
  for (let k = 0; k < 2_000_000; k += 1) {
    const ratio = (((a + k) * (b + k)) / ((c + k) * (k + 1))) * x;
    term *= ratio;
    total += term;
    size += Math.abs(term);
    if (size === Number.POSITIVE_INFINITY) break;
    // The terms left add up to about term / (1 - ratio); before k passes the parameters they may still grow.
    const isFalling = k > Math.abs(c) && Math.abs(ratio) < 1;
    const isNegligible = isFalling && Math.abs(term) < 1e-17 * size * (1 - Math.abs(ratio));
    if (term !== 0 && !isNegligible) continue;
    if (size < cancellationLimit * Math.abs(total)) return total;
    break;
  }
  const message = `hypergeometric2F1 needs parameters whose series can be summed, got (${a}, ${b}; ${c}; ${x})`;
  throw new CandorError('CND_NOT_CONVERGED', message, { a, b, c, x });
}

/** Euler's integral for 0 < b < c over s = log(t / (1 - t)). Every term is positive. */
function eulerIntegral(a: number, b: number, c: number, x: number): number {
  const logOneMinus = Math.log1p(-x);
  // 1 - x t = (1 + (1 - x) e^s) / (1 + e^s)
  const logIntegrand = (s: number) => b * s + (a - c) * softPlus(s) - a * softPlus(s + logOneMinus);
  return Math.exp(logLineIntegral(logIntegrand, 0) - logBetaPositive(b, c - b));
}

/**
 * What is Tricomi's confluent hypergeometric function U(a, b, x) for a, x > 0?
 *
 * The integral of e^(-x t) t^(a-1) (1 + t)^(b-a-1) over t > 0, divided by gamma(a); b is any real number, whole ones
 * included. Relative error below 1e-12 for a up to 100. Refuses a outside 1e-6..1e4, b beyond 1e4 and x not above 0
 * (`CND_ARGUMENT`).
 * Source: DLMF 13.4.4 (https://dlmf.nist.gov/13.4).
 * @example hypergeometricU(1, 2, 4) // => 0.25
 */
export function hypergeometricU(a: number, b: number, x: number): number {
  demand(a >= 1e-6 && a <= largestParameter, 'hypergeometricU', 'a from 1e-6 to 1e4', a);
  demandPositive(x, 'hypergeometricU', 'x');
  demandSize(b, 'hypergeometricU', 'b');
  // t = exp(s - e^-s): falls doubly exponentially on both sides, so a small a does not stretch the range.
  const logIntegrand = (s: number) => {
    const bend = Math.exp(-s);
    const logT = s - bend;
    return a * logT + Math.log1p(bend) - x * Math.exp(logT) + (b - a - 1) * softPlus(logT);
  };
  return Math.exp(logLineIntegral(logIntegrand, 0) - logGammaPositive(a));
}
