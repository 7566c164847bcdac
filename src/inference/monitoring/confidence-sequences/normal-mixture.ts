import { CandorError } from '../../../errors/index.ts';

/**
 * Which mixture makes the normal bound tightest once the variance process is about v? The closed form of the two-sided
 * bound. Source: Howard, Ramdas, McAuliffe and Sekhon 2021, DOI 10.1214/20-AOS1991.
 * @example normalMixtureParameter(100, 0.05) // => 12.600561
 */
export function normalMixtureParameter(v: number, alpha: number): number {
  requireShare(alpha);
  const twice = 2 * Math.log(1 / alpha);
  return v / (twice + Math.log(1 + twice));
}

/**
 * How far can a sum of mean zero stray at intrinsic time v, at any time at all, with probability alpha? Two-sided normal
 * mixture with the parameter that is best at `bestAt`.
 * @example normalMixtureBound(100, 0.05, 100) // => 30.35209
 */
export function normalMixtureBound(v: number, alpha: number, bestAt: number): number {
  const rho = normalMixtureParameter(bestAt, alpha);
  return Math.sqrt((v + rho) * (Math.log((v + rho) / rho) + 2 * Math.log(1 / alpha)));
}

/**
 * The log of the evidence itself at sum s and intrinsic time v.
 * @example normalMixtureLogEvidence(10, 100, normalMixtureParameter(100, 0.05)) // => -0.651005
 */
export function normalMixtureLogEvidence(s: number, v: number, rho: number): number {
  return 0.5 * Math.log(rho / (v + rho)) + s ** 2 / (2 * (v + rho));
}

export function requireShare(alpha: number): void {
  if (alpha > 0 && alpha < 1) return;
  throw new CandorError('CND_ARGUMENT', `alpha needs to be between 0 and 1, got ${alpha}`, { argument: 'alpha' });
}
