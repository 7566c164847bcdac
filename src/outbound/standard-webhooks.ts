import { createHmac, randomBytes } from 'node:crypto';
import { CandorError } from '../errors/index.ts';

/** A new secret of a webhook: 32 random bytes, as the specification writes them. Of 24 to 64 bytes all are taken. */
export function newWebhookSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`;
}

/** One message as it is signed. */
export interface SignedMessage {
  /** The same for every attempt, so that a receiver knows a message that comes twice. */
  readonly id: string;
  /** When this attempt is made: receivers refuse what is more than five minutes off. */
  readonly at: Date;
  /** Exactly the bytes that are sent. */
  readonly body: string;
  /** Newest first; several while receivers change from one to the next. */
  readonly secrets: readonly string[];
}

/**
 * The headers of Standard Webhooks 1.0 for a message: id, time in seconds and one `v1` signature (HMAC-SHA256 over
 * id.time.body) for each secret. Refuses a secret that is none (CND_ARGUMENT).
 */
export function signatureHeaders({ id, at, body, secrets }: SignedMessage): Readonly<Record<string, string>> {
  if (secrets.length === 0) throw new CandorError('CND_ARGUMENT', 'signatureHeaders needs a secret, got none');
  const seconds = Math.floor(at.getTime() / 1000);
  const signatures = secrets.map((secret) => {
    const mac = createHmac('sha256', keyOf(secret)).update(`${id}.${seconds}.${body}`);
    return `v1,${mac.digest('base64')}`;
  });
  return { 'webhook-id': id, 'webhook-timestamp': String(seconds), 'webhook-signature': signatures.join(' ') };
}

function keyOf(secret: string): Buffer {
  const [, text] = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(secret) ?? [];
  const key = Buffer.from(text ?? '', 'base64');
  if (key.length >= 24 && key.length <= 64) return key;
  throw new CandorError('CND_ARGUMENT', 'signatureHeaders needs a secret whsec_ of 24 to 64 bytes in base64');
}
