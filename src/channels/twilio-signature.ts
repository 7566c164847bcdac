import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

export interface SignedWebhook {
  /** The address as the gateway was given it: from the settings, never from the Host header of the request. */
  readonly url: string;
  /** The fields of a form; a field may come several times. Empty for JSON. */
  readonly fields: readonly (readonly [name: string, value: string])[];
  /** The bytes of a JSON body; then the address carries `bodySHA256`. */
  readonly body?: Buffer;
  /** The header X-Twilio-Signature. */
  readonly signature: string;
}

/**
 * Whether a webhook was signed with the token: base64 of HMAC-SHA1 over the address and the fields, sorted by name and
 * joined without separators. Fields that nobody knows take part. A JSON body is signed by its SHA-256 in the address.
 * Twilio signs with the port or without, so the usual port counts either way. Compared in constant time.
 */
export function isSignedByTwilio({ url, fields, body, signature }: SignedWebhook, token: string): boolean {
  if (body !== undefined && !bodyMatches(url, body)) return false;
  const text = fieldText(fields);
  const given = Buffer.from(signature);
  return portVariants(url).some((variant) => {
    const right = Buffer.from(createHmac('sha1', token).update(`${variant}${text}`).digest('base64'));
    return right.length === given.length && timingSafeEqual(right, given);
  });
}

/** Values of one name are sorted and counted once: what Twilio's own library does. */
function fieldText(fields: SignedWebhook['fields']): string {
  const byName = new Map<string, Set<string>>();
  for (const [name, value] of fields) byName.set(name, (byName.get(name) ?? new Set()).add(value));
  const byCode = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return [...byName.keys()]
    .sort(byCode)
    .flatMap((name) => [...byName.get(name)!].sort(byCode).map((value) => name + value))
    .join('');
}

function bodyMatches(url: string, body: Buffer): boolean {
  const promised = URL.canParse(url) ? new URL(url).searchParams.get('bodySHA256') : null;
  if (promised === null) return false;
  const right = Buffer.from(createHash('sha256').update(body).digest('hex'));
  const given = Buffer.from(promised.toLowerCase());
  return right.length === given.length && timingSafeEqual(right, given);
}

function portVariants(url: string): string[] {
  const [, scheme, host, port, rest] = /^(https?):\/\/([^/:?#]+)(:\d+)?(.*)$/s.exec(url) ?? [];
  if (scheme === undefined) return [url];
  const usual = scheme === 'https' ? ':443' : ':80';
  if (port !== undefined && port !== usual) return [url, `${scheme}://${host}${rest}`];
  return [`${scheme}://${host}${rest}`, `${scheme}://${host}${usual}${rest}`];
}
