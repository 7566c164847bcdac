import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { programmes } from '../../test/charts/audit-fixtures.ts';
import { changesCsv, periodsCsv } from './csv.ts';

describe('CSV for spreadsheets', () => {
  it('holds the figures of the result unrounded, with the run that they come from', () => {
    const result = programmes['one proven change']();
    const periods: Record<string, string>[] = parse(periodsCsv(result), { columns: true });
    expect(periods.map(({ value }) => Number(value))).toEqual(result.periods.map(({ estimate }) => estimate?.value));
    expect(new Set(periods.map(({ run }) => run))).toEqual(new Set([result.run.id]));
    const changes: Record<string, string>[] = parse(changesCsv(result), { columns: true });
    expect(changes.map(({ adjustedPValue }) => Number(adjustedPValue))).toEqual(
      result.changes.map(({ adjustedPValue }) => adjustedPValue),
    );
  });

  it('lists an empty period with n 0 and empty figures', () => {
    const rows: Record<string, string>[] = parse(periodsCsv(programmes['few answers']()), { columns: true });
    expect(rows[1]).toMatchObject({ period: '2026-02', n: '0', value: '', low: '' });
  });
});
