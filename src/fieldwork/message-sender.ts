import {
  type Channel,
  type DkimKey,
  developmentChannel,
  developmentSmsChannel,
  type EmailMessage,
  type SmsMessage,
} from '../channels/index.ts';
import { newId, type Store } from '../store/index.ts';
import type { MessageChannel } from './contact-address.ts';

/** The message as the development outbox shows it. */
export interface KeptContent {
  readonly workspaceId: string;
  readonly messageId: string;
  /** The short name of the workspace, by which a receipt of its gateway finds back. */
  readonly code: string;
  readonly text: string;
  readonly now: Date;
}

/** Where messages go. */
export interface MessageSender {
  readonly channels: readonly MessageChannel[];
  /** Whether mail leaves this machine, so that a reputation is at stake: what is only kept needs no warm-up. */
  readonly isReal: boolean;
  email(kept: KeptContent): Channel<EmailMessage>;
  sms(kept: KeptContent): Channel<SmsMessage>;
  close(): Promise<void>;
}

/** What really sends, as far as it is set. */
export interface RealChannels {
  readonly email?: Channel<EmailMessage>;
  /** Made for each message: its receipts come to an address of its workspace. */
  readonly sms?: (kept: KeptContent) => Channel<SmsMessage>;
}

/**
 * Sends by every channel: over a server or gateway where one is set, and into the development outbox where none is.
 * Whatever is kept there is composed as it would be sent, and leaves this machine by no way.
 */
export function messageSender(store: Store, { email, sms }: RealChannels = {}, dkim?: DkimKey): MessageSender {
  return {
    channels: ['email', 'sms'],
    isReal: email !== undefined,
    email: (kept) => email ?? developmentChannel(keeper(store, kept), dkim),
    sms: (kept) => sms?.(kept) ?? developmentSmsChannel(keeper(store, kept)),
    close: async () => email?.close(),
  };
}

/** The development outbox for every channel. */
export const keepingSender = (store: Store, dkim?: DkimKey): MessageSender => messageSender(store, {}, dkim);

const keeper =
  (store: Store, { workspaceId, messageId, text, now }: KeptContent) =>
  async (raw: Buffer, summary: { channel: string; to: string; title: string }): Promise<void> => {
    await store.inWorkspace(workspaceId, ({ query }) =>
      query(
        `insert into kept_message (workspace_id, id, message_id, channel, recipient, subject, content, raw, kept_at)
         select $1, $2, m.id, $4, $5, $6, $7, $8, $9 from (values ($3::uuid)) as given (id)
         left join message m on m.workspace_id = $1 and m.id = given.id`,
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
