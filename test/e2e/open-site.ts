import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import {
  type ImportMapping,
  importHandlers,
  importRows,
  type KindBatch,
  type RowKind,
} from '../../src/collect/index.ts';
import type { MemberRole } from '../../src/people/index.ts';
import { runDueJobs } from '../../src/queue/index.ts';
import { application } from '../../src/server/application.ts';
import { accountHistory, accountRows, createWorld, type WorldTableName, worldTables } from '../../src/world/index.ts';
import { type OpenApplication, openApplication } from '../server/open-application.ts';

const builtWeb = join(process.cwd(), 'dist/web');

/** The application with its pages, listening. Its second workspace is empty; its first holds a simulated company. */
export interface OpenSite extends OpenApplication {
  readonly address: string;
}

/** The company ends in the month before this; the server's clock stands here. */
const today = '2026-11-22T09:00:00Z';

export async function openSite(options: { readonly accounts: number }): Promise<OpenSite> {
  const open = await openApplication({}, new Date(today));
  await fillCompany(open, options.accounts);
  const app = application(open.context, builtWeb);
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 });
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const stopWorking = work(open);
  return {
    ...open,
    address: `http://127.0.0.1:${port}`,
    async close() {
      await stopWorking();
      if ('closeAllConnections' in server) server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await open.close();
    },
  };
}

/** Takes up the imports that wait, as the worker of a server does, until it is told to stop. */
function work({ test: { store }, time }: OpenApplication): () => Promise<void> {
  const clock = () => time.now;
  let stopped = false;
  const loop = async () => {
    while (!stopped) {
      await runDueJobs(store, { handlers: importHandlers(store, clock), clock });
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  };
  const done = loop();
  return () => {
    stopped = true;
    return done;
  };
}

const tables: Partial<Record<RowKind, { table: WorldTableName; mapping: ImportMapping }>> = {
  accounts: {
    table: 'accounts',
    mapping: {
      kind: 'accounts',
      columns: {
        id: 'account',
        name: 'name',
        segment: 'segment',
        revenue: 'annual_revenue',
        marginRate: 'margin_rate',
      },
    },
  },
  contacts: {
    table: 'contacts',
    mapping: {
      kind: 'contacts',
      columns: { id: 'contact', account: 'account', name: 'name', role: 'role', language: 'language' },
    },
  },
  answers: {
    table: 'responses',
    mapping: {
      kind: 'answers',
      source: 'company',
      survey: 'company',
      columns: {
        responseId: 'response',
        account: 'account',
        contact: 'contact',
        role: 'role',
        segment: 'segment',
        orgUnit: 'org_unit',
        level: 'level',
        touchpoint: 'touchpoint',
        channel: 'channel',
        date: 'responded_at',
        language: 'language',
      },
      scores: [{ column: 'recommend', question: 'recommend', metric: 'nps', scale: { min: 0, max: 10 } }],
      comments: [{ column: 'comment', question: 'comment' }],
    },
  },
};

/** A company of so many accounts in the first workspace, by the road of all imports. */
async function fillCompany({ test, workspace, time }: OpenApplication, accounts: number): Promise<void> {
  await importRows(
    test.store,
    workspace.id,
    {
      kind: 'company',
      fileName: 'Simulated company',
      fileHash: 'ab'.repeat(32),
      tables: Object.fromEntries(
        Object.entries(tables).map(([kind, { table, mapping }]) => [
          kind,
          { mapping, columns: Object.keys(worldTables[table].columns) },
        ]),
      ),
      rows: companyRows(accounts),
    },
    { clock: () => time.now },
  );
}

function* companyRows(accounts: number): Generator<KindBatch> {
  const world = createWorld({ seed: 7, accounts, lastMonth: '2026-10' });
  for (let account = 0; account < accounts; account += 1) {
    const rows = accountRows(world, accountHistory(world, account));
    for (const [kind, { table }] of Object.entries(tables)) yield { kind: kind as RowKind, rows: rows[table] ?? [] };
  }
}

export interface Visit {
  readonly as?: MemberRole;
  readonly width?: number;
  readonly scheme?: 'light' | 'dark';
  /** Chosen in this browser before; `none` where nothing was chosen. */
  readonly language?: 'en' | 'fi' | 'sv' | 'none';
}

export interface Visited {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What went wrong or left the machine while the page was open. */
  readonly trouble: string[];
}

/** A browser of its own for one reader: signed in as this role of the first workspace, or as nobody. */
export async function visit(browser: Browser, site: OpenSite, options: Visit = {}): Promise<Visited> {
  const { as, width = 1440, scheme = 'light', language = 'en' } = options;
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: scheme,
    acceptDownloads: true,
  });
  if (as) {
    const [name = '', value = ''] = site.workspace.members[as].cookie.split('=');
    await context.addCookies([{ name, value, url: site.address }]);
  }
  if (language !== 'none') {
    await context.addInitScript((chosen) => {
      // A mail in its sandbox has no storage.
      if (globalThis.origin !== 'null') localStorage.setItem('candor-language', chosen);
    }, language);
  }
  const page = await context.newPage();
  const trouble: string[] = [];
  page.on('pageerror', (error) => trouble.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) trouble.push(message.text());
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(site.address) && !/^(data|blob):/.test(url)) trouble.push(`asked ${url}`);
  });
  return { context, page, trouble };
}
