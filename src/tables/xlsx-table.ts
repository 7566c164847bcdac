import { CandorError } from '../errors/index.ts';
import { notATable } from './content-kind.ts';
import type { RowBatch } from './csv-tokenizer.ts';
import { sheetRows } from './xlsx-sheet.ts';
import { readDateStyles, readSharedStrings, readWorkbook, type Workbook } from './xlsx-workbook.ts';
import { inflateEntry, refuseBomb, type ZipEntry, zipEntries } from './zip-archive.ts';

/** Held in memory while it is read; 1,000,000 rows by 12 columns are about 66 MB. */
export const maximumXlsxBytes = 200_000_000;

export interface XlsxTable {
  readonly sheet: string;
  readonly sheets: readonly string[];
  readonly batches: Iterable<RowBatch>;
}

/** The rows of the sheet that is asked for, else of the first visible one that has any. */
export function readXlsx(bytes: Uint8Array, file: string, wanted: string | undefined): XlsxTable {
  const entries = zipEntries(bytes, file);
  const entry = (path: string): ZipEntry | undefined => entries.get(path);
  const part = (path: string) => {
    const met = entry(path);
    return met ? inflateEntry(bytes, met, file) : undefined;
  };
  if (!entry('xl/workbook.xml')) throw notATable(file, 'a zip archive without a workbook');
  const frame = ['xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml', 'xl/sharedStrings.xml'];
  refuseBomb(
    frame.flatMap((path) => entry(path) ?? []),
    file,
    false,
  );
  const workbook = readWorkbook(file, part('xl/workbook.xml'), part('xl/_rels/workbook.xml.rels'));
  const sheets = chosenSheets(workbook, file, wanted);
  refuseBomb(
    sheets.flatMap(({ path }) => entry(path) ?? []),
    file,
    true,
  );
  const context = {
    file,
    strings: readSharedStrings(file, part('xl/sharedStrings.xml')),
    dateStyles: readDateStyles(file, part('xl/styles.xml')),
    calendar: workbook.calendar,
  };
  const names = workbook.sheets.map(({ name }) => name);
  for (const { name, path } of sheets) {
    const met = entry(path);
    if (!met) continue;
    const batches = sheetRows(inflateEntry(bytes, met, file), context);
    const first = batches.next();
    if (!first.done) return { sheet: name, sheets: names, batches: rest(first.value, batches) };
  }
  const where = wanted === undefined ? 'no sheet' : `sheet "${wanted}"`;
  throw new CandorError(
    'CND_FILE_EMPTY',
    `${where} of "${file}" ${wanted === undefined ? 'holds' : 'does not hold'} any rows`,
    { file },
  );
}

function* rest(first: RowBatch, batches: Generator<RowBatch, void, undefined>): Generator<RowBatch, void, undefined> {
  yield first;
  yield* batches;
}

function chosenSheets(workbook: Workbook, file: string, wanted: string | undefined): Workbook['sheets'] {
  if (wanted === undefined) {
    const visible = workbook.sheets.filter(({ hidden }) => !hidden);
    return visible.length > 0 ? visible : workbook.sheets;
  }
  const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();
  const met =
    workbook.sheets.find(({ name }) => name === wanted) ?? workbook.sheets.find(({ name }) => same(name, wanted));
  if (met) return [met];
  const sheets = workbook.sheets.map(({ name }) => name);
  const list = sheets.map((name) => `"${name}"`).join(', ');
  throw new CandorError('CND_SHEET_UNKNOWN', `"${file}" has no sheet "${wanted}"; it has ${list}`, {
    file,
    sheet: wanted,
    sheets,
  });
}
