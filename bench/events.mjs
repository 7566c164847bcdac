// `node bench/events.mjs`: events by POST and read into encounters, beside a plain INSERT into the same server.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildBench } from './run-typescript.mjs';

// Below folders that everybody may enter: as root the database runs under another user.
const home = mkdtempSync(join(tmpdir(), 'candor-bench-'));
spawnSync('chmod', ['755', home]);
try {
  const [program, server] = [await buildBench('events'), await buildBench('answers-server')];
  const run = spawnSync(process.execPath, [program, server, home], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`the bench ended with ${run.status}: ${run.stderr}`);
  const { plain, single, batches, taken, through, evaluated, decided, budget } = JSON.parse(run.stdout);
  const say = (line = '') => process.stdout.write(`${line}\n`);
  say('## Events by POST, durable, and read into encounters, beside a plain single-row INSERT into the same server');
  say();
  say(
    `Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model ?? 'processor'}, load ${loadavg()[0].toFixed(1)}.`,
  );
  say();
  say('| events a second | measured | budget |');
  say('|---|---:|---:|');
  say(`| plain INSERT, 16 clients | ${plain.toFixed(0)} | |`);
  say(`| accepted, one in a request, 16 clients | ${single.toFixed(0)} | |`);
  say(`| accepted, 100 in a request, 8 clients | ${batches.toFixed(0)} | |`);
  say(`| read into encounters, 1,000 at a time | ${taken.toFixed(0)} | |`);
  say(`| accepted and read meanwhile, 100 in a request, 8 clients | ${through.toFixed(0)} | |`);
  say(`| the same, and decided about by a running programme | ${evaluated.toFixed(0)} | >= ${budget.evaluated} |`);
  const met = evaluated >= budget.evaluated;
  say();
  say(`Decisions kept: ${decided.map(({ state, n }) => `${n} ${state}`).join(', ')}.`);
  say();
  say(met ? 'Every budget is met.' : 'Over budget.');
  process.exitCode = met ? 0 : 1;
} finally {
  rmSync(home, { recursive: true, force: true });
}
