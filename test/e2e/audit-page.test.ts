import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Download, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { AuditResult } from '../../src/audit/index.ts';
import { candorJson } from '../scenario/candor.ts';
import { axeFaults, overflowOf } from './axe.ts';
import { describeInBrowser, launchBrowser, type RunningServer, startServer } from './browser.ts';

const root = join(import.meta.dirname, '../..');
const exportFile = (name: string) => join(root, 'test/fixtures/exports', name);
const folder = mkdtempSync(join(tmpdir(), 'candor-page-'));

describeInBrowser('the audit page', () => {
  let server: RunningServer;
  let browser: Browser;
  let context: BrowserContext | undefined;
  /** Everything that went wrong or left the machine while a page was open. */
  let trouble: string[] = [];

  beforeAll(async () => {
    server = await startServer();
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    expect(await server?.stop()).toBe(0);
  });
  afterEach(async () => {
    await context?.close();
    context = undefined;
    expect(trouble).toEqual([]);
  });

  async function open(options: { path?: string; width?: number; scheme?: 'light' | 'dark' } = {}): Promise<Page> {
    const { path = '/audit', width = 1440, scheme = 'light' } = options;
    trouble = [];
    context = await browser.newContext({
      viewport: { width, height: 900 },
      colorScheme: scheme,
      acceptDownloads: true,
    });
    const page = await context.newPage();
    // Registered early: the browser is told to hand file choosers over, which takes a moment.
    page.on('filechooser', () => undefined);
    page.on('pageerror', (error) => trouble.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) trouble.push(message.text());
    });
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(server.address) && !/^(data|blob):/.test(url)) trouble.push(`asked ${url}`);
    });
    await page.goto(server.address + path);
    return page;
  }

  const judged = async (page: Page, file: string) => {
    await page.waitForFunction((name) => document.title.includes(name), file, { timeout: 60_000 });
    await page.locator('figure svg[role=img]').first().waitFor();
  };
  const drop = async (page: Page, path: string) => page.locator('input[type=file]').setInputFiles(path);
  const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });
  const saved = async (page: Page, label: string): Promise<Download> => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: label }).first().click(),
    ]);
    return download;
  };

  it('shows the sample, already judged, with both sentences', async () => {
    const page = await open();
    await judged(page, 'relationship-survey.csv');
    const answer = await page.locator('.answer').first().innerText();
    expect(answer).toMatch(/rose/);
    expect(answer).toMatch(/noise/);
    expect(answer).toMatch(/could not reliably have seen/);
    expect(await page.locator('figure svg[role=img]').count()).toBe(2);
  });

  for (const width of [1440, 360]) {
    for (const scheme of ['light', 'dark'] as const) {
      it.each(['en', 'fi', 'sv'])(
        `has no fault that axe finds and no sideways scroll: ${width} px, ${scheme}, %s`,
        async (language) => {
          const page = await open({ path: `/audit?lang=${language}`, width, scheme });
          await judged(page, 'relationship-survey.csv');
          expect(await page.locator('html').getAttribute('lang')).toBe(language);
          expect(await axeFaults(page)).toEqual([]);
          expect(await overflowOf(page)).toBeLessThanOrEqual(0);
        },
      );
    }
  }

  it.each(['delighted-clean.csv', 'delighted-traps.csv', 'qualtrics-traps.csv'])(
    'shows the figures of the command for %s',
    async (name) => {
      const result = candorJson<AuditResult>('audit', exportFile(name));
      const page = await open();
      await judged(page, 'relationship-survey.csv');
      await drop(page, exportFile(name));
      await judged(page, name);
      const text = await page.locator('main').innerText();
      expect(text).toContain(result.run.id);
      expect(text).toContain(`${result.rows.read} rows read`);
      await page.getByText('Show the table').first().click();
      const table = await page.locator('table').first().innerText();
      for (const { estimate, n } of result.periods) {
        const value = Math.round(estimate!.value);
        expect(table).toContain(`${value > 0 ? '+' : value < 0 ? '−' : ''}${Math.abs(value)}`);
        expect(table).toContain(String(n));
      }
    },
  );

  it('judges again with a correction, without asking for the file', async () => {
    const page = await open();
    await judged(page, 'relationship-survey.csv');
    await drop(page, exportFile('delighted-clean.csv'));
    await judged(page, 'delighted-clean.csv');
    const monthly = await page.locator('footer, .foot').first().innerText();
    await field(page, 'Period').selectOption('quarter');
    await page.waitForFunction((old) => !document.body.innerText.includes(old), /Run (\w+)/.exec(monthly)![1]!);
    const text = await page.locator('main').innerText();
    expect(text).toMatch(/Q\d|quarter/i);
    await field(page, 'Metric').selectOption('mean');
    await page.waitForFunction(() => !/NPS/.test(document.querySelector('.answer')?.textContent ?? 'NPS'));
    expect(trouble).toEqual([]);
  });

  it('says what is wrong with a file and lets the reader mend it', async () => {
    const page = await open();
    await judged(page, 'relationship-survey.csv');
    await drop(page, join(root, 'test/fixtures/plain/not-a-table.csv'));
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').innerText()).toContain('CND_FILE_NOT_A_TABLE');
    await drop(page, join(root, 'test/fixtures/plain/ambiguous-dates.csv'));
    await page.getByText('CND_DATE_AMBIGUOUS').waitFor();
    await field(page, 'Date order').selectOption('dmy');
    await judged(page, 'ambiguous-dates.csv');
  });

  it.each(['one-row.csv', 'one-period.csv', 'csat.csv', 'ces.csv', 'gap.csv'])('has a page for %s', async (name) => {
    const page = await open({ width: 360 });
    await judged(page, 'relationship-survey.csv');
    await drop(page, join(root, 'test/fixtures/plain', name));
    await page.waitForFunction((file) => document.title.includes(file), name);
    expect(await page.locator('main').innerText()).not.toMatch(/NaN|undefined|null|Infinity|\[object/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });

  it('gives away report, tables, pictures and result, and the report opens by itself and prints', async () => {
    const page = await open({ path: '/audit?lang=fi' });
    await judged(page, 'relationship-survey.csv');
    const answer = await page.locator('.answer').first().innerText();
    const report = await saved(page, 'Raportti');
    const path = join(folder, report.suggestedFilename());
    await report.saveAs(path);
    const html = readFileSync(path, 'utf8');
    expect(html).not.toMatch(/<script|<link|src="http|url\(http/);
    const csv = await saved(page, 'CSV');
    await csv.saveAs(join(folder, 'periods.csv'));
    expect(readFileSync(join(folder, 'periods.csv'), 'utf8').trim().split('\n').length).toBe(13);
    const picture = await saved(page, 'SVG');
    await picture.saveAs(join(folder, 'trend.svg'));
    expect(readFileSync(join(folder, 'trend.svg'), 'utf8')).toMatch(/^<\?xml[^>]*>\s*<svg[\s\S]*<\/svg>\s*$/);
    const json = await saved(page, 'JSON');
    await json.saveAs(join(folder, 'result.json'));
    const result = JSON.parse(readFileSync(join(folder, 'result.json'), 'utf8')) as AuditResult;
    expect(result).toEqual(candorJson('audit', join(root, 'samples/relationship-survey.csv')));

    const alone = await context!.newPage();
    const asked: string[] = [];
    alone.on('request', (request) => asked.push(request.url()));
    await alone.goto(pathToFileURL(path).href);
    expect(await alone.locator('.answer').first().innerText()).toBe(answer);
    expect(asked.filter((url) => !/^(file|data):/.test(url))).toEqual([]);
    expect((await alone.pdf({ format: 'A4' })).length).toBeGreaterThan(20_000);
  });

  it('leads to the method behind the figures', async () => {
    const page = await open({ width: 360 });
    await judged(page, 'relationship-survey.csv');
    await page.getByRole('link', { name: 'Methods and references' }).click();
    await page.getByRole('heading', { name: 'Programme audit' }).waitFor();
    expect(await page.locator('main').innerText()).toContain('10,000');
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await page.getByRole('link', { name: 'planning' }).first().click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(page.url()).toContain('/methods/planning');
  });

  it('works with the keyboard alone', async () => {
    const page = await open();
    await judged(page, 'relationship-survey.csv');
    const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Skip to the content');
    for (let i = 0; i < 20 && (await focused()) !== 'Choose a file'; i++) await page.keyboard.press('Tab');
    expect(await focused()).toBe('Choose a file');
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle);
    expect(outline).not.toBe('none');
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
    await chooser.setFiles(exportFile('typeform-clean.csv'));
    await judged(page, 'typeform-clean.csv');
    await page.keyboard.press('Tab');
    for (let i = 0; i < 40; i++) {
      const label = await page.evaluate(() => {
        const id = document.activeElement?.id;
        return id ? document.querySelector(`label[for="${id}"]`)?.textContent : undefined;
      });
      if (label === 'Period') break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('q');
    await page.waitForFunction(() => /Q\d|quarter/i.test(document.querySelector('figure')?.textContent ?? ''));
  });

  it('takes a dropped file anywhere on the page', async () => {
    const page = await open();
    await judged(page, 'relationship-survey.csv');
    const content = readFileSync(exportFile('formbricks-clean.csv'), 'utf8');
    const transfer = await page.evaluateHandle((text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], 'dropped.csv', { type: 'text/csv' }));
      return data;
    }, content);
    await page.dispatchEvent('main', 'drop', { dataTransfer: transfer });
    await judged(page, 'dropped.csv');
  });

  it('shows progress of a large file and lets it be cancelled', async () => {
    const large = join(folder, 'large.csv');
    const rows = Array.from(
      { length: 400_000 },
      (_, i) => `${i},${i % 11},2026-0${1 + (i % 9)}-${10 + (i % 18)},${'x'.repeat(60)}`,
    );
    writeFileSync(large, `id,nps,date,comment\n${rows.join('\n')}\n`);
    const page = await open();
    await judged(page, 'relationship-survey.csv');
    await drop(page, large);
    await page.getByRole('progressbar').waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByText('Nothing was kept').first().waitFor();
    await drop(page, exportFile('delighted-clean.csv'));
    await judged(page, 'delighted-clean.csv');
  });
});
