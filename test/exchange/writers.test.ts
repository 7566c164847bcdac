import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { inflateSync } from 'fflate';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { SaxesParser } from 'saxes';
import { afterAll, describe, expect, it } from 'vitest';
import { csvWriter } from '../../src/exchange/csv-writer.ts';
import { writeJsonl } from '../../src/exchange/jsonl-writer.ts';
import { writeParquet } from '../../src/exchange/parquet-writer.ts';
import { writeXlsx } from '../../src/exchange/xlsx-writer.ts';
import { readColumns } from '../../src/tables/index.ts';
import { zipEntries } from '../../src/tables/zip-archive.ts';
import { bytesOf, codebook, columns, fixtureRows, hostile } from './export-fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'candor-writers-'));
afterAll(() => rmSync(folder, { recursive: true }));

const rows = fixtureRows(500);
const names = columns.map(({ name }) => name);
const formula = /^[=+\-@\t\r\n\0＝＋－＠%|]/;

describe('CSV', () => {
  it('holds every value as it was, and no text that a spreadsheet would run', async () => {
    const { bytes, written } = await bytesOf(csvWriter({ byteOrderMark: false }), rows);
    expect(written.rows).toBe(500);
    const read: string[][] = parse(bytes);
    expect(read[0]).toEqual(names);
    rows.forEach((row, index) => {
      const got = read[index + 1]!;
      row.forEach((cell, at) => {
        if (typeof cell === 'string') {
          expect(got[at]).toBe(formula.test(cell) ? `'${cell}` : cell);
          expect(got[at]).not.toMatch(formula);
        } else if (typeof cell === 'number') expect(Number(got[at])).toBe(cell);
        else expect(got[at]).toBe(cell instanceof Date ? cell.toISOString() : String(cell ?? ''));
      });
    });
  });

  it('begins with a byte order mark only where it is wanted', async () => {
    const marked = await bytesOf(csvWriter({ byteOrderMark: true }), rows);
    const plain = await bytesOf(csvWriter({ byteOrderMark: false }), rows);
    expect([...marked.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(marked.bytes.subarray(3).equals(plain.bytes)).toBe(true);
  });
});

describe('JSON lines', () => {
  it('begins with the codebook and holds every value', async () => {
    const { bytes } = await bytesOf(writeJsonl, rows);
    const [head, ...lines] = bytes
      .toString()
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(head).toEqual({ codebook });
    expect(lines).toEqual(
      rows.map((row) =>
        Object.fromEntries(
          names.map((name, at) => {
            const cell = row[at];
            return [name, cell instanceof Date ? cell.toISOString() : (cell ?? null)];
          }),
        ),
      ),
    );
  });
});

describe('Parquet', () => {
  it('holds typed columns, the codebook and every value', async () => {
    const { bytes } = await bytesOf(writeParquet, rows);
    const file = new Uint8Array(bytes).buffer;
    const { key_value_metadata: metadata = [] } = parquetMetadata(file);
    expect(metadata.find(({ key }) => key === 'candor.codebook')?.value).toBe(JSON.stringify(codebook));
    const read = await parquetReadObjects({ file });
    expect(read).toHaveLength(500);
    rows.forEach((row, index) => {
      names.forEach((name, at) => {
        const cell = row[at];
        const got = read[index]![name];
        if (name === 'day') expect((got as Date).toISOString().slice(0, 10)).toBe(cell);
        else expect(got ?? undefined).toEqual(cell);
      });
    });
  });

  it('writes several groups of rows and none at all', async () => {
    const many = fixtureRows(120_000);
    const { bytes } = await bytesOf(writeParquet, many);
    const file = new Uint8Array(bytes).buffer;
    expect(parquetMetadata(file).row_groups.length).toBeGreaterThan(1);
    const read = await parquetReadObjects({ file, columns: ['response_id'] });
    expect(read.map(({ response_id: id }) => id)).toEqual(many.map(([id]) => id));
    const none = await bytesOf(writeParquet, []);
    expect(await parquetReadObjects({ file: new Uint8Array(none.bytes).buffer })).toEqual([]);
  });
});

describe('XLSX', () => {
  it('is well-formed in every part, and its checksums hold', async () => {
    const { bytes } = await bytesOf(writeXlsx, rows);
    const entries = [...zipEntries(bytes, 'x').values()];
    expect(entries[0]!.name).toBe('[Content_Types].xml');
    for (const { offset, compressed, inflated, name } of entries) {
      const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
      const xml = inflateSync(bytes.subarray(start, start + compressed));
      expect(xml.length).toBe(inflated);
      // The checksum follows the content, after its signature.
      expect(bytes.readUInt32LE(start + compressed + 4)).toBe(crc32(xml));
      const parser = new SaxesParser();
      parser.on('error', (error) => {
        throw new Error(`${name}: ${error.message}`);
      });
      parser.write(new TextDecoder('utf-8', { fatal: true }).decode(xml)).close();
    }
  });

  it('is read back with every value in its type', async () => {
    const { bytes, written } = await bytesOf(writeXlsx, rows);
    expect(written).toEqual({ rows: 500, shortened: 0 });
    const path = join(folder, 'read.xlsx');
    writeFileSync(path, bytes);
    const read = await readColumns({ name: 'answers.xlsx', path }, 'all', { sheet: 'Answers' });
    expect(read.names).toEqual(names);
    expect(read.rows).toBe(500);
    const cell = (name: string, index: number) => {
      const { codes, names: texts } = read.text(name);
      return codes[index]! < 0 ? undefined : texts[codes[index]!];
    };
    const days = read.days('day');
    rows.forEach((row, index) => {
      expect(cell('response_id', index)).toBe(row[0]);
      expect(days[index]).toBe(Date.parse(`${row[2] as string}T00:00:00Z`) / 86_400_000);
      expect(cell('recommend', index)).toBe(row[4] === undefined ? undefined : String(row[4]));
      const offset = cell('offset', index);
      expect(offset === undefined ? undefined : Number(offset)).toBe(row[5]);
      // The reader of tables takes blanks off the ends, as files of survey tools need it.
      const words = (cell('ääniä.with words', index) ?? '').replace(/_x([0-9A-F]{4})_/g, (_, code) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      );
      expect(words.trim()).toBe(String(row[7] ?? '').trim());
    });
    const book = await readColumns({ name: 'answers.xlsx', path }, ['column', 'label', 'values'], {
      sheet: 'Codebook',
    });
    expect(book.text('column').names.slice(0, names.length)).toEqual(names);
    expect(book.text('values').names).toContain('0 = En lainkaan todennäköisesti; 10 = Erittäin todennäköisesti');
  });

  it('shortens a text that no cell can hold, and tells it', async () => {
    const long = [['r', new Date(0), '1970-01-01', true, 1, 1, '', `${'x'.repeat(32_766)}😀`]];
    const { written } = await bytesOf(writeXlsx, long);
    expect(written).toEqual({ rows: 1, shortened: 1 });
  });

  it('has no formula, whatever a text begins with', async () => {
    const { bytes } = await bytesOf(
      writeXlsx,
      hostile.map((text, index) => [`r-${index}`, new Date(0), '1970-01-01', true, 1, 1, text, text]),
    );
    for (const { offset, compressed } of zipEntries(bytes, 'x').values()) {
      const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
      expect(new TextDecoder().decode(inflateSync(bytes.subarray(start, start + compressed)))).not.toMatch(/<f>|<f /);
    }
  });
});
