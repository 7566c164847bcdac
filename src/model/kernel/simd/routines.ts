import {
  assemble,
  type Code,
  code,
  f64x2,
  get,
  i16x8,
  i32,
  i32x4,
  type Routine,
  repeatWhile,
  set,
  v128,
} from './assembler.ts';

/** Rows that a block of columns holds, as numbers of 16 bits. */
export const columnRows = 256;
export const columnBytes = 2 * columnRows;
/** Two columns on the left of a tile, four on the right. */
export const tile = { left: 2, right: 4 } as const;

const step = (local: number, by: number): Code => code(get(local), i32.const(by), i32.add, set(local));
const isBelow = (local: number, end: number): Code => code(get(local), get(end), i32.isBelow);

/** widen(from, end, into): bytes from `from` to `end` as numbers of 16 bits. */
const widen: Routine = {
  name: 'widen',
  parameters: 3,
  numbers: 0,
  vectors: 0,
  body: (() => {
    const [from, end, into] = [0, 1, 2] as const;
    const eight = code(get(into), get(from), v128.loadBytes(0), v128.store(0), step(from, 8), step(into, 16));
    return repeatWhile(isBelow(from, end), eight);
  })(),
};

/**
 * countColumns(column, end, counted, counts, rowBytes, out): every column from `column` to `end` times the counts of
 * its rows, into `counted`; the sum of each column is added to the numbers from `out` on.
 */
const countColumns: Routine = {
  name: 'countColumns',
  parameters: 6,
  numbers: 1,
  vectors: 2,
  body: (() => {
    const [column, end, counted, counts, rowBytes, out, row, product, sum] = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const;
    const ones = code(i32.const(1), i16x8.splat);
    const eightRows = code(
      ...[code(get(column), get(row), i32.add, v128.load(0)), code(get(counts), get(row), i32.add, v128.load(0))],
      ...[i16x8.multiply, set(product)],
      ...[get(counted), get(row), i32.add, get(product), v128.store(0)],
      ...[get(sum), get(product), ones, i32x4.dot, i32x4.add, set(sum), step(row, 16)],
    );
    const lanes = [0, 1, 2, 3].map((lane) => code(get(sum), i32x4.lane(lane)));
    const addSum = code(
      ...[get(out), get(out), i32.load(0)],
      ...lanes.flatMap((lane) => [lane, i32.add]),
      i32.store(0),
    );
    return repeatWhile(
      isBelow(column, end),
      code(
        ...[i32.const(0), set(row), v128.zero, set(sum)],
        repeatWhile(isBelow(row, rowBytes), eightRows),
        ...[addSum, step(column, columnBytes), step(counted, columnBytes), step(out, 4)],
      ),
    );
  })(),
};

/**
 * addTiles(tile, end, rowBytes, out): for each pair of addresses from `tile` to `end`, the products of two counted
 * columns with four others, summed over the rows and added to eight numbers at `out`. Sixteen-bit factors, 32-bit sums.
 */
