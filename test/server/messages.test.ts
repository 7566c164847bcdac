import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { encounterPlanner, sendDueMessages, takeAllEvents } from '../../src/fieldwork/index.ts';
import { newId } from '../../src/store/index.ts';
import { hour, links, monday, sendingAt, startedProgramme } from '../fieldwork/programme-fixture.ts';
import { type Ask, type OpenApplication, openApplication } from './open-application.ts';

let open: OpenApplication;
beforeAll(async () => {
  open = await openApplication({}, monday);
  const workspaceId = open.workspace.id;
  const survey = { name: 'Delivery', level: 'encounter', languages: ['en', 'fi'], touchpoint: 'delivery' };
  const { id } = (await asked('/surveys', { body: survey })).body;
  expect((await asked(`/surveys/${id}/publish`, { body: { revision: 1 } })).status).toBe(200);
  await open.test.store.inWorkspace(workspaceId, async (transaction) => {
    const { query } = transaction;
    await query("insert into touchpoint (workspace_id, id, key, name) values ($1, $2, 'delivery', 'Delivery')", [
      workspaceId,
      newId(),
    ]);
    await startedProgramme(transaction, 'after-delivery');
  });
  const basis = { method: 'PUT', as: 'owner', body: { email: 'legitimate-interest' } } as const;
  expect((await asked('/contact-basis', basis)).status).toBe(200);
});
afterAll(() => open.close());

async function asked(path: string, ask: Ask = {}) {
  const response = await open.ask(`/workspaces/{w}${path}`, { as: 'owner', ...ask });
  const text = await response.text();
  return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : text };
}
const settle = (id: string, as: string, ask: Ask = {}) =>
  asked(`/messages/${id}/settle`, { method: 'POST', body: { as }, ...ask });
const messages = async (query = '', as: Ask['as'] = 'owner') => (await asked(`/messages${query}`, { as: as! })).body;

let told = 0;
/** A mail that was sent to a person of its own; answers its message. */
async function sentMail() {
  told += 1;
  const event = {
    specversion: '1.0',
    id: `D${told}`,
    source: '/shop',
    type: 'candor.encounter.closed',
    time: '2030-06-10T08:30:00Z',
    data: {
      touchpoint: 'delivery',
      encounter: `D${told}`,
      contact: { id: `p${told}`, email: `p${told}@customers.example`, name: `Person ${told}`, language: 'en' },
    },
  };
  const body = JSON.stringify(event);
  expect((await asked('/events', { body, type: 'application/cloudevents+json' })).status).toBe(202);
  const { store } = open.test;
  await takeAllEvents(store, open.workspace.id, { clock: () => monday, onChanged: encounterPlanner(links) });
  await sendAt(new Date(monday.getTime() + hour));
  const { messages: all } = await messages('?state=sent');
  return all[0];
}
const sendAt = (now: Date) => sendDueMessages(sendingAt(open.test, now), open.workspace.id);
const makeUncertain = (id: string) =>
  open.test.asSuperuser(
    `update message set state = 'uncertain', detail = '{"stage": "worker stopped"}' where id = '${id}'`,
  );
const keptOf = async (person: number) => {
  const { messages: kept } = (await asked('/kept-messages')).body;
  return kept.filter(({ recipient }: { recipient: string }) => recipient === `p${person}@customers.example`);
};

