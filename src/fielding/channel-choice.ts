import { addressedChannels, type Channel, type ContactFacts } from './facts.ts';
import type { ProgrammeRules } from './programme-rules.ts';

export type ChannelStep = ProgrammeRules['channels'][number];
export type ChannelRefusal = 'suppressed' | 'no-basis' | 'no-address';

const isAddressed = ({ channel }: ChannelStep) => addressedChannels.includes(channel);

/** What keeps a channel from being used for a person, in the order of weight: his own wish comes first. */
export function channelObstacle(step: ChannelStep, { channels }: ContactFacts): ChannelRefusal | undefined {
  const standing = channels[step.channel];
  if (standing?.isSuppressed) return 'suppressed';
  if (!isAddressed(step)) return undefined;
  const { basis } = standing ?? {};
  if (basis === undefined || (step.bases && !step.bases.includes(basis))) return 'no-basis';
  return standing?.hasAddress ? undefined : 'no-address';
}

/**
 * By which channel is the person asked first? The first of the rules that nothing keeps from being used. Refused with
 * the obstacle of the channel that came nearest: without an address rather than without a basis, without a basis rather
 * than suppressed.
 */
export function firstChannel(
  steps: readonly ChannelStep[],
  contact: ContactFacts,
): { readonly channel: Channel } | { readonly refused: ChannelRefusal } {
  const obstacles = steps.map((step) => channelObstacle(step, contact));
  const free = obstacles.indexOf(undefined);
  if (free >= 0) return { channel: steps[free]!.channel };
  const nearest = (['no-address', 'no-basis', 'suppressed'] as const).find((one) => obstacles.includes(one));
  return { refused: nearest! };
}

/**
 * By which channel does a reminder go, so many hours after the invitation? The last channel of the rules whose hours
 * are over and that may be used; undefined where none may. A fallback needs a legal basis of its own.
 */
export function reminderChannel(
  steps: readonly ChannelStep[],
  contact: ContactFacts,
  { invitedBy, hours }: { invitedBy: Channel; hours: number },
): Channel | undefined {
  const begun = steps.findIndex(({ channel }) => channel === invitedBy);
  const due = steps.filter((step, i) => i === begun || (i > begun && step.afterHours <= hours));
  return due.findLast((step) => channelObstacle(step, contact) === undefined)?.channel;
}
