import type { BounceKind } from './bounce-kind.ts';
import { type Channel, type Handed, refusedHere } from './channel.ts';
import { type FetchLike, type GatewayReply, handOverByHttp, refusedByHttp } from './http-hand-over.ts';
import { parsedSms, type SmsMessage } from './sms-message.ts';

/** Twilio, and the gateways that speak its interface. */
export interface TwilioSettings {
  /** `https://api.twilio.com` unless another gateway speaks it. */
  readonly url?: string;
  readonly accountSid: string;
  readonly authToken: string;
  /** Sends from the pool of this service instead of the sender of the message. */
  readonly messagingServiceSid?: string;
  /** Where the gateway reports what became of a message. */
  readonly statusCallback?: string;
  readonly timeoutMilliseconds?: number;
}

/** SMS over Twilio's Messages resource (API 2010-04-01). */
export function twilioChannel(settings: TwilioSettings, fetch: FetchLike): Channel<SmsMessage> {
  const { accountSid, authToken, url = 'https://api.twilio.com', timeoutMilliseconds = 30_000 } = settings;
  const address = `${url.replace(/\/+$/, '')}/2010-04-01/Accounts/${encodeURIComponent(accountSid)}/Messages.json`;
  const headers = {
    authorization: `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`,
    'content-type': 'application/x-www-form-urlencoded',
    accept: 'application/json',
  };
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
      const request = { method: 'POST' as const, url: address, headers, body: formOf(sms, settings) };
      return handOverByHttp(fetch, request, hooks, timeoutMilliseconds, (reply) => judged(reply, sms));
    },
  };
}

function formOf(sms: SmsMessage, { messagingServiceSid, statusCallback }: TwilioSettings): string {
  return new URLSearchParams({
    To: sms.to,
    Body: sms.text,
    ...(messagingServiceSid ? { MessagingServiceSid: messagingServiceSid } : { From: sms.from }),
    ...(statusCallback && { StatusCallback: statusCallback }),
  }).toString();
}

function judged(reply: GatewayReply, sms: SmsMessage): Handed {
  const said = parsedBody(reply.body);
  const text = `HTTP ${reply.status} ${reply.body}`.slice(0, 1000);
  if (reply.status >= 200 && reply.status < 300) {
    return { kind: 'sent', providerId: typeof said.sid === 'string' ? said.sid : sms.id, reply: text };
  }
  const general = refusedByHttp(reply);
  if (typeof said.code !== 'number' || general.kind !== 'refused') return general;
  const bounce = twilioBounce(said.code);
  // Numbers that exist no more, or that said STOP, stay refused; what is about the account passes once it is mended.
  return { ...general, code: String(said.code), bounce, permanent: general.permanent || bounce === 'hard' };
}

function parsedBody(body: string): { readonly sid?: unknown; readonly code?: unknown } {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

/** Twilio's error codes that are about the recipient. */
const byCode: Readonly<Record<number, BounceKind>> = {
  // Not a number, not a mobile one, blacklisted by the recipient's own STOP, no such number, a landline.
  21211: 'hard',
  21217: 'hard',
  21401: 'hard',
  21614: 'hard',
  21610: 'hard',
  30005: 'hard',
  30006: 'hard',
  // Phone off, carrier trouble, queue full.
  30001: 'soft',
  30003: 'soft',
  30008: 'soft',
  // Filtered by the carrier, sender not registered, region not permitted.
  21408: 'policy',
  30004: 'policy',
  30007: 'policy',
  30034: 'policy',
};

function twilioBounce(code: number): BounceKind {
  return byCode[code] ?? 'unknown';
}

export interface SmsReport {
  readonly providerId: string;
  readonly kind: BounceKind;
  readonly code?: string;
}

/** A status callback of Twilio; undefined where it is none. Statuses on the way say nothing yet (`delayed`). */
export function readTwilioStatus(fields: Readonly<Record<string, string>>): SmsReport | undefined {
  const { MessageSid: providerId, MessageStatus: status, ErrorCode: error } = fields;
  if (!providerId || !status) return undefined;
  if (status === 'delivered' || status === 'read') return { providerId, kind: 'delivered' };
  if (status !== 'undelivered' && status !== 'failed') return { providerId, kind: 'delayed' };
  return { providerId, kind: twilioBounce(Number(error)), ...(error && { code: error }) };
}

export interface IncomingSms {
  /** Names the message: the same one may be told several times. */
  readonly providerId: string;
  readonly from: string;
  readonly to: string;
  readonly text: string;
}

/** A message that came in over Twilio's webhook; undefined where it is none. */
export function readTwilioMessage(fields: Readonly<Record<string, string>>): IncomingSms | undefined {
  const { MessageSid: providerId, From: from, To: to, Body: text } = fields;
  return providerId && from && to && text !== undefined ? { providerId, from, to, text } : undefined;
}
