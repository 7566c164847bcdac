import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../src/store/index.ts';
import {
  announceEvents,
  changeWebhook,
  pingWebhook,
  removeWebhook,
  renewSecret,
  replayDeliveries,
  sweepOldDeliveries,
  sweepWebhooks,
  webhooksOf,
} from '../../src/webhooks/index.ts';
import { hostileNames, hostileUrls } from '../outbound/hostile-urls.ts';
import { openReceiver, type ReceivedRequest, type Receiver } from '../outbound/receiver.ts';
import { type OpenDeliveries, openDeliveries } from './open-deliveries.ts';

let receiver: Receiver;
let open: OpenDeliveries;
beforeAll(async () => {
  receiver = await openReceiver();
  open = await openDeliveries([{ kind: 'network', host: '127.0.0.1/32', port: receiver.port }], {
    resolve: hostileNames,
  });
});
afterAll(async () => {
  await open?.close();
  await receiver?.close();
});
beforeEach(async () => {
  receiver.received.length = 0;
  receiver.answer = () => ({ status: 204 });
  const { store } = open.test;
  await store.inWorkspace(open.workspaceId, async (t) => {
    for (const { id } of await webhooksOf(t)) await removeWebhook(t, id);
  });
  await open.test.asSuperuser('delete from job');
  await open.test.asSuperuser('delete from outbox');
});

const inside = <T>(work: Parameters<OpenDeliveries['test']['store']['inWorkspace']>[1]) =>
  open.test.store.inWorkspace(open.workspaceId, work) as Promise<T>;
const bodyOf = ({ body }: ReceivedRequest) => JSON.parse(body);
const subjectsOf = (requests: readonly ReceivedRequest[]) => requests.map((one) => bodyOf(one).data.id as string);
const isSigned = ({ headers, body }: ReceivedRequest, secret: string) => {
  const at = new Date(Number(headers['webhook-timestamp']) * 1000);
  const wanted = new Webhook(secret).sign(String(headers['webhook-id']), at, body);
  return String(headers['webhook-signature']).split(' ').includes(wanted);
};

