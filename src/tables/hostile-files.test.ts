import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { CandorError } from '../errors/index.ts';
import { openTable, readSurveyFile, type TableSource } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'candor-'));
afterAll(() => rmSync(folder, { recursive: true }));

function upload(...chunks: (string | Uint8Array)[]): TableSource {
  const bytes = chunks.map((chunk) => (typeof chunk === 'string' ? Buffer.from(chunk) : chunk));
  return {
    name: 'answers.csv',
    stream: (async function* () {
      yield* bytes;
    })(),
  };
}

async function refusal(source: TableSource, options = {}): Promise<CandorError> {
  const thrown = await readSurveyFile(source, options).catch((error: unknown) => error);
  if (!(thrown instanceof CandorError)) throw new Error(`not refused: ${thrown}`);
  return thrown;
}

const workbook = '<workbook xmlns:r="r"><sheets><sheet name="Answers" sheetId="1" r:id="rId1"/></sheets></workbook>';
const relations = '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>';
function xlsx(sheet: string | Uint8Array, parts: Record<string, string> = {}): Uint8Array {
  const all = { 'xl/workbook.xml': workbook, 'xl/_rels/workbook.xml.rels': relations, ...parts };
  const files = Object.fromEntries(Object.entries(all).map(([name, text]) => [name, strToU8(text)]));
  return zipSync({ ...files, 'xl/worksheets/sheet1.xml': typeof sheet === 'string' ? strToU8(sheet) : sheet });
}

/** The same archive with every size and offset of its central directory moved to a Zip64 field. */
function widened(zip: Buffer): Buffer {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const start = zip.readUInt32LE(end + 16);
  const entries: Buffer[] = [];
  for (let at = start; at < end; ) {
    const length = 46 + zip.readUInt16LE(at + 28);
    const entry = Buffer.from(zip.subarray(at, at + length));
    const field = Buffer.alloc(28);
    field.writeUInt16LE(1, 0);
    field.writeUInt16LE(24, 2);
    for (const [index, from] of [24, 20, 42].entries()) {
      field.writeBigUInt64LE(BigInt(entry.readUInt32LE(from)), 4 + 8 * index);
      entry.writeUInt32LE(0xffffffff, from);
    }
    entry.writeUInt16LE(field.length, 30);
    at += length + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    entries.push(entry, field);
  }
  return Buffer.concat([zip.subarray(0, start), ...entries, zip.subarray(end)]);
}

