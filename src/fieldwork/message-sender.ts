import {
  type Channel,
  type DkimKey,
  developmentChannel,
  developmentSmsChannel,
  type EmailMessage,
  type SmsMessage,
  type SmtpSettings,
  smtpChannel,
} from '../channels/index.ts';
import { newId, type Store } from '../store/index.ts';
import type { MessageChannel } from './contact-address.ts';

/** The message as the development outbox shows it. */
export interface KeptContent {
  readonly workspaceId: string;
  readonly messageId: string;
  readonly text: string;
  readonly now: Date;
}

/** Where messages go. */
export interface MessageSender {
  readonly channels: readonly MessageChannel[];
  /** Whether a reputation is at stake: what is only kept needs no warm-up. */
  readonly isReal: boolean;
  email(kept: KeptContent): Channel<EmailMessage>;
  sms(kept: KeptContent): Channel<SmsMessage>;
  close(): Promise<void>;
}

/** The development outbox: everything is composed as it would be sent and kept in the store. Nothing leaves the machine. */
export function keepingSender(store: Store, dkim?: DkimKey): MessageSender {
  const keep =
    ({ workspaceId, messageId, text, now }: KeptContent) =>
    async (raw: Buffer, summary: { channel: string; to: string; title: string }): Promise<void> => {
      await store.inWorkspace(workspaceId, ({ query }) =>
        query(
          `insert into kept_message (workspace_id, id, message_id, channel, recipient, subject, content, raw, kept_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
          [
            workspaceId,
            newId(),
            messageId,
            summary.channel,
            summary.to,
            summary.channel === 'email' ? summary.title : null,
            text,
            raw,
            now,
          ],
        ),
      );
    };
  return {
    channels: ['email', 'sms'],
    isReal: false,
    email: (kept) => developmentChannel(keep(kept), dkim),
    sms: (kept) => developmentSmsChannel(keep(kept)),
    close: async () => undefined,
  };
}

/** Mail over SMTP. There is no gateway for SMS then: nobody is asked by one until there is. */
export function smtpSender(settings: SmtpSettings): MessageSender {
  const channel = smtpChannel(settings);
  return {
    channels: ['email'],
    isReal: true,
    email: () => channel,
    sms: () => {
      throw new Error('no gateway for SMS is set');
    },
    close: () => channel.close(),
  };
}
