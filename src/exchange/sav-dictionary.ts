import type { Codebook, CodebookColumn } from './codebook.ts';
import { cutBytes, SavBytes } from './sav-bytes.ts';
import { savNames } from './sav-names.ts';

/** A text column over 255 bytes is kept in parts of at most 255 bytes; their number is reckoned by 252. */
const partBytes = 255;
const partReckoning = 252;
/** The most that .sav can hold in one text. */
export const mostTextBytes = 32_767;

const formats = { text: 1, number: 5, day: 20, instant: 22 } as const;

/** How a column lies in the file. */
export interface SavVariable {
  readonly column: CodebookColumn;
  readonly name: string;
  /** Eight bytes at most, for the records that know no longer ones. */
  readonly shortName: string;
  /** 0 for a number, else the bytes of the text. */
  readonly width: number;
  /** Bytes of each part; one part up to 255 bytes. */
  readonly parts: readonly number[];
}

/** The variables of a codebook; texts as wide as their longest value. */
export function savVariables(codebook: Codebook, widths: ReadonlyMap<string, number>): readonly SavVariable[] {
  const names = savNames(codebook.columns.map(({ name }) => name));
  return codebook.columns.map((column, index) => {
    const wanted = column.kind === 'text' ? Math.max(1, widths.get(column.name) ?? 1) : 0;
    const width = Math.min(mostTextBytes, wanted);
    return { column, name: names[index]!, shortName: shortName(index, 0), width, parts: partsOf(width) };
  });
}

function partsOf(width: number): readonly number[] {
  if (width <= partBytes) return [width];
  const parts = Math.ceil(width / partReckoning);
  return Array.from({ length: parts }, (_, part) =>
    part < parts - 1 ? partBytes : width - (parts - 1) * partReckoning,
  );
}

/** Unique within eight bytes: the number of the column and of the part, in base 36. */
const shortName = (column: number, part: number): string =>
  `V${column.toString(36).toUpperCase().padStart(3, '0')}${part === 0 ? '' : `_${part.toString(36).toUpperCase().padStart(3, '0')}`}`;

/** Units of eight bytes that a width takes. */
export const unitsOf = (width: number): number => (width === 0 ? 1 : Math.ceil(width / 8));

/** Everything before the first case: header, variables, labels, and the records of extension. */
export function savDictionary(codebook: Codebook, variables: readonly SavVariable[]): Uint8Array {
  const bytes = new SavBytes();
  header(bytes, codebook, variables);
  variables.forEach((variable, index) => {
    variableRecords(bytes, variable, index);
  });
  valueLabels(bytes, variables);
  extensions(bytes, variables);
  bytes.int(999, 0);
  return bytes.take();
}

function header(bytes: SavBytes, codebook: Codebook, variables: readonly SavVariable[]): void {
  const units = variables.flatMap(({ parts }) => parts).reduce((sum, width) => sum + unitsOf(width), 0);
  const at = new Date(codebook.exportedAt);
  const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
  const two = (value: number) => String(value).padStart(2, '0');
  bytes.text('$FL2', 4);
  bytes.text(`@(#) SPSS DATA FILE - Candor ${codebook.engine}`, 60);
  // Layout 2, bytecode compression, no weight, the number of cases not told: rows are streamed.
  bytes.int(2, units, 1, 0, -1);
  bytes.double(100);
  bytes.text(`${two(at.getUTCDate())} ${months[at.getUTCMonth()]} ${two(at.getUTCFullYear() % 100)}`, 9);
  bytes.text(`${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())}`, 8);
  bytes.text(codebook.workspace, 64);
  bytes.raw(new Uint8Array(3));
}

function variableRecords(bytes: SavBytes, { column, parts }: SavVariable, index: number): void {
  parts.forEach((width, part) => {
    const label = part === 0 ? cutBytes(new TextEncoder().encode(column.label), 255) : new Uint8Array();
    const format = formatOf(column, width);
    bytes.int(2, width, label.length > 0 ? 1 : 0, 0, format, format);
    bytes.text(shortName(index, part), 8);
    if (label.length > 0) {
      bytes.int(label.length);
      bytes.raw(label);
      bytes.raw(new Uint8Array((4 - (label.length % 4)) % 4));
    }
    for (let unit = 1; unit < unitsOf(width); unit += 1) {
      bytes.int(2, -1, 0, 0, 0, 0);
      bytes.text('', 8);
    }
  });
}

/** Type, width and decimals in one integer. */
function formatOf({ kind }: CodebookColumn, width: number): number {
  if (kind === 'text') return (formats.text << 16) | (width << 8);
  if (kind === 'day') return (formats.day << 16) | (11 << 8);
  if (kind === 'instant') return (formats.instant << 16) | (20 << 8);
  const decimals = kind === 'number' ? 2 : 0;
  return (formats.number << 16) | (8 << 8) | decimals;
}

function valueLabels(bytes: SavBytes, variables: readonly SavVariable[]): void {
  let unit = 1;
  for (const { column, parts } of variables) {
    const values = labelsOf(column);
    if (values.length > 0) {
      bytes.int(3, values.length);
      for (const { value, label } of values) {
        const text = cutBytes(new TextEncoder().encode(label), 120);
        bytes.double(value);
        bytes.byte(text.length);
        bytes.raw(text);
        bytes.raw(new Uint8Array(7 - (text.length % 8)));
      }
      bytes.int(4, 1, unit);
    }
    unit += parts.reduce((sum, width) => sum + unitsOf(width), 0);
  }
}

function labelsOf({ kind, values = [] }: CodebookColumn): readonly { value: number; label: string }[] {
  if (kind === 'yes-no') return [{ value: 0, label: 'no' }, { value: 1, label: 'yes' }, ...values];
  return kind === 'integer' || kind === 'number' ? values : [];
}

function extensions(bytes: SavBytes, variables: readonly SavVariable[]): void {
  // Release 20.0.0, IEEE 754, little-endian, UTF-8.
  bytes.int(7, 3, 4, 8, 20, 0, 0, -1, 1, 1, 2, 65_001);
  bytes.int(7, 4, 8, 3);
  bytes.double(-Number.MAX_VALUE, Number.MAX_VALUE, lowestNumber);
  const longNames = variables.map(({ shortName, name }) => `${shortName}=${name}`).join('\t');
  textExtension(bytes, 13, longNames);
  const veryLong = variables.filter(({ width }) => width > partBytes);
  if (veryLong.length > 0) {
    textExtension(bytes, 14, veryLong.map(({ shortName, width }) => `${shortName}=${pad5(width)}\0\t`).join(''));
  }
  textExtension(bytes, 20, 'UTF-8');
}

const pad5 = (width: number): string => String(width).padStart(5, '0');

/** The smallest number above system-missing, as SPSS knows it. */
const lowestNumber = new Float64Array(new BigUint64Array([0xffef_ffff_ffff_fffen]).buffer)[0]!;

function textExtension(bytes: SavBytes, subtype: number, text: string): void {
  const encoded = new TextEncoder().encode(text);
  bytes.int(7, subtype, 1, encoded.length);
  bytes.raw(encoded);
}
