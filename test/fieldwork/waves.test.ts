import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addWave,
  changeProgramme,
  closeWave,
  findWave,
  listWaves,
  nextWaveAt,
  silentAccounts,
  stopOfContact,
  surveyReader,
  sweepWaves,
  waveDryRun,
  waveProgress,
} from '../../src/fieldwork/index.ts';
import { stopInvitations } from '../../src/store/index.ts';
import { type TestStore, testStore } from '../store/test-store.ts';
import { day, hour, keptOf, messagesOf, monday, sendAt } from './programme-fixture.ts';
import { everybody, openWave, usualAccounts, waveCompany, waveInvitations, work } from './wave-fixture.ts';

let test: TestStore;
beforeAll(async () => {
  test = await testStore();
});
afterAll(() => test.close());

const later = (milliseconds: number) => new Date(monday.getTime() + milliseconds);
const states = async (workspaceId: string) =>
  (await waveInvitations(test, workspaceId)).map(({ person, state, reason, stop }) => [person, state, reason ?? stop]);
const inside = <T>(workspaceId: string, run: Parameters<typeof test.store.inWorkspace<T>>[1]) =>
  test.store.inWorkspace(workspaceId, run);

/** Whether the sweep found something to do in this workspace. */
async function sweptAt(workspaceId: string, now: Date): Promise<boolean> {
  await test.asSuperuser("delete from job where kind = 'ask-waves'");
  await sweepWaves(test.store, now);
  const jobs = await test.asSuperuser("select 1 from job where kind = 'ask-waves' and workspace_id = $1", [
    workspaceId,
  ]);
  return jobs.length > 0;
}

/** The person answers, as the answer page keeps it. */
async function answer(workspaceId: string, invitationId: string, now: Date) {
  await inside(workspaceId, async (transaction) => {
    await transaction.query(
      "update invitation set state = 'completed', completed_at = $3 where workspace_id = $1 and id = $2",
      [workspaceId, invitationId, now],
    );
    await stopInvitations(transaction, [invitationId], { reason: 'answered', now });
  });
}

