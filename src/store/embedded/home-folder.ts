import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, statfsSync, unlinkSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CandorError } from '../../errors/index.ts';
import { refuseClosedParents, type ServerUser } from './server-user.ts';

/** The folders and files of one embedded store, all below CANDOR_HOME. */
export interface HomeFolder {
  readonly home: string;
  readonly data: string;
  readonly log: string;
  readonly clients: string;
  readonly lock: string;
}

/** Below this the server could not keep its write-ahead log (see server-settings.ts) while it recovers. */
const leastFreeBytes = 256 * 1024 * 1024;

/** Makes the home folder and refuses one that cannot serve: not writable, not to be entered, or on a full disk. */
export function prepareHome(home: string, user: ServerUser | undefined): HomeFolder {
  const folder = {
    home,
    data: join(home, 'postgresql'),
    log: join(home, 'postgresql.log'),
    clients: join(home, 'clients'),
    lock: join(home, 'launch.lock'),
  };
  try {
    // As root the server's own user must pass through; what is secret inside has its own, narrower rights.
    makeFolders(home, user ? 0o755 : 0o700);
    makeFolders(folder.clients, 0o700);
    const probe = join(home, `.probe-${process.pid}`);
    const file = openSync(probe, 'w', 0o600);
    try {
      writeSync(file, 'candor');
    } finally {
      closeSync(file);
      unlinkSync(probe);
    }
  } catch (error) {
    throw folderError(error, home);
  }
  refuseClosedParents(home, user);
  const { bavail, bsize } = statfsSync(home);
  if (bavail * bsize < leastFreeBytes) {
    throw new CandorError(
      'CND_STORE_DISK',
      `${home} has ${Math.floor((bavail * bsize) / 2 ** 20)} MB free, needs 256`,
      {
        path: home,
        freeBytes: bavail * bsize,
      },
    );
  }
  return folder;
}

/** Each by itself: the recursive mkdir of Node 20 never ends where the system makes no folders (/proc). */
function makeFolders(path: string, mode: number): void {
  if (existsSync(path)) return;
  makeFolders(dirname(path), mode);
  try {
    mkdirSync(path, { mode });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** The disk's or the folder's own refusal as one of ours; anything else as it is. */
export function folderError(error: unknown, path: string): unknown {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new CandorError('CND_STORE_DISK', `there is no space left for ${path}`, { path });
  }
  if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOENT'].includes(code)) {
    return new CandorError('CND_STORE_FOLDER', `${path} cannot be written (${code})`, { path });
  }
  return error;
}

/** A password kept in a file that only this user reads; made on first use. */
export function secret(home: string, name: string): string {
  const path = join(home, `${name}.secret`);
  if (!existsSync(path)) {
    const file = openSync(path, 'wx', 0o600);
    writeSync(file, randomBytes(24).toString('base64url'));
    closeSync(file);
  }
  return readFileSync(path, 'utf8').trim();
}
