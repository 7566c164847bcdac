import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDays } from '../calendar/index.ts';
import { settleDates } from './date-order.ts';
import { type DateOrder, dateKind, dayOf, readDate, unpackTriple } from './date-text.ts';
import { excelDateText, isDateFormat } from './excel-date.ts';
import { DateColumn } from './kept-columns.ts';

/** A date cell as ISO text: with Z where it is an instant, without where it is a local time. */
function read(cell: string, order: DateOrder = 'dmy', unix = true): string {
  const out = { kind: dateKind.empty as number, value: 0 } as Parameters<typeof readDate>[1];
  readDate(cell, out, unix);
  if (out.kind === dateKind.empty) return 'empty';
  if (out.kind === dateKind.unreadable) return 'unreadable';
  const value = out.kind >= dateKind.triple ? unpackTriple(out.value, order) : out.value;
  if (!Number.isFinite(value)) return 'unreadable';
  const text = new Date(value).toISOString().slice(0, 19);
  return out.kind === dateKind.instant || out.kind === dateKind.instantTriple ? `${text}Z` : text;
}

function column(cells: readonly string[]): DateColumn {
  const dates = new DateColumn(true);
  for (const cell of cells) dates.add(cell);
  return dates;
}

describe('reading a date cell', () => {
  it.each([
    ['2026-03-01', '2026-03-01T00:00:00'],
    ['2026-03-01T14:30:00.123Z', '2026-03-01T14:30:00Z'],
    ['2026-03-01 14:30:00 UTC', '2026-03-01T14:30:00Z'],
    ['2026-03-01 14:30', '2026-03-01T14:30:00'],
    ['2026-03-01T01:30:00+02:00', '2026-02-28T23:30:00Z'],
    ['2026-03-01 20:30:00 -0500', '2026-03-02T01:30:00Z'],
    ['2026/3/1', '2026-03-01T00:00:00'],
    ['20260301', '2026-03-01T00:00:00'],
    ['1772373600', '2026-03-01T14:00:00Z'],
    ['1772373600000', '2026-03-01T14:00:00Z'],
    ['1.3.2026', '2026-03-01T00:00:00'],
    ['1. 3. 2026', '2026-03-01T00:00:00'],
    ['1.3.2026 klo 14.30', '2026-03-01T14:30:00'],
    ['01/03/26 2:05 PM', '2026-03-01T14:05:00'],
    ['01/03/2026 12:05:01 AM', '2026-03-01T00:05:01'],
    ['1 Mar 2026', '2026-03-01T00:00:00'],
    ['1. maaliskuuta 2026', '2026-03-01T00:00:00'],
    ['1 mars 2026 08:00', '2026-03-01T08:00:00'],
    ['March 1st, 2026 3:04 PM', '2026-03-01T15:04:00'],
    ['Sun Mar 01 2026 10:00:00 GMT+0200 (EET)', '2026-03-01T08:00:00Z'],
    ['2026/03/01 2:30:00 ip. UTC+2', '2026-03-01T12:30:00Z'],
    ['2026/03/01 2:30:00 AM GMT-3', '2026-03-01T05:30:00Z'],
    ['2026-03-01 2:30 em', '2026-03-01T14:30:00'],
    ['2026-03-01 14:30 +0530', '2026-03-01T09:00:00Z'],
    ["'2026-03-01", '2026-03-01T00:00:00'],
    ['', 'empty'],
    ['2026-02-29', 'unreadable'],
    ['2024-02-29', '2024-02-29T00:00:00'],
    ['2026-13-01', 'unreadable'],
    ['2026-03-01 25:00', 'unreadable'],
    ['31.4.2026', 'unreadable'],
    ['soon', 'unreadable'],
    ['9', 'unreadable'],
    ['1.5', 'unreadable'],
  ])('"%s" is %s', (cell, expected) => {
    expect(read(cell)).toBe(expected);
  });

  it('reads three numbers under each order', () => {
    expect(read('02/03/2026', 'mdy')).toBe('2026-02-03T00:00:00');
    expect(read('26-02-03', 'ymd')).toBe('2026-02-03T00:00:00');
    expect(read('05/06/2026 23:30:00 +0100', 'mdy')).toBe('2026-05-06T22:30:00Z');
  });

  it('knows every day of 300 years', () => {
    for (let day = Date.UTC(1900, 0, 1); day < Date.UTC(2200, 0, 1); day += 86_400_000) {
      const date = new Date(day);
      if (dayOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()) !== day)
        throw new Error(String(date));
    }
    expect(dayOf(2026, 2, 30)).toBeNaN();
    expect(dayOf(1900, 2, 29)).toBeNaN();
    expect(dayOf(2200, 1, 1)).toBeNaN();
  });

  it('takes Unix seconds only where the column is called a date', () => {
    expect(read('1772373600', 'dmy', false)).toBe('unreadable');
  });
});

