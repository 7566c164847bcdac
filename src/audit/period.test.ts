import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilDate, dayNumber, isoDate, periodName, periodOf, periodStart } from './period.ts';

const day = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;

describe('periods', () => {
  it('name the ISO week of a year that borrows days from its neighbour', () => {
    expect(periodName(periodOf(day('2021-01-03'), 'week'), 'week')).toBe('2020-W53');
    expect(periodName(periodOf(day('2018-12-31'), 'week'), 'week')).toBe('2019-W01');
    expect(periodName(periodOf(day('2026-01-01'), 'week'), 'week')).toBe('2026-W01');
  });

  it('cut months and quarters from January', () => {
    expect(periodName(periodOf(day('2024-02-29'), 'month'), 'month')).toBe('2024-02');
    expect(periodName(periodOf(day('2024-12-31'), 'quarter'), 'quarter')).toBe('2024-Q4');
  });

  it('agree with the calendar of the platform on every day from year 1 to 3000', () => {
    fc.assert(
      fc.property(fc.integer({ min: day('0001-01-01'), max: day('3000-12-31') }), (number) => {
        expect(isoDate(number)).toBe(new Date(number * 86_400_000).toISOString().slice(0, 10));
        const { year, month, day: dayOfMonth } = civilDate(number);
        expect(dayNumber(year, month, dayOfMonth)).toBe(number);
      }),
      { numRuns: 10_000, seed: 7 },
    );
  });

  it('are half-open and leave no day out', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: day('1990-01-01'), max: day('2100-01-01') }),
        fc.constantFrom('week' as const, 'month' as const, 'quarter' as const),
        (number, unit) => {
          const ordinal = periodOf(number, unit);
          expect(periodStart(ordinal, unit)).toBeLessThanOrEqual(number);
          expect(periodStart(ordinal + 1, unit)).toBeGreaterThan(number);
        },
      ),
      { numRuns: 2_000, seed: 7 },
    );
  });
});
