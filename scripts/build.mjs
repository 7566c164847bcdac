// Builds dist/: the public sub-path modules, the command, the server, and the web application.
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { build as buildWeb } from 'vite';
import { root } from './prepare.mjs';

// A test runner sets another, and the page would then carry the slow, talkative React of development.
process.env.NODE_ENV = 'production';

const entries = (modules) =>
  Object.fromEntries(modules.map((module) => [module, join(root, 'src', module, 'index.ts')]));

const shared = {
  outdir: join(root, 'dist'),
  bundle: true,
  splitting: true,
  format: 'esm',
  target: 'node20.19',
  jsx: 'automatic',
  logLevel: 'warning',
  define: { 'process.env.NODE_ENV': '"production"' },
};

/**
 * The messages of zod in fifty languages, which nobody asks for: half a megabyte that every start read. English is
 * inside zod itself.
 */
const withoutLocales = {
  name: 'without-locales',
  setup({ onLoad }) {
    onLoad({ filter: /[/\\]zod[/\\]v4[/\\]locales[/\\]index\.js$/ }, () => ({
      contents: "export { default as en } from './en.js';",
      loader: 'js',
    }));
  },
};

rmSync(join(root, 'dist'), { recursive: true, force: true });

// The library: pure, so it runs in a browser as well.
await build({
  ...shared,
  entryPoints: entries(['numeric', 'inference', 'metrics', 'model']),
  chunkNames: 'library-[hash]',
  platform: 'neutral',
});

// The application. One file loads faster than a hundred: with the packages left outside, half of a short call went into
// finding them. What few calls want stays outside: the document without a browser, React, YAML, SFTP; so does a native library.
await build({
  ...shared,
  entryPoints: {
    ...entries(['cli', 'server']),
    'audit-thread': join(root, 'src/findings/audit-thread.ts'),
    'driver-thread': join(root, 'src/findings/driver-thread.ts'),
    'model-thread': join(root, 'src/findings/model-thread.ts'),
  },
  chunkNames: 'chunk-[hash]',
  platform: 'node',
  external: ['@node-rs/argon2', 'ssh2-sftp-client', 'happy-dom', 'react', 'react-dom', 'yaml', 'pg-native'],
  plugins: [withoutLocales],
  // Packages written for require() still ask for it inside a module.
  banner: {
    js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
  },
});

// What runs in browsers of others, one file each: a widget on the page of a host, a kiosk and what keeps it offline.
const inBrowser = { loader: 'widget/loader', form: 'widget/form', kiosk: 'kiosk/kiosk', worker: 'kiosk/worker' };
await build({
  entryPoints: Object.fromEntries(
    Object.entries(inBrowser).map(([name, path]) => [name, join(root, 'src', `${path}.ts`)]),
  ),
  outdir: join(root, 'dist', 'browser'),
  bundle: true,
  format: 'iife',
  target: 'es2022',
  minify: true,
  logLevel: 'warning',
  plugins: [withoutLocales],
});

// Read at run time, by the same path as beside the source.
cpSync(join(root, 'src', 'store', 'migrations'), join(root, 'dist', 'migrations'), { recursive: true });

await buildWeb({ root: join(root, 'src', 'web'), configFile: join(root, 'vite.config.ts'), logLevel: 'warn' });
