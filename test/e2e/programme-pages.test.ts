import { beforeAll, describe, expect, it } from 'vitest';
import { encounterPlanner, linkMaker, takeAllEvents } from '../../src/fieldwork/index.ts';
import type { MemberRole } from '../../src/people/index.ts';
import { axeFaults, overflowOf } from './axe.ts';
import { describeInBrowser } from './browser.ts';
import { focusedName, tabTo } from './keyboard.ts';
import type { OpenSite } from './open-site.ts';
import { openVisits } from './open-visits.ts';

const listAt = '/w/first/collect/programmes';

describeInBrowser('the pages of programmes', () => {
  const visits = openVisits({ accounts: 20 });
  const { open, picture } = visits;
  let site: OpenSite;
  let touchpoint = '';

  beforeAll(async () => {
    site = visits.site();
    const dimensions = await answer('/dimensions');
    touchpoint = dimensions.touchpoints[0].key;
    const survey = { name: 'After support', level: 'encounter', languages: ['en', 'fi'], touchpoint: 'phone' };
    const { id } = await (await site.ask('/workspaces/{w}/surveys', { as: 'owner', body: survey })).json();
    await site.ask(`/workspaces/{w}/surveys/${id}/publish`, { as: 'owner', body: { revision: 1 } });
    const basis = { email: 'legitimate-interest' };
    await site.ask('/workspaces/{w}/contact-basis', { as: 'owner', method: 'PUT', body: basis });
  });

  // biome-ignore lint/suspicious/noExplicitAny: replies, whose form another test holds against the document
  const answer = async (path: string, as: MemberRole = 'owner'): Promise<any> =>
    (await site.ask(`/workspaces/{w}${path}`, { as })).json();

  async function tell(id: string, data: object): Promise<void> {
    const event = {
      specversion: '1.0',
      id,
      source: '/desk',
      type: 'candor.encounter.closed',
      time: '2026-11-22T08:30:00Z',
      data: { touchpoint, encounter: id, ...data },
    };
    const type = 'application/cloudevents+json';
    await site.ask('/workspaces/{w}/events', { as: 'owner', body: JSON.stringify(event), type });
    const links = linkMaker('a secret of thirty-two characters and more');
    await takeAllEvents(site.test.store, site.workspace.id, {
      clock: () => site.time.now,
      onChanged: encounterPlanner(links),
    });
  }
  const programmeId = async () =>
    (await answer('/programmes')).programmes.find((one: { key: string }) => one.key === 'after-a-ticket').id;

  it('builds a programme and starts it, with the keyboard alone', async () => {
    const page = await open(listAt);
    await page.getByRole('heading', { name: 'A new programme' }).waitFor();
    await page.getByRole('checkbox').first().waitFor();
    await tabTo(page, /^Name$/);
    await page.keyboard.type('After a ticket');
    await tabTo(page, /^Begin with$/);
    await tabTo(page, /^Survey$/);
    await page.keyboard.type('After support');
    // Nothing is asked about yet: the field says so and has the keyboard's attention near it.
    await tabTo(page, /^Make the programme$/);
    await page.keyboard.press('Enter');
    await page
      .getByText('Something has to stand here.')
      .or(page.getByText(/touchpoints" /))
      .first()
      .waitFor();
    await page.getByRole('checkbox').first().focus();
    await page.keyboard.press('Space');
    await tabTo(page, /^Make the programme$/);
    await page.keyboard.press('Enter');
    await page.waitForURL(/edit=rules/);
    await page
      .getByText(/asked 2 hours after it is closed, Mon–Fri 9:00–17:00 where the person is/)
      .first()
      .waitFor();

    await tabTo(page, /^Hours after the encounter, at least$/);
    await page.keyboard.press('Control+A');
    await page.keyboard.type('4');
    await page
      .getByText(/asked 4 hours after it is closed/)
      .first()
      .waitFor();
    await tabTo(page, /^Days in which answers are taken$/);
    await page.keyboard.press('Control+A');
    await page.keyboard.type('5');
    await page.getByText('A reminder would come after the invitation has ended.').first().waitFor();
    await page.getByRole('button', { name: 'Save the rules' }).focus();
    await page.keyboard.press('Enter');
    // What is wrong stands at its field, and the keyboard is led there.
    expect(await focusedName(page)).toBe('On which days');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('2, 4');
    await page.getByRole('button', { name: 'Save the rules' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('.editor-state', { hasText: /^Saved$/ }).waitFor();
    const id = await programmeId();
    expect((await answer(`/programmes/${id}`)).rules).toMatchObject({
      delayHours: 4,
      expiryDays: 5,
      reminders: { count: 2, afterDays: [2, 4] },
    });

    await page.goto(`${site.address}${listAt}?programme=${id}`);
    await page.getByText('Nobody is asked about what happened before.').waitFor();
    await tabTo(page, /^Start$/);
    await page.keyboard.press('Enter');
    await page.locator('.programme-line', { hasText: 'running' }).waitFor();
    expect((await answer(`/programmes/${id}`)).state).toBe('running');
  });

  it('composes conditions as rows and groups, and says in words what they mean', async () => {
    const id = await programmeId();
    const page = await open(`${listAt}?programme=${id}&edit=rules`);
    const add = page.getByRole('button', { name: 'Add a condition' });
    await add.first().click();
    await page.getByLabel('Value').fill('gold');
    await page.getByRole('button', { name: 'Add a group of conditions' }).click();
    const inner = page.getByRole('group', { name: 'Only if 2' }).first();
    await inner.getByLabel('How they are joined').selectOption('none of these holds');
    for (const [index, value] of ['lost', 'test'].entries()) await inner.getByLabel('Value').nth(index).fill(value);
    expect([await axeFaults(page), await overflowOf(page)]).toEqual([[], 0]);
    await picture(page, 'conditions-1440');
    await page.getByRole('button', { name: 'Save the rules' }).click();
    await page.locator('.editor-state', { hasText: /^Saved$/ }).waitFor();
    const segment = (value: string) => ({ field: 'account.segment', is: 'equal', value });
    const { rules } = await answer(`/programmes/${id}`);
    expect(rules.trigger.conditions).toEqual({
      all: [segment('gold'), { not: { any: [segment('lost'), segment('test')] } }],
    });
    // Taken away part by part, nothing is left of them, not even an empty group.
    for (const part of [2, 1, 1])
      await page
        .getByRole('button', { name: `Remove: Only if ${part}` })
        .first()
        .click();
    await page.getByRole('button', { name: 'Save the rules' }).click();
    await page.locator('.editor-state', { hasText: /^Saved$/ }).waitFor();
    expect((await answer(`/programmes/${id}`)).rules.trigger.conditions).toBeUndefined();
  });

  it('shows what came of an encounter, and why nobody was asked about another', async () => {
    await tell('T1', { contact: { id: 'anna', email: 'anna@customers.example', name: 'Anna Virtanen' } });
    await tell('T2', { contact: { id: 'anna', email: 'anna@customers.example', name: 'Anna Virtanen' } });
    await tell('T3', {});
    const id = await programmeId();
    const page = await open(`${listAt}?programme=${id}`);
    await page.getByText('1 invitation planned, 0 sent and still open').waitFor();
    await page.getByText('This person was asked only a short time ago.').waitFor();
    await page.getByRole('link', { name: 'This person was asked only a short time ago.' }).click();
    await page
      .getByText(/^Anna Virtanen,.*not asked/)
      .first()
      .waitFor();
    const row = page.locator('.decision').first();
    expect(await row.innerText()).toMatch(
      /not asked\. This person was asked only a short time ago \(again from \d+ \w+ 2026/,
    );
    await row.getByText('Every rule in order').click();
    expect(await row.locator('.rule-fail').innerText()).toContain('said no');

    await page.getByRole('link', { name: 'Clear the filters' }).click();
    await page.getByText('These 3 are all.').waitFor();
    await page.getByLabel('Person, account or encounter').fill('virtanen');
    await page.keyboard.press('Enter');
    await page.getByText('These 2 are all.').waitFor();
    expect(page.url()).toContain('search=virtanen');
    await page.getByLabel('Decided from').fill('2026-11-23');
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await page.getByText('No decision fits these filters.').waitFor();
  });

  it('tries the rules as they are typed, saved or not', async () => {
    const page = await open(`${listAt}?programme=${await programmeId()}&edit=rules`);
    await page.getByLabel('Hours after the encounter, at least').waitFor();
    await page.getByText('Finer rules').click();
    await page.getByLabel('Share that is asked, %').fill('0');
    await page.getByRole('button', { name: 'Try it on the last 30 days' }).click();
    await page.getByText('Of 3 encounters in the last 30 days it would have asked about so many people: 0.').waitFor();
    await page.locator('.count-bars', { hasText: 'The sample did not include this person.' }).waitFor();
    await page.getByText('What it cannot know').waitFor();
    await page.getByText('The rules as JSON').click();
    await page.getByText('"share": 0').waitFor();
    expect((await answer(`/programmes/${await programmeId()}`)).rules.sampling).toEqual({ share: 1 });
  });

  it('shows what the server refuses at its field, and writes over nobody', async () => {
    const id = await programmeId();
    const page = await open(`${listAt}?programme=${id}&edit=rules`);
    const days = page.getByLabel('Not sent after days');
    await days.fill('4');
    await page.route(`**/programmes/${id}`, (route) =>
      route.request().method() === 'PATCH'
        ? route.fulfill({
            status: 422,
            json: {
              error: {
                code: 'CND_PROGRAMME_RULES',
                message: 'rules of a programme: "usefulDays" of tomorrow',
                details: { field: 'usefulDays', problem: 'too-big', limit: 3 },
              },
            },
          })
        : route.continue(),
    );
    await page.getByRole('button', { name: 'Save the rules' }).click();
    await page.locator('.ask-wrong', { hasText: 'At most 3.' }).waitFor();
    expect(await focusedName(page)).toBe('Not sent after days');
    await page.unroute(`**/programmes/${id}`);
    await days.fill('2');
    expect(await page.locator('.ask-wrong').count()).toBe(0);
    site.time.now = new Date(site.time.now.getTime() + 1_000);
    await site.ask(`/workspaces/{w}/programmes/${id}`, {
      as: 'manager',
      method: 'PATCH',
      body: { name: 'After a ticket!' },
    });
    await page.getByRole('button', { name: 'Save the rules' }).click();
    await page.getByText('Nothing of theirs was overwritten.').waitFor();
    expect((await answer(`/programmes/${id}`)).rules.usefulDays).toBe(3);
  });

  it('pauses and ends only after it said what that does', async () => {
    const page = await open(`${listAt}?programme=${await programmeId()}`);
    await page.getByText(/Nothing goes out any more: 1 planned invitation/).waitFor();
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.locator('.programme-line', { hasText: 'paused' }).waitFor();
    await page.getByText(/Cancels 1 planned invitation/).waitFor();
    await page.getByRole('button', { name: 'End for good' }).click();
    await page.getByRole('button', { name: 'No' }).click();
    await page.getByRole('button', { name: 'Start' }).click();
    await page.locator('.programme-line', { hasText: 'running' }).waitFor();
  });

  it('gives each role what it may have', async () => {
    const id = await programmeId();
    const analyst = await open(`${listAt}?show=decisions`, { as: 'analyst' });
    await analyst.getByText('These 3 are all.').waitFor();
    expect(await analyst.locator('main').innerText()).not.toMatch(/Virtanen|T1/);
    expect(await analyst.getByRole('link', { name: 'As CSV, without names' }).count()).toBe(1);
    expect(await analyst.getByRole('link', { name: 'As CSV, with names' }).count()).toBe(0);
    const agent = await open(`${listAt}?show=decisions`, { as: 'agent' });
    await agent.getByText('Anna Virtanen').first().waitFor();
    expect(await agent.getByRole('link', { name: /As CSV/ }).count()).toBe(0);
    const viewer = await open(`${listAt}?programme=${id}&edit=rules`, { as: 'viewer' });
    await viewer.getByText('The rules in plain words').waitFor();
    await viewer.getByText('This person was asked only a short time ago.').waitFor();
    expect(await viewer.getByRole('button', { name: /Pause|Start|Save/ }).count()).toBe(0);
    expect(await viewer.getByRole('link', { name: /Change the rules|Why was/ }).count()).toBe(0);
    await viewer.goto(`${site.address}${listAt}?show=decisions`);
    await viewer.getByText('Your role does not see single decisions.').waitFor();
  });

  it('pages through many decisions, and counts them in rates that say what they are', async () => {
    const id = await programmeId();
    await site.test.asSuperuser(`insert into invitation (workspace_id, id, programme_id, channel, state, refused_reason,
        respondent_role, decision, planned_at, sent_at, created_at)
      select '${site.workspace.id}', gen_random_uuid(), '${id}', case when k % 5 = 0 then 'sms' else 'email' end, s.state,
        case when s.state = 'refused' then (array['quota-full', 'not-sampled', 'no-address'])[1 + k % 3] end,
        (array['payer', 'end-user', ''])[1 + k % 3], case when s.state = 'refused' then '{"detail": {"count": 400, "most": 400}}'::jsonb end,
        s.at, case when s.state <> 'refused' then s.at end, s.at
      from generate_series(1, 240) k cross join lateral (select
        (array['refused', 'sent', 'completed', 'expired', 'refused', 'opted-out', 'completed', 'bounced'])[1 + (k * 7) % 8] as state,
        timestamptz '2026-11-20 10:00Z' - (k % 27) * interval '1 day' as at) s`);
    const page = await open(`${listAt}?show=decisions`);
    await page.getByRole('button', { name: 'Show more than these 50' }).click();
    await page.getByRole('button', { name: 'Show more than these 100' }).waitFor();
    expect(await page.locator('.decision').count()).toBe(100);
    await page.getByText('The quota of the period is full (400 of at most 400).').first().waitFor();
    await page.goto(`${site.address}${listAt}?programme=${id}`);
    const rates = page.getByRole('table', { name: 'Response rates' });
    await rates.waitFor();
    const { rates: known, asked } = await answer(`/programmes/${id}/dispositions`);
    const shown = await rates.getByRole('row').nth(2).innerText();
    expect(shown.replace(/\s+/g, ' ')).toContain(
      `${Math.round(known.RR2.value * 100)} % ${Math.round(known.RR2.low * 100)} % to ${Math.round(known.RR2.high * 100)} % ${known.RR2.n}`,
    );
    const ended = page.getByRole('table', { name: 'How the invitations ended' });
    const counts = await ended.locator('td.number').allInnerTexts();
    expect(counts.reduce((sum, text) => sum + Number(text), 0)).toBe(asked);
    await page.getByRole('table', { name: 'By role' }).getByRole('rowheader', { name: 'payer' }).waitFor();
    await page.getByText('Show as a table').click();
    expect(await page.locator('.day-chart tbody tr').count()).toBeGreaterThan(20);
    await page.goto(`${site.address}${listAt}`);
    await page
      .getByText(/^\d+ sent, \d+ not asked$/)
      .first()
      .waitFor();
  });

  describe('look well', () => {
    let relationship = '';
    beforeAll(async () => {
      const survey = { name: 'The year', level: 'relationship', languages: ['en'], touchpoint: 'relationship' };
      await site.ask('/workspaces/{w}/surveys', { as: 'owner', body: survey });
      const rules = { level: 'relationship', waves: {} };
      const body = { key: 'quarterly', name: 'Every quarter', survey: 'the-year', rules };
      relationship = (await (await site.ask('/workspaces/{w}/programmes', { as: 'owner', body })).json()).id;
    });

    it.each([
      ['en', 1440, 'light'],
      ['fi', 1440, 'dark'],
      ['sv', 360, 'light'],
      ['en', 360, 'dark'],
      ['fi', 360, 'light'],
      ['sv', 1440, 'light'],
    ] as const)('in %s at %i px, %s', async (language, width, scheme) => {
      const id = await programmeId();
      const page = await open(listAt, { language, width, scheme });
      const look = async (name: string) => {
        expect([await axeFaults(page), await overflowOf(page)], name).toEqual([[], 0]);
        await picture(page, `${name}-${language}-${width}-${scheme}`);
        expect(await page.locator('main').innerText()).not.toMatch(/NaN|\bundefined\b|\bnull\b|\[object/);
      };
      await page.locator('.programmes').waitFor();
      await page.getByRole('checkbox').first().waitFor();
      await look('list');
      await page.goto(`${site.address}${listAt}?programme=${id}`);
      await page.locator('.count-bars').waitFor();
      await page.locator('.day-chart').waitFor();
      await look('programme');
      await page.goto(`${site.address}${listAt}?programme=${id}&edit=rules`);
      await page.locator('.rule-group').first().waitFor();
      await page.locator('.finer-rules > summary').click();
      await look('rules');
      await page.goto(`${site.address}${listAt}?show=decisions`);
      await page.locator('.decision').first().waitFor();
      await look('decisions');
      await page.goto(`${site.address}${listAt}?programme=${relationship}`);
      await page.locator('#waves').waitFor();
      await look('relationship');
    });

    it('in a workspace without a programme', async () => {
      const page = await visits.openEmpty('/w/second/collect/programmes');
      await page.getByText('No programme yet. Make the first one below').waitFor();
      await page.getByText('There is no survey of the level encounter yet.').waitFor();
      expect([await axeFaults(page), await overflowOf(page)]).toEqual([[], 0]);
      await picture(page, 'list-empty-1440');
    });
  });
});
