import { describe, expect, it } from 'vitest';
import { asymptoticSequence, bernsteinSequence, bettingSequence, type Interval } from '../../src/inference/index.ts';
import { uniforms } from '../monitoring/streams.ts';
import { expectRateAtMost } from './band.ts';

const runs = Number(process.env.CANDOR_CALIBRATION_RUNS ?? 200);
const n = 400;
const range = { min: -100, max: 100 };

/** Answers at +30 one by one, and the mean of a whole company of 500 accounts drawn in random order. */
const stream = (seed: number) => {
  const uniform = uniforms(seed);
  return Array.from({ length: n }, () => {
    const u = uniform();
    return u < 0.5 ? 100 : u < 0.7 ? -100 : 0;
  });
};
const leavesOut = (intervals: readonly Interval[], mean: number, from = 0) =>
  intervals.slice(from).some(({ low, high }) => mean < low || mean > high);

describe('the mean is ever left out of', () => {
  const streams = Array.from({ length: runs }, (_, r) => stream(2_700_000 + r));

  it('an empirical-Bernstein or a betting sequence in at most 5 % of streams', () => {
    const bernstein = streams.filter((values) => leavesOut(bernsteinSequence(values, range), 30)).length;
    const at = Array.from({ length: n / 10 }, (_, i) => 10 * (i + 1));
    const betting = streams
      .slice(0, runs / 4)
      .filter((values) => leavesOut(bettingSequence(values, range, { grid: 400, at }), 30)).length;
    process.stderr.write(`left out: Bernstein ${bernstein} of ${runs}, betting ${betting} of ${runs / 4}\n`);
    expectRateAtMost(bernstein, runs, 0.05, 'Bernstein');
    expectRateAtMost(betting, runs / 4, 0.05, 'betting');
  });

  it('an asymptotic one from 50 answers on in at most 5 %, while an interval of one moment is in many', () => {
    const sequence = streams.filter((values) => leavesOut(asymptoticSequence(values), 30, 49)).length;
    const moment = streams.filter((values) => {
      let [sum, squares] = [0, 0];
      return values.some((value, i) => {
        sum += value;
        squares += value ** 2;
        const t = i + 1;
        const half = 1.96 * Math.sqrt((squares / t - (sum / t) ** 2) / t);
        return t >= 50 && Math.abs(sum / t - 30) > half;
      });
    }).length;
    process.stderr.write(`left out: asymptotic ${sequence}, 1.96 standard errors ${moment} of ${runs}\n`);
    expectRateAtMost(sequence, runs, 0.05, 'asymptotic');
    expect(moment / runs).toBeGreaterThan(0.15);
  });

  it('one without replacement in at most 5 %, and it closes on the mean of all', () => {
    const seeds = Array.from({ length: runs }, (_, r) => 2_800_000 + r);
    const left = seeds.filter((seed) => {
      const uniform = uniforms(seed);
      const company: number[] = Array.from({ length: n }, (_, i) => (i < 200 ? 100 : i < 320 ? 0 : -100));
      for (let i = n - 1; i > 0; i -= 1) {
        const j = Math.floor(uniform() * (i + 1));
        [company[i], company[j]] = [company[j]!, company[i]!];
      }
      const sequence = bernsteinSequence(company, range, { population: n });
      expect(sequence.at(-1)!.high - sequence.at(-1)!.low).toBeLessThan(40);
      return leavesOut(sequence, 30);
    }).length;
    process.stderr.write(`left out: without replacement ${left} of ${runs}\n`);
    expectRateAtMost(left, runs, 0.05, 'without replacement');
  });
});
