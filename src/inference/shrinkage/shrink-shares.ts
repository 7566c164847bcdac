import { betaQuantile } from '../../numeric/index.ts';
import type { Interval } from '../estimate.ts';
import { requireConfidence } from '../preconditions.ts';
import { wilsonInterval } from '../proportion-interval.ts';
import { type BetaBinomial, betaBinomial, requireShares, type UnitShares } from './beta-binomial.ts';
import { shareLaws } from './share-posterior.ts';

/** Fewest units from which a spread can be learnt: with 3 the flat prior leaves no proper posterior of scores. */
const fewestToLearnFrom = 4;

export interface ShareShrinkage {
  readonly law: BetaBinomial;
  /** Mean of the true shares, 0..1. */
  readonly mean: number;
  /** Variance of the true shares; 0 where nothing shows a spread. */
  readonly betweenVariance: number;
  readonly units: readonly { readonly shrunken: number; readonly interval: Interval }[];
}

/**
 * What are the shares of small units worth? Each is drawn to the mean of all by the beta law behind them (`betaBinomial`);
 * where nothing shows a spread every unit is given the pooled share. Shares 0..1. The interval carries the doubt about
 * mean and spread: a beta law with the mean and variance of the unit's share over all laws that the counts allow. With 2 or
 * 3 units nothing can be learnt of the spread, and it is the unit's own (Wilson).
 * Assumes independent answers and units. Refuses as `betaBinomial`, and a confidence outside 0..1 (CND_ARGUMENT).
 * Source: Christiansen and Morris 1997, DOI 10.1080/01621459.1997.10474014; docs/methods/shrinkage.md has the coverage.
 * @example shrinkShares({ successes: [12, 30, 5, 44], n: [40, 50, 30, 60] }).units[0].shrunken // => 0.317293
 */
export function shrinkShares(units: UnitShares, confidence = 0.95): ShareShrinkage {
  requireShares('shrinkShares', units);
  requireConfidence('shrinkShares', confidence);
  const law = betaBinomial(units);
  const size = law.kind === 'spread' ? law.alpha + law.beta : Number.POSITIVE_INFINITY;
  const intervals = intervalsOf(units, confidence);
  return {
    law,
    mean: law.mean,
    betweenVariance: (law.mean * (1 - law.mean)) / (size + 1),
    units: units.successes.map((x, i) => {
      const shrunken = law.kind === 'spread' ? (x + law.alpha) / (units.n[i]! + size) : law.mean;
      const { low, high } = intervals[i]!;
      // the most likely law alone can lie at the edge of what all laws together allow, never far from it
      return { shrunken, interval: { low: Math.min(low, shrunken), high: Math.max(high, shrunken) } };
    }),
  };
}

function intervalsOf(units: UnitShares, confidence: number): Interval[] {
  if (units.n.length < fewestToLearnFrom) {
    return units.successes.map((x, i) => wilsonInterval(x, units.n[i]!, confidence));
  }
  const tail = (1 - confidence) / 2;
  return shareLaws(units).map(({ alpha, beta }) => ({
    low: betaQuantile(tail, alpha, beta),
    high: betaQuantile(1 - tail, alpha, beta),
  }));
}
