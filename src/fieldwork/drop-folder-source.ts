import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CandorError, isCandorError } from '../errors/index.ts';
import type { DropFolder, DroppedFile } from './drop-folder.ts';
import type { ColumnMapping } from './event-columns.ts';
import type { Pulled, RecordOutcome, Source, SourceCursor, SourceRecord } from './source.ts';
import { tableEvents } from './table-events.ts';

export interface DropFolderOptions {
  readonly folder: DropFolder;
  readonly mapping: ColumnMapping;
  readonly source: string;
  readonly timeZone: string;
  readonly clock: () => Date;
  /** Whether a file of these bytes was read before. */
  readonly isKnown: (hash: Buffer) => Promise<boolean>;
}

/** Size and time of change of a file, and when it was first seen with them. */
type Looks = Readonly<Record<string, { size: number; modified: number; since: number }>>;

/** Unchanged for so long, a file is whole: writers that pause longer drop a marker or rename. */
const quietMilliseconds = 5_000;
const mostFiles = 10_000;

/**
 * Files that others drop. One is read when it looks the same twice, five seconds apart, or when a file NAME.done says that
 * it is whole; what is renamed to its name comes whole as well. It is read once, by the hash of its bytes. What became of its rows is written back as
 * NAME.result.csv, and the file goes to done/, or to failed/ where it is no table that the mapping fits.
 */
export function dropFolderSource(options: DropFolderOptions): Source {
  const { folder } = options;
  return {
    async pull(cursor) {
      const files = await folder.list();
      const { looks, ready } = look(files, (cursor.looks ?? {}) as Looks, options.clock().getTime());
      const [first] = ready;
      if (!first) return { records: nothing(), cursor: () => ({ looks }), more: false };
      const { [first.name]: _, ...others } = looks;
      const marker = files.some(({ name }) => name === `${first.name}.done`);
      return pullFile(options, first, { looks: { ...others }, marker, more: ready.length > 1 });
    },
    close: () => folder.close(),
  };
}

async function* nothing(): AsyncGenerator<never, void, undefined> {}

export const isTable = (name: string): boolean =>
  /\.(csv|tsv|txt|xlsx)$/i.test(name) && !/\.result\.csv$/i.test(name) && !name.startsWith('.');

function look(files: readonly DroppedFile[], before: Looks, now: number) {
  const done = new Set(files.flatMap(({ name }) => (name.endsWith('.done') ? [name.slice(0, -'.done'.length)] : [])));
  const looks: Record<string, Looks[string]> = {};
  const ready: DroppedFile[] = [];
  for (const file of files.filter(({ name }) => isTable(name)).slice(0, mostFiles)) {
    const { name, size, modified } = file;
    const held = Object.hasOwn(before, name) ? before[name] : undefined;
    const isSame = held?.size === size && held.modified === modified;
    const since = isSame ? held.since : now;
    looks[name] = { size, modified, since };
    // A clock that was set back does not hold a file for ever.
    if (done.has(name) || (isSame && Math.abs(now - since) >= quietMilliseconds)) ready.push(file);
  }
  ready.sort((a, b) => a.modified - b.modified || (a.name < b.name ? -1 : 1));
  return { looks: looks as Looks, ready };
}

interface PullState {
  readonly looks: Looks;
  readonly marker: boolean;
  readonly more: boolean;
}

async function pullFile(options: DropFolderOptions, { name }: DroppedFile, state: PullState): Promise<Pulled> {
  const { folder, clock, isKnown } = options;
  const copy = await folder.fetch(name);
  const hash = await hashOf(copy.path);
  const report = await resultFile();
  const cursor = (): SourceCursor => ({ looks: state.looks });
  const end = async (into: 'done' | 'failed') => {
    await copy.release();
    await folder.put(`${name}.result.csv`, report.path);
    await report.close();
    await folder.move(name, into, stamped(name, clock()));
    if (state.marker) await folder.remove(`${name}.done`);
  };
  if (await isKnown(hash)) {
    await report.add([{ line: 0, outcome: 'known', reason: 'file-known', field: '', id: '' }]);
    return { records: nothing(), cursor, more: state.more, finish: () => end('done') };
  }
  let records: AsyncIterable<readonly SourceRecord[]>;
  try {
    records = await recordsOf(options, { name, path: copy.path, hash });
  } catch (error) {
    if (!isCandorError(error)) throw error;
    await report.add([
      { line: 0, outcome: 'refused', reason: error.code, field: String(error.details.field ?? ''), id: '' },
    ]);
    const file = { name, hash, refused: { reason: error.code, message: error.message.slice(0, 500) } };
    return { records: nothing(), cursor, more: state.more, file, finish: () => end('failed') };
  }
  return { records, cursor, more: state.more, file: { name, hash }, settle: report.add, finish: () => end('done') };
}

async function recordsOf(
  { mapping, source, timeZone }: DropFolderOptions,
  { name, path, hash }: { name: string; path: string; hash: Buffer },
): Promise<AsyncIterable<readonly SourceRecord[]>> {
  const table = await tableEvents({ name, path }, { mapping, source, timeZone });
  return (async function* () {
    try {
      yield* table.records;
      // Somebody wrote on after all: its rows so far are stored, and the file is looked at again.
      if (table.dataHash() !== hash.toString('hex')) {
        throw new CandorError('CND_SOURCE_AWAY', `"${name}" was changed while it was read`, { file: name });
      }
    } finally {
      await table.close();
    }
  })();
}

async function hashOf(path: string): Promise<Buffer> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest();
}

/** "orders.csv" of 12:30:05 is "orders-20300615T123005Z.csv": two files of one name are both kept. */
function stamped(name: string, now: Date): string {
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, '');
  const dot = name.lastIndexOf('.');
  return `${name.slice(0, dot)}-${stamp}${name.slice(dot)}`;
}

/** What became of the rows, as CSV in a file of its own until it is whole. */
async function resultFile() {
  const folder = await mkdtemp(join(tmpdir(), 'candor-result-'));
  const path = join(folder, 'result.csv');
  await appendFile(path, 'line,outcome,reason,field,event\r\n', { mode: 0o600 });
  return {
    path,
    async add(outcomes: readonly RecordOutcome[]): Promise<void> {
      const lines = outcomes.map(({ line, outcome, reason, field, id }) =>
        [line, outcome, reason, cell(field), id].join(','),
      );
      if (lines.length > 0) await appendFile(path, `${lines.join('\r\n')}\r\n`);
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Names of columns are those of another system: quoted, and never a formula. */
const cell = (text: string): string =>
  /^[\w.-]*$/.test(text) && !/^[-+=@]/.test(text) ? text : `"'${text.replaceAll('"', '""')}"`;
