// `npm run check`: the one command before a commit. Format, lint, types, layers, dead exports, docs.
import { spawnSync } from 'node:child_process';
import { prepare, root } from './prepare.mjs';

await prepare();
const bin = (name) => `node_modules/.bin/${name}`;
const steps = [
  ['format and lint', bin('biome'), ['ci', '--colors=off', '.']],
  ['types', bin('tsc'), ['-p', 'tsconfig.json']],
  ['layers', bin('depcruise'), ['--config', '.dependency-cruiser.cjs', 'src']],
  ['dead exports', bin('knip'), []],
  ['docs', process.execPath, ['node_modules/vitest/vitest.mjs', 'run', 'test/docs']],
];
let failed = false;
for (const [name, command, args] of steps) {
  const started = Date.now();
  const run = spawnSync(command, args, { cwd: root, encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  if (run.status === 0) {
    process.stdout.write(`ok    ${name} (${seconds} s)\n`);
    continue;
  }
  failed = true;
  process.stdout.write(`FAIL  ${name} (${seconds} s)\n${run.stdout}${run.stderr}\n`);
}
process.exit(failed ? 1 : 0);
