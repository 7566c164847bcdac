import {
  fieldGroups,
  type IncomingMail,
  invitationOf,
  parseIncoming,
  type ReadingOptions,
  sealedIn,
} from './incoming-mail.ts';
import type { InvitationReference } from './return-path.ts';

export interface Complaint {
  /** RFC 5965 and its registry: abuse, fraud, virus, other, opt-out. */
  readonly type: string;
  readonly invitation?: InvitationReference;
}

/**
 * A recipient pressed "this is spam" and his provider tells it (ARF, RFC 5965). Undefined where the mail is none, or says
 * that a mail was not spam. The invitation is read from our sealed return path that the report carries.
 */
export async function readComplaint(raw: Buffer, options: ReadingOptions): Promise<Complaint | undefined> {
  return complaintOf(await parseIncoming(raw), options);
}

export function complaintOf(mail: IncomingMail, options: ReadingOptions): Complaint | undefined {
  const type = typeOf(mail);
  if (type === undefined || type === 'not-spam') return undefined;
  const parts = mail.parts.map(({ text }) => text);
  const invitation = sealedIn(parts, options.verify) ?? invitationOf(mail, options);
  return { type: /^[a-z-]{1,40}$/.test(type) ? type : 'other', ...(invitation && { invitation }) };
}

function typeOf(mail: IncomingMail): string | undefined {
  const report = mail.parts.find(({ type }) => type === 'message/feedback-report');
  if (report) return fieldGroups(report.text)[0]?.get('feedback-type')?.toLowerCase() ?? 'other';
  // Outlook.com sends the mail itself with this line on top instead of a report.
  const marked = mail.parts.some(
    ({ type, text }) => type === 'message/rfc822' && /^X-HmXmrOriginalRecipient:/im.test(text),
  );
  return marked ? 'abuse' : undefined;
}
