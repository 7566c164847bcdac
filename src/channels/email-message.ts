import { createHash } from 'node:crypto';
import { CandorError } from '../errors/index.ts';
import { type EmailAddress, requireAddress } from './email-address.ts';
import { headerValue } from './header-value.ts';

export interface Mailbox {
  readonly address: string;
  readonly name?: string;
}

/** One mail, complete: the same value always becomes the same bytes. */
export interface EmailMessage {
  /**
   * What stands before the @ of the Message-ID: `<invitation>.<series>`. The same for every attempt of one message, so
   * that servers which drop duplicates can; another one for each reminder.
   */
  readonly id: string;
  /** Where failures go: `returnPath()` for invitations. */
  readonly returnPath: string;
  readonly from: Mailbox;
  readonly replyTo?: Mailbox;
  readonly to: Mailbox;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** BCP 47. */
  readonly language: string;
  readonly date: Date;
  /** Where one POST ends all mail of this kind (RFC 8058); absent only in mail to the own staff. */
  readonly unsubscribeUrl?: string;
  /** `campaign:programme:workspace:sender` for the complaint figures of Gmail; no colon inside a part. */
  readonly feedbackId?: string;
}

export interface ComposedEmail {
  readonly raw: Buffer;
  readonly envelope: { readonly from: string; readonly to: string };
  /** With its angle brackets. */
  readonly messageId: string;
}

/**
 * The bytes of a mail: text and HTML as alternatives, nothing attached, no pixel. Refused before anything is sent: a
 * header value with a line break or another control character (`CND_MAIL_HEADER`), an address that is none
 * (`CND_ADDRESS`).
 */
export async function composeEmail(message: EmailMessage): Promise<ComposedEmail> {
  const from = requireAddress(message.from.address, 'from');
  const to = requireAddress(message.to.address, 'to');
  const returnPath = requireAddress(message.returnPath, 'returnPath');
  const messageId = `<${idValue(message.id)}@${returnPath.domain}>`;
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const mail = new MailComposer({
    from: mailbox(from, message.from.name, 'from'),
    to: mailbox(to, message.to.name, 'to'),
    ...(message.replyTo && {
      replyTo: mailbox(requireAddress(message.replyTo.address, 'replyTo'), message.replyTo.name, 'replyTo'),
    }),
    subject: headerValue(message.subject, 'subject'),
    date: message.date,
    messageId,
    text: message.text,
    html: message.html,
    headers: ownHeaders(message),
    // Boundaries from the identity instead of chance: an attempt that is repeated has the same bytes.
    baseBoundary: createHash('sha256').update(messageId).digest('hex').slice(0, 24),
    newline: 'win',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const raw = await mail.compile().build();
  return { raw, envelope: { from: returnPath.address, to: to.address }, messageId };
}

function ownHeaders(message: EmailMessage): { key: string; value: string }[] {
  const headers = [
    // Out-of-office programs do not answer this (RFC 3834), and nobody can start a loop with us.
    { key: 'Auto-Submitted', value: 'auto-generated' },
    { key: 'Content-Language', value: headerValue(message.language, 'language') },
  ];
  if (message.unsubscribeUrl !== undefined) headers.push(...unsubscribeHeaders(message.unsubscribeUrl));
  if (message.feedbackId !== undefined) {
    headers.push({ key: 'Feedback-ID', value: headerValue(message.feedbackId, 'feedbackId') });
  }
  return headers;
}

/** One https address and the promise that a single POST there is enough. Without TLS there is no such promise (RFC 8058). */
function unsubscribeHeaders(given: string): { key: string; value: string }[] {
  const url = headerValue(given, 'unsubscribeUrl');
  if (!/^https?:\/\/[^\s<>,"]+$/.test(url)) {
    throw new CandorError('CND_MAIL_HEADER', 'unsubscribeUrl needs one http or https address', {
      field: 'unsubscribeUrl',
    });
  }
  const link = { key: 'List-Unsubscribe', value: `<${url}>` };
  return url.startsWith('https:')
    ? [link, { key: 'List-Unsubscribe-Post', value: 'List-Unsubscribe=One-Click' }]
    : [link];
}

function mailbox({ address }: EmailAddress, name: string | undefined, field: string) {
  return { address, name: name === undefined ? '' : headerValue(name, `${field} name`) };
}

function idValue(id: string): string {
  if (/^[A-Za-z0-9._-]{1,120}$/.test(id)) return id;
  throw new CandorError('CND_MAIL_HEADER', 'id needs 1 to 120 letters, digits, dots, dashes or underscores', {
    field: 'id',
  });
}
