import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { isCandorError } from '../../src/errors/index.ts';
import { openTable, readSurveyFile, type TableSource } from '../../src/tables/index.ts';

const seed = 20261122;

/** The bytes in pieces of the sizes given, as an upload would bring them. */
async function* pieces(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  let at = 0;
  for (let index = 0; at < bytes.length; index += 1) {
    const size = sizes[index % sizes.length] as number;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

async function readAll(bytes: Uint8Array, sizes: readonly number[], name = 'fuzz.csv') {
  const table = await openTable({ name, stream: pieces(bytes, sizes) });
  const rows: string[][] = [];
  const lines: number[] = [];
  for await (const batch of table.batches()) {
    rows.push(...batch.rows);
    lines.push(...batch.lines);
  }
  return { header: table.header.columns.map(({ written }) => written), rows, lines, format: table.format() };
}

async function answersOrRefuses(source: TableSource): Promise<void> {
  try {
    const file = await readSurveyFile(source);
    expect(file.rows.used + file.rows.rejected).toBe(file.rows.read);
    expect([...file.series.scores].every(Number.isFinite)).toBe(true);
    expect(file.rows.reasons.every(({ firstLine }) => Number.isInteger(firstLine) && firstLine > 0)).toBe(true);
  } catch (error) {
    if (!isCandorError(error)) throw error;
    expect(error.message).not.toMatch(/NaN|undefined|\[object/);
  }
}

function changed(bytes: Uint8Array, changes: readonly { readonly at: number; readonly to: number }[]): Buffer {
  const copy = Buffer.from(bytes);
  for (const { at, to } of changes) copy[at % copy.length] = to;
  return copy;
}

const encodings = {
  'utf-8': (text: string) => Buffer.from(text, 'utf8'),
  'utf-8 with mark': (text: string) => Buffer.from(`\uFEFF${text}`, 'utf8'),
  'utf-16le': (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
  'utf-16be': (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
} as const;

const cell = fc.oneof(
  { weight: 6, arbitrary: fc.stringMatching(/^[a-z0-9 äöå€.,;'-]{0,8}$/) },
  { weight: 2, arbitrary: fc.constantFrom('', ' ', '"', '""', 'a"b', '"a"', ',', ';', '\t', '|', '=1+1', '😀', '4,5') },
  { weight: 2, arbitrary: fc.constantFrom('\n', 'a\nb', '\r\n', 'a\rb', '\n\n', '"\n"', ',\n;') },
  {
    weight: 1,
    arbitrary: fc.string({ maxLength: 12 }).map((text) => text.replace(/[\0\uFEFF\uFFFD]|[\uD800-\uDFFF]/g, '')),
  },
);

const document = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  newline: fc.constantFrom('\n', '\r\n', '\r'),
  encoding: fc.constantFrom(...(Object.keys(encodings) as (keyof typeof encodings)[])),
  sizes: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 4 }),
  alwaysQuote: fc.boolean(),
  endsWithNewline: fc.boolean(),
  separatorLine: fc.boolean(),
  blankLinesAt: fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 2 }),
  rows: fc
    .integer({ min: 2, max: 6 })
    .chain((columns) =>
      fc
        .array(fc.array(cell, { minLength: columns, maxLength: columns }), { maxLength: 12 })
        .map((body) => [Array.from({ length: columns }, (_, index) => `column ${index}`), ...body]),
    ),
});
type Document = typeof document extends fc.Arbitrary<infer T> ? T : never;

/** The file a careful program would write, and the physical line on which each row begins. */
function write({ delimiter, newline, alwaysQuote, endsWithNewline, separatorLine, blankLinesAt, rows }: Document) {
  const parts = separatorLine ? [`sep=${delimiter}${newline}`] : [];
  const lines: number[] = [];
  let line = separatorLine ? 2 : 1;
  rows.forEach((row, index) => {
    if (index > 0 && blankLinesAt.includes(index)) {
      parts.push(newline);
      line += 1;
    }
    lines.push(line);
    const cells = row.map((value) => {
      const needed = /["\n\r]/.test(value) || value.includes(delimiter);
      return needed || alwaysQuote ? `"${value.replaceAll('"', '""')}"` : value;
    });
    const written = cells.join(delimiter) + (index === rows.length - 1 && !endsWithNewline ? '' : newline);
    line += written.split(/\r\n|\n|\r/).length - 1;
    parts.push(written);
  });
  return { text: parts.join(''), lines };
}

/** Four steady rows tell the delimiter whatever the fuzzed cells hold; the first row is the header. */
function withSteadyRows(fuzzed: Document): Document {
  const [header = [], ...body] = fuzzed.rows;
  const steady = Array.from({ length: 4 * (body.length + 1) }, () => header.map((_, index) => `steady${index}`));
  return { ...fuzzed, rows: [header, ...steady, ...body] };
}

describe('the reader of tables under 10,000 seeded inputs', () => {
  it('gives every cell and line of a well-written file, in any encoding and any pieces', async () => {
    await fc.assert(
      fc.asyncProperty(document, async (fuzzed) => {
        const written = withSteadyRows(fuzzed);
        const { text, lines } = write(written);
        const read = await readAll(encodings[fuzzed.encoding](text), fuzzed.sizes);
        expect(read.format.delimiter).toBe(fuzzed.delimiter);
        expect(read.rows).toEqual(written.rows.slice(1));
        expect(read.lines).toEqual(lines.slice(1));
      }),
      { seed, numRuns: 3_440 },
    );
  });

  it('gives the same cells when rows are cut by the ends of chunks, far into the file', async () => {
    const long = fc.record({
      document,
      sizes: fc.array(fc.integer({ min: 1, max: 20_000 }), { minLength: 1, maxLength: 5 }),
    });
    await fc.assert(
      fc.asyncProperty(long, async ({ document: fuzzed, sizes }) => {
        const written = withSteadyRows({ ...fuzzed, blankLinesAt: [] });
        const [header = [], ...body] = written.rows;
        // The reader takes 128 kB before it decides; what follows comes in the pieces.
        const rows = [header];
        while (rows.length * header.length * 8 < 150_000) rows.push(...body);
        rows.push(...body);
        const { text, lines } = write({ ...written, rows });
        const read = await readAll(encodings[fuzzed.encoding](text), sizes);
        expect(read.rows.length).toBe(rows.length - 1);
        expect(read.rows.slice(-body.length)).toEqual(body);
        expect(read.lines).toEqual(lines.slice(1));
      }),
      { seed: seed + 4, numRuns: 60 },
    );
  });

  it('agrees with csv-parse on quotes, delimiters and line ends', async () => {
    await fc.assert(
      fc.asyncProperty(document, async (fuzzed) => {
        const { text } = write({ ...withSteadyRows(fuzzed), separatorLine: false });
        const read = await readAll(Buffer.from(text, 'utf8'), fuzzed.sizes);
        const oracle: string[][] = parse(text, {
          delimiter: fuzzed.delimiter,
          relax_column_count: true,
          skip_empty_lines: true,
          record_delimiter: fuzzed.newline,
        });
        expect(read.rows).toEqual(oracle.slice(1));
      }),
      { seed: seed + 1, numRuns: 2_000 },
    );
  });

  it('loses no character of a file with stray and unclosed quotation marks', async () => {
    const stray = fc.array(fc.constantFrom('"', '""', 'a', 'b', ',', '\n', ' '), { maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(stray, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), async (parts, sizes) => {
        const text = `h1,h2\n${'x,y\n'.repeat(20)}${parts.join('')}`;
        const { rows } = await readAll(Buffer.from(text), sizes);
        const letters = (value: string) => value.replace(/[^abxy]/g, '');
        expect(letters(rows.flat().join(''))).toBe(letters(text.slice(6)));
      }),
      { seed: seed + 2, numRuns: 2_000 },
    );
  });

  it('answers or refuses a spreadsheet with some bytes changed', async () => {
    const whole = readFileSync(new URL('../fixtures/plain/dates-1900.xlsx', import.meta.url));
    const change = fc.record({ at: fc.nat(whole.length - 1), to: fc.nat(255) });
    const stored = unzipSync(whole);
    const spoilt = fc.oneof(
      fc.array(change, { minLength: 1, maxLength: 6 }).map((changes) => changed(whole, changes)),
      // Changes inside the XML, under a sound archive.
      fc
        .tuple(fc.constantFrom(...Object.keys(stored)), fc.array(change, { minLength: 1, maxLength: 6 }))
        .map(([name, changes]) =>
          Buffer.from(zipSync({ ...stored, [name]: changed(stored[name] as Uint8Array, changes) }, { level: 1 })),
        ),
    );
    await fc.assert(
      fc.asyncProperty(spoilt, async (bytes) => answersOrRefuses({ name: 'any.xlsx', stream: pieces(bytes, [4_096]) })),
      { seed: seed + 5, numRuns: 500 },
    );
  });

  it('answers or refuses any bytes, and never fails otherwise', async () => {
    const start = fc.constantFrom(
      '',
      'PK\u0003\u0004',
      '\u00ff\u00fe',
      '\u00ef\u00bb\u00bf',
      'nps,date\n',
      'nps;date\r\n9;1.2.2026\r\n',
    );
    await fc.assert(
      fc.asyncProperty(start, fc.uint8Array({ maxLength: 300 }), async (prefix, tail) => {
        const bytes = Buffer.concat([Buffer.from(prefix, 'latin1'), tail]);
        await answersOrRefuses({ name: 'any.csv', stream: pieces(bytes, [64]) });
      }),
      { seed: seed + 3, numRuns: 2_000 },
    );
  });
});