describe('what is delivered', () => {
  it('is each answer once, signed, to every webhook that listens, and to no other', async () => {
    const first = await open.make({ url: receiver.url });
    const second = await open.make({ url: `${receiver.url}/second` });
    await open.make({ url: `${receiver.url}/deaf`, events: ['invitation.refused'] });
    const sent = await open.answer(40);
    await open.workToTheEnd();
    const to = (path: string) => receiver.received.filter((one) => one.path === path);
    expect(subjectsOf(to('/hook')).sort()).toEqual([...sent].sort());
    expect(subjectsOf(to('/hook/second')).sort()).toEqual([...sent].sort());
    expect(receiver.received).toHaveLength(80);
    expect(to('/hook').every((one) => isSigned(one, first.secret))).toBe(true);
    expect(to('/hook/second').every((one) => isSigned(one, second.secret))).toBe(true);
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(80);
    expect((await open.deliveries(first.id)).map(({ state }) => state)).toEqual(Array(40).fill('delivered'));
    expect(await open.test.asSuperuser('select 1 from outbox')).toEqual([]);
  });

  it('says what was answered by keys, without words, names or addresses', async () => {
    const { id } = await open.make({ url: receiver.url });
    const [why] = await open.test.asSuperuser<{ id: string }>(
      `select id from question where workspace_id = '${open.workspaceId}' and key = 'why'`,
    );
    const answers = [
      { questionId: open.fixture.recommend, point: 10, points: 11 },
      { questionId: why!.id, words: 'a canary' },
    ];
    const [subject] = await open.answer(1, { answers, externalId: 'order-1' });
    await open.work();
    const { type, timestamp, data } = bodyOf(receiver.received[0]!);
    expect([type, timestamp]).toEqual(['response.created', open.time.now.toISOString()]);
    expect(data).toEqual({
      id: subject,
      source: 'test',
      externalId: 'order-1',
      survey: 's',
      version: 1,
      level: 'encounter',
      touchpoint: 'invoice',
      account: 'acme',
      channel: 'web',
      respondedAt: open.time.now.toISOString(),
      completed: true,
      answers: [
        { question: 'recommend', score: 9, scale: { min: 0, max: 10 } },
        { question: 'why', hasWords: true },
      ],
      url: expect.stringMatching(
        /^https:\/\/cx\.example\.com\/w\/w-.+\/responses\?level=encounter&touchpoint=invoice&from=2030-06-\d\d&to=2030-06-\d\d$/,
      ),
    });
    await inside((t) => changeWebhook(t, { id, includesWords: true }, open.time.now));
    await open.answer(1, { answers });
    await open.work();
    expect(bodyOf(receiver.received[1]!).data.answers[1]).toEqual({ question: 'why', words: 'a canary' });
  });

  it('stays below 20 kB and says what was left out', async () => {
    await open.make({ url: receiver.url, includesWords: true });
    const number = 30;
    const questions = await open.test.asSuperuser<{ id: string }>(
      `insert into question (workspace_id, id, survey_version_id, key, position, kind, texts)
       select workspace_id, md5('long' || n)::uuid, survey_version_id, 'long' || n, 10 + n, 'words', '{}'
       from question, generate_series(1, ${number}) n where workspace_id = '${open.workspaceId}' and key = 'why'
       returning id`,
    );
    await open.answer(1, { answers: questions.map(({ id }) => ({ questionId: id, words: '😀'.repeat(5_000) })) });
    await open.work();
    const [message] = receiver.received;
    expect(Buffer.byteLength(message!.body)).toBeLessThan(20_000);
    const { answers, answersLeftOut } = bodyOf(message!).data;
    expect(answers.length).toBeGreaterThan(0);
    expect(answers.length + answersLeftOut).toBe(number);
    expect(answers[0].words).toBe(`${'😀'.repeat(2_000)}…`);
  });

  it('is nothing where nobody listens, where the webhook is off, and of answers that were removed meanwhile', async () => {
    await open.answer(2);
    expect(await open.test.asSuperuser('select 1 from outbox')).toEqual([]);
    const { id } = await open.make({ url: receiver.url });
    const [subject] = await open.answer(1);
    await open.test.asSuperuser(`delete from response where id = '${subject}'`);
    await open.work();
    await inside((t) => changeWebhook(t, { id, enabled: false }, open.time.now));
    open.time.now = new Date(open.time.now.getTime() + 1_000);
    await open.answer(1);
    await open.work();
    expect(receiver.received).toEqual([]);
  });

  it('is told exactly when its cause is committed', async () => {
    await open.make({ url: receiver.url, events: ['invitation.refused'] });
    const subject = newId();
    const announcement = { event: 'invitation.refused', subject, data: { reason: 'quarantined' } } as const;
    await inside((t) => announceEvents(t, [announcement], open.time.now));
    await expect(
      inside(async (t) => {
        await announceEvents(t, [announcement], open.time.now);
        throw new Error('the cause failed');
      }),
    ).rejects.toThrow('the cause failed');
    await open.work();
    expect(receiver.received.map((one) => bodyOf(one).data)).toEqual([{ id: subject, reason: 'quarantined' }]);
  });

  it('is once what one batch of the writer brought twice', async () => {
    await open.make({ url: receiver.url });
    // The second of one external id is known: the batch is written again, one by one.
    await Promise.all([
      open.answer(1, { externalId: 'twice' }),
      open.answer(3),
      open.answer(1, { externalId: 'twice' }),
    ]);
    await open.work();
    expect(receiver.received).toHaveLength(4);
  });
});

