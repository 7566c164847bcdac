import { CandorError } from '../errors/index.ts';
import { contentKind, refuseOtherText } from './content-kind.ts';
import { type CsvDialect, sniffDialect } from './csv-dialect.ts';
import { CsvTokenizer, type RowBatch } from './csv-tokenizer.ts';
import { type Header, headerReach, readHeader } from './header.ts';
import { ByteReader, type ReadOptions, type TableSource } from './table-source.ts';
import { TextStream } from './text-encoding.ts';
import type { XlsxTable } from './xlsx-table.ts';

export interface OpenOptions extends ReadOptions {
  /** Name of the sheet; else the first visible one that has rows. */
  readonly sheet?: string | undefined;
}

/** What a file turned out to be. `encoding` is final once all rows were read. */
export interface TableFormat {
  readonly file: string;
  readonly format: 'csv' | 'tsv' | 'xlsx';
  readonly encoding: string;
  readonly delimiter: string;
  readonly sheet?: string;
  readonly sheets?: readonly string[];
  readonly delimiterBecause?: CsvDialect['because'];
}

/** A table whose rows are read once, in order. Cells are text; a row may have fewer or more cells than the header. */
export interface Table {
  readonly header: Header;
  /** From here on only these columns are needed; filled cells of others may come as "." alone. */
  keepOnly(columns: Iterable<number>): void;
  /** The data rows in batches. */
  batches(): AsyncGenerator<RowBatch, void, undefined>;
  /** Lets the source go, whether it was read to its end or not. */
  close(): Promise<void>;
  /** To be asked after the last batch. */
  format(): TableFormat;
  /** SHA-256 of the bytes of the file in hex; to be asked after the last batch. */
  dataHash(): string;
}

/** Enough to tell the encoding, the delimiter and three header rows of 5,000 columns. */
const headBytes = 131_072;

/** Opens a table of any origin and reads its header. The rows follow as a stream: a file is never held whole. */
export async function openTable(source: TableSource, options: OpenOptions = {}): Promise<Table> {
  const reader = new ByteReader(source, options);
  const chunks = reader.chunks();
  try {
    return await openChunks(reader, chunks, options);
  } catch (error) {
    await chunks.return();
    throw error;
  }
}

async function openChunks(
  reader: ByteReader,
  chunks: AsyncGenerator<Uint8Array, void, undefined>,
  options: OpenOptions,
): Promise<Table> {
  const head = await readHead(chunks, headBytes);
  if (contentKind(head, reader.name) === 'zip') return openXlsx(reader, head, chunks, options);
  if (options.sheet !== undefined) {
    const message = `"${reader.name}" is a text file and has no sheets, so there is no sheet "${options.sheet}"`;
    throw new CandorError('CND_NO_SHEETS', message, { file: reader.name, sheet: options.sheet });
  }
  return openText(reader, head, chunks);
}

async function openText(
  reader: ByteReader,
  head: Uint8Array,
  chunks: AsyncGenerator<Uint8Array, void, undefined>,
): Promise<Table> {
  const text = new TextStream();
  const start = text.decode(head);
  const rest = reader.bytesRead === head.length && head.length < headBytes ? start + text.end() : start;
  refuseOtherText(rest, reader.name);
  const dialect = sniffDialect(start, reader.name);
  const tokenizer = new CsvTokenizer(dialect.delimiter, reader.name, dialect.because === 'sep-line' ? 2 : 1);
  async function* batches(): AsyncGenerator<RowBatch, void, undefined> {
    yield tokenizer.push(rest.slice(dialect.skip));
    for await (const chunk of chunks) yield tokenizer.push(text.decode(chunk));
    yield tokenizer.push(text.end());
    yield tokenizer.end();
  }
  const keepOnly = (columns: Iterable<number>) => tokenizer.keepOnly(columns);
  const format = (): TableFormat => ({
    file: reader.name,
    format: dialect.delimiter === '\t' ? 'tsv' : 'csv',
    encoding: text.encoding,
    delimiter: dialect.delimiter,
    delimiterBecause: dialect.because,
  });
  return tableOf({ reader, chunks, source: batches(), keepOnly, format });
}

