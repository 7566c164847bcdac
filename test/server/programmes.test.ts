import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encounterPlanner, sendDueMessages, takeAllEvents } from '../../src/fieldwork/index.ts';
import { newId } from '../../src/store/index.ts';
import { templateFor } from '../../src/survey/index.ts';
import { hour, links, sendingAt } from '../fieldwork/programme-fixture.ts';
import { type Ask, type OpenApplication, openApplication } from './open-application.ts';

/** A Monday, 12:00 in Helsinki. */
const monday = new Date('2030-06-10T09:00:00Z');
let open: OpenApplication;
let programme: string;

beforeAll(async () => {
  open = await openApplication({}, monday);
  const workspaceId = open.workspace.id;
  await open.test.store.inWorkspace(workspaceId, async ({ query }) => {
    const surveyId = newId();
    await query("insert into touchpoint (workspace_id, id, key, name) values ($1, $2, 'delivery', 'Delivery')", [
      workspaceId,
      newId(),
    ]);
    await query(
      "insert into survey (workspace_id, id, key, name, level) values ($1, $2, 'delivery', 'Delivery', 'encounter')",
      [workspaceId, surveyId],
    );
    await query(
      `insert into survey_version (workspace_id, id, survey_id, number, content) values ($1, $2, $3, 1, $4::jsonb)`,
      [workspaceId, newId(), surveyId, JSON.stringify(templateFor('delivery', ['en', 'fi']))],
    );
  });
});
afterAll(() => open.close());

async function asked(path: string, ask: Ask = {}) {
  const response = await open.ask(`/workspaces/{w}${path}`, { as: 'manager', ...ask });
  const text = await response.text();
  return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : text };
}

const rules = { level: 'encounter', trigger: { touchpoints: ['delivery'] } };
const made = { key: 'after-delivery', name: 'After a delivery', survey: 'delivery', rules };

async function tell(id: string, contact: object | undefined) {
  const event = {
    specversion: '1.0',
    id,
    source: '/shop',
    type: 'candor.encounter.closed',
    time: '2030-06-10T08:30:00Z',
    data: { touchpoint: 'delivery', encounter: id, contact },
  };
  const { status } = await asked('/events', {
    as: 'owner',
    body: JSON.stringify(event),
    type: 'application/cloudevents+json',
  });
  expect(status).toBe(202);
  await takeAllEvents(open.test.store, open.workspace.id, { clock: () => monday, onChanged: encounterPlanner(links) });
}

