import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../../src/store/index.ts';
import { templateFor } from '../../src/survey/index.ts';
import { axeFaults, overflowOf } from './axe.ts';
import { describeInBrowser, launchBrowser } from './browser.ts';
import { type OpenSite, openSite, type Visit, visit } from './open-site.ts';

const pictures = process.env.CANDOR_TEST_PICTURES;

describeInBrowser('the page of places', () => {
  let site: OpenSite;
  let browser: Browser;

  beforeAll(async () => {
    site = await openSite({ accounts: 20 });
    browser = await launchBrowser();
    if (pictures) mkdirSync(pictures, { recursive: true });
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  const at = async (options: Visit, work: (page: Page) => Promise<void>, address = '/w/first/collect/places') => {
    const { context, page, trouble } = await visit(browser, site, options);
    await page.goto(site.address + address);
    await page.locator('h1').waitFor();
    await page.waitForLoadState('networkidle');
    await work(page);
    expect(trouble).toEqual([]);
    await context.close();
  };
  const keep = async (page: Page, name: string) => {
    if (pictures) await page.screenshot({ path: join(pictures, `places-${name}.png`), fullPage: true });
  };
  const inWorkspace = <Result>(
    work: (query: (text: string, values: unknown[]) => Promise<unknown>) => Promise<Result>,
  ) => site.test.store.inWorkspace(site.workspace.id, ({ query }) => work(query as never));

  it('says what is needed first where no survey is published, and offers nothing to who may not', async () => {
    await at({ as: 'owner' }, async (page) => {
      await page.getByText('A place needs a published survey.').waitFor();
      await keep(page, 'empty');
    });
    await at({ as: 'viewer' }, async (page) => {
      await page.getByText('No place yet.').waitFor();
      expect(await page.getByRole('heading', { name: 'A new place' }).count()).toBe(0);
    });
  }, 60_000);

  it('makes a place whose code, sheet, widget and kiosk are there at once, and closes it', async () => {
    await inWorkspace(async (query) => {
      const [survey, version] = [newId(), newId()];
      const questionnaire = templateFor('visit', ['en', 'fi', 'sv']);
      await query(
        "insert into survey (workspace_id, id, key, name, level) values ($1, $2, 'front-desk', 'Front desk', 'encounter')",
        [site.workspace.id, survey],
      );
      await query(
        `insert into survey_version (workspace_id, id, survey_id, number, content, published_at)
         values ($1, $2, $3, 1, $4, '2020-01-01')`,
        [site.workspace.id, version, survey, JSON.stringify(questionnaire)],
      );
    });
    await at({ as: 'manager' }, async (page) => {
      const form = page.getByRole('region', { name: 'A new place' });
      await form.getByLabel('Name').fill('Front desk, Kamppi');
      await form.getByLabel('Touchpoint').selectOption({ index: 1 });
      await form.getByRole('button', { name: 'Make the place' }).click();
      const place = page.getByRole('region', { name: 'Front desk, Kamppi' });
      await place.waitFor();
      await place.locator('summary').first().click();
      const code = place.getByRole('img', { name: 'QR code of Front desk, Kamppi' });
      await code.waitFor();
      await expect.poll(() => code.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
      const link = await place.getByLabel('Link', { exact: true }).inputValue();
      expect((await fetch(link)).status).toBe(200);
      await place.locator('summary').nth(1).click();
      await place.getByLabel('Web sites that may show it').fill('https://shop.example.com\nhttps://www.example.com');
      await place.getByRole('button', { name: 'Save' }).first().click();
      await expect
        .poll(async () => {
          const reply = await site.ask('/workspaces/{w}/places', { as: 'owner' });
          return ((await reply.json()) as { places: { name: string; widget: { origins: string[] } }[] }).places.find(
            ({ name }) => name.startsWith('Front'),
          )?.widget.origins;
        })
        .toEqual(['https://shop.example.com', 'https://www.example.com']);
      await place.locator('summary').nth(2).click();
      await keep(page, 'open');
      expect(await axeFaults(page)).toEqual([]);
      await place.getByRole('button', { name: 'Close Front desk, Kamppi' }).click();
      await place.getByRole('button', { name: 'Yes' }).click();
      await place.getByText('closed', { exact: true }).waitFor();
      expect((await fetch(link)).status).toBe(410);
      await place.getByRole('button', { name: 'Open again: Front desk, Kamppi' }).click();
      await place.getByText('open', { exact: true }).waitFor();
    });
  }, 90_000);

  it('shows counts and the health of kiosks in three languages, on two widths, by day and by night', async () => {
    await inWorkspace(async (query) => {
      const [place] = (await query("select id from open_link where workspace_id = $1 and name like 'Front%'", [
        site.workspace.id,
      ])) as [{ id: string }];
      const now = site.time.now.getTime();
      for (const [seen, waiting, parked, offset] of [
        [now - 20_000, 0, 0, 400],
        [now - 9_000_000, 14, 2, -4_000_000],
      ] as const) {
        await query(
          `insert into kiosk_device (workspace_id, id, open_link_id, device_id, first_seen_at, last_seen_at, waiting, parked,
             parked_reason, clock_offset_milliseconds) values ($1, $2, $3, $4, $5, $5, $6, $7, 'closed', $8)`,
          [site.workspace.id, newId(), place.id, crypto.randomUUID(), new Date(seen), waiting, parked, offset],
        );
      }
    });
    const faults: string[] = [];
    for (const language of ['en', 'fi', 'sv'] as const) {
      for (const width of [360, 1440]) {
        for (const scheme of ['light', 'dark'] as const) {
          await at({ as: 'manager', language, width, scheme }, async (page) => {
            for (const summary of await page.locator('.place summary').all()) await summary.click();
            await page.waitForLoadState('networkidle');
            const name = `${language}-${width}-${scheme}`;
            faults.push(...(await axeFaults(page)).map((fault) => `${name} ${fault}`));
            const wider = await overflowOf(page);
            if (wider > 0) faults.push(`${name} is ${wider} px too wide`);
            await keep(page, name);
          });
        }
      }
    }
    expect(faults).toEqual([]);
  }, 120_000);

  it('prints a sheet in the language that is asked for, in two sizes', async () => {
    const reply = await site.ask('/workspaces/{w}/places', { as: 'owner' });
    const { places } = (await reply.json()) as { places: { id: string; name: string }[] };
    const { id } = places.find(({ name }) => name.startsWith('Front'))!;
    for (const [size, language, word] of [
      ['A4', 'fi', 'kameralla'],
      ['A6', 'sv', 'kameran'],
    ]) {
      const address = `/api/workspaces/first/places/${id}/sheet?size=${size}&language=${language}`;
      await at(
        { as: 'viewer', width: 1440 },
        async (page) => {
          expect(await page.locator('html').getAttribute('lang')).toBe(language);
          expect(await page.locator('body').textContent()).toContain(word);
          expect(await page.locator('svg').count()).toBe(1);
          await keep(page, `sheet-${size}`);
          const pdf = await page.pdf({ preferCSSPageSize: true });
          // One sheet of paper.
          expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
        },
        address,
      );
    }
  }, 60_000);

  it('lets an owner say who is answerable, and tells respondents', async () => {
    await at(
      { as: 'owner' },
      async (page) => {
        const part = page.getByRole('region', { name: 'Privacy notice' });
        await part.getByLabel('Who is answerable').fill('Example Oy');
        await part.getByLabel('Address', { exact: true }).fill('Mannerheimintie 1, Helsinki');
        await part.getByLabel('Where to write to').fill('privacy@example.com');
        await part.getByRole('button', { name: 'Save' }).click();
        await part.getByText('Saved').waitFor();
        await part.scrollIntoViewIfNeeded();
        await keep(page, 'settings');
      },
      '/w/first/settings',
    );
    const code = site.workspace.id && (await codeOf());
    const told = await (await fetch(`${site.address}/p/${code}?lang=fi`)).text();
    expect(told).toContain('Example Oy');
    expect(told).toContain('mailto:privacy@example.com');
    const { context, page } = await visit(browser, site, { width: 360 });
    await page.goto(`${site.address}/p/${code}?lang=fi`);
    expect(await axeFaults(page)).toEqual([]);
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    await keep(page, 'privacy');
    await context.close();
  }, 60_000);

  const codeOf = async () => {
    const reply = await site.ask('/workspaces/{w}/places', { as: 'owner' });
    const { places } = (await reply.json()) as { places: { addresses: { link: string } }[] };
    return new URL(places[0]!.addresses.link).pathname.split('/')[2];
  };
});
