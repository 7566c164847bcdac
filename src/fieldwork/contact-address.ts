import { createHmac } from 'node:crypto';
import { e164Of, parseAddress, personKeyOf } from '../channels/index.ts';

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

/**
 * What stands for an address where the address itself must not stay. All spellings of one inbox have one hash, so a
 * suppression cannot be passed by a tag or a capital letter; keyed, so that nobody can try out addresses.
 */
export function addressHash(key: Uint8Array, channel: MessageChannel, address: string): Buffer {
  const person = channel === 'email' ? personKeyOf(address) : address;
  return createHmac('sha256', key).update(`${channel}:${person}`).digest();
}
