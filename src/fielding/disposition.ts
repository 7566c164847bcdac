import type { InvitationState } from './facts.ts';

/**
 * How an invitation can end: the final dispositions of AAPOR for internet surveys of specifically named persons, each
 * with its code and its group in the rates. I complete, P partial, R refusal and break-off, NC non-contact, O other
 * eligible, UH and UO unknown eligibility, NE not eligible, NA nobody was asked.
 * Source: AAPOR, Standard Definitions, table of final disposition codes for internet surveys of named persons.
 */
export const dispositionCodes = {
  complete: { code: '1.1', group: 'I' },
  partial: { code: '1.2', group: 'P' },
  'explicit-refusal': { code: '2.111', group: 'R' },
  'implicit-refusal': { code: '2.1121', group: 'R' },
  'break-off': { code: '2.12', group: 'R' },
  'non-contact': { code: '2.20', group: 'NC' },
  'too-late': { code: '2.27', group: 'NC' },
  'other-eligible': { code: '2.30', group: 'O' },
  'not-sent': { code: '3.11', group: 'UH' },
  'nothing-returned': { code: '3.19', group: 'UH' },
  undelivered: { code: '3.30', group: 'UO' },
  uncertain: { code: '3.90', group: 'UO' },
  'screened-out': { code: '4.10', group: 'NE' },
  'quota-filled': { code: '4.80', group: 'NE' },
  duplicate: { code: '4.81', group: 'NE' },
  'not-eligible': { code: '4.90', group: 'NE' },
  planned: { code: '', group: 'NA' },
  'not-asked': { code: '', group: 'NA' },
} as const;
export type Disposition = keyof typeof dispositionCodes;
export type DispositionGroup = (typeof dispositionCodes)[Disposition]['group'];
export const dispositions = Object.keys(dispositionCodes) as readonly Disposition[];

/** What is known of an invitation. Nothing here is a guess: a fact that is not known is absent. */
export interface InvitationFacts {
  readonly state: InvitationState;
  /** Whether handing over was tried and failed for good, without the address being at fault. */
  readonly hasFailed?: boolean;
  /** A receipt says that it arrived (an SMS); acceptance by a mail server says nothing about the person. */
  readonly isDelivered?: boolean;
  /** A person, not a scanner, opened the page. */
  readonly isOpened?: boolean;
  /** Share 0..1 of the questions shown to him that he answered. */
  readonly answeredShare?: number;
  /** He answered the question that the survey is about. */
  readonly hasCoreAnswer?: boolean;
  readonly isSubmitted?: boolean;
  /** He opted out, complained or stopped it. */
  readonly hasRefused?: boolean;
  /** He tried to answer after the invitation had ended. */
  readonly cameTooLate?: boolean;
  /** Found out after he was asked. */
  readonly ineligible?: 'screened-out' | 'quota-filled' | 'duplicate' | 'not-eligible';
  /** What somebody wrote down, such as an interviewer. */
  readonly recorded?: 'non-contact' | 'other-eligible' | 'explicit-refusal';
}

/** From which share of answered questions on an unfinished questionnaire counts. AAPOR leaves it to the survey. */
export interface CompletenessRule {
  readonly completeShare: number;
  readonly partialShare: number;
}

/** 50 and 80 %: the example that AAPOR gives. */
export const usualCompleteness: CompletenessRule = { completeShare: 0.8, partialShare: 0.5 };

const neverSent: readonly InvitationState[] = ['planned', 'sending', 'cancelled', 'refused'];

/**
 * How did this invitation end, in exactly one disposition? Until it has ended the one that it would have if nothing more
 * happened. What the person did outweighs what the post did; the core question answered is at least a partial answer.
 */
export function dispositionOf(facts: InvitationFacts, completeness: CompletenessRule = usualCompleteness): Disposition {
  if (facts.ineligible) return facts.ineligible;
  return answered(facts, completeness) ?? refusedOrLeft(facts) ?? unreached(facts);
}

function answered(facts: InvitationFacts, { completeShare, partialShare }: CompletenessRule): Disposition | undefined {
  const share = facts.answeredShare ?? 0;
  if (facts.state === 'completed' || share >= completeShare || (facts.isSubmitted && facts.hasCoreAnswer)) {
    return 'complete';
  }
  return facts.hasCoreAnswer || share >= partialShare ? 'partial' : undefined;
}

function refusedOrLeft(facts: InvitationFacts): Disposition | undefined {
  if (facts.state === 'refused') return 'not-asked';
  if (facts.hasRefused || facts.state === 'opted-out') return 'explicit-refusal';
  if ((facts.answeredShare ?? 0) > 0 || facts.state === 'partial') return 'break-off';
  if (facts.cameTooLate) return 'too-late';
  if (facts.recorded) return facts.recorded;
  return facts.isOpened || facts.isSubmitted || facts.state === 'opened' ? 'implicit-refusal' : undefined;
}

function unreached({ state, hasFailed, isDelivered }: InvitationFacts): Disposition {
  if (state === 'bounced') return 'undelivered';
  if (hasFailed) return 'not-sent';
  if (state === 'uncertain') return 'uncertain';
  if (neverSent.includes(state)) return state === 'cancelled' ? 'not-asked' : 'planned';
  return isDelivered ? 'non-contact' : 'nothing-returned';
}
