import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CandorError } from '../errors/index.ts';
import type { Config } from './config.ts';

/**
 * The secret of this server: CANDOR_SECRET, else the file `secret` of the home folder, made when it is first asked for.
 * Processes that make it at once agree on one.
 */
export function serverSecret({ secret, store }: Pick<Config, 'secret' | 'store'>): string {
  if (secret !== undefined) return secret;
  const path = join(store.home, 'secret');
  try {
    mkdirSync(store.home, { recursive: true });
    if (!existsSync(path)) makeSecret(path);
  } catch (error) {
    throw unreadable(error);
  }
  try {
    const kept = readFileSync(path, 'utf8').trim();
    if (kept.length >= 32) return kept;
  } catch (error) {
    throw unreadable(error);
  }
  throw new CandorError('CND_SETTING', 'the file `secret` of CANDOR_HOME is shorter than 32 characters', {
    name: 'CANDOR_SECRET',
  });
}

/** Written under a name of its own and then linked: nobody reads half of it, and the first of several is kept. */
function makeSecret(path: string): void {
  const own = `${path}.${process.pid}`;
  writeFileSync(own, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 });
  try {
    linkSync(own, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    unlinkSync(own);
  }
}

function unreadable(error: unknown): CandorError {
  const cause = (error as NodeJS.ErrnoException).code ?? 'unknown';
  const message = `the file \`secret\` of CANDOR_HOME can neither be read nor made (${cause}); set CANDOR_SECRET`;
  return new CandorError('CND_SETTING', message, { name: 'CANDOR_SECRET' });
}