const addTiles: Routine = {
  name: 'addTiles',
  parameters: 4,
  numbers: 3,
  vectors: 14,
  body: (() => {
    const [at, end, rowBytes, out, left, right, stop] = [0, 1, 2, 3, 4, 5, 6] as const;
    const sums = Array.from({ length: 8 }, (_, index) => 7 + index);
    const factors = [15, 16] as const;
    const [first, second, third, fourth] = [17, 18, 19, 20] as const;
    const others = [first, second, third, fourth];
    const eightRows = code(
      ...factors.map((local, index) => code(get(left), v128.load(index * columnBytes), set(local))),
      ...others.map((local, index) => code(get(right), v128.load(index * columnBytes), set(local))),
      ...sums.map((sum, index) => {
        const product = code(get(factors[index >> 2]!), get(others[index & 3]!), i32x4.dot);
        return code(get(sum), product, i32x4.add, set(sum));
      }),
      ...[step(left, 16), step(right, 16)],
    );
    /** The four lanes of each of four sums added up: one vector of four totals. */
    const addUp = (four: readonly number[], offset: number) => {
      const [a, b, c, d] = four as [number, number, number, number];
      const halves = (x: number, y: number) =>
        code(...[get(x), get(y), v128.shuffle(0, 4, 1, 5), get(x), get(y), v128.shuffle(2, 6, 3, 7)], ...[i32x4.add]);
      return code(
        ...[halves(a, b), set(first), halves(c, d), set(second)],
        ...[get(out), get(out), v128.load(offset)],
        ...[get(first), get(second), v128.shuffle(0, 1, 4, 5), i32x4.add],
        ...[get(first), get(second), v128.shuffle(2, 3, 6, 7), i32x4.add, v128.store(offset)],
      );
    };
    return repeatWhile(
      isBelow(at, end),
      code(
        ...[get(at), i32.load(0), set(left), get(at), i32.load(4), set(right)],
        ...[get(left), get(rowBytes), i32.add, set(stop)],
        ...sums.map((sum) => code(v128.zero, set(sum))),
        repeatWhile(isBelow(left, stop), eightRows),
        ...[addUp(sums.slice(0, 4), 0), addUp(sums.slice(4), 16), step(at, 8), step(out, 32)],
      ),
    );
  })(),
};

/**
 * sumProducts(at, end): a program of sums as `runProgram` works it out, four lanes at once. In memory: for each sum the
 * number of bytes of its terms, the address of its result, and two addresses a term.
 */
const sumProducts: Routine = {
  name: 'sumProducts',
  parameters: 2,
  numbers: 4,
  vectors: 2,
  body: (() => {
    const [at, end, stop, result, x, y, low, high] = [0, 1, 2, 3, 4, 5, 6, 7] as const;
    const half = (sum: number, offset: number) =>
      code(...[get(sum), get(x), v128.load(offset), get(y), v128.load(offset), f64x2.multiply, f64x2.add, set(sum)]);
    return repeatWhile(
      isBelow(at, end),
      code(
        ...[get(at), i32.load(4), set(result), get(at), get(at), i32.load(0), i32.add, i32.const(8), i32.add],
        ...[set(stop), step(at, 8), v128.zero, set(low), v128.zero, set(high)],
        repeatWhile(
          isBelow(at, stop),
          code(
            ...[get(at), i32.load(0), set(x), get(at), i32.load(4), set(y)],
            ...[half(low, 0), half(high, 16), step(at, 8)],
          ),
        ),
        ...[get(result), get(low), v128.store(0), get(result), get(high), v128.store(16)],
      ),
    );
  })(),
};

/** Of the exported routines, with addresses in bytes. */
export interface Routines {
  widen(from: number, end: number, into: number): void;
  countColumns(column: number, end: number, counted: number, counts: number, rowBytes: number, out: number): void;
  addTiles(tile: number, end: number, rowBytes: number, out: number): void;
  sumProducts(at: number, end: number): void;
}

let compiled: WebAssembly.Module | undefined;
let isTried = false;

/** Undefined where the machine has no vectors of 128 bits, or a page's own rules forbid WebAssembly. */
function compile(): WebAssembly.Module | undefined {
  const binary = assemble([widen, countColumns, addTiles, sumProducts]);
  if (typeof WebAssembly === 'undefined' || !WebAssembly.validate(binary)) return undefined;
  try {
    return new WebAssembly.Module(binary);
  } catch {
    return undefined;
  }
}

/** The routines on a memory of their own; undefined where plain arithmetic must do. */
export function routinesOn(bytes: number): { routines: Routines; memory: ArrayBuffer } | undefined {
  if (!isTried) compiled = compile();
  isTried = true;
  if (!compiled) return undefined;
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / 65536) });
  const { exports } = new WebAssembly.Instance(compiled, { memory: { memory } });
  return { routines: exports as unknown as Routines, memory: memory.buffer };
}
