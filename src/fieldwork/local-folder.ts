import { copyFile, lstat, mkdir, mkdtemp, readdir, realpath, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { CandorError } from '../errors/index.ts';
import type { DropFolder } from './drop-folder.ts';

/**
 * A folder of this machine below the one that the operator allows (CANDOR_SOURCES_FOLDER). Links are followed to see where
 * they lead: one that leads outside is refused (`CND_SOURCE`). Links inside the folder are no files.
 */
export async function localFolder(base: string | undefined, folder: string): Promise<DropFolder> {
  if (base === undefined) {
    throw new CandorError('CND_SOURCE', 'folder: the operator allows no folder (CANDOR_SOURCES_FOLDER)', {
      field: 'folder',
    });
  }
  const root = await insideOf(base, folder);
  const place = (name: string) => join(root, plainName(name));
  return {
    async list() {
      const names = (await readdir(root)).sort();
      const files = await Promise.all(
        names.map(async (name) => {
          const found = await lstat(join(root, name)).catch(() => undefined);
          return found?.isFile() ? [{ name, size: found.size, modified: found.mtimeMs }] : [];
        }),
      );
      return files.flat();
    },
    async fetch(name) {
      // Its own copy: what is read twice must be the same twice.
      const own = await mkdtemp(join(tmpdir(), 'candor-drop-'));
      const path = join(own, 'file');
      await copyFile(place(name), path);
      return { path, release: () => rm(own, { recursive: true, force: true }) };
    },
    async put(name, path) {
      const part = join(root, `.${plainName(name)}.part`);
      await copyFile(path, part);
      await rename(part, place(name));
    },
    async move(name, into, asName) {
      await mkdir(join(root, into), { recursive: true });
      await rename(place(name), join(root, into, plainName(asName)));
    },
    remove: (name) => rm(place(name), { force: true }),
    close: async () => undefined,
  };
}

async function insideOf(base: string, folder: string): Promise<string> {
  try {
    const [outer, inner] = [await realpath(base), await realpath(join(base, folder))];
    if (inner === outer || inner.startsWith(outer + sep)) return inner;
  } catch (error) {
    const cause = (error as NodeJS.ErrnoException).code ?? 'unknown';
    throw new CandorError('CND_SOURCE_AWAY', `the folder "${folder}" cannot be opened (${cause})`, { field: 'folder' });
  }
  throw new CandorError('CND_SOURCE', 'folder: leads outside of CANDOR_SOURCES_FOLDER', { field: 'folder' });
}

function plainName(name: string): string {
  if (name !== '' && !name.includes('/') && !name.includes('\\') && name !== '..' && name !== '.') return name;
  throw new CandorError('CND_SOURCE', 'a file of the folder has a name with a path in it', { field: 'folder' });
}
