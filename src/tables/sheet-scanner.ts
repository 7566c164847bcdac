import type { XmlHandlers } from './xlsx-workbook.ts';

/**
 * Where the text goes that the scanner does not cut itself: the parser of XML, and whether the last tag of what was
 * written last is the beginning of the rows or the end of one.
 */
export interface SheetParser {
  writeText(text: string): void;
  isBetweenRows(): boolean;
}

/** A row that has not ended within so much text is left to the parser, which knows the limits of cells. */
const longestRow = 1_000_000;
const rowStart = /\s*<row((?: [a-zA-Z:\d]+="[^"<>&\s]*")*)>/y;
/** Attributes without entities; a value or an inline text without entities, line ends of its own or forbidden characters. */
const cellPattern =
  /<c((?: [a-zA-Z:\d]+="[^"<>&\s]*")*)(?:\/>|>(?:<v>([^<>&\r\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]*)<\/v>|<is><t>([^<>&\r\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]*)<\/t><\/is>)?<\/c>)/y;

/**
 * Cuts plain rows of a sheet without parsing every character: 100,000 rows of 12 columns take a third less time (2.4 s
 * for 3.6 s) than through the parser alone. Only what is certain is cut: whole rows of plain cells that follow
 * `<sheetData>` or each other. Any other row, and everything around the rows, goes to the parser, which sees a well-
 * formed document with some rows left out.
 */
export class SheetScanner {
  #carry = '';
  #mode: 'before' | 'rows' | 'parser' = 'before';
  readonly #parser: SheetParser;
  readonly #rows: Required<XmlHandlers>;

  constructor(parser: SheetParser, rows: Required<XmlHandlers>) {
    this.#parser = parser;
    this.#rows = rows;
  }

  push(text: string): void {
    let rest = this.#carry + text;
    this.#carry = '';
    if (this.#mode === 'before') rest = this.#untilRows(rest);
    if (this.#mode === 'rows') rest = this.#cutRows(rest);
    if (this.#mode === 'parser') this.#parser.writeText(rest);
    else this.#carry = rest;
  }

  end(): void {
    this.#parser.writeText(this.#carry);
    this.#carry = '';
  }

  /** `<sheetData>` within a comment is none: the parser decides. */
  #untilRows(text: string): string {
    const at = text.indexOf('<sheetData>');
    if (at < 0) {
      if (text.length > longestRow) this.#mode = 'parser';
      return text;
    }
    const end = at + '<sheetData>'.length;
    this.#parser.writeText(text.slice(0, end));
    this.#mode = this.#parser.isBetweenRows() ? 'rows' : 'parser';
    return text.slice(end);
  }

  #cutRows(text: string): string {
    let at = 0;
    for (;;) {
      const close = text.indexOf('</row>', at);
      if (close < 0) break;
      const end = close + '</row>'.length;
      if (!this.#cutRow(text, at, close)) {
        const other = text.slice(at, end);
        this.#parser.writeText(other);
        // Within a comment, a CDATA section or an instruction what looks like a row is none.
        if (!this.#parser.isBetweenRows() || /<[!?]/.test(other)) {
          this.#mode = 'parser';
          return text.slice(end);
        }
      }
      at = end;
    }
    if (text.length - at > longestRow) this.#mode = 'parser';
    return text.slice(at);
  }

  /** Whether the text from `at` to `close` is one plain row, which was then cut. */
  #cutRow(text: string, at: number, close: number): boolean {
    rowStart.lastIndex = at;
    const start = rowStart.exec(text);
    const number = start ? attribute(start[1] as string, ' r="') : '';
    if (!start || number === '') return false;
    const { open, text: write, close: shut } = this.#rows;
    open('row', { r: number });
    cellPattern.lastIndex = at + start[0].length;
    while (cellPattern.lastIndex < close) {
      const cell = cellPattern.exec(text);
      // What was read of the row is dropped when the parser begins it anew.
      if (!cell) return false;
      const attributes = cell[1] as string;
      const type = attribute(attributes, ' t="');
      open('c', { r: attribute(attributes, ' r="'), t: type === '' ? 'n' : type, s: attribute(attributes, ' s="') });
      const value = cell[2] ?? cell[3];
      if (value !== undefined) {
        open('v', {});
        write(value);
        shut('v');
      }
      shut('c');
    }
    if (cellPattern.lastIndex !== close) return false;
    shut('row');
    return true;
  }
}

/** The value of the attribute that `name` begins (with its space and opening mark), '' where it is absent. */
function attribute(attributes: string, name: string): string {
  const at = attributes.indexOf(name);
  if (at < 0) return '';
  const from = at + name.length;
  return attributes.slice(from, attributes.indexOf('"', from));
}
