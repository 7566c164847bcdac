import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { staffWords } from '../../src/kiosk/staff-words.ts';
import { application } from '../../src/server/application.ts';
import { respondentWords, templateFor } from '../../src/survey/index.ts';
import { type OpenPages, openPages } from '../answering/open-pages.ts';
import { longQuestionnaire } from '../answering/questionnaires.ts';
import { makePlace, type TestPlace } from '../channels/open-place.ts';
import { axeFaults, overflowOf } from './axe.ts';
import { type BadLine, badLine } from './bad-line.ts';
import { describeInBrowser, launchBrowser } from './browser.ts';
import { type MortalBrowser, startMortal } from './kill-browser.ts';

/** Kills of the browser at random points; 50 by CANDOR_TEST_KILLS. */
const kills = Number(process.env.CANDOR_TEST_KILLS ?? 6);
const pictures = process.env.CANDOR_TEST_PICTURES;
const builtWeb = join(process.cwd(), 'dist/web');
const builtScripts = join(process.cwd(), 'dist/browser');

/** A seeded chance, so that a run that fails can be had again. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Until nothing more fits onto the disk. */
function fill(file: string, size: number): void {
  try {
    for (;;) appendFileSync(file, Buffer.alloc(size));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  }
}

/** What the device holds of its answers. */
const onDevice = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<{ id: string; state: string; given: Record<string, string> }[]>((resolve, reject) => {
        const opened = indexedDB.open(`candor ${location.pathname}`);
        opened.onerror = () => reject(opened.error);
        opened.onsuccess = () => {
          const asked = opened.result.transaction('answers').objectStore('answers').getAll();
          asked.onsuccess = () => {
            opened.result.close();
            resolve(asked.result);
          };
        };
      }),
  );

