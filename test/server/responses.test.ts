import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { serve } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importRows, responseIntake, undoImport } from '../../src/collect/index.ts';
import { newId, recountTallies, responseWriter } from '../../src/store/index.ts';
import { fillSurvey, type SurveyFixture } from '../store/survey-fixture.ts';
import { type OpenApplication, openApplication } from './open-application.ts';

let open: OpenApplication;
let fixture: SurveyFixture;
beforeAll(async () => {
  open = await openApplication();
  fixture = await fillSurvey(open.test, open.workspace.id);
});
afterAll(() => open.close());

// biome-ignore lint/suspicious/noExplicitAny: replies of one route
type Reply = { status: number; body: any };
const send = async (body: object, key = open.workspace.keys['responses:write']): Promise<Reply> => {
  const response = await open.ask('/workspaces/{w}/responses', { body, key });
  return { status: response.status, body: await response.json() };
};
const answers = [
  { question: 'recommend', score: 9 },
  { question: 'why', words: 'Quick <b>answer</b>' },
];
const rows = <Row extends object>(text: string) => open.test.asSuperuser<Row>(text);

describe('a response that a program sends', () => {
  it('is stored with what is known of its account, and its day is cut in the zone of the workspace', async () => {
    const { status, body } = await send({
      survey: 's',
      externalId: 'one',
      respondedAt: '2030-06-14T21:30:00Z',
      touchpoint: 'invoice',
      account: 'acme',
      channel: 'web',
      answers,
    });
    expect(status).toBe(201);
    const [stored] = await rows(
      `select source, segment, day::text, account_id, touchpoint_id, channel, completed from response where id = '${body.id}'`,
    );
    // In Helsinki it was half past midnight already.
    expect(stored).toEqual({
      source: 'api',
      segment: 'large',
      day: '2030-06-15',
      account_id: fixture.accountId,
      touchpoint_id: fixture.touchpointId,
      channel: 'web',
      completed: true,
    });
    const given = await rows(
      `select point, words from answer where response_id = '${body.id}' order by point nulls last`,
    );
    expect(given).toEqual([
      { point: 10, words: null },
      { point: null, words: 'Quick <b>answer</b>' },
    ]);
  });

  it('is one response however often and however parallel it comes', async () => {
    const body = { survey: 's', externalId: 'same', answers };
    const replies = await Promise.all(Array.from({ length: 20 }, () => send(body)));
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(new Set(replies.map((reply) => reply.body.id)).size).toBe(1);
    expect(replies.every(({ status }) => status === 201 || status === 200)).toBe(true);
    expect((await send({ ...body, source: 'elsewhere' })).status).toBe(201);
    expect(await open.test.store.inWorkspace(open.workspace.id, recountTallies)).toEqual([]);
  });

  it('is told once where the answer to its commit was lost and the write was repeated', async () => {
    const { store } = open.test;
    const write = responseWriter(store);
    const repeated = responseIntake(
      store,
      async (workspaceId, response) => {
        await write(workspaceId, response);
        return write(workspaceId, response);
      },
      () => open.time.now,
    );
    const workspace = { id: open.workspace.id, timeZone: 'UTC' };
    const told = await repeated(workspace, { survey: 's', source: 'lost', completed: true, answers });
    expect(told.isNew).toBe(false);
    expect(await rows(`select id from response where source = 'lost'`)).toEqual([{ id: told.id }]);
  });

  it('stays when the import that brought it first is undone', async () => {
    const { store } = open.test;
    const clock = () => open.time.now;
    const { id: importId } = await importRows(
      store,
      open.workspace.id,
      {
        kind: 'answers',
        fileName: 'shop.csv',
        fileHash: 'cd'.repeat(32),
        tables: {
          answers: {
            mapping: {
              kind: 'answers',
              survey: 'shop',
              level: 'encounter',
              source: 'shop',
              scores: [{ column: 'nps', question: 'nps', metric: 'nps', scale: { min: 0, max: 10 } }],
              comments: [],
              columns: { responseId: 'id', date: 'date', account: 'account' },
            },
            columns: ['id', 'date', 'nps', 'account'],
          },
        },
        rows: [
          {
            kind: 'answers',
            rows: [
              ['s1', '2030-05-01', '9', 'Imported'],
              ['s2', '2030-05-02', '3', 'Imported'],
            ],
          },
        ],
      },
      { clock },
    );
    const [survey] = await rows<{ key: string }>(`select key from survey where key = 'shop'`);
    const told = await send({
      survey: survey!.key,
      source: 'shop',
      externalId: 's1',
      answers: [{ question: 'nps', score: 9 }],
    });
    expect(told.status).toBe(200);
    await undoImport(store, open.workspace.id, { id: importId!, now: clock() });
    expect(await rows(`select id, external_id from response where source = 'shop'`)).toEqual([
      { id: told.body.id, external_id: 's1' },
    ]);
    expect(await store.inWorkspace(open.workspace.id, recountTallies)).toEqual([]);
  });

  it('is refused by the field that does not fit', async () => {
    const refusals: [object, number, string][] = [
      [{ survey: 'nothing', answers }, 422, 'survey'],
      [{ survey: 's', version: 7, answers }, 422, 'version'],
      [{ survey: 's', answers: [{ question: 'nothing', score: 1 }] }, 422, 'answers.0.question'],
      [{ survey: 's', answers: [{ question: 'recommend', score: 11 }] }, 422, 'answers.0.score'],
      [{ survey: 's', answers: [{ question: 'recommend', score: 0.5 }] }, 422, 'answers.0.score'],
      [{ survey: 's', answers: [{ question: 'effort', score: 0 }] }, 422, 'answers.0.score'],
      [{ survey: 's', answers: [{ question: 'recommend' }] }, 422, 'answers.0.score'],
      [{ survey: 's', answers: [{ question: 'recommend', words: 'ten' }] }, 422, 'answers.0.words'],
      [{ survey: 's', answers: [{ question: 'why', score: 1 }] }, 422, 'answers.0.score'],
      [{ survey: 's', answers: [answers[0], answers[0]] }, 422, 'answers.1.question'],
      [{ survey: 's', answers, touchpoint: 'nothing' }, 422, 'touchpoint'],
      [{ survey: 's', answers, account: 'nobody' }, 422, 'account'],
      [{ survey: 's', answers, contact: 'nobody' }, 422, 'contact'],
      [{ survey: 's', answers, orgUnit: 'nowhere' }, 422, 'orgUnit'],
      [{ survey: 's', answers, respondedAt: '2030-06-15T10:00:00Z' }, 422, 'respondedAt'],
      [{ survey: 's', answers, respondedAt: '1999-01-01T00:00:00Z' }, 422, 'respondedAt'],
      [{ survey: 's', answers, respondedAt: '15.6.2030' }, 400, 'respondedAt'],
      [{ survey: 's', answers: [] }, 400, 'answers'],
      [{ survey: 's', answers, score: 9 }, 400, 'score'],
      [{ survey: 's', answers, workspace: open.other.id }, 400, 'workspace'],
      [{ survey: 's', answers, externalId: 'nul\u0000' }, 400, 'externalId'],
    ];
    for (const [body, status, field] of refusals) {
      const reply = await send(body);
      expect([reply.status, reply.body.error.details.field], JSON.stringify(body)).toEqual([status, field]);
    }
  });

  it('brings an account and a contact with it only when asked to', async () => {
    const body = { survey: 's', answers, account: 'brand new', contact: 'someone', create: true };
    const [first, second] = await Promise.all([send(body), send(body)]);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(await rows(`select external_id, name, segment from account where external_id = 'brand new'`)).toEqual([
      { external_id: 'brand new', name: 'brand new', segment: '' },
    ]);
    expect(await rows(`select count(*)::int as n from contact where external_id = 'someone'`)).toEqual([{ n: 1 }]);
  });

  it('takes the role of the contact at the account as it was on that day', async () => {
    const contactId = newId();
    await rows(
      `insert into contact (workspace_id, id, external_id) values ('${open.workspace.id}', '${contactId}', 'c1')`,
    );
    const role = (name: string, from: string) =>
      rows(`insert into contact_role (workspace_id, id, contact_id, account_id, role, valid_from)
        values ('${open.workspace.id}', '${newId()}', '${contactId}', '${fixture.accountId}', '${name}', '${from}')`);
    await role('contact-person', '2020-01-01');
    await role('decision-maker', '2030-01-01');
    const stored = async (respondedAt: string, more = {}) => {
      const { body } = await send({ survey: 's', answers, account: 'acme', contact: 'c1', respondedAt, ...more });
      return (await rows<{ role: string }>(`select respondent_role as role from response where id = '${body.id}'`))[0]!
        .role;
    };
    expect(await stored('2029-06-01T00:00:00Z')).toBe('contact-person');
    expect(await stored('2030-06-01T00:00:00Z')).toBe('decision-maker-and-contact-person');
    expect(await stored('2030-06-01T00:00:00Z', { respondentRole: 'payer' })).toBe('payer');
  });

  it('needs the permission, and a store that can be reached', async () => {
    const body = { survey: 's', answers };
    expect((await send(body, open.workspace.keys['figures:read'])).status).toBe(403);
    expect((await send(body, open.other.keys['responses:write'])).status).toBe(404);
    expect((await open.ask('/workspaces/{w}/responses', { body, as: 'analyst' })).status).toBe(201);
    expect((await open.ask('/workspaces/{w}/responses', { body, as: 'viewer' })).status).toBe(403);
  });
});

