import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sweepKeptReplies } from '../../src/store/index.ts';
import { fillSurvey } from '../store/survey-fixture.ts';
import { type Ask, type OpenApplication, openApplication } from './open-application.ts';

let open: OpenApplication;
beforeAll(async () => {
  open = await openApplication();
  await fillSurvey(open.test, open.workspace.id);
});
afterAll(() => open.close());

// biome-ignore lint/suspicious/noExplicitAny: replies of many routes
type Reply = { status: number; body: any; replayed: boolean; retryAfter: string | null };
const post = async (path: string, key: string | undefined, body?: unknown, more: Ask = {}): Promise<Reply> => {
  const reply = await open.ask(`/workspaces/{w}${path}`, {
    method: 'POST',
    as: 'owner',
    ...(body === undefined ? {} : { body }),
    ...(key === undefined ? {} : { headers: { 'idempotency-key': key } }),
    ...more,
  });
  const text = await reply.text();
  return {
    status: reply.status,
    body: text === '' ? undefined : JSON.parse(text),
    replayed: reply.headers.get('idempotent-replayed') === 'true',
    retryAfter: reply.headers.get('retry-after'),
  };
};
const answer = (score: number, more: object = {}) => ({
  survey: 's',
  answers: [{ question: 'recommend', score }],
  ...more,
});
const stored = async () =>
  (await open.test.asSuperuser<{ number: number }>('select count(*)::int as number from response'))[0]!.number;
let number = 0;
const newKey = () => `a-key-of-a-test-${String(++number).padStart(6, '0')}`;

describe('a request with an Idempotency-Key', () => {
  it('is done once and answered the same for 30 days, then forgotten', async () => {
    const key = newKey();
    const before = await stored();
    const first = await post('/responses', key, answer(9));
    const second = await post('/responses', key, answer(9));
    expect([first.status, first.replayed]).toEqual([201, false]);
    expect(second).toEqual({ ...first, replayed: true });
    const began = open.time.now;
    open.time.now = new Date(began.getTime() + 29 * 86_400_000);
    await sweepKeptReplies(open.test.store, open.time.now);
    // The session of the owner is over by now; the key of a program lives.
    expect(await open.test.asSuperuser('select 1 from idempotency_key')).toHaveLength(1);
    open.time.now = new Date(began.getTime() + 31 * 86_400_000);
    await sweepKeptReplies(open.test.store, open.time.now);
    expect(await open.test.asSuperuser('select 1 from idempotency_key')).toEqual([]);
    open.time.now = began;
    // Also then the response itself is met.
    expect(await post('/responses', key, answer(9))).toMatchObject({ status: 200, body: first.body, replayed: false });
    expect(await stored()).toBe(before + 1);
  });

  it('holds for every POST of a workspace, by workspace, route and caller', async () => {
    const key = newKey();
    const made = await post('/api-keys', key, { name: 'a', scopes: ['figures:read'] });
    const again = await post('/api-keys', key, { name: 'a', scopes: ['figures:read'] });
    expect([made.status, again.status, again.body]).toEqual([201, 201, made.body]);
    // The same key at another route, of another caller and in another workspace is another request.
    expect((await post('/responses', key, answer(3))).replayed).toBe(false);
    const byKey = { as: undefined, key: open.workspace.keys['responses:write'] } as unknown as Ask;
    expect((await post('/responses', key, answer(4), byKey)).replayed).toBe(false);
    const { agent, analyst } = open.workspace.members;
    const one = await post(`/members/${agent.memberId}/disable`, newKey());
    expect([one.status, one.body]).toEqual([204, undefined]);
    const secondKey = newKey();
    expect((await post(`/members/${agent.memberId}/enable`, secondKey)).status).toBe(204);
    expect(await post(`/members/${agent.memberId}/enable`, secondKey)).toMatchObject({ status: 204, replayed: true });
    expect(await post(`/members/${analyst.memberId}/enable`, secondKey)).toMatchObject({ status: 422 });
  });

  it('that holds a secret is kept so that nobody reads it in the store', async () => {
    const made = await post('/api-keys', newKey(), { name: 'b', scopes: ['figures:read'] });
    const rows = await open.test.asSuperuser<{ reply: Buffer; text: string }>(
      `select reply, idempotency_key::text as text from idempotency_key where reply is not null`,
    );
    expect(rows.length).toBeGreaterThan(0);
    const secret = String(made.body.key).slice(10);
    for (const { reply, text } of rows) {
      expect(reply.toString('latin1')).not.toContain('cnd_');
      expect(text).not.toContain(Buffer.from(secret).toString('hex'));
    }
  });

  it('keeps a refusal of the data, and not one of the form, of a limit or of a fault', async () => {
    const key = newKey();
    const refused = await post('/responses', key, answer(99));
    expect([refused.status, refused.body.error.code]).toEqual([422, 'CND_RESPONSE']);
    expect(await post('/responses', key, answer(99))).toEqual({ ...refused, replayed: true });
    const formKey = newKey();
    expect((await post('/responses', formKey, { nonsense: 1 })).status).toBe(400);
    expect((await post('/responses', formKey, answer(5))).status).toBe(201);
    const faultKey = newKey();
    const { intake } = open.context;
    Object.assign(open.context, { intake: () => Promise.reject(Object.assign(new Error('gone'), { code: '57P01' })) });
    expect((await post('/responses', faultKey, answer(5))).status).toBe(503);
    Object.assign(open.context, { intake });
    expect(await post('/responses', faultKey, answer(5))).toMatchObject({ status: 201, replayed: false });
  });

  it('is told that it is under way while the first of it is', async () => {
    const key = newKey();
    const { intake } = open.context;
    let go: () => void = () => undefined;
    const begun = new Promise<void>((begin) => {
      const slow: typeof intake = async (...asked) => {
        begin();
        await new Promise<void>((resolve) => {
          go = resolve;
        });
        return intake(...asked);
      };
      Object.assign(open.context, { intake: slow });
    });
    const first = post('/responses', key, answer(8));
    await begun;
    expect(await post('/responses', key, answer(8))).toMatchObject({ status: 409, retryAfter: '1' });
    expect((await post('/responses', key, answer(7))).status).toBe(422);
    go();
    const { body } = await first;
    Object.assign(open.context, { intake });
    expect(await post('/responses', key, answer(8))).toMatchObject({ status: 201, body, replayed: true });
  });

  it('refuses a key that is none, by name', async () => {
    for (const key of ['short', 'x'.repeat(256), 'with a space in the middle']) {
      const { status, body } = await post('/responses', key, answer(5));
      expect([status, body.error.details.field]).toEqual([400, 'Idempotency-Key']);
    }
  });

  it('is not asked of who may not ask at all', async () => {
    const before = await open.test.asSuperuser('select 1 from idempotency_key');
    expect((await post('/responses', newKey(), answer(5), { as: 'viewer' })).status).toBe(403);
    expect(await open.test.asSuperuser('select 1 from idempotency_key')).toHaveLength(before.length);
  });

  it('is taken over where its process died, without a second response', async () => {
    const key = newKey();
    const before = await stored();
    const first = await post('/responses', key, answer(6));
    // As after a kill between the commit and the kept reply.
    await open.test.asSuperuser(
      `update idempotency_key set status = null, reply = null where created_at = '${open.time.now.toISOString()}'
       and id = (select id from idempotency_key order by id desc limit 1)`,
    );
    expect(await post('/responses', key, answer(6))).toMatchObject({ status: 409, retryAfter: '1' });
    expect((await post('/responses', key, answer(7))).body.error.code).toBe('CND_REPEAT_OTHER');
    open.time.now = new Date(open.time.now.getTime() + 120_001);
    expect((await post('/responses', key, answer(7))).body.error.code).toBe('CND_REPEAT_OTHER');
    expect(await post('/responses', key, answer(6))).toMatchObject({ status: 200, body: first.body });
    expect(await post('/responses', key, answer(6))).toMatchObject({ status: 200, replayed: true });
    expect(await stored()).toBe(before + 1);
  });

  it('costs nothing without the header', async () => {
    const before = await open.test.asSuperuser('select 1 from idempotency_key');
    expect((await post('/responses', undefined, answer(5))).status).toBe(201);
    expect(await open.test.asSuperuser('select 1 from idempotency_key')).toHaveLength(before.length);
  });
});

