import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepUsualBasis, workOnWaves } from '../../src/fieldwork/index.ts';
import { newId, stopInvitations } from '../../src/store/index.ts';
import { templateFor } from '../../src/survey/index.ts';
import { day, hour, sendAt } from '../fieldwork/programme-fixture.ts';
import { addAccounts, usualAccounts, waveInvitations, wavesAt } from '../fieldwork/wave-fixture.ts';
import { type Ask, type OpenApplication, openApplication } from './open-application.ts';

/** A Monday, 12:00 in Helsinki. */
const monday = new Date('2030-06-10T09:00:00Z');
const accounts = 40;
let open: OpenApplication;
let programme: string;

// biome-ignore lint/suspicious/noExplicitAny: replies, whose form the document says
type Body = any;
async function asked(path: string, ask: Ask = {}): Promise<{ status: number; body: Body }> {
  const response = await open.ask(`/workspaces/{w}${path}`, { as: 'manager', ...ask });
  const text = await response.text();
  return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : text };
}
const rules = {
  level: 'relationship',
  waves: { perAccount: 2, leastProbability: 1, goal: { coverage: 0.5 } },
  variants: [{ name: 'plain' }, { name: 'question' }],
  hasIncentive: true,
};

beforeAll(async () => {
  open = await openApplication({}, monday);
  const workspaceId = open.workspace.id;
  await open.test.store.inWorkspace(workspaceId, async (transaction) => {
    const surveyId = newId();
    const versionId = newId();
    await transaction.query(
      "insert into survey (workspace_id, id, key, name, level) values ($1, $2, 'relationship', 'R', 'relationship')",
      [workspaceId, surveyId],
    );
    await transaction.query(
      `insert into survey_version (workspace_id, id, survey_id, number, content, published_at)
       values ($1, $2, $3, 1, $4::jsonb, now())`,
      [workspaceId, versionId, surveyId, JSON.stringify(templateFor('relationship', ['en', 'fi']))],
    );
    await transaction.query(
      `insert into question (workspace_id, id, survey_version_id, key, position, kind, metric, scale_minimum,
         scale_points, texts)
       values ($1, $2, $3, 'recommend', 1, 'scale', 'nps', 0, 11, '{}')`,
      [workspaceId, newId(), versionId],
    );
    await keepUsualBasis(transaction, { email: 'legitimate-interest' });
  });
  await addAccounts(open.test, workspaceId, [
    ...usualAccounts(accounts),
    { name: 'no payer', revenue: 5_000, persons: { una: { roles: ['end-user'] } } },
  ]);
  const made = { key: 'relationship', name: 'Relationship', survey: 'relationship', rules };
  programme = (await asked('/programmes', { body: made })).body.id;
  expect((await asked(`/programmes/${programme}`, { method: 'PATCH', body: { state: 'running' } })).status).toBe(200);
});
afterAll(() => open.close());

/** Payers answer 4, users 9; so many hours after the wave was sent. */
async function answerOf(invitation: { id: string; role: string }, at: Date): Promise<void> {
  const { store } = open.test;
  const workspaceId = open.workspace.id;
  const [row] = await open.test.asSuperuser<{
    version: string;
    contact: string;
    account: string;
    question: string;
    segment: string;
  }>(
    `select i.survey_version_id as version, i.contact_id as contact, i.account_id as account, q.id as question, i.segment
     from invitation i join question q on q.workspace_id = i.workspace_id and q.survey_version_id = i.survey_version_id
     where i.workspace_id = $1 and i.id = $2`,
    [workspaceId, invitation.id],
  );
  const responseId = newId();
  await store.inWorkspace(workspaceId, async (transaction) => {
    await transaction.query(
      `insert into response (workspace_id, id, source, survey_version_id, invitation_id, account_id, contact_id, segment,
         respondent_role, channel, responded_at, recorded_at, day, completed)
       values ($1, $2, 'answer-page', $3, $4, $5, $6, $7, $8, 'email', $9, $9, ($9::timestamptz)::date, true)`,
      [
        workspaceId,
        responseId,
        row!.version,
        invitation.id,
        row!.account,
        row!.contact,
        row!.segment,
        invitation.role,
        at,
      ],
    );
    await transaction.query(
      'insert into answer (workspace_id, id, response_id, question_id, point) values ($1, $2, $3, $4, $5)',
      [workspaceId, newId(), responseId, row!.question, invitation.role === 'payer' ? 5 : 10],
    );
    await transaction.query(
      "update invitation set state = 'completed', completed_at = $3 where workspace_id = $1 and id = $2",
      [workspaceId, invitation.id, at],
    );
    await stopInvitations(transaction, [invitation.id], { reason: 'answered', now: at });
  });
}

