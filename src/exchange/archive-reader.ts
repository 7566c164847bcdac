import { createHash, type Hash } from 'node:crypto';
import { CandorError } from '../errors/index.ts';
import { type ArchiveControl, type ArchiveHeader, archiveVersion, controlStart } from './archive-format.ts';

/** Rows are handed on when so many bytes have come together. */
const gatherBytes = 1 << 20;
/** No row of ours is nearly as long: an answer holds a text, not a book. */
const longestLine = 64 << 20;
const newline = 10;
const nextControl = Buffer.from(`\n${controlStart}`);

/** What a reader of an archive meets, in order. */
export type ArchivePart =
  | { readonly kind: 'control'; readonly control: ArchiveControl }
  | { readonly kind: 'rows'; readonly table: string; readonly lines: Buffer; readonly rows: number };

/**
 * The parts of an archive in their order. Whatever was written is compared with its hash; the last part, the trailer,
 * comes only when everything agreed. A file that ends early, was changed, or is none is refused (`CND_EXCHANGE_FILE`)
 * with the lines, one of a newer format with `CND_EXCHANGE_NEWER`.
 */
export async function* readArchive(chunks: AsyncIterable<Uint8Array>, file: string): AsyncGenerator<ArchivePart> {
  const check = new ArchiveCheck(file);
  for await (const { isControl, lines } of archiveLines(chunks, check)) {
    if (isControl) yield { kind: 'control', control: check.control(lines) };
    else yield { kind: 'rows', table: check.table, lines, rows: check.row(lines) };
  }
  check.end();
}

/** Whole lines: one of control, or as many rows as have come together. */
async function* archiveLines(
  chunks: AsyncIterable<Uint8Array>,
  check: ArchiveCheck,
): AsyncGenerator<{ isControl: boolean; lines: Buffer }> {
  let waiting: Uint8Array[] = [];
  let size = 0;
  let rest = Buffer.alloc(0);
  const take = function* (atEnd: boolean): Generator<{ isControl: boolean; lines: Buffer }> {
    rest = Buffer.concat([rest, ...waiting]);
    waiting = [];
    for (;;) {
      if (check.atStart && rest.length >= controlStart.length && !startsControl(rest)) throw check.noArchive();
      const end = startsControl(rest) ? rest.indexOf(newline) + 1 : endOfRows(rest);
      if (end <= 0) break;
      const lines = rest.subarray(0, end);
      rest = rest.subarray(end);
      yield { isControl: startsControl(lines), lines };
    }
    if (rest.length > longestLine) throw check.changed('a line never ends');
    if (atEnd && rest.length > 0)
      throw check.atStart ? check.noArchive() : check.changed('the file ends within a line');
    size = rest.length;
  };
  for await (const chunk of chunks) {
    waiting.push(chunk);
    size += chunk.length;
    if (size >= gatherBytes) yield* take(false);
  }
  yield* take(true);
}

const startsControl = (bytes: Buffer): boolean =>
  bytes.length >= controlStart.length && bytes.toString('latin1', 0, controlStart.length) === controlStart;

/** Where the rows end: before the next line of control, else after the last whole line. */
function endOfRows(bytes: Buffer): number {
  const control = bytes.indexOf(nextControl);
  return (control >= 0 ? control : bytes.lastIndexOf(newline)) + 1;
}

/** Counts lines and compares hashes while an archive is read. */
class ArchiveCheck {
  table = '';
  private readonly file: string;
  private line = 0;
  private header: ArchiveHeader | undefined;
  private readonly controls: Hash = createHash('sha256');
  private rowsHash: Hash = createHash('sha256');
  private rows = 0;
  private allRows = 0;
  private firstLine = 0;
  private done = false;

  constructor(file: string) {
    this.file = file;
  }

  get atStart(): boolean {
    return this.line === 0;
  }

  noArchive(): CandorError {
    return new CandorError('CND_EXCHANGE_FILE', `"${this.file}" is no backup or workspace file of Candor`, {
      file: this.file,
    });
  }

  changed(why: string, line = this.line + 1): CandorError {
    const { file } = this;
    return new CandorError('CND_EXCHANGE_FILE', `"${file}" is not as it was written: ${why} (line ${line})`, {
      file,
      line,
    });
  }

  /** Takes rows and answers how many. */
  row(lines: Buffer): number {
    if (!this.table) throw this.changed('rows stand outside a table');
    let count = 0;
    for (let at = lines.indexOf(newline); at >= 0; at = lines.indexOf(newline, at + 1)) count += 1;
    this.rowsHash.update(lines);
    this.rows += count;
    this.line += count;
    return count;
  }

  control(line: Buffer): ArchiveControl {
    const control = this.parsed(line);
    this.line += 1;
    if (this.done) throw this.changed('something follows its end', this.line);
    if (!this.header && control.candor !== 'header') throw this.noArchive();
    if (control.candor === 'header') this.takeHeader(control);
    if (control.candor === 'table') this.beginTable(control.table);
    if (control.candor === 'end') this.endTable(control);
    if (control.candor === 'trailer') this.takeTrailer(control);
    else this.controls.update(line);
    return control;
  }

  private parsed(line: Buffer): ArchiveControl {
    try {
      return JSON.parse(line.toString()) as ArchiveControl;
    } catch {
      throw this.atStart ? this.noArchive() : this.changed('a line of control cannot be read');
    }
  }

  private takeHeader(header: ArchiveHeader): void {
    if (this.header) throw this.changed('a second header', this.line);
    if (!Number.isInteger(header.format) || !Array.isArray(header.tables)) throw this.noArchive();
    if (header.format > archiveVersion) {
      throw new CandorError(
        'CND_EXCHANGE_NEWER',
        `"${this.file}" has format ${header.format} of ${header.engine}; this one reads up to ${archiveVersion} (line 1)`,
        { file: this.file, format: header.format, line: 1 },
      );
    }
    this.header = header;
  }

  private beginTable(table: string): void {
    if (this.table) throw this.changed(`table ${this.table} has no end`, this.line);
    this.table = table;
    this.rows = 0;
    this.firstLine = this.line + 1;
    this.rowsHash = createHash('sha256');
  }

  private endTable({ table, rows, sha256 }: { table: string; rows: number; sha256: string }): void {
    if (table !== this.table || rows !== this.rows || this.rowsHash.digest('hex') !== sha256) {
      const lines = `lines ${this.firstLine} to ${this.line}`;
      throw this.changed(`table ${this.table} holds other rows than were written, ${lines}`, this.firstLine);
    }
    this.allRows += rows;
    this.table = '';
  }

  private takeTrailer({ rows, sha256 }: { rows: number; sha256: string }): void {
    if (this.table || rows !== this.allRows || this.controls.digest('hex') !== sha256) {
      throw this.changed('its last line does not agree with the others', this.line);
    }
    this.done = true;
  }

  /** Refuses a file that ended before its trailer. */
  end(): void {
    if (this.atStart) throw this.noArchive();
    if (!this.done) throw this.changed('it ends before its last line', this.line);
  }
}
