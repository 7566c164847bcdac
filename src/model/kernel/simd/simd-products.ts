import type { ItemValues } from '../item-values.ts';
import { type Factor, fillFactor, type ProductEngine, type ProductSums } from '../product-sums.ts';
import { columnBytes, columnRows, type Routines, routinesOn, tile } from './routines.ts';

/** Products of 16 bits: a value, squared where there are gaps, times its count. */
const largestFactor = 2 ** 15 - 1;
/** Sums of 32 bits. */
const largestSum = 2 ** 31;

/**
 * Sums of products by vectors of eight numbers of 16 bits. Whole numbers only, so that it gives the very digits of plain
 * arithmetic; undefined where answers are not whole, too large, or the machine has no vectors.
 */
export function simdProducts(
  values: ItemValues,
  sums: ProductSums,
  { slots, mostOften }: { readonly slots: number; readonly mostOften: number },
): ProductEngine | undefined {
  const { isWhole, hasGaps, largest } = values;
  const factor = (hasGaps ? largest * largest : largest) * mostOften;
  const blockSum = factor * largest * columnRows;
  if (!isWhole || factor > largestFactor || blockSum >= largestSum) return undefined;
  const layout = layoutOf(sums, slots);
  const found = routinesOn(layout.bytes);
  return found && new SimdProducts(values, sums, layout, found, Math.floor((largestSum - 1) / blockSum));
}

interface Layout {
  /** What stands in each column; items beyond the last stand for nothing. */
  readonly columns: readonly (readonly [Factor, item: number])[];
  /** Columns of the left and right of every tile. */
  readonly tiles: readonly (readonly [left: number, right: number])[];
  /** For each number of a slot: where it belongs among the sums, or -1. */
  readonly places: Int32Array;
  readonly counted: number;
  /** One column on its way from bytes to numbers of 16 bits. */
  readonly byteColumn: number;
  readonly tileList: number;
  readonly counts: number;
  readonly slots: number;
  readonly slotBytes: number;
  readonly bytes: number;
}

/** In memory: columns, counted columns, counts, tiles, slots. */
function layoutOf(sums: ProductSums, slots: number): Layout {
  const { size, blocks } = sums;
  const padded = Math.ceil(size / tile.right) * tile.right;
  const factors = [...new Set(blocks.flatMap(({ left, right }) => [left, right]))];
  const columns = factors.flatMap((factor) =>
    Array.from({ length: padded }, (_, item): readonly [Factor, number] => [factor, item]),
  );
  const tiles: (readonly [number, number])[] = [];
  const places: number[] = columns.map(([factor, item]) => (factor === 'value' && item < size ? item : -1));
  for (const [block, { left, right, isLower }] of blocks.entries()) {
    const [fromLeft, fromRight] = [factors.indexOf(left) * padded, factors.indexOf(right) * padded];
    for (let row = 0; row < size; row += tile.left) {
      for (let column = 0; column < (isLower ? Math.min(size, row + tile.left) : size); column += tile.right) {
        tiles.push([fromLeft + row, fromRight + column]);
        for (let a = row; a < row + tile.left; a++) {
          for (let b = column; b < column + tile.right; b++) {
            const isNeeded = a < size && b < size && (!isLower || b <= a);
            places.push(isNeeded ? sums.blockAt(block) + a * size + b : -1);
          }
        }
      }
    }
  }
  const counted = columns.length * columnBytes;
  const counts = 2 * counted;
  const byteColumn = counts + columnBytes;
  const tileList = byteColumn + columnRows;
  const firstSlot = tileList + Math.ceil(tiles.length / 2) * 16;
  const slotBytes = places.length * 4;
  return {
    columns,
    tiles,
    places: Int32Array.from(places),
    counted,
    counts,
    byteColumn,
    tileList,
    slots: firstSlot,
    slotBytes,
    bytes: firstSlot + slots * slotBytes,
  };
}

