import { appendFile } from 'node:fs/promises';
import { type Channel, refusedHere } from './channel.ts';
import type { EmailMessage } from './email-message.ts';
import { prepareEmail } from './prepare-email.ts';
import { parsedSms, type SmsMessage } from './sms-message.ts';

/** A dry run: every message becomes one line of JSON in a file and goes nowhere else. */
export function logChannel(kind: 'email', file: string): Channel<EmailMessage>;
export function logChannel(kind: 'sms', file: string): Channel<SmsMessage>;
export function logChannel(kind: 'email' | 'sms', file: string): Channel<never> {
  const state = { open: true };
  return {
    kind,
    close: async () => {
      state.open = false;
    },
    async send(message: EmailMessage | SmsMessage, hooks) {
      if (!state.open) return refusedHere('closed', 'the channel is closed', false);
      const line = kind === 'email' ? await emailLine(message as EmailMessage) : smsLine(message as SmsMessage);
      if ('kind' in line) return line;
      await hooks.handingOver();
      // One write of one line: lines of messages sent at the same time do not mix.
      await appendFile(file, `${JSON.stringify({ channel: kind, ...line })}\n`);
      return { kind: 'sent', providerId: line.id, reply: 'written to the log' };
    },
  };
}

async function emailLine(message: EmailMessage) {
  const mail = await prepareEmail(message);
  if ('kind' in mail) return mail;
  return { id: mail.messageId, ...mail.envelope, subject: message.subject, text: message.text };
}

function smsLine(message: SmsMessage) {
  const sms = parsedSms(message);
  return 'kind' in sms ? sms : { id: sms.id, from: sms.from, to: sms.to, text: sms.text };
}
