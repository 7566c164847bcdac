import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

/** A console block: commands after "$ ", then what they print; a line "…" stands for lines left out. */
const blocks = [...readme.matchAll(/```console\n([\s\S]*?)```/g)].flatMap(([, block]) =>
  block!
    .split(/^(?=\$ )/m)
    .filter((part) => part.startsWith('$ ./bin/candor'))
    .map((part) => {
      const [command, ...output] = part.trimEnd().split('\n');
      return { command: command!.slice(2), output };
    }),
);

describe('the README', () => {
  it('tells a story of several commands', () => expect(blocks.length).toBeGreaterThanOrEqual(3));

  it.each(blocks)('prints what happens: $command', ({ command, output }) => {
    const { stdout } = spawnSync('sh', ['-c', command], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, COLUMNS: '100' },
    });
    let from = 0;
    const lines = stdout.split('\n').map((line) => line.trimEnd());
    for (const line of output) {
      if (line.trim() === '…') continue;
      const at = lines.indexOf(line.trimEnd(), from);
      expect(at, `"${line}" is not printed in its place by ${command}:\n${stdout}`).toBeGreaterThanOrEqual(0);
      from = at + 1;
    }
  });
});