describe('the order of day and month', () => {
  it('is settled by one day above 12 in the whole column', () => {
    const early = Array.from({ length: 200 }, (_, index) => `0${(index % 9) + 1}/02/2026`);
    expect(settleDates(column([...early, '13/02/2026']), undefined)).toMatchObject({ order: 'dmy', ambiguous: false });
    expect(settleDates(column([...early, '02/13/2026']), undefined)).toMatchObject({ order: 'mdy', ambiguous: false });
    expect(settleDates(column(early), undefined).ambiguous).toBe(true);
    expect(settleDates(column(early), 'mdy')).toMatchObject({ order: 'mdy', ambiguous: false, because: 'flag' });
  });

  it('stays open where the column has both kinds of day and 95 % fit either order', () => {
    const early = Array.from({ length: 200 }, () => '01/02/2026');
    expect(settleDates(column([...early, '13/02/2026', '02/13/2026']), undefined).ambiguous).toBe(true);
  });

  it('needs no settling where both readings are the same day', () => {
    expect(settleDates(column(['01/01/2026', '2.2.2026']), undefined).ambiguous).toBe(false);
  });
});

describe('local days', () => {
  const zones = ['Europe/Helsinki', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'Pacific/Apia', 'UTC'];

  it('are those of the calendar at 3,000 random instants of six zones', () => {
    const days = new Map(zones.map((zone) => [zone, localDays(zone)]));
    const instant = fc.integer({ min: Date.UTC(2005, 0, 1) / 1000, max: Date.UTC(2030, 0, 1) / 1000 });
    fc.assert(
      fc.property(fc.constantFrom(...zones), instant, (zone, seconds) => {
        const parts = new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(seconds * 1000);
        expect(days.get(zone)?.(seconds * 1000)).toBe(Date.parse(parts) / 86_400_000);
      }),
      { seed: 3, numRuns: 3_000 },
    );
  });

  it('turn at midnight on the days when the clocks change', () => {
    const day = localDays('Europe/Helsinki');
    const of = (iso: string) => new Date(day(Date.parse(iso)) * 86_400_000).toISOString().slice(0, 10);
    expect(of('2026-03-28T21:59:59Z')).toBe('2026-03-28');
    expect(of('2026-03-28T22:00:00Z')).toBe('2026-03-29');
    expect(of('2026-03-29T20:59:59Z')).toBe('2026-03-29');
    expect(of('2026-03-29T21:00:00Z')).toBe('2026-03-30');
  });

  it('refuses a zone that does not exist', () => {
    expect(() => localDays('Europe/Atlantis')).toThrow(/"Europe\/Atlantis" is not a time zone/);
  });
});

describe('dates of a spreadsheet', () => {
  it('count from 1900 with a day too many, or from 1904', () => {
    expect(excelDateText(1, 1900)).toBe('1900-01-01');
    expect(excelDateText(59, 1900)).toBe('1900-02-28');
    expect(excelDateText(61, 1900)).toBe('1900-03-01');
    expect(excelDateText(46082.604166667, 1900)).toBe('2026-03-01T14:30:00');
    expect(excelDateText(44620, 1904)).toBe('2026-03-01');
    expect(excelDateText(0.5, 1900)).toBe('0.5');
    expect(excelDateText(-1, 1900)).toBe('-1');
    expect(excelDateText(9e9, 1900)).toBe('9000000000');
  });

  it('are known by the letters of the number format', () => {
    expect(isDateFormat(14, undefined)).toBe(true);
    expect(isDateFormat(170, 'dd.mm.yyyy hh:mm')).toBe(true);
    expect(isDateFormat(171, '[$-409]m/d/yy;@')).toBe(true);
    expect(isDateFormat(172, '0.0 "days"')).toBe(false);
    expect(isDateFormat(173, '#,##0.00 [Red]')).toBe(false);
    expect(isDateFormat(0, undefined)).toBe(false);
    expect(isDateFormat(174, 'General')).toBe(false);
  });
});
