import type { Estimate } from '../inference/index.ts';
import { eligibleShareOf, type OutcomeRateName, outcomeRates } from '../metrics/index.ts';
import { type Disposition, type DispositionGroup, dispositionCodes, dispositions } from './disposition.ts';

export type DispositionCounts = Readonly<Partial<Record<Disposition, number>>>;

/** How many invitations ended in each disposition: their sum is the number of invitations. */
export function countDispositions(ended: Iterable<Disposition>): DispositionCounts {
  const counts: Partial<Record<Disposition, number>> = {};
  for (const one of ended) counts[one] = (counts[one] ?? 0) + 1;
  return counts;
}

/** The counts by the groups that the rates are made of. */
export function groupCounts(counts: DispositionCounts): Readonly<Record<DispositionGroup, number>> {
  const groups = { I: 0, P: 0, R: 0, NC: 0, O: 0, UH: 0, UO: 0, NE: 0, NA: 0 };
  for (const one of dispositions) groups[dispositionCodes[one].group] += counts[one] ?? 0;
  return groups;
}

/** Every rate that can be known from these counts. `eligibleShare` is the e of RR3, RR4, REF2 and CON2. */
export interface ResponseRates {
  readonly rates: Readonly<Partial<Record<OutcomeRateName, Estimate>>>;
  readonly eligibleShare?: number;
  /** Invitations that asked somebody, and those that did not (refused by a rule, cancelled, planned). */
  readonly asked: number;
  readonly notAsked: number;
}

/**
 * Which rates do these invitations have? RR1-RR6, COOP1-4, REF1-3 and CON1-3, each with its n and interval; one whose
 * denominator is empty is absent. `e` is the share of unknown cases taken as eligible; unless given, that of the known
 * ones (docs/methods/response-rates.md). Refuses an `e` outside 0..1 (`CND_ARGUMENT`).
 */
export function responseRates(counts: DispositionCounts, { e }: { e?: number } = {}): ResponseRates {
  const { I, P, R, NC, O, UH, UO, NE, NA } = groupCounts(counts);
  const known = { complete: I, partial: P, refusal: R, nonContact: NC, other: O, unknownEligible: UH + UO };
  const eligibleShare = e ?? eligibleShareOf(known, NE);
  return {
    rates: outcomeRates({ ...known, ...(eligibleShare !== undefined && { eligibleShare }) }),
    ...(eligibleShare !== undefined && { eligibleShare }),
    asked: I + P + R + NC + O + UH + UO + NE,
    notAsked: NA,
  };
}
