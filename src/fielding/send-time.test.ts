import { describe, expect, it } from 'vitest';
import { isoDay, zoneClock } from '../calendar/index.ts';
import { parseProgrammeRules } from './parse-rules.ts';
import { type SendHours, sendTime, type weekdays } from './send-time.ts';

const hours = parseProgrammeRules({ level: 'relationship', waves: {} });
const hour = 3_600_000;
const day = 24 * hour;
const at = (iso: string) => Date.parse(iso);
const told = (after: string, given: SendHours, zone: string, options = {}) => {
  const found = sendTime(at(after), given, zone, options);
  return found.kind === 'at' ? new Date(found.at).toISOString() : found;
};

/** What the clock on the wall says, asked of Intl alone and not of the module under test. */
function wall(zone: string) {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    weekday: 'long',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  return (instant: number) => {
    const part = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));
    return {
      date: `${part.year}-${part.month}-${part.day}`,
      weekday: part.weekday!.toLowerCase() as (typeof weekdays)[number],
      time: `${part.hour}:${part.minute}`,
    };
  };
}

/** The rule as its documentation says it, written without a look at the code. */
function mayBeSent(given: SendHours, { date, weekday, time }: ReturnType<ReturnType<typeof wall>>): boolean {
  const { from, until, restDaysUntil, restDays, holidays } = given.quietHours;
  if (time < until || time >= from) return false;
  if ((restDays.includes(weekday) || holidays.includes(date)) && time < restDaysUntil) return false;
  if (!given.sendWindow) return true;
  const { days, from: opens, until: closes } = given.sendWindow;
  return days.includes(weekday) && time >= opens && time < closes;
}

describe('the time to send', () => {
  it('is at once inside the hours, and the next opening outside of them', () => {
    expect(told('2026-06-10T09:30:00Z', hours, 'Europe/Helsinki')).toBe('2026-06-10T09:30:00.000Z');
    expect(told('2026-06-10T20:00:00Z', hours, 'Europe/Helsinki')).toBe('2026-06-11T06:00:00.000Z');
    expect(told('2026-06-10T03:00:00Z', hours, 'Europe/Helsinki')).toBe('2026-06-10T06:00:00.000Z');
    // 17:00:00 UTC is 20:00 in Helsinki: quiet begins with it.
    expect(told('2026-06-10T16:59:59Z', hours, 'Europe/Helsinki')).toBe('2026-06-10T16:59:59.000Z');
    expect(told('2026-06-10T17:00:00Z', hours, 'Europe/Helsinki')).toBe('2026-06-11T06:00:00.000Z');
  });

  it('leaves Sunday and holidays in peace until noon', () => {
    expect(told('2026-06-14T05:00:00Z', hours, 'Europe/Helsinki')).toBe('2026-06-14T09:00:00.000Z');
    const holidays = ['2026-06-10'];
    expect(told('2026-06-10T05:00:00Z', hours, 'Europe/Helsinki', { holidays })).toBe('2026-06-10T09:00:00.000Z');
  });

  it('waits for the working hours of the person, wherever the person is', () => {
    const office = parseProgrammeRules({ level: 'relationship', waves: {}, sendWindow: {} });
    // Friday 19:00 in Tokyo; the window ended at 18:00, quiet hours end at 09:00 on Monday.
    expect(told('2026-06-12T10:00:00Z', office, 'Asia/Tokyo')).toBe('2026-06-15T00:00:00.000Z');
    expect(told('2026-06-12T10:00:00Z', office, 'Europe/Helsinki')).toBe('2026-06-12T10:00:00.000Z');
  });

  it('is not before the hour of a variant', () => {
    expect(told('2026-06-10T06:00:00Z', hours, 'UTC', { from: '18:30' })).toBe('2026-06-10T18:30:00.000Z');
  });

  it('is refused when it comes too late, and says when it would have been', () => {
    const latest = at('2026-06-11T05:00:00Z');
    expect(sendTime(at('2026-06-10T20:00:00Z'), hours, 'Europe/Helsinki', { latest })).toEqual({
      kind: 'refused',
      reason: 'outside-window',
      until: at('2026-06-11T06:00:00Z'),
    });
  });

  it('moves a time that does not exist forward to the first that does', () => {
    const night = parseProgrammeRules({
      level: 'relationship',
      waves: {},
      quietHours: { until: '03:30', from: '20:00' },
    });
    // Helsinki 2026-03-29 goes from 03:00 to 04:00; it is a Sunday, so rest days are taken out.
    const given = { quietHours: { ...night.quietHours, restDays: [] } };
    expect(told('2026-03-29T00:00:00Z', given, 'Europe/Helsinki')).toBe('2026-03-29T01:00:00.000Z');
  });

  it('takes a time that exists twice once, the first, and is never inside the quiet part between', () => {
    const night = parseProgrammeRules({
      level: 'relationship',
      waves: {},
      quietHours: { until: '03:30', from: '20:00' },
    });
    const given = { quietHours: { ...night.quietHours, restDays: [] } };
    // Helsinki 2026-10-25 goes back from 04:00 to 03:00 at 01:00 UTC.
    expect(told('2026-10-24T23:00:00Z', given, 'Europe/Helsinki')).toBe('2026-10-25T00:30:00.000Z');
    expect(told('2026-10-25T01:10:00Z', given, 'Europe/Helsinki')).toBe('2026-10-25T01:30:00.000Z');
  });

  it('refuses a zone that is none', () => {
    expect(() => sendTime(0, hours, 'Europe/Atlantis')).toThrow(/not a time zone/);
  });
});

