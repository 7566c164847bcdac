import { type Channel, refusedHere } from './channel.ts';
import type { DkimKey } from './dkim.ts';
import type { EmailMessage } from './email-message.ts';
import { prepareEmail } from './prepare-email.ts';
import { parsedSms, type SmsMessage } from './sms-message.ts';
import { smsSegments } from './sms-segments.ts';

/** What a list of kept messages shows of one. */
export interface KeptSummary {
  readonly channel: 'email' | 'sms';
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** The subject of a mail, the text of an SMS. */
  readonly title: string;
}

/** Keeps one message: the raw mail, or the text of an SMS in UTF-8. */
export type Keep = (raw: Buffer, summary: KeptSummary) => Promise<void>;

/**
 * The development outbox: composes exactly the bytes that SMTP would carry and hands them to `keep`. Nothing leaves the
 * machine. What `keep` throws is thrown: it is the own store that failed, not a server.
 */
export function developmentChannel(keep: Keep, dkim?: DkimKey): Channel<EmailMessage> {
  const state = { open: true };
  return {
    kind: 'email',
    close: async () => {
      state.open = false;
    },
    async send(message, hooks) {
      if (!state.open) return refusedHere('closed', 'the channel is closed', false);
      const mail = await prepareEmail(message, dkim);
      if ('kind' in mail) return mail;
      await hooks.handingOver();
      const { from, to } = mail.envelope;
      await keep(mail.raw, { channel: 'email', id: mail.messageId, from, to, title: message.subject });
      return { kind: 'sent', providerId: mail.messageId, reply: 'kept in the development outbox' };
    },
  };
}

/** The development outbox for SMS. */
export function developmentSmsChannel(keep: Keep): Channel<SmsMessage> {
  const state = { open: true };
  return {
    kind: 'sms',
    close: async () => {
      state.open = false;
    },
    async send(message, hooks) {
      if (!state.open) return refusedHere('closed', 'the channel is closed', false);
      const sms = parsedSms(message);
      if ('kind' in sms) return sms;
      await hooks.handingOver();
      const { id, from, to, text } = sms;
      await keep(Buffer.from(text), { channel: 'sms', id, from, to, title: text });
      const { segments } = smsSegments(text);
      return { kind: 'sent', providerId: id, reply: `kept in the development outbox, segments: ${segments}` };
    },
  };
}
