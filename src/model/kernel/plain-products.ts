import type { ItemValues } from './item-values.ts';
import { type Factor, fillFactor, type ProductEngine, type ProductSums } from './product-sums.ts';

const tileRows = 4;
const tileColumns = 2;
const blockRows = 256;

/** Four factors on the left with two packed ones on the right; where the sums belong. */
interface Tile {
  readonly left: number;
  readonly right: number;
  /** Place of each single sum, row after row; -1 where nobody needs it. */
  readonly places: Int32Array;
}

/**
 * Sums of products in plain arithmetic. Whole numbers are packed: three sums share one double, 17 bits each, two share
 * it with 26, unpacked before any can run over; 3 x 17 and 2 x 26 bits stay under the 53 that a double holds exactly.
 */
export class PlainProducts implements ProductEngine {
  readonly blockRows = blockRows;
  readonly counts = new Int16Array(blockRows);
  readonly #values: ItemValues;
  readonly #sums: ProductSums;
  readonly #packed: number;
  readonly #radix: number;
  readonly #tiles: readonly Tile[];
  readonly #lefts: readonly [Factor, item: number][];
  readonly #rights: readonly [Factor, item: number][];
  readonly #left: Float64Array;
  readonly #counted: Float64Array;
  /** One column of the loaded rows: counts, or factors on their way. */
  readonly #times = new Float64Array(blockRows);
  readonly #right: Float64Array;
  readonly #tile = new Float64Array(tileRows * tileColumns);
  readonly #slots: Float64Array;
  #loaded = -1;
  #rows = 0;

