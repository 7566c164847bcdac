import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** Inside the checkout, so that the packages are found from there. */
const folder = join(import.meta.dirname, '../../node_modules/.cache', `candor-threads-${process.pid}`);

/** The program of the threads as `npm run build` makes it. */
export async function buildThread(name: 'audit-thread' | 'driver-thread' | 'model-thread'): Promise<URL> {
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, `${name}.mjs`);
  await build({
    entryPoints: [join(import.meta.dirname, `../../src/findings/${name}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'warning',
  });
  return pathToFileURL(outfile);
}

/** A program that computes without end, until there is a file with the name of its gate. */
export function spinningThread(gate: string): URL {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'spinning.mjs');
  const text = `import { existsSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
parentPort.once('message', () => {
  while (!existsSync(${JSON.stringify(gate)}));
  parentPort.postMessage({ refused: { code: 'CND_NO_ANSWERS', message: 'the gate is open', details: {} } });
});
`;
  writeFileSync(file, text);
  return pathToFileURL(file);
}

export const threadGate = (): string => join(folder, 'gate');
export const removeThreads = (): void => rmSync(folder, { recursive: true, force: true });
