import type { CompareOptions } from './compare-net-scores.ts';
import type { Comparison } from './comparison.ts';
import { comparisonOf, moverDifference, sideStandardError, waldDifference } from './difference.ts';
import type { MoverSide } from './mover.ts';
import { proportionEstimate } from './proportion-estimate.ts';
import { requireProportion, wilsonInterval } from './proportion-interval.ts';

/** How many of the answers count as a success, for example 4 or 5 on a 1-5 scale. Both may be effective numbers. */
export interface ShareCounts {
  readonly successes: number;
  readonly n: number;
}

/** May the normal test with SE(n - 1) be used? Effective n >= 100, at least 5 successes and 5 failures. */
export function normalIsCalibratedForShare({ successes, n }: ShareCounts): boolean {
  return n >= 100 && Math.min(successes, n - successes) >= 5;
}

/**
 * Did the share move between two samples, beyond what chance alone would do? Shares 0..1. z with SE(n - 1) where both
 * samples have n >= 100 and at least 5 successes and 5 failures; else Newcombe's difference of two Wilson intervals
 * (hybrid score), with the p-value by inversion of the interval. `difference.method` names which.
 * Assumes independent answers and samples. Refuses counts outside 0..n (CND_ARGUMENT). See docs/methods/differences.md.
 * Source: Newcombe 1998, Statistics in Medicine 17:873-890, method 10, DOI
 * 10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I.
 * @example compareProportions({ successes: 14, n: 20 }, { successes: 19, n: 20 }).difference.interval // => {"low":0.008087,"high":0.4728}
 */
export function compareProportions(before: ShareCounts, after: ShareCounts, options: CompareOptions = {}): Comparison {
  requireProportion('compareProportions', before.successes, before.n);
  requireProportion('compareProportions', after.successes, after.n);
  const { confidence = 0.95 } = options;
  const [first, second] = [shareSide(before), shareSide(after)];
  const standardErrorOfDifference = Math.hypot(shareError(before, first), shareError(after, second));
  const normal = normalIsCalibratedForShare(before) && normalIsCalibratedForShare(after);
  return comparisonOf({
    before: proportionEstimate(before.successes, before.n, { confidence }),
    after: proportionEstimate(after.successes, after.n, { confidence }),
    difference: normal
      ? waldDifference(second.value - first.value, standardErrorOfDifference, { confidence }, 'z')
      : moverDifference(first, second, { confidence }, { method: 'newcombe' }),
    standardErrorOfDifference,
  });
}

export function shareSide({ successes, n }: ShareCounts): MoverSide {
  return { value: successes / n, at: (quantile) => wilsonInterval(successes, n, 0.95, { quantile }) };
}

function shareError({ successes, n }: ShareCounts, side: MoverSide): number {
  const share = successes / n;
  return sideStandardError(n > 1 ? Math.sqrt((share * (1 - share)) / (n - 1)) : undefined, side);
}
