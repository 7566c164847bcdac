import { readFileSync } from 'node:fs';
import { type DkimKey, type FetchLike, smsChannel, smtpChannel, twilioChannel } from '../channels/index.ts';
import type { Config, MailSettings, SmsSettings } from '../config/index.ts';
import { CandorError } from '../errors/index.ts';
import { type MessageSender, messageSender, type SenderIdentity } from '../fieldwork/index.ts';
import { type OutboundClient, outboundClient } from '../outbound/index.ts';
import type { Store } from '../store/index.ts';
import { smsHookPath } from './sms-hook-path.ts';

type ChannelConfig = Pick<Config, 'mail' | 'sms' | 'baseUrl' | 'port' | 'outboundAllow'>;

/** Mail over the server and SMS over the gateway of the settings; what is not set goes into the development outbox. */
export function configuredSender(config: ChannelConfig, store: Store): MessageSender {
  const { server, dkim } = config.mail;
  const key = dkim && dkimKey(dkim);
  const sms = smsSender(config);
  return messageSender(
    store,
    {
      ...(server && { email: smtpChannel({ ...server, ...(key && { dkim: key }) }) }),
      ...(sms && { sms }),
    },
    key,
  );
}

/** A gateway has 30 s for one message. */
const gatewayMilliseconds = 30_000;

function smsSender(config: ChannelConfig) {
  const { gateway } = config.sms;
  if (!gateway) return undefined;
  const client = outboundClient({ allowed: config.outboundAllow, milliseconds: gatewayMilliseconds });
  const fetch = gatewayFetch(client);
  if (gateway.kind === 'http') {
    const channel = smsChannel(gateway as Parameters<typeof smsChannel>[0], fetch);
    return () => channel;
  }
  const { accountSid, authToken, url, messagingServiceSid } = gateway;
  const account = { accountSid, authToken, ...(url && { url }), ...(messagingServiceSid && { messagingServiceSid }) };
  // Twilio brings a receipt to the address that the message names; on this machine alone it could not.
  return ({ code }: { readonly code: string }) =>
    twilioChannel(
      { ...account, ...(config.baseUrl && { statusCallback: `${config.baseUrl}${smsHookPath.twilioReceipt(code)}` }) },
      fetch,
    );
}

/** Trouble of a connection in the shape in which `fetch` tells it. */
class NotSent extends Error {
  readonly code: string;
  constructor(reason: string) {
    super(`nothing was sent (${reason})`);
    this.code = reason === 'name' ? 'ENOTFOUND' : reason === 'tls' ? 'ERR_TLS_HANDSHAKE' : 'ECONNREFUSED';
  }
}

/**
 * The one outbound client in the shape that the channels want. A gateway that is not public is refused before anything is
 * sent unless the operator allowed it; a request that never arrived surely is no message, one without a reply may be.
 */
export function gatewayFetch(client: OutboundClient): FetchLike {
  return async (url, { method, headers, body }) => {
    const reply = await client.send({
      url,
      method: method as 'GET' | 'POST',
      headers,
      ...(body !== undefined && { body }),
    });
    if (reply.kind === 'refused') {
      throw new CandorError(
        'CND_SMS',
        `the gateway may not be written to (${reply.reason}); see CANDOR_OUTBOUND_ALLOW`,
      );
    }
    if (reply.kind === 'failed') {
      throw reply.reached ? new Error(`no reply (${reply.reason})`) : new NotSent(reply.reason);
    }
    const { status, headers: told, body: bytes } = reply;
    const header = (name: string): string | null => {
      const value = told[name.toLowerCase()];
      return value === undefined ? null : String(value);
    };
    return { status, headers: { get: header }, text: async () => bytes.toString() };
  };
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
  { mail, sms, baseUrl, port }: Pick<Config, 'mail' | 'sms' | 'baseUrl' | 'port'>,
  secret: string,
): SenderIdentity {
  return {
    from: mail.from,
    smsFrom: sms.from,
    takesReplies: takesReplies({ sms, baseUrl }),
    returnDomain: mail.returnDomain,
    baseUrl: baseUrl ?? `http://localhost:${port}`,
    secret,
  };
}

/**
 * Whether an SMS can be answered: by a number and not by a name, and over a gateway that can bring the reply here. In the
 * development outbox it is answered on its page.
 */
export function takesReplies({ sms, baseUrl }: { readonly sms: SmsSettings; readonly baseUrl: string | undefined }) {
  const { gateway, from, secret } = sms;
  if (!gateway) return true;
  const isNumber = /^(\+\d{7,15}|\d{3,8}|MG[0-9a-f]{32})$/.test(from);
  return isNumber && baseUrl !== undefined && (gateway.kind === 'twilio' || secret !== undefined);
}
