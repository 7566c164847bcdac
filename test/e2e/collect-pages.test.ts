import { beforeAll, describe, expect, it } from 'vitest';
import { encounterPlanner, linkMaker, sendDueMessages, takeAllEvents } from '../../src/fieldwork/index.ts';
import { newId } from '../../src/store/index.ts';
import { hour, identity, sendingAt } from '../fieldwork/programme-fixture.ts';
import { axeFaults, overflowOf } from './axe.ts';
import { describeInBrowser } from './browser.ts';
import type { OpenSite } from './open-site.ts';
import { openVisits } from './open-visits.ts';

/** That of the application under test: its links are answered by it. */
const secret = 'a secret of the tests, 32 letters';

describeInBrowser('the pages of collecting', () => {
  const visits = openVisits({ accounts: 20 });
  const { open, picture } = visits;
  let site: OpenSite;
  const links = linkMaker(secret);

  beforeAll(async () => {
    site = visits.site();
    const { id } = await answer('/surveys', {
      method: 'POST',
      body: { name: 'Delivery', level: 'encounter', languages: ['en', 'fi'], touchpoint: 'delivery' },
    });
    await answer(`/surveys/${id}/publish`, { method: 'POST', body: { revision: 1 } });
    await answer('/touchpoints', { method: 'POST', body: { name: 'Delivery desk' } });
    await answer('/contact-basis', { method: 'PUT', body: { email: 'legitimate-interest' } });
    const rules = { level: 'encounter', trigger: { touchpoints: ['delivery-desk'] } };
    const programme = { key: 'after-delivery', name: 'After a delivery', survey: 'delivery', rules };
    const made = await answer('/programmes', { method: 'POST', body: programme });
    await answer(`/programmes/${made.id}`, { method: 'PATCH', body: { state: 'running' } });
  });

  // biome-ignore lint/suspicious/noExplicitAny: replies, whose form another test holds against the document
  async function answer(path: string, more: object = {}): Promise<any> {
    const reply = await site.ask(`/workspaces/{w}${path}`, { as: 'owner', ...more });
    const text = await reply.text();
    if (!reply.ok) throw new Error(`${path}: ${reply.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  }
  const take = () =>
    takeAllEvents(site.test.store, site.workspace.id, {
      clock: () => site.time.now,
      onChanged: encounterPlanner(links),
    });
  /** What a worker does, an hour and more later. */
  async function sendAfter(hours: number): Promise<void> {
    const now = new Date(site.time.now.getTime() + hours * hour);
    const sending = { ...sendingAt(site.test, now), links, identity: { ...identity, baseUrl: site.address, secret } };
    await sendDueMessages(sending, site.workspace.id);
  }
  const event = (id: string, data: object, more: object = {}) => ({
    specversion: '1.0',
    id,
    source: '/shop',
    type: 'candor.encounter.closed',
    time: new Date(site.time.now.getTime() - hour).toISOString(),
    data,
    ...more,
  });
  async function tell(...events: readonly object[]): Promise<void> {
    const type = 'application/cloudevents-batch+json';
    await answer('/events', { body: JSON.stringify(events), type });
    await take();
  }

  it('sends a test event with the keyboard, sees it read, the mail kept, the answer given and the reminder cancelled', async () => {
    const page = await open('/w/first/collect/events');
    await page.getByRole('heading', { name: 'Send a test event' }).waitFor();
    await page.getByLabel('Touchpoint').first().selectOption({ label: 'Delivery desk' });
    await page.getByLabel('E-mail address of a contact').focus();
    await page.keyboard.type('anna@customers.example');
    expect(await page.locator('.mail-text pre').innerText()).toContain(
      `curl '${site.address}/api/workspaces/first/events'`,
    );
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Received. It stands at the top').waitFor();
    await page.locator('.messages').getByText('waiting').waitFor();
    await take();
    await page.locator('.messages').getByText('encounter test-').waitFor();

    await sendAfter(24);
    await page.goto(`${site.address}/w/first/collect/outbox`);
    await page.locator('.kept-list a').first().click();
    await page.getByRole('heading', { name: /delivery/i, level: 3 }).waitFor();
    const frame = page.frameLocator('.mail-frame');
    await frame.locator('a').first().waitFor();
    await page.getByRole('button', { name: 'Headers' }).click();
    await page.locator('.mail-headers').getByText('Message-ID').waitFor();
    await page.getByRole('button', { name: 'Source' }).click();
    await page.locator('.mail-text').getByText('MIME-Version').waitFor();
    const own = page.locator('.of-invitation');
    await own.getByText('reminder 1').waitFor();
    await own.getByText('planned').waitFor();

    const [answering] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByRole('link', { name: 'Open the answer page' }).click(),
    ]);
    await answering.getByRole('radio').first().check();
    await answering.getByRole('button', { name: 'Send' }).last().click();
    await answering.getByRole('heading', { name: 'Thank you' }).waitFor();
    // Nobody reloads: the open page sees it.
    await own.getByText('cancelled').waitFor();
    await own.getByText('answered').waitFor();
  });

  it('says which touchpoint is meant by a name that nobody knows, with one click', async () => {
    const page = await open('/w/first/collect/events');
    await tell(event('u1', { touchpoint: 'Front counter', encounter: 'u1' }));
    await page.getByText('“Front counter”, named by 1').waitFor();
    await picture(page, 'events-unknown-1440');
    await page.getByLabel('“Front counter” means').selectOption({ label: 'Delivery desk' });
    await page.getByRole('button', { name: 'Take “Front counter” as the chosen touchpoint' }).click();
    await page.getByText('“Front counter”, named by 1').waitFor({ state: 'detached' });
    await take();
    expect((await answer('/events?limit=1')).events[0]).toMatchObject({ eventId: 'u1', state: 'done' });
    expect(await answer('/event-mapping')).toMatchObject({ touchpoints: { 'Front counter': 'delivery-desk' } });
  });

  it('tries a mapping on the latest event while it is written, and keeps it', async () => {
    const data = { order: { no: 'O-7', buyer: 'otto@customers.example' } };
    await tell(event('m1', data, { type: 'com.shop.delivered', source: '/legacy' }));
    const page = await open('/w/first/collect/events');
    const trial = page.locator('.trial > ul > li', { hasText: 'com.shop.delivered' });
    await trial.getByText('nothing tells its touchpoint yet').waitFor();
    await page.getByRole('button', { name: 'Add a rule' }).click();
    const rule = page.locator('.mapping-rule');
    await rule.getByLabel('Type of the event').fill('com.shop.*');
    await rule.getByLabel('Touchpoint').selectOption({ label: 'Delivery desk' });
    await rule.getByLabel('encounter', { exact: true }).fill('order.no');
    await rule.getByLabel('contact: e-mail').fill('order.buyer');
    await trial.getByText('encounter O-7').waitFor();
    await trial.getByText('contact: otto@customers.example (new, would be made)').waitFor();
    await page.getByRole('button', { name: 'Read events so from now on' }).click();
    await page.getByText('Kept. Refused events').waitFor();
    expect(await answer('/event-mapping')).toMatchObject({
      types: [{ type: 'com.shop.*', touchpoint: 'delivery-desk', fields: { encounter: 'order.no' } }],
    });
  });

  it('says why a source cannot be, at its field', async () => {
    const page = await open('/w/first/collect/events');
    await page.getByRole('button', { name: 'Add a source' }).click();
    await page.getByLabel('Name', { exact: true }).fill('orders');
    await page.getByLabel('Folder', { exact: true }).fill('orders');
    await page.getByRole('button', { name: 'Try it' }).click();
    await page.getByText(/The operator allows no folder/i).waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('folder');
    expect([await axeFaults(page), await overflowOf(page)]).toEqual([[], 0]);
  });

  it('lets a person say what became of a message that may have gone', async () => {
    await tell(
      event('d1', { touchpoint: 'delivery-desk', encounter: 'd1', contact: { email: 'dora@customers.example' } }),
    );
    await sendAfter(48);
    const { messages } = await answer('/messages?state=sent');
    await site.test.asSuperuser(`update message set state = 'uncertain', detail = '{"stage": "worker stopped"}'
      where id = '${messages[0].id}'`);
    const page = await open('/w/first/collect/outbox');
    await page.getByRole('heading', { name: '1 message may have gone' }).waitFor();
    await picture(page, 'outbox-uncertain-1440');
    await page.getByRole('button', { name: /^It was sent/ }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '1 message may have gone' }).waitFor({ state: 'detached' });
    expect((await answer('/messages?state=uncertain')).messages).toEqual([]);
  });

  it('lists first clicks and takes the word of a person', async () => {
    await tell(
      event('c1', { touchpoint: 'delivery-desk', encounter: 'c1', contact: { email: 'cleo@customers.example' } }),
    );
    await sendAfter(72);
    const [row] = await site.test.asSuperuser<{ id: string }>(
      `select i.id from invitation i join contact c on c.id = i.contact_id where c.external_id = 'cleo@customers.example'`,
    );
    await site.test.asSuperuser(`insert into contact_signal (workspace_id, id, invitation_id, kind, detail, verdict, heard_at)
      values ('${site.workspace.id}', '${newId()}', '${row!.id}', 'intent',
      '{"score": 4, "agent": "curl/8", "reasons": ["known-robot"]}', 'scanner', now())`);
    const page = await open('/w/first/collect/intents');
    await page.getByText('calls itself a robot').waitFor();
    await page.getByRole('button', { name: /^It was a person/ }).click();
    await page.getByText('a person, said by a member').waitFor();
    await picture(page, 'intents-1440');
  });

  it('shows the true page of a draft on phone and desktop, and keeps nothing of a walk', async () => {
    const { id } = await answer('/surveys', {
      method: 'POST',
      body: { name: 'Previewed', level: 'encounter', languages: ['en', 'fi', 'ar'], touchpoint: 'visit' },
    });
    const page = await open(`/w/first/collect?survey=${id}`);
    await page.getByRole('button', { name: 'Show the page' }).click();
    const frame = page.frameLocator('.preview-window iframe');
    await frame.getByText('Preview: nothing that you enter is kept.').waitFor();
    expect(await page.locator('.preview-window iframe').evaluate((one) => one.clientWidth)).toBe(390);
    await picture(page, 'preview-phone-1440');
    await page.getByLabel('Width').selectOption('desktop');
    await page.locator('.preview-bar').getByLabel('Language').selectOption('fi');
    await frame.getByText('Esikatselu: mitään').waitFor();
    await frame.getByRole('radio').first().check();
    await frame.getByRole('button', { name: 'Lähetä' }).last().click();
    await frame.getByText('Aloita alusta').waitFor();
    const [counted] = await site.test.asSuperuser<{ n: number }>(
      `select count(*)::int as n from partial_response where survey_version_id in
         (select id from survey_version where survey_id = '${id}')`,
    );
    expect(counted!.n).toBe(0);
    // What is typed is seen there as soon as it is saved.
    await page.locator('.preview-bar').getByLabel('Language').selectOption('en');
    await page.getByLabel('Title, English').fill('How was the visit today?');
    await frame.getByRole('heading', { name: 'How was the visit today?' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
  });

  it('composes conditions and sets a scale of one’s own', async () => {
    const { id } = await answer('/surveys', {
      method: 'POST',
      body: { name: 'Composed', level: 'encounter', languages: ['en'], touchpoint: 'delivery' },
    });
    const page = await open(`/w/first/collect?survey=${id}`);
    const card = page.locator('.question-card').nth(2);
    await card.getByRole('button', { name: /^Edit/ }).click();
    await card.getByLabel('Shown').selectOption({ label: 'only if' });
    await card.getByRole('button', { name: 'Add a condition' }).click();
    await card.getByLabel('How several are joined').selectOption({ label: 'any of these holds' });
    await card.getByLabel('Which question decides').last().selectOption({ index: 0 });
    await page.locator('.editor-state', { hasText: /^Saved$/ }).waitFor();
    const { draft } = await answer(`/surveys/${id}`);
    expect(draft.content.pages[0].questions[2].when.any).toHaveLength(2);
    await page.getByRole('button', { name: 'Scale', exact: true }).click();
    const own = page.locator('.question-card').nth(3);
    await own.getByRole('button', { name: /^Edit/ }).click();
    await own.getByLabel('From').selectOption('0');
    await own.getByLabel('To', { exact: true }).selectOption('6');
    await own.getByLabel('A word for the middle').check();
    await own.getByLabel('Middle, English').fill('So so');
    await page.locator('.editor-state', { hasText: /^Saved$/ }).waitFor();
    const last = (await answer(`/surveys/${id}`)).draft.content.pages[0].questions.at(-1);
    expect(last).toMatchObject({ scale: { minimum: 0, points: 7 }, anchors: { middle: { en: 'So so' } } });
  });

  it('renames a survey, deletes one that nobody was asked, and puts one aside', async () => {
    await answer('/surveys', {
      method: 'POST',
      body: { name: 'Shortlived', level: 'encounter', languages: ['en'], touchpoint: 'web' },
    });
    const page = await open('/w/first/collect');
    await page.getByRole('button', { name: 'Rename: Shortlived' }).click();
    await page.getByLabel('New name').fill('Renamed');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Archive: Renamed' }).click();
    await page.keyboard.press('Enter');
    await page.locator('summary', { hasText: 'Archived surveys: 1' }).click();
    await page.getByRole('button', { name: 'Take back: Renamed' }).click();
    await page.getByRole('button', { name: 'Archive: Renamed' }).waitFor();
    await page.getByRole('button', { name: 'Delete: Renamed' }).click();
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Renamed' }).waitFor({ state: 'detached' });
  });

  it('shows each role what it may do and no more', async () => {
    const viewer = await open('/w/first/collect', { as: 'viewer' });
    await viewer.locator('.surveys').first().waitFor();
    const parts = viewer.getByRole('navigation', { name: 'Parts of Collect' }).getByRole('link');
    expect(await parts.allInnerTexts()).not.toEqual(expect.arrayContaining(['Events', 'Messages', 'First clicks']));
    await viewer.goto(`${site.address}/w/first/collect/outbox`);
    await viewer.getByText('This part is not open to your role.').waitFor();
    const agent = await open('/w/first/collect/events', { as: 'agent' });
    await agent.getByRole('heading', { name: 'Last events' }).waitFor();
    expect(await agent.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual(['Last events']);
  });

  describe('look well', () => {
    it.each([
      ['en', 1440, 'light'],
      ['fi', 1440, 'dark'],
      ['sv', 360, 'light'],
      ['en', 360, 'dark'],
      ['fi', 360, 'light'],
    ] as const)('in %s at %i px, %s', async (language, width, scheme) => {
      const page = await open('/w/first/collect/events', { language, width, scheme });
      for (const part of ['events', 'outbox', 'intents'] as const) {
        await page.goto(`${site.address}/w/first/collect/${part}`);
        await page.locator('.messages').first().waitFor();
        if (part === 'outbox') {
          await page.locator('.kept-list a').first().click();
          await page.locator('.mail-frame').waitFor();
        }
        expect([part, await axeFaults(page), await overflowOf(page)]).toEqual([part, [], 0]);
        expect(await page.locator('main').innerText()).not.toMatch(/NaN|\bundefined\b|\[object/);
        await picture(page, `${part}-${language}-${width}-${scheme}`);
      }
    });

    it('in a workspace where nothing has come', async () => {
      for (const [part, says] of [
        ['events', 'No event yet.'],
        ['outbox', 'Nothing is kept here.'],
        ['intents', 'No score link was opened yet.'],
      ] as const) {
        const page = await visits.openEmpty(`/w/second/collect/${part}`);
        await page.getByText(says).waitFor();
        expect([await axeFaults(page), await overflowOf(page)]).toEqual([[], 0]);
        await picture(page, `${part}-empty-1440`);
      }
    });
  });
});
