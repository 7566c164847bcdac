import { e164Of, parseAddress } from '../channels/index.ts';

/** Channels that a message is sent by. */
export const messageChannels = ['email', 'sms'] as const;
export type MessageChannel = (typeof messageChannels)[number];

export interface Reachable {
  readonly email: string | null;
  readonly phone: string | null;
}

/** The address of a person in a channel, as it can be sent to; undefined where there is none. */
export function addressOf(channel: MessageChannel, { email, phone }: Reachable): string | undefined {
  if (channel === 'email') return email === null ? undefined : parseAddress(email)?.address;
  return phone === null ? undefined : e164Of(phone);
}
