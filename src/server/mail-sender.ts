import { readFileSync } from 'node:fs';
import type { DkimKey } from '../channels/index.ts';
import type { Config, MailSettings } from '../config/index.ts';
import { CandorError } from '../errors/index.ts';
import { keepingSender, type MessageSender, type SenderIdentity, smtpSender } from '../fieldwork/index.ts';
import type { Store } from '../store/index.ts';

/** The mail server of the settings, else the development outbox. */
export function messageSender({ server, dkim }: MailSettings, store: Store): MessageSender {
  const key = dkim && dkimKey(dkim);
  return server ? smtpSender({ ...server, ...(key && { dkim: key }) }) : keepingSender(store, key);
}

function dkimKey({ domain, selector, keyFile }: NonNullable<MailSettings['dkim']>): DkimKey {
  try {
    return { domain, selector, privateKey: readFileSync(keyFile, 'utf8') };
  } catch (error) {
    const cause = (error as NodeJS.ErrnoException).code ?? 'unknown';
    const message = `the file of CANDOR_DKIM_KEY_FILE cannot be read (${cause})`;
    throw new CandorError('CND_SETTING', message, { name: 'CANDOR_DKIM_KEY_FILE' });
  }
}

/** Who sends, and where links lead; on this machine where nobody said by which address people come. */
export function senderIdentity(
  { mail, baseUrl, port }: Pick<Config, 'mail' | 'baseUrl' | 'port'>,
  secret: string,
): SenderIdentity {
  return {
    from: mail.from,
    smsFrom: 'Candor',
    returnDomain: mail.returnDomain,
    baseUrl: baseUrl ?? `http://localhost:${port}`,
    secret,
  };
}
