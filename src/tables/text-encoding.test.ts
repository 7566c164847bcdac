import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextStream } from './text-encoding.ts';

function decode(bytes: Uint8Array, size = bytes.length || 1) {
  const stream = new TextStream();
  let text = '';
  for (let at = 0; at < bytes.length; at += size) text += stream.decode(bytes.subarray(at, at + size));
  return { text: text + stream.end(), encoding: stream.encoding };
}

const sample = 'nps;kommentti\n9;"Hyvä, nöjd – 5 € 😀"\n';

describe('telling the encoding of a file', () => {
  it('reads UTF-8 in pieces of any size', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 7 }), (text, size) => {
        const plain = text.replace(/[\0\uFEFF]|[\uD800-\uDFFF]/gu, '');
        expect(decode(Buffer.from(`nps,a\n${plain}`), size).text).toBe(`nps,a\n${plain}`);
      }),
      { seed: 5, numRuns: 1_000 },
    );
  });

  it('reads UTF-16 with and without a byte order mark, both ends first', () => {
    const little = Buffer.from(sample, 'utf16le');
    const big = Buffer.from(sample, 'utf16le').swap16();
    expect(decode(little)).toEqual({ text: sample, encoding: 'utf-16le' });
    expect(decode(big)).toEqual({ text: sample, encoding: 'utf-16be' });
    expect(decode(Buffer.concat([Buffer.from([0xff, 0xfe]), little]), 7)).toEqual({
      text: sample,
      encoding: 'utf-16le',
    });
    expect(decode(Buffer.concat([Buffer.from([0xfe, 0xff]), big]), 7)).toEqual({ text: sample, encoding: 'utf-16be' });
  });

  it('turns to Windows-1252 at the first byte that is not UTF-8, however late', () => {
    const start = 'a,b\n'.repeat(1_000);
    const bytes = Buffer.concat([Buffer.from(start), Buffer.from([0x48, 0x79, 0x76, 0xe4, 0x2c, 0x80, 0x35])]);
    expect(decode(bytes, 100)).toEqual({ text: `${start}Hyvä,€5`, encoding: 'windows-1252' });
  });

  it('knows Mac Roman by where its letters are', () => {
    const bytes = Buffer.from([0x48, 0x79, 0x76, 0x8a, 0x2c, 0x6e, 0x9a, 0x6a, 0x64]);
    expect(decode(bytes)).toEqual({ text: 'Hyvä,nöjd', encoding: 'macintosh' });
  });

  it('takes one bad byte in UTF-8 as damage, not as another encoding', () => {
    const bytes = Buffer.concat([Buffer.from('Hyvä,'), Buffer.from([0xff]), Buffer.from(',ö')]);
    expect(decode(bytes)).toEqual({ text: 'Hyvä,\uFFFD,ö', encoding: 'utf-8' });
  });

  it('leaves NUL characters out', () => {
    expect(decode(Buffer.from('a\0b,\0c')).text).toBe('ab,c');
  });
});
