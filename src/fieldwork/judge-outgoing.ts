import {
  decide,
  type InvitationEvent,
  type InvitationMessage,
  type PastInvitation,
  type RemindedInvitation,
  reminderDue,
  type StopReason,
  stopReasons,
} from '../fielding/index.ts';
import type { EndReason } from '../store/index.ts';
import type { AskingProgramme } from './asking-programmes.ts';
import { type MessageChannel, messageChannels } from './contact-address.ts';
import { type Deciding, type DecidingFacts, decisionInput } from './decide-candidates.ts';
import type { Outgoing } from './outgoing-store.ts';

/** What is to become of a message at its hand-over: rules, hours and the wish of the person are looked at again. */
export type Verdict =
  | { readonly kind: 'send'; readonly channel: MessageChannel }
  | { readonly kind: 'wait'; readonly until: Date }
  | { readonly kind: 'refuse'; readonly reason: string; readonly detail: object }
  /** A reminder that is no longer wanted; with a reason, nothing more of the invitation is. */
  | { readonly kind: 'cancel'; readonly reason?: EndReason };

/** Judges one message by the facts of this moment. */
export function judgeOutgoing(outgoing: Outgoing, programme: AskingProgramme, facts: DecidingFacts): Verdict {
  return outgoing.kind === 'reminder'
    ? judgeReminder(outgoing, programme, facts)
    : judgeInvitation(outgoing, programme, facts);
}

function judgeInvitation(outgoing: Outgoing, programme: AskingProgramme, facts: DecidingFacts): Verdict {
  const { id, plannedAt, stoppedAt, stopReason } = outgoing.invitation;
  // Stopped while it was being handed over, and then not taken.
  if (stoppedAt !== null) return { kind: 'cancel', reason: (stopReason ?? 'not-sent') as EndReason };
  // It was counted in its quotas when it was planned.
  const input = decisionInput(candidateOf(outgoing, programme), facts, {});
  const now = facts.now.getTime();
  const history = input.history
    .filter((past) => past.state !== 'planned' || goesBefore(past, { id, plannedAt: plannedAt.getTime() }))
    .filter((past) => past.id !== id)
    // One that is late (its programme rested, a server refused it) goes now, perhaps at this very moment.
    .map((past) => (past.state === 'planned' && past.askedAt < now ? { ...past, askedAt: now } : past));
  const decision = decide({ ...input, history });
  if (decision.kind === 'refused') return { kind: 'refuse', reason: decision.reason, detail: decision.detail };
  if (decision.sendAt > facts.now.getTime()) return { kind: 'wait', until: new Date(decision.sendAt) };
  return byChannel(decision.channel);
}

function candidateOf({ invitation, about }: Outgoing, programme: AskingProgramme): Deciding {
  const { contactId, accountId } = invitation;
  if (about.kind === 'encounter') {
    return { programme, change: about.encounter, touchpoint: about.encounter.touchpoint, contactId };
  }
  const { waveId, probability } = about;
  const [opensAt, closesAt] = [about.opensAt.getTime(), about.closesAt.getTime()];
  const member = { waveId, opensAt, closesAt, isChosen: true, probability, accountId: accountId! };
  return { programme, member, contactId };
}

/** Of two that are planned the earlier one goes; of two of one instant the lower id, so that one does. */
function goesBefore(past: PastInvitation, own: { readonly id: string; readonly plannedAt: number }): boolean {
  return past.askedAt < own.plannedAt || (past.askedAt === own.plannedAt && past.id < own.id);
}

function judgeReminder(outgoing: Outgoing, programme: AskingProgramme, facts: DecidingFacts): Verdict {
  const reminded = remindedInvitation(outgoing, programme, facts);
  if (!reminded) return { kind: 'cancel' };
  const messages = outgoing.invitation.messages.filter(({ id }) => id !== outgoing.id);
  const due = reminderDue(reminded, messages, eventsOf(outgoing, facts), facts.now.getTime());
  if (due.kind === 'due') return byChannel(due.channel);
  if (due.kind === 'wait' && due.until !== undefined) return { kind: 'wait', until: new Date(due.until) };
  return due.kind === 'stopped' ? { kind: 'cancel', reason: due.reason } : { kind: 'cancel' };
}

function byChannel(channel: string): Verdict {
  const known = messageChannels.find((one) => one === channel);
  return known ? { kind: 'send', channel: known } : { kind: 'refuse', reason: 'no-address', detail: { met: channel } };
}

function remindedInvitation(
  { invitation }: Outgoing,
  { rules }: AskingProgramme,
  { people }: DecidingFacts,
): RemindedInvitation | undefined {
  const contact = people.contact(invitation.contactId, invitation.accountId ?? undefined);
  if (!contact) return undefined;
  const { channel, expiresAt } = invitation;
  // Who has moved since he was invited is left in peace at the hours of where he is now.
  const timeZone = contact.timeZone ?? invitation.timeZone;
  return { rules, contact, channel, timeZone, expiresAt: expiresAt.getTime() };
}

/** What happened to the invitation, as the reminders look at it. */
function eventsOf({ invitation, about }: Outgoing, { people, now }: DecidingFacts): readonly InvitationEvent[] {
  const { completedAt, stoppedAt, stopReason, partialAt, contactId } = invitation;
  const stored = people.stored(contactId);
  const stop = stopReasons.find((reason) => reason === stopReason) ?? 'reminders-stopped';
  const events: (InvitationEvent | false)[] = [
    completedAt !== null && { kind: 'answered', at: completedAt.getTime() },
    stoppedAt !== null && { kind: stopKind(stop), at: stoppedAt.getTime() },
    partialAt !== null && { kind: 'partial', at: partialAt.getTime() },
    about.kind === 'encounter' &&
      about.encounter.state === 'withdrawn' && { kind: 'encounter-withdrawn', at: now.getTime() },
    about.kind === 'wave' && about.closesAt <= now && { kind: 'wave-closed', at: about.closesAt.getTime() },
    (stored?.hasOptedOut || stored?.isErased) === true && { kind: 'opted-out', at: now.getTime() },
  ];
  return events.filter((event) => event !== false);
}

/** Those two are no events: the invitation says itself when it expires and whether a channel is left. */
const stopKind = (stop: StopReason): Exclude<InvitationEvent['kind'], 'partial'> =>
  stop === 'expired' || stop === 'no-channel' ? 'reminders-stopped' : stop;

/** When the next reminder would be due after this message went; undefined where none will be. */
export function nextReminder(
  outgoing: Outgoing,
  programme: AskingProgramme,
  facts: DecidingFacts,
): { readonly number: number; readonly dueAt: Date } | undefined {
  const reminded = remindedInvitation(outgoing, programme, facts);
  if (!reminded || outgoing.invitation.stoppedAt !== null) return undefined;
  const at = facts.now.getTime();
  const others = outgoing.invitation.messages.filter(({ id }) => id !== outgoing.id);
  const sent: InvitationMessage = { number: outgoing.number, state: 'sent', at };
  const due = reminderDue(reminded, [...others, sent], eventsOf(outgoing, facts), at);
  if (due.kind !== 'wait' || due.until === undefined) return undefined;
  return { number: outgoing.number + 1, dueAt: new Date(due.until) };
}
