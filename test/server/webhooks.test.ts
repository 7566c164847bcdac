import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runDueJobs } from '../../src/queue/index.ts';
import { webhookHandlers } from '../../src/webhooks/index.ts';
import { hostileUrls } from '../outbound/hostile-urls.ts';
import { openReceiver, type Receiver } from '../outbound/receiver.ts';
import { fillSurvey } from '../store/survey-fixture.ts';
import { type OpenApplication, openApplication } from './open-application.ts';

let open: OpenApplication;
let receiver: Receiver;
beforeAll(async () => {
  receiver = await openReceiver();
  open = await openApplication({ outboundAllow: [{ kind: 'network', host: '127.0.0.1/32', port: receiver.port }] });
  await fillSurvey(open.test, open.workspace.id);
});
afterAll(async () => {
  await open?.close();
  await receiver?.close();
});
beforeEach(() => {
  receiver.received.length = 0;
  receiver.answer = () => ({ status: 204 });
});

// biome-ignore lint/suspicious/noExplicitAny: replies of many routes
type Reply = { status: number; body: any };
const ask = async (path: string, body?: object, method?: string): Promise<Reply> => {
  const reply = await open.ask(`/workspaces/{w}${path}`, {
    as: 'owner',
    ...(body ? { body } : {}),
    ...(method ? { method } : {}),
  });
  const text = await reply.text();
  return { status: reply.status, body: text === '' ? undefined : JSON.parse(text) };
};
const make = async (more: object = {}) =>
  (await ask('/webhooks', { url: receiver.url, events: ['response.created'], ...more })).body as {
    id: string;
    secret: string;
  };
const work = async () => {
  const { store } = open.test;
  const clock = () => open.time.now;
  const handlers = webhookHandlers({ store, client: open.context.outbound, clock, random: () => 0 });
  while ((await runDueJobs(store, { handlers, clock })) > 0);
};

