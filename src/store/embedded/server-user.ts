import { chownSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { CandorError } from '../../errors/index.ts';

/** The user under whom the server runs; undefined where it is the user of this process. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

/**
 * PostgreSQL refuses to run as root, so root hands over to `nobody`. A number without an entry in the list of users
 * does not do: the server looks itself up by it.
 */
export function serverUser(): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const entry = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .find(([name]) => name === 'nobody');
  if (!entry) throw new CandorError('CND_STORE_FOLDER', 'the database cannot run as root and there is no user nobody');
  return { uid: Number(entry[2]), gid: Number(entry[3]) };
}

/** Refuses a folder with a parent that the user of the server cannot enter, naming that parent. */
export function refuseClosedParents(folder: string, user: ServerUser | undefined): void {
  if (!user) return;
  for (let path = folder; ; path = dirname(path)) {
    if (!mayEnter(path, user)) {
      throw new CandorError('CND_STORE_FOLDER', `the database runs as nobody, who cannot enter ${path}`, { path });
    }
    if (path === dirname(path)) return;
  }
}

function mayEnter(path: string, { uid, gid }: ServerUser): boolean {
  const entry = statSync(path);
  if (entry.uid === uid) return (entry.mode & 0o100) !== 0;
  if (entry.gid === gid) return (entry.mode & 0o010) !== 0;
  return (entry.mode & 0o001) !== 0;
}

export function giveTo(user: ServerUser | undefined, path: string): void {
  if (user) chownSync(path, user.uid, user.gid);
}
