import { describe, expect, it } from 'vitest';
import { tallySpans } from './tally-spans.ts';

const spans = (from: string, to: string, more: { dimensions?: boolean; daysOfMonth?: boolean } = {}) =>
  tallySpans({ from, to, dimensions: false, daysOfMonth: false, ...more }).map(
    ({ table, from: first, to: next }) => `${table} ${first} ${next}`,
  );

describe('the tallies that days are counted from', () => {
  it('are that of whole months, and that of days for what is left at the ends', () => {
    expect(spans('2029-12-01', '2030-02-01')).toEqual(['month_tally 2029-12-01 2030-02-01']);
    expect(spans('2029-12-02', '2030-02-01')).toEqual([
      'month_tally 2030-01-01 2030-02-01',
      'trend_tally 2029-12-02 2030-01-01',
    ]);
    expect(spans('2029-11-30', '2030-02-28')).toEqual([
      'month_tally 2029-12-01 2030-02-01',
      'trend_tally 2029-11-30 2029-12-01',
      'trend_tally 2030-02-01 2030-02-28',
    ]);
  });

  it('hold no month where no whole one is asked for', () => {
    expect(spans('2030-01-02', '2030-02-28')).toEqual(['trend_tally 2030-01-02 2030-02-28']);
    expect(spans('2030-01-31', '2030-02-01')).toEqual(['trend_tally 2030-01-31 2030-02-01']);
  });

  it('are the finer ones where more must be told apart', () => {
    expect(spans('2030-01-01', '2030-02-01', { daysOfMonth: true })).toEqual(['trend_tally 2030-01-01 2030-02-01']);
    expect(spans('2030-01-01', '2030-02-01', { dimensions: true })).toEqual(['tally 2030-01-01 2030-02-01']);
  });
});
