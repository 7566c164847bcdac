import { readFile, writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import type { FileKind, ImportedFile } from '../collect/index.ts';
import { readConfig } from '../config/index.ts';
import { CandorError } from '../errors/index.ts';
import { visibleText, writeCsv } from '../present/index.ts';
import type { Store } from '../store/index.ts';
import { writeOut } from './output.ts';
import { progressOf } from './progress.ts';

interface Flags {
  readonly workspace?: string;
  readonly kind?: string;
  readonly mapping?: string;
  readonly dryRun?: boolean;
  readonly undo?: string;
  readonly report?: string;
  readonly json?: boolean;
  readonly progress?: boolean;
}

export function importCommand(): Command {
  return new Command('import')
    .description('Import a file into a workspace, all of it or nothing; or undo an import.')
    .argument('[file]', 'CSV, TSV or XLSX')
    .option('--workspace <slug>', 'the workspace')
    .option('--kind <kind>', 'answers, accounts, contacts, outcomes or service-kpis')
    .option('--mapping <file>', 'JSON that says which column is what; what it leaves out is detected')
    .option('--dry-run', 'say what would be imported, and keep nothing')
    .option('--report <file>', 'also write every row that was not taken, with its reason, as CSV')
    .option('--undo <id>', 'take this import away again')
    .option('--json', 'print the result as JSON and nothing else')
    .option('--no-progress', 'no progress bar')
    .addHelpText(
      'after',
      '\nExample:\n  candor import answers.csv --workspace acme --kind answers --dry-run\n  candor import --undo 0192f3a4-…\n',
    )
    .action(async (file: string | undefined, flags: Flags) => {
      if (flags.undo !== undefined) return withStore((store) => undo(store, flags.undo!, flags));
      if (file === undefined) throw usage('candor import needs a file, or --undo ID');
      if (flags.workspace === undefined) throw usage('candor import needs --workspace SLUG');
      return withStore((store) => importOne(store, file, flags));
    });
}

const usage = (message: string): CandorError => new CandorError('CND_USAGE', message);

async function withStore(work: (store: Store) => Promise<void>): Promise<void> {
  const { openStore } = await import('../store/index.ts');
  const store = await openStore(readConfig(process.env).store, { connections: 4 });
  try {
    await work(store);
  } finally {
    await store.close();
  }
}

async function importOne(store: Store, path: string, flags: Flags): Promise<void> {
  const { fileKinds, importFile, readGivenMapping } = await import('../collect/index.ts');
  const kind = fileKinds.find((known) => known === flags.kind);
  if (!kind) throw usage(`--kind needs ${fileKinds.join(', ')}, got "${flags.kind ?? ''}"`);
  const given = flags.mapping === undefined ? undefined : readGivenMapping(await readJson(flags.mapping), kind);
  const workspaceId = await workspaceNamed(store, flags.workspace!);
  const progress = progressOf({ quiet: flags.progress === false || flags.json === true });
  let imported: ImportedFile;
  try {
    imported = await importFile(
      store,
      workspaceId,
      { kind, name: fileNameOf(path), open: () => ({ name: path, path }), given },
      {
        clock: () => new Date(),
        dryRun: flags.dryRun === true,
        onProgress: ({ share, rows }) =>
          progress.onProgress(Math.round((share ?? 0) * 1_000), share === undefined ? undefined : 1_000, rows),
      },
    );
  } finally {
    progress.done();
  }
  if (flags.report !== undefined) await writeReport(flags.report, imported);
  await tell(imported, { kind, path, flags });
}

async function workspaceNamed(store: Store, slug: string): Promise<string> {
  const { workspaceOfSlug } = await import('../people/index.ts');
  const id = await workspaceOfSlug(store, slug);
  if (id !== undefined) return id;
  throw new CandorError('CND_NOT_FOUND', `there is no workspace "${slug}"`, { workspace: slug });
}

const fileNameOf = (path: string): string => path.split(/[/\\]/).at(-1)!;

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    const why = error instanceof SyntaxError ? 'it is no JSON' : ((error as NodeJS.ErrnoException).code ?? 'unknown');
    throw new CandorError('CND_IMPORT_MAPPING', `the mapping "${path}" cannot be read (${why})`, { file: path });
  }
}

async function writeReport(path: string, { problems }: ImportedFile): Promise<void> {
  const rows = problems.map(({ line, reason, field, value, rejected }) => [line, reason, field, value, rejected]);
  try {
    await writeFile(path, writeCsv([['line', 'reason', 'field', 'value', 'rejected'], ...rows]));
  } catch (error) {
    const cause = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new CandorError('CND_OUTPUT', `"${path}" cannot be written (${cause})`, { file: path, cause });
  }
}

async function tell(
  imported: ImportedFile,
  { kind, path, flags }: { readonly kind: FileKind; readonly path: string; readonly flags: Flags },
): Promise<void> {
  const { id, read, used, rejected, known, reasons, mapping, assumed, columns } = imported;
  if (flags.json) {
    const rows = { read, used, rejected, known, reasons };
    const document = {
      ...(id ? { import: id } : {}),
      dryRun: flags.dryRun === true,
      kind,
      rows,
      assumed,
      mapping,
      columns,
    };
    return writeOut(`${JSON.stringify(document, null, 2)}\n`);
  }
  const number = (value: number): string => value.toLocaleString('en');
  const lines = [
    `${id ? 'Imported' : 'Dry run, nothing kept:'} ${fileNameOf(path)} as ${kind}${id ? ` (import ${id})` : ''}`,
    `${number(read)} rows read, ${number(used)} used (${number(known)} of them known already), ${number(rejected)} rejected`,
    ...reasons.map(
      ({ reason, count, firstLine, rejected: whole }) =>
        `  ${number(count)} ${reason}, first on line ${firstLine}${whole ? '' : ' (the cell is left out, the row is used)'}`,
    ),
    ...assumed.map(({ what, value, why }) => `Assumed: ${what} ${value} (${why})`),
    ...Object.entries(mapping.columns).map(([field, column]) => `Column:  ${field} = ${column}`),
    ...(mapping.scores ?? []).map(
      ({ column, metric, scale }) => `Score:   ${column} = ${metric}, ${scale.min}-${scale.max}`,
    ),
    ...(id ? [`Undo:    candor import --undo ${id}`] : []),
  ];
  await writeOut(`${lines.map(visibleText).join('\n')}\n`);
}

async function undo(store: Store, id: string, flags: Flags): Promise<void> {
  const { findImportAnywhere, undoImport } = await import('../collect/index.ts');
  const workspaceId = await findImportAnywhere(store, id);
  if (flags.workspace !== undefined && (await workspaceNamed(store, flags.workspace)) !== workspaceId) {
    throw new CandorError('CND_NOT_FOUND', `the workspace "${flags.workspace}" has no import ${id}`, { import: id });
  }
  await undoImport(store, workspaceId, { id, now: new Date() });
  await writeOut(flags.json ? `${JSON.stringify({ undone: id }, null, 2)}\n` : `Import ${id} is undone\n`);
}
