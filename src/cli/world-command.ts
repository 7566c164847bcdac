import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import {
  accountHistories,
  accountRows,
  companyRows,
  consumerHistories,
  consumerRows,
  createWorld,
  monthBefore,
  type World,
  type WorldRows,
  type WorldTableName,
  worldReadme,
  worldTableNames,
  worldTables,
} from '../world/index.ts';
import { writeOut } from './output.ts';
import { progressOf } from './progress.ts';
import { wholeNumber } from './whole-number.ts';
import { notWritable, openWorldFiles } from './world-files.ts';

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
  const files = await openWorldFiles(flags.out);
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
    throw notWritable(flags.out, error);
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
