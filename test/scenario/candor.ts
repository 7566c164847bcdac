import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** One call of the command as a user makes it: a process of its own. */
export function candor(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'bin/candor'), ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, NO_COLOR: '1' },
  });
  return { status, stdout, stderr };
}

/** The JSON document that a call prints; anything else on standard output is a failure. */
export function candorJson<Result = Record<string, unknown>>(...args: string[]): Result {
  const { status, stdout, stderr } = candor(...args, '--json');
  if (status !== 0) throw new Error(`candor ${args.join(' ')} ended with ${status}: ${stderr}${stdout}`);
  return JSON.parse(stdout) as Result;
}
