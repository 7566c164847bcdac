import { CandorError } from '../errors/index.ts';
import { type Estimate, proportionEstimate } from '../inference/index.ts';

export const responseRateNames = ['RR1', 'RR2', 'RR3', 'RR4', 'RR5', 'RR6'] as const;
export type ResponseRateName = (typeof responseRateNames)[number];

/** All outcome rates of AAPOR: response, cooperation, refusal and contact. */
export const outcomeRateNames = [
  ...responseRateNames,
  'COOP1',
  'COOP2',
  'COOP3',
  'COOP4',
  'REF1',
  'REF2',
  'REF3',
  'CON1',
  'CON2',
  'CON3',
] as const;
export type OutcomeRateName = (typeof outcomeRateNames)[number];

/**
 * How the invitations ended (AAPOR final dispositions), as counts. `unknownEligible` sums UH and UO;
 * `eligibleShare` is e, the estimated share of those that were eligible, needed by RR3, RR4, REF2 and CON2 only.
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
  return outcomeRate(dispositions, rate);
}

/**
 * What share of those asked answered, of those reached took part, of all refused, of all was reached? Any of AAPOR's
 * outcome rates by its name: RR1-RR6, COOP1-COOP4 (participation of those reached; 3 and 4 leave out those who could
 * not take part), REF1-REF3, CON1-CON3. Unit, interval and refusals as of `responseRate`.
 *
 * @example outcomeRate({ complete: 40, partial: 10, refusal: 20, nonContact: 20, other: 0, unknownEligible: 10 }, 'COOP1').value // => 0.571429
 */
export function outcomeRate(dispositions: Dispositions, rate: OutcomeRateName): Estimate {
  requireCounts(dispositions);
  const { part, of } = fractionOf(dispositions, rate);
  if (!(of > 0)) throw new CandorError('CND_ARGUMENT', `${rate} needs at least one invitation, got none`, { rate });
  return proportionEstimate(part, of);
}

/**
 * Which outcome rates do these counts have? Each by its name; one that cannot be known, since nobody stands in its
 * denominator or `eligibleShare` is missing, is absent. Refuses negative counts (`CND_ARGUMENT`).
 *
 * @example outcomeRates({ complete: 40, partial: 10, refusal: 20, nonContact: 20, other: 0, unknownEligible: 10 }).REF1.value // => 0.2
 */
export function outcomeRates(dispositions: Dispositions): Partial<Record<OutcomeRateName, Estimate>> {
  requireCounts(dispositions);
  const rates: Partial<Record<OutcomeRateName, Estimate>> = {};
  for (const rate of outcomeRateNames) {
    if (needsShare.includes(rate) && dispositions.eligibleShare === undefined) continue;
    const { part, of } = fractionOf(dispositions, rate);
    if (of > 0) rates[rate] = proportionEstimate(part, of);
  }
  return rates;
}

/**
 * Which share of the cases of unknown eligibility was eligible, if they are as those that are known? The proportional
 * allocation that AAPOR names for e; undefined where no case is known. Share 0..1.
 *
 * @example eligibleShareOf({ complete: 40, partial: 10, refusal: 20, nonContact: 20, other: 0, unknownEligible: 10 }, 10) // => 0.9
 */
export function eligibleShareOf(dispositions: Dispositions, notEligible: number): number | undefined {
  requireCounts({ ...dispositions, other: dispositions.other + notEligible });
  const { complete, partial, refusal, nonContact, other } = dispositions;
  const eligible = complete + partial + refusal + nonContact + other;
  return eligible + notEligible > 0 ? eligible / (eligible + notEligible) : undefined;
}

const needsShare: readonly OutcomeRateName[] = ['RR3', 'RR4', 'REF2', 'CON2'];
const allUnknown: readonly OutcomeRateName[] = ['RR1', 'RR2', 'REF1', 'CON1'];

function fractionOf(dispositions: Dispositions, rate: OutcomeRateName): { part: number; of: number } {
  const { complete, partial, refusal, nonContact, other } = dispositions;
  const answered = complete + partial;
  if (rate.startsWith('COOP')) {
    const of = answered + refusal + (rate === 'COOP1' || rate === 'COOP2' ? other : 0);
    return { part: rate === 'COOP1' || rate === 'COOP3' ? complete : answered, of };
  }
  const of = answered + refusal + nonContact + other + unknownCounted(dispositions, rate);
  if (rate.startsWith('REF')) return { part: refusal, of };
  if (rate.startsWith('CON')) return { part: answered + refusal + other, of };
  return { part: rate === 'RR2' || rate === 'RR4' || rate === 'RR6' ? answered : complete, of };
}

function unknownCounted({ unknownEligible, eligibleShare }: Dispositions, rate: OutcomeRateName): number {
  if (allUnknown.includes(rate)) return unknownEligible;
  if (!needsShare.includes(rate)) return 0;
  if (eligibleShare !== undefined && eligibleShare >= 0 && eligibleShare <= 1) return unknownEligible * eligibleShare;
  throw new CandorError('CND_ARGUMENT', `${rate} needs eligibleShare between 0 and 1, got ${eligibleShare}`, { rate });
}

function requireCounts({ eligibleShare: _, ...counts }: Dispositions): void {
  for (const [name, count] of Object.entries(counts)) {
    if (!(Number.isFinite(count) && count >= 0)) {
      throw new CandorError('CND_ARGUMENT', `an outcome rate needs counts of 0 or more, got ${name} ${count}`, {
        name,
      });
    }
  }
}
