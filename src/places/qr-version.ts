/** One size of a QR code at error correction M: how its codewords are cut into blocks, and where alignment patterns stand. */
export interface QrVersion {
  readonly number: number;
  /** Codewords of error correction in each block. */
  readonly correction: number;
  /** Data codewords of each block. */
  readonly blocks: readonly number[];
  readonly alignment: readonly number[];
}

const blocks = (...pairs: readonly (readonly [count: number, size: number])[]): readonly number[] =>
  pairs.flatMap(([count, size]) => Array<number>(count).fill(size));

/** ISO/IEC 18004, tables 9 and E.1, level M. */
const versions: readonly QrVersion[] = [
  { number: 1, correction: 10, blocks: blocks([1, 16]), alignment: [] },
  { number: 2, correction: 16, blocks: blocks([1, 28]), alignment: [6, 18] },
  { number: 3, correction: 26, blocks: blocks([1, 44]), alignment: [6, 22] },
  { number: 4, correction: 18, blocks: blocks([2, 32]), alignment: [6, 26] },
  { number: 5, correction: 24, blocks: blocks([2, 43]), alignment: [6, 30] },
  { number: 6, correction: 16, blocks: blocks([4, 27]), alignment: [6, 34] },
  { number: 7, correction: 18, blocks: blocks([4, 31]), alignment: [6, 22, 38] },
  { number: 8, correction: 22, blocks: blocks([2, 38], [2, 39]), alignment: [6, 24, 42] },
  { number: 9, correction: 22, blocks: blocks([3, 36], [2, 37]), alignment: [6, 26, 46] },
  { number: 10, correction: 26, blocks: blocks([4, 43], [1, 44]), alignment: [6, 28, 50] },
];

export const dataCodewords = ({ blocks: sizes }: QrVersion): number => sizes.reduce((sum, size) => sum + size, 0);

/** How many bits the length of the text takes. */
export const lengthBits = ({ number }: QrVersion): number => (number < 10 ? 8 : 16);

/** The smallest version that holds so many bytes; undefined where none does. */
export const versionFor = (bytes: number): QrVersion | undefined =>
  versions.find((version) => 4 + lengthBits(version) + 8 * bytes <= 8 * dataCodewords(version));
