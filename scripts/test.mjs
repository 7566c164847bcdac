// `npm test`: every test. Browser tests need Chromium; where it is missing they are reported as skipped, in CI that
// is a failure, as is an oracle test that is skipped although ../shared is there.
import { spawnSync } from 'node:child_process';
import { findChromium } from './chromium.mjs';
import { prepare, root } from './prepare.mjs';

await prepare();
const chromium = findChromium();
if (!chromium) {
  process.stderr.write(
    'Browser tests are skipped: no Chromium found. Install it (Debian: apt-get install chromium) or set CHROMIUM_PATH.\n',
  );
  if (process.env.CI) process.exit(1);
}
const run = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, ...(chromium ? { CHROMIUM_PATH: chromium } : {}) },
});
process.exit(run.status ?? 3);
