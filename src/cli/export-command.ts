import { Command } from 'commander';
import { readConfig } from '../config/index.ts';
import { CandorError } from '../errors/index.ts';
import type { ExportedFile, ExportFormat } from '../exchange/index.ts';
import { engine } from '../findings/index.ts';
import { parseView, type View } from '../view/index.ts';
import { writeOut } from './output.ts';
import { progressOf } from './progress.ts';

interface Flags {
  readonly workspace: string;
  readonly format: string;
  readonly out?: string;
  readonly names?: boolean;
  readonly bom?: boolean;
  readonly json?: boolean;
  readonly progress?: boolean;
  readonly [filter: string]: string | readonly string[] | boolean | undefined;
}

const single = ['level', 'from', 'to'] as const;
const listed = ['touchpoint', 'segment', 'unit', 'role', 'channel'] as const;

export function exportCommand(): Command {
  const again = (value: string, before: readonly string[] = []) => [...before, value];
  return new Command('export')
    .description('Write the answers of a workspace, or all of it, into a file.')
    .requiredOption('--workspace <name>', 'short name of the workspace')
    .requiredOption(
      '--format <format>',
      'csv, xlsx, jsonl, parquet or sav; jsonl without a filter is the whole workspace',
    )
    .option('--out <file>', 'where to write (default: standard output); a name that ends in .gz is packed')
    .option('--level <level>', 'relationship or encounter')
    .option('--touchpoint <key>', 'only this touchpoint; may be given several times', again)
    .option('--segment <name>', 'only this segment; several', again)
    .option('--unit <code>', 'only this org unit; several', again)
    .option('--role <role>', 'only this role of the respondent; several', again)
    .option('--channel <name>', 'only this channel; several', again)
    .option('--from <day>', 'first day, for example 2026-01-01')
    .option('--to <day>', 'day after the last one')
    .option('--names', 'names and addresses of respondents too')
    .option('--bom', 'CSV that Excel takes for UTF-8')
    .option('--json', 'print what was written as JSON; needs --out')
    .option('--no-progress', 'no progress line')
    .addHelpText(
      'after',
      '\nExample:\n  candor export --workspace acme --format xlsx --from 2026-01-01 --out answers.xlsx\n  candor export --workspace acme --format jsonl --out acme.jsonl.gz   (the whole workspace; see docs/guides/export.md)\n',
    )
    .action(async (flags: Flags) => runExport(flags));
}

async function runExport(flags: Flags): Promise<void> {
  const { view, isFiltered } = viewOf(flags);
  const { exportFormats, operatorIn } = await import('../exchange/index.ts');
  const format = exportFormats.find((known) => known === flags.format);
  if (!format) {
    throw new CandorError('CND_USAGE', `--format needs ${exportFormats.join(', ')}, got "${flags.format}"`);
  }
  if (flags.out === undefined && flags.json) throw new CandorError('CND_USAGE', '--json needs --out FILE');
  if (flags.out === undefined && process.stdout.isTTY) {
    throw new CandorError('CND_USAGE', 'a terminal is no place for a file: give --out FILE, or redirect the output');
  }
  const { openStore } = await import('../store/index.ts');
  const store = await openStore(readConfig(process.env).store, { connections: 2 });
  const progress = progressOf({ quiet: flags.progress === false });
  try {
    const exporter = await operatorIn(store, flags.workspace);
    const file = await exported(store, {
      exporter,
      view,
      format,
      whole: format === 'jsonl' && !isFiltered && !flags.names,
      flags,
      onRows: (rows) => progress.onProgress(0, undefined, rows),
    });
    await deliver(file, format, flags);
  } finally {
    progress.done();
    await store.close();
  }
}

async function exported(
  store: Parameters<typeof import('../exchange/index.ts').exportAnswers>[0],
  ask: {
    exporter: import('../exchange/index.ts').Operator;
    view: View;
    format: ExportFormat;
    whole: boolean;
    flags: Flags;
    onRows: (rows: number) => void;
  },
): Promise<ExportedFile> {
  const { exportAnswers, exportWorkspace } = await import('../exchange/index.ts');
  const { exporter, view, format, whole, flags, onRows } = ask;
  const common = { exporter, engine, now: new Date(), onRows };
  if (whole) return exportWorkspace(store, common);
  return exportAnswers(store, {
    ...common,
    view,
    format,
    personal: flags.names === true,
    byteOrderMark: flags.bom === true,
  });
}

/** Writes the file, and beside a format that cannot hold it the codebook. */
async function deliver(file: ExportedFile, format: ExportFormat, flags: Flags): Promise<void> {
  const { out } = flags;
  if (out === undefined) return pipeOut(file.bytes);
  const { codebookText, formats, writeWhole } = await import('../exchange/index.ts');
  const bytes = await writeWhole(out, file.bytes, { gzip: out.endsWith('.gz') });
  const files = [out];
  if (file.codebook && !formats[format].holdsCodebook) {
    const beside = `${out.replace(/(\.[a-z]+)?(\.gz)?$/i, '')}.codebook.json`;
    const text = codebookText(file.codebook);
    await writeWhole(
      beside,
      (async function* () {
        yield Buffer.from(text);
      })(),
    );
    files.push(beside);
  }
  const { rows, shortened } = file.written;
  if (flags.json) return writeOut(`${JSON.stringify({ files, format, rows, shortened, bytes }, null, 2)}\n`);
  const cut = shortened > 0 ? `; ${shortened} texts were too long for ${format} and were shortened` : '';
  process.stderr.write(`${rows.toLocaleString('en')} rows in ${files.join(' and ')}${cut}\n`);
}

async function pipeOut(bytes: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const piece of bytes) {
    await new Promise<void>((resolve, reject) => {
      process.stdout.write(piece, (error) => {
        const cause = (error as NodeJS.ErrnoException | null | undefined)?.code;
        if (!error || cause === 'EPIPE') return resolve();
        reject(new CandorError('CND_OUTPUT', `standard output cannot be written (${cause})`, {}));
      });
    });
    // A reader that stops reading (head, less) is content.
    if (process.stdout.destroyed) return;
  }
}

function viewOf(flags: Flags): { view: View; isFiltered: boolean } {
  const pairs = [...single, ...listed].flatMap((key) =>
    [flags[key]].flat().flatMap((value): [string, string][] => (typeof value === 'string' ? [[key, value]] : [])),
  );
  return { view: parseView(pairs), isFiltered: pairs.length > 0 };
}