describe('the routes of webhooks', () => {
  it('make one whose secret is answered once, and tell its deliveries', async () => {
    const { id, secret } = await make();
    expect(secret).toMatch(/^whsec_/);
    const listed = await ask('/webhooks');
    expect(listed.body.webhooks).toEqual([
      expect.objectContaining({ id, url: receiver.url, kind: 'standard', disabledAt: null, includesWords: false }),
    ]);
    expect(JSON.stringify(listed.body)).not.toContain('whsec');
    const answers = [{ question: 'recommend', score: 7 }];
    const sent = await ask('/responses', { survey: 's', answers });
    await work();
    const [message] = receiver.received;
    expect(JSON.parse(message!.body).data).toMatchObject({ id: sent.body.id, answers: [{ score: 7 }] });
    const { deliveries } = (await ask(`/webhooks/${id}/deliveries`)).body;
    expect(deliveries).toEqual([
      expect.objectContaining({ event: 'response.created', subject: sent.body.id, state: 'delivered', attempts: 1 }),
    ]);
    expect((await ask(`/webhooks/${id}/deliveries?state=given-up`)).body.deliveries).toEqual([]);
    const again = await ask(`/webhook-deliveries/${deliveries[0].id}/replay`, undefined, 'POST');
    expect(again.body).toEqual({ replayed: 1 });
    await work();
    expect(receiver.received[1]!.headers['webhook-id']).toBe(message!.headers['webhook-id']);
    const log = await ask('/audit-log');
    expect(JSON.stringify(log.body)).not.toContain(receiver.url);
    expect(log.body.events.map(({ action }: { action: string }) => action)).toContain('make-webhook');
  });

  it('send a test that a receiver believes, and show nothing of its reply', async () => {
    const { id, secret } = await make();
    receiver.answer = () => ({ status: 418, body: 'a canary', headers: { 'x-canary': 'a canary' } });
    const tested = await open.ask(`/workspaces/{w}/webhooks/${id}/test`, { as: 'owner', method: 'POST' });
    expect(await tested.json()).toEqual({ delivered: false, status: 418, error: 'status' });
    expect(JSON.stringify([...tested.headers])).not.toContain('canary');
    receiver.answer = () => ({ status: 200 });
    expect((await ask(`/webhooks/${id}/test`, undefined, 'POST')).body).toEqual({
      delivered: true,
      status: 200,
      error: null,
    });
    const { headers, body } = receiver.received[1]!;
    const at = new Date(Number(headers['webhook-timestamp']) * 1000);
    expect(headers['webhook-signature']).toBe(new Webhook(secret).sign(String(headers['webhook-id']), at, body));
    expect(JSON.parse(body)).toMatchObject({ type: 'ping', data: { workspace: 'first' } });
  });

  it('switch it off and on, renew its secret and remove it', async () => {
    const { id, secret } = await make({ events: ['invitation.refused'] });
    const of = async () =>
      (await ask('/webhooks')).body.webhooks.find((one: { id: string }) => one.id === id) as Record<string, unknown>;
    expect((await ask(`/webhooks/${id}`, { enabled: false }, 'PATCH')).status).toBe(204);
    expect(await of()).toMatchObject({ disabledReason: 'by-hand' });
    expect((await ask(`/webhooks/${id}`, { enabled: true, events: ['response.created'] }, 'PATCH')).status).toBe(204);
    expect(await of()).toMatchObject({ disabledAt: null, events: ['response.created'] });
    const renewed = await ask(`/webhooks/${id}/secret`, undefined, 'POST');
    expect(renewed.body.secret).toMatch(/^whsec_/);
    expect(renewed.body.secret).not.toBe(secret);
    expect((await ask(`/webhooks/${id}/replay`, undefined, 'POST')).body).toEqual({ replayed: 0 });
    expect((await ask(`/webhooks/${id}`, undefined, 'DELETE')).status).toBe(204);
    expect(await of()).toBeUndefined();
    expect((await ask(`/webhooks/${id}/test`, undefined, 'POST')).status).toBe(404);
  });

  it('write for people what one answer said, and no more', async () => {
    await open.test.asSuperuser('delete from webhook');
    const { id } = await make({ kind: 'chat', includesWords: true });
    const answers = [
      { question: 'recommend', score: 3 },
      { question: 'why', words: 'Slow <!channel> & @all' },
    ];
    await ask('/responses', { survey: 's', touchpoint: 'invoice', account: 'acme', answers });
    await work();
    const { text } = JSON.parse(receiver.received[0]!.body);
    expect(text).toBe(
      [
        'A new answer. About an encounter.',
        'recommend: 3 on a scale from 0 to 10',
        'Touchpoint: Invoice',
        'Account: acme',
        '“Slow &lt;!channel&gt; &amp; @\u2060all”',
      ].join('\n'),
    );
    expect(receiver.received[0]!.headers['webhook-signature']).toBeUndefined();
    expect((await ask(`/webhooks/${id}/test`, undefined, 'POST')).body).toMatchObject({ delivered: true });
    expect(JSON.parse(receiver.received[1]!.body).text).toContain('A test message from Candor');
    const refused = await ask('/webhooks', { url: receiver.url, kind: 'chat', events: ['invitation.refused'] });
    expect([refused.status, refused.body.error.details]).toEqual([422, { field: 'events' }]);
  });

  it.each(hostileUrls.filter(([url]) => url !== ''))('refuse %s', async (url, reason) => {
    // What only a look at the name tells is refused when something is sent.
    const isName = ['localhost', 'LOCALHOST', '.example/'].some((name) => url.includes(name)) && reason === 'address';
    const { status, body } = await ask('/webhooks', { url, events: ['response.created'] });
    if (isName) {
      const tested = await ask(`/webhooks/${body.id}/test`, undefined, 'POST');
      expect(tested.body.delivered).toBe(false);
      await ask(`/webhooks/${body.id}`, undefined, 'DELETE');
    } else if (url.length > 2_000) expect(status).toBe(400);
    else expect([status, body.error.code, body.error.details]).toEqual([422, 'CND_WEBHOOK', { field: 'url', reason }]);
    expect(receiver.received).toEqual([]);
  });
});
