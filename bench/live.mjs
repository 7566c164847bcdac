// `node bench/live.mjs`: an answer until it stands on the pages that are open in two browsers.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from '../scripts/chromium.mjs';
import { prepare } from '../scripts/prepare.mjs';
import { buildBench } from './run-typescript.mjs';

const budget = 1_000;
const say = (line = '') => process.stdout.write(`${line}\n`);
await prepare();
const chromium = findChromium();
say('## An answer until it stands on the pages that are open in two browsers');
say();
if (!chromium) {
  say('Not measured: no Chromium was found.');
} else {
  // Below folders that everybody may enter: as root the database runs under another user.
  const home = mkdtempSync(join(tmpdir(), 'candor-bench-'));
  chmodSync(home, 0o755);
  const env = { ...process.env, CANDOR_TEST_HOME: home };
  const run = spawnSync(process.execPath, [await buildBench('live'), chromium], { encoding: 'utf8', env });
  rmSync(home, { recursive: true, force: true });
  if (run.status !== 0) throw new Error(`the bench ended with ${run.status}: ${run.stderr}`);
  const { answers, seen, median, p95, most, stayed } = JSON.parse(run.stdout.trim().split('\n').at(-1));
  say(
    `Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model ?? 'processor'}, load ${loadavg()[0].toFixed(1)}.`,
  );
  say(`${answers} answers one by one, ${seen} sightings; the page whose filter leaves them out stayed: ${stayed}.`);
  say();
  say(`| median ms | p95 ms | slowest ms (budget ${budget}) |`);
  say('|---:|---:|---:|');
  say(`| ${median} | ${p95} | ${most} |`);
  say();
  const met = most <= budget && stayed && seen === 2 * answers;
  say(met ? 'The budget is met.' : 'Over budget.');
  process.exitCode = met ? 0 : 1;
}
