import { logBetaPositive } from './gamma-function.ts';
import { betaTails } from './incomplete-beta.ts';
import { invertTails } from './invert-tails.ts';
import { normalQuantile } from './normal.ts';

/**
 * log(x / (1 - x)) at which the beta law has these two tails (their sum is 1). On this scale neither end of 0..1
 * loses digits, and the F and t quantiles follow without a subtraction. Infinite where a tail is 0.
 */
export function invertBeta(lower: number, upper: number, a: number, b: number): number {
  if (lower === 0) return Number.NEGATIVE_INFINITY;
  if (upper === 0) return Number.POSITIVE_INFINITY;
  // Near 0 the lower tail is x^a / (a B(a, b)) times 1 + O((a + b) x): where that is below 1e-17 it is the answer.
  const logBeta = logBetaPositive(a, b);
  const negligible = -40 - Math.log1p(a + b);
  const nearZero = (Math.log(lower) + Math.log(a) + logBeta) / a;
  if (nearZero < negligible) return nearZero;
  const nearOne = (Math.log(upper) + Math.log(b) + logBeta) / b;
  if (nearOne < negligible) return -nearOne;
  return invertTails({
    lower,
    upper,
    start: firstGuess(lower, upper, a, b),
    tailsAt: (z) => betaTails(a, b, 1 / (1 + Math.exp(-z)), 1 / (1 + Math.exp(z))),
  });
}

/** Abramowitz and Stegun 26.5.22 for unimodal laws; two power laws joined at the mean for the others. */
function firstGuess(lower: number, upper: number, a: number, b: number): number {
  if (a >= 1 && b >= 1) {
    const z = lower < upper ? -normalQuantile(lower) : normalQuantile(upper);
    const r = 1 / (2 * a - 1);
    const s = 1 / (2 * b - 1);
    const h = 2 / (r + s);
    const lambda = (z * z - 3) / 6;
    const w = (z * Math.sqrt(Math.max(h + lambda, 0.1))) / h - (s - r) * (lambda + 5 / 6 - 2 / (3 * h));
    return Math.log(a / b) - 2 * w;
  }
  const left = Math.exp(a * Math.log(a / (a + b))) / a;
  const right = Math.exp(b * Math.log(b / (a + b))) / b;
  const total = left + right;
  if (lower < left / total) return Math.min(Math.log(a * total * lower) / a, 30);
  return Math.max(-Math.log(b * total * upper) / b, -30);
}