describe('a wave by HTTP', () => {
  let wave: string;
  it('is tried out, made, asked and shown with its goal beside the result', async () => {
    const dry = await asked(`/programmes/${programme}/waves/dry-run`);
    expect(dry).toMatchObject({
      status: 200,
      body: { number: 1, draw: { accounts: 41, drawnAccounts: 41, drawnPersons: 81 } },
    });
    expect(dry.body.silent).toMatchObject([{ why: 'no-deciding-contact', accounts: 1 }]);
    expect(dry.body.silentAccounts).toMatchObject([{ name: 'no payer', why: 'no-deciding-contact' }]);
    const made = await asked(`/programmes/${programme}/waves`, { body: {} });
    expect(made.status).toBe(201);
    wave = made.body.id;
    expect(await asked(`/programmes/${programme}/waves`, { body: {} })).toMatchObject({
      status: 409,
      body: { error: { code: 'CND_WAVE_STATE' } },
    });
    while (await workOnWaves(wavesAt(open.test, monday), open.workspace.id));
    const { body } = await asked(`/programmes/${programme}/waves`);
    expect(body.waves).toMatchObject([{ id: wave, number: 1, state: 'open' }]);
    const sentAt = new Date(monday.getTime() + hour);
    await sendAt(open.test, open.workspace.id, sentAt);
    // Sessions do not last for days, so the clock of the server stays.
    open.time.now = new Date(monday.getTime() + 2 * hour);
    const rows = await waveInvitations(open.test, open.workspace.id);
    // A third of the payers at once, three quarters of the users; the reminders bring twelve payers more.
    const payers = rows.filter(({ role }) => role === 'payer');
    const users = rows.filter(({ role }) => role === 'end-user');
    for (const row of [...payers.slice(0, 12), ...users.slice(0, 30)]) {
      await answerOf(row, new Date(sentAt.getTime() + 5 * hour));
    }
    await sendAt(open.test, open.workspace.id, new Date(sentAt.getTime() + 3 * day));
    for (const row of payers.slice(12, 24)) await answerOf(row, new Date(sentAt.getTime() + 3 * day + hour));
    const shown = await asked(`/waves/${wave}`);
    expect(shown.status).toBe(200);
    expect(shown.body.heard).toMatchObject({ accounts: 41, heardBefore: 0, heardNow: 24 });
    expect(shown.body.heard.revenueNow).toBeGreaterThan(0.7);
    expect(shown.body.response.dispositions.complete).toBe(54);
    expect(shown.body.response.rates.RR1).toMatchObject({ value: 54 / 81, n: 81 });
    expect(shown.body.response.byRole.map(({ value, rates }: Body) => [value, rates.RR1.n])).toEqual([
      ['end-user', 41],
      ['payer', 40],
    ]);
    const viewer = await asked(`/waves/${wave}`, { as: 'viewer' });
    expect(viewer.body.heard).not.toHaveProperty('revenueNow');
    expect(viewer.body.draw.expected).not.toHaveProperty('revenue');
  });

  it('shows what persuading did, and what the score owes to who answered', async () => {
    const { body } = await asked(`/programmes/${programme}/persuasion?wave=${wave}`);
    const { score, variants } = body;
    expect(score).toMatchObject({ metric: 'nps', answers: 54 });
    expect(score.all.value).toBeCloseTo((100 * (30 - 24)) / 54, 9);
    expect(score.unreminded.value).toBeCloseTo((100 * (30 - 12)) / 42, 9);
    expect(score.steps.groups.map(({ group, estimate }: Body) => [group, estimate.n])).toEqual([
      ['0', 42],
      ['1', 12],
    ]);
    expect(score.steps.groups[1].comparison.verdict).toBe('fell');
    // All can be answered still: were the answered ones counted now, each variant would have 100 %.
    expect(variants).toBeUndefined();
    const standing = await asked('/response-standing');
    const [level] = standing.body.levels;
    expect(level).toMatchObject({ level: 'relationship', asked: 81, heard: 54, open: 27 });
    expect(level.rate.value).toBeCloseTo(54 / 81, 12);
    expect(level.byRole.groups.map(({ key, heard }: Body) => [key, heard])).toEqual([
      ['end-user', 30],
      ['payer', 24],
    ]);
    expect(level.balance.plain.value).toBeCloseTo(score.all.value, 9);
    // Users were 30 of 54 heard and 41 of 81 asked: the balanced score is lower.
    expect(level.balance.balanced.value).toBeLessThan(level.balance.plain.value);
  });

  it('keeps small groups from those who are bound by the floor', async () => {
    const few = await asked(`/programmes/${programme}/persuasion`, { as: 'viewer' });
    for (const { groups } of [few.body.score.timing, few.body.score.steps, few.body.score.channels]) {
      expect(groups.every(({ estimate }: Body) => estimate.n >= 5)).toBe(true);
    }
  });

  it('is closed by hand, by those who may', async () => {
    expect((await asked(`/waves/${wave}/close`, { method: 'POST', as: 'viewer' })).status).toBe(403);
    expect(await asked(`/waves/${wave}/close`, { method: 'POST' })).toMatchObject({
      status: 200,
      body: { state: 'closed' },
    });
    while (await workOnWaves(wavesAt(open.test, open.time.now), open.workspace.id));
    const left = (await waveInvitations(open.test, open.workspace.id)).filter(({ state }) => state !== 'completed');
    expect(new Set(left.map(({ state, stop }) => `${state} ${stop}`))).toEqual(new Set(['expired wave-closed']));
    const { body } = await asked(`/programmes/${programme}/persuasion`);
    expect(body.variants.open).toBe(0);
    expect(body.variants.judged.map(({ name }: Body) => name)).toEqual(['plain', 'question']);
    const sum = body.variants.judged.reduce((all: number, { estimate }: Body) => all + estimate.n, 0);
    expect(sum).toBe(81);
    expect(body.variants.judged[1].comparison.verdict).toMatch(/no evidence|rose|fell/);
  });

  it('is not found where there is none', async () => {
    expect((await asked(`/waves/${newId()}`)).status).toBe(404);
    expect((await asked(`/programmes/${newId()}/waves`)).status).toBe(404);
    expect((await asked(`/programmes/${programme}/persuasion?wave=${newId()}`)).status).toBe(404);
  });
});

