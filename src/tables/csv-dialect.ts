import { CsvTokenizer, maximumColumns } from './csv-tokenizer.ts';

export interface CsvDialect {
  readonly delimiter: string;
  /** Characters before the first row of the table: Excel's `sep=;` line. */
  readonly skip: number;
  readonly because: 'sep-line' | 'column-count' | 'single-column';
}

const candidates = [',', ';', '\t', '|'] as const;

/**
 * Which character separates the cells: the one that cuts the first 200 rows into the steadiest number of columns,
 * quotes respected. Decimal commas in a file of semicolons lose because the header has none of them.
 */
export function sniffDialect(head: string, file: string): CsvDialect {
  const separator = /^"?sep=(.)"?(?:\r\n|\n|\r)/i.exec(head);
  if (separator) return { delimiter: separator[1] as string, skip: separator[0].length, because: 'sep-line' };
  let best = { delimiter: file.toLowerCase().endsWith('.tsv') ? '\t' : ',', steadiness: 0, columns: 1 };
  for (const delimiter of candidates) {
    const met = steadiness(head, delimiter, file);
    if (met.steadiness > best.steadiness + 1e-9 || (met.steadiness === best.steadiness && met.columns > best.columns)) {
      best = { delimiter, ...met };
    }
  }
  return { delimiter: best.delimiter, skip: 0, because: best.columns > 1 ? 'column-count' : 'single-column' };
}

function firstRows(head: string, delimiter: string, file: string): string[][] {
  const tokenizer = new CsvTokenizer(delimiter, file);
  // The last row of the head may be cut, unless it is the only one.
  const whole = tokenizer.push(head).rows;
  return (whole.length > 0 ? whole : tokenizer.end().rows).slice(0, 200);
}

function steadiness(head: string, delimiter: string, file: string): { steadiness: number; columns: number } {
  let rows: string[][];
  try {
    rows = firstRows(head, delimiter, file);
  } catch {
    // Too many columns or too large a cell with this delimiter: only if no other fits, and then the reader refuses.
    return { steadiness: 0.001, columns: maximumColumns + 1 };
  }
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  const header = rows[0]?.length ?? 1;
  let modal = 1;
  for (const [columns, count] of counts) if (count > (counts.get(modal) ?? 0)) modal = columns;
  if (header < 2 && modal < 2) return { steadiness: 0, columns: 1 };
  const share = (counts.get(modal) ?? 0) / rows.length;
  return { steadiness: modal < 2 ? 0.01 : header === modal ? share : share / 4, columns: Math.max(header, modal) };
}
