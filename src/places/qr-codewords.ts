import { dataCodewords, lengthBits, type QrVersion } from './qr-version.ts';

/** The bytes with their length and padding, cut into blocks, each with its error correction, and interleaved. */
export function codewordsOf(bytes: Uint8Array, version: QrVersion): readonly number[] {
  const data = padded(bytes, version);
  let from = 0;
  const parts = version.blocks.map((size) => {
    const part = data.slice(from, from + size);
    from += size;
    return { part, correction: correctionOf(part, version.correction) };
  });
  return [...interleaved(parts.map(({ part }) => part)), ...interleaved(parts.map(({ correction }) => correction))];
}

export const bitsOf = (codewords: readonly number[]): readonly boolean[] =>
  codewords.flatMap((word) => Array.from({ length: 8 }, (_, bit) => ((word >> (7 - bit)) & 1) === 1));

function padded(bytes: Uint8Array, version: QrVersion): readonly number[] {
  const room = 8 * dataCodewords(version);
  const length = bytes.length.toString(2).padStart(lengthBits(version), '0');
  // 0100 says that bytes follow.
  let bits = `0100${length}${[...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')}`;
  bits += '0'.repeat(Math.min(4, room - bits.length));
  bits += '0'.repeat((8 - (bits.length % 8)) % 8);
  const words = Array.from({ length: bits.length / 8 }, (_, at) => Number.parseInt(bits.slice(8 * at, 8 * at + 8), 2));
  const filling = Array.from({ length: room / 8 - words.length }, (_, at) => (at % 2 === 0 ? 0xec : 0x11));
  return [...words, ...filling];
}

function interleaved(parts: readonly (readonly number[])[]): readonly number[] {
  const longest = Math.max(...parts.map((part) => part.length));
  return Array.from({ length: longest }, (_, at) => parts.flatMap((part) => part[at] ?? [])).flat();
}

/** Reed-Solomon over GF(256) with the polynomial x^8 + x^4 + x^3 + x^2 + 1. */
function correctionOf(data: readonly number[], count: number): readonly number[] {
  const generator = generatorOf(count);
  const rest = Array<number>(count).fill(0);
  for (const word of data) {
    const factor = word ^ rest.shift()!;
    rest.push(0);
    generator.forEach((coefficient, at) => {
      rest[at]! ^= times(coefficient, factor);
    });
  }
  return rest;
}

/** Coefficients behind the leading one of (x - 1)(x - 2)(x - 4)…, highest power first. */
function generatorOf(degree: number): readonly number[] {
  const coefficients = Array<number>(degree).fill(0);
  coefficients[degree - 1] = 1;
  let root = 1;
  for (let at = 0; at < degree; at += 1) {
    for (let place = 0; place < degree; place += 1) {
      coefficients[place] = times(coefficients[place]!, root) ^ (coefficients[place + 1] ?? 0);
    }
    root = times(root, 2);
  }
  return coefficients;
}

function times(one: number, other: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ ((product >> 7) * 0x11d);
    product ^= ((other >> bit) & 1) * one;
  }
  return product;
}
