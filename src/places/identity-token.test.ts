import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newIdentitySecret, readIdentity, signIdentity } from './identity-token.ts';

const now = new Date('2030-06-15T09:00:00Z');
const seconds = now.getTime() / 1000;
const secret = newIdentitySecret();

describe('the token by which a host says who is there', () => {
  it('is read as it was signed, also when the host signs it by the recipe of the guide', () => {
    const identity = { contact: 'crm-4711 ä', exp: seconds + 60 };
    expect(readIdentity(secret, signIdentity(secret, identity), now)).toEqual({ kind: 'known', contact: 'crm-4711 ä' });
    const payload = Buffer.from(JSON.stringify(identity)).toString('base64url');
    const signature = createHmac('sha256', secret).update(`v1.${payload}`).digest('base64url');
    expect(readIdentity(secret, `v1.${payload}.${signature}`, now)).toMatchObject({ kind: 'known' });
  });

  it.each([
    ['expired', { contact: 'a', exp: seconds }],
    ['expired', { contact: 'a', exp: seconds + 86_401 }],
    ['form', { contact: '', exp: seconds + 60 }],
    ['form', { contact: 'a\0', exp: seconds + 60 }],
    ['form', { contact: 7 as unknown as string, exp: seconds + 60 }],
    ['form', { contact: 'a', exp: 'soon' as unknown as number }],
  ])('is refused as %s: %j', (reason, identity) => {
    expect(readIdentity(secret, signIdentity(secret, identity), now)).toEqual({ kind: 'refused', reason });
  });

  it('is refused by any other secret, and whatever is changed in it', () => {
    const token = signIdentity(secret, { contact: 'crm-1', exp: seconds + 60 });
    expect(readIdentity(newIdentitySecret(), token, now)).toMatchObject({ reason: 'signature' });
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom(...'abcXYZ019-_.'), (at, letter) => {
        const changed = token.slice(0, at) + letter + token.slice(at + 1);
        const read = readIdentity(secret, changed, now);
        // The last letter of base64 holds bits that say nothing.
        if (
          Buffer.from(changed.split('.')[2] ?? '', 'base64url').equals(Buffer.from(token.split('.')[2]!, 'base64url'))
        )
          return changed.split('.').slice(0, 2).join() !== token.split('.').slice(0, 2).join() || read.kind === 'known';
        return read.kind === 'refused';
      }),
    );
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 2_000 }),
        (text) => readIdentity(secret, text, now).kind === 'refused',
      ),
    );
  });
});
