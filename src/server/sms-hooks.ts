import { timingSafeEqual } from 'node:crypto';
import { type Context, Hono } from 'hono';
import {
  type BounceKind,
  isSignedByTwilio,
  readTwilioMessage,
  readTwilioStatus,
  type SmsReport,
} from '../channels/index.ts';
import type { HttpGateway, TwilioGateway } from '../config/index.ts';
import { CandorError } from '../errors/index.ts';
import { receiveSms, takeReceipt } from '../fieldwork/index.ts';
import type { RouteEnv } from './context.ts';
import { readBody } from './read-body.ts';
import { smsHookPath } from './sms-hook-path.ts';

/** An SMS of ten segments and the rest of a webhook is far less. */
const mostBytes = 64 * 1024;

/**
 * What an SMS gateway brings: replies and receipts. Twilio signs the exact address and all fields; another gateway shows the
 * secret of the settings. Whoever cannot is told that nothing is here. What was taken, and what was taken before, is 200,
 * so that no gateway sends it again; a trouble of ours is 503, so that it does.
 */
export function smsHooks(): Hono<RouteEnv> {
  const hooks = new Hono<RouteEnv>();
  hooks.post(smsHookPath.twilio, async (c) => {
    const fields = await twilioFields(c);
    const sms = readTwilioMessage(fields);
    if (!sms) return refuse(c);
    await receiveSms(receivingOf(c), sms);
    return twiml(c);
  });
  hooks.post(smsHookPath.twilioReceipt(':code'), async (c) => {
    const report = readTwilioStatus(await twilioFields(c));
    if (!report) return refuse(c);
    const { store, clock } = c.var.context;
    await takeReceipt(store, report, { now: clock(), code: c.req.param('code') });
    return twiml(c);
  });
  hooks.on(['GET', 'POST'], smsHookPath.gateway, async (c) => {
    const { incoming } = gatewayOf(c);
    const value = await broughtBy(c);
    const [providerId, from, text] = [incoming.id, incoming.from, incoming.text].map((path) => textAt(value, path));
    if (!providerId || !from || text === undefined) return refuse(c);
    await receiveSms(receivingOf(c), { providerId, from: withPlus(from), text });
    return c.json({ taken: true }, 200);
  });
  hooks.on(['GET', 'POST'], smsHookPath.gatewayReceipt, async (c) => {
    const { receipt } = gatewayOf(c);
    if (!receipt) throw nothingHere();
    const value = await broughtBy(c);
    const [providerId, status] = [textAt(value, receipt.id), textAt(value, receipt.status)];
    if (!providerId || status === undefined) return refuse(c);
    const { store, clock } = c.var.context;
    const report: SmsReport = { providerId, kind: kindOf(receipt, status), code: status.slice(0, 40) };
    await takeReceipt(store, report, { now: clock() });
    return c.json({ taken: true }, 200);
  });
  return hooks;
}

type Asked = Context<RouteEnv>;

const receivingOf = ({ var: { context } }: Asked) => ({
  store: context.store,
  answering: context.answering,
  clock: context.clock,
});

const nothingHere = () => new CandorError('CND_NOT_FOUND', 'there is no such route', { kind: 'route' });

function refuse(c: Asked): Response {
  c.set('code', 'CND_REQUEST');
  return c.json({ error: { code: 'CND_REQUEST', message: 'this is no message of a gateway', details: {} } }, 400);
}

const twiml = (c: Asked): Response =>
  c.body('<?xml version="1.0" encoding="UTF-8"?><Response></Response>', 200, { 'content-type': 'text/xml' });

/** The fields of a form that Twilio signed, over the address as it was given to it: never that of the request. */
async function twilioFields(c: Asked): Promise<Readonly<Record<string, string>>> {
  const { config } = c.var.context;
  const { gateway } = config.sms;
  if (gateway?.kind !== 'twilio') throw nothingHere();
  const fields = [...new URLSearchParams(Buffer.from(await readBody(c, mostBytes)).toString())];
  if (!isBelieved(c, gateway, fields)) throw nothingHere();
  return Object.fromEntries(fields);
}

function isBelieved(c: Asked, { authToken }: TwilioGateway, fields: readonly (readonly [string, string])[]): boolean {
  const { config } = c.var.context;
  const { pathname, search } = new URL(c.req.url);
  const url = `${config.baseUrl ?? `http://localhost:${config.port}`}${pathname}${search}`;
  return isSignedByTwilio({ url, fields, signature: c.req.header('x-twilio-signature') ?? '' }, authToken);
}

/** The gateway of the settings, for whoever shows its secret: as a bearer, or in the address where it can do no other. */
function gatewayOf(c: Asked): HttpGateway {
  const { gateway, secret } = c.var.context.config.sms;
  if (gateway?.kind !== 'http' || secret === undefined) throw nothingHere();
  const shown = /^Bearer (\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? c.req.query('secret') ?? '';
  const [given, right] = [Buffer.from(shown), Buffer.from(secret)];
  if (given.length !== right.length || !timingSafeEqual(given, right)) throw nothingHere();
  return gateway;
}

/** JSON, a form, or the query of a GET. */
async function broughtBy(c: Asked): Promise<unknown> {
  if (c.req.method === 'GET') return c.req.query();
  const body = Buffer.from(await readBody(c, mostBytes)).toString();
  if (!/json/i.test(c.req.header('content-type') ?? '')) return Object.fromEntries(new URLSearchParams(body));
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** `messages.0.id` of a value, where it is text or a number. */
function textAt(value: unknown, path: string): string | undefined {
  const found = path
    .split('.')
    .reduce<unknown>(
      (at, name) =>
        typeof at === 'object' && at !== null && Object.hasOwn(at, name)
          ? (at as Record<string, unknown>)[name]
          : undefined,
      value,
    );
  return typeof found === 'string' || typeof found === 'number' ? String(found) : undefined;
}

/** Many gateways tell the number of the sender without its plus. It is one with its country code all the same. */
const withPlus = (number: string): string => (/^[1-9]\d{6,14}$/.test(number) ? `+${number}` : number);

function kindOf(receipt: NonNullable<HttpGateway['receipt']>, status: string): BounceKind {
  if (receipt.delivered.includes(status)) return 'delivered';
  if (receipt.gone.includes(status)) return 'hard';
  return receipt.failed.includes(status) ? 'soft' : 'delayed';
}