describeInBrowser('a kiosk in a browser', () => {
  let pages: OpenPages;
  let target: string;
  let stop: () => void;
  let line: BadLine;
  let folder: string;
  let mortal: MortalBrowser | undefined;
  const chance = seeded(Number(process.env.CANDOR_TEST_SEED ?? 7));

  const open = async (questionnaire = templateFor('visit', ['en', 'fi', 'sv', 'de', 'ar'])) => {
    pages = await openPages(questionnaire);
    pages.time.now = new Date();
    const app = application(pages.context, builtWeb, builtScripts);
    const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 });
    await new Promise((resolve) => server.once('listening', resolve));
    target = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    stop = () => server.close();
    line = await badLine(target, chance);
  };
  const shut = async () => {
    line.close();
    stop();
    await pages.close();
  };
  const stored = (place: TestPlace) =>
    pages.rows<{ external_id: string; point: number; channel: string; completed: boolean }>(
      `select r.external_id, a.point, r.channel, r.completed from response r
       join answer a on a.workspace_id = $1 and a.response_id = r.id
       join question q on q.workspace_id = $1 and q.id = a.question_id and q.position = 1
       where r.workspace_id = $1 and r.open_link_id = $2`,
      [place.id],
    );

  beforeAll(() => open(), 60_000);
  afterAll(() => shut());
  afterEach(async () => {
    await mortal?.kill();
    mortal = undefined;
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  /** The next free question, a tap, and the id under which it was kept. */
  const tapOnce = async (page: Page, point: number) => {
    await page.locator(`[data-point="${point}"]`).first().click({ timeout: 20_000 });
    await page.locator('body[data-kept]').waitFor({ timeout: 20_000 });
    return page.evaluate(() => document.body.dataset.kept!);
  };

  it(`brings exactly what was tapped, through ${kills} kills and a line that loses replies`, async () => {
    const place = await makePlace(pages);
    const path = `/k/${place.path}`;
    folder = mkdtempSync(join(tmpdir(), 'candor-kiosk-'));
    const tapped = new Map<string, number>();
    const inDoubt: number[] = [];
    mortal = await startMortal(folder);
    await mortal.page.goto(line.address + path);
    await mortal.page.evaluate(() => navigator.serviceWorker.ready);
    for (let round = 0; round < kills; round += 1) {
      line.state = (['cut', 'lossy', 'good', 'lossy'] as const)[round % 4]!;
      const { page } = mortal;
      // Loaded again in every state of the line: without one the worker has to serve it.
      await page.goto(line.address + path);
      const until = Date.now() + 1_000 + chance() * 3_000;
      let point = 0;
      const killed = new Promise<void>((resolve) => {
        setTimeout(() => mortal!.kill().then(resolve), until - Date.now());
      });
      try {
        for (;;) {
          point = 1 + Math.floor(chance() * 5);
          await page.locator('[data-point]').first().waitFor({ timeout: 20_000 });
          await page.evaluate(() => delete document.body.dataset.kept);
          const id = await tapOnce(page, point);
          tapped.set(id, point);
          // Whoever is next does not wait for the rest of the questions.
          await page.reload();
        }
      } catch {
        inDoubt.push(point);
      }
      await killed;
      mortal = await startMortal(folder);
    }
    line.state = 'good';
    await mortal.page.goto(line.address + path);
    await expect.poll(async () => (await onDevice(mortal!.page)).length, { timeout: 60_000 }).toBe(0);
    const rows = await stored(place);
    const arrived = new Map(rows.map(({ external_id: id, point }) => [id, point]));
    // Once each, and with the point that was tapped.
    expect(rows).toHaveLength(arrived.size);
    expect(tapped.size).toBeGreaterThan(kills);
    for (const [id, point] of tapped) expect(arrived.get(id), id).toBe(point);
    // What came beside these was tapped in the instant of a kill: one at most for each.
    const beside = rows.filter(({ external_id: id }) => !tapped.has(id));
    expect(beside.length).toBeLessThanOrEqual(inDoubt.length);
    expect(beside.filter(({ point }) => !inDoubt.includes(point))).toEqual([]);
    if (kills >= 4) expect(line.lost()).toBeGreaterThan(0);
    const [device] = await pages.rows<{ waiting: number; parked: number; sequence: string }>(
      'select waiting, parked, sequence from kiosk_device where workspace_id = $1 and open_link_id = $2',
      [place.id],
    );
    expect(device).toMatchObject({ waiting: 0, parked: 0 });
    expect(Number(device!.sequence)).toBeGreaterThanOrEqual(arrived.size);
    process.stderr.write(
      `kiosk: ${tapped.size} taps, ${kills} kills, ${line.lost()} replies lost, ${beside.length} in doubt\n`,
    );
  }, 600_000);

  it('does not thank for what a full disk did not take, and goes on when there is room', async (test) => {
    const place = await makePlace(pages);
    folder = mkdtempSync(join(tmpdir(), 'candor-kiosk-'));
    const disk = join(folder, 'disk');
    mkdirSync(disk);
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=96m', 'tmpfs', disk]).status !== 0) {
      test.skip('a small disk needs the right to mount one');
    }
    try {
      mortal = await startMortal(join(disk, 'profile'));
      const { page } = mortal;
      line.state = 'good';
      await page.goto(`${line.address}/k/${place.path}`);
      await page.evaluate(() => navigator.serviceWorker.ready);
      line.state = 'cut';
      const kept = [await tapOnce(page, 5)];
      await page.reload();
      const filler = join(disk, 'filler');
      // What still fits into the rest of a block is kept and thanked for; the end comes soon.
      const failed = page.getByRole('heading', { name: respondentWords.en.cannotKeep.title });
      const closed = page.getByText(staffWords('en').notReady);
      for (let tap = 0; tap < 50; tap += 1) {
        // Without room for a block the browser may not open its storage at all: then the page cannot ask, and thanks nobody.
        await page.locator('[data-point]').first().or(closed).first().waitFor();
        if (await closed.isVisible()) break;
        await page.evaluate(() => delete document.body.dataset.kept);
        // Again each time: the browser throws away files of its own when it is short of room.
        for (const size of [65_536, 512]) fill(filler, size);
        await page.locator('[data-point="2"]').click();
        await failed.or(page.locator('body[data-kept]')).first().waitFor();
        if (await failed.isVisible()) break;
        kept.push(await page.evaluate(() => document.body.dataset.kept!));
        await page.reload();
      }
      expect((await failed.isVisible()) || (await closed.isVisible())).toBe(true);
      rmSync(filler);
      line.state = 'good';
      await page.reload();
      await page.locator('[data-point]').first().waitFor();
      kept.push(await tapOnce(page, 4));
      await page.reload();
      await expect
        .poll(async () => (await stored(place)).map(({ external_id: id }) => id).sort(), { timeout: 60_000 })
        .toEqual(kept.sort());
    } finally {
      await mortal?.kill();
      mortal = undefined;
      spawnSync('umount', [disk]);
    }
  }, 120_000);

  it('keeps aside what the server refuses, tells it, and brings it when it may', async () => {
    const place = await makePlace(pages);
    folder = mkdtempSync(join(tmpdir(), 'candor-kiosk-'));
    mortal = await startMortal(folder);
    const { page } = mortal;
    line.state = 'good';
    await page.goto(`${line.address}/k/${place.path}`);
    await page.evaluate(() => navigator.serviceWorker.ready);
    line.state = 'cut';
    await tapOnce(page, 3);
    await pages.rows("update open_link set closed_at = now() - interval '1 hour' where workspace_id = $1 and id = $2", [
      place.id,
    ]);
    line.state = 'good';
    await page.reload();
    await expect
      .poll(async () => (await onDevice(page)).map(({ state }) => state), { timeout: 60_000 })
      .toEqual(['parked']);
    await page.getByRole('button', { name: 'For staff' }).click();
    await page.locator('[data-parked="1"]').waitFor();
    await pages.rows('update open_link set closed_at = null where workspace_id = $1 and id = $2', [place.id]);
    await page.getByRole('button', { name: 'Try the refused ones again' }).click();
    await expect.poll(async () => onDevice(page), { timeout: 60_000 }).toEqual([]);
    expect(await stored(place)).toMatchObject([{ point: 3, channel: 'kiosk' }]);
  }, 120_000);
});

