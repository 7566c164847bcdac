import { isCandorError } from '../errors/index.ts';
import { type RefusedMessage, refusedHere } from './channel.ts';
import { type DkimKey, signWithDkim } from './dkim.ts';
import { type ComposedEmail, composeEmail, type EmailMessage } from './email-message.ts';

/** The bytes of a message, signed where there is a key, or why this message can be none. */
export async function prepareEmail(message: EmailMessage, key?: DkimKey): Promise<ComposedEmail | RefusedMessage> {
  try {
    const mail = await composeEmail(message);
    return key ? { ...mail, raw: await signWithDkim(mail.raw, key) } : mail;
  } catch (error) {
    if (!isCandorError(error)) throw error;
    // A key can be mended while the message waits; a name with a line break in it stays as it is.
    return refusedHere(error.code, error.message, error.code !== 'CND_MAIL_KEY');
  }
}
