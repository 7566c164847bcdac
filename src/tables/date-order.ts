import { CandorError } from '../errors/index.ts';
import { type DateOrder, dateKind, unpackTriple } from './date-text.ts';
import type { DateColumn } from './kept-columns.ts';

export interface SettledDates {
  /** Filled cells, and how many of them are dates under `order`. */
  readonly filled: number;
  readonly readable: number;
  readonly order: DateOrder;
  /** Whether cells of three numbers had to be read under an order, and what settled it. */
  readonly because: 'flag' | 'unambiguous-day' | 'no-order-needed';
  readonly ambiguous: boolean;
  /** Cells of 1980-01-01, which LimeSurvey writes for anonymised answers. */
  readonly anonymised: number;
}

const anonymousDay = Date.UTC(1980, 0, 1) / 86_400_000;

/** Which order of day and month the whole column is written in; never decided row by row. */
export function settleDates(column: DateColumn, flag: DateOrder | undefined): SettledDates {
  const fits = { dmy: 0, mdy: 0, ymd: 0 };
  let filled = 0;
  let plain = 0;
  const only = { dmy: 0, mdy: 0 };
  let differing = 0;
  let anonymised = 0;
  for (let row = 0; row < column.length; row += 1) {
    const kind = column.kind(row);
    if (kind === dateKind.empty) continue;
    filled += 1;
    if (kind === dateKind.unreadable) continue;
    const value = column.value(row);
    if (kind === dateKind.local || kind === dateKind.instant) {
      plain += 1;
      if (Math.floor(value / 86_400_000) === anonymousDay) anonymised += 1;
      continue;
    }
    const dmy = unpackTriple(value, 'dmy');
    const mdy = unpackTriple(value, 'mdy');
    const dayFirst = Number.isFinite(dmy);
    const monthFirst = Number.isFinite(mdy);
    if (dayFirst) fits.dmy += 1;
    if (monthFirst) fits.mdy += 1;
    if (dayFirst && !monthFirst) only.dmy += 1;
    if (monthFirst && !dayFirst) only.mdy += 1;
    if (dayFirst && monthFirst && dmy !== mdy) differing += 1;
    if (flag === 'ymd' && Number.isFinite(unpackTriple(value, 'ymd'))) fits.ymd += 1;
  }
  if (fits.dmy + fits.mdy + fits.ymd === 0) {
    const order = flag ?? 'ymd';
    return { filled, readable: plain, order, because: 'no-order-needed', ambiguous: false, anonymised };
  }
  const order = flag ?? (fits.mdy > fits.dmy ? 'mdy' : 'dmy');
  // One day above 12 settles the order, unless as many as 95 % fit each order and both have such days. Cells that read
  // the same both ways (5.5.2026) leave nothing to settle.
  const bothFit = plain + Math.min(fits.dmy, fits.mdy) >= 0.95 * filled;
  const unsettled = only.dmy === 0 ? only.mdy === 0 : only.mdy > 0 && bothFit;
  const ambiguous = flag === undefined && differing > 0 && unsettled;
  const because = flag === undefined ? 'unambiguous-day' : 'flag';
  return { filled, readable: plain + fits[order], order, because, ambiguous, anonymised };
}

/** The refusal where day and month can be read both ways, with one date in both readings. */
export function ambiguousDates(name: string, column: DateColumn): CandorError {
  const readings: string[] = [];
  let example = '';
  for (let row = 0; row < column.length && readings.length === 0; row += 1) {
    if (column.kind(row) < dateKind.triple) continue;
    const both = (['dmy', 'mdy'] as const).map((order) => unpackTriple(column.value(row), order));
    if (both[0] === both[1] || !both.every(Number.isFinite)) continue;
    for (const value of both) readings.push(new Date(value as number).toISOString().slice(0, 10));
    example = column.examples[0] ?? '';
  }
  return new CandorError(
    'CND_DATE_AMBIGUOUS',
    `the dates of "${name}" can be read both ways: the first one that differs is ${readings[0]} as day, month, year ` +
      `and ${readings[1]} as month, day, year (--date-order dmy or --date-order mdy)`,
    { column: name, readings, example },
  );
}
