import { demand, demandNumber, demandProbability } from './arguments.ts';
import { logBetaPositive } from './gamma-function.ts';
import { betaTails } from './incomplete-beta.ts';
import { invertTails } from './invert-tails.ts';
import { normalCdf, normalQuantile, normalUpper } from './normal.ts';

/** From here the law differs from the normal one by less than 1e-16 of either tail, as far as tails can be held. */
const asNormal = 1e22;

function demandDegrees(df: number, caller: string): void {
  demand(df >= 1e-6, caller, 'df from 1e-6', df);
}

/** Upper tail at t >= 0. */
function upperTail(t: number, df: number): number {
  if (t === 0) return 0.5;
  if (t === Number.POSITIVE_INFINITY) return 0;
  if (df >= asNormal) return normalUpper(t);
  const ratio = (t / df) * t;
  if (ratio === Number.POSITIVE_INFINITY) return farTail(t, df);
  if (ratio === 0) return 0.5;
  return 0.5 * betaTails(df / 2, 0.5, 1 / (1 + ratio), ratio / (1 + ratio)).lower;
}

/** Where t^2 / df overflows only the power law of the tail is left. */
function farTail(t: number, df: number): number {
  const half = df / 2;
  return 0.5 * Math.exp(half * (Math.log(df) - 2 * Math.log(t)) - Math.log(half) - logBetaPositive(half, 0.5));
}

/**
 * How likely is a Student t value at or below x?
 *
 * `df` (degrees of freedom) is any real number from 1e-6; Infinity gives the normal law. Relative error below 1e-12 in
 * both tails. Refuses NaN and df below 1e-6 (`CND_ARGUMENT`). Source: DLMF 8.17 with a = df / 2, b = 1/2.
 * @example studentCdf(2.2281388519862747, 10) // => 0.975
 */
export function studentCdf(x: number, df: number): number {
  demandNumber(x, 'studentCdf');
  demandDegrees(df, 'studentCdf');
  if (df === Number.POSITIVE_INFINITY) return normalCdf(x);
  return x > 0 ? 1 - upperTail(x, df) : upperTail(-x, df);
}

/**
 * How likely is a Student t value above x?
 *
 * Computed directly, never as 1 - cdf. Same domain as `studentCdf` (`CND_ARGUMENT`).
 * @example studentUpper(1, 1) // => 0.25
 */
export function studentUpper(x: number, df: number): number {
  demandNumber(x, 'studentUpper');
  demandDegrees(df, 'studentUpper');
  return x < 0 ? 1 - upperTail(-x, df) : upperTail(x, df);
}

/**
 * Which Student t value has the probability p below it?
 *
 * p = 0 and 1 give the infinities, df = Infinity the normal quantile. For a small upper tail u call
 * `-studentQuantile(u, df)`. Hill's start, then Newton steps on the tail itself.
 * Refuses p outside 0..1 and df below 1e-6 (`CND_ARGUMENT`). Source: Hill (1970), doi:10.1145/355598.355600.
 * @example studentQuantile(0.975, 10) // => 2.2281388519863
 */
export function studentQuantile(p: number, df: number): number {
  demandProbability(p, 'studentQuantile');
  demandDegrees(df, 'studentQuantile');
  if (df >= asNormal) return normalQuantile(p);
  const tail = Math.min(p, 1 - p);
  if (tail === 0.5) return 0;
  const size = tail === 0 ? Number.POSITIVE_INFINITY : upperQuantile(tail, Math.abs(1 - 2 * p), df);
  return p < 0.5 ? -size : size;
}

/** The t > 0 with this upper tail; `inside`, the probability of (-t, t), is exact where the tail is near 1/2. */
function upperQuantile(tail: number, inside: number, df: number): number {
  if (df === 1) return tail > 0.25 ? Math.tan((Math.PI * inside) / 2) : 1 / Math.tan(Math.PI * tail);
  if (df === 2) return inside / Math.sqrt(2 * tail * (1 - tail));
  const half = df / 2;
  const farOut = (Math.log(2 * tail) + Math.log(half) + logBetaPositive(half, 0.5)) / half;
  if (farOut < -40 - Math.log1p(df)) return Math.sqrt(df) * Math.exp(-farOut / 2);
  const start = df >= 1 ? hillGuess(2 * tail, df) : -farOut;
  const logRatio = invertTails({
    lower: inside,
    upper: 2 * tail,
    start,
    tailsAt: (z) => betaTails(0.5, half, 1 / (1 + Math.exp(-z)), 1 / (1 + Math.exp(z))),
  });
  return Math.sqrt(df) * Math.exp(logRatio / 2);
}

/** log(t^2 / df) from the two-sided tail, to about 6 digits for df >= 1. */
function hillGuess(twoSided: number, df: number): number {
  const a = 1 / (df - 0.5);
  const b = 48 / (a * a);
  let c = (((20700 * a) / b - 98) * a - 16) * a + 96.36;
  const d = ((94.5 / (b + c) - 3) / b + 1) * Math.sqrt((a * Math.PI) / 2) * df;
  let y = (d * twoSided) ** (2 / df);
  if (y > 0.05 + a) {
    const x = normalQuantile(twoSided / 2);
    const square = x * x;
    if (df < 5) c += 0.3 * (df - 4.5) * (x + 0.6);
    c = (((0.05 * d * x - 5) * x - 7) * x - 2) * x + b + c;
    y = (((((0.4 * square + 6.3) * square + 36) * square + 94.5) / c - square - 3) / b + 1) * x;
    return Math.log(Math.expm1(a * y * y));
  }
  y =
    ((1 / (((df + 6) / (df * y) - 0.089 * d - 0.822) * (df + 2) * 3) + 0.5 / (df + 4)) * y - 1) *
      ((df + 1) / (df + 2)) +
    1 / y;
  return Math.log(y);
}
