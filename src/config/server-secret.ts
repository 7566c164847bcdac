import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CandorError } from '../errors/index.ts';
import type { Config } from './config.ts';

/**
 * The secret from which the links of invitations are made: CANDOR_SECRET, else the file `secret` in the home folder,
 * which is made at the first start and only its owner can read. Links that were sent work on under another one, but a
 * reminder would show a new link. Refused: a folder that cannot be written (`CND_STORE_FOLDER`).
 */
export function serverSecret({ secret, store: { home } }: Pick<Config, 'secret' | 'store'>): string {
  return secret ?? kept(join(home, 'secret')) ?? made(home);
}

function kept(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim() || undefined;
  } catch {
    return undefined;
  }
}

function made(home: string): string {
  const path = join(home, 'secret');
  const draft = `${path}.${process.pid}`;
  try {
    makeFolder(home);
    writeFileSync(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 });
    try {
      // Whole or not at all, and of two that start at once the first one's.
      linkSync(draft, path);
    } finally {
      rmSync(draft, { force: true });
    }
  } catch (error) {
    const there = kept(path);
    if (there !== undefined) return there;
    const why = (error as Error).message;
    throw new CandorError('CND_STORE_FOLDER', `${path} cannot be made (${why}), and CANDOR_SECRET is not set`, {
      path,
    });
  }
  return kept(path)!;
}

/** One by one: the recursive mkdir of Node 20 never ends where the system makes no folders (/proc). */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path, { mode: 0o700 });
}