describe('a wave', () => {
  it('asks those it drew by mail, each once, with the probability kept, and changes nothing when it runs again', async () => {
    const company = await waveCompany(test);
    const { workspaceId } = company;
    await openWave(test, company);
    const rows = await waveInvitations(test, workspaceId);
    expect(rows).toHaveLength(12);
    expect(rows.every(({ state, probability }) => state === 'planned' && probability === 1)).toBe(true);
    expect(rows.map(({ role }) => role).sort()).toEqual([...Array(6).fill('end-user'), ...Array(6).fill('payer')]);
    await work(test, workspaceId, monday);
    expect(await waveInvitations(test, workspaceId)).toEqual(rows);
    expect(await sendAt(test, workspaceId, later(hour))).toMatchObject({ claimed: 12, sent: 12 });
    expect(await sendAt(test, workspaceId, later(hour))).toMatchObject({ claimed: 0 });
    expect(new Set((await keptOf(test, workspaceId)).map(({ recipient }) => recipient)).size).toBe(12);
  });

  it('draws as many as its goal needs, the largest first, and keeps what it expected', async () => {
    const rules = { waves: { perAccount: 1, leastProbability: 0.01, goal: { coverage: 0.3 } } };
    const company = await waveCompany(test, usualAccounts(200), rules);
    const id = await openWave(test, company);
    const wave = await inside(company.workspaceId, (transaction) => findWave(transaction, id, monday));
    expect(wave.state).toBe('open');
    expect(wave.draw).toMatchObject({ accounts: 200, persons: 400, responseShare: 0.3, responseFrom: 0 });
    // With 30 % answering nothing short of everybody reaches 30 %, so all are asked.
    expect(wave.draw!.drawnAccounts).toBeGreaterThan(190);
    const less = await waveCompany(test, usualAccounts(200), {
      waves: { perAccount: 1, leastProbability: 0.01, goal: { coverage: 0.1 } },
    });
    await openWave(test, less);
    const rows = await waveInvitations(test, less.workspaceId);
    expect(rows.length).toBeLessThan(100);
    expect(rows.length).toBeGreaterThan(20);
    expect(Math.min(...rows.map(({ probability }) => probability!))).toBeLessThan(0.2);
  });

  it('asks a person of two accounts once, and keeps why not the second time', async () => {
    const both = { roles: ['payer'] };
    const company = await waveCompany(test, [
      { name: 'A1', revenue: 5, persons: { pia: both } },
      { name: 'A2', revenue: 4, persons: { pia: both } },
    ]);
    await openWave(test, company);
    const rows = await waveInvitations(test, company.workspaceId);
    expect(rows.map(({ state }) => state).sort()).toEqual(['planned', 'refused']);
    expect(await messagesOf(test, company.workspaceId)).toHaveLength(1);
  });

  it('opens on its day and not before', async () => {
    const company = await waveCompany(test);
    const { workspaceId, programmeId } = company;
    const opensAt = later(2 * day);
    await inside(workspaceId, (transaction) => addWave(transaction, { programmeId, opensAt, now: monday }));
    await work(test, workspaceId, monday);
    expect(await waveInvitations(test, workspaceId)).toEqual([]);
    expect(await sweptAt(workspaceId, later(day))).toBe(false);
    expect(await sweptAt(workspaceId, later(2 * day + hour))).toBe(true);
    await work(test, workspaceId, later(2 * day + hour));
    expect(await waveInvitations(test, workspaceId)).toHaveLength(12);
  });

  it('waits while its programme is paused, and is closed with it', async () => {
    const company = await waveCompany(test);
    const { workspaceId, programmeId } = company;
    const set = (state: 'running' | 'paused' | 'ended') =>
      inside(workspaceId, (transaction) => changeProgramme(transaction, programmeId, { state, now: monday }));
    await inside(workspaceId, (transaction) => addWave(transaction, { programmeId, now: monday }));
    await set('paused');
    await work(test, workspaceId, monday);
    expect(await waveInvitations(test, workspaceId)).toEqual([]);
    await set('running');
    await work(test, workspaceId, monday);
    expect(await waveInvitations(test, workspaceId)).toHaveLength(12);
    await set('ended');
    await work(test, workspaceId, monday);
    expect(new Set((await states(workspaceId)).map(([, state, stop]) => `${state} ${stop}`))).toEqual(
      new Set(['cancelled wave-closed']),
    );
    expect(await sendAt(test, workspaceId, later(hour))).toMatchObject({ claimed: 0 });
  });

  it('is one at a time, closes after it opens, and needs a programme of the relationship that runs', async () => {
    const company = await waveCompany(test);
    const { workspaceId, programmeId } = company;
    const add = (more: object = {}) =>
      inside(workspaceId, (transaction) => addWave(transaction, { programmeId, now: monday, ...more })).then(
        () => 'made',
        ({ code, details }) => [code, details.field],
      );
    expect(await add({ closesAt: monday })).toEqual(['CND_WAVE_STATE', 'closesAt']);
    expect(await add()).toBe('made');
    expect(await add()).toEqual(['CND_WAVE_STATE', 'opensAt']);
    await inside(workspaceId, (transaction) =>
      changeProgramme(transaction, programmeId, { state: 'paused', now: monday }),
    );
    expect(await add()).toEqual(['CND_PROGRAMME_STATE', 'state']);
  });

  it('of a rhythm comes again so many months after the last, once that is closed', async () => {
    const company = await waveCompany(test, usualAccounts(2), { ...everybody, waves: { everyMonths: 6 } });
    const { workspaceId, programmeId } = company;
    const list = () => inside(workspaceId, (transaction) => listWaves(transaction, programmeId, monday));
    expect(await inside(workspaceId, (transaction) => nextWaveAt(transaction, programmeId))).toBeUndefined();
    await openWave(test, company);
    // Noon in Helsinki is 09:00 UTC in June and 10:00 in December.
    const next = new Date('2030-12-10T10:00:00Z');
    expect(await inside(workspaceId, (transaction) => nextWaveAt(transaction, programmeId))).toEqual(next);
    await work(test, workspaceId, new Date(next.getTime() - 1));
    expect(await list()).toHaveLength(1);
    await Promise.all(Array.from({ length: 4 }, () => work(test, workspaceId, next)));
    expect((await list()).map(({ number, opensAt }) => [number, opensAt])).toEqual([
      [2, next],
      [1, monday],
    ]);
    expect((await waveInvitations(test, workspaceId)).map(({ wave }) => wave)).toEqual([1, 1, 1, 1, 2, 2, 2, 2]);
  });
});

