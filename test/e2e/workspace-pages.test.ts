import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Overview, ResponsePage } from '../../src/overview/index.ts';
import { testPassword } from '../server/open-application.ts';
import { axeFaults, overflowOf } from './axe.ts';
import { describeInBrowser, launchBrowser } from './browser.ts';
import { focusedName, tabTo } from './keyboard.ts';
import type { OpenSite } from './open-site.ts';
import { openVisits } from './open-visits.ts';

describeInBrowser('the pages of a workspace', () => {
  const visits = openVisits({ accounts: 150 });
  const { open: asOwner, openAs: open } = visits;
  let site: OpenSite;

  beforeAll(() => {
    site = visits.site();
  });

  const answer = async <Answer>(path: string): Promise<Answer> =>
    (await site.ask(`/workspaces/{w}${path}`, { as: 'owner' })).json() as Promise<Answer>;
  const figure = (page: Page, level: string) => page.getByRole('region', { name: level }).locator('.big b').first();

  it('speaks the language of the account, also on pages that ask nobody who reads', async () => {
    const page = await asOwner('/w/first/overview', { language: 'none' });
    const wish = (language: string) =>
      page.evaluate(async (spoken) => {
        const headers = { 'content-type': 'application/json' };
        await fetch('/api/me', { method: 'PATCH', headers, body: JSON.stringify({ language: spoken }) });
      }, language);
    await wish('sv');
    await page.reload();
    await page.locator('html[lang=sv]').waitFor();
    await page.goto(`${site.address}/audit`);
    await page.getByRole('heading').first().waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('sv');
    await wish('en');
  });

  describe('signing in', () => {
    it('works with the keyboard alone, says what is wrong, and leads where one wanted to go', async () => {
      const page = await open('/w/first/overview?role=payer');
      await page.waitForURL(/sign-in\?next=/);
      await page.getByRole('heading', { name: 'Sign in' }).waitFor();
      await page.getByLabel('E-mail').focus();
      await page.keyboard.type(site.workspace.members.viewer.email);
      await page.keyboard.press('Tab');
      await page.keyboard.type('not the password');
      await page.keyboard.press('Enter');
      await page.getByRole('alert').waitFor();
      expect(await page.getByRole('alert').innerText()).toContain('CND_SIGN_IN');
      await page.getByLabel('Password').fill(testPassword);
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/w\/first\/overview\?role=payer$/);
      await page.getByRole('heading', { name: 'What moved, really?' }).waitFor();
    });

    it('goes to the last workspace from the first page, and out again', async () => {
      // A session of its own, which ends here.
      const page = await open('/');
      await page.getByLabel('E-mail').fill(site.workspace.members.manager.email);
      await page.getByLabel('Password').fill(testPassword);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.waitForURL(/\/w\/first\/overview$/);
      await page.getByRole('button', { name: 'Sign out' }).first().click();
      await page.waitForURL(/\/sign-in$/);
      await page.goto(`${site.address}/w/first/overview`);
      await page.waitForURL(/sign-in\?next=/);
    });
  });

  it.each(['/w/second/overview', '/w/first/nowhere', '/nowhere'])('has nothing at %s', async (path) => {
    const page = await asOwner(path);
    await page.getByRole('heading', { name: 'Nothing is here' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
  });

  describe('the overview', () => {
    it('shows the figures of the API, both levels apart', async () => {
      const overview = await answer<Overview>('/overview');
      const page = await asOwner('/w/first/overview');
      for (const [name, standing] of [
        ['Relationship', overview.levels.relationship],
        ['Encounters', overview.levels.encounter],
      ] as const) {
        const value = Math.round(standing!.shown.estimate!.value);
        expect(await figure(page, name).innerText()).toBe(
          `${value > 0 ? '+' : value < 0 ? '−' : ''}${Math.abs(value)}`,
        );
      }
      // The charts come after the figures.
      await page.locator('.card svg[role=img]').nth(1).waitFor();
      expect(await page.locator('.card svg[role=img]').count()).toBe(2);
      expect(await page.locator('main').innerText()).not.toMatch(/NaN|undefined|null|\[object/);
      expect(await page.locator('main').innerText()).toContain(overview.run.id);
    });

    it('is filtered by the keyboard, in the address, and back again', async () => {
      const page = await asOwner('/w/first/overview');
      await figure(page, 'Encounters').waitFor();
      await tabTo(page, /^Level: both levels/);
      await page.keyboard.press('Enter');
      await page.getByRole('radio', { name: 'both levels' }).waitFor();
      await page.keyboard.press('ArrowDown');
      await page.waitForURL(/level=relationship/);
      await page.keyboard.press('Escape');
      expect(await focusedName(page)).toContain('relationship level');
      await page.waitForFunction(() => document.querySelectorAll('.card').length === 1);
      await page.goBack();
      await page.waitForFunction(() => document.querySelectorAll('.card').length === 2);
      expect(page.url()).toBe(`${site.address}/w/first/overview`);
    });

    it('shows the same view to whoever gets the link', async () => {
      const path = '/w/first/overview?level=encounter&touchpoint=delivery&at=2026-09';
      const [mine, theirs] = [await asOwner(path), await open(path, { as: 'analyst' })];
      const text = async (page: Page) => {
        await page.locator('.card svg[role=img]').waitFor();
        await page.locator('tbody .groups-bar svg').first().waitFor();
        return page.locator('main').innerText();
      };
      expect(await text(theirs)).toBe(await text(mine));
      expect(await mine.locator('.filters').innerText()).toMatch(/delivery/i);
      expect(await mine.locator('.filters').innerText()).toContain('September 2026');
    });

    it('opens exactly the rows that a figure counts', async () => {
      const page = await asOwner('/w/first/overview');
      const link = page.locator('.groups tbody .groups-n a').first();
      const n = Number((await link.innerText()).replace(/\D/g, ''));
      await link.focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/responses\?/);
      const rows = await answer<ResponsePage>(`/responses?${new URL(page.url()).searchParams}`);
      expect(rows.head.reduce((sum, { answers }) => sum + answers, 0)).toBe(n);
      await page.locator('.responses tbody tr').first().waitFor();
      expect(await page.locator('.responses tbody tr').count()).toBe(Math.min(50, n));
    });

    it('takes exactly the rows with it that the page counts', async () => {
      for (const query of [
        '',
        '?level=encounter&segment=small&period=quarter',
        '?metric=nps&from=2026-03-10&to=2026-08-02',
      ]) {
        const page = await asOwner(`/w/first/responses${query}`);
        await page.locator('.responses tbody tr').first().waitFor();
        const { head } = await answer<ResponsePage>(`/responses${query}`);
        const counts = await page.locator('.row-counts').innerText();
        for (const { responses } of head) expect(counts.replace(/\D/g, ' ')).toContain(String(responses));
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('link', { name: 'JSON', exact: true }).click(),
        ]);
        const lines = readFileSync(await download.path(), 'utf8')
          .trimEnd()
          .split('\n');
        expect(lines.length - 1).toBe(head.reduce((sum, { responses }) => sum + responses, 0));
      }
    });

    it('refuses an address that asks for what cannot be, and leads out', async () => {
      const page = await asOwner('/w/first/overview?period=decade');
      await page.getByRole('alert').waitFor();
      expect(await page.getByRole('alert').innerText()).toContain('CND_VIEW');
      await page.getByRole('button', { name: 'Show the usual view' }).click();
      await figure(page, 'Relationship').waitFor();
    });

    it('has one step to take where nobody has answered', async () => {
      const page = await visits.openEmpty('/w/second/overview');
      await page.getByRole('heading', { name: 'No answers yet' }).waitFor();
      await page.getByRole('link', { name: 'Import a file' }).click();
      await page.waitForURL(/\/w\/second\/imports$/);
    });
  });

  describe('a live page', () => {
    const post = async (touchpoint: string, externalId: string) => {
      const body = {
        survey: 'company-encounter',
        source: 'test',
        externalId,
        respondedAt: site.time.now.toISOString(),
        touchpoint,
        answers: [{ question: 'recommend', score: 10 }],
      };
      const told = await site.ask('/workspaces/{w}/responses', { key: site.workspace.keys['responses:write'], body });
      if (told.status !== 201) throw new Error(await told.text());
    };

    it('moves every open page but the one whose filter leaves the answer out, and keeps what is open', async () => {
      const at = '/w/first/overview?level=encounter&at=2026-11';
      const another = await launchBrowser();
      const pages = [await asOwner(at), await open(at, { as: 'viewer', browser: another })];
      const away = await asOwner(`${at}&touchpoint=delivery`);
      for (const page of [...pages, away]) {
        await page
          .getByText(/Live: /)
          .first()
          .waitFor();
        await page.locator('.card svg[role=img]').waitFor();
      }
      await pages[0]!.getByText('Show the table').first().click();
      const before = await away.locator('main').innerText();
      for (let n = 1; n <= 200; n++) await post('invoice', `live-${n}`);
      for (const page of pages)
        await page.locator('.big-n', { hasText: 'n\u00a0200' }).first().waitFor({ timeout: 10_000 });
      expect(await pages[0]!.locator('.card details[open]').count()).toBe(1);
      await away.getByText('Live: 200 answers today').waitFor();
      const strip = (text: string) => text.replace(/Live: .*|Run \w+|Data hash \S+/g, '');
      expect(strip(await away.locator('main').innerText())).toBe(strip(before));
      await another.close();
    });
  });

  describe('an import', () => {
    const file = {
      name: 'answers.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(
        `id,date,nps,account\n${Array.from({ length: 30 }, (_, n) => `r${n},2026-11-${10 + (n % 10)},${n % 11},a${n % 7}`).join('\n')}\nr99,2026-11-01,77,a1\n`,
      ),
    };

    it('is tried, corrected, taken in and taken away again, by the keyboard', async () => {
      const page = await asOwner('/w/first/imports');
      page.on('filechooser', () => undefined);
      await tabTo(page, /^Choose a file/);
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
      await chooser.setFiles(file);
      await page.getByText('31 rows read, 30 would be used, 1 rejected.').waitFor();
      expect(await page.getByRole('row', { name: /Score outside the scale/ }).innerText()).toContain('32');
      expect(await axeFaults(page)).toEqual([]);
      await page.getByLabel('Level of the survey').selectOption('encounter');
      const button = page.getByRole('button', { name: 'Import 30 rows' });
      await page.waitForFunction(() => !document.querySelector('.stale'));
      await button.focus();
      await page.keyboard.press('Enter');
      const row = page.getByRole('row', { name: /answers\.csv/ });
      await row.getByText('in force').waitFor();
      await row.getByRole('button', { name: 'Undo the import of answers.csv' }).focus();
      await page.keyboard.press('Enter');
      expect(await row.innerText()).toContain('Its 30 rows go');
      await page.keyboard.press('Enter');
      await row.getByText(/^undone /).waitFor();
    });
  });

  it('asks how the dates of a file are written, where both ways fit', async () => {
    const page = await asOwner('/w/first/imports');
    const buffer = Buffer.from('id;date;nps\n1;1.2.2026;9\n2;3.4.2026;4\n');
    await page.locator('input[type=file]').setInputFiles({ name: 'early.csv', mimeType: 'text/csv', buffer });
    await page.getByText('CND_DATE_AMBIGUOUS').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('group', { name: 'Date order' }).getByRole('button', { name: 'day, month, year' }).click();
    await page.getByText('2 rows read, 2 would be used').waitFor();
    expect(await page.getByLabel('Date order').inputValue()).toBe('dmy');
  });

  it('asks which column is the score, where no name tells it', async () => {
    const page = await asOwner('/w/first/imports');
    const buffer = Buffer.from('id,date,alpha,beta\n1,2026-10-14,9,1\n2,2026-10-15,4,2\n3,2026-10-16,10,3\n');
    await page.locator('input[type=file]').setInputFiles({ name: 'odd.csv', mimeType: 'text/csv', buffer });
    await page.getByText('CND_NO_SCORE_COLUMN').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByLabel('Score column').selectOption('alpha');
    await page.getByRole('button', { name: 'Read the file this way' }).press('Enter');
    await page.getByText('3 rows read, 3 would be used').waitFor();
    expect(await page.getByLabel('Score column').inputValue()).toBe('alpha');
  });

  it('keeps a way of reading a file under a name, and forgets it again', async () => {
    const page = await asOwner('/w/first/imports');
    const name = 'kept.csv';
    const buffer = Buffer.from('id,date,nps\n1,2026-11-02,9\n2,2026-11-03,4\n');
    await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer });
    await page.getByLabel('Save this way of reading as').fill('Monthly file');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const kept = page.getByRole('region', { name: 'Saved ways of reading' });
    await kept.getByText('Monthly file').waitFor();
    await kept.getByRole('button', { name: 'Delete Monthly file' }).focus();
    await page.keyboard.press('Enter');
    expect(await focusedName(page)).toBe('Yes');
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await kept.getByText('Deleted.').waitFor();
    await kept.getByText('Monthly file').waitFor({ state: 'detached' });
    expect((await answer<{ mappings: unknown[] }>('/import-mappings')).mappings).toEqual([]);
  });

  it('defines a metric, and a new version of it', async () => {
    const page = await asOwner('/w/first/settings');
    await page.getByText('Define a metric').click();
    const form = page.locator('details[open] form').first();
    await form.getByLabel('Name', { exact: true }).fill('Recommending, as an index');
    await form.getByLabel('Short name for addresses').fill('our-index');
    await form.getByLabel('Computed as').selectOption('index-100');
    await form.getByRole('checkbox').first().check();
    await form.getByRole('button', { name: 'Save' }).click();
    const metric = page.getByRole('region', { name: 'Recommending, as an index' });
    await metric.getByText('Version 1').waitFor();
    await metric.getByText('New version of').click();
    await metric.getByLabel('Better is').selectOption('lower-is-better');
    await metric.getByRole('button', { name: 'Save' }).click();
    await metric.getByText('Changed: direction.').waitFor();
    await page.goto(`${site.address}/w/first/overview?metric=our-index`);
    await page.locator('.card .big b').first().waitFor();
    expect(await page.locator('.card h2').first().innerText()).toContain('Recommending, as an index');
  });

  it('judges the programme of one level', async () => {
    const page = await asOwner('/w/first/programme');
    await page.getByRole('heading', { name: 'Was there ever a signal?' }).waitFor({ timeout: 60_000 });
    await page.locator('figure svg[role=img]').first().waitFor();
    expect(await page.locator('.filters').innerText()).toContain('relationship level');
    expect(await page.locator('main').innerText()).not.toMatch(/NaN|undefined|null|\[object/);
    expect(await axeFaults(page)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 900 });
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
  });

  it('plans what would be seen, by the keyboard and by the address', async () => {
    const page = await asOwner('/w/first/programme');
    await page.getByRole('link', { name: 'Planner' }).click();
    await page.getByRole('heading', { name: 'What would we see, and when?' }).waitFor();
    await page
      .getByText(/^With\s\S+\sanswers a month you see a change of \d+\spoints\. A change of 5\spoints needs/)
      .waitFor();
    await page.locator('figure svg[role=img]').first().waitFor();
    const field = page.getByLabel('Change to see, points');
    await field.fill('900');
    await field.press('Enter');
    await page.getByRole('alert').getByText('below 200').waitFor();
    await field.fill('12');
    await field.press('Enter');
    await page.waitForURL(/change=12/);
    await page.getByText(/A change of 12\spoints needs/).waitFor();
    expect(await page.getByRole('row').count()).toBe(5);
    await page.getByLabel('Target', { exact: true }).fill('45');
    await page.getByLabel('Target', { exact: true }).press('Enter');
    await page.waitForURL(/change=12&target=45&ahead=3/);
    await page.getByText(/^Target \+45 in February 2027: the score is there with a probability of/).waitFor();
    expect(await page.locator('main').innerText()).not.toMatch(/NaN|undefined|null|\[object/);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'CSV file' }).click();
    expect((await download).suggestedFilename()).toBe('plan.csv');
    expect(await axeFaults(page)).toEqual([]);
    await visits.picture(page, 'planner-1440');
    await page.emulateMedia({ colorScheme: 'dark' });
    await visits.picture(page, 'planner-1440-dark');
    expect(await axeFaults(page)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 900 });
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    await visits.picture(page, 'planner-360-dark');
    await page.emulateMedia({ colorScheme: 'light' });
    await visits.picture(page, 'planner-360');
    await page.goto(`${site.address}/w/first/programme/planner?lang=fi&level=encounter&change=3`);
    await page.getByRole('heading', { name: 'Milloin tiedämme?' }).waitFor();
    await page.goto(`${site.address}/w/first/programme/nowhere`);
    await page.getByText('Milloin tiedämme?').waitFor({ state: 'detached' });
  });

  it('shows each role what it may', async () => {
    const viewer = await open('/w/first/overview', { as: 'viewer' });
    await figure(viewer, 'Relationship').waitFor();
    expect(await viewer.locator('.groups-n a').count()).toBe(0);
    expect(await viewer.getByText('of revenue has').count()).toBe(0);
    await viewer.goto(`${site.address}/w/first/responses`);
    await viewer.getByText('Your role sees figures').waitFor();
    await viewer.goto(`${site.address}/w/first/imports`);
    await viewer.getByText('imports no files').waitFor();
    await viewer.getByRole('row', { name: /Simulated company/ }).waitFor();
    expect(await viewer.getByRole('button', { name: /^Undo/ }).count()).toBe(0);
    expect(await viewer.locator('input[type=file]').count()).toBe(0);
    expect(await axeFaults(viewer)).toEqual([]);
    await viewer.goto(`${site.address}/w/first/settings`);
    await viewer.getByText('Only for: owner.').first().waitFor();
  });

  describe('settings', () => {
    it('invite somebody who joins by the link, once', async () => {
      const page = await asOwner('/w/first/settings');
      await page.getByLabel('E-mail').fill('new@first.example');
      await page.getByLabel('Role', { exact: true }).selectOption('agent');
      await page.getByRole('button', { name: 'Make an invitation' }).click();
      const link = await page.getByLabel('Link of the invitation').inputValue();
      const guest = await open(new URL(link).pathname);
      await guest.getByRole('heading', { name: 'Join The first' }).waitFor();
      expect(await axeFaults(guest)).toEqual([]);
      await guest.getByLabel('Your name').fill('Nora <b>New</b>');
      await guest.getByLabel('Password').fill('short');
      await guest.getByRole('button', { name: 'Join' }).click();
      await guest.locator('.ask-error').waitFor();
      await guest.getByLabel('Password').fill('a sentence to remember');
      await guest.getByRole('button', { name: 'Join' }).click();
      await guest.waitForURL(/\/w\/first\/overview/);
      expect(await guest.locator('.account').first().innerText()).toContain('Nora <b>New</b>, agent');
      await page.reload();
      await page.getByRole('rowheader', { name: 'Nora <b>New</b>' }).waitFor();
    });

    it('take the access of a member away and give it back, by the keyboard', async () => {
      const page = await asOwner('/w/first/settings');
      const row = page.getByRole('row', { name: /agent of the first/ });
      await row.getByRole('button', { name: 'Take access away: agent of the first' }).focus();
      await page.keyboard.press('Enter');
      expect(await focusedName(page)).toBe('Yes');
      await page.keyboard.press('Enter');
      await row.getByText(/no access since/).waitFor();
      const agent = await open('/w/first/overview', { as: 'agent' });
      await agent.getByRole('heading', { name: 'Sign in' }).waitFor();
      await page.setViewportSize({ width: 360, height: 900 });
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);
      expect(await axeFaults(page)).toEqual([]);
      await row.getByRole('button', { name: 'Give access back: agent of the first' }).focus();
      await page.keyboard.press('Enter');
      await row.getByText(/no access since/).waitFor({ state: 'detached' });
    });

    it('make a key that is shown once, and revoke it by the keyboard', async () => {
      const page = await asOwner('/w/first/settings');
      await page.getByLabel('What it is for').fill('shop');
      await page.getByRole('button', { name: 'Make a key' }).click();
      expect(await page.getByLabel('The new key').inputValue()).toMatch(/^cnd_/);
      await page.reload();
      await page.getByRole('rowheader', { name: 'shop' }).waitFor();
      expect(await page.locator('main').innerText()).not.toMatch(/cnd_/);
      await page.getByRole('button', { name: 'Revoke shop' }).focus();
      await page.keyboard.press('Enter');
      expect(await focusedName(page)).toBe('Yes');
      await page.keyboard.press('Enter');
      await page
        .getByText(/^revoked /)
        .first()
        .waitFor();
    });

    it('say at the field what is wrong', async () => {
      const page = await asOwner('/w/first/settings');
      await page.getByLabel('Small-group floor').fill('7');
      await page.getByLabel('Currency').fill('euro');
      await page.getByRole('region', { name: 'Workspace' }).getByRole('button', { name: 'Save' }).click();
      const field = page.getByLabel('Currency');
      await page.locator('.ask-error').first().waitFor();
      expect(await field.getAttribute('aria-invalid')).toBe('true');
      await field.fill('EUR');
      await page.getByRole('region', { name: 'Workspace' }).getByRole('button', { name: 'Save' }).click();
      await page.getByText('Saved.').waitFor();
      expect(await answer<{ smallGroupFloor: number }>('')).toMatchObject({ smallGroupFloor: 7 });
    });
  });

  const pages = [
    ['/sign-in', 'form', undefined],
    ['/set-up', 'form', 'owner'],
    ['/w/first/overview', '.card svg[role=img]', 'owner'],
    ['/w/first/responses', '.responses', 'owner'],
    ['/w/first/imports', '.kinds', 'owner'],
    ['/w/first/settings', 'table', 'owner'],
  ] as const;

  describe.each(pages)('%s', (path, ready, as) => {
    it.each([1440, 1024, 360])('has no fault that axe finds and no sideways scroll at %i px', async (width) => {
      for (const language of ['en', 'fi', 'sv'] as const) {
        const page = await open(path, { ...(as ? { as } : {}), width, language });
        await page.locator(ready).first().waitFor();
        expect(await page.locator('html').getAttribute('lang')).toBe(language);
        expect(await overflowOf(page)).toBeLessThanOrEqual(0);
        for (const scheme of ['light', 'dark'] as const) {
          if (width === 1024 && scheme === 'dark') continue;
          await page.emulateMedia({ colorScheme: scheme });
          expect(await axeFaults(page)).toEqual([]);
        }
        await page.context().close();
      }
    });
  });
});
