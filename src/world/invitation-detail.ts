import type { RandomStream } from '../numeric/index.ts';
import type { Contact } from './account.ts';
import type { Calendar } from './calendar.ts';
import { comment } from './comment.ts';
import { drawShare } from './draws.ts';
import { contactTouchpointShares, decisionTouchpointShares, type Touchpoint, touchpoints } from './touchpoints.ts';

export type Channel = 'email' | 'text message' | 'web';

/** Everything about an invitation that does not change the law: when, where, by which channel, in which words. */
export interface InvitationDetail {
  /** None for a relationship survey. */
  readonly touchpoint: Touchpoint | undefined;
  /** Minutes since the beginning of the month, UTC. For a relationship survey the time of the invitation. */
  readonly occurredAt: number;
  readonly invitedAt: number;
  /** Always in the month of the invitation; undefined without an answer. */
  readonly respondedAt: number | undefined;
  readonly channel: Channel;
  /** The customer complained about the encounter, whether the invitation was answered or not. */
  readonly complaint: boolean;
  readonly comment: string | undefined;
}

interface Asked {
  readonly contact: Contact;
  readonly month: number;
  readonly level: 'encounter' | 'relationship';
  readonly score: number;
  readonly answered: boolean;
}

const shareWhoComplain = 0.4;
/** The survey of the relationship leaves on one of these working days of its month. */
const firstWaveDay = 1;
const waveDays = 4;

export function detailInvitation(calendar: Calendar, asked: Asked, chance: RandomStream): InvitationDetail {
  const { contact, month, level, score } = asked;
  const { workingDays } = calendar.months[month - 1]!;
  const isEncounter = level === 'encounter';
  const position = isEncounter
    ? Math.floor(chance.uniform() * workingDays.length)
    : firstWaveDay + Math.floor(chance.uniform() * waveDays);
  // Working hours in UTC, from 6:00 to 15:59.
  const occurredAt = (workingDays[position]! - 1) * 1440 + 360 + Math.floor(chance.uniform() * 600);
  const touchpoint = isEncounter ? touchpointOf(contact, chance) : undefined;
  const complaint = isEncounter && score <= 3 && chance.uniform() < shareWhoComplain;
  const invitedAt = isEncounter ? occurredAt + 30 : occurredAt;
  const topic = touchpoint ?? (contact.role === 'contact person' ? 'relationship' : 'partnership');
  const answer = answerDetail(calendar, asked, { invitedAt, language: contact.language, topic, score }, chance);
  return { touchpoint, occurredAt, invitedAt, channel: channelOf(chance), complaint, ...answer };
}

function touchpointOf(contact: Contact, chance: RandomStream): Touchpoint {
  const shares = contact.role === 'decision maker' ? decisionTouchpointShares : contactTouchpointShares;
  return touchpoints[drawShare(chance, shares)]!.id;
}

const channelOf = (chance: RandomStream): Channel => (chance.uniform() < 0.85 ? 'email' : 'text message');

/** When and in which words: nothing of it for those who do not answer. */
export function answerDetail(
  calendar: Calendar,
  asked: { readonly month: number; readonly score: number; readonly answered: boolean },
  situation: Parameters<typeof comment>[1] & { readonly invitedAt: number },
  chance: RandomStream,
): Pick<InvitationDetail, 'respondedAt' | 'comment'> {
  if (!asked.answered) return { respondedAt: undefined, comment: undefined };
  const end = calendar.months[asked.month - 1]!.days * 1440;
  const respondedAt = situation.invitedAt + delay(end - situation.invitedAt - 1, chance);
  // The dissatisfied explain themselves more often.
  const writes = chance.uniform() < (asked.score <= 6 ? 0.55 : 0.3);
  return { respondedAt, comment: writes ? comment(chance, situation) : undefined };
}

const meanDelay = 1.5 * 1440;

/** Minutes until the answer: exponential, cut so that the answer falls into the month of the invitation. */
function delay(most: number, chance: RandomStream): number {
  const reached = 1 - Math.exp(-most / meanDelay);
  return Math.min(most, Math.floor(-meanDelay * Math.log(1 - chance.uniform() * reached)) + 1);
}
