import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Longest life of a token: one that was copied works for a day at most. */
const longestSeconds = 86_400;
const longestToken = 1_000;

/** Who is in front of a widget, as the back-end of its host has signed it. */
export type ReadIdentity =
  | { readonly kind: 'known'; readonly contact: string }
  | { readonly kind: 'refused'; readonly reason: 'form' | 'signature' | 'expired' };

export const newIdentitySecret = (): string => `cwi_${randomBytes(32).toString('base64url')}`;

/**
 * The token that a back-end makes: `v1.PAYLOAD.SIGNATURE`, the payload `{"contact","exp"}` as JSON in base64url (`exp` in
 * seconds since 1970), the signature HMAC-SHA256 over `v1.PAYLOAD` with the secret as text, in base64url.
 */
export function signIdentity(secret: string, identity: { readonly contact: string; readonly exp: number }): string {
  const signed = `v1.${Buffer.from(JSON.stringify(identity)).toString('base64url')}`;
  return `${signed}.${signatureOf(secret, signed).toString('base64url')}`;
}

/** Reads a token; whatever is not exactly ours, or older than it says, or good for more than a day is refused. */
export function readIdentity(secret: string, token: string, now: Date): ReadIdentity {
  const parts = token.length > longestToken ? [] : token.split('.');
  const [version, payload = '', signature = ''] = parts;
  if (parts.length !== 3 || version !== 'v1') return { kind: 'refused', reason: 'form' };
  const given = Buffer.from(signature, 'base64url');
  const right = signatureOf(secret, `v1.${payload}`);
  if (given.length !== right.length || !timingSafeEqual(given, right)) return { kind: 'refused', reason: 'signature' };
  const read = payloadOf(payload);
  if (!read) return { kind: 'refused', reason: 'form' };
  const seconds = read.exp - now.getTime() / 1000;
  if (seconds <= 0 || seconds > longestSeconds) return { kind: 'refused', reason: 'expired' };
  return { kind: 'known', contact: read.contact };
}

const signatureOf = (secret: string, signed: string): Buffer => createHmac('sha256', secret).update(signed).digest();

function payloadOf(payload: string): { contact: string; exp: number } | undefined {
  try {
    const read: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    const { contact, exp } = read as { contact?: unknown; exp?: unknown };
    const isRight = typeof contact === 'string' && contact !== '' && !contact.includes('\0') && typeof exp === 'number';
    return isRight ? { contact, exp } : undefined;
  } catch {
    return undefined;
  }
}
