import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chiSquaredUpper } from '../numeric/index.ts';
import { chanceOf, sampleOf, variantOf } from './chance.ts';
import { commitDraw, drawWinners } from './draw.ts';
import { hexOf, sha256 } from './sha256.ts';

describe('SHA-256', () => {
  it('gives the digest of FIPS 180-4 for "abc"', () => {
    expect(hexOf(sha256('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('agrees with the one of Node on every length around a block and on any text', () => {
    const ofNode = (text: string) => createHash('sha256').update(text).digest('hex');
    for (let length = 0; length <= 200; length += 1) {
      expect(hexOf(sha256('x'.repeat(length)))).toBe(ofNode('x'.repeat(length)));
    }
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        expect(hexOf(sha256(text))).toBe(ofNode(text));
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});

describe('a sample by hash', () => {
  it('is uniform: chi-square over 100,000 units and 100 cells', () => {
    const cells = new Array<number>(100).fill(0);
    for (let i = 0; i < 100_000; i += 1) cells[Math.floor(chanceOf('seed', `unit-${i}`) * 100)]! += 1;
    const chiSquare = cells.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    // One fixed seed: the band was stated before the first run, 99.8 % of true uniforms lie in it.
    expect(chiSquaredUpper(chiSquare, 99)).toBeGreaterThan(0.001);
    expect(chiSquaredUpper(chiSquare, 99)).toBeLessThan(0.999);
  });

  it('gives the same answer for ever', () => {
    expect([1, 2, 3, 4, 5, 6].map((i) => sampleOf('seed', `e${i}`, 0.5))).toMatchInlineSnapshot(`
      [
        false,
        false,
        true,
        true,
        false,
        false,
      ]
    `);
    expect(chanceOf('ab', 'c')).not.toBe(chanceOf('a', 'bc'));
    expect(chanceOf('a', '1:b', 'c')).not.toBe(chanceOf('a', '1', 'b,1:c'));
  });

  it('of a tenth lies inside the one of a fifth', () => {
    for (let i = 0; i < 2000; i += 1) {
      if (sampleOf('s', `${i}`, 0.1)) expect(sampleOf('s', `${i}`, 0.2)).toBe(true);
    }
  });

  it('takes nobody at 0 and everybody at 1', () => {
    for (let i = 0; i < 500; i += 1) {
      expect(sampleOf('s', `${i}`, 0)).toBe(false);
      expect(sampleOf('s', `${i}`, 1)).toBe(true);
    }
    expect(() => sampleOf('s', 'u', 1.5)).toThrow(/between 0 and 1/);
  });
});

describe('variants', () => {
  const variants = [
    { name: 'plain', weight: 1 },
    { name: 'warm', weight: 3 },
  ];

  it('are drawn by their weights, whatever the order of the list', () => {
    let warm = 0;
    for (let i = 0; i < 20_000; i += 1) {
      const drawn = variantOf('s', `u${i}`, variants);
      expect(variantOf('s', `u${i}`, [...variants].reverse())).toBe(drawn);
      if (drawn.name === 'warm') warm += 1;
    }
    // Standard error of 20,000 draws at 0.75: 0.003.
    expect(Math.abs(warm / 20_000 - 0.75)).toBeLessThan(0.012);
  });

  it('have nothing to do with who is in the sample', () => {
    const sampled = Array.from({ length: 20_000 }, (_, i) => `u${i}`).filter((unit) => sampleOf('s', unit, 0.2));
    const warm = sampled.filter((unit) => variantOf('s', unit, variants).name === 'warm').length;
    expect(Math.abs(warm / sampled.length - 0.75)).toBeLessThan(0.03);
  });

  it('never give one of weight 0, and refuse a list without weight', () => {
    const list = [{ name: 'never', weight: 0 }, ...variants];
    for (let i = 0; i < 500; i += 1) expect(variantOf('s', `${i}`, list).name).not.toBe('never');
    expect(() => variantOf('s', 'u', [])).toThrow(/weights above 0/);
  });
});

describe('a draw', () => {
  const entrants = Array.from({ length: 50 }, (_, i) => `entry-${i}`);
  const { listHash } = commitDraw(entrants);

  it('is that of the commands on the page: sha256sum of the sorted list, then of SEED:LISTHASH:ENTRY', () => {
    const hash = (text: string) => createHash('sha256').update(text).digest('hex');
    expect(listHash).toBe(hash([...entrants].sort().join('\n')));
    const byHand = [...entrants].sort((a, b) =>
      hash(`2026-05-04 lotto 3 9 12:${listHash}:${a}`) < hash(`2026-05-04 lotto 3 9 12:${listHash}:${b}`) ? -1 : 1,
    );
    expect(drawWinners(listHash, '2026-05-04 lotto 3 9 12', entrants, 3)).toEqual(byHand.slice(0, 3));
  });

  it('gives the same winners in any order of the list, and each entry the same chance', () => {
    expect(drawWinners(listHash, 'seed', [...entrants].reverse(), 5)).toEqual(
      drawWinners(listHash, 'seed', entrants, 5),
    );
    const wins = new Map<string, number>();
    for (let i = 0; i < 5000; i += 1) {
      const [winner] = drawWinners(listHash, `seed ${i}`, entrants);
      wins.set(winner!, (wins.get(winner!) ?? 0) + 1);
    }
    const chiSquare = entrants.reduce((sum, entrant) => sum + ((wins.get(entrant) ?? 0) - 100) ** 2 / 100, 0);
    expect(chiSquaredUpper(chiSquare, 49)).toBeGreaterThan(0.001);
  });

  it('refuses another list than the one committed to, double entries, and more winners than entries', () => {
    expect(() => drawWinners(listHash, 'seed', entrants.slice(1))).toThrow(/committed to/);
    expect(() => commitDraw(['a', 'a'])).toThrow(/each once/);
    expect(() => commitDraw(['a\nb'])).toThrow(/one line/);
    expect(() => commitDraw([])).toThrow(/got none/);
    expect(() => drawWinners(listHash, 'seed', entrants, 51)).toThrow(/1 to 50 winners/);
  });
});
