import { CandorError } from '../errors/index.ts';
import { bitsOf, codewordsOf } from './qr-codewords.ts';
import { type QrVersion, versionFor } from './qr-version.ts';

/** Rows of a QR code; true is dark. Without the quiet zone. */
export type QrCode = readonly (readonly boolean[])[];

/**
 * The QR code of a text: bytes in UTF-8, error correction M (15 % of it may be covered), versions 1 to 10, that is at
 * most 213 bytes; a longer text is refused (`CND_ARGUMENT`). Our own, since the usual package brings fifteen others.
 * Source: ISO/IEC 18004.
 */
export function qrCode(text: string): QrCode {
  const bytes = new TextEncoder().encode(text);
  const version = versionFor(bytes.length);
  if (!version) {
    throw new CandorError('CND_ARGUMENT', `qrCode needs at most 213 bytes, got ${bytes.length}`, {
      bytes: bytes.length,
    });
  }
  const bits = bitsOf(codewordsOf(bytes, version));
  // The mask with the least penalty is the one that scanners read best.
  const drawn = Array.from({ length: 8 }, (_, mask) => draw(version, bits, mask));
  const penalties = drawn.map(penaltyOf);
  return drawn[penalties.indexOf(Math.min(...penalties))]!;
}

/** The code as an image of its own, black on white with its quiet zone, whatever the theme: scanners want it so. */
export function qrSvg(text: string): string {
  const code = qrCode(text);
  const quiet = 4;
  const side = code.length + 2 * quiet;
  const path = code
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x + quiet} ${y + quiet}h1v1h-1z`] : [])))
    .join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path d="${path}"/></svg>`;
}

type Grid = (boolean | undefined)[][];

function draw(version: QrVersion, bits: readonly boolean[], mask: number): boolean[][] {
  const grid = frame(version);
  const side = grid.length;
  drawFormat(grid, mask);
  let next = 0;
  // Two columns at a time from the right, up and down in turn; the column of the timing line is passed over.
  for (let right = side - 1; right > 0; right -= 2) {
    if (right === 6) right = 5;
    const upward = ((right + 1) & 2) === 0;
    for (let step = 0; step < side; step += 1) {
      const y = upward ? side - 1 - step : step;
      for (const x of [right, right - 1]) {
        if (grid[y]![x] !== undefined) continue;
        grid[y]![x] = (bits[next] ?? false) !== isMasked(mask, x, y);
        next += 1;
      }
    }
  }
  return grid as boolean[][];
}

/** Everything that is the same whatever the text: finders, timing, alignment, version, the one dark module. */
function frame({ number, alignment }: QrVersion): Grid {
  const side = 17 + 4 * number;
  const grid: Grid = Array.from({ length: side }, () => Array<boolean | undefined>(side).fill(undefined));
  const set = (x: number, y: number, dark: boolean) => {
    if (grid[y] && x >= 0 && x < side) grid[y][x] = dark;
  };
  for (const [cx, cy] of [
    [3, 3],
    [side - 4, 3],
    [3, side - 4],
  ] as const) {
    for (let dy = -4; dy <= 4; dy += 1) {
      for (let dx = -4; dx <= 4; dx += 1) {
        const ring = Math.max(Math.abs(dx), Math.abs(dy));
        set(cx + dx, cy + dy, ring !== 2 && ring !== 4);
      }
    }
  }
  for (let at = 8; at < side - 8; at += 1) {
    set(at, 6, at % 2 === 0);
    set(6, at, at % 2 === 0);
  }
  const last = alignment.at(-1);
  for (const cx of alignment) {
    for (const cy of alignment) {
      // Three corners hold finders.
      if ((cx === 6 && cy === 6) || (cx === 6 && cy === last) || (cx === last && cy === 6)) continue;
      for (let dy = -2; dy <= 2; dy += 1) {
        for (let dx = -2; dx <= 2; dx += 1) set(cx + dx, cy + dy, Math.max(Math.abs(dx), Math.abs(dy)) !== 1);
      }
    }
  }
  if (number >= 7) drawVersion(number, side, set);
  set(8, side - 8, true);
  return grid;
}

function drawVersion(number: number, side: number, set: (x: number, y: number, dark: boolean) => void): void {
  const word = (number << 12) | remainder(number, 12, 0x1f25);
  for (let bit = 0; bit < 18; bit += 1) {
    const dark = ((word >> bit) & 1) === 1;
    const [near, far] = [Math.floor(bit / 3), side - 11 + (bit % 3)];
    set(far, near, dark);
    set(near, far, dark);
  }
}

/** Level M (00) and the mask, with their own error correction, twice. */
function drawFormat(grid: Grid, mask: number): void {
  const side = grid.length;
  const word = ((mask << 10) | remainder(mask, 10, 0x537)) ^ 0x5412;
  for (let bit = 0; bit < 15; bit += 1) {
    const dark = ((word >> bit) & 1) === 1;
    const down = bit < 6 ? bit : bit < 8 ? bit + 1 : side - 15 + bit;
    const across = bit < 8 ? side - 1 - bit : bit === 8 ? 7 : 14 - bit;
    grid[down]![8] = dark;
    grid[8]![across] = dark;
  }
}

function remainder(value: number, degree: number, generator: number): number {
  let rest = value << degree;
  for (let bit = 31 - Math.clz32(rest); bit >= degree; bit -= 1) {
    if ((rest >> bit) & 1) rest ^= generator << (bit - degree);
  }
  return rest;
}

function isMasked(mask: number, x: number, y: number): boolean {
  switch (mask) {
    case 0:
      return (x + y) % 2 === 0;
    case 1:
      return y % 2 === 0;
    case 2:
      return x % 3 === 0;
    case 3:
      return (x + y) % 3 === 0;
    case 4:
      return (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0;
    case 5:
      return ((x * y) % 2) + ((x * y) % 3) === 0;
    case 6:
      return (((x * y) % 2) + ((x * y) % 3)) % 2 === 0;
    default:
      return (((x + y) % 2) + ((x * y) % 3)) % 2 === 0;
  }
}

/** The four penalties of the standard: long runs, blocks, what looks like a finder, and too much of one colour. */
function penaltyOf(code: QrCode): number {
  const side = code.length;
  const columns = code.map((_, x) => code.map((row) => row[x]!));
  const lines = [...code, ...columns];
  let penalty = 0;
  for (const line of lines) {
    const text = line.map((dark) => (dark ? '1' : '0')).join('');
    for (const [run] of text.matchAll(/0{5,}|1{5,}/g)) penalty += run.length - 2;
    for (const pattern of ['10111010000', '00001011101']) {
      for (let at = text.indexOf(pattern); at >= 0; at = text.indexOf(pattern, at + 1)) penalty += 40;
    }
  }
  for (let y = 0; y + 1 < side; y += 1) {
    for (let x = 0; x + 1 < side; x += 1) {
      const dark = code[y]![x];
      if (dark === code[y]![x + 1] && dark === code[y + 1]![x] && dark === code[y + 1]![x + 1]) penalty += 3;
    }
  }
  const share = code.flat().filter(Boolean).length / side ** 2;
  return penalty + 10 * Math.floor(Math.abs(share * 100 - 50) / 5);
}
