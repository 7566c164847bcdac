import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runMonitor } from '../../src/inference/index.ts';
import { baselineDays, changedYear } from '../monitoring/streams.ts';
import { type Ask, type OpenApplication, openApplication } from './open-application.ts';

let open: OpenApplication;
const written = changedYear({ seed: 3, perDay: 8, promoters: 0.5, detractors: 0.2, delta: -20 });
const day = 86_400_000;
const first = Date.parse('2029-04-01T12:00:00Z');
const dayOf = (step: number) => new Date(first + step * day).toISOString().slice(0, 10);

beforeAll(async () => {
  // Where it ends is today: the first stream of the written vectors, a fall of 20 points from monitored day 60 on.
  open = await openApplication({}, new Date(first + (baselineDays + 200) * day));
  const { values, steps } = written;
  const { id: w } = open.workspace;
  const { test } = open;
  await test.asSuperuser(`insert into survey (workspace_id, id, key, name, level)
    values ('${w}', gen_random_uuid(), 's', 'S', 'relationship')`);
  await test.asSuperuser(`insert into survey_version (workspace_id, id, survey_id, number, content, published_at)
    select '${w}', gen_random_uuid(), id, 1, '{}', '2029-01-01' from survey where workspace_id = '${w}'`);
  await test.asSuperuser(`insert into question (workspace_id, id, survey_version_id, key, position, kind, metric, texts, scale_minimum, scale_points)
    select '${w}', gen_random_uuid(), id, 'recommend', 1, 'scale', 'nps', '{}', 0, 11 from survey_version where workspace_id = '${w}'`);
  for (let step = 0; step < baselineDays + 200; step += 1) {
    const ofDay = values.slice(steps[step], steps[step + 1]);
    for (const [i, value] of ofDay.entries()) {
      const body = {
        survey: 's',
        externalId: `${step}-${i}`,
        respondedAt: new Date(first + step * day).toISOString(),
        answers: [{ question: 'recommend', score: value === 100 ? 10 : value === 0 ? 8 : 3 }],
      };
      const reply = await open.ask('/workspaces/{w}/responses', { key: open.workspace.keys['responses:write'], body });
      if (reply.status !== 201) throw new Error(await reply.text());
    }
  }
}, 300_000);
afterAll(() => open.close());

async function watch(query = '', ask: Ask = {}) {
  const reply = await open.ask(`/workspaces/{w}/watch${query}`, { as: 'viewer', ...ask });
  return { status: reply.status, body: await reply.json() };
}

describe('a watched level', () => {
  it('finds the fall that the written stream has, on the day and since the day that are written', async () => {
    const { status, body } = await watch('?from=2029-04-01');
    expect(status).toBe(200);
    expect(body.level).toBe('relationship');
    expect(body.baseline).toMatchObject({ n: 743, from: dayOf(0), to: dayOf(baselineDays - 1), designEffect: 1 });
    // A tally keeps no order within a day: the lower scores come first, which moves an alarm that is near by some days.
    const inOrder = written.steps.flatMap((start, step) =>
      written.values.slice(start, written.steps[step + 1]).sort((x, y) => x - y),
    );
    const stream = { values: inOrder, steps: written.steps, daysPerStep: 1, range: { min: -100, max: 100 } };
    const [wanted] = runMonitor(stream, { baselineSteps: baselineDays }).alarms;
    const [alarm] = body.alarms;
    expect(alarm).toMatchObject({
      day: dayOf(wanted!.step),
      direction: 'down',
      changedSince: dayOf(wanted!.changedSince),
      evidence: wanted!.evidence,
    });
    expect(Math.abs(wanted!.step - baselineDays - 72)).toBeLessThanOrEqual(10);
    expect(alarm.sizeSoFar).toBeLessThan(-20);
    expect(body.path.filter(({ isLearning }: { isLearning?: true }) => isLearning).length).toBeGreaterThanOrEqual(29);
  });

  it('is the same when it is asked again, and another where fewer days are looked at', async () => {
    const [one, two, short] = [
      await watch('?from=2029-04-01'),
      await watch('?from=2029-04-01'),
      await watch('?from=2029-05-01'),
    ];
    expect(one.body).toEqual(two.body);
    expect(short.body.run.id).not.toBe(one.body.run.id);
  });

  it('says what is missing instead of watching', async () => {
    expect((await watch('?from=2029-12-01')).body.error.code).toBe('CND_SAMPLE_TOO_SMALL');
    expect((await watch('?metric=ces-7')).body.error.code).toBe('CND_NO_ANSWERS');
    expect((await watch('?touchpoint=nowhere')).body.error.code).toBe('CND_NO_ANSWERS');
    expect((await watch('?target=3')).body.error.code).toMatch(/^CND_(VIEW|REQUEST)$/);
  });
});
