import { linkSync, mkdirSync, readdirSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CandorError } from '../../errors/index.ts';
import type { HomeFolder } from './home-folder.ts';

/** A first start copies 60 MB and makes a data folder in about 3 s; a recovery after a crash took up to 2 s. */
const patience = 60_000;

/** Runs `work` while no other process starts or stops the server of this home. */
export async function withLaunchLock<T>({ lock, home }: HomeFolder, work: () => Promise<T>): Promise<T> {
  const own = `${lock}.${process.pid}.${Math.trunc(performance.now() * 1000)}`;
  writeFileSync(own, identityOf(process.pid), { mode: 0o600 });
  const givenUpAt = performance.now() + patience;
  try {
    while (!taken(own, lock)) {
      if (performance.now() > givenUpAt) {
        throw new CandorError('CND_STORE_BUSY', `another process is starting or stopping the database in ${home}`, {
          path: home,
        });
      }
      await sleep(50);
    }
    try {
      return await work();
    } finally {
      unlinkSync(lock);
    }
  } finally {
    rmSync(own, { force: true });
  }
}

/** A hard link is made whole or not at all, so a lock always names its holder; one of a dead process is taken away. */
function taken(own: string, lock: string): boolean {
  try {
    linkSync(own, lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  try {
    if (!isSame(readFileSync(lock, 'utf8'))) rmSync(lock, { force: true });
  } catch {
    // It was given back between the two calls.
  }
  return false;
}

export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * A process by its number and the moment it began, where the system tells it: a number comes again, on a busy machine
 * within minutes, and whoever wore it would hold the lock of a killed one for ever.
 */
function identityOf(pid: number): string {
  try {
    // Behind the name of the program, which may hold spaces and brackets: the 20th value from there.
    const values = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
    return `${pid} ${values[19]}`;
  } catch {
    return String(pid);
  }
}

/** Whether the process that wrote its identity still runs. */
function isSame(identity: string): boolean {
  const [pid = '', began] = identity.split(' ');
  return isAlive(Number(pid)) && (began === undefined || identityOf(Number(pid)) === identity);
}

let clientCount = 0;

/** Notes that this process uses the server; the answer takes the note away and says whether it was the last one. */
export function joinClients({ clients }: HomeFolder): () => boolean {
  clientCount += 1;
  const note = join(clients, `${process.pid}.${clientCount}`);
  mkdirSync(clients, { recursive: true, mode: 0o700 });
  writeFileSync(note, identityOf(process.pid), { mode: 0o600 });
  return () => {
    rmSync(note, { force: true });
    return liveClients(clients) === 0;
  };
}

/** Counts the users of the server; notes of processes that were killed are swept away. */
function liveClients(clients: string): number {
  const notes = readdirSync(clients);
  const live = notes.filter((note) => isSame(readNote(join(clients, note)) || note.split('.')[0]!));
  for (const note of notes) if (!live.includes(note)) rmSync(join(clients, note), { force: true });
  return live.length;
}

/** Nothing where its process took it away meanwhile, or wrote none: a Candor of before. */
function readNote(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
