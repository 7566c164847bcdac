import { describe, expect, it } from 'vitest';
import {
  type FetchLike,
  readTwilioMessage,
  readTwilioStatus,
  type SmsGatewaySettings,
  smsChannel,
  twilioChannel,
} from '../../src/channels/index.ts';
import { CandorError } from '../../src/errors/index.ts';
import { smsWith } from './messages.ts';

interface Sent {
  url: string;
  method: string;
  headers: Readonly<Record<string, string>>;
  body?: string;
  redirect: string;
}

/** A client that answers as it is told and keeps what it was asked. */
function double(answer: { status: number; body?: string; headers?: Record<string, string> } | Error) {
  const sent: Sent[] = [];
  const fetch: FetchLike = async (url, init) => {
    sent.push({ url, ...init });
    if (answer instanceof Error) throw answer;
    const { status, body = '', headers = {} } = answer;
    return { status, headers: { get: (name) => headers[name] ?? null }, text: async () => body };
  };
  return { fetch, sent };
}

const committed = { handingOver: async () => undefined };
const twilio = { accountSid: 'AC1', authToken: 'secret' };
const json: SmsGatewaySettings = {
  url: 'https://sms.example/send',
  method: 'POST',
  headers: { authorization: 'Bearer key' },
  encoding: 'json',
  fields: { to: ['{{to}}'], from: '{{from}}', message: { text: '{{text}}', flash: false }, ref: 'c-{{id}}', ttl: 60 },
  idPath: 'data.0.id',
};

describe('any gateway', () => {
  it('gets JSON, filled inside the values', async () => {
    const { fetch, sent } = double({ status: 200, body: '{"data":[{"id":77}]}' });
    const text = 'He said "hi"\n", "to": "+1';
    const handed = await smsChannel(json, fetch).send(smsWith('m1', { text }), committed);
    expect(handed).toMatchObject({ kind: 'sent', providerId: '77' });
    expect(JSON.parse(sent[0]!.body!)).toEqual({
      to: ['+358401234567'],
      from: 'Candor',
      message: { text, flash: false },
      ref: 'c-m1',
      ttl: 60,
    });
    expect(sent[0]).toMatchObject({
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/json', authorization: 'Bearer key' },
    });
  });

  it('gets a form, where no text can add a field', async () => {
    const { fetch, sent } = double({ status: 200 });
    const settings = { ...json, encoding: 'form', fields: { to: '{{to}}', text: '{{text}}' } } as const;
    const handed = await smsChannel(settings, fetch).send(smsWith('m1', { text: 'a&to=+1 {{to}} ä' }), committed);
    expect([...new URLSearchParams(sent[0]!.body)]).toEqual([
      ['to', '+358401234567'],
      ['text', 'a&to=+1 {{to}} ä'],
    ]);
    expect(handed).toMatchObject({ kind: 'sent', providerId: 'm1' });
  });

  it('gets everything in the address with GET', async () => {
    const { fetch, sent } = double({ status: 200 });
    const settings = {
      ...json,
      url: 'https://sms.example/send?key=1',
      method: 'GET',
      fields: { to: '{{to}}', text: '{{text}}' },
    } as const;
    await smsChannel(settings, fetch).send(smsWith('m1', { text: 'ä & b' }), committed);
    expect(sent[0]!.url).toBe('https://sms.example/send?key=1&to=%2B358401234567&text=%C3%A4+%26+b');
    expect(sent[0]).not.toHaveProperty('body');
  });

  const bad: readonly [string, object][] = [
    ['a number without its country', { to: '0401234567' }],
    ['no text', { text: '  ' }],
    ['a text of eleven segments', { text: 'a'.repeat(1531) }],
    ['a sender too long', { from: 'Candor Company' }],
    ['a sender with signs', { from: 'Candor!' }],
  ];
  it.each(bad)('gets nothing for %s', async (_, changes) => {
    const { fetch, sent } = double({ status: 200 });
    const handed = await smsChannel(json, fetch).send(smsWith('m1', changes), committed);
    expect(handed).toMatchObject({ kind: 'refused', permanent: true, code: 'CND_SMS' });
    expect(sent).toEqual([]);
  });

  const statuses: readonly [number, object, Record<string, string>?][] = [
    [400, { kind: 'refused', permanent: true, code: '400' }],
    [401, { kind: 'refused', permanent: false, code: '401', bounce: 'policy' }],
    [403, { kind: 'refused', permanent: false }],
    [404, { kind: 'refused', permanent: false }],
    [422, { kind: 'refused', permanent: true }],
    [429, { kind: 'refused', permanent: false, retryAfter: 30 }, { 'retry-after': '30' }],
    [302, { kind: 'refused', permanent: false }],
    [500, { kind: 'uncertain' }],
    [502, { kind: 'uncertain' }],
    [503, { kind: 'uncertain' }],
    [503, { kind: 'refused', permanent: false, retryAfter: 5 }, { 'retry-after': '5' }],
    [504, { kind: 'uncertain' }],
  ];
  it.each(statuses)('that says %i', async (status, expected, headers = {}) => {
    const { fetch } = double({ status, body: 'why', headers });
    expect(await smsChannel(json, fetch).send(smsWith('m1'), committed)).toMatchObject(expected);
  });

  const failure = (code: string, deep = true): Error => {
    const inner = Object.assign(new Error(code), { code });
    return deep ? new TypeError('fetch failed', { cause: inner }) : inner;
  };
  it.each([
    'ECONNREFUSED',
    'ENOTFOUND',
    'EAI_AGAIN',
    'UND_ERR_CONNECT_TIMEOUT',
    'CERT_HAS_EXPIRED',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
  ])('that was never reached (%s) has nothing', async (code) => {
    for (const error of [
      failure(code),
      failure(code, false),
      new TypeError('fetch failed', { cause: new AggregateError([failure(code, false)]) }),
    ]) {
      expect(await smsChannel(json, double(error).fetch).send(smsWith('m1'), committed)).toMatchObject({
        kind: 'refused',
        permanent: false,
        code: 'connection',
      });
    }
  });

  it.each(['ECONNRESET', 'UND_ERR_SOCKET', 'UND_ERR_HEADERS_TIMEOUT', 'EPIPE'])(
    'that was lost (%s) may have it',
    async (code) => {
      expect(await smsChannel(json, double(failure(code)).fetch).send(smsWith('m1'), committed)).toMatchObject({
        kind: 'uncertain',
      });
    },
  );

  it('that does not answer in time may have it', async () => {
    const never: FetchLike = (_, { signal }) =>
      new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    const channel = smsChannel({ ...json, timeoutMilliseconds: 30 }, never);
    expect(await channel.send(smsWith('m1'), committed)).toMatchObject({ kind: 'uncertain' });
  });

  it('at an address that the outbound client forbids has nothing', async () => {
    const { fetch } = double(new CandorError('CND_FORBIDDEN', 'a private address'));
    expect(await smsChannel(json, fetch).send(smsWith('m1'), committed)).toMatchObject({
      kind: 'refused',
      permanent: false,
      code: 'CND_FORBIDDEN',
    });
  });
});

