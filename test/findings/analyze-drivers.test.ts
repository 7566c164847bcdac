import { describe, expect, it } from 'vitest';
import { analyzeFile } from '../../src/findings/index.ts';
import type { DriverShare } from '../../src/model/index.ts';
import { randomStream } from '../../src/numeric/index.ts';
import { type AnalysisResult, analysisText } from '../../src/present/index.ts';

/** A file of so many respondents; `change` mends a cell. */
function file(rows = 120, change: (row: number, column: string, value: number) => string | number = (_r, _c, v) => v) {
  const chance = randomStream(5, 905, 0);
  const lines = Array.from({ length: rows }, (_, row) => {
    const common = chance.normal();
    const rated = (x: number) => Math.max(1, Math.min(10, Math.round(7 + 1.5 * x)));
    const [ease, price, speed] = [0, 1, 2].map(() => common + chance.normal()) as [number, number, number];
    const loyalty = ease + 0.4 * price + 0.3 * speed + chance.normal();
    const cells = { loyalty: rated(loyalty), ease: rated(ease), price: rated(price), speed: rated(speed) };
    const scores = Object.entries(cells).map(([column, value]) => change(row, column, value));
    return [...scores, `a${row % 30}`].join(',');
  });
  return ['loyalty,ease,price,speed,account', ...lines].join('\n');
}

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

const spec = { outcome: 'loyalty', drivers: ['ease', 'price', 'speed'], resamples: 200 };
type Result = AnalysisResult & { shares: DriverShare[]; r2: number; top?: string };
const analyze = async (given: object, source = file()) =>
  (await analyzeFile('drivers', given, { name: 'answers.csv', stream: once(source) })) as unknown as Result;

describe('candor analyze drivers', () => {
  it('answers every field of the command line page, shares in the order given', async () => {
    const result = await analyze(spec);
    expect(result).toMatchObject({ method: 'drivers', n: 120, run: { seed: 1, definition: 'drivers-lmg@1' } });
    expect(result.shares.map(({ driver }) => driver)).toEqual(spec.drivers);
    expect(result.shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(result.r2, 12);
    for (const { share, interval, rankFirst, coefficient } of result.shares) {
      expect(interval.low).toBeLessThanOrEqual(share);
      expect(interval.high).toBeGreaterThanOrEqual(share);
      expect(rankFirst).toBeGreaterThanOrEqual(0);
      expect(Number.isFinite(coefficient)).toBe(true);
    }
    expect(result.shares.reduce((sum, { rankFirst }) => sum + rankFirst, 0)).toBeCloseTo(1, 12);
  });

  it('gives the same bytes again, another run for another seed, and takes a list as one text', async () => {
    const first = JSON.stringify(await analyze(spec));
    expect(JSON.stringify(await analyze(spec))).toBe(first);
    expect(JSON.stringify(await analyze({ ...spec, drivers: 'ease, price, speed' }))).toBe(first);
    expect((await analyze({ ...spec, seed: 2 })).run.id).not.toBe((await analyze(spec)).run.id);
    const johnson = await analyze({ ...spec, method: 'johnson' });
    expect(johnson.run).toMatchObject({ definition: 'drivers-johnson@1' });
    expect(johnson.shares[0]!.share).not.toBe((await analyze(spec)).shares[0]!.share);
  });

  it('draws accounts where they are named', async () => {
    expect(await analyze({ ...spec, account: 'account' })).toMatchObject({ resamples: { unit: 'account' } });
  });

  it('refuses with a code what cannot be answered, and never with NaN', async () => {
    const refusals: readonly [string, object, string?][] = [
      ['CND_SPEC', { ...spec, driver: ['ease'] }],
      ['CND_SPEC', { ...spec, drivers: ['ease', 'loyalty'] }],
      ['CND_SPEC', { ...spec, drivers: ['ease', 'ease'] }],
      ['CND_SPEC', { ...spec, drivers: [] }],
      ['CND_SPEC', { ...spec, resamples: 3 }],
      ['CND_COLUMN_UNKNOWN', { ...spec, drivers: ['ease', 'speeed'] }],
      ['CND_SAMPLE_TOO_SMALL', spec, file(49)],
      ['CND_MISSING_CODE', spec, file(120, (row, column, value) => (column === 'ease' && row === 9 ? -99 : value))],
      ['CND_NO_VARIANCE', spec, file(120, (_row, column, value) => (column === 'price' ? 7 : value))],
      ['CND_SAMPLE_TOO_SMALL', spec, file(120, (_row, column, value) => (column === 'speed' ? '' : value))],
      ['CND_COLLINEAR', { ...spec, drivers: ['ease', 'price', 'account'] }, copies()],
    ];
    for (const [code, given, source] of refusals) {
      await expect(analyze(given, source), `${code} ${JSON.stringify(given)}`).rejects.toMatchObject({ code });
    }
  });

  it('says in a terminal what goes with the outcome, with its doubts', async () => {
    const holes = file(160, (row, column, value) => (column === 'speed' && row % 9 === 0 ? 'N/A' : value));
    const text = analysisText(await analyze(spec, holes));
    expect(text).toMatch(
      /^ease goes with loyalty the most: \d+ % \(\d+ to \d+ %\) of what these columns explain; first in/,
    );
    expect(text).toMatch(/! 18 answers are missing; each pair of columns uses the rows that answered both/);
    expect(text).toContain('need not cause it');
  });
});

/** The account column holds a copy of ease, in other units. */
function copies(): string {
  const lines = file().split('\n');
  return lines
    .map((line, i) => {
      const cells = line.split(',');
      return i === 0 ? line : [...cells.slice(0, 4), String(2 * Number(cells[1]) + 1)].join(',');
    })
    .join('\n');
}
