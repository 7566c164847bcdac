import { buffer } from 'node:stream/consumers';
import { CandorError } from '../errors/index.ts';

export interface DkimKey {
  /** The domain that signs: the one of the From address, or DMARC sees no alignment. */
  readonly domain: string;
  /** The name of the key in DNS: `<selector>._domainkey.<domain>`. */
  readonly selector: string;
  /** PEM, RSA of 2048 bits. */
  readonly privateKey: string;
}

/**
 * The header fields under the signature. RFC 8058 wants both unsubscribe fields signed; the default of the library signs
 * only the first (measured). What must never be added on the way is named although it may be absent.
 */
export const signedFields = [
  'from',
  'sender',
  'reply-to',
  'to',
  'cc',
  'subject',
  'date',
  'message-id',
  'in-reply-to',
  'references',
  'mime-version',
  'content-type',
  'content-transfer-encoding',
  'content-language',
  'auto-submitted',
  'list-unsubscribe',
  'list-unsubscribe-post',
  'feedback-id',
] as const;

/** The mail with a DKIM signature in front (RFC 6376, relaxed, rsa-sha256). A key that cannot sign: `CND_MAIL_KEY`. */
export async function signWithDkim(raw: Buffer, key: DkimKey): Promise<Buffer> {
  // Loaded by the first mail: the mail library took 50 ms of every start.
  const { default: Dkim } = await import('nodemailer/lib/dkim');
  const signer = new Dkim({
    domainName: key.domain,
    keySelector: key.selector,
    privateKey: key.privateKey,
    headerFieldNames: signedFields.join(':'),
  });
  const signed = await buffer(signer.sign(raw));
  // The library sends a mail it cannot sign without a signature, which the receiver would then distrust.
  if (signed.subarray(0, 15).toString('latin1') === 'DKIM-Signature:') return signed;
  throw new CandorError('CND_MAIL_KEY', `the DKIM key "${key.selector}" of ${key.domain} cannot sign`, {
    selector: key.selector,
    domain: key.domain,
  });
}
