import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/store/index.ts';
import { type Ask, type OpenApplication, openApplication } from './open-application.ts';

let open: OpenApplication;
const question = newId();
const [version, programme] = [newId(), newId()];

beforeAll(async () => {
  open = await openApplication();
  const { id } = open.workspace;
  const survey = newId();
  await open.test.asSuperuser(`insert into survey (workspace_id, id, key, name, level)
    values ('${id}', '${survey}', 's', 'S', 'encounter')`);
  await open.test.asSuperuser(`insert into survey_version (workspace_id, id, survey_id, number, content, published_at)
    values ('${id}', '${version}', '${survey}', 1, '{}', now())`);
  await open.test.asSuperuser(`insert into question (workspace_id, id, survey_version_id, key, position, kind, metric, texts,
    scale_minimum, scale_points) values ('${id}', '${question}', '${version}', 'recommend', 1, 'scale', 'nps', '{}', 0, 11)`);
  await open.test.asSuperuser(`insert into programme (workspace_id, id, key, name, level, survey_id, state)
    values ('${id}', '${programme}', 'p', 'After a visit', 'encounter', '${survey}', 'running')`);
});
afterAll(() => open.close());

async function invitation(state: string): Promise<string> {
  const id = newId();
  await open.test.asSuperuser(`insert into invitation (workspace_id, id, programme_id, survey_version_id, channel, state,
    planned_at, sent_at) values ('${open.workspace.id}', '${id}', '${programme}', '${version}', 'email', '${state}',
    '2030-06-14T09:00:00Z', '2030-06-14T09:00:00Z')`);
  return id;
}
async function click(score: number, verdict: string, state = 'sent'): Promise<string> {
  const id = newId();
  await open.test.asSuperuser(`insert into contact_signal (workspace_id, id, invitation_id, kind, detail, verdict, heard_at)
    values ('${open.workspace.id}', '${id}', '${await invitation(state)}', 'intent',
    '{"score": ${score}, "agent": "Mozilla", "reasons": ["no-language"]}', '${verdict}', '2030-06-14T10:00:00Z')`);
  return id;
}
async function answer(score: number): Promise<void> {
  const [id, asked] = [newId(), await invitation('completed')];
  const { id: workspaceId } = open.workspace;
  const at = new Date('2030-06-14T10:00:00Z');
  await open.test.store.inWorkspace(workspaceId, async ({ query }) => {
    await query(
      `insert into response (workspace_id, id, source, survey_version_id, invitation_id, day, responded_at, recorded_at, completed)
       values ($1, $2, 'answer-page', $3, $4, '2030-06-14', $5, $5, true)`,
      [workspaceId, id, version, asked, at],
    );
    await query('insert into answer (workspace_id, id, response_id, question_id, point) values ($1, $2, $3, $4, $5)', [
      workspaceId,
      newId(),
      id,
      question,
      score + 1,
    ]);
  });
}
async function asked(path: string, ask: Ask = {}) {
  const response = await open.ask(`/workspaces/{w}/intents${path}`, { as: 'analyst', ...ask });
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
}
const judge = (id: string, verdict: string, ask: Ask = {}) =>
  asked(`/${id}/verdict`, { method: 'POST', body: { verdict }, ...ask });
const effect = async () => (await asked('/effects')).body.effects[0];

describe('first clicks', () => {
  it('are listed with verdict and reasons, and change no figure until a person says who clicked', async () => {
    for (const score of [10, 10, 3]) await answer(score);
    const scanned = await click(0, 'scanner');
    await click(9, 'human');
    await click(0, 'human', 'completed');
    const { intents } = (await asked('')).body;
    expect(intents).toHaveLength(3);
    expect(intents.find(({ id }: { id: string }) => id === scanned)).toMatchObject({
      score: 0,
      verdict: 'scanner',
      reasons: ['no-language'],
      isJudged: false,
      isAnswered: false,
      programme: 'After a visit',
    });
    expect((await asked('?verdict=scanner')).body.intents).toHaveLength(1);
    // Of whoever answered, the answer counts.
    expect(await effect()).toMatchObject({ metric: 'nps', answers: 3, clicks: 1, with: { n: 4, value: 50 } });
    expect((await effect()).without.value).toBeCloseTo(100 / 3, 9);
    expect((await effect()).without.interval.low).toBeLessThan(0);

    expect((await judge(scanned, 'human')).status).toBe(204);
    expect(await effect()).toMatchObject({ clicks: 2, with: { n: 5, value: 20 }, without: { n: 3 } });
    const judged = (await asked('')).body.intents.find(({ id }: { id: string }) => id === scanned);
    expect(judged).toMatchObject({ verdict: 'human', isJudged: true });
    const log = await (await open.ask('/workspaces/{w}/audit-log?limit=1', { as: 'owner' })).json();
    expect(log.events[0]).toMatchObject({ action: 'judge-intent', subjectId: scanned, detail: { verdict: 'human' } });
  });

  it('are judged by owners and analysts only', async () => {
    const id = await click(5, 'unknown');
    for (const as of ['manager', 'agent', 'viewer'] as const) {
      expect((await asked('', { as })).status).toBe(403);
      expect((await judge(id, 'human', { as })).status).toBe(403);
    }
    expect((await judge(newId(), 'human')).status).toBe(404);
    expect((await judge(id, 'unknown')).status).toBe(400);
  });
});