async function openXlsx(
  reader: ByteReader,
  head: Uint8Array,
  chunks: AsyncGenerator<Uint8Array, void, undefined>,
  { sheet, signal }: OpenOptions,
): Promise<Table> {
  // Loaded by the first workbook: the unpacker computes its tables when it is loaded, 18 ms of every start.
  const { maximumXlsxBytes, readXlsx } = await import('./xlsx-table.ts');
  const pieces = [head];
  for await (const chunk of chunks) {
    pieces.push(chunk);
    if (reader.bytesRead > maximumXlsxBytes) throw tooLarge(reader.name, maximumXlsxBytes);
  }
  const xlsx: XlsxTable = readXlsx(Buffer.concat(pieces), reader.name, sheet);
  async function* batches(): AsyncGenerator<RowBatch, void, undefined> {
    let count = 0;
    for (const batch of xlsx.batches) {
      // Unpacking is work without waiting: every 5 MB of XML, about 0.3 s, others get a turn and may abort.
      count += 1;
      if (count % 20 === 0) await new Promise((resolve) => setImmediate(resolve));
      signal?.throwIfAborted();
      yield batch;
    }
  }
  const { sheet: name, sheets } = xlsx;
  const format = (): TableFormat => ({
    file: reader.name,
    format: 'xlsx',
    encoding: 'utf-8',
    delimiter: '',
    sheet: name,
    sheets,
  });
  return tableOf({ reader, chunks, source: batches(), keepOnly: () => undefined, format });
}

interface OpenedRows extends Pick<Table, 'keepOnly' | 'format'> {
  readonly reader: ByteReader;
  readonly chunks: AsyncGenerator<Uint8Array, void, undefined>;
  readonly source: AsyncGenerator<RowBatch, void, undefined>;
}

async function tableOf({ reader, chunks, source, keepOnly, format }: OpenedRows): Promise<Table> {
  const first: RowBatch = { rows: [], lines: [] };
  let ended = false;
  while (first.rows.length < headerReach && !ended) {
    const next = await source.next();
    ended = next.done === true;
    if (next.value) append(first, next.value);
  }
  if (first.rows.length === 0) {
    throw new CandorError('CND_FILE_EMPTY', `"${reader.name}" holds no rows`, { file: reader.name });
  }
  const header = readHeader(first.rows.slice(0, headerReach));
  async function* batches(): AsyncGenerator<RowBatch, void, undefined> {
    yield { rows: first.rows.slice(header.rows), lines: first.lines.slice(header.rows) };
    for await (const batch of source) {
      reader.rows += batch.rows.length;
      yield batch;
    }
  }
  const close = async () => {
    await source.return();
    await chunks.return();
  };
  return { header, keepOnly, batches, close, format, dataHash: () => reader.digest() };
}

function append(batch: RowBatch, more: RowBatch): void {
  for (const row of more.rows) batch.rows.push(row);
  for (const line of more.lines) batch.lines.push(line);
}

async function readHead(chunks: AsyncGenerator<Uint8Array, void, undefined>, size: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  while (length < size) {
    const next = await chunks.next();
    if (next.done) break;
    pieces.push(next.value);
    length += next.value.byteLength;
  }
  return pieces.length === 1 ? (pieces[0] as Uint8Array) : Buffer.concat(pieces);
}

function tooLarge(file: string, limit: number): CandorError {
  const message = `"${file}" is a spreadsheet of more than ${limit / 1e6} MB; export the answers as CSV, which has no such limit`;
  return new CandorError('CND_FILE_TOO_LARGE', message, { file, limit });
}

/** Excel saves rows that were once used as lines of delimiters; they answer nothing. */
export function isBlankRow(row: readonly string[]): boolean {
  for (const cell of row) if (cell !== '' && cell.trim() !== '') return false;
  return true;
}
