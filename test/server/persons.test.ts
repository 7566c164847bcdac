import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memberRoles } from '../../src/people/index.ts';
import { newId } from '../../src/store/index.ts';
import { type Ask, type OpenApplication, openApplication } from './open-application.ts';

type Row = Record<string, unknown>;

let open: OpenApplication;
const [anna, bert] = [newId(), newId()];

beforeAll(async () => {
  open = await openApplication();
  const { id: w } = open.workspace;
  const [account, survey, version, programme, invitation, response] = Array.from({ length: 6 }, () => newId());
  const [score, why] = [newId(), newId()];
  const statements = [
    `insert into account (workspace_id, id, external_id, name) values ('${w}', '${account}', 'a1', 'Acme')`,
    `insert into contact (workspace_id, id, external_id, name, email, phone) values
       ('${w}', '${anna}', 'c1', 'Anna 100 % Aho', 'Anna@Acme.example', '+358401234567'),
       ('${w}', '${bert}', 'c2', 'Bert Berg', 'bert@acme.example', null)`,
    `insert into contact_role (workspace_id, id, contact_id, account_id, role) values
       ('${w}', '${newId()}', '${anna}', '${account}', 'payer')`,
    `insert into survey (workspace_id, id, key, name, level) values ('${w}', '${survey}', 's', 'S', 'encounter')`,
    `insert into survey_version (workspace_id, id, survey_id, number, content, published_at)
       values ('${w}', '${version}', '${survey}', 1, '{}', now())`,
    `insert into question (workspace_id, id, survey_version_id, key, position, kind, metric, texts, scale_minimum, scale_points)
       values ('${w}', '${score}', '${version}', 'recommend', 1, 'scale', 'nps', '{}', 0, 11),
              ('${w}', '${why}', '${version}', 'why', 2, 'text', null, '{}', null, null)`,
    `insert into programme (workspace_id, id, key, name, level, survey_id, state)
       values ('${w}', '${programme}', 'p', 'After a visit', 'encounter', '${survey}', 'running')`,
    `insert into invitation (workspace_id, id, programme_id, survey_version_id, contact_id, account_id, channel, state, planned_at)
       values ('${w}', '${invitation}', '${programme}', '${version}', '${anna}', '${account}', 'email', 'planned', now())`,
    `insert into response (workspace_id, id, source, survey_version_id, contact_id, account_id, day, responded_at, recorded_at, completed)
       values ('${w}', '${response}', 'api', '${version}', '${anna}', '${account}', '2030-06-14', '2030-06-14', '2030-06-14', true)`,
    `insert into answer (workspace_id, id, response_id, question_id, point, words) values
       ('${w}', '${newId()}', '${response}', '${score}', 10, null),
       ('${w}', '${newId()}', '${response}', '${why}', null, 'I am Anna of Acme')`,
  ];
  for (const statement of statements) await open.test.asSuperuser(statement);
});
afterAll(() => open.close());

async function asked(path: string, ask: Ask = {}) {
  const reply = await open.ask(`/workspaces/{w}/persons${path}`, { as: 'owner', ...ask });
  return { status: reply.status, body: await reply.json() };
}
const found = async (text: string) =>
  (await asked('/search', { body: { text } })).body.persons.map(({ externalId }: { externalId: string }) => externalId);
const rows = (table: string) =>
  open.test.asSuperuser<Row>(`select * from ${table} where workspace_id = '${open.workspace.id}'`);

describe('the requests of persons', () => {
  it('find whom they are about by every name he has, and take signs of patterns for what they are', async () => {
    expect(await found('anna@acme.EXAMPLE')).toEqual(['c1']);
    expect(await found('00358 40 123 4567')).toEqual(['c1']);
    expect(await found('c2')).toEqual(['c2']);
    expect(await found('BERG')).toEqual(['c2']);
    expect(await found('100 %')).toEqual(['c1']);
    expect(await found('%%%')).toEqual([]);
    expect(await found('an')).toEqual([]);
    expect((await asked('/search', { body: { text: '  ' } })).status).toBe(400);
  });

  it('are for owners alone', async () => {
    for (const as of memberRoles.filter((role) => role !== 'owner')) {
      expect((await asked('/search', { body: { text: 'c1' }, as })).status, as).toBe(403);
      expect((await asked(`/${anna}`, { as, method: 'DELETE' })).status, as).toBe(403);
    }
    expect((await asked(`/${newId()}`)).status).toBe(404);
    expect((await asked(`/${newId()}`, { method: 'DELETE' })).body.error.code).toBe('CND_NOT_FOUND');
  });

  it('show everything that is kept, and the log says that it was shown', async () => {
    const { body } = await asked(`/${anna}`);
    expect(body.contact).toMatchObject({ externalId: 'c1', email: 'Anna@Acme.example' });
    expect(body.roles).toMatchObject([{ account: 'Acme', role: 'payer' }]);
    expect(body.invitations).toMatchObject([{ programme: 'After a visit', state: 'planned' }]);
    expect(body.answers).toMatchObject([
      { question: 'recommend', score: 9 },
      { question: 'why', words: 'I am Anna of Acme' },
    ]);
    expect((await rows('audit_log')).at(-1)).toMatchObject({ action: 'see-person', subject_id: anna, detail: {} });
  });

  it('end the asking of a person who objects, twice without harm', async () => {
    for (const _ of [1, 2]) expect((await asked(`/${anna}/objection`, { method: 'POST' })).status).toBe(200);
    const [contact] = (await rows('contact')).filter(({ id }) => id === anna);
    expect(contact).toMatchObject({ opted_out_at: expect.any(Date), erased_at: null, name: 'Anna 100 % Aho' });
    expect(await rows('invitation')).toMatchObject([{ state: 'cancelled', stop_reason: 'opted-out' }]);
    expect((await rows('suppression')).map(({ channel, reason }) => [channel, reason]).sort()).toEqual([
      ['email', 'objected'],
      ['sms', 'objected'],
    ]);
  });

  it('erase a person with his words, and leave his score and the other person as they were', async () => {
    expect((await asked(`/${anna}`, { method: 'DELETE' })).body).toEqual({ id: anna });
    const everything = JSON.stringify([
      await rows('contact'),
      await rows('answer'),
      await rows('audit_log'),
      await rows('contact_signal'),
    ]);
    expect(everything).not.toMatch(/anna/i);
    expect(everything).not.toContain('358401234567');
    expect(everything).toContain('Bert Berg');
    expect(await rows('answer')).toMatchObject([{ point: 10, words: null }]);
    expect(await found('c1')).toEqual(['c1']);
    expect((await asked('/search', { body: { text: 'c1' } })).body.persons).toMatchObject([
      { name: null, isErased: true, answers: 1 },
    ]);
  });
});
