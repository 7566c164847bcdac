import { CandorError } from '../errors/index.ts';
import { maximumCellLength, maximumColumns, maximumRowLength, type RowBatch } from './csv-tokenizer.ts';
import { excelDateText } from './excel-date.ts';
import { SheetScanner } from './sheet-scanner.ts';
import { parseXml } from './xlsx-workbook.ts';

export interface SheetContext {
  readonly file: string;
  readonly strings: readonly string[];
  readonly dateStyles: readonly boolean[];
  readonly calendar: 1900 | 1904;
}

/** The rows of one sheet, in batches, with the row numbers of the sheet as lines. Rows without a filled cell are left out. */
export function* sheetRows(pieces: Iterable<Uint8Array>, context: SheetContext): Generator<RowBatch, void, undefined> {
  const reader = new SheetReader(context);
  const parser = parseXml(context.file, reader);
  const writeText = (text: string): void => {
    reader.isBetweenRows = false;
    parser.writeText(text);
  };
  const scanner = new SheetScanner({ writeText, isBetweenRows: () => reader.isBetweenRows }, reader);
  const decoder = new TextDecoder();
  for (const piece of pieces) {
    // A stored (not compressed) part comes in one piece.
    for (let at = 0; at < piece.length; at += 262_144) {
      scanner.push(decoder.decode(piece.subarray(at, at + 262_144), { stream: true }));
      const batch = reader.take();
      if (batch.rows.length > 0) yield batch;
    }
  }
  scanner.push(decoder.decode());
  scanner.end();
  parser.end();
  const batch = reader.take();
  if (batch.rows.length > 0) yield batch;
}

class SheetReader {
  readonly #context: SheetContext;
  #batch: RowBatch = { rows: [], lines: [] };
  #row: string[] = [];
  #line = 0;
  #column = -1;
  #type = 'n';
  #style = 0;
  #text = '';
  #inValue = false;
  #hints = 0;
  #rowLength = 0;
  /** Whether the last tag was the beginning of the rows or the end of one. */
  isBetweenRows = false;

  constructor(context: SheetContext) {
    this.#context = context;
  }

  take(): RowBatch {
    const batch = this.#batch;
    this.#batch = { rows: [], lines: [] };
    return batch;
  }

  open = (name: string, attributes: Readonly<Record<string, string>>): void => {
    this.isBetweenRows = name === 'sheetData';
    if (name === 'c') {
      const column = columnOf(attributes.r ?? '');
      this.#column = column < 0 ? this.#column + 1 : column;
      if (this.#column >= maximumColumns) throw this.#refuse('CND_TOO_MANY_COLUMNS', maximumColumns, 'columns');
      this.#type = attributes.t ?? 'n';
      this.#style = Number(attributes.s ?? 0);
      this.#text = '';
    } else if (name === 'row') {
      const line = Number(attributes.r);
      this.#line = Number.isInteger(line) && line > 0 && line < 2 ** 31 ? line : this.#line + 1;
      this.#row = [];
      this.#rowLength = 0;
      this.#column = -1;
    } else if (name === 'rPh') this.#hints += 1;
    else if (name === 'v' || name === 't') this.#inValue = this.#hints === 0;
  };

  text = (piece: string): void => {
    if (!this.#inValue) return;
    this.#text += piece;
    this.#rowLength += piece.length;
    if (this.#text.length > maximumCellLength || this.#rowLength > maximumRowLength) {
      throw this.#refuse('CND_CELL_TOO_LARGE', maximumCellLength, 'characters in a cell');
    }
  };

  close = (name: string): void => {
    this.isBetweenRows = name === 'row';
    if (name === 'v' || name === 't') this.#inValue = false;
    else if (name === 'rPh') this.#hints -= 1;
    else if (name === 'c') {
      while (this.#row.length < this.#column) this.#row.push('');
      this.#row[this.#column] = this.#value();
    } else if (name === 'row' && this.#row.some((cell) => cell !== '')) {
      this.#batch.rows.push(this.#row);
      this.#batch.lines.push(this.#line);
    }
  };

  #value(): string {
    const { strings, dateStyles, calendar } = this.#context;
    const text = this.#text;
    if (text === '' || this.#type === 'str' || this.#type === 'inlineStr' || this.#type === 'd') return text;
    if (this.#type === 's') return strings[Number(text)] ?? '';
    if (this.#type === 'b') return text === '1' ? 'TRUE' : 'FALSE';
    if (this.#type === 'e') return text;
    const number = Number(text);
    if (!Number.isFinite(number)) return text;
    return dateStyles[this.#style] ? excelDateText(number, calendar) : String(number);
  }

  #refuse(code: 'CND_TOO_MANY_COLUMNS' | 'CND_CELL_TOO_LARGE', limit: number, what: string): CandorError {
    const { file } = this.#context;
    const line = this.#line;
    return new CandorError(code, `row ${line} of "${file}" has more than ${limit.toLocaleString('en')} ${what}`, {
      file,
      line,
      limit,
    });
  }
}

/** "AB12" is column 27. */
function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const code = reference.charCodeAt(at) | 32;
    if (code < 97 || code > 122) break;
    column = column * 26 + code - 96;
  }
  return column - 1;
}
