// `node bench/monitoring-delays.mjs [YEARS] [--write]`: how soon the monitor finds a change; --write puts it into its page.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../scripts/prepare.mjs';
import { buildBench } from './run-typescript.mjs';

const years = process.argv.slice(2).find((one) => /^\d+$/.test(one)) ?? '1000';
const run = spawnSync(process.execPath, [await buildBench('monitoring-delays'), years], { encoding: 'utf8' });
if (run.status !== 0) throw new Error(`the bench ended with ${run.status}: ${run.stderr}`);
const { rows } = JSON.parse(run.stdout);
const days = (value) => (value === null ? '-' : String(value));
const cell = ({ found, median, ninety }) => `${Math.round(100 * found)} % ${days(median)}/${days(ninety)}`;
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const lines = [
  `Share of simulated years in which a change is found within the year, and days until then (median/nine of ten, - where fewer`,
  `find it), at +30 with one look a day. ${Number(years).toLocaleString('en')} years a cell (a third of them at 200 a day), seeds from 1900000, engine ${version}.`,
  '',
  '| answers a day, change | from day 0 | from day 60 | from day 180 | known target, day 60 |',
  '|---|---:|---:|---:|---:|',
  ...rows.map(
    ({ perDay, delta, found }) =>
      `| ${perDay}, ${delta > 0 ? '+' : '−'}${Math.abs(delta)} | ${found.map(cell).join(' | ')} |`,
  ),
];
process.stdout.write(`${lines.join('\n')}\n`);
if (process.argv.includes('--write')) {
  const page = join(root, 'docs/methods/monitoring.md');
  const text = readFileSync(page, 'utf8');
  const between = /(<!-- delays: [^\n]*-->\n)[\s\S]*?(<!-- end of delays -->)/;
  writeFileSync(
    page,
    text.replace(between, (_, from, to) => `${from}\n${lines.join('\n')}\n\n${to}`),
  );
}
