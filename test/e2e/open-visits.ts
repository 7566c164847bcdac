import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { launchBrowser } from './browser.ts';
import { type OpenSite, openSite, type Visit, type Visited, visit } from './open-site.ts';

/** Where pictures go when somebody wants to look at them. */
const pictures = process.env.CANDOR_TEST_PICTURES;

export interface Visits {
  /** Opens a page as the owner unless told otherwise; what its console complains of fails the test. */
  open(path: string, options?: Visit): Promise<Page>;
  /** The same as nobody unless told otherwise. */
  openAs(path: string, options?: Visit & { readonly browser?: Browser }): Promise<Page>;
  /** A page of the second workspace, where nothing was done yet, as its owner. */
  openEmpty(path: string): Promise<Page>;
  /** What the console of this page complained of so far; taken out of it, it no longer fails the test. */
  troubleOf(page: Page): string[];
  picture(page: Page, name: string): Promise<void>;
  site(): OpenSite;
}

/** A site and a browser for the tests of one file, closed with them. */
export function openVisits(company: Parameters<typeof openSite>[0]): Visits {
  let site: OpenSite;
  let browser: Browser;
  let visits: Visited[] = [];
  beforeAll(async () => {
    [site, browser] = await Promise.all([openSite(company), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });
  afterEach(async () => {
    const trouble = visits.flatMap((one) => one.trouble);
    await Promise.all(visits.map(({ context }) => context.close()));
    visits = [];
    expect(trouble).toEqual([]);
  });
  const openAs: Visits['openAs'] = async (path, more = {}) => {
    const { browser: another = browser, ...options } = more;
    const visited = await visit(another, site, options);
    visits.push(visited);
    await visited.page.goto(site.address + path);
    return visited.page;
  };
  return {
    site: () => site,
    openAs,
    open: (path, more = {}) => openAs(path, { as: 'owner', ...more }),
    openEmpty: async (path) => {
      const visited = await visit(browser, site);
      visits.push(visited);
      const [name = '', value = ''] = site.other.members.owner.cookie.split('=');
      await visited.context.addCookies([{ name, value, url: site.address }]);
      await visited.page.goto(site.address + path);
      return visited.page;
    },
    troubleOf: (page) => visits.find((one) => one.page === page)!.trouble,
    picture: async (page, name) => {
      if (!pictures) return;
      mkdirSync(pictures, { recursive: true });
      await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
    },
  };
}
