import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonLog, safeError } from '../../src/server/log.ts';
import { type OpenApplication, openApplication } from './open-application.ts';

/** One for every kind of thing that a person types or is. None may be found in the log. */
const canary = (kind: string) => `canary-${kind}-7f3a`;
let open: OpenApplication;
beforeAll(async () => {
  open = await openApplication();
});
afterAll(() => open.close());

describe('the log', () => {
  it('holds nothing of what anybody sends, through any field, in success and in refusal', async () => {
    const { ask } = open;
    const mail = `${canary('mail')}@example.org`;
    await ask('/sign-in', { body: { email: mail, password: canary('password') } });
    await ask('/sign-in', { body: { email: mail, password: 1, [canary('key')]: 2 } });
    await ask('/sign-in', { body: `{"email": "${mail}", ${canary('json')}`, type: 'application/json' });
    await ask(`/workspaces/${canary('slug')}/members?x=${canary('query')}`, { as: 'owner' });
    await ask(`/workspaces/{w}/members/${canary('id')}`, { method: 'DELETE', as: 'owner' });
    await ask(`/workspaces/{w}/overview?segment=${canary('segment')}`, { as: 'owner' });
    await ask(`/join/${canary('token')}`);
    await ask('/workspaces/{w}/responses', {
      key: open.workspace.keys['responses:write'],
      body: {
        source: canary('source'),
        survey: canary('survey'),
        answers: [{ question: 'q', words: canary('comment') }],
      },
    });
    await ask('/me', {
      headers: {
        'x-request-id': canary('request'),
        'x-forwarded-for': canary('address'),
        'user-agent': canary('agent'),
        cookie: `candor_session=${canary('cookie')}`,
        authorization: `Bearer cnd_${canary('bearer')}`,
      },
    });
    await ask(`/audit?name=${canary('file')}`, { body: `nps,date\n${canary('cell')},2026-01-01\n` });
    const text = open.log.join('');
    expect(open.log.length).toBeGreaterThanOrEqual(10);
    expect(text.match(/canary-[a-z]+/g) ?? []).toEqual([]);
    for (const { email, cookie } of Object.values(open.workspace.members)) {
      expect(text).not.toContain(email);
      expect(text).not.toContain(cookie.split('=')[1]);
    }
  });

  it('tells of every request its pattern, status, time, number and the code of a refusal', async () => {
    open.log.length = 0;
    const answer = await open.ask('/workspaces/{w}/members', { as: 'viewer' });
    expect(open.log).toHaveLength(1);
    expect(JSON.parse(open.log[0]!)).toMatchObject({
      level: 'info',
      event: 'request',
      requestId: answer.headers.get('x-request-id'),
      method: 'GET',
      route: expect.stringMatching(/^\/api\/workspaces\/:workspace/),
      status: 403,
      code: 'CND_FORBIDDEN',
    });
  });

  it('writes one line for an event, whatever it holds', () => {
    const lines: string[] = [];
    jsonLog((line) => lines.push(line)).info({ what: 'a\r\n{"level":"error"}\u2028b' }, 'one\nevent');
    expect(lines).toHaveLength(1);
    expect(lines[0]!.trimEnd()).not.toMatch(/[\r\n]/);
    expect(JSON.parse(lines[0]!)).toMatchObject({ level: 'info', event: 'one\nevent' });
  });

  it('keeps of an error its kind, its code and its place, not its message', async () => {
    const refused = await open.test.store
      .inTransaction((c) => c.query('select $1::int', [canary('value')]))
      .catch((error: unknown) => safeError(error));
    expect(refused).toMatchObject({ code: '22P02', trace: expect.any(Array) });
    expect(JSON.stringify(refused)).not.toContain('canary');
  });
});
