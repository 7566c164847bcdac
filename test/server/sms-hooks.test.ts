import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config/index.ts';
import { answeringCompany, bySms, phoneOf, reachable } from '../fieldwork/incoming-fixture.ts';
import { hour, invitationsOf, keptOf, monday, sendAt, tell } from '../fieldwork/programme-fixture.ts';
import { type OpenApplication, openApplication } from './open-application.ts';

const token = 'the token of the account';
const base = 'https://cx.example.com';
let open: OpenApplication;
beforeAll(async () => {
  const sms = {
    gateway: { kind: 'twilio', accountSid: 'AC1', authToken: token, url: undefined, messagingServiceSid: undefined },
    from: '+358401234567',
    secret: undefined,
  } as const;
  open = await openApplication({ ...readConfig({}), sms, baseUrl: base }, new Date(monday.getTime() + 2 * hour));
});
afterAll(() => open.close());

const asked = async (person: string) => {
  const { workspaceId } = await answeringCompany(open.test, bySms);
  await tell(open.test, workspaceId, [reachable('D', person)]);
  await sendAt(open.test, workspaceId, new Date(monday.getTime() + hour));
  return workspaceId;
};
const signed = (path: string, fields: Record<string, string>, over = `${base}${path}`) => {
  const text = Object.keys(fields)
    .sort()
    .map((name) => name + fields[name])
    .join('');
  return createHmac('sha1', token)
    .update(over + text)
    .digest('base64');
};
const post = (
  path: string,
  fields: Record<string, string>,
  signature = signed(path, fields),
  host = 'cx.example.com',
) =>
  open.app.request(`http://${host}${path}`, {
    method: 'POST',
    headers: { host, 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': signature },
    body: new URLSearchParams(fields).toString(),
  });
const countOf = async (table: string, workspaceId: string) =>
  (await open.test.asSuperuser(`select 1 from ${table} where workspace_id = $1`, [workspaceId])).length;

describe('a reply over Twilio', () => {
  it('is taken once, by the address it was given whatever a proxy made of it, also with fields that nobody knows', async () => {
    const workspaceId = await asked('pa');
    const fields = { MessageSid: 'SM1', From: phoneOf('pa'), To: '+358401234567', Body: '5', New: 'x' };
    const replies = await Promise.all(
      Array.from({ length: 10 }, (_, i) =>
        post('/hooks/sms/twilio', fields, undefined, i % 2 ? '10.0.0.7' : undefined),
      ),
    );
    expect(replies.map(({ status }) => status)).toEqual(Array(10).fill(200));
    expect(await replies[0]!.text()).toContain('<Response></Response>');
    expect(await countOf('response', workspaceId)).toBe(1);
    expect(await countOf('incoming_message', workspaceId)).toBe(1);
  });

  it('is not believed without its signature', async () => {
    const workspaceId = await asked('pb');
    const fields = { MessageSid: 'SM2', From: phoneOf('pb'), To: '+358401234567', Body: '5' };
    const path = '/hooks/sms/twilio';
    for (const wrong of [
      '',
      'x',
      signed(path, { ...fields, Body: '1' }),
      signed(path, fields, `http://localhost${path}`),
    ])
      expect((await post(path, fields, wrong)).status).toBe(404);
    expect((await post(`${path}?x=1`, fields)).status).toBe(200);
    expect((await post('/hooks/sms/gateway', fields)).status).toBe(404);
    expect(await countOf('response', workspaceId)).toBe(1);
    const none = { Body: '5' };
    expect((await post(path, none)).status).toBe(400);
  });

  it('tells what became of an SMS', async () => {
    const workspaceId = await asked('pc');
    const [row] = await open.test.asSuperuser<{ id: string; code: string }>(
      `select m.provider_id as id, d.code from message m join workspace_directory d using (workspace_id)
       where m.workspace_id = $1 and m.provider_id is not null`,
      [workspaceId],
    );
    const fields = { MessageSid: row!.id, MessageStatus: 'undelivered', ErrorCode: '30005' };
    expect((await post(`/hooks/sms/twilio/receipts/${row!.code}`, fields)).status).toBe(200);
    expect(await invitationsOf(open.test, workspaceId)).toMatchObject([{ state: 'bounced' }]);
  });
});

describe('another gateway', () => {
  it('shows its secret and brings replies and receipts by the names of its own', async () => {
    const gateway = {
      kind: 'http',
      url: 'https://sms.example.com',
      method: 'POST',
      headers: {},
      encoding: 'json',
      fields: {},
      incoming: { id: 'messages.0.ref', from: 'messages.0.msisdn', text: 'messages.0.body' },
      receipt: { id: 'id', status: 'dlr', delivered: ['DELIVRD'], gone: ['UNKNOWN'], failed: ['EXPIRED'] },
    } as const;
    const secret = 'a secret of the gateway'.replaceAll(' ', '-');
    const own = await openApplication(
      { ...readConfig({}), sms: { gateway, from: '17163', secret } as never, baseUrl: base },
      new Date(monday.getTime() + 2 * hour),
    );
    try {
      const { workspaceId } = await answeringCompany(own.test, bySms);
      await tell(own.test, workspaceId, [reachable('D', 'pd')]);
      await sendAt(own.test, workspaceId, new Date(monday.getTime() + hour));
      const ask = (path: string, body: unknown, bearer = secret) =>
        own.app.request(`${base}${path}`, {
          method: 'POST',
          headers: { host: 'cx.example.com', 'content-type': 'application/json', authorization: `Bearer ${bearer}` },
          body: JSON.stringify(body),
        });
      const [sent] = await own.test.asSuperuser<{ id: string }>(
        'select provider_id as id from message where workspace_id = $1 and provider_id is not null',
        [workspaceId],
      );
      expect((await ask('/hooks/sms/gateway/receipts', { id: sent!.id, dlr: 'DELIVRD' })).status).toBe(200);
      expect(await own.test.asSuperuser('select 1 from message where delivered_at is not null')).toHaveLength(1);
      const reply = { messages: [{ ref: 7, msisdn: phoneOf('pd').slice(1), body: '4' }] };
      expect((await ask('/hooks/sms/gateway', reply, `${secret}x`)).status).toBe(404);
      expect((await ask('/hooks/sms/gateway', { messages: [] })).status).toBe(400);
      expect((await ask('/hooks/sms/gateway', reply)).status).toBe(200);
      expect(await own.test.asSuperuser('select 1 from response where workspace_id = $1', [workspaceId])).toHaveLength(
        1,
      );
    } finally {
      await own.close();
    }
  });
});

describe('the development outbox', () => {
  it('lets the owner answer an SMS in the name of whoever got it', async () => {
    const { test, workspace } = open;
    // The company of the application, so that its members may.
    await test.asSuperuser('delete from kept_message where workspace_id = $1', [workspace.id]);
    const workspaceId = await asked('pe');
    await test.asSuperuser(
      `insert into kept_message (workspace_id, id, channel, recipient, content, raw, kept_at)
       values ($1, '01900000-0000-7000-8000-0000000000aa', 'sms', $2, 'x', 'x', now())`,
      [workspace.id, phoneOf('pe')],
    );
    const path = '/workspaces/{w}/kept-messages/01900000-0000-7000-8000-0000000000aa/reply';
    const answer = await open.ask(path, { as: 'owner', body: { text: '5' } });
    // Only its own workspace is looked at, which never asked this number.
    expect([answer.status, await answer.json()]).toEqual([200, { effect: 'nobody' }]);
    expect((await open.ask(path, { as: 'viewer', body: { text: '5' } })).status).toBe(403);
    expect(await countOf('response', workspaceId)).toBe(0);
    expect(await keptOf(test, workspaceId)).toHaveLength(1);
    const standing = await (await open.ask('/workspaces/{w}/sender-standing', { as: 'owner' })).json();
    expect(standing).toMatchObject({
      mail: { goesTo: 'outbox', state: 'open', dailyLimit: 50 },
      sms: { goesTo: 'twilio', takesReplies: true, sent: 0 },
      complaints: 0,
      bounces: [],
    });
  });
});
