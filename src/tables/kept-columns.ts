import { type DateCell, type DateKind, readDate } from './date-text.ts';

/** Cells of one column, kept small until the whole column is known. */
export interface KeptColumn {
  add(cell: string): void;
}

/** Text as codes into a list of distinct texts; -1 is an empty cell. Beyond `limit` texts the column gives up. */
export class TextColumn implements KeptColumn {
  readonly names: string[] = [];
  /** How often each text was met. */
  readonly counts: number[] = [];
  length = 0;
  gaveUp = false;
  #codes = new Int32Array(4096);
  readonly #known = new Map<string, number>();
  readonly #limit: number;
  #lastCell = '';
  #lastCode = -1;

  constructor(limit = Number.POSITIVE_INFINITY) {
    this.#limit = limit;
  }

  add(cell: string): void {
    if (this.gaveUp) return;
    const code = cell === this.#lastCell ? this.#lastCode : this.#codeOf(cell);
    if (this.length === this.#codes.length) this.#codes = grown(this.#codes, new Int32Array(this.length * 2));
    this.#codes[this.length] = code;
    this.length += 1;
    if (code >= 0) this.counts[code] = (this.counts[code] ?? 0) + 1;
  }

  /** The codes of all cells so far. */
  get codes(): Int32Array {
    return this.#codes.subarray(0, this.length);
  }

  #codeOf(cell: string): number {
    const text = plainText(cell);
    let code = text === '' ? -1 : this.#known.get(text);
    if (code === undefined) {
      if (this.names.length >= this.#limit) return this.#giveUp();
      code = this.names.length;
      // A copy: a slice would keep its whole chunk of the file in memory.
      const copy = Buffer.from(text).toString();
      this.names.push(copy);
      this.#known.set(copy, code);
    }
    this.#lastCell = cell;
    this.#lastCode = code;
    return code;
  }

  #giveUp(): number {
    this.gaveUp = true;
    this.names.length = 0;
    this.counts.length = 0;
    this.#known.clear();
    return -1;
  }
}

/** Dates as numbers (see `date-text.ts`), 9 bytes a cell: timestamps are nearly all different, text would not fit. */
export class DateColumn implements KeptColumn {
  length = 0;
  /** The first few cells that are three numbers, to show how they can be read. */
  readonly examples: string[] = [];
  #kinds = new Uint8Array(4096);
  #values = new Float64Array(4096);
  readonly #unix: boolean;
  readonly #cell: DateCell = { kind: 0, value: 0 };

  constructor(unix: boolean) {
    this.#unix = unix;
  }

  add(cell: string): void {
    if (this.length === this.#kinds.length) {
      this.#kinds = grown(this.#kinds, new Uint8Array(this.length * 2));
      this.#values = grown(this.#values, new Float64Array(this.length * 2));
    }
    readDate(cell, this.#cell, this.#unix);
    this.#kinds[this.length] = this.#cell.kind;
    this.#values[this.length] = this.#cell.value;
    this.length += 1;
    if (this.#cell.kind >= 4 && this.examples.length < 3) this.examples.push(Buffer.from(cell.trim()).toString());
  }

  kind(row: number): DateKind {
    return this.#kinds[row] as DateKind;
  }

  value(row: number): number {
    return this.#values[row] as number;
  }
}

/** A list of whole numbers that grows, for the line on which each row begins. */
export class NumberList {
  length = 0;
  #values = new Int32Array(4096);

  push(value: number): void {
    if (this.length === this.#values.length) this.#values = grown(this.#values, new Int32Array(this.length * 2));
    this.#values[this.length] = value;
    this.length += 1;
  }

  at(index: number): number {
    return this.#values[index] as number;
  }

  get values(): Int32Array {
    return this.#values.subarray(0, this.length);
  }
}

/**
 * A cell without the spaces around it and without the apostrophe that exports put before a formula. `trim` only where
 * there is something to trim: it costs a third of the look-up that follows.
 */
export function plainText(cell: string): string {
  const first = cell.charCodeAt(0);
  const last = cell.charCodeAt(cell.length - 1);
  const text = first > 32 && first < 128 && last > 32 && last < 128 ? cell : cell.trim();
  return first === 39 && /^'[=+\-@\t＝＋－＠%|]/.test(text) ? text.slice(1) : text;
}

function grown<T extends Int32Array | Uint8Array | Float64Array>(from: T, to: T): T {
  to.set(from as never);
  return to;
}
