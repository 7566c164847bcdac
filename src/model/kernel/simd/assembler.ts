/**
 * As much of a WebAssembly assembler as two loops need: instructions are lists of bytes, in the order in which the stack
 * machine takes them. Numbers of instructions: WebAssembly Core Specification 2.0, section 5.4.
 */
export type Code = readonly number[];

export const code = (...parts: readonly Code[]): Code => parts.flat();

/** Whole numbers in groups of seven bits, lowest first. */
function unsigned(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >>> 7)];
}

function signed(value: number): number[] {
  const isLast = value >= -64 && value < 64;
  return isLast ? [value & 127] : [(value & 127) | 128, ...signed(value >> 7)];
}

export const get = (local: number): Code => [0x20, ...unsigned(local)];
export const set = (local: number): Code => [0x21, ...unsigned(local)];

export const i32 = {
  const: (value: number): Code => [0x41, ...signed(value)],
  load: (offset: number): Code => [0x28, 2, ...unsigned(offset)],
  store: (offset: number): Code => [0x36, 2, ...unsigned(offset)],
  isBelow: [0x49],
  add: [0x6a],
  isZero: [0x45],
} as const;

const simd = (operation: number, ...rest: number[]): Code => [0xfd, ...unsigned(operation), ...rest];

export const v128 = {
  load: (offset: number): Code => simd(0, 4, ...unsigned(offset)),
  /** Eight bytes as eight numbers of 16 bits. */
  loadBytes: (offset: number): Code => simd(2, 3, ...unsigned(offset)),
  store: (offset: number): Code => simd(11, 4, ...unsigned(offset)),
  zero: simd(12, ...new Array<number>(16).fill(0)),
  /** Four 32-bit lanes out of two vectors: 0 to 3 of the first, 4 to 7 of the second. */
  shuffle: (...from: readonly number[]): Code =>
    simd(13, ...from.flatMap((lane) => [4 * lane, 4 * lane + 1, 4 * lane + 2, 4 * lane + 3])),
};
export const i16x8 = { splat: simd(16), multiply: simd(149) };
export const i32x4 = { lane: (lane: number): Code => simd(27, lane), add: simd(174), dot: simd(186) };
export const f64x2 = { add: simd(240), multiply: simd(242) };

/** Repeats the body while the condition leaves something other than zero. */
export const repeatWhile = (condition: Code, body: Code): Code =>
  code([0x02, 0x40, 0x03, 0x40], condition, i32.isZero, [0x0d, 1], body, [0x0c, 0, 0x0b, 0x0b]);

export interface Routine {
  readonly name: string;
  /** Numbers of 32 bits. */
  readonly parameters: number;
  /** Further locals: numbers, then vectors. */
  readonly numbers: number;
  readonly vectors: number;
  readonly body: Code;
}

const typeOf = { number: 0x7f, vector: 0x7b };

/** A module that works on the memory given as `memory.memory` and exports every routine. */
export function assemble(routines: readonly Routine[]): Uint8Array<ArrayBuffer> {
  const list = (items: readonly Code[]): Code => [...unsigned(items.length), ...items.flat()];
  const section = (id: number, content: Code): Code => [id, ...unsigned(content.length), ...content];
  const text = (value: string): Code => list([...value].map((letter) => [letter.charCodeAt(0)]));
  const sized = (content: Code): Code => [...unsigned(content.length), ...content];
  const types = routines.map(({ parameters }) =>
    code([0x60], list(new Array<Code>(parameters).fill([typeOf.number])), [0]),
  );
  const bodies = routines.map(({ numbers, vectors, body }) => {
    const locals = [
      [...unsigned(numbers), typeOf.number],
      [...unsigned(vectors), typeOf.vector],
    ];
    return sized(code(list(locals), body, [0x0b]));
  });
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, list(types)),
    ...section(2, list([code(text('memory'), text('memory'), [2, 0, 1])])),
    ...section(3, list(routines.map((_, index) => unsigned(index)))),
    ...section(7, list(routines.map(({ name }, index) => code(text(name), [0], unsigned(index))))),
    ...section(10, list(bodies)),
  ]);
}
