// Import of 1e6 answers from a file, validated, beside COPY of the same responses and answers in the same run.
import { spawnSync } from 'node:child_process';
import { createWriteStream, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { pathToFileURL } from 'node:url';
import { root } from '../scripts/prepare.mjs';
import { buildBench } from './run-typescript.mjs';

const rows = Number(process.env.CANDOR_BENCH_RESPONSES ?? 1_000_000);
const budget = { ratio: 0.35, megabytes: 300 };
const { prepareWorkspace, copyAgain, drift } = await import(pathToFileURL(await buildBench('import-store')).href);

// Below folders that everybody may enter: as root the database runs under another user.
const folder = mkdtempSync(join(tmpdir(), 'candor-bench-'));
spawnSync('chmod', ['755', folder]);
const copied = join(folder, 'copied');
mkdirSync(copied);
spawnSync('chmod', ['777', copied]);
const home = join(folder, 'home');
const measured = join(folder, 'measured.json');
const file = join(folder, 'answers.csv');

/** Every fifth row has a comment, every hundredth cannot be used. */
async function writeFile() {
  const out = createWriteStream(file);
  out.write('Response ID,Date,NPS,Comment,Account,Touchpoint,Segment,Role\n');
  let text = '';
  for (let row = 0; row < rows; row += 1) {
    const at = new Date(Date.UTC(2025, 0, 1) + row * 31_000).toISOString();
    const comment = row % 5 === 0 ? `"Delivery was late, nobody called ${row}."` : '';
    const score = row % 100 === 99 ? 77 : (row * 7) % 11;
    text += `R-${row},${at},${score},${comment},A-${row % 5_000},touchpoint ${row % 8},${row % 3 ? 'large' : 'small'},${row % 2 ? 'user' : 'director'}\n`;
    if (text.length > 1 << 20) {
      if (!out.write(text)) await new Promise((resolve) => out.once('drain', resolve));
      text = '';
    }
  }
  out.end(text);
  await finished(out);
}

function candor(args) {
  const started = performance.now();
  const run = spawnSync(
    process.execPath,
    ['--import', join(root, 'bench/measure-exit.mjs'), join(root, 'bin/candor'), ...args],
    { encoding: 'utf8', env: { ...process.env, CANDOR_HOME: home, CANDOR_BENCH_OUT: measured, DATABASE_URL: '' } },
  );
  if (run.status !== 0) throw new Error(`${args.join(' ')} ended with ${run.status}: ${run.stderr}${run.stdout}`);
  const seconds = (performance.now() - started) / 1000;
  return { seconds, output: JSON.parse(run.stdout), ...JSON.parse(readFileSync(measured, 'utf8')) };
}

try {
  await writeFile();
  const workspaceId = await prepareWorkspace(home);
  const dry = candor(['import', file, '--workspace', 'bench', '--kind', 'answers', '--dry-run', '--json']);
  const done = candor(['import', file, '--workspace', 'bench', '--kind', 'answers', '--json']);
  const cells = await drift(home, workspaceId);
  const undone = candor(['import', '--undo', done.output.import, '--json']);
  const again = candor(['import', file, '--workspace', 'bench', '--kind', 'answers', '--json']);
  const copy = await copyAgain(home, copied);
  const seconds = Math.min(done.seconds, again.seconds);
  const ratio = copy / seconds;
  const say = (line = '') => process.stdout.write(`${line}\n`);
  say('## Import of answers, beside COPY of the same responses and answers (superuser, same indexes and keys)');
  say();
  say(
    `Whole processes, start of the database included; Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model}.`,
  );
  say();
  say(
    `${rows.toLocaleString('en')} rows, ${(statSync(file).size / 1e6).toFixed(0)} MB, ${done.output.rows.rejected} rejected.`,
  );
  say(
    `COPY ${copy.toFixed(1)} s; import ${done.seconds.toFixed(1)} s and ${again.seconds.toFixed(1)} s (validated, tallies included):`,
  );
  say(
    `${(ratio * 100).toFixed(0)} % of the rate of COPY (budget ${budget.ratio * 100} %), peak ${done.peakMegabytes.toFixed(0)} MB (budget ${budget.megabytes}).`,
  );
  say(
    `Dry run ${dry.seconds.toFixed(1)} s, undo ${undone.seconds.toFixed(1)} s; ${cells} cells of the tallies disagree.`,
  );
  process.exitCode = ratio >= budget.ratio && done.peakMegabytes <= budget.megabytes && cells === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
