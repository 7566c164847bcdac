import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CandorError } from '../errors/index.ts';
import { CsvTokenizer, maximumCellLength } from './csv-tokenizer.ts';

function cut(text: string, size = text.length, delimiter = ',') {
  const tokenizer = new CsvTokenizer(delimiter, 'test.csv');
  const rows: string[][] = [];
  const lines: number[] = [];
  for (let at = 0; at < text.length; at += size) {
    const batch = tokenizer.push(text.slice(at, at + size));
    rows.push(...batch.rows);
    lines.push(...batch.lines);
  }
  const batch = tokenizer.end();
  return { rows: [...rows, ...batch.rows], lines: [...lines, ...batch.lines] };
}

describe('cutting text into rows', () => {
  it('tells the physical line of a row behind quoted line ends of every kind', () => {
    expect(cut('a,b\n"1\r\n2\r3\n4",x\r\n\r\n5,6\r7,8')).toEqual({
      rows: [
        ['a', 'b'],
        ['1\r\n2\r3\n4', 'x'],
        ['5', '6'],
        ['7', '8'],
      ],
      lines: [1, 2, 7, 8],
    });
  });

  it('keeps stray quotation marks as they stand', () => {
    expect(cut('say "hi",b\n"x"y,z\n').rows).toEqual([
      ['say "hi"', 'b'],
      ['x"y', 'z'],
    ]);
  });

  it('forgives spaces outside the quotation marks, wherever the text is cut', () => {
    const text = '"date", "nps" ,  "a ""b"", c"\r\n"1" ,"2"  \n3 , 4, "5\n6"';
    const rows = [
      ['date', 'nps', 'a "b", c'],
      ['1', '2'],
      ['3 ', ' 4', '5\n6'],
    ];
    for (const size of [1, 2, 3, 5, text.length]) expect(cut(text, size)).toEqual({ rows, lines: [1, 2, 3] });
  });

  it('keeps what only begins like a quoted cell behind spaces', () => {
    expect(cut('a, "b" c,d\n1, "2\n3,4"x\n').rows).toEqual([
      ['a', ' "b" c', 'd'],
      ['1', ' "2'],
      ['3', '4"x'],
    ]);
  });

  it('takes a mark that is never closed as a character, so that no row is swallowed', () => {
    expect(cut('a,b\n"open,1\n2,3\n').rows).toEqual([
      ['a', 'b'],
      ['"open', '1'],
      ['2', '3'],
    ]);
  });

  it('takes a mark that only a later row would close as a character', () => {
    expect(cut('a,b\n"open,1\n2,"x"\n').rows).toEqual([
      ['a', 'b'],
      ['"open', '1'],
      ['2', 'x'],
    ]);
  });

  it('refuses a cell of more than a million characters and names the line on which its row begins', () => {
    const swallow = () => cut(`a,b\n1,2\n3,"${'x'.repeat(maximumCellLength)}`.concat('y'.repeat(20)), 65_536);
    expect(swallow).toThrow(CandorError);
    expect(swallow).toThrow(/line 3 /);
    expect(cut(`a,"${'x'.repeat(maximumCellLength)}"`).rows[0]?.[1]).toHaveLength(maximumCellLength);
  });

  it('keeps only the columns asked for, and still tells filled cells from empty ones', () => {
    const tokenizer = new CsvTokenizer(',', 'test.csv');
    tokenizer.keepOnly([1]);
    expect(tokenizer.push('first,second,third,\n').rows).toEqual([['.', 'second', '.', '']]);
  });

  it('gives the same rows however the text is cut into chunks', () => {
    const part = fc.constantFrom('"', '""', 'ab', ',', '\n', '\r\n', '\r', ' ', '"a\nb"', 'x'.repeat(3_000));
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), fc.integer({ min: 1, max: 30_000 }), (parts, size) => {
        const text = parts.join('');
        expect(cut(text, size)).toEqual(cut(text));
      }),
      { seed: 7, numRuns: 1_000 },
    );
  });
});
