// Exports, backup and restore of 1e5 and 1e6 responses, each beside a bare COPY of the same rows in the same run.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root } from '../scripts/prepare.mjs';

const sizes = (process.env.CANDOR_BENCH_RESPONSES ?? '100000,1000000').split(',').map(Number);
const program = join(root, 'dist/bench-export.mjs');
await build({
  entryPoints: [join(root, 'bench/export-store.ts')],
  outfile: program,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  external: ['pg-native', '@node-rs/argon2'],
  logLevel: 'warning',
  banner: {
    js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
  },
});
const { fill } = await import(pathToFileURL(program).href);

// Below folders that everybody may enter: as root the database runs under another user.
const folder = mkdtempSync(join(tmpdir(), 'candor-bench-'));
spawnSync('chmod', ['755', folder]);
const measured = join(folder, 'measured.json');

function candor(args, home) {
  const started = performance.now();
  const run = spawnSync(
    process.execPath,
    ['--import', join(root, 'bench/measure-exit.mjs'), join(root, 'bin/candor'), ...args],
    { encoding: 'utf8', env: { ...process.env, CANDOR_HOME: home, CANDOR_BENCH_OUT: measured, DATABASE_URL: '' } },
  );
  if (run.status !== 0) throw new Error(`${args.join(' ')} ended with ${run.status}: ${run.stderr}`);
  return { seconds: (performance.now() - started) / 1000, ...JSON.parse(readFileSync(measured, 'utf8')) };
}

const say = (line = '') => process.stdout.write(`${line}\n`);
say('## Exports, backup and restore, beside a bare COPY of the same rows to nowhere');
say();
say(`Whole processes; Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model ?? 'processor'}.`);
say();
say('| responses | work | s | CPU s | bare COPY s | ratio | peak MB | file MB |');
say('|---:|---|---:|---:|---:|---:|---:|---:|');
try {
  for (const responses of sizes) {
    const home = join(folder, `home-${responses}`);
    const bench = await fill(home, responses);
    await bench.bareCopy();
    const row =
      (work, args, file, where = home) =>
      async () => {
        const bare = await bench.bareCopy();
        const { seconds, cpuSeconds, peakMegabytes } = candor(args, where);
        const figures = [seconds, cpuSeconds, bare, seconds / bare].map((value) => value.toFixed(1));
        const size = (statSync(file).size / 1e6).toFixed(1);
        say(
          `| ${responses.toLocaleString('en')} | ${work} | ${figures.join(' | ')} | ${peakMegabytes.toFixed(0)} | ${size} |`,
        );
      };
    const from = ['--from', '2000-01-01', '--no-progress', '--json'];
    for (const format of (process.env.CANDOR_BENCH_FORMATS ?? 'csv,jsonl,xlsx,parquet,sav').split(',')) {
      const out = join(folder, `answers-${responses}.${format}`);
      await row(format, ['export', '--workspace', 'bench', '--format', format, '--out', out, ...from], out)();
      rmSync(out);
    }
    const whole = join(folder, `workspace-${responses}.jsonl.gz`);
    const wholeArgs = [
      'export',
      '--workspace',
      'bench',
      '--format',
      'jsonl',
      '--out',
      whole,
      '--no-progress',
      '--json',
    ];
    await row('whole workspace', wholeArgs, whole)();
    const file = join(folder, `store-${responses}.backup`);
    await row('backup', ['backup', file, '--no-progress', '--json'], file)();
    const restored = join(folder, `restored-${responses}`);
    await row('restore, with a new database', ['restore', file, '--no-progress', '--json'], file, restored)();
    const taken = join(folder, `taken-${responses}`);
    const takeIn = ['restore', whole, '--owner', 'bench@example.com', '--no-progress', '--json'];
    await row('workspace taken in, with a new database', takeIn, whole, taken)();
    await bench.close();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
