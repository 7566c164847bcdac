import { isAutoReply } from './auto-reply.ts';
import { type Complaint, complaintOf } from './complaint.ts';
import { type DeliveryReport, deliveryReportOf } from './delivery-report.ts';
import { answeredInvitation, type IncomingMail, parseIncoming, type ReadingOptions } from './incoming-mail.ts';
import type { InvitationReference } from './return-path.ts';

/** What a mail that came in is. */
export type Inbound =
  | { readonly kind: 'delivery-report'; readonly report: DeliveryReport }
  | { readonly kind: 'complaint'; readonly complaint: Complaint }
  /** Written by a program: to be forgotten. */
  | { readonly kind: 'auto-reply'; readonly invitation?: InvitationReference }
  /** Written by a person: may become a comment. */
  | { readonly kind: 'reply'; readonly from: string; readonly words: string; readonly invitation?: InvitationReference }
  | { readonly kind: 'unreadable'; readonly reason: string };

/**
 * Reads any mail that comes in. It never throws: what cannot be read is `unreadable`, with the reason. At most 256 kB are
 * looked at and nothing is kept.
 */
export async function readInbound(raw: Buffer, options: ReadingOptions): Promise<Inbound> {
  try {
    return kindOf(await parseIncoming(raw), options);
  } catch (error) {
    return { kind: 'unreadable', reason: (error instanceof Error ? error.message : String(error)).slice(0, 200) };
  }
}

function kindOf(mail: IncomingMail, options: ReadingOptions): Inbound {
  const complaint = complaintOf(mail, options);
  if (complaint) return { kind: 'complaint', complaint };
  // Reports carry Auto-Submitted too, so they are looked for first.
  const report = deliveryReportOf(mail, options);
  if (report) return { kind: 'delivery-report', report };
  const invitation = answeredInvitation(mail, options);
  if (isAutoReply(mail)) return { kind: 'auto-reply', ...(invitation && { invitation }) };
  return { kind: 'reply', from: mail.from, words: ownWords(mail.text), ...(invitation && { invitation }) };
}

/** The line above a quoted mail, as mail programs write it in our languages. */
const quoteStarts =
  /^(>.*|-{2,} ?(original message|alkuperäinen viesti|ursprungligt meddelande|ursprüngliche nachricht|forwarded message).*|_{10,}|-- ?|(on|am|den|le) .{5,120}(wrote|skrev|schrieb|a écrit).{0,40}:|.{0,120}\b(kirjoitti|skrev|schrieb|wrote)\b.{0,60}:|(from|lähettäjä|från|von|من): .*)$/im;

/** What the person wrote, without the mail he answered and his signature. */
function ownWords(text: string): string {
  const plain = text.replace(/\r\n?/g, '\n');
  return plain
    .slice(0, quoteStarts.exec(plain)?.index ?? plain.length)
    .trim()
    .slice(0, 4000);
}