describeInBrowser('the screens of a kiosk', () => {
  let pages: OpenPages;
  let browser: Browser;
  let address: string;
  let stop: () => void;

  beforeAll(async () => {
    pages = await openPages(templateFor('relationship', ['en', 'fi', 'sv', 'de', 'ar']));
    pages.time.now = new Date();
    const app = application(pages.context, builtWeb, builtScripts);
    const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 });
    await new Promise((resolve) => server.once('listening', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    stop = () => server.close();
    browser = await launchBrowser();
    if (pictures) mkdirSync(pictures, { recursive: true });
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    stop();
    await pages.close();
  });

  it('can be read and touched by everybody, in five languages, on a tablet and on a phone, by day and by night', async () => {
    const faults: string[] = [];
    for (const language of ['en', 'fi', 'ar', 'de', 'sv']) {
      const place = await makePlace(pages, { language });
      for (const [width, height] of [
        [1280, 800],
        [360, 740],
      ] as const) {
        for (const colorScheme of ['light', 'dark'] as const) {
          const context = await browser.newContext({ viewport: { width, height }, colorScheme });
          const page = await context.newPage();
          page.on('console', (message) => {
            if (message.type() === 'error') faults.push(`${language} ${message.text()}`);
          });
          await page.goto(`${address}/k/${place.path}`);
          await page.locator('[data-point]').first().waitFor();
          const name = `kiosk-${language}-${width}-${colorScheme}`;
          faults.push(...(await axeFaults(page)).map((fault) => `${name} ${fault}`));
          const wider = await overflowOf(page);
          if (wider > 0) faults.push(`${name} is ${wider} px too wide`);
          const cells = await page.locator('[data-point]').all();
          expect(cells).toHaveLength(11);
          for (const cell of cells) {
            const box = (await cell.boundingBox())!;
            if (box.width < 44 || box.height < 44) faults.push(`${name} ${box.width} x ${box.height}`);
          }
          if (pictures) await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
          await context.close();
        }
      }
    }
    expect(faults).toEqual([]);
  }, 240_000);

  it('go from question to thanks by keyboard, and back to the first for the next person', async () => {
    const place = await makePlace(pages);
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    await page.clock.install();
    await page.goto(`${address}/k/${place.path}`);
    await page.locator('[data-point="9"]').focus();
    await page.keyboard.press('Enter');
    await page.locator('main .go button').first().waitFor();
    // The next question begins where the keyboard is.
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.getByRole('heading', { name: respondentWords.en.thankYou.title }).waitFor();
    if (pictures) await page.screenshot({ path: join(pictures, 'kiosk-thanks.png') });
    await page.clock.runFor(3_500);
    await page.locator('[data-point="0"]').waitFor();
    await context.close();
  }, 60_000);

  it('forget a language and an unfinished answer after twenty seconds, and keep what was tapped', async () => {
    const place = await makePlace(pages);
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    await page.clock.install();
    await page.goto(`${address}/k/${place.path}`);
    await page.getByRole('button', { name: 'Suomi' }).click();
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('fi');
    await page.clock.runFor(21_000);
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('en');
    await page.getByRole('button', { name: 'Suomi' }).click();
    await page.locator('[data-point="2"]').click();
    await page.locator('body[data-kept]').waitFor();
    await page.clock.runFor(21_000);
    await page.locator('[data-point="0"]').waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await expect
      .poll(
        () =>
          pages.rows(
            'select completed, language, channel from response where workspace_id = $1 and open_link_id = $2',
            [place.id],
          ),
        { timeout: 30_000 },
      )
      .toEqual([{ completed: false, language: 'fi', channel: 'kiosk' }]);
    await context.close();
  }, 60_000);

  it('let staff in by the PIN only', async () => {
    const place = await makePlace(pages, { pin: '4711' });
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    await page.goto(`${address}/k/${place.path}`);
    await page.getByRole('button', { name: 'For staff' }).click();
    await page.getByLabel('PIN').fill('1234');
    await page.keyboard.press('Enter');
    await page.getByText('That is not the PIN.').waitFor();
    await page.getByLabel('PIN').fill('4711');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Full screen' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    if (pictures) await page.screenshot({ path: join(pictures, 'kiosk-staff.png') });
    await context.close();
  }, 60_000);
});