describe('a receiver that fails', () => {
  it('is tried ten times over 75 h 35 min, under one id with fresh signatures, then given up and replayed', async () => {
    const { id, secret } = await open.make({ url: receiver.url });
    receiver.answer = () => ({ status: 500, body: 'a canary in a reply' });
    await open.answer(1);
    const hours = await open.workToTheEnd();
    expect(hours).toBeCloseTo(75 + 35 / 60 + 5 / 3_600, 6);
    expect(receiver.received).toHaveLength(10);
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-timestamp'])).size).toBe(10);
    expect(receiver.received.every((one) => isSigned(one, secret))).toBe(true);
    const [given] = await open.deliveries(id);
    expect(given).toMatchObject({ state: 'given-up', attempts: 10, lastStatus: 500, lastError: 'status' });
    expect(JSON.stringify(await open.test.asSuperuser('select * from webhook_delivery'))).not.toContain('canary');
    receiver.answer = () => ({ status: 200 });
    const replay = await inside((t) => replayDeliveries(t, { webhookId: id }, open.time.now));
    expect(replay).toEqual({ webhookId: id, replayed: 1 });
    await sweepWebhooks(open.test.store, open.time.now);
    await open.work();
    expect((await open.deliveries(id))[0]).toMatchObject({ state: 'delivered', attempts: 1, lastError: null });
    expect(receiver.received[10]!.headers['webhook-id']).toBe(given!.id);
  });

  it('gets what it missed when it is back: the delivered set is the sent set', async () => {
    const { id } = await open.make({ url: receiver.url });
    const failures = [
      { status: 500 },
      { status: 503, headers: { 'retry-after': '30' } },
      { status: 302, headers: { location: 'http://127.0.0.1/' } },
      { status: 404 },
    ];
    const tries = new Map<string, number>();
    // The first message fails nine times, the next eight times, and so on: the tenth attempt is the last.
    receiver.answer = ({ headers }) => {
      const message = String(headers['webhook-id']);
      const left = tries.get(message) ?? 9 - (tries.size % 10);
      tries.set(message, left - 1);
      return left > 0 ? failures[left % failures.length]! : { status: 200 };
    };
    const sent = await open.answer(60);
    await open.workToTheEnd();
    const delivered = (await open.deliveries(id)).filter(({ state }) => state === 'delivered');
    expect(delivered.map(({ subject }) => subject).sort()).toEqual([...sent].sort());
  });

  it('is given the time that it asks for', async () => {
    const { id } = await open.make({ url: receiver.url });
    receiver.answer = () => ({ status: 429, headers: { 'retry-after': '120' } });
    await open.answer(1);
    await open.work();
    const [waiting] = await open.deliveries(id);
    expect(waiting!.dueAt.getTime() - open.time.now.getTime()).toBe(120_000);
    expect(waiting).toMatchObject({ state: 'failed', lastStatus: 429 });
  });

  it('that says it is gone is switched off, and what waits for it is given up', async () => {
    const { id } = await open.make({ url: receiver.url });
    await open.answer(20);
    receiver.answer = () => ({ status: 410 });
    await open.workToTheEnd();
    const [webhook] = await inside<Awaited<ReturnType<typeof webhooksOf>>>(webhooksOf);
    expect(webhook).toMatchObject({ disabledReason: 'gone', disabledAt: open.time.now });
    expect(new Set((await open.deliveries(id)).map(({ state }) => state))).toEqual(new Set(['given-up']));
    expect(receiver.received.length).toBeLessThanOrEqual(8);
    expect(await open.test.asSuperuser(`select 1 from job where state <> 'dead'`)).toEqual([]);
  });

  it.each([
    ['never answers', () => () => undefined, 'time'],
    ['sends somebody elsewhere', () => ({ status: 302, headers: { location: 'http://127.0.0.1:1/' } }), 'redirect'],
    ['cuts', () => (response: import('node:http').ServerResponse) => response.socket!.destroy(), 'connection'],
  ] as const)('and %s is told by a word', async (_, answer, error) => {
    const { id } = await open.make({ url: receiver.url });
    receiver.answer = answer as Receiver['answer'];
    await open.answer(1);
    await open.work();
    expect((await open.deliveries(id))[0]).toMatchObject({ state: 'failed', lastError: error });
    expect(receiver.received).toHaveLength(1);
  });

  it('with a wrong certificate gets nothing', async () => {
    const secure = await openReceiver({ tls: true });
    const tls = await openDeliveries([{ kind: 'network', host: '127.0.0.1/32', port: secure.port }]);
    try {
      const { id } = await tls.make({ url: secure.url });
      await tls.answer(1);
      await tls.work();
      expect((await tls.deliveries(id))[0]).toMatchObject({ state: 'failed', lastError: 'tls' });
      expect(secure.received).toEqual([]);
    } finally {
      await tls.close();
      await secure.close();
    }
  });

  it('holds up no other webhook', async () => {
    const slow = await open.make({ url: `${receiver.url}/slow` });
    await open.make({ url: `${receiver.url}/fast` });
    receiver.answer = ({ path }) => (path.endsWith('slow') ? () => undefined : { status: 200 });
    await open.answer(10);
    await open.work();
    expect(receiver.received.filter(({ path }) => path.endsWith('fast'))).toHaveLength(10);
    expect((await open.deliveries(slow.id)).every(({ state }) => state === 'failed')).toBe(true);
  });
});

describe('the order', () => {
  it('of one subject is kept, also when the first message fails for hours; others pass by', async () => {
    await open.make({ url: receiver.url, events: ['invitation.refused'] });
    const subject = newId();
    const tell = (number: number, about = subject) =>
      inside((t) =>
        announceEvents(t, [{ event: 'invitation.refused', subject: about, data: { number } }], open.time.now),
      );
    for (const number of [1, 2, 3, 4]) await tell(number);
    await tell(9, newId());
    receiver.answer = (request) => ({
      status: bodyOf(request).data.number === 1 && receiver.received.length < 5 ? 500 : 200,
    });
    await open.workToTheEnd();
    const numbers = receiver.received.map((one) => bodyOf(one).data.number);
    expect(numbers.filter((number) => number !== 9)).toEqual([1, 1, 1, 1, 2, 3, 4]);
    expect(numbers.indexOf(9)).toBeLessThan(2);
  });
});

