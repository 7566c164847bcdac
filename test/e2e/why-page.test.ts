import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { driverFixture } from '../findings/driver-fixture.ts';
import { axeFaults, overflowOf } from './axe.ts';
import { describeInBrowser } from './browser.ts';
import type { OpenSite } from './open-site.ts';
import { openVisits } from './open-visits.ts';

describeInBrowser('the page Why', () => {
  const visits = openVisits({ accounts: 20 });
  const { open } = visits;
  let site: OpenSite;

  beforeAll(async () => {
    site = visits.site();
    const { id: workspaceId } = site.workspace;
    const from = '2026-05-01';
    await driverFixture(site.test, { workspaceId, survey: 'loyalty', items: 6, responses: 420, gapEvery: 25, from });
  });

  const saved = async (page: Page, name: string) => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
    return readFileSync(await download.path(), 'utf8');
  };

  it('says what goes with the outcome, shows it, and gives it away', async () => {
    const page = await open('/w/first/overview');
    await page.getByRole('navigation', { name: 'Main' }).first().getByRole('link', { name: 'Why' }).click();
    await page.getByRole('heading', { level: 1, name: 'What goes with recommendation?' }).waitFor();
    expect(await page.locator('.answer').first().innerText()).toMatch(
      /part 1 of our service.* goes with recommendation the most: \d+\s%.*first in \d+\s% of resamples/,
    );
    const pictures = page.getByRole('img', { name: /^(Share of what is explained|Importance and performance)/ });
    await expect.poll(() => pictures.count()).toBe(2);
    expect(await page.getByRole('row').count()).toBe(7);
    expect(await axeFaults(page)).toEqual([]);
    const csv = await saved(page, 'Figures (CSV)');
    expect(csv.trim().split('\r\n')).toHaveLength(7);
    const appendix = await saved(page, 'Method appendix (Markdown)');
    expect(appendix).toMatch(/R²\(S\)[\s\S]+10\.1198\/000313007X188252/);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as SVG' }).first().click(),
    ]);
    expect(readFileSync(await download.path(), 'utf8')).toMatch(/^<\?xml[\s\S]+<\/svg>\s*$/);
  });

  it('keeps filters and choices in its address, and reads them back', async () => {
    const page = await open('/w/first/why?level=relationship');
    await page.getByRole('heading', { level: 1, name: /recommendation/ }).waitFor();
    await page.getByText('Questions looked at: 6 of 6').click();
    await page.getByRole('checkbox', { name: /part 1 / }).uncheck();
    await page.getByText('5 of 6 questions').waitFor();
    expect(new URL(page.url()).searchParams.getAll('driver')).toHaveLength(5);
    await page.getByLabel('Outcome').selectOption('item-02');
    await page.getByRole('heading', { level: 1, name: /part 2 of our service/ }).waitFor();
    await page.reload();
    await page.getByRole('heading', { level: 1, name: /part 2 of our service/ }).waitFor();
    const few = await open('/w/first/why?level=relationship&from=2026-05-01&to=2026-05-08');
    await few.getByText('CND_SAMPLE_TOO_SMALL').waitFor();
    expect(await axeFaults(few)).toEqual([]);
  });

  it('never pools the levels: without ratings beside the outcome it says what is missing', async () => {
    const page = await open('/w/first/why?level=encounter');
    await page.getByRole('heading', { level: 1, name: 'Nothing to explain with yet' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Look at the relationship' }).click();
    await page.getByRole('heading', { level: 1, name: /recommendation/ }).waitFor();
    expect(page.url()).toContain('level=relationship');
  });

  it.each(['fi', 'sv'] as const)('reads on a phone, in the dark, by a viewer, in %s', async (language) => {
    const page = await open('/w/first/why', { as: 'viewer', width: 360, scheme: 'dark', language });
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    await expect.poll(() => page.getByRole('img').count()).toBe(2);
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    expect(await axeFaults(page)).toEqual([]);
  });

  it('of an empty workspace says what would be here', async () => {
    const page = await visits.openEmpty('/w/second/why');
    await page.getByRole('heading', { level: 1, name: 'No answers yet' }).waitFor();
  });
});