describe('files that are no table', () => {
  it.each([
    ['a PNG picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
    ['a PDF document', Buffer.from('%PDF-1.7\n1 0 obj')],
    ['an old Excel file', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
    ['a gzip archive', Buffer.from([0x1f, 0x8b, 8, 0, 0, 0])],
    ['a web page or XML', Buffer.from('<!DOCTYPE html><html><table><tr><td>nps')],
    ['JSON', Buffer.from('[{"nps": 9, "date": "2026-01-01"}]')],
    ['a binary file', Buffer.from(Array.from({ length: 4_000 }, (_, index) => (index * 7919) % 251))],
    ['a zip archive without a workbook', zipSync({ 'readme.txt': strToU8('hello') })],
  ])('names %s', async (what, bytes) => {
    const error = await refusal(upload(bytes));
    expect(error.code).toBe('CND_FILE_NOT_A_TABLE');
    expect(error.message).toContain(what);
  });

  it('refuses an empty file, one of blank lines and one with a header only', async () => {
    for (const text of ['', '\n\n \n', 'nps,date\n']) {
      expect((await refusal(upload(text))).code).toBe('CND_FILE_EMPTY');
    }
  });

  it('says which file is not there, and that a folder is no file, without the way to it', async () => {
    const missing = await refusal({ name: join(folder, 'gone.csv'), path: join(folder, 'gone.csv') });
    expect(missing.code).toBe('CND_FILE_NOT_FOUND');
    expect(missing.message).toBe('there is no file "gone.csv"');
    const directory = await refusal({ name: folder, path: folder });
    expect(directory.code).toBe('CND_FILE_UNREADABLE');
    expect(directory.message).toContain('is a folder');
  });

  it('turns the failure of a stream into a refusal', async () => {
    const broken = async function* () {
      yield Buffer.from('nps,date\n');
      throw Object.assign(new Error('reset'), { code: 'ECONNRESET' });
    };
    const error = await refusal({ name: 'a.csv', stream: broken() });
    expect(error.code).toBe('CND_FILE_UNREADABLE');
    expect(error.message).toContain('ECONNRESET');
  });

  it('lets the source go when it refuses, and stops when told to', async () => {
    let closed = 0;
    const endless = async function* () {
      try {
        yield Buffer.from('nps,date\n');
        for (;;) yield Buffer.from('9,2026-01-01\n'.repeat(20_000));
      } finally {
        closed += 1;
      }
    };
    const unknown = await refusal({ name: 'a.csv', stream: endless() }, { score: 'grade' });
    expect(unknown.code).toBe('CND_COLUMN_UNKNOWN');
    const controller = new AbortController();
    const reading = readSurveyFile(
      { name: 'a.csv', stream: endless() },
      { signal: controller.signal, onProgress: (bytes) => bytes > 2_000_000 && controller.abort(new Error('enough')) },
    );
    await expect(reading).rejects.toThrow('enough');
    expect(closed).toBe(2);
  });
});

/**
 * Processor time, which other work on the machine does not lengthen. The limits stand far above what is needed (below
 * one second) and far below what the fault would cost: patterns that stall take hours, 10 GB half a minute.
 */
const processorSeconds = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

describe('files made to exhaust the reader', () => {
  it('refuses 100,000 columns, in CSV and in a sheet', async () => {
    const header = Array.from({ length: 100_000 }, (_, index) => `c${index}`).join(',');
    expect((await refusal(upload(`${header}\n1,2\n`))).code).toBe('CND_TOO_MANY_COLUMNS');
    const wide = await refusal(
      upload(xlsx('<worksheet><sheetData><row r="1"><c r="ZZZ1"><v>1</v></c></row></sheetData></worksheet>')),
    );
    expect(wide.code).toBe('CND_TOO_MANY_COLUMNS');
  });

  it('takes no longer over cells made to stall patterns', async () => {
    const spaces = ' '.repeat(900_000);
    const cells = [`5${spaces}1`, `1.2.2026${spaces}x`, `a${'('.repeat(900_000)}`, `"${'1,'.repeat(400_000)}"`, spaces];
    const before = processorSeconds();
    for (const cell of cells) {
      const rows = `9,2026-01-01,${cell}\n8,2026-02-01,2\n`;
      await readSurveyFile(upload(`NPS,Submitted,Annual revenue\n${rows}`));
      await refusal(upload(`NPS,Submitted\n${cell},2026-01-01\n`));
      await refusal(upload(`NPS,Submitted\n9,${cell}\n`));
      await refusal(upload(`${cell.replaceAll(',', ' ')}${'_'.repeat(50_000)},Q1_NPS_GROUP\n1,2\n`));
    }
    expect(processorSeconds() - before).toBeLessThan(60);
  });

  it('refuses a cell of 10 MB', async () => {
    const error = await refusal(upload('nps,date,comment\n', '9,2026-01-01,"', 'x'.repeat(10_000_000), '"\n'));
    expect(error.code).toBe('CND_CELL_TOO_LARGE');
    expect(error.message).toContain('line 2');
  });

  it('refuses an archive that declares 10 GB, and one that lies about its size, without unpacking it', async () => {
    const zeros = new Uint8Array(60_000_000).fill(32);
    const bomb = xlsx(zeros);
    const before = processorSeconds();
    expect((await refusal(upload(bomb))).code).toBe('CND_FILE_TOO_LARGE');
    // The central directory of the last entry, the sheet: the inflated size stands 24 bytes in.
    const lying = Buffer.from(bomb);
    const central = lying.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    lying.writeUInt32LE(1_000, central + 24);
    expect((await refusal(upload(lying))).code).toBe('CND_FILE_TOO_LARGE');
    lying.writeUInt32LE(4_000_000_000, central + 24);
    expect((await refusal(upload(lying))).code).toBe('CND_FILE_TOO_LARGE');
    expect(processorSeconds() - before).toBeLessThan(15);
  });

  it('refuses a damaged archive, a document type and broken XML', async () => {
    const whole = xlsx('<worksheet><sheetData/></worksheet>');
    expect((await refusal(upload(whole.subarray(0, whole.length - 30)))).code).toBe('CND_FILE_UNREADABLE');
    const typed = xlsx('<!DOCTYPE x [<!ENTITY a "b">]><worksheet><sheetData>&a;</sheetData></worksheet>');
    expect((await refusal(upload(typed))).message).toContain('document type');
    expect((await refusal(upload(xlsx('<worksheet><sheetData><row>')))).code).toBe('CND_FILE_UNREADABLE');
    expect((await refusal(upload(xlsx('<worksheet><sheetData/></worksheet>')))).code).toBe('CND_FILE_EMPTY');
  });
});

describe('sheets', () => {
  const row = (number: number, ...cells: string[]) => `<row r="${number}">${cells.join('')}</row>`;
  const sheet = (...rows: string[]) => `<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`;

  it('reads strings, numbers, booleans, errors and dates, and tells the row of the sheet', async () => {
    const strings =
      '<sst><si><t>NPS</t></si><si><r><t>two </t></r><r><t>parts</t></r><rPh><t>hint</t></rPh></si></sst>';
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="d.m.yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>';
    const table = await openTable(
      upload(
        xlsx(
          sheet(
            row(
              2,
              '<c r="A2" t="s"><v>0</v></c>',
              '<c r="B2" t="s"><v>1</v></c>',
              '<c r="D2" t="inlineStr"><is><t>in &amp; line</t></is></c>',
            ),
            row(
              5,
              '<c r="A5"><v>9.0</v></c>',
              '<c r="B5" t="b"><v>1</v></c>',
              '<c r="C5" s="1"><v>46082</v></c>',
              '<c r="D5" t="e"><v>#N/A</v></c>',
            ),
          ),
          { 'xl/sharedStrings.xml': strings, 'xl/styles.xml': styles },
        ),
      ),
    );
    expect(table.header.columns.map(({ name }) => name)).toEqual(['NPS', 'two parts', 'Column 3', 'in & line']);
    const batches = [];
    for await (const batch of table.batches()) batches.push(batch);
    expect(batches.flatMap(({ rows }) => rows)).toEqual([['9', 'TRUE', '2026-03-01', '#N/A']]);
    expect(batches.flatMap(({ lines }) => lines)).toEqual([5]);
    expect(table.format()).toMatchObject({ format: 'xlsx', sheet: 'Answers', sheets: ['Answers'] });
  });

  it('reads the wide sizes of Zip64', async () => {
    const bytes = xlsx(sheet(row(1, '<c r="A1" t="str"><v>NPS</v></c>'), row(2, '<c r="A2"><v>9</v></c>')));
    const table = await openTable(upload(widened(Buffer.from(bytes))));
    expect(table.header.columns[0]?.name).toBe('NPS');
    await table.close();
  });

  it('lists the sheets there are when the one asked for is not among them', async () => {
    const error = await refusal(upload(xlsx(sheet(row(1, '<c r="A1"><v>1</v></c>')))), { sheet: 'Vastaukset' });
    expect(error.code).toBe('CND_SHEET_UNKNOWN');
    expect(error.details.sheets).toEqual(['Answers']);
    expect((await refusal(upload('nps,date\n9,2026-01-01\n'), { sheet: 'A' })).code).toBe('CND_NO_SHEETS');
  });

  it('is known by its content, whatever the name says', async () => {
    const path = join(folder, 'answers.csv');
    writeFileSync(path, xlsx(sheet(row(1, '<c r="A1" t="str"><v>NPS</v></c>'), row(2, '<c r="A2"><v>9</v></c>'))));
    const table = await openTable({ name: path, path });
    expect(table.header.columns[0]?.name).toBe('NPS');
    await table.close();
  });
});
