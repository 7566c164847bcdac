// `node bench/answers.mjs`: one answer through HTTP beside a plain INSERT into the same server, each in a process of its own.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildBench } from './run-typescript.mjs';

// Below folders that everybody may enter: as root the database runs under another user.
const home = mkdtempSync(join(tmpdir(), 'candor-bench-'));
spawnSync('chmod', ['755', home]);
try {
  const [program, server] = [await buildBench('answers'), await buildBench('answers-server')];
  const run = spawnSync(process.execPath, [program, server, home], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`the bench ended with ${run.status}: ${run.stderr}`);
  const { plain, sixteen, eight, p99, pages, p99Pages, ratio, cpuMilliseconds, budget } = JSON.parse(run.stdout);
  const say = (line = '') => process.stdout.write(`${line}\n`);
  say('## One answer through HTTP, durable, beside a plain single-row INSERT into the same server');
  say();
  say(
    `Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model ?? 'processor'}, load ${loadavg()[0].toFixed(1)}.`,
  );
  say();
  say('| | measured | budget |');
  say('|---|---:|---:|');
  say(`| plain INSERT, 16 clients, a second | ${plain.toFixed(0)} | |`);
  say(`| answers by POST, 16 clients, a second | ${sixteen.toFixed(0)} | |`);
  say(`| their ratio | ${ratio.toFixed(2)} | >= ${budget.ratio} |`);
  say(`| answers by POST, 8 clients, a second | ${eight.toFixed(0)} | >= ${budget.eightClients} |`);
  say(`| p99 with 16 clients, ms | ${p99.toFixed(0)} | <= ${budget.p99} |`);
  say(`| answers by GET of the page and POST, 8 clients, a second | ${pages.toFixed(0)} | >= ${budget.eightClients} |`);
  say(`| p99 of both, 8 clients, ms | ${p99Pages.toFixed(0)} | <= ${budget.p99} |`);
  say(`| CPU of the server, ms for an answer | ${cpuMilliseconds.toFixed(2)} | |`);
  const isFast = eight >= budget.eightClients && pages >= budget.eightClients;
  const met = ratio >= budget.ratio && isFast && Math.max(p99, p99Pages) <= budget.p99;
  say();
  say(met ? 'Every budget is met.' : 'Over budget.');
  process.exitCode = met ? 0 : 1;
} finally {
  rmSync(home, { recursive: true, force: true });
}
