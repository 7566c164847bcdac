/**
 * First characters that make a spreadsheet run a text as a formula, also in full width, and those that open a cell or
 * a field in some of them (CSV injection; OWASP ASVS 5.0, 1.2.10).
 */
const triggers = /^[=+\-@\t\0\r\n＝＋－＠%|]/;

/** A text that a spreadsheet will show and not run: a dangerous first character gets an apostrophe before it. */
export function escapeCell(text: string): string {
  return triggers.test(text) ? `'${text}` : text;
}

type CsvCell = string | number | boolean | undefined;

interface CsvWriting {
  readonly delimiter?: ',' | ';' | '\t' | '|';
  readonly newline?: '\r\n' | '\n';
}

/**
 * Rows as CSV text. Numbers stay numbers (a negative one gets no apostrophe), texts and headers are escaped with
 * `escapeCell` and quoted where they hold a delimiter, a quotation mark, a line end or a space at their ends. A number
 * that is not finite is an empty cell.
 */
export function writeCsv(rows: Iterable<readonly CsvCell[]>, writing: CsvWriting = {}): string {
  const { delimiter = ',', newline = '\r\n' } = writing;
  let text = '';
  for (const row of rows) text += `${row.map((cell) => written(cell, delimiter)).join(delimiter)}${newline}`;
  return text;
}

function written(cell: CsvCell, delimiter: string): string {
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  if (cell === undefined) return '';
  if (typeof cell === 'boolean') return String(cell);
  const text = escapeCell(cell);
  const quote = text.includes(delimiter) || /["\r\n]|^\s|\s$/.test(text);
  return quote ? `"${text.replaceAll('"', '""')}"` : text;
}