describe('a page that stays open', () => {
  it('hears of a response of its own workspace and of no other', async () => {
    const server = serve({ fetch: open.app.fetch, hostname: '127.0.0.1', port: 0 });
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    const listen = async (slug: string, cookie: string) => {
      const stop = new AbortController();
      const response = await fetch(`http://127.0.0.1:${port}/api/workspaces/${slug}/live`, {
        headers: { cookie },
        signal: stop.signal,
      });
      const events: { event: string; data: { today: number; lastAt?: string } }[] = [];
      const reading = (async () => {
        const decoder = new TextDecoder();
        let text = '';
        for await (const bytes of Readable.fromWeb(response.body as never)) {
          text += decoder.decode(bytes, { stream: true });
          for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
            const [, event, data] = /^event: (\w+)\ndata: (.*)$/.exec(text.slice(0, end)) ?? [];
            if (event) events.push({ event, data: JSON.parse(data!) });
            text = text.slice(end + 2);
          }
        }
      })().catch(() => undefined);
      return { status: response.status, type: response.headers.get('content-type'), events, stop, reading };
    };
    const until = async (done: () => boolean) => {
      for (let tries = 0; tries < 400 && !done(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 25));
      expect(done()).toBe(true);
    };
    const own = await listen('first', open.workspace.members.viewer.cookie);
    const foreign = await listen('second', open.other.members.viewer.cookie);
    expect([own.status, own.type]).toEqual([200, 'text/event-stream']);
    await until(() => own.events.length === 1 && foreign.events.length === 1);
    const before = own.events[0]!.data.today;
    await Promise.all(Array.from({ length: 40 }, (_, n) => send({ survey: 's', externalId: `live ${n}`, answers })));
    await until(() => own.events.at(-1)!.data.today === before + 40);
    expect(own.events.slice(1).every(({ event }) => event === 'changed')).toBe(true);
    // Told together: far fewer events than responses.
    expect(own.events.length).toBeLessThan(20);
    expect(own.events.at(-1)!.data.lastAt).toBe('2030-06-15T09:00:00.000Z');
    expect(foreign.events.length).toBe(1);
    own.stop.abort();
    foreign.stop.abort();
    await Promise.all([own.reading, foreign.reading]);
    await new Promise((resolve) => server.close(resolve));
  });
});

