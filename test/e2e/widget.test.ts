import { mkdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { signIdentity } from '../../src/places/index.ts';
import { application } from '../../src/server/application.ts';
import { respondentLanguages, respondentWords, templateFor } from '../../src/survey/index.ts';
import { isSampled } from '../../src/widget/rules.ts';
import { type OpenPages, openPages } from '../answering/open-pages.ts';
import { makePlace, type TestPlace } from '../channels/open-place.ts';
import { axeFaults } from './axe.ts';
import { describeInBrowser, launchBrowser } from './browser.ts';

const pictures = process.env.CANDOR_TEST_PICTURES;
const builtWeb = join(process.cwd(), 'dist/web');
const builtScripts = join(process.cwd(), 'dist/browser');

/** What a host can do to everything that stands in its page. */
const hostileCss = `
*{all:revert!important;color:hotpink!important;font:8px/1 serif!important;text-transform:uppercase!important}
html{font-size:4px!important}
body{direction:rtl}
body>*{position:static!important;display:none!important;opacity:0!important;transform:scale(.1)!important}
button,input,fieldset,label,div{display:none!important;width:1px!important;height:1px!important;pointer-events:none!important}
`;

interface HostPage {
  readonly tag: string;
  readonly css?: string;
  readonly csp?: string;
}

describeInBrowser('a widget on the page of a host', () => {
  let pages: OpenPages;
  let browser: Browser;
  let address: string;
  let stop: () => void;
  let host: Server;
  let hostAddress: string;
  const hosted = new Map<string, HostPage>();

  beforeAll(async () => {
    pages = await openPages(templateFor('web', [...respondentLanguages]));
    pages.time.now = new Date();
    const app = application(pages.context, builtWeb, builtScripts);
    const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 });
    await new Promise((resolve) => server.once('listening', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    stop = () => server.close();
    host = createServer((request, reply) => {
      const page = hosted.get(new URL(request.url ?? '/', 'http://x').pathname.split('/')[1] ?? '');
      if (request.url?.endsWith('.css')) {
        reply.setHeader('content-type', 'text/css');
        return reply.end(hosted.get(request.url.slice(1, -4))?.css ?? '');
      }
      if (!page) return reply.writeHead(404).end();
      const name = request.url!.split('/')[1];
      reply.setHeader('content-type', 'text/html; charset=utf-8');
      if (page.csp) reply.setHeader('content-security-policy', page.csp);
      return reply.end(
        `<!doctype html><html lang="en"><head><title>A shop</title>${page.css ? `<link rel="stylesheet" href="/${name}.css">` : ''}${page.tag}</head><body><main><h1>A shop</h1><p><a href="#x">Buy</a>${'<br>'.repeat(200)}</p></main></body></html>`,
      );
    });
    await new Promise<void>((resolve) => host.listen(0, 'localhost', resolve));
    hostAddress = `http://localhost:${(host.address() as AddressInfo).port}`;
    browser = await launchBrowser();
    if (pictures) mkdirSync(pictures, { recursive: true });
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    host.closeAllConnections();
    host.close();
    stop();
    await pages.close();
  });

  const place = (widget: object = {}) => makePlace(pages, { widget: { origins: [hostAddress], ...widget } });
  const tagOf = ({ path }: TestPlace, more = '') =>
    `<script src="${address}/embed/loader.js" data-place="${path}" ${more} async></script>`;
  let number = 0;
  const visit = async <Result>(
    page: HostPage,
    work: (page: Page, trouble: { console: string[]; csp: string[] }) => Promise<Result>,
    options: BrowserContextOptions & { path?: string } = {},
  ): Promise<Result> => {
    number += 1;
    hosted.set(`p${number}`, page);
    const { path = '', ...rest } = options;
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...rest });
    const trouble = { console: [] as string[], csp: [] as string[] };
    await context.exposeBinding('toldCsp', (_, directive: string) => trouble.csp.push(directive));
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) =>
        (window as unknown as { toldCsp: (text: string) => void }).toldCsp(
          `${event.violatedDirective} ${event.blockedURI}`,
        ),
      );
    });
    const opened = await context.newPage();
    opened.on('console', (message) => {
      if (message.type() === 'error') trouble.console.push(message.text());
    });
    opened.on('pageerror', (error) => trouble.console.push(error.message));
    try {
      await opened.goto(`${hostAddress}/p${number}${path}`);
      return await work(opened, trouble);
    } finally {
      await context.close();
    }
  };
  const survey = (page: Page) => page.locator('candor-survey');
  const scoreOf = (page: Page, score: number) => survey(page).locator(`input[type=radio][value="${score}"]`).first();
  const stored = ({ id }: TestPlace) =>
    pages.rows<{ channel: string; contact_id: string | null; language: string }>(
      'select channel, contact_id, language from response where workspace_id = $1 and open_link_id = $2',
      [id],
    );
  const strict = () => `default-src 'self'; script-src ${address}; connect-src ${address}`;
  const send = async (page: Page) => {
    await survey(page).getByRole('button', { name: respondentWords.en.send }).click();
    await survey(page).getByRole('heading', { name: respondentWords.en.thankYou.title }).waitFor();
  };

  it('looks and works the same under hostile styles and a strict policy, without one report', async () => {
    const one = await place();
    const plain = await visit({ tag: tagOf(one) }, async (page) => {
      await survey(page).locator('.frame').waitFor();
      await page.waitForTimeout(400);
      if (pictures) await page.screenshot({ path: join(pictures, 'widget-plain.png') });
      return survey(page).screenshot();
    });
    await visit({ tag: tagOf(one), css: hostileCss, csp: strict() }, async (page, trouble) => {
      await survey(page).locator('.frame').waitFor();
      await page.waitForTimeout(400);
      if (pictures) await page.screenshot({ path: join(pictures, 'widget-hostile.png') });
      expect((await survey(page).screenshot()).equals(plain)).toBe(true);
      await scoreOf(page, 4).check({ force: true });
      await send(page);
      if (pictures) await page.screenshot({ path: join(pictures, 'widget-thanks.png') });
      expect(trouble.csp).toEqual([]);
      // The icon of the host that is not there is its own matter.
      expect(trouble.console.filter((text) => !text.includes('404'))).toEqual([]);
    });
    expect(await stored(one)).toEqual([{ channel: 'widget', contact_id: null, language: 'en' }]);
  }, 60_000);

  it('comes with a nonce and is checked by its hash, also where only trusted HTML is let in', async () => {
    const one = await place();
    const loader = pages.context && (await (await fetch(`${address}/embed/loader.js`)).arrayBuffer());
    const digest = Buffer.from(await crypto.subtle.digest('SHA-384', loader)).toString('base64');
    const csp = `default-src 'self'; script-src 'nonce-abc' 'strict-dynamic'; connect-src ${address}; require-trusted-types-for 'script'`;
    const tag = (integrity: string) =>
      tagOf(one, `nonce="abc" crossorigin="anonymous" integrity="sha384-${integrity}"`);
    await visit({ tag: tag(digest), csp }, async (page, trouble) => {
      await survey(page).locator('.frame').waitFor();
      expect(trouble.csp.filter((text) => !text.startsWith('img'))).toEqual([]);
    });
    await visit({ tag: tag('A'.repeat(64)), csp }, async (page) => {
      await page.waitForTimeout(1_000);
      expect(await survey(page).count()).toBe(0);
    });
  }, 60_000);

  it('keeps nothing in the browser before somebody does something, and rests afterwards', async () => {
    const one = await place();
    await visit({ tag: tagOf(one) }, async (page) => {
      await survey(page).locator('.frame').waitFor();
      const held = () => page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]);
      expect(await held()).toEqual([0, 0, '']);
      expect(await page.context().cookies()).toEqual([]);
      await survey(page).getByRole('button', { name: respondentWords.en.closeSurvey }).click();
      expect(await survey(page).count()).toBe(0);
      expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(['candor-rest']);
      await page.reload();
      await page.waitForTimeout(800);
      expect(await survey(page).count()).toBe(0);
      // Whoever asks for it gets it all the same.
      await page.evaluate(() => (window as unknown as { candor: { open(): void } }).candor.open());
      await survey(page).locator('.frame').waitFor();
      expect(await page.context().cookies()).toEqual([]);
    });
    expect(await stored(one)).toEqual([]);
  }, 60_000);

  it('is answered by keyboard alone as a group of radio buttons, takes no focus, and gives it back', async () => {
    const one = await place();
    await visit({ tag: tagOf(one) }, async (page) => {
      await survey(page).locator('.frame').waitFor();
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
      const legend = await survey(page).locator('legend').first().textContent();
      const group = survey(page)
        .getByRole('group', { name: legend!.trim().slice(0, 20) })
        .first();
      expect(await group.getByRole('radio').count()).toBeGreaterThanOrEqual(5);
      const heading = await survey(page).getByRole('heading').first().textContent();
      expect(await survey(page).getByRole('dialog').getAttribute('aria-label')).toBe(heading);
      const link = page.getByRole('link', { name: 'Buy' });
      await link.focus();
      await page.evaluate(() => {
        const { candor } = window as unknown as { candor: { open(): void; close(): void } };
        candor.close();
        candor.open();
      });
      await survey(page).locator('.frame').waitFor();
      const at = () =>
        page.evaluate(() => document.querySelector('candor-survey')?.shadowRoot?.activeElement?.className);
      await expect.poll(at).toContain('frame');
      for (let step = 0; step < 12; step += 1) {
        await page.keyboard.press('Tab');
        const type = await page.evaluate(() =>
          document.querySelector('candor-survey')?.shadowRoot?.activeElement?.getAttribute('type'),
        );
        if (type === 'radio') break;
      }
      await page.keyboard.press('Space');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      await survey(page).getByRole('heading', { name: respondentWords.en.thankYou.title }).waitFor();
      await page.keyboard.press('Escape');
      expect(await survey(page).count()).toBe(0);
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Buy');
    });
    expect(await stored(one)).toHaveLength(1);
  }, 60_000);

  it('can be read by everybody in five languages, from the right too, by night, on a phone, without motion', async () => {
    const one = await place();
    const faults: string[] = [];
    for (const language of respondentLanguages) {
      for (const width of [360, 1280]) {
        for (const colorScheme of ['light', 'dark'] as const) {
          await visit(
            { tag: tagOf(one, `data-language="${language}"`) },
            async (page) => {
              await survey(page).locator('.frame').waitFor();
              await page.waitForTimeout(300);
              const name = `widget-${language}-${width}-${colorScheme}`;
              const found = await axeFaults(page);
              faults.push(...found.map((fault) => `${name} ${fault}`));
              const frame = survey(page).locator('.frame');
              expect(await frame.getAttribute('dir')).toBe(language === 'ar' ? 'rtl' : 'ltr');
              const box = (await frame.boundingBox())!;
              if (box.x < 0 || box.x + box.width > width || box.y < 0) faults.push(`${name} ${JSON.stringify(box)}`);
              for (const cell of await survey(page).locator('.scale').first().locator('label').all()) {
                const size = (await cell.boundingBox())!;
                if (size.width < 30 || size.height < 44) faults.push(`${name} ${size.width} x ${size.height}`);
              }
              expect(await frame.evaluate((element) => getComputedStyle(element).animationName)).toBe('none');
              if (pictures) await page.screenshot({ path: join(pictures, `${name}.png`) });
            },
            { viewport: { width, height: 760 }, colorScheme, reducedMotion: 'reduce' },
          );
        }
      }
    }
    expect(faults).toEqual([]);
  }, 240_000);

  it('shows itself on the pages, after the time and the way down that its place says, and to its sample', async () => {
    const rules = { paths: ['/*/shop/**'], delaySeconds: 1, scrollPercent: 30 };
    const one = await place(rules);
    await visit(
      { tag: tagOf(one) },
      async (page) => {
        await page.waitForTimeout(1_500);
        expect(await survey(page).count()).toBe(0);
        await page.evaluate(() => scrollTo(0, 2_000));
        await survey(page).locator('.frame').waitFor();
      },
      { path: '/shop/shoes/red' },
    );
    await visit(
      { tag: tagOf(one) },
      async (page) => {
        await page.evaluate(() => scrollTo(0, 2_000));
        await page.waitForTimeout(1_500);
        expect(await survey(page).count()).toBe(0);
      },
      { path: '/checkout' },
    );
    const half = await place({ share: 0.5 });
    const visitors = ['a', 'b', 'c', 'd', 'e', 'f'];
    const inSample = visitors.filter((visitor) => isSampled(half.path, visitor, 0.5));
    expect(inSample.length % visitors.length).toBeGreaterThan(0);
    for (const visitor of visitors) {
      await visit({ tag: tagOf(half, `data-visitor="${visitor}"`) }, async (page) => {
        if (inSample.includes(visitor)) await survey(page).locator('.frame').waitFor();
        else await page.waitForTimeout(800);
        expect(await survey(page).count()).toBe(inSample.includes(visitor) ? 1 : 0);
      });
    }
  }, 60_000);

  it('is not there for an origin that is not named, and leaves the page of the host alone when its server is away', async () => {
    const other = await makePlace(pages, { widget: { origins: ['https://elsewhere.example'] } });
    await visit({ tag: tagOf(other) }, async (page) => {
      await page.waitForTimeout(800);
      expect(await survey(page).count()).toBe(0);
    });
    const one = await place();
    await visit({ tag: tagOf(one) }, async (page, trouble) => {
      await survey(page).locator('.frame').waitFor();
      await scoreOf(page, 3).check({ force: true });
      await page.route(`${address}/**`, (route) => route.abort());
      await survey(page).getByRole('button', { name: respondentWords.en.send }).click();
      await survey(page).getByText(respondentWords.en.failed.text).waitFor();
      // What was chosen is still there, and goes when the line is back.
      expect(await scoreOf(page, 3).isChecked()).toBe(true);
      await page.unroute(`${address}/**`);
      await send(page);
      expect(trouble.console.filter((text) => !/Failed to load resource/.test(text))).toEqual([]);
    });
    expect(await stored(one)).toHaveLength(1);
    const gone = `<script src="http://127.0.0.1:9/embed/loader.js" data-place="x/y" async></script>`;
    await visit({ tag: gone }, async (page) => {
      await page.getByRole('link', { name: 'Buy' }).click();
      expect(new URL(page.url()).hash).toBe('#x');
    });
  }, 60_000);

  it('knows a person by the signed word of the host only, and asks him no oftener than other channels do', async () => {
    const one = await place();
    const contactId = crypto.randomUUID();
    await pages.rows("insert into contact (workspace_id, id, name, external_id) values ($1, $2, 'Aino', 'crm-1')", [
      contactId,
    ]);
    const made = await pages.ask(`/workspaces/{w}/places/${one.id}/identity-secret`, { as: 'owner', method: 'POST' });
    const { secret } = (await made.json()) as { secret: string };
    const exp = Math.floor(Date.now() / 1000) + 600;
    const who = (key: string) => tagOf(one, `data-who="${signIdentity(key, { contact: 'crm-1', exp })}"`);
    const isShown = async (tag: string) =>
      visit({ tag }, async (page) => {
        await page.waitForTimeout(1_000);
        return (await survey(page).count()) === 1;
      });
    expect(await isShown(who('a secret of somebody else'))).toBe(false);
    await visit({ tag: who(secret) }, async (page) => {
      await scoreOf(page, 5).check({ force: true });
      await send(page);
    });
    expect(await stored(one)).toEqual([{ channel: 'widget', contact_id: contactId, language: 'en' }]);
    // Another browser, where nothing is remembered: the contact rule holds him back.
    expect(await isShown(who(secret))).toBe(false);
  }, 60_000);
});
