import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import {
  mobileModel,
  mobileTwin,
  simulateAnswers,
  templateSpecification,
  templateTruth,
} from '../../src/model/index.ts';
import { modelFixture } from '../findings/model-fixture.ts';
import { axeFaults, overflowOf } from './axe.ts';
import { describeInBrowser } from './browser.ts';
import type { OpenSite } from './open-site.ts';
import { openVisits } from './open-visits.ts';

describeInBrowser('the part Model of the page Why', () => {
  const visits = openVisits({ accounts: 12 });
  const { open } = visits;
  let site: OpenSite;

  beforeAll(async () => {
    site = visits.site();
    const { id: workspaceId } = site.workspace;
    const days = ['2026-08-12', '2026-09-10', '2026-10-14'];
    await modelFixture(site.test, {
      workspaceId,
      survey: 'mobile',
      specification: mobileModel,
      answers: mobileTwin(250),
      days,
      roleOf: (row) => (row % 2 === 0 ? 'payer' : 'end-user'),
    });
    await modelFixture(site.test, {
      workspaceId,
      survey: 'partners',
      specification: templateSpecification('b2b'),
      answers: simulateAnswers(templateTruth('b2b'), { answers: 220, seed: 4 }),
      days,
    });
  });

  const level = 'level=relationship';
  const mobile = `/w/first/why/model?${level}&survey=mobile`;
  /** Pictures to look at, into the folder that is named. */
  const look = async (page: Page, name: string) => {
    const folder = process.env.CANDOR_LOOK;
    if (folder) await page.screenshot({ path: `${folder}/model-${name}.png`, fullPage: true });
  };

  it('shows the model with its intervals, and gives it away', async () => {
    const page = await open(mobile);
    await page.getByRole('heading', { level: 1, name: 'What drives Loyalty?' }).waitFor();
    const pictures = page.getByRole('img', { name: /^(The model|Where to begin)/ });
    await expect.poll(() => pictures.count()).toBe(2);
    expect(await pictures.first().getAttribute('aria-label')).toMatch(/Satisfaction on Loyalty \+0\.46 \(/);
    expect(await page.locator('.answer').first().innerText()).toMatch(/Image|Satisfaction/);
    expect(await axeFaults(page)).toEqual([]);
    await look(page, 'desk');
    const folder = process.env.CANDOR_LOOK;
    if (folder) await pictures.first().screenshot({ path: `${folder}/diagram.png` });
    const [csv] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save all figures (CSV)' }).click(),
    ]);
    expect(readFileSync(await csv.path(), 'utf8')).toMatch(/path,Image,Expectation,/);
    const [appendix] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save the method appendix' }).click(),
    ]);
    expect(readFileSync(await appendix.path(), 'utf8')).toMatch(/rho_A[\s\S]+10\.1016\/j\.csda\.2004\.03\.005/);
    const [picture] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save picture' }).first().click(),
    ]);
    expect(readFileSync(await picture.path(), 'utf8')).toMatch(/^<\?xml[\s\S]+Satisfaction[\s\S]+<\/svg>\s*$/);
  });

  it('answers what if by keyboard, for one construct and for two', async () => {
    const page = await open(mobile);
    const quality = page.getByRole('slider', { name: /^Quality/ });
    await quality.focus();
    for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowRight');
    const answer = page.locator('.model-answer');
    await expect.poll(() => answer.innerText()).toMatch(/^Loyalty \+2\.1 \(\+1\.\d\sto\s\+2\.\d\)$/);
    await page.getByRole('slider', { name: /^Image/ }).focus();
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => answer.innerText()).toMatch(/^Loyalty \+1\.4 \(/);
    await page.getByRole('button', { name: 'Put everything back' }).click();
    await expect.poll(() => answer.innerText()).toBe('Move something.');
  });

  it('compares roles with their invariance', async () => {
    const page = await open(mobile);
    await page.getByRole('button', { name: 'Compare roles' }).click();
    await page
      .getByRole('columnheader', { name: /n\s125/ })
      .first()
      .waitFor({ timeout: 60_000 });
    await page.locator('summary').filter({ hasText: 'Do both mean the same?' }).click();
    expect(await page.getByRole('row', { name: /Image.*the same|Image.*not the same/ }).count()).toBeGreaterThan(0);
    expect(new URL(page.url()).searchParams.get('split')).toBe('role');
    expect(await axeFaults(page)).toEqual([]);
  });

  it('takes another model from the editor into the address, and back', async () => {
    const page = await open(mobile);
    await page.getByText('Change the model').click();
    await page.getByRole('checkbox', { name: 'Image acts on Loyalty' }).uncheck();
    await look(page, 'editor');
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Estimate this model' }).click();
    await expect.poll(() => new URL(page.url()).searchParams.has('model')).toBe(true);
    await expect
      .poll(() => page.getByRole('img', { name: /^The model/ }).getAttribute('aria-label'), { timeout: 20_000 })
      .not.toContain('Image on Loyalty');
    await page.getByText('Change the model').click();
    await page.getByRole('checkbox', { name: 'Loyalty acts on Expectation' }).check();
    await page.getByRole('button', { name: 'Estimate this model' }).click();
    await page.getByText('The arrows lead in a circle.').waitFor();
    await page.getByRole('button', { name: 'Back to the proposed model' }).click();
    await page.getByRole('heading', { level: 1, name: 'What drives Loyalty?' }).waitFor();
    await expect.poll(() => new URL(page.url()).searchParams.has('model')).toBe(false);
  });

  it('makes the survey of a template where no model can be', async () => {
    const page = await open('/w/first/why/model?level=encounter');
    await page.getByRole('button', { name: 'Look at the relationship' }).waitFor();
    await page.getByRole('heading', { name: 'Models to begin with' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await look(page, 'templates');
    await page.getByRole('listitem').filter({ hasText: 'Service encounter' }).getByRole('button').click();
    await page.waitForURL(/collect\?survey=/);
    await page.getByText('It was easy to get this done.').first().waitFor();
  });

  it('fits a phone, in Finnish and Swedish, in the dark', async () => {
    for (const [language, question] of [
      ['fi', /Mikä vaikuttaa/],
      ['sv', /Vad driver/],
    ] as const) {
      const page = await open(`/w/first/why/model?${level}&survey=partners`, { width: 360, scheme: 'dark', language });
      await page.getByRole('heading', { level: 1, name: question }).waitFor();
      await page.getByRole('img').first().waitFor();
      expect(await overflowOf(page)).toBe(0);
      expect(await axeFaults(page)).toEqual([]);
      await look(page, `phone-${language}`);
      const folder = process.env.CANDOR_LOOK;
      if (folder)
        await page
          .getByRole('img')
          .first()
          .screenshot({ path: `${folder}/diagram-${language}.png` });
    }
  });
});
