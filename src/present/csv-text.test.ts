import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openTable } from '../tables/index.ts';
import { escapeCell, writeCsv } from './csv-text.ts';

const trigger = fc.constantFrom('=', '+', '-', '@', '\t', '\0', '\r', '\n', '＝', '＋', '－', '＠', '%', '|');
const text = fc.oneof(
  fc.string(),
  fc.tuple(trigger, fc.string()).map(([first, rest]) => first + rest),
);
const dangerous = /^[=+\-@\t\0\r\n＝＋－＠%|]/;

describe('writing CSV that a spreadsheet does not run', () => {
  it('puts an apostrophe before every first character that starts a formula, and changes nothing else', () => {
    fc.assert(
      fc.property(text, (value) => {
        const escaped = escapeCell(value);
        expect(escaped).not.toMatch(dangerous);
        expect(escaped).toBe(dangerous.test(value) ? `'${value}` : value);
      }),
      { seed: 11, numRuns: 3_000 },
    );
    expect(escapeCell('=HYPERLINK("x")')).toBe(`'=HYPERLINK("x")`);
    expect(escapeCell('9 = good')).toBe('9 = good');
  });

  it('writes what csv-parse reads back, escaped, in values and in headers', () => {
    const table = fc.array(fc.array(text, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(table, fc.constantFrom(',' as const, ';' as const, '\t' as const), (rows, delimiter) => {
        const read = parse(writeCsv(rows, { delimiter }), {
          delimiter,
          relax_column_count: true,
          record_delimiter: '\r\n',
        });
        expect(read).toEqual(rows.map((row) => row.map(escapeCell)));
      }),
      { seed: 12, numRuns: 2_000 },
    );
  });

  it('leaves numbers as numbers, negative ones too', () => {
    expect(writeCsv([['score', -12, 4.5, Number.NaN, undefined, true]])).toBe('score,-12,4.5,,,true\r\n');
  });

  it('is read back by our own reader', async () => {
    const csv = writeCsv([
      ['NPS', 'Comment'],
      [9, 'two\nlines, "quoted"'],
    ]);
    const table = await openTable({
      name: 'own.csv',
      stream: (async function* () {
        yield Buffer.from(csv);
      })(),
    });
    const rows: string[][] = [];
    for await (const batch of table.batches()) rows.push(...batch.rows);
    expect(rows).toEqual([['9', 'two\nlines, "quoted"']]);
  });
});
