// `node bench/start.mjs`: a second `npm start` to its first page, beside the start of the embedded database alone.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepare, root } from '../scripts/prepare.mjs';
import { buildBench } from './run-typescript.mjs';

const repeats = 7;
const budget = 3;
const port = 47_011;
const home = mkdtempSync(join(tmpdir(), 'candor-bench-'));
spawnSync('chmod', ['755', home]);
const environment = {
  ...process.env,
  CANDOR_HOME: home,
  CANDOR_DEMO: 'off',
  CANDOR_LOG_LEVEL: 'silent',
  PORT: String(port),
};

/** Milliseconds until the page itself comes, not the one that says that Candor is starting. */
async function firstPage() {
  const began = performance.now();
  const server = spawn(process.execPath, [join(root, 'scripts/start.mjs')], {
    cwd: root,
    env: environment,
    stdio: 'ignore',
  });
  for (;;) {
    const page = await fetch(`http://127.0.0.1:${port}/`).then(
      ({ status }) => status,
      () => 0,
    );
    if (page === 200) break;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const milliseconds = performance.now() - began;
  // The page comes before the rest of the server is loaded: how long what it asks for waits is told beside it.
  await fetch(`http://127.0.0.1:${port}/api/me`);
  const api = performance.now() - began;
  await new Promise((resolve) => {
    server.once('exit', resolve);
    server.kill('SIGINT');
  });
  return { milliseconds, api };
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

try {
  await prepare();
  const database = await buildBench('start-database');
  /** Milliseconds from the start of the process until its database takes connections. */
  const alone = async () => {
    const began = performance.now();
    const run = spawn(process.execPath, [database, home], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(run.stdout, 'data');
    const milliseconds = performance.now() - began;
    await once(run, 'exit');
    return milliseconds;
  };
  await firstPage(); // The first start makes the data folder.
  const pairs = [];
  for (let i = 0; i < repeats; i += 1) {
    const own = await alone();
    const { milliseconds, api } = await firstPage();
    pairs.push({ database: own, page: milliseconds, api });
  }
  const ratio = median(pairs.map(({ database: own, page }) => page / own));
  const say = (line = '') => process.stdout.write(`${line}\n`);
  say('## A second start to its first page, beside the embedded database alone');
  say();
  say(
    `Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model ?? 'processor'}, load ${loadavg()[0].toFixed(1)}.`,
  );
  say(`Medians of ${repeats} pairs in turn, whole processes, the start of Node included.`);
  say();
  say(`| database alone, ms | first page, ms | ratio (budget ${budget}) | first answer of the API, ms |`);
  say('|---:|---:|---:|---:|');
  say(
    `| ${median(pairs.map(({ database: own }) => own)).toFixed(0)} | ${median(pairs.map(({ page }) => page)).toFixed(0)} | ${ratio.toFixed(2)} | ${median(pairs.map(({ api }) => api)).toFixed(0)} |`,
  );
  say();
  say(ratio <= budget ? 'The budget is met.' : 'Over budget.');
  process.exitCode = ratio <= budget ? 0 : 1;
} finally {
  rmSync(home, { recursive: true, force: true });
}
