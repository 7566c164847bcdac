import type { TableWriter } from './export-table.ts';
import { writeJsonl } from './jsonl-writer.ts';
import { writeSav } from './sav-writer.ts';
import { writeXlsx } from './xlsx-writer.ts';

export const exportFormats = ['csv', 'xlsx', 'jsonl', 'parquet', 'sav'] as const;

export type ExportFormat = (typeof exportFormats)[number];

interface FormatOfExport {
  readonly extension: string;
  readonly mediaType: string;
  /** Widths of texts must be known before the first row. */
  readonly measured: boolean;
  /** Whether the codebook travels within the file. */
  readonly holdsCodebook: boolean;
  readonly writer: (options: { byteOrderMark: boolean }) => TableWriter | Promise<TableWriter>;
}

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const inside = { measured: false, holdsCodebook: true } as const;

/** Loaded by the first who wants it: the words of three languages come along, 10 ms of every start. */
const csv = async (options: { byteOrderMark: boolean }) => (await import('./csv-writer.ts')).csvWriter(options);

/** Its library is the largest of them and read by the first who wants it. */
const parquet = async () => (await import('./parquet-writer.ts')).writeParquet;

/** Everything that answers can be written as. */
export const formats: Readonly<Record<ExportFormat, FormatOfExport>> = {
  csv: {
    extension: 'csv',
    mediaType: 'text/csv; charset=utf-8',
    measured: false,
    holdsCodebook: false,
    writer: csv,
  },
  xlsx: { extension: 'xlsx', mediaType: spreadsheet, ...inside, writer: () => writeXlsx },
  jsonl: { extension: 'jsonl', mediaType: 'application/jsonl', ...inside, writer: () => writeJsonl },
  parquet: { extension: 'parquet', mediaType: 'application/vnd.apache.parquet', ...inside, writer: parquet },
  sav: { extension: 'sav', mediaType: 'application/x-spss-sav', ...inside, measured: true, writer: () => writeSav },
};
