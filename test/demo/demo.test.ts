import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listImports } from '../../src/collect/index.ts';
import {
  type DemoCompany,
  demoEmail,
  ensureDemoWorkspace,
  isDemoUnfinished,
  isFirstRun,
  loadDemo,
  renewDemoPassword,
} from '../../src/demo/index.ts';
import { memberRoles, signIn } from '../../src/people/index.ts';
import { recountTallies } from '../../src/store/index.ts';
import { accountHistories, consumerHistories, createWorld } from '../../src/world/index.ts';
import { type TestStore, testStore } from '../store/test-store.ts';

let test: TestStore;
const company: DemoCompany = { accounts: 60, seed: 7, lastMonth: '2029-12' };
const clock = () => new Date('2030-01-15T09:00:00Z');
let workspaceId: string;
let password: string;
const number = async (text: string) => (await test.asSuperuser<{ n: number }>(`select (select ${text}) as n`))[0]!.n;
const enter = (role: (typeof memberRoles)[number], withPassword: string) =>
  signIn(test.store, {
    email: demoEmail(role),
    password: withPassword,
    address: '127.0.0.1',
    now: clock(),
    life: { idleMilliseconds: 1000, absoluteMilliseconds: 1000 },
  });

beforeAll(async () => {
  test = await testStore();
});
afterAll(() => test.close());

describe('the demo', () => {
  it('is made on a first run with a person for every role, whose password is told once', async () => {
    expect(await isFirstRun(test.store)).toBe(true);
    const made = await ensureDemoWorkspace(test.store, clock);
    workspaceId = made.workspaceId;
    password = made.password!;
    expect(await isFirstRun(test.store)).toBe(false);
    expect(await isDemoUnfinished(test.store)).toBe(true);
    expect(await ensureDemoWorkspace(test.store, clock)).toEqual({ workspaceId, password: undefined });
    for (const role of memberRoles) expect((await enter(role, password)).token.length).toBeGreaterThan(20);
    const kept = await test.asSuperuser<{ password_hash: string }>('select password_hash from "user"');
    expect(kept.filter(({ password_hash }) => !password_hash.startsWith('$argon2id$'))).toEqual([]);
  });

  it('holds every answer, account, euro and KPI of the simulated company, and none of its truth', async () => {
    const shares: number[] = [];
    const report = await loadDemo(test.store, workspaceId, {
      company,
      clock,
      onProgress: ({ share }) => void shares.push(share),
    });
    expect(report.rejected).toBe(0);
    expect(shares.at(-1)).toBeGreaterThan(0.9);
    const world = createWorld({ seed: 7, accounts: 60, consumers: 360, lastMonth: '2029-12' });
    const accounts = [...accountHistories(world)];
    const purchases = [...consumerHistories(world)].flatMap((history) => history.purchases);
    const invitations = accounts.flatMap((history) => history.invitations);
    expect(await number('count(*)::int from account')).toBe(60 + 360);
    expect(await number('count(*)::int from invitation')).toBe(invitations.length + purchases.length);
    expect(await number('count(*)::int from response')).toBe(
      [...invitations, ...purchases].filter(({ answered }) => answered).length,
    );
    expect(await number("count(*)::int from outcome_fact where kind = 'revenue'")).toBe(
      accounts.flatMap(({ months }) => months).length + purchases.length,
    );
    expect(await number('count(*)::int from kpi_fact')).toBe(40 * 36 * 4);
    expect(await number('count(*)::int from initiative')).toBe(3);
    // Three metrics after an encounter; of the relationship nobody is asked how easy it was.
    const asked = await test.asSuperuser(
      `select s.level, string_agg(q.key, ',' order by q.position) as questions from question q
       join survey_version v on v.id = q.survey_version_id join survey s on s.id = v.survey_id group by 1 order by 1`,
    );
    expect(asked).toEqual([
      { level: 'encounter', questions: 'recommend,satisfaction,ease,comment' },
      { level: 'relationship', questions: 'recommend,comment' },
    ]);
    expect(
      await number('count(*)::int from question q where not exists (select from answer a where a.question_id = q.id)'),
    ).toBe(0);
    expect(await test.store.inWorkspace(workspaceId, recountTallies)).toEqual([]);
    expect(await isDemoUnfinished(test.store)).toBe(false);
  });

  it('is refused twice, and replaced where that is asked for', async () => {
    await expect(loadDemo(test.store, workspaceId, { company, clock })).rejects.toMatchObject({ code: 'CND_DEMO' });
    const before = await number('count(*)::int from response');
    await loadDemo(test.store, workspaceId, { company: { ...company, seed: 8 }, clock, replace: true });
    const other = await number('count(*)::int from response');
    expect(other).not.toBe(before);
    await loadDemo(test.store, workspaceId, { company, clock, replace: true });
    expect(await number('count(*)::int from response')).toBe(before);
    expect(await number('count(*)::int from initiative')).toBe(3);
    const states = (await listImports(test.store, workspaceId)).map(({ state }) => state);
    expect(states.sort()).toEqual(['done', 'undone', 'undone']);
  });

  it('begins again when the process that loaded it died', async () => {
    await test.asSuperuser("update import set state = 'undone' where state = 'done'");
    await test.asSuperuser(
      "update import set state = 'running', beat_at = '2030-01-15T08:59:59Z' where file_name like '%seed 8%'",
    );
    const again = loadDemo(test.store, workspaceId, { company: { ...company, seed: 8 }, clock });
    await expect(again).rejects.toMatchObject({ code: 'CND_DEMO' });
    const later = () => new Date('2030-01-15T09:01:00Z');
    expect(
      (await loadDemo(test.store, workspaceId, { company: { ...company, seed: 8 }, clock: later })).read,
    ).toBeGreaterThan(0);
  });

  it('gets another password for all of its people, which ends the old one', async () => {
    const next = await renewDemoPassword(test.store, clock());
    await expect(enter('owner', password)).rejects.toMatchObject({ code: 'CND_SIGN_IN_WRONG' });
    expect((await enter('viewer', next)).token.length).toBeGreaterThan(20);
  });
});
