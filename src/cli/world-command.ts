import { type FileHandle, mkdir, open, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Command } from 'commander';
import { CandorError } from '../errors/index.ts';
import { writeCsv } from '../present/index.ts';
import {
  accountHistories,
  accountRows,
  companyRows,
  consumerHistories,
  consumerRows,
  createWorld,
  type World,
  type WorldRows,
  type WorldTableName,
  worldReadme,
  worldTableNames,
  worldTables,
} from '../world/index.ts';
import { writeOut } from './output.ts';
import { progressOf } from './progress.ts';

interface Flags {
  readonly accounts: string;
  readonly seed: string;
  readonly out: string;
  readonly consumers?: string;
  readonly until?: string;
  readonly json?: boolean;
  readonly progress?: boolean;
}

export function worldCommand(): Command {
  return new Command('world')
    .description('A simulated company whose truth is known: 36 months as CSV files.')
    .requiredOption('--accounts <n>', 'companies')
    .requiredOption('--seed <n>', 'the same seed makes the same company, 0..4294967295')
    .requiredOption('--out <folder>', 'where the files are written; must be empty or new')
    .option('--consumers <n>', 'consumers (default: two for each company)')
    .option('--until <month>', 'last month, for example 2026-10 (default: the month before this one)')
    .option('--json', 'print what was written as JSON and nothing else')
    .option('--no-progress', 'no progress bar')
    .addHelpText(
      'after',
      '\nExample:\n  candor world --accounts 600 --seed 7 --out company\n  candor audit company/responses.csv --where level=relationship\n',
    )
    .action(async (flags: Flags) => writeWorld(flags));
}

async function writeWorld(flags: Flags): Promise<void> {
  const accounts = wholeNumber(flags.accounts, '--accounts');
  const world = createWorld({
    seed: wholeNumber(flags.seed, '--seed'),
    accounts,
    consumers: flags.consumers === undefined ? 2 * accounts : wholeNumber(flags.consumers, '--consumers'),
    lastMonth: flags.until ?? monthBefore(new Date()),
  });
  const files = await openFiles(flags.out);
  const progress = progressOf({ quiet: flags.progress === false });
  try {
    const total = world.accounts + world.consumers;
    await files.write(companyRows(world));
    for (const rows of customerRows(world)) {
      // Waiting for every customer costs more than making him: only full buffers are awaited.
      if (files.add(rows)) await files.flush();
      progress.onProgress(files.rows.accounts, total, files.rows.responses);
    }
    await files.flush();
    const { seed, consumers, calendar } = world;
    const until = calendar.months.at(-1)!.text;
    const call = `candor world --accounts ${accounts} --seed ${seed} --consumers ${consumers} --until ${until} --out FOLDER`;
    await writeFile(join(flags.out, 'README.md'), worldReadme(world, call));
  } catch (error) {
    throw isSystemError(error) ? notWritable(flags.out, error) : error;
  } finally {
    progress.done();
    await files.close();
  }
  await tell(flags, files.rows);
}

async function tell(flags: Flags, rows: Readonly<Record<WorldTableName, number>>): Promise<void> {
  const written = worldTableNames.map((name) => ({ file: worldTables[name].file, rows: rows[name] }));
  if (flags.json) return writeOut(`${JSON.stringify({ folder: flags.out, files: written }, null, 2)}\n`);
  const lines = written.map(({ file, rows }) => `${rows.toLocaleString('en').padStart(12)}  ${file}`);
  return writeOut(`${lines.join('\n')}\nREADME.md in ${flags.out} says what each column is.\n`);
}

function* customerRows(world: World): Generator<WorldRows> {
  for (const history of accountHistories(world)) yield accountRows(world, history);
  for (const history of consumerHistories(world)) yield consumerRows(world, history);
}

interface WorldFiles {
  readonly rows: Record<WorldTableName, number>;
  /** Takes rows; true when enough has come together to be written. */
  add(rows: WorldRows): boolean;
  flush(): Promise<void>;
  write(rows: WorldRows): Promise<void>;
  close(): Promise<void>;
}

/** Characters that are kept before they are written. */
const bufferLimit = 1 << 20;

async function openFiles(folder: string): Promise<WorldFiles> {
  const handles = new Map<WorldTableName, FileHandle>();
  const waiting = Object.fromEntries(worldTableNames.map((name) => [name, ''])) as Record<WorldTableName, string>;
  const rows = Object.fromEntries(worldTableNames.map((name) => [name, 0])) as Record<WorldTableName, number>;
  const close = async () => {
    for (const handle of handles.values()) await handle.close();
  };
  try {
    for (const name of worldTableNames) {
      const path = join(folder, worldTables[name].file);
      await mkdir(dirname(path), { recursive: true });
      // "wx": files that are there are somebody's; they are never written over.
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

const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'code' in error && 'syscall' in error;

function notWritable(folder: string, error: unknown): unknown {
  if (!isSystemError(error)) return error;
  const why = error.code === 'EEXIST' ? 'it holds files of a simulated company already' : (error.code ?? error.message);
  return new CandorError('CND_OUTPUT', `${folder} cannot be written (${why})`, { folder });
}

function wholeNumber(text: string, flag: string): number {
  if (/^\d{1,12}$/.test(text)) return Number(text);
  throw new CandorError('CND_USAGE', `${flag} needs a whole number, got "${text}"`);
}

/** The last month that is over. */
function monthBefore(now: Date): string {
  const months = now.getUTCFullYear() * 12 + now.getUTCMonth() - 1;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}
