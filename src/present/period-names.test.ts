import { describe, expect, it } from 'vitest';
import { languages } from './language.ts';
import { nextPeriod, periodName } from './period-names.ts';

describe('names of periods', () => {
  it('put the Finnish case into the word', () => {
    const { inside, since, until, full } = periodName('2026-06', { unit: 'month', language: 'fi', withYear: false });
    expect([full, inside, since, until]).toEqual(['kesäkuu 2026', 'kesäkuussa', 'kesäkuusta', 'kesäkuuhun']);
  });

  it('say the year inside sentences only where the window is longer than a year', () => {
    expect(periodName('2026-06', { unit: 'month', language: 'sv', withYear: true }).inside).toBe('i juni 2026');
    expect(periodName('2026-06', { unit: 'month', language: 'sv', withYear: false }).inside).toBe('i juni');
  });

  it('name weeks and quarters in every language', () => {
    const names = languages.flatMap((language) => [
      periodName('2026-W05', { unit: 'week', language, withYear: false }).full,
      periodName('2026-Q2', { unit: 'quarter', language, withYear: false }).full,
    ]);
    expect(names).toEqual(['Week 5, 2026', 'Q2 2026', 'viikko 5/2026', 'Q2/2026', 'vecka 5, 2026', 'kvartal 2, 2026']);
  });

  it('follow one another over the ends of years of 52 and 53 weeks', () => {
    const next = ['2026-12', '2026-Q4', '2025-W52', '2026-W52', '2026-W53', '2020-W53'].map(nextPeriod);
    expect(next).toEqual(['2027-01', '2027-Q1', '2026-W01', '2026-W53', '2027-W01', '2021-W01']);
  });
});