describe('a draw', () => {
  const draw = (body: object) => asked(`/programmes/${programme}/draws`, { as: 'owner', body });

  it('is for owners, fixes its list first, and its winners follow from the seed for whoever checks', async () => {
    expect((await asked(`/programmes/${programme}/draws`, { body: { name: 'x', winners: 1 } })).status).toBe(403);
    expect((await draw({ name: 'Gift', winners: 100 })).body.error.code).toBe('CND_DRAW_STATE');
    const made = (await draw({ name: 'Gift', winners: 3 })).body;
    expect(made).toMatchObject({ entrants: 54, winners: 3, seed: null });
    const run = (seed: string) => asked(`/draws/${made.id}/run`, { as: 'owner', body: { seed } });
    expect((await run('OMXH25 4711.08')).status).toBe(200);
    expect((await run('another')).body.error.code).toBe('CND_DRAW_STATE');
    const { tickets, winners } = (await asked(`/draws/${made.id}`, { as: 'owner' })).body;
    const hash = (text: string) => createHash('sha256').update(text).digest('hex');
    // Reckoned here anew, by nothing of ours.
    expect(hash(tickets.join('\n'))).toBe(made.listHash);
    const order = tickets
      .map((ticket: string) => [hash(`OMXH25 4711.08:${made.listHash}:${ticket}`), ticket])
      .sort()
      .map(([, ticket]: string[]) => ticket);
    expect(winners.map(({ ticket }: Body) => ticket)).toEqual(order.slice(0, 3));
    const log = (await asked('/audit-log', { as: 'owner' })).body;
    expect(JSON.stringify(log)).toContain('run-draw');
    const columns = await open.test.asSuperuser<{ name: string }>(
      "select column_name as name from information_schema.columns where table_name = 'draw_entry'",
    );
    expect(columns.map(({ name }) => name).join(' ')).not.toMatch(/response|invitation|answer/);
  });
});
