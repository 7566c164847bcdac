import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditProgramme, dayOfIsoDate } from '../../src/audit/index.ts';
import { auditWorkspace, type Reader } from '../../src/findings/index.ts';
import { metricDefinition } from '../../src/metrics/index.ts';
import { newId, storeResponses } from '../../src/store/index.ts';
import { defaultView, type View } from '../../src/view/index.ts';
import { type TestStore, testStore } from '../store/test-store.ts';
import { type FixtureRow, type ProgrammeFixture, programmeFixture } from './programme-fixture.ts';

let test: TestStore;
let programme: ProgrammeFixture;
const now = new Date('2030-12-20T12:00:00Z');
const all: Reader = { money: true, comments: true, contactDetails: true, smallGroups: true };
const audit = (view: Partial<View> = {}, reader = all) =>
  auditWorkspace(test.store, { workspaceId: programme.workspaceId, view: { ...defaultView, ...view }, reader, now });
const rounded = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_, one) => (typeof one === 'number' ? Number(one.toPrecision(9)) : one)));

beforeAll(async () => {
  test = await testStore();
  programme = await programmeFixture(test, { seed: 11, responses: 900, from: '2029-12-01', to: '2030-12-18' });
});
afterAll(() => test.close());

describe('the programme audit of a workspace', () => {
  it.each(['relationship', 'encounter'] as const)(
    'judges the %s level as a file with the same answers',
    async (level) => {
      const result = await audit({ level });
      const rows = programme.rows.filter((row) => row.level === level && row.score !== undefined);
      const ofFile = auditProgramme({
        definition: metricDefinition('nps'),
        series: {
          scores: Float64Array.from(rows, ({ score }) => score!),
          days: Int32Array.from(rows, ({ day }) => dayOfIsoDate(day)!),
          account: {
            codes: Int32Array.from(rows, ({ account }) => account),
            names: Array.from({ length: 40 }, (_, i) => String(i)),
          },
          families: ['nps'],
          questions: 1,
        },
        periodUnit: 'month',
        confidence: 0.95,
        seed: 1,
      });
      expect(rounded(result.periods)).toEqual(rounded(ofFile.periods));
      expect(rounded(result.changes)).toEqual(rounded(ofFile.changes));
      expect(result.programme.changePoints).toEqual(ofFile.programme.changePoints);
      expect(result).toMatchObject({
        metric: 'nps',
        source: { file: 'W', format: 'workspace' },
        rows: { used: rows.length },
      });
    },
  );

  it('answers rules that a file cannot, and names what is missing for the others', async () => {
    const rule = async (id: string, view: Partial<View> = { level: 'encounter' }) =>
      (await audit(view)).rules.find((one) => one.id === id)!;
    expect(await rule('definition-change')).toMatchObject({ status: 'fail', figures: { what: 'version' } });
    expect((await audit({ level: 'encounter' })).breaks).toMatchObject([{ period: '2030-07' }]);
    expect(await rule('definition-change', { level: 'relationship' })).toMatchObject({ status: 'pass' });
    expect(await rule('payer-coverage')).toMatchObject({ figures: { byRevenue: 1 } });
    expect(await rule('contact-person-share')).toMatchObject({ status: 'pass' });
    expect(await rule('survey-length')).toMatchObject({ figures: { questions: 2 } });
    expect(await rule('levels-mixed')).toMatchObject({ status: 'pass', figures: { levels: ['encounter'] } });
    expect(await rule('response-rate')).toMatchObject({ status: 'not measurable', figures: { needs: 'invitations' } });
    expect(await rule('cases-within-48h')).toMatchObject({ status: 'not measurable', figures: { needs: 'cases' } });
    await invite({ completed: 40, sent: 40, bounced: 10, 'opted-out': 10 });
    const rate = (
      await auditWorkspace(test.store, {
        workspaceId: programme.workspaceId,
        view: { ...defaultView, level: 'encounter', channel: ['web'] },
        reader: all,
        now,
      })
    ).rules;
    expect(rate.find(({ id }) => id === 'response-rate')).toMatchObject({
      status: 'pass',
      figures: { share: 0.4, invitations: 100 },
    });
  });

  it('compares late answers with early ones by the day of the invitation, in the zone of the workspace', async () => {
    const rule = async () => (await audit({ level: 'relationship' })).rules.find(({ id }) => id === 'late-responders')!;
    expect(await rule()).toMatchObject({ status: 'not measurable', figures: { needs: 'invitation-date' } });
    const rows = programme.rows.filter(({ level, score }) => level === 'relationship' && score !== undefined);
    // Invited at half past midnight in Helsinki; whoever scored 6 or less answered three days later.
    const waits = rows.map(({ score }) => (score! <= 6 ? 3 : 0));
    await inviteRows(rows, waits);
    const [early, late] = [waits.filter((one) => one === 0).length, waits.filter((one) => one === 3).length];
    expect(early).toBeGreaterThan(late);
    expect(await rule()).toMatchObject({ status: 'fail', figures: { days: 0, early, late } });
  });

  it('says of the running month that it is not whole, and not of the others', async () => {
    const periods = async (view: Partial<View>) =>
      (await audit({ level: 'encounter', ...view })).caveats
        .filter(({ code }) => code === 'partial-period')
        .map(({ period }) => period);
    expect(await periods({})).toEqual(['2030-12']);
    expect(await periods({ to: '2030-12-01' })).toEqual([]);
    expect(await periods({ from: '2030-02-03', to: '2030-11-20' })).toEqual(['2030-02', '2030-11']);
  });

  it('is kept until an answer comes, and is the same again for the same data', async () => {
    const first = await audit({ level: 'relationship' });
    expect(await audit({ level: 'relationship' })).toBe(first);
    const source = programme.rows.find(({ level, score }) => level === 'relationship' && score !== undefined)!;
    const one = { ...source, id: newId(), externalId: 'late' };
    await test.store.inWorkspace(programme.workspaceId, (t) => storeResponses(t, [one]));
    const second = await audit({ level: 'relationship' });
    expect(second.rows.used).toBe(first.rows.used + 1);
    expect(second.run.id).not.toBe(first.run.id);
  });

  it('refuses where nothing may be shown', async () => {
    await expect(audit({ level: 'encounter', touchpoint: ['nowhere'] })).rejects.toMatchObject({
      code: 'CND_NO_ANSWERS',
    });
    const narrow = { level: 'encounter', segment: ['small'], role: ['payer'], channel: ['web'] } as const;
    await expect(audit(narrow, { ...all, smallGroups: false })).rejects.toMatchObject({ code: 'CND_NO_ANSWERS' });
    expect((await audit(narrow)).rows.used).toBeGreaterThan(0);
  });
});

