// Builds dist/: the public sub-path modules, the command, the server, and the web application.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { build as buildWeb } from 'vite';
import { root } from './prepare.mjs';

const entry = (module) => join(root, 'src', module, 'index.ts');

rmSync(join(root, 'dist'), { recursive: true, force: true });
await build({
  entryPoints: {
    numeric: entry('numeric'),
    inference: entry('inference'),
    metrics: entry('metrics'),
    cli: entry('cli'),
    server: entry('server'),
  },
  outdir: join(root, 'dist'),
  bundle: true,
  splitting: true,
  chunkNames: 'chunk-[hash]',
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  packages: 'external',
  jsx: 'automatic',
  logLevel: 'warning',
  define: { 'process.env.NODE_ENV': '"production"' },
});
await buildWeb({ root: join(root, 'src', 'web'), configFile: join(root, 'vite.config.ts'), logLevel: 'warn' });
