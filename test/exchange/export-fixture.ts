import type { Codebook, CodebookColumn } from '../../src/exchange/codebook.ts';
import type { ExportRow, ExportTable, TableWriter } from '../../src/exchange/export-table.ts';

export const columns: readonly CodebookColumn[] = [
  { name: 'response_id', kind: 'text', label: 'Response' },
  { name: 'responded_at', kind: 'instant', label: 'When it was answered' },
  { name: 'day', kind: 'day', label: 'Day in the time zone of the workspace' },
  { name: 'completed', kind: 'yes-no', label: 'Answered to the end' },
  {
    name: 'recommend',
    kind: 'integer',
    label: 'Kuinka todennäköisesti suosittelisit meitä?',
    scale: { minimum: 0, maximum: 10 },
    values: [
      { value: 0, label: 'En lainkaan todennäköisesti' },
      { value: 10, label: 'Erittäin todennäköisesti' },
    ],
    metric: { id: 'nps', definition: 'nps' },
    question: { survey: 'relationship', key: 'recommend', versions: [1, 2] },
  },
  { name: 'offset', kind: 'number', label: 'A number that may be negative or broken' },
  { name: 'segment', kind: 'text', label: '=Segment' },
  { name: 'ääniä.with words', kind: 'text', label: 'Miksi?' },
];

export const codebook: Codebook = {
  format: 'candor-answers',
  version: 1,
  engine: '0.1.0',
  workspace: 'Väinö & Söner <Oy>',
  timeZone: 'Europe/Helsinki',
  exportedAt: '2026-11-22T10:15:30.000Z',
  rows: 'all',
  view: '',
  missing: 'nothing',
  columns,
};

export const hostile = [
  '=1+1',
  '+358 40 123',
  '-12',
  '@SUM(A1)',
  '\tx',
  '\rx',
  '\nx',
  '＝1',
  '＋1',
  '－1',
  '＠a',
  '%0',
  '|calc',
  'He said "no", twice',
  'line\nbreak',
  ' spaces ',
  'مرحبا بالعالم',
  'Ä'.repeat(700),
  `${'x'.repeat(251)}å${'y'.repeat(300)}`,
  '😀 <b>&amp;</b> ]]>',
];

const epoch = Date.UTC(2026, 0, 1, 12, 30, 15, 250);

/** Rows that try every kind of value: numbers around the short forms of each format, hostile and long texts, nothing. */
export function fixtureRows(count: number): ExportRow[] {
  return Array.from({ length: count }, (_, index) => [
    `r-${index}`,
    new Date(epoch + index * 7_919_000),
    new Date(epoch + index * 7_919_000).toISOString().slice(0, 10),
    index % 5 === 0 ? undefined : index % 2 === 0,
    index % 7 === 0 ? undefined : index % 11,
    [undefined, -12, 0.1 + 0.2, 1e15, -99.5, 151, 152, -100, Number.MIN_VALUE][index % 9],
    ['', 'enterprise', '=cmd', undefined][index % 4],
    index % 3 === 0 ? undefined : hostile[index % hostile.length],
  ]);
}

export function fixtureTable(rows: readonly ExportRow[], batch = 37): ExportTable {
  const widths = new Map<string, number>();
  columns.forEach(({ name, kind }, index) => {
    if (kind !== 'text') return;
    widths.set(name, Math.max(0, ...rows.map((row) => new TextEncoder().encode(String(row[index] ?? '')).length)));
  });
  return {
    codebook,
    widths,
    batches: (async function* () {
      for (let from = 0; from < rows.length; from += batch) yield rows.slice(from, from + batch);
    })(),
  };
}

export async function bytesOf(writer: TableWriter, rows: readonly ExportRow[]) {
  const written = { rows: 0, shortened: 0 };
  const pieces: Uint8Array[] = [];
  for await (const piece of writer(fixtureTable(rows), written)) pieces.push(piece);
  return { bytes: Buffer.concat(pieces), written };
}