describe('what stops a wave for a person', () => {
  it('an answer, an opt-out, a bounce and a complaint end his reminders; others are reminded twice and then let be', async () => {
    const company = await waveCompany(test, usualAccounts(4));
    const { workspaceId } = company;
    const id = await openWave(test, company);
    await sendAt(test, workspaceId, later(hour));
    const rows = await waveInvitations(test, workspaceId);
    const of = (person: string) => rows.find((row) => row.person === person)!;
    await answer(workspaceId, of('payer0').id, later(2 * hour));
    const contact = async (person: string) =>
      (
        await test.asSuperuser<{ id: string }>('select id from contact where workspace_id = $1 and external_id = $2', [
          workspaceId,
          person,
        ])
      )[0]!.id;
    for (const [person, reason] of [
      ['payer1', 'opted-out'],
      ['payer2', 'bounced'],
      ['payer3', 'complained'],
    ] as const) {
      const contactId = await contact(person);
      await inside(workspaceId, (transaction) =>
        stopOfContact(transaction, contactId, { reason, now: later(2 * hour) }),
      );
    }
    for (let at = 1; at <= 28; at += 1) await sendAt(test, workspaceId, later(at * day + 2 * hour));
    const sent = (await messagesOf(test, workspaceId)).filter(({ state }) => state === 'sent');
    expect(sent.filter(({ number }) => number === 0)).toHaveLength(8);
    expect(sent.filter(({ number }) => number === 1)).toHaveLength(4);
    expect(sent.filter(({ number }) => number === 2)).toHaveLength(4);
    const reminded = new Set(
      (await keptOf(test, workspaceId)).slice(8).map(({ recipient }) => recipient.split('@')[0]),
    );
    expect([...reminded].sort()).toEqual(['user0', 'user1', 'user2', 'user3']);
    const progress = await inside(workspaceId, (transaction) =>
      waveProgress(transaction, { waveId: id, programmeId: company.programmeId }),
    );
    expect(progress.heard).toEqual({
      ...{ accounts: 4, heardBefore: 0, heardNow: 1, revenueBefore: 0, revenueNow: 0.4 },
    });
    expect(progress.outcome.dispositions).toMatchObject({ complete: 1, 'explicit-refusal': 2, undelivered: 1 });
  });

  it('its closing stops all that is open at once: what is planned, what is claimed and what can be answered', async () => {
    const company = await waveCompany(test, usualAccounts(4));
    const { workspaceId } = company;
    const id = await openWave(test, company);
    await sendAt(test, workspaceId, later(hour));
    const [first] = await waveInvitations(test, workspaceId);
    await answer(workspaceId, first!.id, later(2 * hour));
    const closed = later(day);
    expect(await inside(workspaceId, (transaction) => closeWave(transaction, id, closed))).toBe(true);
    expect(await inside(workspaceId, (transaction) => closeWave(transaction, id, closed))).toBe(false);
    // Before anything was settled: no reminder goes.
    expect(await sendAt(test, workspaceId, later(3 * day + 2 * hour))).toMatchObject({ sent: 0 });
    await work(test, workspaceId, closed);
    const left = await waveInvitations(test, workspaceId);
    expect(left.filter(({ state }) => state === 'completed')).toHaveLength(1);
    expect(left.filter(({ state, stop }) => state === 'expired' && stop === 'wave-closed')).toHaveLength(7);
    const [wave] = await inside(workspaceId, (transaction) => listWaves(transaction, company.programmeId, closed));
    expect(wave).toMatchObject({ state: 'closed', closesAt: closed });
  });

  it('its closing day does the same by itself, and no invitation lasts longer', async () => {
    const company = await waveCompany(test, usualAccounts(2));
    const { workspaceId } = company;
    const closesAt = later(5 * day);
    await openWave(test, company, { closesAt });
    await sendAt(test, workspaceId, later(hour));
    expect((await waveInvitations(test, workspaceId)).every(({ expires }) => expires! <= closesAt)).toBe(true);
    expect(await sweptAt(workspaceId, later(4 * day))).toBe(false);
    expect(await sweptAt(workspaceId, closesAt)).toBe(true);
    await work(test, workspaceId, closesAt);
    expect((await waveInvitations(test, workspaceId)).map(({ state }) => state)).toEqual(Array(4).fill('expired'));
    expect(await sweptAt(workspaceId, closesAt)).toBe(false);
  });
});

