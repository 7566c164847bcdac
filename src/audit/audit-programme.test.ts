import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { metricDefinition } from '../metrics/index.ts';
import { randomStream } from '../numeric/index.ts';
import { normalAccountsDraw, shuffledAccountsDraw } from './account-noise.ts';
import { auditProgramme, type ProgrammeAudit } from './audit-programme.ts';
import { summariseNoise } from './noise.ts';
import { dayNumber } from './period.ts';

const nps = metricDefinition('nps');

/** Answers of months from January 2025 on: promoters, passives, detractors of each. */
function programme(months: readonly (readonly [number, number, number])[]) {
  const scores: number[] = [];
  const days: number[] = [];
  months.forEach(([promoters, passives, detractors], month) => {
    const put = (score: number, count: number) => {
      for (let i = 0; i < count; i++) {
        scores.push(score);
        days.push(dayNumber(2025 + Math.floor(month / 12), (month % 12) + 1, 1 + (days.length % 28)));
      }
    };
    put(10, promoters);
    put(8, passives);
    put(2, detractors);
  });
  return { scores: Float64Array.from(scores), days: Int32Array.from(days), families: ['nps' as const], questions: 1 };
}

function audit(
  series: ReturnType<typeof programme> & Partial<{ account: { codes: Int32Array; names: string[] } }>,
): ProgrammeAudit {
  return auditProgramme({ definition: nps, series, periodUnit: 'month', confidence: 0.95, seed: 7 });
}

/** Numbers anywhere in a value. */
function numbersOf(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(numbersOf) : [];
}

