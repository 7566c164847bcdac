import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureOf } from './measure.ts';
import { niceTicks, valueAxis } from './value-axis.ts';

const nps = measureOf('nps', { min: 0, max: 10 }, 'en');

describe('the value axis', () => {
  it('has two to six ticks inside, evenly apart', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e4, max: 1e4, noNaN: true }),
        fc.double({ min: 1e-3, max: 1e4, noNaN: true }),
        (low, span) => {
          const interval = { low, high: low + span };
          const ticks = niceTicks(interval, 6);
          expect(ticks.length).toBeGreaterThanOrEqual(2);
          expect(ticks.length).toBeLessThanOrEqual(6);
          expect(ticks.every((tick) => tick >= interval.low - span * 1e-6 && tick <= interval.high + span * 1e-6)).toBe(
            true,
          );
        },
      ),
    );
  });

  it('holds every value, leaves room above for words, and marks nothing that cannot be', () => {
    const axis = valueAxis([60, 98, 100], nps, { headroom: 0.3, bounds: nps.bounds });
    expect(axis.domain.low).toBeLessThan(60);
    expect(axis.domain.high).toBeGreaterThan(110);
    expect(Math.max(...axis.ticks.map(({ value }) => value))).toBeLessThanOrEqual(100);
  });

  it('does not blow up a difference of nothing', () => {
    const { domain } = valueAxis([12, 12], nps, { headroom: 0.1 });
    expect(domain.high - domain.low).toBeGreaterThanOrEqual(10);
  });
});
