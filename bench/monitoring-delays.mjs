// `node bench/monitoring-delays.mjs [YEARS] [--write]`: how soon the monitor finds a change, alone and beside other methods on
// the same streams; --write puts both tables into the page of the method.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../scripts/prepare.mjs';
import { buildBench } from './run-typescript.mjs';

const years = process.argv.slice(2).find((one) => /^\d+$/.test(one)) ?? '1000';
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const count = (n) => Number(n).toLocaleString('en');
const days = (value) => (value === null ? '-' : String(value));
const percent = (share) => `${Math.round(100 * share)} %`;
const cell = ({ found, median, ninety }) => `${percent(found)} ${days(median)}/${days(ninety)}`;
const stamp = `seeds from 1900000, engine ${version}`;

async function run(name) {
  const ended = spawnSync(process.execPath, [await buildBench(name), years], { encoding: 'utf8' });
  if (ended.status !== 0) throw new Error(`${name} ended with ${ended.status}: ${ended.stderr}`);
  return JSON.parse(ended.stdout);
}

function delaysTable({ rows }) {
  return [
    `Share of simulated years in which a change is found within the year, and days until then (median/nine of ten, - where fewer`,
    `find it), at +30 with one look a day. ${count(years)} years a cell (a third of them at 200 a day), ${stamp}.`,
    '',
    '| answers a day, change | from day 0 | from day 60 | from day 180 | known target, day 60 |',
    '|---|---:|---:|---:|---:|',
    ...rows.map(
      ({ perDay, delta, found }) =>
        `| ${perDay}, ${delta > 0 ? '+' : '−'}${Math.abs(delta)} | ${found.map(cell).join(' | ')} |`,
    ),
  ];
}

function rivalsTable({ rows, steadyYears }) {
  return [
    'Beside what dashboards do, and beside the bounds of what anyone could do, at +30 and 8 answers a day with one look a day; a fall',
    `from day 60. ${count(steadyYears)} steady years (seeds from 2000000), ${count(years)} with a fall (${stamp}).`,
    '',
    '| method | steady years that alarm | −10 found, days | −20 found, days |',
    '|---|---:|---:|---:|',
    ...rows.map(
      ({ method, falseAlarms, found }) =>
        `| ${method} | ${(100 * falseAlarms).toFixed(1)} % | ${found.map(cell).join(' | ')} |`,
    ),
  ];
}

const tables = {
  delays: delaysTable(await run('monitoring-delays')),
  rivals: rivalsTable(await run('monitoring-rivals')),
};
for (const lines of Object.values(tables)) process.stdout.write(`${lines.join('\n')}\n\n`);
if (process.argv.includes('--write')) {
  const page = join(root, 'docs/methods/monitoring.md');
  let text = readFileSync(page, 'utf8');
  for (const [name, lines] of Object.entries(tables)) {
    const between = new RegExp(`(<!-- ${name}: [^\\n]*-->\\n)[\\s\\S]*?(<!-- end of ${name} -->)`);
    text = text.replace(between, (_, from, to) => `${from}\n${lines.join('\n')}\n\n${to}`);
  }
  writeFileSync(page, text);
}