describe('the programme audit', () => {
  it('gives what noise alone gives: 230 answers a month, 45/30/25, nothing changing (oracle_seed004_simulation)', () => {
    const quiet = audit(programme(Array.from({ length: 12 }, () => [103, 69, 58] as const)));
    expect(quiet.programme.changesTested).toBe(11);
    expect(quiet.programme.expectedByChance).toBeCloseTo(0.55, 12);
    expect(quiet.programme.nominallySignificantChanges).toBe(0);
    expect(quiet.programme.probabilityOfAtLeastThisMany).toBe(1);
    // 4,000 simulated years gave .613 without any; band: four standard errors of both simulations.
    expect(quiet.programme.chanceOfAny).toBeGreaterThan(0.387 - 0.036);
    expect(quiet.programme.chanceOfAny).toBeLessThan(0.387 + 0.036);
    expect(quiet.programme.chanceOfTwo).toBeGreaterThan(0.125 - 0.024);
    expect(quiet.programme.chanceOfTwo).toBeLessThan(0.125 + 0.024);
    expect(quiet.programme.meanMarginOfError).toBeCloseTo(10.5, 1);
    expect(quiet.programme.changePoints).toEqual([]);
  });

  it('states the answers needed by the planning formula: 3, 5, 10 points at 50/30/20 need 10,640, 3,831, 958', () => {
    const { programme: result } = audit(programme(Array.from({ length: 3 }, () => [50, 30, 20] as const)));
    expect(result.answersNeeded).toEqual({ '3': 10_640, '5': 3_831, '10': 958 });
  });

  it('finds the one true change and calls the rest noise', () => {
    const before = [104, 69, 57] as const;
    const after = [140, 60, 30] as const;
    const result = audit(
      programme([before, [110, 70, 50], [90, 72, 68], before, before, before, after, after, [135, 65, 30], after]),
    );
    expect(result.changes.filter(({ verdict }) => verdict === 'rose').map(({ to }) => to)).toEqual(['2025-07']);
    expect(result.programme.changePoints).toEqual(['2025-07']);
    expect(result.programme.levels.map(({ from, to }) => [from, to])).toEqual([
      ['2025-01', '2025-06'],
      ['2025-07', '2025-10'],
    ]);
    expect(result.rules.find(({ id }) => id === 'changes-beyond-chance')?.status).toBe('pass');
  });

  it('does not date a fall of the newest month to the month before, which had risen', () => {
    const steady = Array.from({ length: 10 }, () => [240, 100, 60] as const);
    const fell = audit(programme([...steady, [250, 95, 55], [60, 60, 180]]));
    expect(fell.changes.at(-1)).toMatchObject({ verdict: 'fell', to: '2025-12' });
    expect(fell.programme.changePoints).toEqual([]);
    // A month later it is a level, and its date the right one.
    const stayed = audit(programme([...steady, [250, 95, 55], [60, 60, 180], [62, 60, 178]]));
    expect(stayed.programme.changePoints).toEqual(['2025-12']);
  });

  it('lists an empty month and compares across it', () => {
    const result = audit(
      programme([
        [20, 10, 10],
        [0, 0, 0],
        [10, 10, 20],
      ]),
    );
    expect(result.periods.map(({ n }) => n)).toEqual([40, 0, 40]);
    expect(result.periods[1]).not.toHaveProperty('estimate');
    expect(result.changes).toHaveLength(1);
    expect(result.changes[0]?.difference.caveats.map(({ code }) => code)).toContain('gap');
    expect(result.caveats.map(({ code }) => code)).toContain('gap');
  });

  it('shows one answer and one month without inventing anything', () => {
    const single = audit(programme([[1, 0, 0]]));
    expect(single.changes).toEqual([]);
    expect(single.periods[0]).not.toHaveProperty('marginOfError');
    expect(single.programme).not.toHaveProperty('answersNeeded');
    expect(single.programme).not.toHaveProperty('range');
    expect(single.periods[0]?.estimate?.caveats.map(({ code }) => code)).toContain('single-answer');
  });

  it('says that a file where everybody promotes has no margin of error, not that it is zero', () => {
    const result = audit(
      programme([
        [30, 0, 0],
        [30, 0, 0],
        [30, 0, 0],
        [30, 0, 0],
      ]),
    );
    for (const period of result.periods) {
      expect(period).not.toHaveProperty('marginOfError');
      expect(period.estimate?.interval.low).toBeLessThan(90);
      expect(period.estimate?.caveats.map(({ code }) => code)).toContain('no-variance');
    }
    expect(result.rules.find(({ id }) => id === 'margin-of-error')?.status).toBe('not measurable');
  });

  it('flags a last month that stops half-way', () => {
    const series = programme([
      [60, 30, 30],
      [60, 30, 30],
      [60, 30, 30],
    ]);
    const stops = dayNumber(2025, 3, 12);
    const days = series.days.map((day) => (day > stops ? stops - (day % 10) : day));
    const found = audit({ ...series, days }).caveats.filter(({ code }) => code === 'partial-period');
    expect(found.map(({ period }) => period)).toEqual(['2025-03']);
  });

  it('takes the rhythm of a survey that goes out in the first days of a month for no open end', () => {
    const series = programme(Array.from({ length: 6 }, () => [60, 30, 30] as const));
    const month = (day: number) => Math.floor((day - dayNumber(2025, 1, 1)) / 30.5);
    const waves = series.days.map((day) => dayNumber(2025, 1 + month(day), 4 + (day % 8)));
    const partial = (days: Int32Array, covered?: { from: number; to: number }) =>
      auditProgramme({
        definition: nps,
        series: { ...series, days },
        periodUnit: 'month',
        confidence: 0.95,
        seed: 7,
        ...(covered && { covered }),
      })
        .caveats.filter(({ code }) => code === 'partial-period')
        .map(({ period }) => period);
    expect(partial(waves)).toEqual([]);
    // The last wave was cut off after two of its eight days.
    const cut = dayNumber(2025, 6, 5);
    expect(partial(waves.map((day) => (day > cut ? cut - (day % 2) : day)))).toEqual(['2025-06']);
    // A month that still runs is not whole, whatever its answers look like; nor is one that the window cuts.
    const whole = { from: dayNumber(2025, 1, 1), to: dayNumber(2025, 7, 1) };
    expect(partial(waves, whole)).toEqual([]);
    expect(partial(waves, { ...whole, to: dayNumber(2025, 6, 30) })).toEqual(['2025-06']);
    expect(partial(waves, { ...whole, from: dayNumber(2025, 1, 2) })).toEqual(['2025-01']);
  });

  it('widens the interval when answers of one account agree', () => {
    const series = programme(Array.from({ length: 6 }, () => [60, 30, 30] as const));
    // Twelve accounts a month, each of one opinion: ten answers of the same kind in a row.
    const codes = Int32Array.from(series.scores, (_, i) => Math.floor(i / 10));
    const names = Array.from({ length: 72 }, (_, i) => `A${i}`);
    const clustered = audit({ ...series, account: { codes, names } });
    const plain = audit(series);
    const width = ({ periods }: ProgrammeAudit) =>
      periods[0]!.estimate!.interval.high - periods[0]!.estimate!.interval.low;
    expect(width(clustered)).toBeGreaterThan(2.5 * width(plain));
    expect(clustered.periods[0]?.estimate?.method).toBe('tango-effective-n');
    expect(clustered.programme.answersNeeded!['5']).toBeGreaterThan(5 * plain.programme.answersNeeded!['5']);
    expect(clustered.programme.chanceOfAny).toBeGreaterThan(plain.programme.chanceOfAny);
    expect(clustered.programme.nominalFromNoise).toBeGreaterThanOrEqual(clustered.programme.chanceOfAny);
  });

  it('plans a panel by what cancels: the smallest change seen and the plan agree', () => {
    const stream = randomStream(11, 1, 1, 0);
    const opinions = Array.from({ length: 60 }, () => stream.normal() * 2);
    const scores: number[] = [];
    const days: number[] = [];
    const codes: number[] = [];
    for (let month = 1; month <= 6; month++) {
      opinions.forEach((opinion, account) => {
        const z = opinion + stream.normal();
        scores.push(z > 0.3 ? 10 : z > -0.7 ? 8 : 3);
        days.push(dayNumber(2025, month, 10));
        codes.push(account);
      });
    }
    const series = {
      scores: Float64Array.from(scores),
      days: Int32Array.from(days),
      families: ['nps' as const],
      questions: 1,
    };
    const account = { codes: Int32Array.from(codes), names: opinions.map((_, i) => `A${i}`) };
    const { programme: panel, changes } = audit({ ...series, account });
    const seen = changes.map(({ minimumDetectableChange }) => minimumDetectableChange).sort((a, b) => a - b);
    expect(panel.detectableChange).toBeGreaterThanOrEqual(seen[0]!);
    expect(panel.detectableChange).toBeLessThanOrEqual(seen.at(-1)!);
    expect(panel.detectableChange).toBeLessThan(0.8 * audit(series).programme.detectableChange!);
  });

  it('draws the same noise by shuffling accounts and by their normal law', () => {
    const stream = randomStream(5, 1, 1, 0);
    const [accounts, periods] = [600, 8];
    const cells = Array.from({ length: accounts }, (_, account) => {
      const opinion = stream.normal() * 40;
      return Array.from({ length: periods }, (_, period) => ({
        account,
        period,
        sum: opinion + stream.normal() * 60,
      })).filter(() => stream.uniform() < 0.5);
    }).flat();
    const mean = cells.reduce((total, { sum }) => total + sum, 0) / cells.length;
    const centred = cells.map((cell) => ({ ...cell, sum: cell.sum - mean }));
    const blocks = {
      account: Int32Array.from(centred, ({ account }) => account),
      period: Int32Array.from(centred, ({ period }) => period),
      n: Float64Array.from(centred, () => 1),
      sum: Float64Array.from(centred, ({ sum }) => sum),
      squares: Float64Array.from(centred, ({ sum }) => sum ** 2),
    };
    const sizes = Array.from({ length: periods }, (_, t) => centred.filter(({ period }) => period === t).length);
    const variance = centred.reduce((total, { sum }) => total + sum ** 2, 0) / centred.length;
    const options = { sizes, observedNominal: 1, seed: 3 };
    const shuffled = summariseNoise(shuffledAccountsDraw(blocks, periods, mean), options);
    const normal = summariseNoise(normalAccountsDraw(blocks, sizes, { mean, variance }), options);
    // Two simulations of 10,000 and one sample of accounts: within 2 percentage points and 5 % of the range.
    expect(Math.abs(shuffled.chanceOfAny - normal.chanceOfAny)).toBeLessThan(0.02);
    expect(Math.abs(shuffled.range!.median / normal.range!.median - 1)).toBeLessThan(0.05);
    expect(Math.abs(shuffled.range!.high / normal.range!.high - 1)).toBeLessThan(0.05);
  });

  it('does not depend on the order of the rows and never shows NaN', () => {
    const month = fc.tuple(fc.nat(12), fc.nat(12), fc.nat(12));
    fc.assert(
      fc.property(fc.array(month, { minLength: 1, maxLength: 6 }), fc.integer({ min: 1, max: 1e6 }), (months, seed) => {
        const series = programme(months);
        if (series.scores.length === 0) return;
        const first = audit(series);
        expect(numbersOf(first).every(Number.isFinite)).toBe(true);
        const order = randomStream(seed, 1, 1, 0).shuffle([...series.scores.keys()]);
        const shuffled = {
          ...series,
          scores: Float64Array.from(order, (i) => series.scores[i]!),
          days: Int32Array.from(order, (i) => series.days[i]!),
        };
        expect(audit(shuffled)).toEqual(first);
      }),
      { numRuns: 40, seed: 7 },
    );
  });
});
