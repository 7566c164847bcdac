import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type QrCode, qrCode, qrSvg } from './qr-code.ts';

const hasReader = spawnSync('zbarimg', ['--version']).status === 0;

/** The code as a picture that a reader takes: six dots for each module, four modules of quiet around. */
function pictureOf(code: QrCode): Buffer {
  const dots = 6;
  const side = (code.length + 8) * dots;
  const pixels = Buffer.alloc(side * side, 255);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      if (code[Math.floor(y / dots) - 4]?.[Math.floor(x / dots) - 4]) pixels[y * side + x] = 0;
    }
  }
  return Buffer.concat([Buffer.from(`P5 ${side} ${side} 255\n`), pixels]);
}

describe('a QR code', () => {
  it.runIf(hasReader)('is read by another program as what was written, in every size', () => {
    const folder = mkdtempSync(join(tmpdir(), 'candor-qr-'));
    const file = join(folder, 'code.pgm');
    // The last that fits into each version and the first that does not, and an address as a place has it.
    const lengths = [1, 14, 15, 26, 27, 42, 43, 62, 63, 84, 85, 106, 107, 122, 123, 152, 153, 180, 181, 213];
    const texts = lengths.map((length) => `https://cx.example.com/q/${'ab34'.repeat(60)}`.slice(0, length));
    for (const text of [...texts, 'https://cx.example.com/q/0f3a9c2e/k7m2xq9trw4h', 'Kysely – åäö']) {
      writeFileSync(file, pictureOf(qrCode(text)));
      const read = execFileSync('zbarimg', ['-q', '--raw', '-Sdisable', '-Sqrcode.enable', file], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      expect(read.trimEnd()).toBe(text);
    }
    rmSync(folder, { recursive: true });
  });

  it('is of the size that its text needs, with its three finders', () => {
    expect(qrCode('x')).toHaveLength(21);
    expect(qrCode('x'.repeat(213))).toHaveLength(57);
    const code = qrCode('https://cx.example.com/q/0f3a9c2e/k7m2xq9trw4h');
    const side = code.length;
    for (const [x, y] of [
      [0, 0],
      [side - 7, 0],
      [0, side - 7],
    ] as const) {
      expect(
        code.slice(y, y + 7).map((row) =>
          row
            .slice(x, x + 7)
            .map(Number)
            .join(''),
        ),
      ).toEqual(['1111111', '1000001', '1011101', '1011101', '1011101', '1000001', '1111111']);
    }
  });

  it('is one image, the same for the same text, and refuses what does not fit', () => {
    const svg = qrSvg('https://cx.example.com/q/1/2');
    expect(svg).toBe(qrSvg('https://cx.example.com/q/1/2'));
    expect(svg).toMatch(/^<svg [^>]*viewBox="0 0 (\d+) \1"/);
    expect(svg).not.toMatch(/script|href|url\(/);
    expect(() => qrCode('x'.repeat(214))).toThrow(/213 bytes/);
  });
});