/** Every kind of screen is tried once in a browser, not only the ready survey. */
describeInBrowser('a long survey at a kiosk', () => {
  it('asks what a tap can answer', async () => {
    const pages = await openPages(longQuestionnaire);
    pages.time.now = new Date();
    const app = application(pages.context, builtWeb, builtScripts);
    const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 });
    await new Promise((resolve) => server.once('listening', resolve));
    const browser = await launchBrowser();
    const place = await makePlace(pages);
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/k/${place.path}`);
    await page.locator('[data-point="9"]').click();
    await page.locator('[data-option="car"]').click();
    await page.locator('[data-option="speed"]').click();
    await page.locator('[data-option="people"]').click();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.locator('[data-point="4"]').click();
    await page.locator('[data-point="5"]').click();
    await page.getByRole('heading', { name: respondentWords.en.thankYou.title }).waitFor();
    const answers = () =>
      pages.rows<{ key: string; point: number | null; choices: string[] | null }>(
        `select q.key, a.point, a.choices from answer a join question q on q.workspace_id = $1 and q.id = a.question_id
         where a.workspace_id = $1 order by q.position`,
      );
    await expect.poll(answers, { timeout: 30_000 }).toMatchObject([
      { key: 'recommend', point: 10 },
      { key: 'how', choices: ['car'] },
      { key: 'liked', choices: ['speed', 'people'] },
      { key: 'parts.price', point: 4 },
      { key: 'parts.tone', point: 5 },
    ]);
    await browser.close();
    server.close();
    await pages.close();
  }, 60_000);
});