/** What a client may believe: of each key the body that was first sent, and the reply to it. */
type Model = Map<string, { score: number; reply: { status: number; body: unknown } | undefined }>;
type Real = { run: number; before: number };
const scoreOf = fc.constantFrom(0, 5, 10, 99);
const keyOf = (run: number, key: number) => `model-run-${run}-key-${key}`;

abstract class Sending implements fc.AsyncCommand<Model, Real> {
  readonly key: number;
  readonly score: number;
  constructor(key: number, score: number) {
    this.key = key;
    this.score = score;
  }
  check = () => true;
  abstract run(model: Model, real: Real): Promise<void>;
  toString = () => `${this.constructor.name}(${this.key}, ${this.score})`;
  send = ({ run }: Real) => post('/responses', keyOf(run, this.key), answer(this.score));
  /** A reply must be the first one to this key, or say that the body is another. */
  expectReply(model: Model, reply: Reply, real: Real): void {
    const key = keyOf(real.run, this.key);
    const known = model.get(key);
    if (known && known.score !== this.score) {
      expect([reply.status, reply.body.error.code]).toEqual([422, 'CND_REPEAT_OTHER']);
      return;
    }
    const { status, body } = reply;
    if (known?.reply) expect({ status, body }).toEqual(known.reply);
    else expect(status).toBe(this.score === 99 ? 422 : 201);
    model.set(key, { score: this.score, reply: { status, body } });
  }
}

class Send extends Sending {
  async run(model: Model, real: Real) {
    this.expectReply(model, await this.send(real), real);
  }
}

/** The reply is lost on the way: the client knows that it sent, and nothing else. */
class Cut extends Sending {
  async run(model: Model, real: Real) {
    await this.send(real);
    const key = keyOf(real.run, this.key);
    if (!model.has(key)) model.set(key, { score: this.score, reply: undefined });
  }
}

class Together extends Sending {
  async run(model: Model, real: Real) {
    const replies = await Promise.all(Array.from({ length: 4 }, () => this.send(real)));
    const told = replies.filter(({ body }) => body.error?.code !== 'CND_REPEAT_RUNNING');
    expect(told.length).toBeGreaterThan(0);
    for (const { retryAfter } of replies.filter((one) => !told.includes(one))) expect(retryAfter).toBe('1');
    for (const reply of told) this.expectReply(model, reply, real);
  }
}

describe('whatever a client does', () => {
  it('each key is one response at most, and its reply never changes', async () => {
    let run = 0;
    const command = (Kind: new (key: number, score: number) => Sending) =>
      fc.tuple(fc.nat(3), scoreOf).map(([key, score]) => new Kind(key, score));
    await fc.assert(
      fc.asyncProperty(
        fc.commands([command(Send), command(Cut), command(Together)], { maxCommands: 12 }),
        async (all) => {
          const model: Model = new Map();
          const real = { run: ++run, before: await stored() };
          await fc.asyncModelRun(() => ({ model, real }), all);
          const taken = [...model.values()].filter(({ score }) => score !== 99).length;
          expect((await stored()) - real.before).toBe(taken);
        },
      ),
      { numRuns: 40 },
    );
  });
});