async function invite(states: Record<string, number>): Promise<void> {
  await test.store.inWorkspace(programme.workspaceId, async (t) => {
    const [survey] = await t.query<{ id: string }>(
      "select id from survey where workspace_id = $1 and key = 'encounter'",
      [t.workspaceId],
    );
    const programmeId = newId();
    await t.query(
      `insert into programme (workspace_id, id, key, name, level, survey_id, state) values ($1, $2, 'p', 'P', 'encounter', $3, 'running')`,
      [t.workspaceId, programmeId, survey!.id],
    );
    const rows = Object.entries(states).flatMap(([state, n]) =>
      Array.from({ length: n }, () => ({ id: newId(), state })),
    );
    await t.query(
      `insert into invitation (workspace_id, id, programme_id, channel, state, planned_at, sent_at)
       select $1, id, $2, 'email', state, '2030-05-01', '2030-05-01' from unnest($3::uuid[], $4::text[]) as given (id, state)`,
      [t.workspaceId, programmeId, rows.map(({ id }) => id), rows.map(({ state }) => state)],
    );
  });
}

/** An invitation for each row, sent so many days before; the data of the workspace change with it. */
async function inviteRows(rows: readonly FixtureRow[], waits: readonly number[]): Promise<void> {
  await test.store.inWorkspace(programme.workspaceId, async (t) => {
    const programmeId = newId();
    await t.query(
      `insert into programme (workspace_id, id, key, name, level, survey_id, state)
       select $1, $2, 'r', 'R', 'relationship', id, 'running' from survey where workspace_id = $1 and key = 'relationship'`,
      [t.workspaceId, programmeId],
    );
    const ids = rows.map(() => newId());
    // 22:30 UTC of the day before is half past midnight in Helsinki.
    const sent = rows.map(
      ({ day }, i) =>
        `${new Date(Date.parse(day) - (waits[i]! + 1) * 86_400_000).toISOString().slice(0, 10)}T22:30:00Z`,
    );
    await t.query(
      `insert into invitation (workspace_id, id, programme_id, channel, state, planned_at, sent_at)
       select $1, id, $2, 'email', 'completed', sent, sent from unnest($3::uuid[], $4::timestamptz[]) as given (id, sent)`,
      [t.workspaceId, programmeId, ids, sent],
    );
    await t.query(
      `update response r set invitation_id = g.invitation from unnest($2::uuid[], $3::uuid[]) as g (id, invitation)
       where r.workspace_id = $1 and r.id = g.id`,
      [t.workspaceId, rows.map(({ id }) => id), ids],
    );
  });
  const [first] = rows;
  const one = { ...first!, id: newId(), externalId: 'beside', answers: [] };
  await test.store.inWorkspace(programme.workspaceId, (t) => storeResponses(t, [one]));
}
