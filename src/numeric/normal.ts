import { demandNumber, demandProbability } from './arguments.ts';

const logSqrtTwoPi = 0.9189385332046728;
const inverseSqrtTwoPi = 0.3989422804014327;

/** Chebyshev coefficients of (x + 1) times Mills' ratio in t = (x - 5) / (x + 5); the next one is below 1e-18. */
const millsCoefficients = [
  1.1579976221305188, -0.1633449388451398, -0.013683136055781576, 0.03082200019810004, -0.016220073012046806,
  0.005616691016460094, -0.0014133933783549216, 0.0002502625460725661, -2.468907239728387e-5, -1.0107964061837592e-6,
  7.495419179740573e-7, -7.600274268728337e-8, -1.1574771441328644e-8, 3.333386472599843e-9, 7.538039628171347e-11,
  -1.1104247263727494e-10, 3.509243776551059e-12, 3.6894953861750955e-12, -2.3376697776383095e-13,
  -1.3271797523541405e-13, 9.921706995888276e-15, 5.276004995455379e-15, -3.373097694187922e-16,
  -2.2804338776379946e-16, 7.496330565808626e-18, 1.0328041877290668e-17,
] as const;

/** Upper tail over density of the standard normal at x >= 0 (Mills' ratio): smooth, so one series serves all x. */
function millsRatio(x: number): number {
  const t = (x - 5) / (x + 5);
  let current = 0;
  let previous = 0;
  for (let k = millsCoefficients.length - 1; k > 0; k -= 1) {
    const next = 2 * t * current - previous + millsCoefficients[k]!;
    previous = current;
    current = next;
  }
  return (t * current - previous + millsCoefficients[0]) / (x + 1);
}

/** exp(-x^2 / 2): x is split at 1/16 so that the rounding of x^2 does not grow to 1e-13 in the tail. */
function bell(x: number): number {
  const coarse = Math.trunc(x * 16) / 16;
  return Math.exp(-0.5 * coarse * coarse) * Math.exp(-0.5 * (x - coarse) * (x + coarse));
}

/** Upper tail at x >= 0; below 1e-323 from x = 38.6 on. */
function upperTail(x: number): number {
  return x > 40 ? 0 : inverseSqrtTwoPi * bell(x) * millsRatio(x);
}

/**
 * How likely is a standard normal value at or below x?
 *
 * Relative error below 1e-15 in both tails. Refuses NaN (`CND_ARGUMENT`).
 * Formula: density times Mills' ratio, the ratio by a Chebyshev series fitted with 50 digits
 * (docs/methods/distributions.md).
 * @example normalCdf(1.96) // => 0.97500210485178
 */
export function normalCdf(x: number): number {
  demandNumber(x, 'normalCdf');
  return x > 0 ? 1 - upperTail(x) : upperTail(-x);
}

/**
 * How likely is a standard normal value above x?
 *
 * Computed directly, never as 1 - cdf. Refuses NaN (`CND_ARGUMENT`).
 * @example normalUpper(6) // => 9.865876450377e-10
 */
export function normalUpper(x: number): number {
  demandNumber(x, 'normalUpper');
  return x < 0 ? 1 - upperTail(-x) : upperTail(x);
}

/**
 * What is the logarithm of the normal distribution function, where the function itself is too small to hold?
 *
 * Finite down to x = -1e154; at -Infinity it is -Infinity. Refuses NaN (`CND_ARGUMENT`).
 * @example normalLogCdf(-40) // => -804.60844201375
 */
export function normalLogCdf(x: number): number {
  demandNumber(x, 'normalLogCdf');
  if (x > 0) return Math.log1p(-upperTail(x));
  if (x > -1) return Math.log(upperTail(-x));
  if (x === Number.NEGATIVE_INFINITY) return x;
  return -0.5 * x * x - logSqrtTwoPi + Math.log(millsRatio(-x));
}

/** Wichura's rational approximations, highest power first. */
const central = {
  top: [
    2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946, 1971.5909503065513,
    133.14166789178438, 3.3871328727963665,
  ],
  bottom: [
    5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751, 687.1870074920579,
    42.31333070160091, 1,
  ],
} as const;
const near = {
  top: [
    0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
    5.769497221460691, 4.630337846156546, 1.4234371107496835,
  ],
  bottom: [
    1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
    1.6763848301838038, 2.053191626637759, 1,
  ],
} as const;
const far = {
  top: [
    2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124, 0.29656057182850487,
    1.7848265399172913, 5.463784911164114, 6.657904643501103,
  ],
  bottom: [
    2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 0.0007868691311456133, 0.014875361290850615,
    0.1369298809227358, 0.599832206555888, 1,
  ],
} as const;

function rational(form: { readonly top: readonly number[]; readonly bottom: readonly number[] }, r: number): number {
  let top = 0;
  let bottom = 0;
  for (let k = 0; k < 8; k += 1) {
    top = top * r + form.top[k]!;
    bottom = bottom * r + form.bottom[k]!;
  }
  return top / bottom;
}

/**
 * Which standard normal value has the probability p below it?
 *
 * p = 0 and 1 give the infinities. For a small upper tail u call `-normalQuantile(u)`: 1 - u would lose it.
 * Relative error below 1e-15. Refuses p outside 0..1 and NaN (`CND_ARGUMENT`).
 * Source: Wichura, algorithm AS 241 (1988), doi:10.2307/2347330.
 * @example normalQuantile(0.975) // => 1.95996398454005
 */
export function normalQuantile(p: number): number {
  demandProbability(p, 'normalQuantile');
  const fromMiddle = p - 0.5;
  if (Math.abs(fromMiddle) <= 0.425) return fromMiddle * rational(central, 0.180625 - fromMiddle * fromMiddle);
  const tail = fromMiddle < 0 ? p : 1 - p;
  if (tail === 0) return fromMiddle < 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  const r = Math.sqrt(-Math.log(tail));
  const size = r <= 5 ? rational(near, r - 1.6) : rational(far, r - 5);
  return fromMiddle < 0 ? -size : size;
}
