// `node bench/respondent-weight.mjs`: bytes over the line for whoever answers, beside what peers sent when they were measured.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepare, root } from '../scripts/prepare.mjs';
import { buildBench } from './run-typescript.mjs';

await prepare();
// Below folders that everybody may enter: as root the database runs under another user.
const home = mkdtempSync(join(tmpdir(), 'candor-bench-'));
chmodSync(home, 0o755);
const env = { ...process.env, CANDOR_TEST_HOME: home };
const run = spawnSync(process.execPath, [await buildBench('respondent-weight'), root], { encoding: 'utf8', env });
rmSync(home, { recursive: true, force: true });
if (run.status !== 0) throw new Error(`the bench ended with ${run.status}: ${run.stderr}`);
const { page, requests, scripts, loader, widget, kiosk } = JSON.parse(run.stdout.trim().split('\n').at(-1));
const kilobytes = (bytes) => (bytes / 1000).toFixed(1);
const say = (line = '') => process.stdout.write(`${line}\n`);
say('## Weight of what respondents get, gzip, beside peers as measured in 2026 (a 0-10 question each)');
say();
say('| kB | Candor | budget | Formbricks | SurveyJS | PostHog | Typebot |');
say('|---|---:|---:|---:|---:|---:|---:|');
say(`| answer page, everything | ${kilobytes(page)} | 15 | 273 | 392 | 42 | |`);
say(`| its requests | ${requests} | 2 | | | | |`);
say(`| its scripts | ${scripts} | 0 | | | | |`);
say(`| loader of the widget | ${kilobytes(loader)} | 3 | | | | |`);
say(`| widget with one survey | ${kilobytes(widget)} | 15 | 281 | | 171 | 196 |`);
say(`| script of the kiosk, kept on the device | ${kilobytes(kiosk)} | | | | | |`);
const met = page <= 15_000 && requests <= 2 && scripts === 0 && loader <= 3_000 && widget <= 15_000;
say();
say(met ? 'Every budget is met.' : 'Over budget.');
process.exitCode = met ? 0 : 1;
