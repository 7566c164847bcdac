import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { isCandorError } from '../errors/index.ts';
import { readSurveyFile, type SurveyFile } from './index.ts';

const folder = fileURLToPath(new URL('../../test/fixtures/exports/', import.meta.url));
const suffix = '.expected.json';
const names = readdirSync(folder)
  .filter((name) => name.endsWith(suffix))
  .map((name) => name.slice(0, -suffix.length));

const period = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 7);

function periodsOf({ series }: SurveyFile) {
  const periods = new Map<string, { n: number; promoters: number; passives: number; detractors: number }>();
  series.days.forEach((day, row) => {
    const score = series.scores[row] as number;
    const met = periods.get(period(day)) ?? { n: 0, promoters: 0, passives: 0, detractors: 0 };
    periods.set(period(day), met);
    met.n += 1;
    met[score >= 9 ? 'promoters' : score >= 7 ? 'passives' : 'detractors'] += 1;
  });
  return [...periods].sort().map(([name, { n, ...counts }]) => ({ period: name, n, counts }));
}

const byReason = <T extends { reason: string }>(reasons: readonly T[]) =>
  [...reasons].sort((a, b) => (a.reason < b.reason ? -1 : 1));

describe('exports of survey tools, as our generator wrote them', () => {
  it.each(names)('%s is read as its truth says', async (name) => {
    const expected = JSON.parse(readFileSync(folder + name + suffix, 'utf8'));
    const reading = readSurveyFile({ name, path: folder + name });
    if (expected.refused) {
      const error = await reading.catch((thrown: unknown) => thrown);
      expect(isCandorError(error) && error.exitCode).toBe(expected.refused.exitCode);
      return;
    }
    const file = await reading;
    const found = (what: string) => file.assumed.find((assumption) => assumption.what === what)?.value;
    expect(file.source).toMatchObject({
      file: name,
      format: expected.format,
      encoding: expected.encoding,
      delimiter: expected.delimiter,
      platform: expected.platform,
    });
    expect(found('score')).toBe(expected.columns.score.name);
    expect(found('date')).toBe(expected.columns.date.name);
    expect(found('account')).toBe(expected.columns.account?.name);
    expect(file.metric).toEqual({ id: expected.metric, scale: expected.scale, assumed: false });
    expect({ ...file.rows, reasons: byReason(file.rows.reasons) }).toEqual({
      ...expected.rows,
      reasons: byReason(expected.rows.reasons),
    });
    expect(file.caveats.map(({ code }) => code).sort()).toEqual([...expected.caveats].sort());
    expect(periodsOf(file)).toEqual(
      expected.periods.map(({ period, n, counts }: Record<string, unknown>) => ({ period, n, counts })),
    );
    if (expected.accounts !== undefined) expect(file.series.account?.names.length).toBe(expected.accounts);
    if (expected.dateOrder) expect(found('dateOrder')).toBe(expected.dateOrder);
  });
});
