import { periodStart, zoneClock } from '../calendar/index.ts';
import type { InvitationState, PastInvitation } from './facts.ts';

const dayMilliseconds = 86_400_000;
const budgetDays = 365;

/** Never reached anybody, or was never sent: it did not cost the person anything. An uncertain one may have. */
const didNotAsk: readonly InvitationState[] = ['refused', 'cancelled', 'bounced'];
const openStates: readonly InvitationState[] = ['planned', 'sending', 'uncertain', 'sent', 'opened', 'partial'];
const answeredStates: readonly InvitationState[] = ['completed', 'partial'];

export function countsAsAsked({ state }: PastInvitation): boolean {
  return !didNotAsk.includes(state);
}

export function isOpenInvitation(past: PastInvitation, at: number): boolean {
  return openStates.includes(past.state) && past.expiresAt > at;
}

/** Which earlier invitation stands in the way, and until when. */
export interface Obstacle {
  readonly invitation: string;
  readonly until: number;
}

/** The one that stands in the way longest; of two alike the lower id, so that no order of the history matters. */
function longest(past: readonly PastInvitation[], days: number): Obstacle | undefined {
  let found: Obstacle | undefined;
  for (const { id, askedAt } of past) {
    const until = askedAt + days * dayMilliseconds;
    const isLonger = !found || until > found.until || (until === found.until && id < found.invitation);
    if (isLonger) found = { invitation: id, until };
  }
  return found;
}

const within = (past: PastInvitation, at: number, days: number) =>
  Math.abs(at - past.askedAt) < days * dayMilliseconds && countsAsAsked(past);

/**
 * Was this person asked about anything less than so many days before or after `at`? After, since an invitation may be
 * planned. Exactly `days` days apart is far enough.
 */
export function askedLately(
  history: readonly PastInvitation[],
  { contactId, at, days }: { contactId: string; at: number; days: number },
): Obstacle | undefined {
  const near = history.filter((past) => past.contactId === contactId && within(past, at, days));
  return longest(near, days);
}

/** Was he asked for one of these metrics at this level? An encounter and the relationship are two questions. */
export function askedLatelyForMetric(
  history: readonly PastInvitation[],
  asked: {
    contactId: string;
    at: number;
    days: number;
    metrics: readonly string[];
    level: PastInvitation['level'];
  },
): Obstacle | undefined {
  const { metrics, level } = asked;
  const same = history.filter((past) => past.level === level && past.metrics.some((one) => metrics.includes(one)));
  return askedLately(same, asked);
}

/** How many other persons of the account are asked in the calendar quarter of `at` (in the workspace's zone)? */
export function personsAskedInQuarter(
  history: readonly PastInvitation[],
  { accountId, contactId, at, timeZone }: { accountId: string; contactId: string; at: number; timeZone: string },
): number {
  const clock = zoneClock(timeZone);
  const quarterOf = (instant: number) => periodStart(clock.day(instant), 'quarter');
  const quarter = quarterOf(at);
  const persons = history
    .filter((past) => past.accountId === accountId && countsAsAsked(past) && quarterOf(past.askedAt) === quarter)
    .map((past) => past.contactId);
  return new Set(persons.filter((person) => person !== contactId)).size;
}

/**
 * What answering cost in the 365 days around `at`, in seconds or questions: what was answered, and what is still open
 * and may be. An invitation that ended without an answer took nobody's time.
 */
export function loadSpent(
  history: readonly PastInvitation[],
  of: { contactId: string } | { accountId: string },
  { at, unit }: { at: number; unit: 'seconds' | 'questions' },
): number {
  return history
    .filter((past) => ('contactId' in of ? past.contactId === of.contactId : past.accountId === of.accountId))
    .filter((past) => answeredStates.includes(past.state) || isOpenInvitation(past, at))
    .filter((past) => Math.abs(at - past.askedAt) < budgetDays * dayMilliseconds)
    .reduce((sum, past) => sum + past[unit], 0);
}

/** An invitation of the programme that the person can still answer, or any about the same encounter or wave. */
export function openInvitation(
  history: readonly PastInvitation[],
  { contactId, programmeId, aboutId, at }: { contactId: string; programmeId: string; aboutId: string; at: number },
): Obstacle | undefined {
  const standing = history.filter((past) => {
    if (past.contactId !== contactId || past.programmeId !== programmeId || past.state === 'completed') return false;
    return isOpenInvitation(past, at) || (past.aboutId === aboutId && countsAsAsked(past));
  });
  const last = longest(standing, 0);
  return last && { invitation: last.invitation, until: standing.find(({ id }) => id === last.invitation)!.expiresAt };
}

/** The answer that the person gave about the same encounter or wave. */
export function earlierAnswer(
  history: readonly PastInvitation[],
  { contactId, programmeId, aboutId }: { contactId: string; programmeId: string; aboutId: string },
): string | undefined {
  return history
    .filter((past) => past.contactId === contactId && past.programmeId === programmeId && past.aboutId === aboutId)
    .filter(({ state }) => state === 'completed')
    .map(({ id }) => id)
    .sort()[0];
}
