import { CandorError } from '../errors/index.ts';
import { type Access, type Action, recordEvent, type WorkspaceSettings } from '../people/index.ts';
import type { Store } from '../store/index.ts';
import { printView, type View } from '../view/index.ts';
import type { AnswerParts } from './answer-columns.ts';
import { type AnswerAsk, answerTable } from './answer-table.ts';
import type { OnRows } from './archive-writer.ts';
import { backup } from './backup.ts';
import { type Codebook, codebookText } from './codebook.ts';
import { type DecisionAsk, decisionTable } from './decision-table.ts';
import { type ExportFormat, formats } from './export-format.ts';
import { type ExportTable, encoder, type WrittenTable } from './export-table.ts';
import { workspaceArchive } from './workspace-export.ts';

/** Whoever runs a command on the machine of the store: what he may read there, no gate can keep from him. */
export interface Operator {
  readonly kind: 'operator';
  readonly workspace: WorkspaceSettings;
}

export type Exporter = Access | Operator;

export interface ExportAsk {
  readonly exporter: Exporter;
  readonly view: View;
  /** Only the responses that a figure of the view counts. */
  readonly counted?: boolean;
  /** Names and addresses too. */
  readonly personal: boolean;
  readonly engine: string;
  readonly now: Date;
}

/** A file on its way out. The bytes are read from the store as they are taken. */
export interface ExportedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: AsyncGenerator<Uint8Array>;
  /** Final once the last byte is out. */
  readonly written: WrittenTable;
  /** Known once the first byte is out. */
  codebook?: Codebook;
}

/** The answers of a view in a format. */
export async function exportAnswers(
  store: Store,
  ask: ExportAsk & { format: ExportFormat; byteOrderMark?: boolean; onRows?: OnRows },
): Promise<ExportedFile> {
  const { format, byteOrderMark = false, onRows } = ask;
  const { extension, mediaType, measured, writer } = formats[format];
  const answers = await pass(store, ask, { kind: 'answers', format });
  const written: WrittenTable = { rows: 0, shortened: 0 };
  const file: ExportedFile = {
    name: fileName(ask, `answers.${extension}`),
    mediaType,
    written,
    bytes: store.fromSnapshot(async function* (connection) {
      const table = await answerTable(connection, { ...answers, measured });
      file.codebook = table.codebook;
      const write = await writer({ byteOrderMark });
      yield* write(counted(table, onRows), written);
    }),
  };
  return file;
}

/** What the columns of such an export are: the companion of formats that cannot hold it. */
export async function exportCodebook(store: Store, ask: ExportAsk): Promise<ExportedFile> {
  const answers = await pass(store, ask, { kind: 'codebook', format: 'json' });
  return {
    name: fileName(ask, 'codebook.json'),
    mediaType: 'application/json',
    written: { rows: 0, shortened: 0 },
    bytes: store.fromSnapshot(async function* (connection) {
      const { codebook } = await answerTable(connection, { ...answers, measured: false });
      yield encoder.encode(codebookText(codebook));
    }),
  };
}

/** Who was asked and who was not, each with its sentence, as CSV. Names only where the exporter may have them and asks. */
export async function exportDecisions(
  store: Store,
  ask: Omit<DecisionAsk, 'workspace' | 'searchesPeople'> & Pick<ExportAsk, 'exporter' | 'now'>,
): Promise<ExportedFile> {
  const { exporter, personal } = ask;
  refuse(exporter, 'export');
  // A search for a name that comes back with a row tells the name.
  if (personal || ask.filter.search !== undefined) refuse(exporter, 'export-personal-data');
  await note(store, ask, { kind: 'decisions', format: 'csv', personal });
  const written: WrittenTable = { rows: 0, shortened: 0 };
  return {
    name: fileName(ask, 'decisions.csv'),
    mediaType: 'text/csv',
    written,
    bytes: decisionTable(store, { ...ask, workspace: exporter.workspace, searchesPeople: true }, written),
  };
}

/** The whole workspace with its people, to be taken in elsewhere. */
export async function exportWorkspace(
  store: Store,
  ask: Omit<ExportAsk, 'view' | 'counted' | 'personal'> & { onRows?: OnRows },
): Promise<ExportedFile> {
  const { exporter, engine, now, onRows } = ask;
  refuse(exporter, 'export');
  refuse(exporter, 'export-personal-data');
  await note(store, ask, { kind: 'workspace', format: 'jsonl', personal: true });
  const written: WrittenTable = { rows: 0, shortened: 0 };
  const count = (rows: number) => {
    written.rows = rows;
    onRows?.(rows);
  };
  const { id: workspaceId } = exporter.workspace;
  return {
    name: fileName(ask, 'workspace.jsonl'),
    mediaType: 'application/jsonl',
    written,
    bytes: workspaceArchive(store, { workspaceId, engine, now, onRows: count }),
  };
}

/** The whole store: nothing but a command on its machine asks for it. */
export const backupStore = backup;

/** Lets an export of answers through, says what may be in it, and writes down that it was made. */
async function pass(
  store: Store,
  ask: ExportAsk,
  what: { kind: string; format: string },
): Promise<Omit<AnswerAsk, 'measured'>> {
  const { exporter, view, counted: isCounted = false, personal, engine, now } = ask;
  refuse(exporter, 'export');
  if (personal) refuse(exporter, 'export-personal-data');
  const parts: AnswerParts = { comments: may(exporter, 'view-comments'), personal };
  await note(store, ask, { ...what, personal, view: printView(view), ...(isCounted && { counted: true }) });
  const { workspace } = exporter;
  const seesAll = may(exporter, 'view-small-groups');
  return {
    workspace,
    view,
    counted: isCounted,
    parts,
    engine,
    now,
    ...(seesAll ? {} : { floor: workspace.smallGroupFloor }),
  };
}

const may = (exporter: Exporter, action: Action): boolean => 'kind' in exporter || exporter.may(action);

function refuse(exporter: Exporter, action: Action): void {
  if (may(exporter, action)) return;
  throw new CandorError('CND_FORBIDDEN', `this needs the permission ${action}`, { action });
}

async function note(
  store: Store,
  { exporter, now }: Pick<ExportAsk, 'exporter' | 'now'>,
  detail: Readonly<Record<string, string | boolean>>,
): Promise<void> {
  const who = 'kind' in exporter ? ({ kind: 'nobody' } as const) : exporter.principal;
  const by = 'kind' in exporter ? 'command line' : who.kind;
  await store.inWorkspace(exporter.workspace.id, (transaction) =>
    recordEvent(transaction, who, { action: 'export', subjectKind: 'export', detail: { ...detail, by }, at: now }),
  );
}

function counted(table: ExportTable, onRows: OnRows = () => undefined): ExportTable {
  let rows = 0;
  const batches = async function* () {
    for await (const batch of table.batches) {
      rows += batch.length;
      onRows(rows);
      yield batch;
    }
  };
  return { ...table, batches: batches() };
}

const fileName = ({ exporter, now }: Pick<ExportAsk, 'exporter' | 'now'>, end: string): string =>
  `${exporter.workspace.slug}-${now.toISOString().slice(0, 10)}-${end}`;
