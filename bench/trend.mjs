// `node bench/trend.mjs`: trends with intervals from the tallies, beside the same figures by a scan of the answers.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildBench } from './run-typescript.mjs';

// Below folders that everybody may enter: as root the database runs under another user.
const home = mkdtempSync(join(tmpdir(), 'candor-bench-'));
spawnSync('chmod', ['755', home]);
try {
  const run = spawnSync(process.execPath, [await buildBench('trend'), home], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`the bench ended with ${run.status}: ${run.stderr}`);
  const { budget, lines } = JSON.parse(run.stdout);
  const say = (line = '') => process.stdout.write(`${line}\n`);
  say('## Trends with intervals, 24 months x 10 touchpoints, beside a scan of the answers that gives the same figures');
  say();
  say(
    `Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model ?? 'processor'}, load ${loadavg()[0].toFixed(1)}.`,
  );
  say();
  say(
    `| answers | scan ms | trend ms, median | p95 (budget ${budget.p95}) | times faster (budget ${budget.faster}) | whole overview ms |`,
  );
  say('|---:|---:|---:|---:|---:|---:|');
  for (const line of lines) {
    const { answers, scanMs, trendMedianMs, trendP95Ms, faster, wholePageMedianMs } = line;
    const cells = [answers.toLocaleString('en'), scanMs, trendMedianMs, trendP95Ms, faster, wholePageMedianMs];
    say(`| ${cells.join(' | ')} |`);
  }
  const [small, large] = lines;
  const apart = large ? Math.abs(large.trendMedianMs / small.trendMedianMs - 1) : 0;
  const met =
    lines.every(({ faster, trendP95Ms }) => faster >= budget.faster && trendP95Ms <= budget.p95) &&
    apart <= budget.apart;
  say();
  if (!large) say('One size only: that the time stays the same with ten times the answers was not measured.');
  say(met ? 'Every budget is met.' : 'Over budget.');
  process.exitCode = met ? 0 : 1;
} finally {
  rmSync(home, { recursive: true, force: true });
}