class SimdProducts implements ProductEngine {
  readonly blockRows = columnRows;
  readonly counts: Int16Array;
  readonly #values: ItemValues;
  readonly #length: number;
  readonly #layout: Layout;
  readonly #routines: Routines;
  readonly #columns: Int16Array;
  readonly #views: readonly Int16Array[];
  readonly #bytes: Uint8Array;
  readonly #numbers: Int32Array;
  /** Sums moved out of the 32 bits before these could run over, by slot. */
  readonly #kept: Float64Array;
  /** Blocks that a slot can take in before it must be emptied. */
  readonly #mostBlocks: number;
  readonly #blocks: Uint32Array;
  #loaded = -1;
  #rowBytes = 0;

  constructor(
    values: ItemValues,
    sums: ProductSums,
    layout: Layout,
    { routines, memory }: { routines: Routines; memory: ArrayBuffer },
    mostBlocks: number,
  ) {
    this.#values = values;
    this.#length = sums.length;
    this.#layout = layout;
    this.#routines = routines;
    this.#mostBlocks = mostBlocks;
    this.counts = new Int16Array(memory, layout.counts, columnRows);
    this.#columns = new Int16Array(memory, 0, layout.columns.length * columnRows);
    this.#bytes = new Uint8Array(memory, layout.byteColumn, columnRows);
    this.#views = layout.columns.map((_, at) => this.#columns.subarray(at * columnRows, (at + 1) * columnRows));
    this.#numbers = new Int32Array(memory, layout.slots, (layout.bytes - layout.slots) / 4);
    const slots = (layout.bytes - layout.slots) / layout.slotBytes;
    this.#kept = new Float64Array(slots * sums.length);
    this.#blocks = new Uint32Array(slots);
    const tiles = new Int32Array(memory, layout.tileList, layout.tiles.length * 2);
    tiles.set(layout.tiles.flatMap(([left, right]) => [layout.counted + left * columnBytes, right * columnBytes]));
  }

  load(first: number): void {
    if (first === this.#loaded) return;
    this.#loaded = first;
    const rows = Math.min(columnRows, this.#values.rows - first);
    // Eight rows at a time: those beyond the last are zero, whatever they count.
    this.#rowBytes = Math.ceil(rows / 8) * 16;
    if (rows < columnRows) this.#columns.fill(0);
    for (const [at, column] of this.#layout.columns.entries()) {
      const bytes = this.#plainBytes(column);
      if (bytes) {
        if (rows < columnRows) this.#bytes.fill(0);
        this.#bytes.set(bytes.subarray(first, first + rows));
        this.#routines.widen(this.#layout.byteColumn, this.#layout.byteColumn + columnRows, at * columnBytes);
      } else fillFactor(this.#values, column, { first, rows }, this.#views[at]!);
    }
  }

  /** A column whose bytes are its factors. */
  #plainBytes([factor, item]: readonly [Factor, item: number]): Uint8Array | undefined {
    const column = this.#values.columns[item];
    const isPlain = factor === 'value' && !this.#values.hasGaps && column instanceof Uint8Array;
    return isPlain ? column : undefined;
  }

  add(slot: number): void {
    const { counted, counts, tileList, tiles, slots, slotBytes, columns } = this.#layout;
    if (this.#blocks[slot] === this.#mostBlocks) this.#empty(slot);
    this.#blocks[slot]! += 1;
    const out = slots + slot * slotBytes;
    this.#routines.countColumns(0, counted, counted, counts, this.#rowBytes, out);
    this.#routines.addTiles(tileList, tileList + tiles.length * 8, this.#rowBytes, out + columns.length * 4);
  }

  take(slot: number, into: Float64Array): void {
    this.#empty(slot);
    const from = slot * this.#length;
    for (let at = 0; at < this.#length; at++) into[at] = this.#kept[from + at]!;
    this.#kept.fill(0, from, from + this.#length);
  }

  #empty(slot: number): void {
    const { places } = this.#layout;
    const from = slot * places.length;
    const base = slot * this.#length;
    for (let at = 0; at < places.length; at++) {
      const place = places[at]!;
      if (place >= 0) this.#kept[base + place]! += this.#numbers[from + at]!;
    }
    this.#numbers.fill(0, from, from + places.length);
    this.#blocks[slot] = 0;
  }
}
