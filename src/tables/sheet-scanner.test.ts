import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sheetRows } from './xlsx-sheet.ts';

const context = { file: 'a.xlsx', strings: ['zero', 'one'], dateStyles: [false, true], calendar: 1900 } as const;

function rowsOf(xml: string, size: number): { rows: string[][]; lines: number[] } | string {
  const bytes = Buffer.from(xml);
  const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
    bytes.subarray(at * size, (at + 1) * size),
  );
  try {
    const batches = [...sheetRows(pieces, context)];
    return { rows: batches.flatMap(({ rows }) => rows), lines: batches.flatMap(({ lines }) => lines) };
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
}

const document = (rows: string, tag = 'sheetData') => `<worksheet><${tag}>${rows}</sheetData></worksheet>`;
/** The scanner knows `<sheetData>` only: with a space in the tag every row goes through the parser, the oracle. */
const parsed = (rows: string) => rowsOf(document(rows, 'sheetData '), 1_000_000);

const plain = '<row r="2"><c r="A2" t="s"><v>1</v></c><c r="C2" s="1"><v>45000</v></c><c r="D2"/></row>';
const odd = [
  '<row r="3"><c r="A3" t="inlineStr"><is><t>a &amp; b</t></is></c></row>',
  '<row r="4"><c r="A4" t="str"><f>1+1</f><v>2</v></c></row>',
  '<row r="5"><c r="B5" t="inlineStr"><is><t xml:space="preserve"> x</t><rPh><t>y</t></rPh></is></c></row>',
  '<row><c><v>7</v></c></row>',
  "<row r='9'><c r='A9'><v>9</v></c></row>",
  '<row r="10"/>',
  '<row r="11"><c r="A11"><v>1</v></c><x/></row>',
  '<row r="12"><c r="A12" t="str"><v><![CDATA[</row>]]></v></c></row>',
  `<!-- ${plain} -->`,
  `<!-- ${plain}${plain} -->`,
  `<![CDATA[${plain}]]>`,
  '\n  ',
];

describe('cutting plain rows without the parser', () => {
  it('gives the cells of plain rows', () => {
    expect(rowsOf(document(plain), 7)).toEqual({ rows: [['one', '', '2023-03-15', '']], lines: [2] });
  });

  it('agrees with the parser on any rows, however the text is cut', () => {
    const rows = fc.array(fc.oneof(fc.constant(plain), fc.constantFrom(...odd)), { maxLength: 8 });
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 400 }), (parts, size) => {
        const text = parts.join('');
        expect(rowsOf(document(text), size)).toEqual(parsed(text));
      }),
      { numRuns: 400, seed: 1 },
    );
  });

  it('refuses what the parser refuses', () => {
    const broken = [
      '<row r="2"><c r="A2"><v>1</c></row>',
      `${plain}</row>`,
      `${plain}<row r="3"><c>`,
      `${plain}\u0001`,
    ];
    for (const text of broken) {
      expect(parsed(text)).toBe('CND_FILE_UNREADABLE');
      expect(rowsOf(document(text), 50)).toBe('CND_FILE_UNREADABLE');
    }
    expect(rowsOf(`<!DOCTYPE a>${document(plain)}`, 50)).toBe('CND_FILE_UNREADABLE');
    expect(rowsOf(`<!-- <sheetData>${plain} --><a/>`, 50)).toEqual({ rows: [], lines: [] });
  });
});
