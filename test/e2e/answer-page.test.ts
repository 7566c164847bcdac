import { mkdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { respondentLanguages, respondentWords, templateFor } from '../../src/survey/index.ts';
import { type Asked, invite } from '../answering/asked-fixture.ts';
import { type OpenPages, openPages } from '../answering/open-pages.ts';
import { axeFaults, overflowOf } from './axe.ts';
import { describeInBrowser, launchBrowser } from './browser.ts';

/** Set by whoever wants to look at the pages: where their pictures go. */
const pictures = process.env.CANDOR_TEST_PICTURES;

describeInBrowser('the answer page in a browser', () => {
  let pages: OpenPages;
  let browser: Browser;
  let address: string;
  let close: () => void;

  beforeAll(async () => {
    pages = await openPages(templateFor('relationship', [...respondentLanguages]));
    const server = serve({ fetch: pages.app.fetch, hostname: '127.0.0.1', port: 0 });
    await new Promise((resolve) => server.once('listening', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    close = () => server.close();
    browser = await launchBrowser();
    if (pictures) mkdirSync(pictures, { recursive: true });
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    close();
    await pages.close();
  });

  const ask = async (): Promise<Asked> => (await invite(pages.fixture, 1, { now: pages.time.now }))[0]!;
  const visit = async <Result>(options: BrowserContextOptions, work: (page: Page) => Promise<Result>) => {
    const context = await browser.newContext({ javaScriptEnabled: true, ...options });
    try {
      return await work(await context.newPage());
    } finally {
      await context.close();
    }
  };
  const responses = async ({ invitationId }: Asked) =>
    pages.rows('select 1 from response where workspace_id = $1 and invitation_id = $2', [invitationId]);
  const keep = async (page: Page, name: string) => {
    if (pictures) await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
  };

  it('can be read and touched by everybody, in five languages, three widths, by day and by night', async () => {
    const asked = await ask();
    const faults: string[] = [];
    for (const language of respondentLanguages) {
      for (const width of [360, 390, 1440]) {
        for (const colorScheme of ['light', 'dark'] as const) {
          await visit({ viewport: { width, height: 800 }, colorScheme }, async (page) => {
            await page.goto(`${address}${asked.answer}?lang=${language}`);
            const name = `${language}-${width}-${colorScheme}`;
            faults.push(...(await axeFaults(page)).map((fault) => `${name} ${fault}`));
            const wider = await overflowOf(page);
            if (wider > 0) faults.push(`${name} is ${wider} px too wide`);
            const cells = await page.locator('.scale').first().locator('label').all();
            expect(cells).toHaveLength(11);
            for (const cell of cells) {
              const box = (await cell.boundingBox())!;
              if (box.width < 30 || box.height < 44) faults.push(`${name} ${box.width} x ${box.height}`);
            }
            const [first, last] = [(await cells[0]!.boundingBox())!, (await cells[10]!.boundingBox())!];
            if (first.x > last.x !== (language === 'ar')) faults.push(`${name} runs the wrong way`);
            await keep(page, name);
          });
        }
      }
    }
    expect(faults).toEqual([]);
  }, 240_000);

  it('is answered by keyboard only, without a script, in one request for each page', async () => {
    const asked = await ask();
    await visit({ javaScriptEnabled: false, viewport: { width: 390, height: 800 } }, async (page) => {
      const requests: string[] = [];
      page.on('request', (request) => requests.push(request.url()));
      await page.goto(address + asked.answer);
      expect(requests.filter((url) => !url.startsWith('data:'))).toHaveLength(1);
      const focused = () => page.locator(':focus');
      // The buttons of five languages come first; then the scale is one stop.
      for (let stop = 0; stop < respondentLanguages.length + 1; stop += 1) await page.keyboard.press('Tab');
      expect(await focused().getAttribute('name')).toBe('relationship-recommend');
      await page.keyboard.press('Space');
      for (let step = 0; step < 9; step += 1) await page.keyboard.press('ArrowRight');
      expect(await page.locator('input[name="relationship-recommend"]:checked').getAttribute('value')).toBe('9');
      await keep(page, 'focus');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: respondentWords.en.thankYou.title }).waitFor();
      await keep(page, 'thanks');
    });
    expect(await responses(asked)).toHaveLength(1);
  }, 60_000);

  it('says what is missing, and leads to it', async () => {
    const asked = await ask();
    await visit({ viewport: { width: 390, height: 800 } }, async (page) => {
      await page.goto(address + asked.answer);
      await page.getByRole('button', { name: respondentWords.en.send }).click();
      expect(await page.title()).toContain(respondentWords.en.problems(1));
      expect(await axeFaults(page)).toEqual([]);
      await keep(page, 'problems');
      await page.locator('.problems a').first().click();
      expect(new URL(page.url()).hash).toBe('#q-relationship-recommend');
    });
    expect(await responses(asked)).toEqual([]);
  }, 60_000);

  it('is not answered by a browser that loads every link and touches nothing', async () => {
    const people = await invite(pages.fixture, 10, { now: pages.time.now });
    await visit({}, async (page) => {
      for (const { answer, stop } of people) {
        for (const link of [`${answer}?score=9`, answer, stop]) await page.goto(address + link);
      }
    });
    for (const one of people) expect(await responses(one)).toEqual([]);
    expect(await pages.rows('select 1 from suppression where workspace_id = $1')).toEqual([]);
  }, 60_000);

  it('lets somebody stop the surveys with two clicks', async () => {
    const asked = await ask();
    await visit({ javaScriptEnabled: false, viewport: { width: 390, height: 800 } }, async (page) => {
      await page.goto(address + asked.answer);
      await page.getByRole('link', { name: respondentWords.en.unsubscribeLink }).click();
      await keep(page, 'stop');
      await page.getByRole('button', { name: respondentWords.en.unsubscribe.button }).click();
      expect(await page.locator('h1').textContent()).toBe(respondentWords.en.unsubscribe.done.title);
    });
    const [contact] = await pages.rows<{ opted_out_at: Date | null }>(
      'select opted_out_at from contact where workspace_id = $1 and id = $2',
      [asked.contactId],
    );
    expect(contact!.opted_out_at).not.toBeNull();
  }, 60_000);

  it('tells the live page of its workspace within a second', async () => {
    const asked = await ask();
    const stop = new AbortController();
    const live = await fetch(`${address}/api/workspaces/${pages.workspace.slug}/live`, {
      headers: { cookie: pages.workspace.members.owner.cookie },
      signal: stop.signal,
    });
    const reader = live.body!.pipeThrough(new TextDecoderStream()).getReader();
    await reader.read();
    const began = performance.now();
    await pages.post(asked.answer, { 'relationship-recommend': '9', _go: 'next' });
    let heard = '';
    while (!heard.includes('event:')) {
      const { value, done } = await reader.read();
      if (done) throw new Error('the stream ended');
      heard += value;
    }
    expect(performance.now() - began).toBeLessThan(1_000);
    stop.abort();
  }, 20_000);
});