describe('the list of messages', () => {
  it('holds each with its state, and reminders that go when an answer comes', async () => {
    const mail = await sentMail();
    expect(mail).toMatchObject({
      kind: 'invitation',
      number: 0,
      channel: 'email',
      state: 'sent',
      programme: 'after-delivery',
      contact: 'Person 1',
      isOpen: true,
      keptId: expect.any(String),
    });
    const of = `?invitation=${mail.invitationId}`;
    const { messages: both, counts } = await messages(of);
    expect(both.map((one: { kind: string; state: string }) => [one.kind, one.state])).toEqual([
      ['reminder', 'planned'],
      ['invitation', 'sent'],
    ]);
    expect(counts).toEqual(expect.arrayContaining([{ state: 'planned', count: 1 }]));
    // Names are for those who may see them, the list for those who may see single responses.
    expect((await messages(of, 'analyst')).messages[0].contact).toBeNull();
    expect((await asked('/messages', { as: 'viewer' })).status).toBe(403);
    const kept = await keptOf(1);
    const path = new URL(/https?:\/\/\S+\/a\/\S+/.exec(kept[0].content)![0]).pathname;
    const visit = (more: object = {}) =>
      open.app.request(`http://127.0.0.1:4700${path}`, { ...more, headers: { host: '127.0.0.1:4700', ...form } });
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const html = await (await visit()).text();
    const [, name, value] = /<input type="radio" name="([^"]+)" value="([^"]+)"/.exec(html)!;
    const [, key] = /name="_page" value="([^"]+)"/.exec(html)!;
    const sent = await visit({ method: 'POST', body: `_page=${key}&_go=next&${name}=${value}` });
    expect(await sent.text()).toContain('Thank you');
    expect((await messages(of)).messages[0]).toMatchObject({ state: 'cancelled', reason: 'answered' });
  });

  it('pages, each message once', async () => {
    await sentMail();
    await sentMail();
    const ids: string[] = [];
    let before: string | undefined = '';
    while (before !== undefined) {
      const page = await messages(`?limit=2${before && `&before=${before}`}`);
      ids.push(...page.messages.map(({ id }: { id: string }) => id));
      before = page.before;
    }
    expect(ids.length).toBeGreaterThan(4);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('a kept message', () => {
  it('opens as its recipient sees it, with its headers', async () => {
    const mail = await sentMail();
    const { body } = await asked(`/kept-messages/${mail.keptId}`);
    expect(body.mail.html).toContain('<a ');
    expect(body.mail.text).toContain('/a/');
    const headers = body.mail.headers.map(({ name }: { name: string }) => name.toLowerCase());
    expect(headers).toEqual(expect.arrayContaining(['subject', 'list-unsubscribe', 'list-unsubscribe-post']));
    expect((await asked(`/kept-messages/${mail.keptId}`, { as: 'manager' })).status).toBe(403);
  });

  it('of an SMS tells its segments', async () => {
    const [id, workspace] = [newId(), open.workspace.id];
    await open.test.asSuperuser(
      `insert into kept_message (workspace_id, id, channel, recipient, content, raw, kept_at)
       values ('${workspace}', '${id}', 'sms', '+358401234567', 'Kiitos – vastaa', 'x', now())`,
    );
    expect((await asked(`/kept-messages/${id}`)).body.sms).toMatchObject({
      encoding: 'ucs-2',
      segments: 1,
      outsideGsm: ['–'],
    });
  });
});

describe('a message that may have gone', () => {
  let mail: { id: string; invitationId: string };
  beforeEach(async () => {
    mail = await sentMail();
    await makeUncertain(mail.id);
  });
  const log = async () => (await asked('/audit-log?limit=1')).body.events[0];

  it('counts as sent by the word of a person, which is written down', async () => {
    expect((await messages('?state=uncertain')).messages[0]).toMatchObject({ id: mail.id, stage: 'worker stopped' });
    expect((await settle(mail.id, 'sent', { as: 'agent' })).status).toBe(403);
    expect((await settle(mail.id, 'sent', { as: 'manager' })).status).toBe(204);
    expect((await messages('?state=sent')).messages[0].id).toBe(mail.id);
    expect(await log()).toMatchObject({ action: 'settle-message', subjectId: mail.id, by: 'manager of the first' });
    const again = await settle(mail.id, 'send-again');
    expect([again.status, again.body.error.code]).toEqual([409, 'CND_MESSAGE_STATE']);
    expect(await keptOf(told)).toHaveLength(1);
  });

  it('is sent once more, through every rule, where a person says that it did not arrive', async () => {
    expect((await settle(mail.id, 'send-again')).status).toBe(204);
    expect(await log()).toMatchObject({ action: 'send-message-again' });
    await sendAt(new Date(monday.getTime() + 2 * hour));
    await sendAt(new Date(monday.getTime() + 2 * hour));
    expect(await keptOf(told)).toHaveLength(2);
    expect(
      (await messages(`?invitation=${mail.invitationId}`)).messages.map((one: { state: string }) => one.state),
    ).toEqual(['planned', 'sent']);
  });

  it('is sent once by two who press at once', async () => {
    const both = await Promise.all([settle(mail.id, 'send-again'), settle(mail.id, 'send-again')]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 409]);
    await sendAt(new Date(monday.getTime() + 2 * hour));
    expect(await keptOf(told)).toHaveLength(2);
  });

  it('is not sent again to a person who is no longer asked', async () => {
    await open.test.asSuperuser(
      `update invitation set state = 'opted-out', stopped_at = now(), stop_reason = 'opted-out' where id = '${mail.invitationId}'`,
    );
    const again = await settle(mail.id, 'send-again');
    expect([again.status, again.body.error.details.state]).toEqual([409, 'closed']);
    expect((await settle(mail.id, 'sent')).status).toBe(204);
    expect((await settle(newId(), 'sent')).status).toBe(404);
  });
});
