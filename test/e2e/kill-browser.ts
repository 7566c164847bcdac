import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';

const chromiumPath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

/** A browser with a disk of its own that can be killed as a power cut kills it, and started again on the same disk. */
export interface MortalBrowser {
  readonly page: Page;
  readonly browser: Browser;
  /** SIGKILL for it and all its processes. */
  kill(): Promise<void>;
}

export async function startMortal(folder: string): Promise<MortalBrowser> {
  const portFile = join(folder, 'DevToolsActivePort');
  rmSync(portFile, { force: true });
  for (const lock of ['SingletonLock', 'SingletonSocket', 'SingletonCookie'])
    rmSync(join(folder, lock), { force: true });
  const child = spawn(
    chromiumPath,
    [
      `--user-data-dir=${folder}`,
      '--headless=new',
      '--remote-debugging-port=0',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      'about:blank',
    ],
    { detached: true, stdio: 'ignore' },
  );
  const port = await portIn(portFile, child);
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const context = browser.contexts()[0]!;
  const page = context.pages()[0] ?? (await context.newPage());
  return {
    page,
    browser,
    async kill() {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      // Its own group: everything that it has started, and nothing else.
      process.kill(-child.pid!, 'SIGKILL');
      await gone;
      await browser.close().catch(() => undefined);
    },
  };
}

async function portIn(file: string, child: ChildProcess): Promise<string> {
  const until = Date.now() + 30_000;
  while (Date.now() < until) {
    if (existsSync(file)) {
      const [port] = (await readFile(file, 'utf8')).split('\n');
      if (port) return port;
    }
    if (child.exitCode !== null) throw new Error(`the browser ended with ${child.exitCode}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the browser did not start');
}
