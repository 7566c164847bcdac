import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/** Inside the checkout, so that the packages are found from there. */
const folder = join(import.meta.dirname, '../../node_modules/.cache', `candor-store-${process.pid}`);

/** Builds one of the programs of this or another folder of tests, which a test starts and kills. */
export async function buildProgram(name: string, of = import.meta.dirname): Promise<string> {
  const outfile = join(folder, `${name}.mjs`);
  mkdirSync(folder, { recursive: true });
  // As scripts/build.mjs does it beside the built program.
  cpSync(join(import.meta.dirname, '../../src/store/migrations'), join(folder, 'migrations'), { recursive: true });
  await build({
    entryPoints: [join(of, `${name}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'warning',
  });
  return outfile;
}

export const removePrograms = () => rmSync(folder, { recursive: true, force: true });

/** Starts a program and waits for its first line. */
export async function startProgram(
  program: string,
  args: readonly string[],
): Promise<{ child: ChildProcess; lines: string[] }> {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines: string[] = [];
  let rest = '';
  await new Promise<void>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the program ended with ${code}`)));
    child.stdout!.on('data', (chunk) => {
      const parts = `${rest}${chunk}`.split('\n');
      rest = parts.pop()!;
      lines.push(...parts);
      if (lines.length > 0) resolve();
    });
  });
  return { child, lines };
}

/** The server of a home and every process it started, by their numbers. */
export function serverProcesses(home: string): number[] {
  const server = Number(readFileSync(join(home, 'postgresql', 'postmaster.pid'), 'utf8').split('\n')[0]);
  const children = readdirSync('/proc').filter((entry) => {
    if (!/^\d+$/.test(entry)) return false;
    try {
      return Number(readFileSync(`/proc/${entry}/stat`, 'utf8').split(') ')[1]!.split(' ')[1]) === server;
    } catch {
      return false;
    }
  });
  return [server, ...children.map(Number)];
}
