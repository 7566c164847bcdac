import { type RefusedMessage, refusedHere } from './channel.ts';
import { e164Of } from './phone-number.ts';
import { smsSegments } from './sms-segments.ts';

export interface SmsMessage {
  /** The same for every attempt of one message; gateways that know it drop duplicates. */
  readonly id: string;
  /** A number, a short code, or up to 11 letters and digits as the name of the sender. */
  readonly from: string;
  /** E.164, in any usual spelling. */
  readonly to: string;
  readonly text: string;
}

/** Ten segments are what gateways accept at most (Twilio 1600 characters); a survey invitation has one or two. */
const mostSegments = 10;

/** The message with its numbers as they are sent, or why it can be none. */
export function parsedSms(message: SmsMessage): SmsMessage | RefusedMessage {
  const to = e164Of(message.to);
  const from = senderOf(message.from);
  const wrong =
    (to === undefined && 'to needs a number with its country code, such as +358401234567') ||
    (from === undefined && 'from needs a number, a short code or 1 to 11 letters and digits') ||
    (message.text.trim() === '' && 'text needs at least one character') ||
    (smsSegments(message.text).segments > mostSegments && `text needs at most ${mostSegments} segments`);
  if (wrong) return refusedHere('CND_SMS', wrong, true);
  return { ...message, to: to!, from: from! };
}

function senderOf(from: string): string | undefined {
  if (/^\d{3,8}$/.test(from)) return from;
  return e164Of(from) ?? (/^(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11}$/.test(from) ? from : undefined);
}
