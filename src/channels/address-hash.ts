import { createHmac } from 'node:crypto';
import { parseAddress, personKeyOf } from './email-address.ts';
import { e164Of } from './phone-number.ts';

/**
 * Under which hash does the list of those who object know this address? Keyed by `workspace.address_key`, so that the
 * list outlives the person and cannot be tried against lists of addresses. All spellings of one inbox are one. Undefined
 * for what is no address, which nothing is sent to either.
 */
export function addressHash(key: Uint8Array, channel: 'email' | 'sms', address: string): Buffer | undefined {
  if (channel === 'email' && !parseAddress(address)) return undefined;
  const known = channel === 'sms' ? e164Of(address) : personKeyOf(address);
  if (known === undefined) return undefined;
  return createHmac('sha256', key).update(`candor address 1 ${channel} ${known}`).digest();
}
