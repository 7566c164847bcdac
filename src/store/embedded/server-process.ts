import { spawn } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CandorError } from '../../errors/index.ts';
import type { ServerAddress } from '../address.ts';
import { type EngineFiles, engineMajor } from './engine-files.ts';
import { folderError, type HomeFolder, secret } from './home-folder.ts';
import { isAlive } from './launch-lock.ts';
import { serverSettings } from './server-settings.ts';
import { giveTo, type ServerUser } from './server-user.ts';

/** The administrator of the embedded server: makes databases and roles, serves no request. */
export const administrator = 'candor_admin';

/** No secret of ours and no setting of PostgreSQL reaches the programs from outside. */
const environment = { LC_ALL: 'C', TZ: 'UTC' };

/** Makes the data folder on first use and refuses one of another major version. */
export async function prepareData(
  folder: HomeFolder,
  engine: EngineFiles,
  user: ServerUser | undefined,
): Promise<void> {
  const version = join(folder.data, 'PG_VERSION');
  if (existsSync(folder.data)) {
    const found = readVersion(version, folder.data);
    if (found === String(engineMajor)) return;
    throw new CandorError(
      'CND_STORE_VERSION',
      `${folder.data} was written by PostgreSQL ${found}, this Candor brings PostgreSQL ${engineMajor}`,
      { path: folder.data, found, needed: engineMajor },
    );
  }
  const unfinished = `${folder.data}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  giveTo(user, unfinished);
  const passwordFile = `${unfinished}.password`;
  writeFileSync(passwordFile, `${secret(folder.home, administrator)}\n`, { mode: 0o600 });
  giveTo(user, passwordFile);
  const args = ['-D', unfinished, '-U', administrator, '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  const trouble = await runToEnd(engine.initdb, [...args, '--no-locale', '--encoding=UTF8', '--no-instructions'], user);
  rmSync(passwordFile, { force: true });
  if (trouble !== undefined) throw startError(trouble, folder);
  renameSync(unfinished, folder.data);
}

/** What a program said when it failed; undefined when it did its work. */
function runToEnd(program: string, args: readonly string[], user: ServerUser | undefined): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { ...user, cwd: '/', env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text));
    child.once('error', (error) => resolve(String(error)));
    child.once('close', (code) => resolve(code === 0 ? undefined : said));
  });
}

function readVersion(version: string, data: string): string {
  try {
    return readFileSync(version, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw folderError(error, data);
    throw new CandorError('CND_STORE_FOLDER', `${data} is not a data folder of PostgreSQL`, { path: data });
  }
}

/** Starts the server apart from this process, so that Ctrl-C reaches only us and we stop it in order. */
export async function startServer(
  folder: HomeFolder,
  engine: EngineFiles,
  options: { port: number; user: ServerUser | undefined },
): Promise<void> {
  const log = openSync(folder.log, 'w', 0o600);
  const child = spawn(engine.postgres, ['-D', folder.data, ...serverSettings(options.port)], {
    ...options.user,
    cwd: '/',
    env: environment,
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const gone = new Promise<Error>((resolve) => {
    child.once('error', resolve);
    child.once('exit', () => resolve(startError(readLog(folder), folder)));
  });
  child.unref();
  // 120 s: a recovery replays at most the write-ahead log of server-settings.ts.
  const failure = await Promise.race([gone, untilReady(folder, 120_000)]);
  if (failure) throw failure;
}

async function untilReady(folder: HomeFolder, patience: number): Promise<Error | undefined> {
  const givenUpAt = performance.now() + patience;
  while (performance.now() < givenUpAt) {
    // PostgreSQL writes "ready" in the eighth line when it takes connections.
    if (readPidFile(folder)?.state === 'ready') return undefined;
    await sleep(20);
  }
  return startError(`not ready after ${patience / 1000} s\n${readLog(folder)}`, folder);
}

interface PidFile {
  readonly pid: number;
  readonly port: number;
  readonly state: string;
}

/** What postmaster.pid says of a running server; undefined where none runs. */
export function readPidFile({ data }: Pick<HomeFolder, 'data'>): PidFile | undefined {
  const path = join(data, 'postmaster.pid');
  if (!existsSync(path)) return undefined;
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .map((line) => line.trim());
  const pid = Number(lines[0]);
  if (!isAlive(pid) || !isServer(pid, data)) return undefined;
  return { pid, port: Number(lines[3]), state: lines[7] ?? '' };
}

/** After a restart of the machine another program may wear the number. Where the system does not tell, it is believed. */
function isServer(pid: number, data: string): boolean {
  const commandLine = `/proc/${pid}/cmdline`;
  if (!existsSync('/proc/self/cmdline')) return true;
  try {
    return readFileSync(commandLine, 'utf8').includes(data);
  } catch {
    return false;
  }
}

/** Takes away the note of a server that is gone when another program wears its number: PostgreSQL would refuse to start. */
export function removeStalePidFile(folder: HomeFolder): void {
  if (!readPidFile(folder)) rmSync(join(folder.data, 'postmaster.pid'), { force: true });
}

/** Stops in order (open transactions are rolled back, everything is written), and hard after 30 s. */
export async function stopServer(folder: HomeFolder): Promise<void> {
  const running = readPidFile(folder);
  if (!running) return;
  for (const [signal, patience] of [
    ['SIGINT', 30_000],
    ['SIGQUIT', 10_000],
  ] as const) {
    process.kill(running.pid, signal);
    const givenUpAt = performance.now() + patience;
    while (isAlive(running.pid) && performance.now() < givenUpAt) await sleep(20);
    if (!isAlive(running.pid)) return;
  }
}

export function addressOf(folder: HomeFolder, port: number): ServerAddress {
  return {
    host: '127.0.0.1',
    port,
    user: administrator,
    password: secret(folder.home, administrator),
    database: 'postgres',
  };
}

function readLog({ log }: HomeFolder): string {
  // Asked for whenever a server ends, also when its home is gone by then.
  if (!existsSync(log)) return '';
  chmodSync(log, 0o600);
  return readFileSync(log, 'utf8');
}

function startError(text: string, { home, data }: HomeFolder): CandorError {
  const last = text.trim().split('\n').slice(-3).join(' | ');
  if (/address already in use|could not bind/i.test(text)) {
    return new CandorError('CND_STORE_PORT', `the port of the embedded database is taken: ${last}`);
  }
  if (/no space left|disk quota/i.test(text)) {
    return new CandorError('CND_STORE_DISK', `there is no space left for ${data}: ${last}`, { path: data });
  }
  if (/permission denied|read-only file system|EACCES|invalid permissions|wrong ownership/i.test(text)) {
    return new CandorError('CND_STORE_FOLDER', `the database cannot use ${home}: ${last}`, { path: home });
  }
  return new CandorError('CND_STORE_START', `the embedded database did not start: ${last}`, { path: home });
}