describe('more than one batch', () => {
  it('is told in the order in which it happened', async () => {
    await open.make({ url: receiver.url, events: ['invitation.refused'] });
    const subject = newId();
    const numbers = Array.from({ length: 230 }, (_, number) => number);
    const all = numbers.map((number) => ({ event: 'invitation.refused', subject, data: { number } }) as const);
    await inside((t) => announceEvents(t, all, open.time.now));
    await open.work();
    expect(receiver.received.map((one) => bodyOf(one).data.number)).toEqual(numbers);
  });
});

describe('a worker that dies', () => {
  it('loses no message: what it claimed comes again under the same id', async () => {
    const { id } = await open.make({ url: receiver.url });
    await open.answer(3);
    await open.work();
    await open.test.asSuperuser(
      `update webhook_delivery set state = 'claimed', claimed_at = '${open.time.now.toISOString()}'`,
    );
    await open.test.asSuperuser('delete from job');
    await sweepWebhooks(open.test.store, open.time.now);
    await open.work();
    expect(receiver.received).toHaveLength(3);
    open.time.now = new Date(open.time.now.getTime() + 61_000);
    await sweepWebhooks(open.test.store, open.time.now);
    await open.work();
    expect(receiver.received).toHaveLength(6);
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(3);
    expect((await open.deliveries(id)).every(({ state }) => state === 'delivered')).toBe(true);
  });

  it('loses no event: what was put out is found without its job', async () => {
    await open.make({ url: receiver.url });
    await open.answer(5);
    await open.test.asSuperuser('delete from job');
    await open.work();
    expect(receiver.received).toEqual([]);
    await sweepWebhooks(open.test.store, open.time.now);
    await open.work();
    expect(receiver.received).toHaveLength(5);
  });
});

describe('a webhook', () => {
  it('signs with both secrets for a day after a new one was made', async () => {
    const { id, secret } = await open.make({ url: receiver.url });
    const renewed = await inside<string>((t) => renewSecret(t, id, open.time.now));
    const send = async () => {
      await open.answer(1);
      await open.work();
      return receiver.received.at(-1)!;
    };
    const during = await send();
    expect([isSigned(during, secret), isSigned(during, renewed)]).toEqual([true, true]);
    open.time.now = new Date(open.time.now.getTime() + 24 * 3_600_000);
    const later = await send();
    expect([isSigned(later, secret), isSigned(later, renewed)]).toEqual([false, true]);
  });

  it('that came back from a file without its secret is not switched on before it has a new one', async () => {
    const { id } = await open.make({ url: receiver.url });
    await open.test.asSuperuser(`update webhook set secret = '', disabled_at = now() where id = '${id}'`);
    await expect(inside((t) => changeWebhook(t, { id, enabled: true }, open.time.now))).rejects.toMatchObject({
      code: 'CND_WEBHOOK',
      details: { field: 'enabled' },
    });
    await inside((t) => renewSecret(t, id, open.time.now));
    await inside((t) => changeWebhook(t, { id, enabled: true }, open.time.now));
    await open.answer(1);
    await open.work();
    expect(receiver.received).toHaveLength(1);
  });

  it('forgets its messages 30 days after they were made', async () => {
    const { id } = await open.make({ url: receiver.url });
    await open.answer(2);
    await open.work();
    const at = open.time.now.getTime();
    await sweepOldDeliveries(open.test.store, new Date(at + 29 * 86_400_000));
    expect(await open.deliveries(id)).toHaveLength(2);
    await sweepOldDeliveries(open.test.store, new Date(at + 31 * 86_400_000));
    expect(await open.deliveries(id)).toEqual([]);
  });
});

describe('an address that must not be written to', () => {
  it.each(hostileUrls)('is refused in true deliveries and by the test alike: %s', async (url, reason) => {
    const { id } = await open.make({ url });
    await open.answer(1);
    await open.work();
    expect((await open.deliveries(id))[0]).toMatchObject({ state: 'failed', lastError: reason, lastStatus: null });
    const { store, client, clock } = { ...open.context };
    expect(await pingWebhook({ store, client, clock }, open.workspaceId, id)).toEqual({
      kind: 'failed',
      error: reason,
    });
    expect(receiver.received).toEqual([]);
  });
});
