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
  writeFileSync(own, String(process.pid), { mode: 0o600 });
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
    if (!isAlive(Number(readFileSync(lock, 'utf8')))) rmSync(lock, { force: true });
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

let clientCount = 0;

/** Notes that this process uses the server; the answer takes the note away and says whether it was the last one. */
export function joinClients({ clients }: HomeFolder): () => boolean {
  clientCount += 1;
  const note = join(clients, `${process.pid}.${clientCount}`);
  mkdirSync(clients, { recursive: true, mode: 0o700 });
  writeFileSync(note, '', { mode: 0o600 });
  return () => {
    rmSync(note, { force: true });
    return liveClients(clients) === 0;
  };
}

/** Counts the users of the server; notes of processes that were killed are swept away. */
function liveClients(clients: string): number {
  const notes = readdirSync(clients);
  const live = notes.filter((note) => isAlive(Number(note.split('.')[0])));
  for (const note of notes) if (!live.includes(note)) rmSync(join(clients, note), { force: true });
  return live.length;
}
