import { CandorError } from '../errors/index.ts';
import type { ExportCell, ExportRow, ExportTable, WrittenTable } from './export-table.ts';
import { cutBytes, SavBytes } from './sav-bytes.ts';
import { type SavVariable, savDictionary, savVariables, unitsOf } from './sav-dictionary.ts';

/** Seconds from 14 October 1582, where the calendar of SPSS begins, to 1970. */
const epochSeconds = 12_219_379_200;
const flushAt = 1 << 16;
const code = { raw: 253, blank: 254, missing: 255 } as const;
const encoder = new TextEncoder();

/**
 * The table as an SPSS system file (.sav): UTF-8, bytecode compression, dates as dates, questions as variable labels,
 * points of a scale as value labels, and system-missing where nothing was answered.
 */
export async function* writeSav(table: ExportTable, written: WrittenTable): AsyncGenerator<Uint8Array> {
  const variables = savVariables(table.codebook, table.widths);
  yield savDictionary(table.codebook, variables);
  const cases = new SavCases();
  for await (const rows of table.batches) {
    for (const row of rows) written.shortened += writeCase(cases, variables, row);
    written.rows += rows.length;
    if (cases.size > flushAt) yield cases.take();
  }
  yield cases.end();
}

/** Writes one row; answers how many of its texts did not fit. */
function writeCase(cases: SavCases, variables: readonly SavVariable[], row: ExportRow): number {
  let shortened = 0;
  variables.forEach((variable, index) => {
    const cell = row[index];
    if (variable.width === 0) cases.number(asNumber(cell));
    else if (cases.text(cell === undefined ? '' : String(cell), variable)) shortened += 1;
  });
  return shortened;
}

function asNumber(cell: ExportCell): number | undefined {
  if (cell === undefined || typeof cell === 'number') return cell;
  if (typeof cell === 'boolean') return cell ? 1 : 0;
  const milliseconds = cell instanceof Date ? cell.getTime() : Date.parse(`${cell}T00:00:00Z`);
  if (Number.isNaN(milliseconds)) throw new CandorError('CND_FAULT', `"${String(cell)}" stands in a column of days`);
  return milliseconds / 1000 + epochSeconds;
}

/** Cases under compression: eight commands of a byte each, then what they call for. */
class SavCases {
  private readonly bytes = new SavBytes();
  private readonly commands = new Uint8Array(8);
  private readonly waiting = new SavBytes();
  private count = 0;

  get size(): number {
    return this.bytes.size;
  }

  take(): Uint8Array {
    return this.bytes.take();
  }

  number(value: number | undefined): void {
    if (value === undefined) this.command(code.missing);
    else if (Number.isInteger(value) && value >= -99 && value <= 151) this.command(value + 100);
    else {
      this.waiting.double(value);
      this.command(code.raw);
    }
  }

  /** A text in its parts, each filled up with blanks to whole units; true where it had to be cut. */
  text(text: string, { width, parts }: SavVariable): boolean {
    const all = text === '' ? new Uint8Array() : encoder.encode(text);
    const bytes = cutBytes(all, width);
    let from = 0;
    for (const part of parts) {
      // A part but the last holds 255 bytes of the text, whatever the reckoning by 252 says.
      const end = parts.length > 1 ? from + 255 : from + part;
      this.units(bytes.subarray(from, Math.min(end, bytes.length)), unitsOf(part));
      from = Math.min(end, bytes.length);
    }
    return bytes.length < all.length;
  }

  private units(bytes: Uint8Array, units: number): void {
    for (let unit = 0; unit < units; unit += 1) {
      const from = unit * 8;
      if (from >= bytes.length) {
        this.command(code.blank);
        continue;
      }
      const piece = new Uint8Array(8).fill(32);
      piece.set(bytes.subarray(from, from + 8));
      this.waiting.raw(piece);
      this.command(code.raw);
    }
  }

  private command(value: number): void {
    this.commands[this.count] = value;
    this.count += 1;
    if (this.count === 8) this.flushCommands();
  }

  private flushCommands(): void {
    this.bytes.raw(this.commands);
    this.bytes.raw(this.waiting.take());
    this.commands.fill(0);
    this.count = 0;
  }

  /** Everything that waits. The last commands are filled up with zeros; the end of the file ends the data, as in SPSS. */
  end(): Uint8Array {
    if (this.count > 0) this.flushCommands();
    return this.bytes.take();
  }
}
