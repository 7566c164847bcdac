// Audit of 1e4, 1e5 and 1e6 rows beside a bare csv-parse pass over the same file, and the weight of the page.
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from '../scripts/prepare.mjs';
import { writeExport } from './export-file.mjs';

const sizes = (process.env.CANDOR_BENCH_ROWS ?? '10000,100000,1000000').split(',').map(Number);
const repeats = 3;
const budget = { ratio: 3, megabytes: 300, pageKilobytes: 250, correctionSeconds: 1 };

const folder = mkdtempSync(join(tmpdir(), 'candor-bench-'));
chmodSync(folder, 0o755);
const out = join(folder, 'measured.json');

function measure(args) {
  const started = performance.now();
  const run = spawnSync(process.execPath, ['--import', join(root, 'bench/measure-exit.mjs'), ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, CANDOR_BENCH_OUT: out },
  });
  if (run.status !== 0) throw new Error(`${args.join(' ')} ended with ${run.status}: ${run.stderr}`);
  return { seconds: (performance.now() - started) / 1000, ...JSON.parse(readFileSync(out, 'utf8')) };
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** The two in turn, so that a machine whose speed drifts treats both alike. */
function beside(file) {
  const pairs = Array.from({ length: repeats }, () => ({
    bare: measure([join(root, 'bench/bare-csv-parse.mjs'), file]),
    audit: measure([join(root, 'bin/candor'), 'audit', file, '--json', '--no-progress']),
  }));
  return {
    bare: median(pairs.map(({ bare }) => bare.seconds)),
    audit: median(pairs.map(({ audit }) => audit.seconds)),
    cpu: median(pairs.map(({ audit }) => audit.cpuSeconds)),
    ratio: median(pairs.map(({ bare, audit }) => audit.seconds / bare.seconds)),
    megabytes: Math.max(...pairs.map(({ audit }) => audit.peakMegabytes)),
  };
}