describe('a programme', () => {
  it('is refused by the field that is wrong', async () => {
    const refused = async (body: object) => {
      const { status, body: reply } = await asked('/programmes', { body: { ...made, ...body } });
      return [status, reply.error.code, reply.error.details.field ?? reply.error.details.kind];
    };
    expect(await refused({ rules: { ...rules, expiryDay: 3 } })).toEqual([422, 'CND_PROGRAMME_RULES', 'expiryDay']);
    expect(await refused({ rules: { level: 'relationship', waves: {} } })).toEqual([
      422,
      'CND_PROGRAMME_RULES',
      'level',
    ]);
    expect(await refused({ survey: 'nothing' })).toEqual([404, 'CND_NOT_FOUND', 'survey']);
  });

  it('is made as a draft and starts when its survey is published', async () => {
    const { status, body } = await asked('/programmes', { body: made });
    expect(status).toBe(201);
    programme = body.id;
    expect((await asked('/programmes', { body: made })).body.error.code).toBe('CND_TAKEN');
    const start = { method: 'PATCH', body: { state: 'running' } };
    expect((await asked(`/programmes/${programme}`, start)).body.error.code).toBe('CND_PROGRAMME_STATE');
    await open.test.asSuperuser("update survey_version set published_at = '2030-01-01'");
    expect(await asked(`/programmes/${programme}`, start)).toMatchObject({
      status: 200,
      body: { state: 'running', rules: { delayHours: 1, reminders: { count: 2 } } },
    });
    expect((await asked('/programmes')).body.programmes).toMatchObject([{ key: 'after-delivery', state: 'running' }]);
  });

  it('without rules stays a draft, since it would ask nobody', async () => {
    const survey = "'01900000-0000-7000-8000-00000000aaaa'";
    await open.test.asSuperuser(`insert into survey (workspace_id, id, key, name, level)
      values ('${open.workspace.id}', ${survey}, 'yearly', 'Y', 'relationship')`);
    await open.test.asSuperuser(`insert into programme (workspace_id, id, key, name, level, survey_id, state)
      values ('${open.workspace.id}', ${survey}, 'yearly', 'Y', 'relationship', ${survey}, 'draft')`);
    const id = survey.slice(1, -1);
    const reply = await asked(`/programmes/${id}`, { method: 'PATCH', body: { state: 'running' } });
    expect([reply.status, reply.body.error.details.field]).toEqual([409, 'rules']);
    await open.test.asSuperuser(`delete from programme where id = ${survey}`);
  });

  it('says why a person was not asked, and is tried out without asking anybody', async () => {
    await tell('D1', { id: 'anna', email: 'anna@customers.example', name: 'Anna' });
    const { invitations } = (await asked('/invitations')).body;
    expect(invitations).toMatchObject([{ encounter: 'D1', contact: 'Anna', state: 'refused', reason: 'no-basis' }]);
    const failed = invitations[0].rules.findIndex(({ outcome }: { outcome: string }) => outcome === 'fail');
    expect(invitations[0].rules[failed].rule).toBe('no-basis');
    // An analyst sees decisions and no names.
    expect((await asked('/invitations', { as: 'analyst' })).body.invitations).toMatchObject([
      { encounter: null, contact: null, reason: 'no-basis' },
    ]);
    const dryRun = () => asked(`/programmes/${programme}/dry-run?days=7`);
    expect((await dryRun()).body).toMatchObject({
      encounters: 1,
      asked: 0,
      refusals: [{ reason: 'no-basis', count: 1 }],
    });
    const basis = { method: 'PUT', as: 'owner', body: { email: 'legitimate-interest' } } as const;
    expect((await asked('/contact-basis', { ...basis, as: 'manager' })).status).toBe(403);
    expect((await asked('/contact-basis', basis)).status).toBe(200);
    expect((await asked('/contact-basis')).body).toEqual({ email: 'legitimate-interest' });
    expect((await dryRun()).body).toMatchObject({ encounters: 1, asked: 1, refusals: [] });
    expect((await asked('/invitations?state=planned')).body.invitations).toEqual([]);
  });

  it('sends into the development outbox, which the owner reads', async () => {
    await tell('D2', { id: 'ben', email: 'ben@customers.example', language: 'fi' });
    await tell('D3', undefined);
    const later = new Date(monday.getTime() + hour);
    expect(await sendDueMessages(sendingAt(open.test, later), open.workspace.id)).toMatchObject({ sent: 1 });
    const { messages } = (await asked('/kept-messages', { as: 'owner' })).body;
    expect(messages).toMatchObject([
      { recipient: 'ben@customers.example', subject: 'Toimituksesi: muutama kysymys, The first' },
    ]);
    expect((await asked(`/kept-messages/${messages[0].id}/raw`, { as: 'owner' })).body).toContain('List-Unsubscribe:');
    expect((await asked('/kept-messages')).status).toBe(403);
  });

  it('counts each invitation in one disposition, with rates that have intervals', async () => {
    const { body } = await asked(`/programmes/${programme}/dispositions`);
    expect(body).toMatchObject({ dispositions: { 'not-asked': 2, 'nothing-returned': 1 }, asked: 1, notAsked: 2 });
    expect(body.refusals.map(({ reason }: { reason: string }) => reason).sort()).toEqual(['no-basis', 'no-contact']);
    expect(body.rates.RR1).toMatchObject({ value: 0, n: 1, low: 0 });
    expect(body.byChannel).toMatchObject([{ value: 'email', asked: 1 }]);
  });

  it('pages through decisions, each once', async () => {
    const ids: string[] = [];
    let cursor = '';
    do {
      const { body } = await asked(`/invitations?limit=1&cursor=${cursor}`);
      ids.push(...body.invitations.map(({ encounter }: { encounter: string }) => encounter));
      cursor = body.cursor ?? '';
    } while (cursor !== '');
    expect(ids.sort()).toEqual(['D1', 'D2', 'D3']);
  });

  it('finds decisions by touchpoint, day and name, the name only for those who may see it', async () => {
    const found = async (query: string, ask: Ask = {}) =>
      (await asked(`/invitations?${query}`, ask)).body.invitations.map(({ id }: { id: string }) => id).length;
    expect(await found('touchpoint=delivery')).toBe(3);
    expect(await found('touchpoint=invoice')).toBe(0);
    expect(await found('from=2030-06-10&to=2030-06-10')).toBe(3);
    // Decided at noon of the 10th in Helsinki.
    expect(await found('from=2030-06-11')).toBe(0);
    expect(await found('to=2030-06-09')).toBe(0);
    expect(await found('search=aNN')).toBe(1);
    expect(await found('search=D3')).toBe(1);
    expect(await found('search=ann', { as: 'analyst' })).toBe(0);
    expect((await asked('/invitations?search=Anna')).body.invitations).toMatchObject([
      { contact: 'Anna', touchpoint: 'delivery', occurredAt: '2030-06-10T08:30:00.000Z' },
    ]);
    expect((await asked('/invitations?from=tomorrow')).status).toBe(400);
  });

  it('gives them as a file of sentences, names only to the owner', async () => {
    const file = async (query: string, ask: Ask) => {
      const response = await open.ask(`/workspaces/{w}/invitations/export?${query}`, ask);
      return { status: response.status, text: await response.text() };
    };
    const analyst = await file('reason=no-basis', { as: 'analyst' });
    expect(analyst.status).toBe(200);
    const [head, row, rest] = analyst.text.split('\r\n');
    expect(head).toBe(
      'decision_id,decided_at,programme,state,reason,sentence,channel,touchpoint,encounter_at,planned_at,sent_at,contact_id',
    );
    expect(row).toContain(
      'after-delivery,refused,no-basis,"Somebody without a name, delivery, 10 June 2030 at 11:30: not asked. There',
    );
    expect([row!.includes('Anna'), row!.includes('D1'), rest]).toEqual([false, false, '']);
    expect((await file('names=true', { as: 'analyst' })).status).toBe(403);
    expect((await file('search=anna', { as: 'analyst' })).status).toBe(403);
    expect((await file('', { as: 'manager' })).status).toBe(403);
    const owner = await file('names=true&language=fi&reason=no-basis', { as: 'owner' });
    expect(owner.text).toContain('Anna, delivery, 10. kesäkuuta 2030 klo 11.30: ei kysytty.');
    expect(owner.text).toMatch(/,Anna,D1\r\n$/);
  });

  it('tries rules that are not stored', async () => {
    const tried = (body: object) => asked(`/programmes/${programme}/dry-run`, { body });
    const share = { ...rules, sampling: { share: 0 } };
    expect((await tried({ rules: share, days: 7 })).body.refusals).toContainEqual({ reason: 'not-sampled', count: 2 });
    expect((await tried({ rules: { ...rules, expiryDays: 0 } })).body.error).toMatchObject({
      code: 'CND_PROGRAMME_RULES',
      details: { field: 'expiryDays', problem: 'too-small', limit: 1 },
    });
    expect((await asked(`/programmes/${programme}`)).body.rules.sampling).toEqual({ share: 1 });
  });

  it('writes over nothing that another has changed since', async () => {
    const { updatedAt } = (await asked(`/programmes/${programme}`)).body;
    const change = (body: object) => asked(`/programmes/${programme}`, { method: 'PATCH', body });
    open.time.now = new Date(open.time.now.getTime() + 1_000);
    expect((await change({ name: 'Mine', seen: updatedAt })).status).toBe(200);
    const late = await change({ name: 'Theirs', seen: updatedAt });
    expect([late.status, late.body.error.code, late.body.error.details.field]).toEqual([
      409,
      'CND_PROGRAMME_STATE',
      'seen',
    ]);
    expect((await asked(`/programmes/${programme}`)).body.name).toBe('Mine');
  });

  it('tells what went out, what is ahead, and how it does', async () => {
    const { programmes, rateDays } = (await asked('/programme-figures', { as: 'viewer' })).body;
    expect(rateDays).toBe(90);
    expect(programmes).toMatchObject([
      {
        id: programme,
        survey: 'Delivery',
        isPublished: true,
        sentInWeek: 1,
        notAskedInWeek: 2,
        rate: { value: 0, n: 1 },
      },
    ]);
    expect(programmes[0].rate.high).toBeGreaterThan(0);
    const { days, ahead } = (await asked(`/programmes/${programme}/activity?days=7`, { as: 'viewer' })).body;
    expect(days).toEqual([
      { day: '2030-06-10', state: 'refused', count: 2 },
      { day: '2030-06-10', state: 'sent', count: 1 },
    ]);
    expect(ahead).toMatchObject({ planned: 0, open: 1, reminders: 1 });
    expect(ahead.nextAt).toMatch(/^2030-06-13/);
  });
});
