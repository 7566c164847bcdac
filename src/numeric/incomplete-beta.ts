import { logBetaPositive } from './gamma-function.ts';
import { refuseSlow, type Tails } from './incomplete-gamma.ts';
import { betaWeight } from './saddle-point.ts';

/** Steps before giving up; parameters of 1e9 at the mean need about 1e5. */
const maximumSteps = 5_000_000;

/**
 * The even part of the continued fraction of the incomplete beta function: I = x^a y^b / B(a, b) / fraction.
 * Both x and y = 1 - x are given, since either may be too close to 1 to tell from it. Best for x below a / (a + b),
 * where every partial denominator is positive.
 * Source: DLMF 8.17.22, contracted; Didonato and Morris (1992), doi:10.1145/131766.131776.
 */
function betaFraction(a: number, b: number, x: number, y: number): number {
  let denominator = a * y - b * x + 1;
  let previous = (a * denominator) / (a + 1);
  let value = previous;
  let c = previous;
  let d = 0;
  for (let m = 1; m < maximumSteps; m += 1) {
    const middle = a + 2 * m - 1;
    const numerator = ((a + m - 1) / middle) * ((a + b + m - 1) / middle) * m * (b - m) * x * x;
    denominator = m + (m * (b - m) * x) / middle + ((a + m) * (a * y - b * x + 1 + m * (2 - x))) / (middle + 2);
    d = 1 / (denominator + numerator * d);
    c = denominator + numerator / c;
    previous = value;
    value *= c * d;
    if (Math.abs(value - previous) < 2.3e-16 * Math.abs(value)) return value;
  }
  return refuseSlow('beta', a, x);
}

/** Next to 0, where (a + b) x would underflow, only the leading power is left. */
function powerLaw(a: number, b: number, x: number): Tails {
  const lower = Math.min(Math.exp(a * Math.log(x) - Math.log(a) - logBetaPositive(a, b)), 1);
  return { lower, upper: 1 - lower, slope: a * lower };
}

function mirrored({ lower, upper, slope }: Tails): Tails {
  return { lower: upper, upper: lower, slope };
}

/** The two regularised incomplete beta functions at 0 < x, y < 1 with x + y = 1. */
export function betaTails(a: number, b: number, x: number, y: number): Tails {
  if (x < 1e-290) return powerLaw(a, b, x);
  if (y < 1e-290) return mirrored(powerLaw(b, a, y));
  const slope = betaWeight(a, b, x, y);
  const isLower = x * b <= y * a;
  if (slope === 0) return isLower ? { lower: 0, upper: 1, slope } : { lower: 1, upper: 0, slope };
  if (isLower) {
    const lower = Math.min(slope / betaFraction(a, b, x, y), 1);
    return { lower, upper: 1 - lower, slope };
  }
  const upper = Math.min(slope / betaFraction(b, a, y, x), 1);
  return { lower: 1 - upper, upper, slope };
}
