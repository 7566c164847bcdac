import { SaxesParser } from 'saxes';
import { CandorError } from '../errors/index.ts';
import { isDateFormat } from './excel-date.ts';

/** One element of a part: its name without prefix, its attributes, and the text directly inside, when it closes. */
export interface XmlHandlers {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Streams one XML part. A document type is refused: no spreadsheet has one, and it can hide entities that explode. */
export function parseXml(
  file: string,
  handlers: XmlHandlers,
): { write(bytes: Uint8Array): void; writeText(text: string): void; end(): void } {
  const parser = new SaxesParser({ position: false });
  const decoder = new TextDecoder();
  const fail = (what: string) => new CandorError('CND_FILE_UNREADABLE', `"${file}" is damaged: ${what}`, { file });
  parser.on('error', (error) => {
    throw fail(`its XML cannot be read (${error.message})`);
  });
  parser.on('doctype', () => {
    throw fail('its XML holds a document type');
  });
  const { open, text, close } = handlers;
  if (open) parser.on('opentag', (tag) => open(localName(tag.name), tag.attributes as Record<string, string>));
  if (text) {
    parser.on('text', (piece) => text(piece));
    parser.on('cdata', (piece) => text(piece));
  }
  if (close) parser.on('closetag', (tag) => close(localName(tag.name)));
  return {
    write: (bytes) => {
      parser.write(decoder.decode(bytes, { stream: true }));
    },
    writeText: (text) => {
      parser.write(text);
    },
    end: () => {
      parser.write(decoder.decode());
      parser.close();
    },
  };
}

export interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly path: string; readonly hidden: boolean }[];
  readonly calendar: 1900 | 1904;
}

/** Reads one part whole: `part` yields its bytes. */
export type Part = Iterable<Uint8Array> | undefined;

function parsePart(file: string, part: Part, handlers: XmlHandlers): void {
  if (!part) return;
  const parser = parseXml(file, handlers);
  for (const bytes of part) parser.write(bytes);
  parser.end();
}

export function readWorkbook(file: string, workbook: Part, relations: Part): Workbook {
  const targets = new Map<string, string>();
  parsePart(file, relations, {
    open(name, attributes) {
      if (name === 'Relationship') targets.set(attributes.Id ?? '', attributes.Target ?? '');
    },
  });
  const sheets: { name: string; path: string; hidden: boolean }[] = [];
  let calendar: 1900 | 1904 = 1900;
  parsePart(file, workbook, {
    open(name, attributes) {
      if (name === 'workbookPr' && /^(1|true)$/.test(attributes.date1904 ?? '')) calendar = 1904;
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => localName(key) === 'id')?.[1] ?? '';
      const target = targets.get(id) ?? `worksheets/sheet${sheets.length + 1}.xml`;
      const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
      sheets.push({ name: attributes.name ?? '', path, hidden: /hidden/i.test(attributes.state ?? '') });
    },
  });
  return { sheets, calendar };
}

/** For each cell style of the workbook whether it shows a day. */
export function readDateStyles(file: string, styles: Part): boolean[] {
  const codes = new Map<number, string>();
  const dates: boolean[] = [];
  let inCellFormats = false;
  parsePart(file, styles, {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      else if (name === 'cellXfs') inCellFormats = true;
      else if (name === 'xf' && inCellFormats) {
        const id = Number(attributes.numFmtId ?? 0);
        dates.push(isDateFormat(id, codes.get(id)));
      }
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false;
    },
  });
  return dates;
}

/** The shared strings in order. Phonetic hints (`rPh`) are not part of the text. */
export function readSharedStrings(file: string, part: Part): string[] {
  const strings: string[] = [];
  let text = '';
  let inText = false;
  let hints = 0;
  parsePart(file, part, {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') hints += 1;
      else if (name === 't') inText = hints === 0;
    },
    text(piece) {
      if (inText) text += piece;
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') hints -= 1;
      else if (name === 'si') strings.push(Buffer.from(text).toString());
    },
  });
  return strings;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
