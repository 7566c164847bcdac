import { demand, demandCount } from './arguments.ts';
import { logBinomial } from './binomial.ts';

/**
 * Successes in n trials of probability p, exact in law. Below 10 expected successes the distribution is walked up from
 * 0; above, Hörmann's transformed rejection with squeeze (BTRS) needs 1.2 to 1.5 pairs of uniforms for any n.
 * Source: Hörmann, The generation of binomial random variates (1993), doi:10.1080/00949659308811496.
 */
export function drawBinomial(n: number, p: number, uniform: () => number): number {
  if (p > 0.5) return n - drawBinomial(n, 1 - p, uniform);
  if (n * p < 10) return drawByInversion(n, p, uniform);
  return drawByRejection(n, p, uniform);
}

function drawByInversion(n: number, p: number, uniform: () => number): number {
  if (p === 0 || n === 0) return 0;
  const odds = p / (1 - p);
  const none = Math.exp(n * Math.log1p(-p));
  for (;;) {
    let probability = none;
    let left = uniform();
    // With at most 10 expected, more than 150 successes have probability below 1e-100: only rounding gets there.
    for (let k = 0; k <= Math.min(n, 150); k += 1) {
      if (left < probability) return k;
      left -= probability;
      probability *= (odds * (n - k)) / (k + 1);
    }
  }
}

function drawByRejection(n: number, p: number, uniform: () => number): number {
  const deviation = Math.sqrt(n * p * (1 - p));
  const b = 1.15 + 2.53 * deviation;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const centre = n * p + 0.5;
  const inside = 0.92 - 4.2 / b;
  const height = (2.83 + 5.1 / b) * deviation;
  const mode = Math.floor((n + 1) * p);
  const logAtMode = logBinomial(mode, n, p);
  for (;;) {
    const u = uniform() - 0.5;
    const v = uniform();
    const edge = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / edge + b) * u + centre);
    if (k < 0 || k > n) continue;
    if (edge >= 0.07 && v <= inside) return k;
    const logHat = Math.log((v * height) / (a / (edge * edge) + b));
    if (logHat <= logBinomial(k, n, p) - logAtMode) return k;
  }
}

/** One binomial after the other, each out of the trials and the share that are left. */
export function drawMultinomial(n: number, shares: ArrayLike<number>, uniform: () => number): number[] {
  demandCount(n, 'multinomial', 'n');
  const shareLeft = remainingShares(shares);
  const counts: number[] = [];
  let left = n;
  for (let i = 0; i < shares.length; i += 1) {
    const share = shares[i]!;
    const chance = share === 0 ? 0 : Math.min(share / shareLeft[i]!, 1);
    const count = drawBinomial(left, chance, uniform);
    counts.push(count);
    left -= count;
  }
  return counts;
}

/** Its own share and all later ones of each group, summed from the end: the last group gets all that is left. */
function remainingShares(shares: ArrayLike<number>): Float64Array {
  const remaining = new Float64Array(shares.length);
  let total = 0;
  for (let i = shares.length - 1; i >= 0; i -= 1) {
    demand(shares[i]! >= 0, 'multinomial', 'shares from 0', shares[i]!);
    total += shares[i]!;
    remaining[i] = total;
  }
  demand(Math.abs(total - 1) <= 1e-9, 'multinomial', 'shares that add to 1', total);
  return remaining;
}
