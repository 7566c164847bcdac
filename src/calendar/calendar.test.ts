import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDay, periodStart, weekdayOf, zoneClock } from './index.ts';

const at = (iso: string) => Date.parse(iso);
const dayOf = (iso: string) => at(`${iso}T00:00:00Z`) / 86_400_000;

describe('periods of the calendar', () => {
  it('begin where people say', () => {
    const starts = (iso: string) =>
      (['day', 'week', 'month', 'quarter', 'year'] as const).map((period) => isoDay(periodStart(dayOf(iso), period)));
    expect(starts('2026-03-29')).toEqual(['2026-03-29', '2026-03-23', '2026-03-01', '2026-01-01', '2026-01-01']);
    expect(starts('2027-01-01')).toEqual(['2027-01-01', '2026-12-28', '2027-01-01', '2027-01-01', '2027-01-01']);
    expect(starts('1969-12-31')).toEqual(['1969-12-31', '1969-12-29', '1969-12-01', '1969-10-01', '1969-01-01']);
  });

  it('know the day of the week', () => {
    for (let day = -1000; day < 30_000; day += 1) {
      expect(weekdayOf(day)).toBe((new Date(day * 86_400_000).getUTCDay() + 6) % 7);
    }
  });
});

describe('a clock on the wall', () => {
  it('finds every instant again from its local time', () => {
    const zones = ['Europe/Helsinki', 'America/St_Johns', 'Australia/Lord_Howe', 'Africa/Casablanca', 'UTC'];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: at('2026-01-01T00:00:00Z'), max: at('2031-01-01T00:00:00Z') }),
        (zone, instant) => {
          const clock = zoneClock(zone);
          expect(clock.instants(clock.local(instant))).toContain(instant);
        },
      ),
      { seed: 4, numRuns: 5000 },
    );
  });

  it('has no instant in a gap and two in an overlap', () => {
    const helsinki = zoneClock('Europe/Helsinki');
    expect(helsinki.instants(at('2026-03-29T03:30:00Z'))).toEqual([]);
    expect(helsinki.instants(at('2026-10-25T03:30:00Z'))).toEqual([
      at('2026-10-25T00:30:00Z'),
      at('2026-10-25T01:30:00Z'),
    ]);
    expect(helsinki.change(dayOf('2026-03-29'))).toBe(at('2026-03-29T01:00:00Z'));
    expect(helsinki.change(dayOf('2026-03-30'))).toBeUndefined();
  });
});