/** The page's own road: the server as a user starts it, the same file sent again with a correction. */
async function correctionSeconds(file) {
  const server = spawn(process.execPath, [join(root, 'scripts/start.mjs')], {
    cwd: root,
    // A home of its own, open to the user that the database runs under.
    env: {
      ...process.env,
      PORT: '0',
      CANDOR_HOME: join(folder, 'home'),
      CANDOR_DEMO: 'off',
      CANDOR_LOG_LEVEL: 'silent',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const address = await new Promise((resolve, reject) => {
      let said = '';
      server.stdout.on('data', (chunk) => {
        said += chunk;
        const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
        if (found) resolve(found);
      });
      server.once('exit', () => reject(new Error(`the server did not start: ${said}`)));
    });
    const body = readFileSync(file);
    const post = async (query) => {
      const started = performance.now();
      const response = await fetch(`${address}/api/audit?name=export.csv${query}`, { method: 'POST', body });
      const { result } = await response.json();
      if (!result) throw new Error('the correction was refused');
      return (performance.now() - started) / 1000;
    };
    await post('');
    const seconds = [];
    for (const query of [
      '&period=quarter',
      '&metric=mean&scale=0-10',
      '&period=week',
      '&timeZone=Europe/Helsinki',
      '',
    ]) {
      seconds.push(await post(query));
    }
    return { median: median(seconds), most: Math.max(...seconds) };
  } finally {
    server.kill('SIGINT');
  }
}

/** Programs of the store whose budget is not met. */
const living = [];
const lines = [];
const say = (line = '') => {
  lines.push(line);
  process.stdout.write(`${line}\n`);
};
const commit = spawnSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).stdout.trim();

try {
  say('# Bench');
  say();
  say(
    `${new Date().toISOString().slice(0, 10)}, commit ${commit || 'none'}, Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model ?? 'processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB.`,
  );
  say(
    `Whole processes, start of Node included; medians of ${repeats} runs in turn. Absolute times drift: read the ratios.`,
  );
  say();
  say('## Audit of a 12-column export, beside a bare csv-parse pass over the same file');
  say();
  say(
    '| rows | file MB | csv-parse s | audit s | audit CPU s | ratio (budget 3) | rows a second | peak MB (budget 300) |',
  );
  say('|---:|---:|---:|---:|---:|---:|---:|---:|');
  const measured = [];
  let correction;
  for (const rows of sizes) {
    const file = join(folder, `export-${rows}.csv`);
    await writeExport(file, rows);
    const result = beside(file);
    measured.push({ rows, ...result });
    if (rows === 100_000) correction = await correctionSeconds(file);
    const mb = statSync(file).size / 1e6;
    say(
      `| ${rows.toLocaleString('en')} | ${mb.toFixed(1)} | ${result.bare.toFixed(2)} | ${result.audit.toFixed(2)} | ${result.cpu.toFixed(2)} | ${result.ratio.toFixed(2)} | ${Math.round(rows / result.audit).toLocaleString('en')} | ${result.megabytes.toFixed(0)} |`,
    );
    rmSync(file);
  }
  say();
  const [small, large] = [measured.at(-2), measured.at(-1)];
  if (small && large) {
    const times = (large.audit / small.audit).toFixed(1);
    say(
      `Cost in proportion to rows: ${large.rows.toLocaleString('en')} rows take ${times} times as long as ${small.rows.toLocaleString('en')}.`,
    );
    say();
  }
  if (correction) {
    say('## A correction on the page');
    say();
    say(
      `100,000 rows sent again over HTTP and judged anew, five corrections: median ${correction.median.toFixed(2)} s, slowest ${correction.most.toFixed(2)} s (budget 1 s).`,
    );
    say();
  }
  say('## Weight of the page');
  say();
  say('| file | kB | gzip kB | first load |');
  say('|---|---:|---:|---|');
  const web = join(root, 'dist/web');
  const html = readFileSync(join(web, 'index.html'), 'utf8');
  let first = 0;
  for (const name of readdirSync(web, { recursive: true }).map(String).sort()) {
    const path = join(web, name);
    if (!statSync(path).isFile()) continue;
    const bytes = readFileSync(path);
    const packed = /\.woff2$/.test(name) ? bytes.length : gzipSync(bytes, { level: 9 }).length;
    const isFirst = name === 'index.html' || html.includes(name.split('/').pop());
    if (isFirst) first += packed;
    say(
      `| ${name} | ${(bytes.length / 1e3).toFixed(1)} | ${(packed / 1e3).toFixed(1)} | ${isFirst ? 'yes' : 'later'} |`,
    );
  }
  say();
  say(`First load ${(first / 1e3).toFixed(1)} kB gzip (budget ${budget.pageKilobytes}).`);
  for (const program of [
    'respondent-weight.mjs',
    'start.mjs',
    'answers.mjs',
    'events.mjs',
    'sending.mjs',
    'trend.mjs',
    'drivers.mjs',
    'path-model.mjs',
    'import.mjs',
    'export.mjs',
    'live.mjs',
  ]) {
    say();
    const run = spawnSync(process.execPath, [join(root, 'bench', program)], { cwd: root, encoding: 'utf8' });
    say(run.stdout.trim() || `${program} ended with ${run.status}: ${run.stderr.trim()}`);
    if (run.status !== 0) living.push(program);
  }
  const failures = [
    ...living.map((program) => `bench/${program}`),
    ...measured
      .filter(({ ratio }) => ratio > budget.ratio)
      .map(({ rows, ratio }) => `ratio ${ratio.toFixed(2)} at ${rows} rows`),
    ...measured
      .filter(({ megabytes }) => megabytes > budget.megabytes)
      .map(({ rows, megabytes }) => `${megabytes.toFixed(0)} MB at ${rows} rows`),
    ...(correction && correction.median > budget.correctionSeconds
      ? [`a correction takes ${correction.median.toFixed(2)} s`]
      : []),
    ...(first / 1e3 > budget.pageKilobytes ? [`first load ${(first / 1e3).toFixed(1)} kB`] : []),
  ];
  say();
  say(failures.length === 0 ? 'Every budget is met.' : `Over budget: ${failures.join('; ')}.`);
  writeFileSync(join(root, 'bench/RESULTS.md'), `${lines.join('\n')}\n`);
  process.exitCode = failures.length === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
