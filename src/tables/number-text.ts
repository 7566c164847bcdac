/** How the numbers of a column are written: "1,234.5" with points, "1.234,5" with commas. */
export type DecimalMark = '.' | ',';

/** Longer cells are no numbers; patterns on them would cost time with the square of their length. */
const longestNumber = 400;

const plain = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const grouped = /^([+-]?)(\d{1,3}(?:[., ]\d{3})+|\d+)(?:[.,](\d+))?$/;

/** A cell as a number, or undefined. Signs of currency and percent are not numbers; see `amountOf`. */
export function numberOf(cell: string, mark: DecimalMark = '.'): number | undefined {
  if (cell.length > longestNumber) return undefined;
  const spaced = cell.replace(/[\u00a0\u202f]/g, ' ');
  const text = spaced.replace('−', '-').trim();
  if (plain.test(text) && !(mark === ',' && /^[+-]?\d{1,3}(\.\d{3})+$/.test(text))) return finite(Number(text));
  if (!grouped.test(text)) return undefined;
  const other = mark === ',' ? '.' : ',';
  const at = text.lastIndexOf(mark);
  if (at >= 0 && (text.indexOf(mark) !== at || text.slice(at).includes(other))) return undefined;
  const whole = at < 0 ? text : text.slice(0, at);
  const digits = whole.replaceAll(other, '').replaceAll(' ', '');
  return finite(Number(`${digits}.${at < 0 ? '0' : text.slice(at + 1)}`));
}

/** A cell of money as a number: "1 250,50 €", "$1,250". */
export function amountOf(cell: string, mark: DecimalMark = '.'): number | undefined {
  if (cell.length > longestNumber) return undefined;
  return numberOf(cell.replace(/^(?:[A-Z]{3}|[$€£¥]|kr)\s*|\s*(?:[A-Z]{3}|[$€£¥]|kr|%)$/giu, ''), mark);
}

/**
 * Which mark the numbers of a column use. "4,5" can only be a decimal comma; "1,234" is one in a file of semicolons
 * and a thousand elsewhere.
 */
export function decimalMarkOf(cells: Iterable<string>, delimiter: string): DecimalMark {
  let thousands = 0;
  for (const cell of cells) {
    if (cell.length > longestNumber) continue;
    const text = cell.replace(/[^\d.,]/g, '');
    if (/^\d+\.\d{1,2}$|,.*\.|\.\d{4,}$/.test(text)) return '.';
    if (/^\d+,\d{1,2}$|\..*,|,\d{4,}$|^0,/.test(text)) return ',';
    if (/,\d{3}$/.test(text)) thousands += 1;
  }
  return thousands > 0 && delimiter === ';' ? ',' : '.';
}

function finite(number: number): number | undefined {
  return Number.isFinite(number) ? number : undefined;
}
