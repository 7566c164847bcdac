import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { isCandorError } from '../errors/index.ts';
import { readSurveyFile, type SurveyFile, type SurveyOptions } from './index.ts';

const fixtures = fileURLToPath(new URL('../../test/fixtures/', import.meta.url));
const suffix = '.expected.json';
const namesIn = (folder: string) =>
  readdirSync(fixtures + folder)
    .filter((name) => name.endsWith(suffix))
    .map((name) => `${folder}/${name.slice(0, -suffix.length)}`);

/** Doubts about the figures belong to the audit, not to the reading. */
const auditCaveats = ['gap', 'few-periods', 'single-answer', 'no-variance', 'small-sample', 'partial-period'];

interface Expected {
  readonly options?: Record<string, string>;
  readonly refused?: { readonly code?: string; readonly exitCode: number };
  readonly rows?: SurveyFile['rows'];
  readonly metric?: string;
  readonly periods?: readonly { period: string; n: number; counts: Record<string, number> }[];
  readonly accounts?: number;
  readonly alternatives?: readonly Expected[];
}

function optionsOf({ scale, where, ...rest }: Record<string, string> = {}): SurveyOptions {
  const [min, max] = (scale ?? '').split('-').map(Number);
  const [column, value] = (where ?? '').split('=');
  return {
    ...(rest as SurveyOptions),
    ...(scale ? { scale: { min: min as number, max: max as number } } : {}),
    ...(where ? { where: { column: column as string, value: value as string } } : {}),
  };
}

function periodsOf({ series, metric }: SurveyFile) {
  const periods = new Map<string, { n: number; counts: Record<string, number> }>();
  series.days.forEach((day, row) => {
    const score = series.scores[row] as number;
    const period = new Date(day * 86_400_000).toISOString().slice(0, 7);
    const empty = metric.id === 'nps' ? { promoters: 0, passives: 0, detractors: 0 } : {};
    const met = periods.get(period) ?? { n: 0, counts: empty as Record<string, number> };
    periods.set(period, met);
    met.n += 1;
    const key = metric.id !== 'nps' ? String(score) : score >= 9 ? 'promoters' : score >= 7 ? 'passives' : 'detractors';
    met.counts[key] = (met.counts[key] ?? 0) + 1;
  });
  return [...periods].sort().map(([period, rest]) => ({ period, ...rest }));
}

const sorted = (reasons: SurveyFile['rows']['reasons']) =>
  [...reasons].sort((a, b) => a.reason.localeCompare(b.reason));

async function compare(path: string, expected: Expected): Promise<SurveyFile | undefined> {
  const reading = readSurveyFile({ name: path, path: fixtures + path }, optionsOf(expected.options));
  if (expected.refused) {
    const error = await reading.catch((thrown: unknown) => thrown);
    if (!isCandorError(error)) throw error;
    expect(error.exitCode).toBe(expected.refused.exitCode);
    if (expected.refused.code) expect(error.code).toBe(expected.refused.code);
    return undefined;
  }
  const file = await reading;
  if (expected.metric) expect(file.metric.id).toBe(expected.metric);
  if (expected.rows) {
    expect({ ...file.rows, reasons: sorted(file.rows.reasons) }).toEqual({
      ...expected.rows,
      reasons: sorted(expected.rows.reasons),
    });
  }
  const filled = expected.periods?.filter(({ n }) => n > 0).map(({ period, n, counts }) => ({ period, n, counts }));
  if (filled) expect(periodsOf(file)).toEqual(filled);
  if (expected.accounts !== undefined) expect(file.series.account?.names.length).toBe(expected.accounts);
  return file;
}

describe('files of every kind, as our generator wrote them', () => {
  it.each([...namesIn('exports'), ...namesIn('plain')])('%s is read as its truth says', async (path) => {
    const expected = JSON.parse(readFileSync(fixtures + path + suffix, 'utf8'));
    const file = await compare(path, expected);
    for (const other of expected.alternatives ?? []) await compare(path, other);
    if (!file) return;
    const found = (what: string) => file.assumed.find((assumption) => assumption.what === what)?.value;
    const { columns } = expected;
    expect(file.source).toMatchObject({
      file: expected.file,
      format: expected.format,
      ...(expected.encoding ? { encoding: expected.encoding, delimiter: expected.delimiter } : {}),
      ...(expected.platform ? { platform: expected.platform } : {}),
      ...(expected.sheet ? { sheet: expected.sheet } : {}),
    });
    for (const what of ['score', 'date', 'account', 'role', 'revenue']) expect(found(what)).toBe(columns[what]?.name);
    expect(found('dateOrder')).toBe(expected.dateOrder);
    expect(file.metric.scale).toEqual(expected.scale);
    expect(file.metric.assumed).toBe(expected.caveats.includes('metric-assumed'));
    const own = expected.caveats.filter((code: string) => !auditCaveats.includes(code));
    expect(file.caveats.map(({ code }) => code).sort()).toEqual([...own].sort());
  });

  it('there are fixtures of six survey tools and of plain files', () => {
    expect(namesIn('exports').length).toBeGreaterThanOrEqual(12);
    expect(namesIn('plain').length).toBeGreaterThanOrEqual(30);
    expect(existsSync(`${fixtures}README.md`)).toBe(true);
  });
});
