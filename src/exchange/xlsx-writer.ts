import type { CodebookColumn } from './codebook.ts';
import { codebookRows } from './codebook-rows.ts';
import type { ExportCell, ExportRow, ExportTable, WrittenTable } from './export-table.ts';
import {
  contentTypes,
  packageRelations,
  sheetEnd,
  sheetStart,
  styleOf,
  styles,
  workbook,
  workbookRelations,
} from './xlsx-parts.ts';
import { type ZipPart, zipArchive } from './zip-writer.ts';

/** Rows of a sheet with its header, and characters of a cell: the limits of Excel. */
const mostRows = 1_048_576;
const mostCharacters = 32_767;
/** XML of one sheet, so that readers that hold it do not burst. */
const mostSheetCharacters = 1_500_000_000;
const dayMilliseconds = 86_400_000;
/** Days from 30 December 1899, where Excel counts from, to 1970. */
const epochDays = 25_569;

/**
 * The table as an Excel workbook: texts as texts (never run as formulas), numbers and dates typed, a further sheet
 * wherever one is full, and the codebook as the last sheet.
 */
export function writeXlsx(table: ExportTable, written: WrittenTable): AsyncGenerator<Uint8Array> {
  return zipArchive(parts(table, written));
}

async function* parts(table: ExportTable, written: WrittenTable): AsyncGenerator<ZipPart> {
  const { columns } = table.codebook;
  yield part('[Content_Types].xml', contentTypes);
  yield part('_rels/.rels', packageRelations);
  const source = new RowSource(table.batches);
  const sheets: string[] = [];
  try {
    do {
      sheets.push(sheets.length === 0 ? 'Answers' : `Answers ${sheets.length + 1}`);
      yield { name: `xl/worksheets/sheet${sheets.length}.xml`, content: answersSheet(source, columns, written) };
    } while (await source.more());
  } finally {
    await source.close();
  }
  sheets.push('Codebook');
  yield { name: `xl/worksheets/sheet${sheets.length}.xml`, content: codebookSheet(table) };
  yield part('xl/styles.xml', styles);
  yield part('xl/workbook.xml', workbook(sheets));
  yield part('xl/_rels/workbook.xml.rels', workbookRelations(sheets));
}

const part = (name: string, text: string): ZipPart => ({
  name,
  content: (async function* () {
    yield text;
  })(),
});

/** Rows that wait for their sheet: a batch may reach over the end of one. */
class RowSource {
  private readonly batches: AsyncIterator<readonly ExportRow[]>;
  private waiting: readonly ExportRow[] = [];

  constructor(batches: AsyncIterable<readonly ExportRow[]>) {
    this.batches = batches[Symbol.asyncIterator]();
  }

  async more(): Promise<boolean> {
    while (this.waiting.length === 0) {
      const next = await this.batches.next();
      if (next.done) return false;
      this.waiting = next.value;
    }
    return true;
  }

  async close(): Promise<void> {
    await this.batches.return?.();
  }

  take(most: number): readonly ExportRow[] {
    const taken = this.waiting.slice(0, most);
    this.waiting = this.waiting.slice(most);
    return taken;
  }
}

async function* answersSheet(
  source: RowSource,
  columns: readonly CodebookColumn[],
  written: WrittenTable,
): AsyncGenerator<string> {
  const letters = columns.map((_, index) => columnLetters(index));
  yield `${sheetStart}${headRow(
    letters,
    columns.map(({ name }) => name),
  )}`;
  let row = 1;
  let characters = 0;
  while (row < mostRows && characters < mostSheetCharacters && (await source.more())) {
    let text = '';
    for (const cells of source.take(mostRows - row)) {
      row += 1;
      text += `<row r="${row}">`;
      for (let index = 0; index < columns.length; index += 1) {
        const cell = cells[index];
        if (cell === undefined || cell === '') continue;
        if (typeof cell === 'string' && cell.length > mostCharacters) written.shortened += 1;
        text += cellXml(`${letters[index]}${row}`, cell, columns[index]!.kind);
      }
      text += '</row>';
      written.rows += 1;
    }
    characters += text.length;
    yield text;
  }
  yield sheetEnd;
}

async function* codebookSheet({ codebook }: ExportTable): AsyncGenerator<string> {
  const [head, ...rows] = codebookRows(codebook);
  const letters = head!.map((_, index) => columnLetters(index));
  let text = `${sheetStart}${headRow(letters, head!)}`;
  rows.forEach((cells, index) => {
    const written = cells.map((cell, at) => (cell === '' ? '' : cellXml(`${letters[at]}${index + 2}`, cell, 'text')));
    text += `<row r="${index + 2}">${written.join('')}</row>`;
  });
  yield `${text}${sheetEnd}`;
}

const headRow = (letters: readonly string[], names: readonly string[]): string =>
  `<row r="1">${names.map((name, index) => textXml(`${letters[index]}1`, name, styleOf.head)).join('')}</row>`;

function cellXml(place: string, cell: NonNullable<ExportCell>, kind: CodebookColumn['kind']): string {
  if (typeof cell === 'number') return Number.isFinite(cell) ? `<c r="${place}"><v>${cell}</v></c>` : '';
  if (typeof cell === 'boolean') return `<c r="${place}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (cell instanceof Date) return dateXml(place, cell.getTime(), styleOf.instant);
  if (kind === 'day') return dateXml(place, Date.parse(`${cell}T00:00:00Z`), styleOf.day);
  return textXml(place, cell, styleOf.plain);
}

const dateXml = (place: string, milliseconds: number, style: number): string =>
  `<c r="${place}" s="${style}"><v>${milliseconds / dayMilliseconds + epochDays}</v></c>`;

function textXml(place: string, text: string, style: number): string {
  const whole = text.length > mostCharacters ? cut(text) : text;
  const space = /^\s|\s$|\n/.test(whole) ? ' xml:space="preserve"' : '';
  const styled = style === styleOf.plain ? '' : ` s="${style}"`;
  return `<c r="${place}"${styled} t="inlineStr"><is><t${space}>${xmlText(whole)}</t></is></c>`;
}

/** Never between the halves of a character. */
const cut = (text: string): string => text.slice(0, mostCharacters).replace(/[\uD800-\uDBFF]$/, '');

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 cannot hold them, so they are written in Excel's way.
const unwritable = /[\0-\x08\x0B-\x1F\uFFFE\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)/g;

function xmlText(text: string): string {
  if (!/[&<>_\0-\x1F\uFFFE\uFFFF]/.test(text)) return text;
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(unwritable, (mark) => `_x${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);
}

/** A, B, … Z, AA, AB … */
function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : `${columnLetters(Math.floor(index / 26) - 1)}${letter}`;
}
