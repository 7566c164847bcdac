import { CandorError } from '../../errors/index.ts';
import { digamma, findRoot, sum } from '../../numeric/index.ts';
import { requireSameLength } from '../preconditions.ts';
import { requireProportion } from '../proportion-interval.ts';

/** Answers of units that count as a success, and all answers of each. */
export interface UnitShares {
  readonly successes: readonly number[];
  readonly n: readonly number[];
}

/** How the true shares of units are spread: a beta law, or one share for all where nothing shows a spread. */
export type BetaBinomial =
  | { readonly kind: 'spread'; readonly alpha: number; readonly beta: number; readonly mean: number }
  | { readonly kind: 'no-spread'; readonly mean: number };

/** Beyond this alpha + beta a spread moves no share of 10,000 answers by a hundredth of a point: it is called none. */
const largestSize = 1e6;
const smallestSize = 1e-3;

/**
 * How are the true shares of these units spread? Greatest likelihood of a beta law behind binomial counts. Where the
 * counts vary no more than binomial ones the likelihood grows without end as the spread goes to 0 (its slope there is
 * known in closed form): the answer is then `no-spread` with the pooled share, never a huge alpha and beta.
 * Assumes independent answers and units. Refuses fewer than 2 units (CND_SAMPLE_TOO_SMALL) and counts outside 0..n
 * (CND_ARGUMENT). Source: Skellam 1948, DOI 10.1111/j.2517-6161.1948.tb00014.x; slope: Tarone 1979, DOI 10.1093/biomet/66.3.585.
 * @example betaBinomial({ successes: [2, 5, 3], n: [10, 10, 10] }) // => {"kind":"no-spread","mean":0.333333}
 */
export function betaBinomial(units: UnitShares): BetaBinomial {
  requireShares('betaBinomial', units);
  const pooled = sum(units.successes) / sum(units.n);
  if (!(pooled > 0 && pooled < 1) || spreadSlope(units, pooled) <= 0) return { kind: 'no-spread', mean: pooled };
  const slopeAt = (logSize: number) => {
    const size = Math.exp(logSize);
    return slopes(units, meanAt(units, size), size).bySize;
  };
  const [low, high] = [Math.log(smallestSize), Math.log(largestSize)];
  if (slopeAt(high) >= 0) return { kind: 'no-spread', mean: pooled };
  // units whose answers all agree, each for itself, ask for an alpha + beta of 0: the smallest one allowed is taken
  const size = slopeAt(low) <= 0 ? smallestSize : Math.exp(findRoot(slopeAt, low, high));
  const mean = meanAt(units, size);
  return { kind: 'spread', alpha: mean * size, beta: (1 - mean) * size, mean };
}

/** Slope of the log-likelihood in 1 / (alpha + beta) at 0, twice: positive where counts vary more than binomial ones. */
function spreadSlope({ successes, n }: UnitShares, share: number): number {
  return successes.reduce((total, x, i) => {
    const rest = n[i]! - x;
    return total + (x * (x - 1)) / share + (rest * (rest - 1)) / (1 - share) - n[i]! * (n[i]! - 1);
  }, 0);
}

function meanAt(units: UnitShares, size: number): number {
  const slope = (mean: number) => slopes(units, mean, size).byMean;
  const edge = 1e-12;
  return findRoot(slope, edge, 1 - edge);
}

/** Derivatives of the log-likelihood by the mean and by the size alpha + beta. */
function slopes({ successes, n }: UnitShares, mean: number, size: number): { byMean: number; bySize: number } {
  const [alpha, beta] = [mean * size, (1 - mean) * size];
  const base = { alpha: digamma(alpha), beta: digamma(beta), size: digamma(size) };
  let [up, down, all] = [0, 0, 0];
  for (let i = 0; i < n.length; i++) {
    up += digamma(successes[i]! + alpha) - base.alpha;
    down += digamma(n[i]! - successes[i]! + beta) - base.beta;
    all += digamma(n[i]! + size) - base.size;
  }
  return { byMean: up - down, bySize: mean * up + (1 - mean) * down - all };
}

export function requireShares(who: string, { successes, n }: UnitShares): void {
  requireSameLength(who, 'n', n.length, successes.length);
  successes.forEach((x, i) => {
    requireProportion(who, x, n[i]!);
  });
  if (n.length >= 2) return;
  throw new CandorError('CND_SAMPLE_TOO_SMALL', `${who} needs at least 2 units, got ${n.length}`, { units: n.length });
}
