import { type FileHandle, mkdir, open, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CandorError } from '../errors/index.ts';
import { writeCsv } from '../present/index.ts';
import { type WorldRows, type WorldTableName, worldTableNames, worldTables } from '../world/index.ts';

/** The files of one world, open for writing. */
export interface WorldFiles {
  readonly rows: Record<WorldTableName, number>;
  /** Takes rows; true when enough has come together to be written. */
  add(rows: WorldRows): boolean;
  flush(): Promise<void>;
  write(rows: WorldRows): Promise<void>;
  close(): Promise<void>;
}

/** Characters that are kept before they are written. */
const bufferLimit = 1 << 18;

/** Opens every file with its header in a folder that is new or empty; refuses another (`CND_OUTPUT`). */
export async function openWorldFiles(folder: string): Promise<WorldFiles> {
  const handles = new Map<WorldTableName, FileHandle>();
  const waiting = Object.fromEntries(worldTableNames.map((name) => [name, ''])) as Record<WorldTableName, string>;
  const rows = Object.fromEntries(worldTableNames.map((name) => [name, 0])) as Record<WorldTableName, number>;
  const close = async () => {
    for (const handle of handles.values()) await handle.close();
  };
  try {
    await mkdir(folder, { recursive: true });
    // What is there is somebody's: it is never written over, and never mixed with another company.
    if ((await readdir(folder)).length > 0) throw refusal(folder, 'it is not empty');
    for (const name of worldTableNames) {
      const path = join(folder, worldTables[name].file);
      await mkdir(dirname(path), { recursive: true });
      handles.set(name, await open(path, 'wx'));
      waiting[name] = writeCsv([Object.keys(worldTables[name].columns)]);
    }
  } catch (error) {
    await close();
    throw notWritable(folder, error);
  }
  const add = (more: WorldRows): boolean => {
    let full = false;
    for (const name of Object.keys(more) as WorldTableName[]) {
      rows[name] += more[name]!.length;
      waiting[name] += writeCsv(more[name]!);
      full ||= waiting[name].length > bufferLimit;
    }
    return full;
  };
  const flush = async (): Promise<void> => {
    for (const [name, handle] of handles) {
      const text = waiting[name];
      waiting[name] = '';
      if (text !== '') await handle.writeFile(text);
    }
  };
  const write = async (more: WorldRows): Promise<void> => {
    add(more);
    await flush();
  };
  return { rows, add, flush, write, close };
}

/** The refusal for what the system says; anything else is passed on. */
export function notWritable(folder: string, error: unknown): unknown {
  const isOfSystem = error instanceof Error && 'code' in error && 'syscall' in error;
  return isOfSystem ? refusal(folder, String(error.code)) : error;
}

const refusal = (folder: string, why: string): CandorError =>
  new CandorError('CND_OUTPUT', `${folder} cannot be written (${why})`, { folder });