describe('what the keys of responses stand for, remembered for a moment', () => {
  const id = () => newId();
  const workspaceId = () => open.workspace.id;

  it('is asked again before a response is refused by it', async () => {
    const body = { survey: 's', answers: [{ question: 'added', score: 3 }] };
    expect((await send({ survey: 's', answers })).status).toBe(201);
    expect((await send(body)).body.error.message).toContain('answers.0.question');
    const version = id();
    await rows(`insert into survey_version (workspace_id, id, survey_id, number, content, published_at)
      select workspace_id, '${version}', id, 2, '{}', now() from survey
      where workspace_id = '${workspaceId()}' and key = 's'`);
    await rows(`insert into question (workspace_id, id, survey_version_id, key, position, kind, texts, scale_minimum, scale_points)
      values ('${workspaceId()}', '${id()}', '${version}', 'added', 1, 'scale', '{}', 1, 5)`);
    expect((await send(body)).status).toBe(201);
    expect((await send({ ...body, version: 1 })).status).toBe(422);
    expect((await send({ survey: 's', version: 1, answers })).status).toBe(201);
    await rows(`update survey_version set retired_at = now() where id = '${version}'`);
    open.time.now = new Date(open.time.now.getTime() + 1_001);
    expect((await send({ survey: 's', answers })).status).toBe(201);
  });

  it('is refused by its field when it is gone, and takes the others of its batch along', async () => {
    const key = 'passing';
    await rows(
      `insert into touchpoint (workspace_id, id, key, name) values ('${workspaceId()}', '${id()}', '${key}', 'P')`,
    );
    expect((await send({ survey: 's', touchpoint: key, answers: [{ question: 'none', score: 1 }] })).status).toBe(422);
    await rows(`delete from touchpoint where workspace_id = '${workspaceId()}' and key = '${key}'`);
    const sent = [key, 'invoice', key, 'invoice'].map((touchpoint) => send({ survey: 's', touchpoint, answers }));
    const replies = await Promise.all(sent);
    expect(replies.map(({ status }) => status)).toEqual([422, 201, 422, 201]);
    expect(replies[0]!.body.error.message).toContain('touchpoint');
  });

  it('holds the roles of a contact at an account, and of another account not', async () => {
    const [contact, second] = [id(), id()];
    await rows(
      `insert into contact (workspace_id, id, external_id) values ('${workspaceId()}', '${contact}', 'role-holder')`,
    );
    await rows(
      `insert into account (workspace_id, id, name, external_id) values ('${workspaceId()}', '${second}', 'B', 'bcme')`,
    );
    await rows(`insert into contact_role (workspace_id, id, contact_id, account_id, role)
      values ('${workspaceId()}', '${id()}', '${contact}', '${fixture.accountId}', 'payer')`);
    const roles = async (account: string) => {
      const { body } = await send({ survey: 's', contact: 'role-holder', account, answers });
      const [stored] = await rows<{ role: string }>(
        `select respondent_role as role from response where id = '${body.id}'`,
      );
      return stored!.role;
    };
    expect([await roles('acme'), await roles('bcme'), await roles('acme'), await roles('bcme')]).toEqual([
      'payer',
      '',
      'payer',
      '',
    ]);
  });
});
