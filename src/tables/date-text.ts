const dayMilliseconds = 86_400_000;

/** "Wednesday, September 30, 2026 10:00:00 GMT+0200 (Eastern European Standard Time)" has 82 characters. */
const longestDate = 120;

export type DateOrder = 'dmy' | 'mdy' | 'ymd';

/**
 * One date cell in two numbers. `local`: milliseconds of the wall clock since 1970, no zone known; `instant`: true
 * milliseconds since 1970; `triple`: three numbers whose order the column decides, packed with the time of day.
 */
export const dateKind = { empty: 0, unreadable: 1, local: 2, instant: 3, triple: 4, instantTriple: 5 } as const;
export type DateKind = (typeof dateKind)[keyof typeof dateKind];

export interface DateCell {
  kind: DateKind;
  value: number;
}

const months = new Map<string, number>();
for (const names of [
  'jan feb mar apr may jun jul aug sep oct nov dec',
  'january february march april may june july august september october november december',
  'tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu',
  'januari februari mars april maj juni juli augusti september oktober november december',
  'januar februar märz april mai juni juli august september oktober november dezember',
  'jan feb mär apr mai jun jul aug sept okt nov dez',
]) {
  for (const [index, name] of names.split(' ').entries()) months.set(name, index + 1);
}

const clock = String.raw`(?:[T,\s]+(?:klo\s*|kl\.?\s*|um\s*|at\s*)?(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?\s*([ap]\.?m\.?|[ai]p\.?|[fe]m)?)?`;
const zone = String.raw`\s*(Z|UTC|GMT)?\s*([+-]\d{1,2}(?::?\d{2})?)?\s*(?:\(.*\))?`;
const yearFirst = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\.?${clock}${zone}$`, 'i');
const numeric = new RegExp(String.raw`^(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4}|\d{2})${clock}${zone}$`, 'i');
const dayName = new RegExp(
  String.raw`^(?:\p{L}+\.?,?\s+)?(\d{1,2})\.?[\s-]+(\p{L}+)\.?,?[\s-]+(\d{4})${clock}${zone}$`,
  'iu',
);
const nameDay = new RegExp(
  String.raw`^(?:\p{L}+\.?,?\s+)?(\p{L}{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})${clock}${zone}$`,
  'iu',
);

/** Reads a date cell into `out`. Numbers alone are dates only as Unix time, and only where `unix` says so. */
export function readDate(cell: string, out: DateCell, unix: boolean): void {
  out.kind = dateKind.unreadable;
  out.value = 0;
  if (readIso(cell, out)) return;
  // The patterns below try every way to share out a run of spaces: runs are made one, long cells are no dates.
  if (cell.length > longestDate && cell.trim().length > longestDate) return;
  const text = cell.trim().replace(/^'/, '').replace(/\s+/g, ' ');
  if (text === '') {
    out.kind = dateKind.empty;
    return;
  }
  if (/^\d+(\.\d+)?$/.test(text)) {
    readDigits(text, out, unix);
    return;
  }
  const iso = yearFirst.exec(text);
  if (iso) settle(out, dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3])), iso);
  else readOther(text, out);
}

function readOther(text: string, out: DateCell): void {
  const triple = numeric.exec(text);
  const named = triple ? null : dayName.exec(text);
  const american = triple || named ? null : nameDay.exec(text);
  if (triple) readTriple(triple, out);
  else if (named) settle(out, dayOf(Number(named[3]), monthOf(named[2]), Number(named[1])), named);
  else if (american) settle(out, dayOf(Number(american[3]), monthOf(american[1]), Number(american[2])), american);
}

/** The common case without a regular expression: "2026-03-01" and "2026-03-01T14:30:00(.123)(Z)", 0.1 microseconds. */
function readIso(cell: string, out: DateCell): boolean {
  const { length } = cell;
  if (length < 10 || cell.charCodeAt(4) !== 45 || cell.charCodeAt(7) !== 45) return false;
  const day = dayOf(digits(cell, 0, 4), digits(cell, 5, 7), digits(cell, 8, 10));
  if (!Number.isFinite(day)) return false;
  if (length === 10) return write(out, dateKind.local, day);
  const separator = cell.charCodeAt(10);
  if (length < 19 || (separator !== 84 && separator !== 32)) return false;
  if (cell.charCodeAt(13) !== 58 || cell.charCodeAt(16) !== 58) return false;
  const hour = digits(cell, 11, 13);
  const minute = digits(cell, 14, 16);
  const second = digits(cell, 17, 19);
  if (!(hour < 24 && minute < 60 && second <= 60)) return false;
  const value = day + (hour * 3600 + minute * 60 + second) * 1000;
  let at = 19;
  if (cell.charCodeAt(at) === 46) for (at += 1; cell.charCodeAt(at) >= 48 && cell.charCodeAt(at) <= 57; ) at += 1;
  if (at === length) return write(out, dateKind.local, value);
  if (at === length - 1 && cell.charCodeAt(at) === 90) return write(out, dateKind.instant, value);
  return false;
}

function readDigits(text: string, out: DateCell, unix: boolean): void {
  const number = Number(text);
  // 2001-09-09 to 2106: ten digits are seconds, thirteen are milliseconds.
  if (unix && number >= 1e9 && number < 4.3e9) write(out, dateKind.instant, number * 1000);
  else if (unix && number >= 1e12 && number < 4.3e12) write(out, dateKind.instant, number);
  else if (/^(19|20)\d{6}$/.test(text)) {
    const day = dayOf(digits(text, 0, 4), digits(text, 4, 6), digits(text, 6, 8));
    if (Number.isFinite(day)) write(out, dateKind.local, day);
  }
}

function readTriple(match: RegExpExecArray, out: DateCell): void {
  const time = timeOf(match, 5);
  const offset = offsetOf(match, 9);
  // The packed value stays below 2^53 up to the year 2199.
  if (!Number.isFinite(time) || Number(match[4]) > 2199) return;
  const packed = (Number(match[4]) * 100 + Number(match[1])) * 100 + Number(match[3]);
  const shifted = offset === undefined ? time : time - offset;
  // An offset may push the time out of the day; it is added back with the day, so it is kept as a signed part.
  write(
    out,
    offset === undefined ? dateKind.triple : dateKind.instantTriple,
    packed * 4 * dayMilliseconds + shifted + dayMilliseconds,
  );
}

/** The value of a packed triple under one order, or NaN where that day does not exist. */
export function unpackTriple(value: number, order: DateOrder): number {
  const packed = Math.floor(value / (4 * dayMilliseconds));
  const time = value - packed * 4 * dayMilliseconds - dayMilliseconds;
  const first = Math.floor(packed / 100) % 100;
  const second = packed % 100;
  const third = Math.floor(packed / 10_000);
  if (order === 'ymd') return third < 100 ? dayOf(2000 + first, second, third) + time : Number.NaN;
  const year = third < 100 ? 2000 + third : third;
  return (order === 'dmy' ? dayOf(year, second, first) : dayOf(year, first, second)) + time;
}

function settle(out: DateCell, day: number, match: RegExpExecArray): void {
  const time = timeOf(match, 4);
  if (!Number.isFinite(day) || !Number.isFinite(time)) return;
  const offset = offsetOf(match, 8);
  write(out, offset === undefined ? dateKind.local : dateKind.instant, day + time - (offset ?? 0));
}

function timeOf(match: RegExpExecArray, group: number): number {
  if (match[group] === undefined) return 0;
  let hour = Number(match[group]);
  const half = match[group + 3]?.toLowerCase();
  // English pm, Finnish ip., Swedish em.
  if (half) hour = (hour % 12) + (/^[pie]/.test(half) ? 12 : 0);
  const minute = Number(match[group + 1]);
  const second = Number(match[group + 2] ?? 0);
  return hour < 24 && minute < 60 && second <= 60 ? (hour * 3600 + minute * 60 + second) * 1000 : Number.NaN;
}

function offsetOf(match: RegExpExecArray, group: number): number | undefined {
  const offset = match[group + 1];
  if (offset === undefined) return match[group] === undefined ? undefined : 0;
  const digits = offset.slice(1).replace(':', '');
  const hours = digits.length > 2 ? digits.slice(0, -2) : digits;
  const minutes = Number(hours) * 60 + Number(digits.slice(hours.length) || 0);
  return (offset.startsWith('-') ? -minutes : minutes) * 60_000;
}

/** Midnight of a day in milliseconds, or NaN where the day does not exist. Years 1900 to 2199. */
export function dayOf(year: number, month: number, day: number): number {
  if (!(year >= 1900 && year < 2200 && month >= 1 && month <= 12 && day >= 1 && day <= 31)) return Number.NaN;
  const shifted = month > 2 ? year : year - 1;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (
    day > 28 &&
    day > (month === 2 ? (leap ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31)
  ) {
    return Number.NaN;
  }
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return (era * 146_097 + dayOfEra - 719_468) * dayMilliseconds;
}

function monthOf(name: string | undefined): number {
  const word = (name ?? '').toLowerCase();
  return months.get(word) ?? months.get(word.replace(/kuu(ta)?n?$/, '')) ?? Number.NaN;
}

function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

function write(out: DateCell, kind: DateKind, value: number): true {
  out.kind = kind;
  out.value = value;
  return true;
}
