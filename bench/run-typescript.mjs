// Builds a program of this folder, with the modules it measures, into one file and answers where it lies.
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../scripts/prepare.mjs';

export async function buildBench(name) {
  // Inside the checkout, so that the packages are found from there.
  const folder = join(root, 'node_modules/.cache/candor-bench');
  const outfile = join(folder, `${name}.mjs`);
  mkdirSync(folder, { recursive: true });
  // As scripts/build.mjs does it beside the built program.
  cpSync(join(root, 'src/store/migrations'), join(folder, 'migrations'), { recursive: true });
  await build({
    entryPoints: [join(root, 'bench', `${name}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'warning',
  });
  return outfile;
}
