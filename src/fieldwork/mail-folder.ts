import { mkdir, open, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { CandorError } from '../errors/index.ts';
import { type MailEffect, type MailReceiving, receiveMail } from './receive-mail.ts';

/** What was found in a folder at one look. */
export interface FolderReading {
  readonly taken: Readonly<Partial<Record<MailEffect, number>>>;
  /** Whether more waits: then it is worth to look again at once. */
  readonly isFull: boolean;
}

const usualMost = 200;
/** Of a larger one the rest says nothing that is read. */
const mostBytes = 1024 * 1024;

/**
 * Reads a maildir, as mail servers fill it: every mail in `new` is taken, oldest first, and moved to `cur` after its
 * commit. Whoever is killed in between takes it again, and the store knows it. What cannot be taken for a trouble of the
 * store stays where it is. A folder that is none is refused (`CND_SETTING`).
 */
export async function readMailFolder(
  receiving: MailReceiving,
  folder: string,
  most = usualMost,
): Promise<FolderReading> {
  const names = await mailsIn(folder);
  const taken: Partial<Record<MailEffect, number>> = {};
  const troubles: unknown[] = [];
  for (const name of names.slice(0, most)) {
    const path = join(folder, 'new', name);
    try {
      const raw = await bytesOf(path);
      // Another worker was quicker.
      if (raw === undefined) continue;
      const effect = await receiveMail(receiving, raw);
      taken[effect] = (taken[effect] ?? 0) + 1;
      await rename(path, join(folder, 'cur', `${name}:2,S`)).catch(goneIsFine);
    } catch (error) {
      // The others need not wait for one that cannot be taken now.
      troubles.push(error);
    }
  }
  if (troubles.length > 0) throw troubles[0];
  return { taken, isFull: names.length > most };
}

/** Names of a maildir begin with the second of their delivery. */
async function mailsIn(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(join(folder, 'new'), { withFileTypes: true });
    await mkdir(join(folder, 'cur'), { recursive: true });
    return entries
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map(({ name }) => name)
      .sort();
  } catch (error) {
    const cause = (error as NodeJS.ErrnoException).code ?? 'unknown';
    const message = `CANDOR_MAIL_FOLDER needs a maildir that can be read and changed, with the folders new and cur (${cause})`;
    throw new CandorError('CND_SETTING', message, { name: 'CANDOR_MAIL_FOLDER' });
  }
}

async function bytesOf(path: string): Promise<Buffer | undefined> {
  const file = await open(path).catch(goneIsFine);
  if (!file) return undefined;
  try {
    const buffer = Buffer.alloc(Math.min((await file.stat()).size, mostBytes));
    const { bytesRead } = await file.read(buffer, 0, buffer.length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function goneIsFine(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
  throw error;
}
