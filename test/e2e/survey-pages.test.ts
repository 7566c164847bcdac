import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { library } from '../../src/survey/index.ts';
import { axeFaults, overflowOf } from './axe.ts';
import { describeInBrowser } from './browser.ts';
import { focusedName, tabTo } from './keyboard.ts';
import type { OpenSite } from './open-site.ts';
import { openVisits } from './open-visits.ts';

describeInBrowser('the pages of surveys', () => {
  const visits = openVisits({ accounts: 20 });
  const { open, openAs, picture, troubleOf } = visits;
  let site: OpenSite;

  beforeAll(() => {
    site = visits.site();
  });

  // biome-ignore lint/suspicious/noExplicitAny: replies, whose form another test holds against the document
  const answer = async (path: string): Promise<any> =>
    (await site.ask(`/workspaces/{w}${path}`, { as: 'owner' })).json();
  async function make(body: object): Promise<string> {
    const asked = { name: 'Delivery', level: 'encounter', languages: ['en', 'fi', 'sv'], ...body };
    const reply = await site.ask('/workspaces/{w}/surveys', { as: 'owner', body: asked });
    return (await reply.json()).id;
  }
  const editorAt = (id: string) => `/w/first/collect?survey=${id}`;
  const saved = (page: Page) => page.locator('.editor-state', { hasText: /^Saved$/ }).waitFor();

  it('builds a survey from the library and publishes it, with the keyboard alone', async () => {
    const page = await open('/w/first/collect');
    await page.getByRole('heading', { name: 'What do we ask?' }).waitFor();
    await page.getByLabel('Name').waitFor();
    await tabTo(page, /^Name$/);
    await page.keyboard.type('After an invoice');
    await tabTo(page, /^Begin with$/);
    await page.keyboard.press('End');
    await tabTo(page, /^Make the survey$/);
    await page.keyboard.press('Enter');
    await page.waitForURL(/survey=/);
    await page.getByText('No question yet. Add').waitFor();
    expect(await page.getByRole('button', { name: 'Publish this version' }).isDisabled()).toBe(true);

    await tabTo(page, /^Touchpoint$/);
    await page.keyboard.type('invoice');
    const invoices = library.filter(({ touchpoint }) => touchpoint === 'invoice');
    const [first, second] = invoices.map(({ question }) => question.text.en!);
    const openQuestion = invoices.find(({ part }) => part === 'open')!.question.text.en!;
    await page.getByRole('button', { name: `Add: ${first}` }).waitFor();
    for (const text of [second!, first!, openQuestion]) {
      await page.getByRole('button', { name: `Add: ${text}` }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: text }).waitFor();
    }
    const order = () => page.locator('.question-card h3').allInnerTexts();
    expect(await order()).toEqual([`1. ${second}`, `2. ${first}`, `3. ${openQuestion}`]);

    // The keyboard stays on the button that moves, also where the question moves.
    await page.getByRole('button', { name: `Move up: ${first}` }).focus();
    await page.keyboard.press('Enter');
    expect(await order()).toEqual([`1. ${first}`, `2. ${second}`, `3. ${openQuestion}`]);
    expect(await focusedName(page)).toBe(`Move up: ${first}`);
    await page.getByText('Now question 1 of 3').waitFor({ state: 'attached' });
    await saved(page);
    await page.getByText('Nothing stands in the way.').waitFor();
    expect(await page.locator('.editor-cost').innerText()).toMatch(/^At most \d+ s and 3 questions/);
    await tabTo(page, /^Publish this version$/);
    await page.keyboard.press('Enter');
    await page.getByText('Version 1 is in the field as it stands here.').waitFor();
    const { surveys } = await answer('/surveys');
    const made = surveys.find(({ key }: { key: string }) => key === 'after-an-invoice');
    expect(made.versions).toMatchObject([{ number: 1, state: 'in-field', questions: 3 }]);
  });

  it('shows what stands in the way beside its question, and takes the last step back', async () => {
    const id = await make({ touchpoint: 'delivery' });
    const page = await open(editorAt(id));
    const card = page.locator('.question-card').first();
    await card.getByRole('button', { name: /^Edit/ }).click();
    const finnish = card.getByLabel('Question, Finnish');
    const before = await finnish.inputValue();
    await finnish.fill('');
    await card.getByText('A text is missing in Finnish.').waitFor();
    await page.locator('.blockers').getByText('A text is missing in Finnish.').waitFor();
    expect(await page.getByRole('button', { name: 'Publish this version' }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(await finnish.inputValue()).toBe(before);
    await card.getByText('A text is missing in Finnish.').waitFor({ state: 'detached' });

    await card.getByLabel('Question, English').fill('Do you agree that delivery and price were excellent?');
    await card.getByText('Better:').first().waitFor();
    await picture(page, 'editor-notes-1440');
    await page.getByRole('button', { name: 'Undo' }).click();
    await saved(page);
    expect((await answer(`/surveys/${id}`)).verdict).toMatchObject({ problems: [], lint: [] });
  });

  it('asks by a sentence only whom it concerns', async () => {
    const id = await make({ touchpoint: 'delivery' });
    const page = await open(editorAt(id));
    const card = page.locator('.question-card').nth(2);
    await card.getByRole('button', { name: /^Edit/ }).click();
    await card.getByLabel('Shown').selectOption({ label: 'only if' });
    await card.getByLabel('Which question decides').selectOption({ index: 0 });
    await card.getByLabel('With what').selectOption('2');
    await saved(page);
    const { draft } = await answer(`/surveys/${id}`);
    const [page1] = draft.content.pages;
    expect(page1.questions[2].when).toEqual({ question: page1.questions[0].key, is: 'atMost', value: 2 });
    await card.getByLabel('Shown').selectOption({ label: 'always' });
    await saved(page);
    expect((await answer(`/surveys/${id}`)).draft.content.pages[0].questions[2].when).toBeUndefined();
  });

  it('judges the colours', async () => {
    const page = await open(editorAt(await make({ touchpoint: 'delivery' })));
    await page.getByText('Everybody can read these colours.').waitFor();
    await page.getByLabel('Accent').fill('#ffd400');
    await page.getByText(/Controls on the background: contrast 1\.\d:1, needed 3\.0:1/).waitFor();
  });

  it('does not write over what another has saved, and says so', async () => {
    const id = await make({ touchpoint: 'delivery' });
    const page = await open(editorAt(id));
    await page.getByRole('heading', { name: 'Questions' }).waitFor();
    const { draft } = await answer(`/surveys/${id}`);
    const theirs = { ...draft.content, title: { en: 'Theirs', fi: 'Toinen', sv: 'Andra' } };
    const body = { revision: draft.revision, content: theirs };
    await site.ask(`/workspaces/{w}/surveys/${id}`, { as: 'owner', method: 'PATCH', body });
    await page.getByLabel('Title, English').fill('Mine');
    await page.getByText('Nothing of his was overwritten.').waitFor();
    expect((await answer(`/surveys/${id}`)).draft.content.title.en).toBe('Theirs');
    await page.getByRole('button', { name: 'Read what the other saved' }).click();
    await page.waitForFunction(() => [...document.querySelectorAll('input')].some(({ value }) => value === 'Theirs'));
  });

  it('keeps what was typed last when another page is opened, and when the connection was lost', async () => {
    const id = await make({ touchpoint: 'delivery' });
    const page = await open(editorAt(id));
    await page.getByLabel('Title, English').fill('Left quickly');
    await page.getByRole('link', { name: 'All surveys' }).click();
    await page.getByRole('heading', { name: 'What do we ask?' }).waitFor();
    await expect.poll(async () => (await answer(`/surveys/${id}`)).draft.content.title.en).toBe('Left quickly');
    await page.getByRole('link', { name: 'Delivery' }).last().click();
    await page.context().setOffline(true);
    await page.getByLabel('Title, English').fill('Offline');
    await page.getByText('Could not be saved').waitFor();
    await page.context().setOffline(false);
    await page.locator('.editor-bar').getByRole('button', { name: 'Try again' }).first().click();
    await saved(page);
    expect((await answer(`/surveys/${id}`)).draft.content.title.en).toBe('Offline');
    // The browser said so, too, and that was the point.
    expect(troubleOf(page).splice(0).join()).toMatch(/^Failed to load resource: net::ERR_INTERNET_DISCONNECTED/);
  });

  it('is read, not built, by those who may not', async () => {
    const page = await open('/w/first/collect', { as: 'viewer' });
    await page.getByRole('heading', { name: 'What do we ask?' }).waitFor();
    await page.locator('.surveys').waitFor();
    expect(await page.getByLabel('Name').count()).toBe(0);
  });

  describe('look well', () => {
    let id = '';
    let huge = '';
    beforeAll(async () => {
      id = await make({ touchpoint: 'visit', name: 'Visits to the shop', languages: ['en', 'fi'] });
      await site.ask(`/workspaces/{w}/surveys/${id}/publish`, { as: 'owner', body: { revision: 1 } });
      huge = await make({ questions: library.slice(0, 60).map((entry) => entry.id), name: 'Sixty questions' });
    });

    it.each([
      ['en', 1440, 'light'],
      ['fi', 1440, 'dark'],
      ['sv', 360, 'light'],
      ['en', 360, 'dark'],
      ['fi', 360, 'light'],
    ] as const)('in %s at %i px, %s', async (language, width, scheme) => {
      const name = `${language}-${width}-${scheme}`;
      const page = await open('/w/first/collect', { language, width, scheme });
      await page.locator('.surveys').waitFor();
      expect([await axeFaults(page), await overflowOf(page)]).toEqual([[], 0]);
      await picture(page, `list-${name}`);
      await page.goto(site.address + editorAt(id));
      await page.locator('[data-control$=":edit"]').first().click();
      await page.locator('.found-questions li').first().waitFor();
      expect([await axeFaults(page), await overflowOf(page)]).toEqual([[], 0]);
      await picture(page, `editor-${name}`);
      expect(await page.locator('main').innerText()).not.toMatch(/NaN|\bundefined\b|\bnull\b|\[object/);
    });

    it('in a workspace without a survey', async () => {
      const page = await openAs('/nowhere', {});
      const [name = '', value = ''] = site.other.members.owner.cookie.split('=');
      await page.context().addCookies([{ name, value, url: site.address }]);
      await page.goto(`${site.address}/w/second/collect`);
      await page.getByText('No survey yet. Make the first one below').waitFor();
      expect([await axeFaults(page), await overflowOf(page)]).toEqual([[], 0]);
      await picture(page, 'list-empty-1440');
    });

    it('with sixty questions', async () => {
      const page = await open(editorAt(huge));
      await page.locator('.question-card').nth(59).waitFor();
      const began = Date.now();
      await page
        .locator('.question-card')
        .nth(58)
        .getByRole('button', { name: /^Move down/ })
        .click();
      await page.getByText('Now question 60 of 60').waitFor({ state: 'attached' });
      expect(Date.now() - began).toBeLessThan(2_000);
      expect(await axeFaults(page)).toEqual([]);
      await picture(page, 'editor-sixty-1440');
    });
  });
});
