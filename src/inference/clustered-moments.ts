import { type Caveat, caveat } from './caveat.ts';
import type { DesignDifference, DesignEstimate } from './design-estimate.ts';
import { requirePositive } from './preconditions.ts';
import { distinctCaveats, fewAccounts, noVarianceCaveat, sizeCaveats } from './sample-caveats.ts';

/** What counts tell of answers that come by accounts, with a design effect that was found elsewhere. */
export interface ClusteredMoments {
  readonly n: number;
  readonly mean: number;
  /** Of one answer, divisor n. */
  readonly variance: number;
  /** Variance against that of a simple sample of the same size, at least 1: of a longer time or a larger whole. */
  readonly designEffect: number;
  /** Accounts that answered. */
  readonly accounts: number;
}

/**
 * How well is a mean known from its counts alone, when answers of one account are alike? The standard error of a simple
 * sample times the root of a design effect that was estimated elsewhere; n / design effect answers count, and the t law
 * has accounts - 1 degrees of freedom. Unit of the values. Where all answers agree as many count as there are accounts.
 * Refuses n, accounts and a design effect that are not above 0 (CND_ARGUMENT). See docs/methods/overview.md.
 * Source: Kish 1965, Survey Sampling, section 5.4; Kish 1987, DOI 10.2307/1403404.
 * @example clusteredEstimate({ n: 100, mean: 30, variance: 6100, designEffect: 2, accounts: 40 }).standardError // => 11.101006
 */
export function clusteredEstimate(moments: ClusteredMoments): DesignEstimate {
  const { n, mean, variance, designEffect, accounts } = moments;
  requirePositive('clusteredEstimate', 'n', n);
  requirePositive('clusteredEstimate', 'designEffect', designEffect);
  requirePositive('clusteredEstimate', 'accounts', accounts);
  const effectiveN = variance > 0 ? n / Math.max(1, designEffect) : Math.min(n, accounts);
  return {
    value: mean,
    standardError: n > 1 ? Math.sqrt((variance * Math.max(1, designEffect)) / (n - 1)) : 0,
    degreesOfFreedom: accounts - 1,
    n,
    effectiveN,
    designEffect: Math.max(1, designEffect),
    kishEffectiveN: n,
    variance,
    weights: [],
    clusters: accounts,
    clustered: true,
    complete: false,
    caveats: caveatsOf(moments, effectiveN),
  };
}

function caveatsOf({ n, variance, accounts }: ClusteredMoments, effectiveN: number): Caveat[] {
  const caveats = sizeCaveats(n, effectiveN);
  if (variance === 0) caveats.push(noVarianceCaveat(n));
  if (accounts < fewAccounts) {
    const words = `The answers come from fewer than ${fewAccounts} accounts.`;
    caveats.push(caveat('few-accounts', words, { accounts }));
  }
  return caveats;
}

/** The difference of two such samples taken as independent: with accounts on both sides its error is overstated. */
export function separateDifference(before: DesignEstimate, after: DesignEstimate): DesignDifference {
  return {
    before,
    after,
    difference: after.value - before.value,
    standardError: Math.hypot(before.standardError, after.standardError),
    degreesOfFreedom: Math.min(before.degreesOfFreedom, after.degreesOfFreedom),
    caveats: distinctCaveats([...before.caveats, ...after.caveats]),
  };
}