describe('the dry run of a wave', () => {
  it('says whom it will ask, who cannot be heard and why, and draws as the wave does', async () => {
    const payer = { roles: ['payer'] };
    const company = await waveCompany(
      test,
      [
        ...usualAccounts(40),
        { name: 'no payer', revenue: 9_000, persons: { una: { roles: ['end-user'] } } },
        { name: 'no address', revenue: 8_000, persons: { noa: { ...payer, email: null } } },
        { name: 'nobody', revenue: 7_000, persons: {} },
      ],
      { waves: { perAccount: 1, leastProbability: 0.05, goal: { coverage: 0.15 } } },
    );
    const { workspaceId, programmeId } = company;
    const run = () => waveDryRun(test.store, workspaceId, { programmeId, reader: surveyReader(), now: monday });
    const dry = await run();
    expect(await run()).toEqual(dry);
    expect(await waveInvitations(test, workspaceId)).toEqual([]);
    expect(dry.silent).toEqual([
      { why: 'no-deciding-contact', accounts: 2, revenue: 16 / 844 },
      { why: 'no-address', accounts: 1, revenue: 8 / 844 },
    ]);
    expect(dry.silentAccounts.map(({ name, why }) => [name, why])).toEqual([
      ['no payer', 'no-deciding-contact'],
      ['no address', 'no-address'],
      ['nobody', 'no-deciding-contact'],
    ]);
    expect(dry.refusals).toEqual([{ reason: 'no-address', count: 1 }]);
    const id = await openWave(test, company);
    const wave = await inside(workspaceId, (transaction) => findWave(transaction, id, monday));
    expect(wave.draw).toEqual(dry.draw);
    expect(await waveInvitations(test, workspaceId)).toHaveLength(dry.draw.drawnPersons);
    const silent = await inside(workspaceId, (transaction) =>
      silentAccounts(transaction, { waveId: id, limit: 10, offset: 0 }),
    );
    expect(silent.map(({ name, why }) => [name, why])).toEqual(dry.silentAccounts.map(({ name, why }) => [name, why]));
  });

  it('does not ask again for accounts whose payer was heard lately, beyond the least chance', async () => {
    const company = await waveCompany(test, usualAccounts(40), {
      waves: { perAccount: 1, leastProbability: 0.01, goal: { coverage: 0.9 } },
    });
    const { workspaceId, programmeId } = company;
    await inside(workspaceId, async ({ query }) => {
      await query(
        `insert into response (workspace_id, id, source, survey_version_id, account_id, respondent_role, responded_at,
           recorded_at, day, completed)
         select $1, gen_random_uuid(), 'test', v.id, a.id, 'payer', $2::timestamptz, $2::timestamptz, $2::timestamptz::date, true
         from account a, survey_version v where a.workspace_id = $1 and v.workspace_id = $1`,
        [workspaceId, later(-30 * day)],
      );
    });
    const dry = await waveDryRun(test.store, workspaceId, { programmeId, reader: surveyReader(), now: monday });
    expect(dry.draw.drawnAccounts).toBeLessThanOrEqual(1);
    expect(dry.draw.expected).toMatchObject({ revenue: 1, accounts: 1, isReached: true });
    expect(dry.silent).toEqual([]);
  });
});

describe('two that draw and plan the same wave', () => {
  it('leave one draw, and each person is asked once', async () => {
    const company = await waveCompany(test, usualAccounts(60));
    const { workspaceId, programmeId } = company;
    await inside(workspaceId, (transaction) => addWave(transaction, { programmeId, now: monday }));
    await Promise.all(Array.from({ length: 4 }, () => work(test, workspaceId, monday)));
    const rows = await waveInvitations(test, workspaceId);
    expect(rows).toHaveLength(120);
    expect(new Set(rows.map(({ person }) => person)).size).toBe(120);
    const [left] = await test.asSuperuser<{ draws: string; members: string }>(
      `select count(distinct draw_id) as draws, count(*) as members from wave_member where workspace_id = $1`,
      [workspaceId],
    );
    expect(left).toEqual({ draws: 1, members: 120 });
  });
});
