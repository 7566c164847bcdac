import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { candor, candorJson } from './candor.ts';

const folder = mkdtempSync(join(tmpdir(), 'candor-shrink-'));
const data = join(folder, 'branches.csv');
/** Promoters, passives, detractors; the figures are those that metafor 3.8-1 gives for these ten (Paule-Mandel). */
const branches = { A: [60, 30, 20], B: [8, 3, 1], C: [3, 2, 4], D: [25, 20, 15], E: [2, 2, 0], F: [15, 10, 12] };
const more = { G: [100, 70, 40], H: [5, 1, 2], I: [1, 3, 2], J: [30, 12, 8] };
const rows = Object.entries({ ...branches, ...more }).flatMap(([name, counts]) =>
  counts.flatMap((count, group) => Array.from({ length: count }, () => `${name},${[10, 8, 3][group]}`)),
);
writeFileSync(data, ['branch,score', ...rows].join('\n'));
const call = ['analyze', 'shrink', '--data', data, '--score', 'score', '--segment', 'branch'];

describe('candor analyze shrink', () => {
  it('draws the score of each segment to the mean', () => {
    const found = candorJson<{
      n: number;
      mean: number;
      betweenVariance: number;
      segments: { segment: string; n: number; raw: number; shrunken: number }[];
    }>(...call, '--metric', 'nps');
    expect(found.n).toBe(506);
    expect(found.mean).toBeCloseTo(27.188077, 5);
    expect(found.betweenVariance).toBeCloseTo(240.940588, 4);
    const small = found.segments.find(({ segment }) => segment === 'E')!;
    expect([small.n, small.raw]).toEqual([4, 50]);
    expect(small.shrunken).toBeCloseTo(33.742172, 5);
  });

  it('says it in a terminal, and refuses other metrics by name', () => {
    expect(candor(...call, '--metric', 'nps').stdout).toContain('Segments truly scatter around +27');
    const refused = candor(...call, '--metric', 'mean', '--scale', '0-10', '--json');
    expect(refused.status).toBe(2);
    expect(JSON.parse(refused.stdout).error.code).toBe('CND_SPEC');
  });
});