describe('Twilio', () => {
  it('gets a form with the account in address and authorisation', async () => {
    const { fetch, sent } = double({ status: 201, body: '{"sid":"SM9"}' });
    const settings = { ...twilio, messagingServiceSid: 'MG1', statusCallback: 'https://candor.example/sms' };
    expect(await twilioChannel(settings, fetch).send(smsWith('m1'), committed)).toMatchObject({
      kind: 'sent',
      providerId: 'SM9',
    });
    expect(sent[0]!.url).toBe('https://api.twilio.com/2010-04-01/Accounts/AC1/Messages.json');
    expect(sent[0]!.headers.authorization).toBe(`Basic ${Buffer.from('AC1:secret').toString('base64')}`);
    expect(Object.fromEntries(new URLSearchParams(sent[0]!.body))).toEqual({
      To: '+358401234567',
      Body: 'Miten onnistuimme? m1',
      MessagingServiceSid: 'MG1',
      StatusCallback: 'https://candor.example/sms',
    });
  });

  const refusals: readonly [number, number, object][] = [
    [400, 21211, { permanent: true, code: '21211', bounce: 'hard' }],
    [400, 21610, { permanent: true, code: '21610', bounce: 'hard' }],
    [400, 21408, { permanent: true, code: '21408', bounce: 'policy' }],
    [401, 20003, { permanent: false, code: '20003' }],
    [429, 20429, { permanent: false, code: '20429' }],
  ];
  it.each(refusals)('that refuses with %i and code %i', async (status, code, expected) => {
    const { fetch } = double({ status, body: JSON.stringify({ code, message: 'no' }) });
    expect(await twilioChannel(twilio, fetch).send(smsWith('m1'), committed)).toMatchObject({
      kind: 'refused',
      ...expected,
    });
  });

  it('tells what became of a message', () => {
    const told = (fields: Record<string, string>) => readTwilioStatus({ MessageSid: 'SM1', ...fields });
    expect(told({ MessageStatus: 'delivered' })).toEqual({ providerId: 'SM1', kind: 'delivered' });
    expect(told({ MessageStatus: 'undelivered', ErrorCode: '30005' })).toEqual({
      providerId: 'SM1',
      kind: 'hard',
      code: '30005',
    });
    expect(told({ MessageStatus: 'undelivered', ErrorCode: '30003' })).toMatchObject({ kind: 'soft' });
    expect(told({ MessageStatus: 'failed', ErrorCode: '30007' })).toMatchObject({ kind: 'policy' });
    expect(told({ MessageStatus: 'failed' })).toEqual({ providerId: 'SM1', kind: 'unknown' });
    expect(told({ MessageStatus: 'sent' })).toMatchObject({ kind: 'delayed' });
    expect(readTwilioStatus({ MessageStatus: 'sent' })).toBeUndefined();
  });

  it('brings replies in', () => {
    const fields = { MessageSid: 'SM1', From: '+358401234567', To: '+358401', Body: '', NumMedia: '0' };
    expect(readTwilioMessage(fields)).toEqual({ providerId: 'SM1', from: '+358401234567', to: '+358401', text: '' });
    expect(readTwilioMessage({ From: '+1' })).toBeUndefined();
  });
});
