// Makes a fresh clone runnable with Node and npm alone: installs the locked dependencies when they are missing or
// stale and builds when a source changed. Plain JavaScript on Node core, since it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const lockFolder = join(root, '.stamps', 'lock');
const installStamp = join(root, 'node_modules', '.candor-install');
const buildStamp = join(root, 'dist', '.candor-build');

const minimumNode = [20, 19];

/** Installs and builds what is missing or stale. Messages go to standard error: standard output may be piped JSON. */
export async function prepare({ say = (line) => process.stderr.write(`${line}\n`) } = {}) {
  refuseOldNode();
  if (installIsCurrent() && buildIsCurrent()) return;
  await withLock(say, () => {
    if (!installIsCurrent()) install(say);
    if (!buildIsCurrent()) build(say);
  });
}

function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > minimumNode[0] || (major === minimumNode[0] && minor >= minimumNode[1])) return;
  process.stderr.write(`Candor needs Node ${minimumNode.join('.')} or newer, this is ${process.versions.node}.\n`);
  process.exit(2);
}

const hashOf = (parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex');
const lockHash = () => hashOf([readFileSync(join(root, 'package-lock.json'))]);
const readStamp = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '');

function installIsCurrent() {
  if (readStamp(installStamp) === lockHash()) return true;
  if (!installedByHand()) return false;
  writeFileSync(installStamp, lockHash());
  return true;
}

/** An `npm ci` run by hand leaves npm's own record of what it installed: believed when it agrees with the lock file. */
function installedByHand() {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(readFileSync(record, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional, peer }]) => path === '' || optional || peer || present[path]?.version === version,
  );
}

function install(say) {
  say('Candor: installing the locked dependencies (once) …');
  // Development packages hold the build tools; no package may run an install script. npm's own words go to stderr.
  const run = spawnSync('npm', ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (run.status !== 0) {
    say('Candor: the installation failed; the lines above say why. Run the command again when it is mended.');
    process.exit(run.status ?? 3);
  }
  writeFileSync(installStamp, lockHash());
}

/** Everything the build reads, so that a changed source is never served stale. */
function sourceFiles(folder = join(root, 'src')) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      // Not join(): asked 700 times, it took a fifth of the look.
      const path = `${folder}${sep}${entry.name}`;
      if (entry.isDirectory()) return sourceFiles(path);
      return /\.test\.tsx?$/.test(entry.name) ? [] : [path];
    });
}

function buildInputs() {
  const settings = ['package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts', 'scripts/build.mjs'];
  return [...settings.map((name) => join(root, name)).filter(existsSync), ...sourceFiles()];
}

const contentHash = (paths) => hashOf(paths.flatMap((path) => [path.slice(root.length), readFileSync(path)]));

/** Of sizes and times: a tenth of the time of reading 700 files. Equal means unchanged; else the content decides. */
const lookHash = (paths) =>
  hashOf(
    paths.map((path) => {
      const { size, mtimeMs } = statSync(path);
      return `${path.slice(root.length)} ${size} ${mtimeMs}\n`;
    }),
  );

function buildIsCurrent() {
  if (!existsSync(buildStamp)) return false;
  const [content, look] = readStamp(buildStamp).split('\n');
  const paths = buildInputs();
  const seen = lookHash(paths);
  if (look === seen) return true;
  if (content !== contentHash(paths)) return false;
  writeStamp(content, seen);
  return true;
}

function writeStamp(content, look) {
  writeFileSync(`${buildStamp}.new`, `${content}\n${look}`);
  renameSync(`${buildStamp}.new`, buildStamp);
}

function build(say) {
  say('Candor: building …');
  const paths = buildInputs();
  const [content, look] = [contentHash(paths), lookHash(paths)];
  const run = spawnSync(process.execPath, [join(root, 'scripts', 'build.mjs')], { cwd: root, stdio: ['ignore', 2, 2] });
  if (run.status !== 0) {
    say('Candor: the build failed; the lines above say why.');
    process.exit(run.status ?? 3);
  }
  writeStamp(content, look);
}

/** One installation at a time: a second start waits, and takes over a lock whose owner is gone. */
async function withLock(say, work) {
  mkdirSync(dirname(lockFolder), { recursive: true });
  let told = false;
  while (!tryLock()) {
    if (!told) say('Candor: another start is installing or building; waiting for it …');
    told = true;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const release = () => rmSync(lockFolder, { recursive: true, force: true });
  process.once('exit', release);
  try {
    work();
  } finally {
    release();
    process.removeListener('exit', release);
  }
}

function tryLock() {
  try {
    mkdirSync(lockFolder);
    writeFileSync(join(lockFolder, 'pid'), String(process.pid));
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (ownerIsGone()) rmSync(lockFolder, { recursive: true, force: true });
    return false;
  }
}

function ownerIsGone() {
  try {
    const pid = Number(readFileSync(join(lockFolder, 'pid'), 'utf8'));
    if (!pid) return false;
    process.kill(pid, 0);
    return false;
  } catch (error) {
    if (error.code === 'ESRCH') return true;
    // No pid yet: the owner was stopped between the two steps, or is in between them just now.
    if (error.code === 'ENOENT') return existsSync(lockFolder) && Date.now() - statSync(lockFolder).mtimeMs > 5_000;
    return false;
  }
}
