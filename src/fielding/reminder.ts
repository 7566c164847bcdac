import { reminderChannel } from './channel-choice.ts';
import type { Channel, ContactFacts } from './facts.ts';
import type { ProgrammeRules } from './programme-rules.ts';
import { sendTime } from './send-time.ts';

const hourMilliseconds = 3_600_000;
const dayMilliseconds = 86_400_000;
/** Somebody who began an hour ago is not reminded; after a day he has left it. */
const partialRestMilliseconds = dayMilliseconds;

/** What ends the reminders of an invitation for good. */
export const stopReasons = [
  'answered',
  'opted-out',
  'reminders-stopped',
  'complained',
  'bounced',
  'encounter-withdrawn',
  'survey-closed',
  'programme-closed',
  'wave-closed',
  'higher-priority-invitation',
  'expired',
  'no-channel',
] as const;
export type StopReason = (typeof stopReasons)[number];

/** What happened to an invitation, in any order. `partial`: an unfinished answer was saved. */
export interface InvitationEvent {
  readonly kind: Exclude<StopReason, 'expired' | 'no-channel'> | 'partial';
  readonly at: number;
}

/** One mail or SMS of an invitation. Only `failed` surely reached nobody. */
export interface InvitationMessage {
  /** 0: the invitation itself; 1, 2, 3: reminders. */
  readonly number: number;
  readonly state: 'planned' | 'claimed' | 'handing-over' | 'sent' | 'uncertain' | 'failed';
  /** When it was handed over, or is to be. */
  readonly at: number;
}

/** An invitation with what its reminders depend on. */
export interface RemindedInvitation {
  readonly rules: ProgrammeRules;
  readonly contact: ContactFacts;
  readonly channel: Channel;
  readonly timeZone: string;
  readonly expiresAt: number;
  readonly holidays?: readonly string[];
}

export interface ReminderStep {
  readonly number: number;
  readonly channel: Channel;
  readonly at: number;
}

export type ReminderDecision =
  | ({ readonly kind: 'due' } & Omit<ReminderStep, 'at'>)
  | { readonly kind: 'wait'; readonly until?: number }
  | { readonly kind: 'stopped'; readonly reason: StopReason; readonly at: number }
  | { readonly kind: 'finished' };

/**
 * When will this person be reminded, if nothing happens? The steps of the rules from the instant of sending, each moved
 * into the hours in which may be sent, by the channel that is due by then; steps that would come after the invitation
 * has ended are left out.
 */
export function reminderPlan(invitation: RemindedInvitation, sentAt: number): ReminderStep[] {
  const steps: ReminderStep[] = [];
  let last = sentAt;
  for (let number = 1; number <= invitation.rules.reminders.count; number += 1) {
    const step = stepOf(invitation, { number, sentAt, earliest: notBefore(invitation, { number, sentAt, last }) });
    if (!('at' in step)) break;
    steps.push(step);
    last = step.at;
  }
  return steps;
}

/** Days of the rules since the invitation, and never closer to the message before than the rules space them. */
function notBefore(
  { rules: { reminders } }: RemindedInvitation,
  { number, sentAt, last }: { number: number; sentAt: number; last: number },
): number {
  const days = reminders.afterDays[number - 1]!;
  const gap = days - (reminders.afterDays[number - 2] ?? 0);
  return Math.max(sentAt + days * dayMilliseconds, number > 1 ? last + gap * dayMilliseconds : 0);
}

function stepOf(
  { rules, contact, channel: invitedBy, timeZone, expiresAt, holidays }: RemindedInvitation,
  { number, sentAt, earliest }: { number: number; sentAt: number; earliest: number },
): ReminderStep | { readonly reason: 'expired' | 'no-channel' } {
  const send = sendTime(earliest, rules, timeZone, { latest: expiresAt - 1, ...(holidays && { holidays }) });
  if (send.kind === 'refused') return { reason: 'expired' };
  const hours = (send.at - sentAt) / hourMilliseconds;
  const channel = reminderChannel(rules.channels, contact, { invitedBy, hours });
  return channel === undefined ? { reason: 'no-channel' } : { number, channel, at: send.at };
}

/**
 * Is a reminder due now? `due` only at an instant at which it may be handed over as it stands; `stopped` for good once
 * anything of `stopReasons` has happened (the earliest is told); `wait` until the time named, or, without one, until
 * the message in hand has an outcome; `finished` when the last one has gone. Events and messages in any order, those
 * of after `now` are not looked at. A message that may have been sent counts as sent: nobody gets two. Ask again at the
 * hand-over, without the message in hand.
 */
export function reminderDue(
  invitation: RemindedInvitation,
  messages: readonly InvitationMessage[],
  events: readonly InvitationEvent[],
  now: number,
): ReminderDecision {
  const stop = stopOf(invitation, events, now);
  if (stop) return stop;
  const counted = messages.filter(({ state }) => state !== 'failed');
  const sent = counted.filter(({ state, at }) => (state === 'sent' || state === 'uncertain') && at <= now);
  const first = sent.find(({ number }) => number === 0);
  if (first === undefined || sent.length < counted.length) return { kind: 'wait' };
  const number = Math.max(...sent.map((message) => message.number)) + 1;
  if (number > invitation.rules.reminders.count) return { kind: 'finished' };
  const last = Math.max(...sent.map(({ at }) => at));
  const due = notBefore(invitation, { number, sentAt: first.at, last });
  const earliest = Math.max(now, due, restingUntil(events, now));
  const step = stepOf(invitation, { number, sentAt: first.at, earliest });
  if (!('at' in step)) return step.reason === 'expired' ? { kind: 'finished' } : { kind: 'stopped', ...step, at: now };
  return step.at === now ? { kind: 'due', number, channel: step.channel } : { kind: 'wait', until: step.at };
}

function stopOf({ expiresAt }: RemindedInvitation, events: readonly InvitationEvent[], now: number) {
  const stops = events
    .filter((event): event is InvitationEvent & { kind: StopReason } => event.kind !== 'partial')
    .map(({ kind, at }) => ({ kind: 'stopped' as const, reason: kind as StopReason, at }));
  const rank = ({ reason }: { reason: StopReason }) => stopReasons.indexOf(reason);
  return [...stops, { kind: 'stopped' as const, reason: 'expired' as const, at: expiresAt }]
    .filter(({ at }) => at <= now)
    .sort((a, b) => a.at - b.at || rank(a) - rank(b))[0];
}

/** While somebody is answering he is left alone. */
function restingUntil(events: readonly InvitationEvent[], now: number): number {
  const saved = events.filter(({ kind, at }) => kind === 'partial' && at <= now).map(({ at }) => at);
  return saved.length > 0 ? Math.max(...saved) + partialRestMilliseconds : 0;
}
