import { CandorError } from '../errors/index.ts';

/** Halvings of the step before giving up: 1/4096 is far below what any analytic integrand here needs. */
const maximumHalvings = 12;

/**
 * Logarithm of the integral over the whole line of exp(logIntegrand), for an analytic integrand with one peak that
 * falls at least exponentially on both sides. The trapezoidal rule converges exponentially there: halving the step
 * doubles the digits. `from` is a point where the integrand is not negligible, best near its peak.
 * Source: Trefethen and Weideman (2014), doi:10.1137/130932132.
 */
export function logLineIntegral(logIntegrand: (s: number) => number, from: number): number {
  const peak = climb(logIntegrand, from);
  const height = logIntegrand(peak);
  const scaled = (s: number) => Math.exp(logIntegrand(s) - height);
  let step = 0.5;
  let total = arm(scaled, peak, step) + arm(scaled, peak, -step) + 1;
  for (let k = 0; k < maximumHalvings; k += 1) {
    const offset = step / 2;
    const between = arm(scaled, peak - offset, step) + arm(scaled, peak + offset, -step);
    const refined = total + between;
    // Halving squares the error: where old and new points agree to 1e-10, their mean is good to 1e-20.
    const settled = Math.abs(between - total) < 1e-10 * refined;
    total = refined;
    step = offset;
    if (settled) return height + Math.log(total * step);
  }
  return refuse(step);
}

function refuse(step: number): never {
  throw new CandorError(
    'CND_NOT_CONVERGED',
    'the integral needs milder parameters, got an integrand that does not settle',
    {
      step,
    },
  );
}

/** Sum over origin + step, origin + 2 step, ... until the terms no longer count. */
function arm(f: (s: number) => number, origin: number, step: number): number {
  let total = 0;
  for (let k = 1; k < 50_000; k += 1) {
    const term = f(origin + k * step);
    total += term;
    if (term < 1e-18 * (1 + total)) return total;
  }
  return refuse(step);
}

/** Uphill in doubling steps, then halving: the peak itself is not needed, only its neighbourhood. */
function climb(f: (s: number) => number, from: number): number {
  let best = from;
  let height = f(from);
  let step = 1;
  while (step > 1e-3) {
    const right = f(best + step);
    const left = f(best - step);
    if (right > height || left > height) {
      best += right > left ? step : -step;
      height = Math.max(right, left);
      step *= 2;
    } else {
      step /= 4;
    }
  }
  return best;
}
