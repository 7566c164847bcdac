import { CandorError } from '../errors/index.ts';
import { sampleOf, variantOf } from './chance.ts';
import { firstChannel } from './channel-choice.ts';
import type { DecisionInput } from './decision.ts';
import { type AskedAbout, addressedChannels, type ContactFacts, type RespondentRole } from './facts.ts';
import type { ProgrammeRules } from './programme-rules.ts';
import { type QuotaCell, quotaCells, type Strata, shareOf } from './quota.ts';
import { type SendTime, sendTime } from './send-time.ts';

const hourMilliseconds = 3_600_000;
const dayMilliseconds = 86_400_000;

/** What several rules look at, worked out once. */
export interface Situation extends DecisionInput {
  readonly dueAt: number;
  /** The last instant at which the question is still worth sending. */
  readonly latest: number;
  readonly channel: ReturnType<typeof firstChannel> | undefined;
  readonly role: RespondentRole | undefined;
  readonly strata: Strata;
  readonly share: number;
  readonly isSampled: boolean;
  readonly variant: ProgrammeRules['variants'][number] | undefined;
  readonly zone: string;
  readonly send: SendTime;
  /** When the person would be asked: what contact rules are measured from. */
  readonly askedAt: number;
  readonly aboutId: string;
  readonly cells: readonly QuotaCell[];
}

/**
 * What the rules look at, for one input. Refuses an encounter for rules of waves and the other way round
 * (`CND_ARGUMENT`).
 */
export function situationOf(input: DecisionInput): Situation {
  const { rules, about, contact, account, seed, now } = input;
  if ((rules.level === 'encounter') !== (about.kind === 'encounter')) {
    throw new CandorError(
      'CND_ARGUMENT',
      `decide needs what rules of the level ${rules.level} ask about, got ${about.kind}`,
    );
  }
  const { dueAt, latest } = timesOf(rules, about, now);
  const aboutId = about.kind === 'encounter' ? about.id : about.waveId;
  const unit = `${aboutId}/${contact?.id ?? ''}`;
  const role = roleAsked(rules.roles, contact);
  const strata = strataOf(input, role);
  const share = shareOf(rules.sampling, strata);
  const variant = rules.variants.length > 0 ? variantOf(seed, unit, rules.variants) : undefined;
  const zone = contact?.timeZone ?? account?.timeZone ?? input.timeZone;
  const channel = contact && firstChannel(rules.channels, contact);
  const send = sendAtOf(input, { dueAt, latest, zone, channel, from: variant?.sendFrom });
  return {
    ...input,
    ...{ dueAt, latest, aboutId, role, strata, share, variant, zone, channel, send },
    isSampled: sampleOf(seed, unit, share),
    askedAt: send.kind === 'at' ? send.at : dueAt,
    cells: quotaCells(rules.quotas, strata, { now, timeZone: input.timeZone }),
  };
}

function timesOf(rules: ProgrammeRules, about: AskedAbout, now: number): { dueAt: number; latest: number } {
  if (about.kind === 'wave-member') return { dueAt: Math.max(now, about.opensAt), latest: about.closesAt - 1 };
  if (rules.level !== 'encounter') return { dueAt: now, latest: now };
  return {
    dueAt: Math.max(now, about.occurredAt + rules.delayHours * hourMilliseconds),
    latest: about.occurredAt + rules.usefulDays * dayMilliseconds,
  };
}

interface Sending {
  readonly dueAt: number;
  readonly latest: number;
  readonly zone: string;
  readonly channel: Situation['channel'];
  readonly from: string | undefined;
}

/** Where nothing is sent (a page that a person opens himself) there are no hours to keep. */
function sendAtOf({ rules, holidays }: DecisionInput, { dueAt, latest, zone, channel, from }: Sending): SendTime {
  const isSent = !channel || !('channel' in channel) || addressedChannels.includes(channel.channel);
  if (isSent) {
    return sendTime(dueAt, rules, zone, { latest, ...(holidays && { holidays }), ...(from && { from }) });
  }
  return dueAt <= latest ? { kind: 'at', at: dueAt } : { kind: 'refused', reason: 'outside-window', until: dueAt };
}

/** The first role of the rules that the person has. */
function roleAsked(wanted: ProgrammeRules['roles'], contact: ContactFacts | undefined): RespondentRole | undefined {
  return wanted ? wanted.find((role) => contact?.roles.includes(role)) : contact?.roles[0];
}

function strataOf({ about, account }: DecisionInput, role: RespondentRole | undefined): Strata {
  return {
    ...(account?.segment !== undefined && { segment: account.segment }),
    ...(role && { role }),
    ...(about.kind === 'encounter' && { touchpoint: about.touchpoint }),
  };
}
