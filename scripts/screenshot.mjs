// Takes the picture of the README from the running page: `node scripts/screenshot.mjs` after `npm start`.
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findChromium } from './chromium.mjs';
import { root } from './prepare.mjs';

const address = process.argv[2] ?? 'http://127.0.0.1:4700';
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage({ viewport: { width: 1440, height: 1060 }, deviceScaleFactor: 1 });
await page.goto(`${address}/audit`);
await page.locator('figure svg[role=img]').nth(1).waitFor();
await page.screenshot({ path: join(root, 'docs/images/audit.png') });
await browser.close();
