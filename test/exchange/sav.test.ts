import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, it } from 'vitest';
import { savNames } from '../../src/exchange/sav-names.ts';
import { writeSav } from '../../src/exchange/sav-writer.ts';
import { bytesOf, columns, fixtureRows } from './export-fixture.ts';

/** The part of sav-reader that is used here; the package can be required only, and shows no types to a module. */
interface SavReading {
  readonly meta: { readonly sysvars: { name: string; label: string }[]; getValueLabels(name: string): unknown };
  open(): Promise<void>;
  readAllRows(withNothing?: boolean): Promise<Record<string, unknown>[]>;
}
const { SavBufferReader } = createRequire(import.meta.url)('sav-reader') as {
  SavBufferReader: new (bytes: Buffer) => SavReading;
};
const folder = mkdtempSync(join(tmpdir(), 'candor-sav-'));
afterAll(() => rmSync(folder, { recursive: true }));

const names = savNames(columns.map(({ name }) => name));
const hasPspp = spawnSync('pspp', ['--version']).status === 0;

/** As SPSS counts: from 14 October 1582. */
const seconds = (milliseconds: number) => milliseconds / 1000 + 12_219_379_200;

describe('an SPSS system file', () => {
  it('is read by sav-reader as it was written', async () => {
    const rows = fixtureRows(500);
    const { bytes, written } = await bytesOf(writeSav, rows);
    expect(written).toEqual({ rows: 500, shortened: 0 });
    const reader = new SavBufferReader(bytes);
    await reader.open();
    expect(reader.meta.sysvars.map(({ name }) => name)).toEqual(names);
    expect(reader.meta.sysvars[4]!.label).toBe('Kuinka todennäköisesti suosittelisit meitä?');
    expect(reader.meta.getValueLabels('recommend')).toEqual([
      { val: 0, label: 'En lainkaan todennäköisesti' },
      { val: 10, label: 'Erittäin todennäköisesti' },
    ]);
    const read = await reader.readAllRows(true);
    expect(read).toHaveLength(500);
    rows.forEach((row, index) => {
      const [id, at, , completed, recommend, offset, , words] = row;
      const got = read[index]!;
      expect(got.response_id).toBe(id);
      expect(got.responded_at).toBeCloseTo(seconds((at as Date).getTime()), 3);
      expect(got.completed).toBe(completed === undefined ? null : Number(completed));
      expect(got.recommend).toBe(recommend ?? null);
      expect(got.offset).toBe(offset ?? null);
      // sav-reader tears characters of several bytes that cross its units of eight; PSPP below reads them. Blanks at
      // the end are not kept by the format; an empty text is nothing.
      const text = String(words ?? '');
      if (text.length === Buffer.byteLength(text)) expect(got.aania_with_words ?? '').toBe(text.trimEnd());
    });
  });

  it.skipIf(!hasPspp)('is read by PSPP as it was written (skipped where pspp is not installed)', async () => {
    const rows = fixtureRows(500);
    const { bytes } = await bytesOf(writeSav, rows);
    const path = join(folder, 'answers.sav');
    writeFileSync(path, bytes);
    const out = join(folder, 'answers.csv');
    const syntax = `get file='${path}'.
formats responded_at (f20.3) day (f20.0) offset (e25.16) recommend completed (f4.0).
save translate /outfile='${out}' /type=csv /replace /fieldnames /cells=values.
display dictionary.
sysfile info file='${path}'.
`;
    writeFileSync(join(folder, 'read.sps'), syntax);
    const { stdout: told } = spawnSync('pspp', ['-o', '-', join(folder, 'read.sps')], { encoding: 'utf8' });
    expect(told).not.toMatch(/warning|error/i);
    expect(told).toContain('Kuinka todennäköisesti suosittelisit meitä?');
    expect(told).toContain('Erittäin todennäköisesti');
    const read: string[][] = parse(readFileSync(out, 'utf8'), { relax_column_count: false });
    expect(read[0]).toEqual(names);
    expect(read).toHaveLength(501);
    rows.forEach(([id, at, day, completed, recommend, offset, segment, words], index) => {
      const got = read[index + 1]!;
      expect(got[0]).toBe(id);
      expect(Number(got[1])).toBeCloseTo(seconds((at as Date).getTime()), 3);
      expect(Number(got[2])).toBe(seconds(Date.parse(`${day as string}T00:00:00Z`)));
      expect(got[3]!.trim()).toBe(completed === undefined ? '' : String(Number(completed)));
      expect(got[4]!.trim()).toBe(recommend === undefined ? '' : String(recommend));
      if (offset === undefined) expect(got[5]!.trim()).toBe('');
      else expect(Number(got[5])).toBeCloseTo(offset as number, 9);
      expect(got[6]).toBe(segment ?? '');
      expect(got[7]).toBe(String(words ?? '').trimEnd());
    });
  });

  it.skipIf(!hasPspp)('takes texts up to the limit of the format, and tells what it had to shorten', async () => {
    const texts = [251, 252, 253, 255, 256, 503, 504, 505, 5_000, 32_767, 40_000].map((length) => 'ä'.repeat(length));
    const rows = [...texts, ...texts.map((text) => `x${text}`)].map((text, index) => [
      `r-${index}`,
      new Date(0),
      '1970-01-01',
      true,
      1,
      1,
      '',
      text,
    ]);
    for (const row of rows) {
      const { bytes, written } = await bytesOf(writeSav, [row]);
      const size = Buffer.byteLength(row[7] as string);
      expect(written.shortened).toBe(size > 32_767 ? 1 : 0);
      const path = join(folder, 'long.sav');
      writeFileSync(path, bytes);
      const told = execFileSync('pspp-convert', [path, join(folder, 'long.csv')], { encoding: 'utf8' });
      expect(told).toBe('');
      const read: string[][] = parse(readFileSync(join(folder, 'long.csv')));
      const expected = size > 32_767 ? (row[7] as string).slice(0, Math.ceil(32_767 / 2)) : row[7];
      expect(read[1]![7]).toBe(Buffer.byteLength(String(expected)) > 32_767 ? String(expected).slice(0, -1) : expected);
    }
  });

  it('is a whole file without a row', async () => {
    const { bytes } = await bytesOf(writeSav, []);
    const reader = new SavBufferReader(bytes);
    await reader.open();
    expect(await reader.readAllRows()).toEqual([]);
  });

  it('names columns as SPSS takes them', () => {
    expect(savNames(['Ääni', 'ääni', '1st', 'and', 'a.b-c', 'x'.repeat(90), 'x'.repeat(91), '顧客'])).toEqual([
      'Aani',
      'aani_2',
      'v_1st',
      'and_2',
      'a_b_c',
      'x'.repeat(64),
      `${'x'.repeat(58)}_2`,
      'v_',
    ]);
  });
});
