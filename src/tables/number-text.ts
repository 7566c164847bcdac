/** How the numbers of a column are written: "1,234.5" with points, "1.234,5" with commas. */
export type DecimalMark = '.' | ',';

const plain = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const grouped = /^([+-]?)(\d{1,3}(?:[., ]\d{3})+|\d+)(?:[.,](\d+))?$/;

/** A cell as a number, or undefined. Signs of currency and percent are not numbers; see `amount`. */
export function numberOf(cell: string, mark: DecimalMark = '.'): number | undefined {
  const text = cell
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace('−', '-')
    .trim();
  if (plain.test(text) && !(mark === ',' && /^[+-]?\d{1,3}(\.\d{3})+$/.test(text))) return finite(Number(text));
  const match = grouped.exec(text);
  if (!match) return undefined;
  const other = mark === ',' ? '.' : ',';
  const whole = text.lastIndexOf(mark);
  const digits = whole < 0 ? text : text.slice(0, whole);
  if (whole >= 0 && text.indexOf(mark) !== whole) return undefined;
  if (whole >= 0 && text.slice(whole).includes(other)) return undefined;
  return finite(
    Number(`${digits.replaceAll(other, '').replaceAll(' ', '')}.${whole < 0 ? '0' : text.slice(whole + 1)}`),
  );
}

/** A cell of money as a number: "1 250,50 €", "$1,250". */
export function amountOf(cell: string, mark: DecimalMark = '.'): number | undefined {
  return numberOf(cell.replace(/^(?:[A-Z]{3}|[$€£¥]|kr)\s*|\s*(?:[A-Z]{3}|[$€£¥]|kr|%)$/giu, ''), mark);
}

/**
 * Which mark the numbers of a column use. "4,5" can only be a decimal comma; "1,234" is one in a file of semicolons
 * and a thousand elsewhere.
 */
export function decimalMarkOf(cells: Iterable<string>, delimiter: string): DecimalMark {
  let thousands = 0;
  for (const cell of cells) {
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
