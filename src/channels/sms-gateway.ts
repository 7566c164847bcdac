import { type Channel, type Handed, refusedHere } from './channel.ts';
import {
  type FetchLike,
  type GatewayReply,
  type GatewayRequest,
  handOverByHttp,
  refusedByHttp,
} from './http-hand-over.ts';
import { parsedSms, type SmsMessage } from './sms-message.ts';

/** Any gateway that takes one request for one message. */
export interface SmsGatewaySettings {
  readonly url: string;
  readonly method: 'POST' | 'GET';
  readonly headers?: Readonly<Record<string, string>>;
  /**
   * How the fields travel; with GET always in the address. In every value `{{to}}`, `{{from}}`, `{{text}}` and `{{id}}`
   * are replaced, and only then is it encoded: no text can write a field of its own.
   */
  readonly encoding: 'json' | 'form';
  readonly fields: { readonly [name: string]: FieldTemplate };
  /** Where a JSON reply names the message: `messages.0.id`. */
  readonly idPath?: string;
  readonly timeoutMilliseconds?: number;
}

export type FieldTemplate =
  | string
  | number
  | boolean
  | readonly FieldTemplate[]
  | { readonly [name: string]: FieldTemplate };

/** SMS over any HTTP gateway that its settings can describe. */
export function smsChannel(settings: SmsGatewaySettings, fetch: FetchLike): Channel<SmsMessage> {
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
      const request = requestOf(settings, sms);
      const judge = (reply: GatewayReply) => judged(reply, sms, settings.idPath);
      return handOverByHttp(fetch, request, hooks, settings.timeoutMilliseconds ?? 30_000, judge);
    },
  };
}

function judged(reply: GatewayReply, sms: SmsMessage, idPath: string | undefined): Handed {
  if (reply.status < 200 || reply.status > 299) return refusedByHttp(reply);
  const id = idPath === undefined ? undefined : valueAt(reply.body, idPath);
  return { kind: 'sent', providerId: id ?? sms.id, reply: `HTTP ${reply.status} ${reply.body}`.slice(0, 1000) };
}

function requestOf(
  { url, method, headers = {}, encoding, fields }: SmsGatewaySettings,
  sms: SmsMessage,
): GatewayRequest {
  const filled = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, fill(value, sms)]));
  if (method === 'GET' || encoding === 'form') {
    const query = new URLSearchParams(
      Object.entries(filled).map(([name, value]) => [
        name,
        typeof value === 'object' ? JSON.stringify(value) : `${value}`,
      ]),
    ).toString();
    if (method === 'GET') return { method, url: `${url}${url.includes('?') ? '&' : '?'}${query}`, headers };
    return { method, url, headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' }, body: query };
  }
  return { method, url, headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(filled) };
}

function fill(value: FieldTemplate, sms: SmsMessage): FieldTemplate {
  if (typeof value === 'string') {
    return value.replace(/\{\{(to|from|text|id)\}\}/g, (_, name: 'to' | 'from' | 'text' | 'id') => sms[name]);
  }
  if (Array.isArray(value)) return value.map((one: FieldTemplate) => fill(one, sms));
  if (typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, fill(one as FieldTemplate, sms)]));
}

function valueAt(body: string, path: string): string | undefined {
  try {
    const found = path
      .split('.')
      .reduce<unknown>(
        (at, name) => (Object.hasOwn(at as object, name) ? (at as Record<string, unknown>)[name] : undefined),
        JSON.parse(body),
      );
    return typeof found === 'string' || typeof found === 'number' ? String(found) : undefined;
  } catch {
    // A gateway that was wanted to name the message and did not: it has it all the same.
    return undefined;
  }
}