const thirty = [
  'UTC',
  'Europe/Helsinki',
  'Europe/Stockholm',
  'Europe/Berlin',
  'Europe/London',
  'Europe/Dublin',
  'Europe/Lisbon',
  'Europe/Chisinau',
  'Atlantic/Azores',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Africa/Lagos',
  'Asia/Beirut',
  'Asia/Jerusalem',
  'Asia/Gaza',
  'Asia/Tehran',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Tokyo',
  'Australia/Sydney',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'America/New_York',
  'America/Los_Angeles',
  'America/St_Johns',
  'America/Havana',
  'America/Santiago',
  'America/Nuuk',
];
/** All 418 zones of the platform with CANDOR_TEST_ZONES=all (about two minutes). */
const zones = process.env.CANDOR_TEST_ZONES === 'all' ? Intl.supportedValuesOf('timeZone') : thirty;

describe.each(zones)('on every day of 2026-2030 on which the clocks change in %s', (zone) => {
  const show = wall(zone);
  // Where clocks never change an ordinary Sunday is looked at.
  const changes = [...changeDays(zone), at('2026-03-29T00:00:00Z')];
  const night = { ...hours.quietHours, until: '00:30', from: '03:30', restDays: [] };
  const rules: readonly SendHours[] = [hours, { quietHours: night }];

  it('sends inside quiet hours 0, skipped 0, double 0', () => {
    for (const change of changes) {
      // The day before, the change itself and the next day, every five minutes: the first open one is the truth.
      const grid = Array.from({ length: (3 * day) / 300_000 }, (_, i) => change - day + i * 300_000);
      const shown = grid.map(show);
      for (const given of rules) {
        const open = shown.map((one) => mayBeSent(given, one));
        const fired = new Map<string, number>();
        for (let i = 0; i < grid.length; i += 7) {
          const next = open.indexOf(true, i);
          if (next < 0) continue;
          const found = sendTime(grid[i]!, given, zone);
          // Openings lie on whole minutes of five, as all offsets and hours here do.
          expect(found, `${new Date(grid[i]!).toISOString()} in ${zone}`).toEqual({ kind: 'at', at: grid[next] });
        }
        for (const instant of grid.filter((_, i) => !open[i])) {
          const found = sendTime(instant, given, zone);
          if (found.kind === 'at' && found.at <= grid.at(-1)!) fired.set(`${found.at}`, found.at);
        }
        // A message for the morning of each day: one opening per stretch of open time, none of them twice.
        const starts = grid.filter((_, i) => open[i] && i > 0 && !open[i - 1]);
        expect([...fired.values()].sort((a, b) => a - b)).toEqual(starts);
      }
    }
  });
});

/** By asking Intl for the offset of every day: no look at the module under test. */
function changeDays(zone: string): number[] {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  const offset = (instant: number) => format.format(instant).split('GMT')[1];
  const found: number[] = [];
  for (let noon = at('2026-01-01T12:00:00Z'); noon < at('2031-01-01T00:00:00Z'); noon += day) {
    if (offset(noon) !== offset(noon + day)) found.push(noon - (noon % day));
  }
  return found;
}

describe('days of the year', () => {
  it('fire once each in Helsinki for two years, and never on the wrong day', () => {
    const clock = zoneClock('Europe/Helsinki');
    const seen = new Set<string>();
    let next = at('2025-12-31T22:00:00Z');
    while (next < at('2027-12-30T00:00:00Z')) {
      const found = sendTime(next, hours, 'Europe/Helsinki');
      if (found.kind !== 'at') throw new Error('a day without an opening');
      const name = isoDay(clock.day(found.at));
      expect(seen.has(name)).toBe(false);
      seen.add(name);
      next = clock.instants((clock.day(found.at) + 1) * day)[0]!;
    }
    expect(seen.size).toBe(729);
  });
});
