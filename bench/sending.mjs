// `node bench/sending.mjs`: mails a second to a server on this machine.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildBench } from './run-typescript.mjs';

const home = mkdtempSync(join(tmpdir(), 'candor-bench-'));
spawnSync('chmod', ['755', home]);
try {
  const [program, sink] = [await buildBench('sending'), await buildBench('smtp-sink')];
  const run = spawnSync(process.execPath, [program, sink, home], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`the bench ended with ${run.status}: ${run.stderr}`);
  const { perSecond, sent, commits } = JSON.parse(run.stdout);
  const say = (line = '') => process.stdout.write(`${line}\n`);
  say('## Mails handed over to a server on the same machine');
  say();
  say(
    `Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model ?? 'processor'}, load ${loadavg()[0].toFixed(1)}.`,
  );
  say();
  say('| a second | measured |');
  say('|---|---:|');
  say(`| commits of one session, one after the other | ${commits.toFixed(0)} |`);
  say(`| mails, ${sent} due, one worker | ${perSecond.toFixed(0)} |`);
} finally {
  rmSync(home, { recursive: true, force: true });
}
