import { CandorError } from '../errors/index.ts';
import { type Estimate, proportionEstimate } from '../inference/index.ts';

export const responseRateNames = ['RR1', 'RR2', 'RR3', 'RR4', 'RR5', 'RR6'] as const;
export type ResponseRateName = (typeof responseRateNames)[number];

/**
 * How the invitations ended (AAPOR final dispositions), as counts. `unknownEligible` sums UH and UO;
 * `eligibleShare` is e, the estimated share of those that were eligible, needed by RR3 and RR4 only.
 */
export interface Dispositions {
  readonly complete: number;
  readonly partial: number;
  readonly refusal: number;
  readonly nonContact: number;
  readonly other: number;
  readonly unknownEligible: number;
  readonly eligibleShare?: number;
}

/**
 * What share of those asked did answer? One of AAPOR's six rates, always named: RR1, RR3, RR5 count complete answers
 * only, RR2, RR4, RR6 partial ones too; RR1 and RR2 take all of unknown eligibility as eligible (the lowest rate),
 * RR3 and RR4 the share `eligibleShare` of them, RR5 and RR6 none (the highest).
 *
 * Share 0..1 with Wilson's interval, which speaks of the process that invites, not of this closed list. Refuses
 * negative counts, an empty list and a missing `eligibleShare` where the rate needs one (`CND_ARGUMENT`).
 * Source: AAPOR, Standard Definitions (2023), 10th edition, response rates.
 *
 * @example responseRate({ complete: 40, partial: 10, refusal: 20, nonContact: 20, other: 0, unknownEligible: 10 }, 'RR2').value // => 0.5
 */
export function responseRate(dispositions: Dispositions, rate: ResponseRateName): Estimate {
  const { complete, partial, refusal, nonContact, other, unknownEligible, eligibleShare } = dispositions;
  for (const [name, count] of Object.entries({ complete, partial, refusal, nonContact, other, unknownEligible })) {
    if (!(Number.isFinite(count) && count >= 0)) {
      throw new CandorError('CND_ARGUMENT', `responseRate needs counts of 0 or more, got ${name} ${count}`, { name });
    }
  }
  const known = complete + partial + refusal + nonContact + other;
  const asked = known + unknownEligible * shareOfUnknown(rate, eligibleShare);
  if (!(asked > 0)) throw new CandorError('CND_ARGUMENT', 'responseRate needs at least one invitation, got none');
  const partialsCount = rate === 'RR2' || rate === 'RR4' || rate === 'RR6';
  return proportionEstimate(complete + (partialsCount ? partial : 0), asked);
}

function shareOfUnknown(rate: ResponseRateName, eligibleShare: number | undefined): number {
  if (rate === 'RR1' || rate === 'RR2') return 1;
  if (rate === 'RR5' || rate === 'RR6') return 0;
  if (eligibleShare !== undefined && eligibleShare >= 0 && eligibleShare <= 1) return eligibleShare;
  throw new CandorError('CND_ARGUMENT', `${rate} needs eligibleShare between 0 and 1, got ${eligibleShare}`, { rate });
}
