// How long until an answer stands on pages that are open in two browsers, and whether a filter keeps one still.
import { type Browser, chromium, type Page } from 'playwright-core';
import { openSite, type Visit, visit } from '../test/e2e/open-site.ts';

const answers = Number(process.env.CANDOR_BENCH_ANSWERS_LIVE ?? 200);

const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.argv[2]!, args: ['--no-sandbox', '--disable-gpu', '--no-first-run'] });

const [site, first, second] = await Promise.all([openSite({ accounts: 150 }), launch(), launch()]);
const at = '/w/first/overview?level=encounter&at=2026-11';
const open = async (browser: Browser, path: string, as: Visit['as']): Promise<Page> => {
  const { page } = await visit(browser, site, { ...(as && { as }) });
  await page.goto(site.address + path);
  await page
    .getByText(/Live: /)
    .first()
    .waitFor();
  await page.locator('.card svg[role=img]').waitFor();
  return page;
};
const moving = [await open(first, at, 'owner'), await open(second, at, 'viewer')];
const still = await open(second, `${at}&touchpoint=delivery`, 'owner');
const words = async () => (await still.locator('main').innerText()).replace(/Live: .*|Run \w+|Data hash \S+/g, '');
const before = await words();
const key = site.workspace.keys['responses:write'];

/** Milliseconds from the acknowledgement until the figure of the page counts so many answers. */
async function until(page: Page, n: number, since: number): Promise<number> {
  await page.waitForFunction(
    (wanted) => document.querySelector('.big-n')?.textContent?.replace(/\D/g, '') === String(wanted),
    n,
    { polling: 'raf', timeout: 20_000 },
  );
  return performance.now() - since;
}

/** Fewer are no figure yet. */
const enough = 12;
const taken: number[] = [];
for (let n = 1; n <= enough + answers; n += 1) {
  const body = {
    survey: 'company-encounter',
    source: 'bench',
    externalId: `live-${n}`,
    respondedAt: site.time.now.toISOString(),
    touchpoint: 'invoice',
    answers: [{ question: 'recommend', score: n % 11 }],
  };
  const reply = await site.ask('/workspaces/{w}/responses', { key, body });
  if (reply.status !== 201) throw new Error(await reply.text());
  const since = performance.now();
  if (n < enough) continue;
  const seen = await Promise.all(moving.map((page) => until(page, n, since)));
  if (n > enough) taken.push(...seen);
}
await still.getByText(`Live: ${enough + answers} answers today`).waitFor();
const stayed = (await words()) === before;
taken.sort((a, b) => a - b);
const share = (part: number) => Math.round(taken[Math.min(taken.length - 1, Math.floor(taken.length * part))]!);
process.stdout.write(
  `${JSON.stringify({ answers, seen: taken.length, median: share(0.5), p95: share(0.95), most: share(1), stayed })}\n`,
);
await Promise.all([first.close(), second.close()]);
await site.close();