  constructor(values: ItemValues, sums: ProductSums, slots: number) {
    this.#values = values;
    this.#sums = sums;
    this.#packed = packedSums(values);
    this.#radix = 2 ** (this.#packed === 3 ? 17 : 26);
    const { lefts, rights, tiles } = tilesOf(sums, this.#packed);
    this.#lefts = lefts;
    this.#rights = rights;
    this.#tiles = tiles;
    this.#left = new Float64Array(lefts.length * blockRows);
    this.#counted = new Float64Array(lefts.length * blockRows);
    this.#right = new Float64Array((rights.length / this.#packed) * blockRows);
    this.#slots = new Float64Array(slots * sums.length);
  }

  load(first: number): void {
    if (first === this.#loaded) return;
    this.#loaded = first;
    this.#rows = Math.min(blockRows, this.#values.rows - first);
    const block = { first, rows: this.#rows };
    for (const [at, left] of this.#lefts.entries()) {
      fillFactor(this.#values, left, block, this.#left.subarray(at * blockRows, (at + 1) * blockRows));
    }
    this.#right.fill(0);
    for (const [at, right] of this.#rights.entries()) {
      if (right[1] >= this.#sums.size) continue;
      fillFactor(this.#values, right, block, this.#times);
      const base = Math.floor(at / this.#packed) * blockRows;
      const scale = this.#radix ** (at % this.#packed);
      for (let row = 0; row < this.#rows; row++) this.#right[base + row]! += scale * this.#times[row]!;
    }
  }

  add(slot: number): void {
    this.#countLefts(slot * this.#sums.length);
    const most = this.#packed === 1 ? Number.POSITIVE_INFINITY : this.#radix / Math.max(1, this.#values.largest ** 2);
    let start = 0;
    while (start < this.#rows) {
      let counted = 0;
      let end = start;
      while (end < this.#rows && counted + this.counts[end]! < most) counted += this.counts[end++]!;
      if (end === start) throw new Error(`a row that counts ${this.counts[start]} times does not fit the packed sums`);
      this.#addRows(start, end, slot * this.#sums.length);
      start = end;
    }
  }

  #countLefts(base: number): void {
    const left = this.#left;
    const counted = this.#counted;
    const times = this.#times;
    const rows = this.#rows;
    for (let row = 0; row < rows; row++) times[row] = this.counts[row]!;
    for (let at = 0; at < this.#lefts.length; at++) {
      const from = at * blockRows;
      let sum = 0;
      for (let row = 0; row < rows; row++) {
        const value = times[row]! * left[from + row]!;
        counted[from + row] = value;
        sum += value;
      }
      const [factor, item] = this.#lefts[at]!;
      if (factor === 'value' && item < this.#sums.size) this.#slots[base + item]! += sum;
    }
  }

  #addRows(start: number, end: number, base: number): void {
    const slots = this.#slots;
    for (const { left, right, places } of this.#tiles) {
      sumTile(this.#counted, left, this.#right, right, start, end, this.#tile);
      for (let row = 0, at = 0; row < tileRows; row++) {
        for (let column = 0; column < tileColumns; column++) {
          let value = this.#tile[row * tileColumns + column]!;
          for (let part = 1; part < this.#packed; part++, at++) {
            const rest = Math.floor(value / this.#radix);
            const place = places[at]!;
            if (place >= 0) slots[base + place]! += value - rest * this.#radix;
            value = rest;
          }
          const place = places[at++]!;
          if (place >= 0) slots[base + place]! += value;
        }
      }
    }
  }

  take(slot: number, into: Float64Array): void {
    const { length } = this.#sums;
    const from = slot * length;
    for (let at = 0; at < length; at++) into[at] = this.#slots[from + at]!;
    this.#slots.fill(0, from, from + length);
  }
}

/** As many sums in a double as leave room for 128 rows between two unpackings. */
function packedSums({ isWhole, largest }: ItemValues): number {
  if (!isWhole) return 1;
  const product = Math.max(1, largest ** 2);
  if (product * 128 < 2 ** 17) return 3;
  return product * 128 < 2 ** 26 ? 2 : 1;
}

/** Eight running sums stay in registers, so that six loads serve eight products. */
function sumTile(
  counted: Float64Array,
  left: number,
  packed: Float64Array,
  right: number,
  start: number,
  end: number,
  into: Float64Array,
): void {
  let a0 = 0;
  let a1 = 0;
  let b0 = 0;
  let b1 = 0;
  let c0 = 0;
  let c1 = 0;
  let d0 = 0;
  let d1 = 0;
  for (let row = start; row < end; row++) {
    const at = left + row;
    const x = packed[right + row]!;
    const y = packed[right + blockRows + row]!;
    const a = counted[at]!;
    const b = counted[at + blockRows]!;
    const c = counted[at + 2 * blockRows]!;
    const d = counted[at + 3 * blockRows]!;
    a0 += a * x;
    a1 += a * y;
    b0 += b * x;
    b1 += b * y;
    c0 += c * x;
    c1 += c * y;
    d0 += d * x;
    d1 += d * y;
  }
  into[0] = a0;
  into[1] = a1;
  into[2] = b0;
  into[3] = b1;
  into[4] = c0;
  into[5] = c1;
  into[6] = d0;
  into[7] = d1;
}

/**
 * Factors begin anew at a multiple of the tile for each kind, so that no packed double mixes kinds: squares with
 * values would run over. Items beyond the last stand for nothing.
 */
function tilesOf(sums: ProductSums, packed: number) {
  const { size, blocks } = sums;
  const lefts: [Factor, number][] = [];
  const rights: [Factor, number][] = [];
  const wide = tileColumns * packed;
  const firstOf = (list: [Factor, number][], factor: Factor, multiple: number) => {
    const known = list.findIndex(([kind]) => kind === factor);
    if (known >= 0) return known;
    const padded = Math.ceil(size / multiple) * multiple;
    for (let item = 0; item < padded; item++) list.push([factor, item]);
    return list.length - padded;
  };
  const tiles: Tile[] = [];
  for (const [block, { left, right, isLower }] of blocks.entries()) {
    const [fromLeft, fromRight] = [firstOf(lefts, left, tileRows), firstOf(rights, right, wide)];
    for (let row = 0; row < size; row += tileRows) {
      for (let column = 0; column < (isLower ? Math.min(size, row + tileRows) : size); column += wide) {
        const places = new Int32Array(tileRows * wide).fill(-1);
        for (let a = row; a < Math.min(size, row + tileRows); a++) {
          for (let b = column; b < Math.min(size, column + wide); b++) {
            if (!isLower || b <= a) places[(a - row) * wide + b - column] = sums.blockAt(block) + a * size + b;
          }
        }
        tiles.push({
          left: (fromLeft + row) * blockRows,
          right: ((fromRight + column) / packed) * blockRows,
          places,
        });
      }
    }
  }
  return { lefts, rights, tiles };
}
