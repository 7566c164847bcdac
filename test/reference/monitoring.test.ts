import { describe, expect, it } from 'vitest';
import {
  asymptoticSequence,
  bernsteinSequence,
  bettingSequence,
  EDetector,
  normalMixtureBound,
  normalMixtureLogEvidence,
  normalMixtureParameter,
  runMonitor,
} from '../../src/inference/monitoring/index.ts';
import { baselineDays, changedYear, steadyYear, type Year } from '../monitoring/streams.ts';
import { reference, rowsOf } from './oracle.ts';

const range = { min: -100, max: 100 };
const runOf = (year: Year, threshold?: number) =>
  runMonitor({ ...year, daysPerStep: 1, range }, { baselineSteps: baselineDays, ...(threshold && { threshold }) });

/** Six digits of what is written down, as the vectors are. */
const digits = (value: number, written: number) => Math.abs(value - written) / Math.abs(written);

describe('the e-detector on the written streams', () => {
  const rows = [
    {
      seed: 1,
      delta: -10,
      baseline: [129, 215, 391],
      year: 2950,
      evidence: [0.23137261, 0.58993648, 0.51859335, 3.0255326],
      alarm: [133, 'down', 103],
    },
    {
      seed: 2,
      delta: -10,
      baseline: [153, 227, 366],
      year: 2971,
      evidence: [0.24216757, 0.16346474, 5.5929759, 10.641944],
    },
    {
      seed: 3,
      delta: -20,
      baseline: [138, 216, 389],
      year: 2923,
      evidence: [0.2472808, 0.15119782, 8499.9703, 11082.226],
      alarm: [73, 'down', 61],
    },
    {
      seed: 4,
      delta: 0,
      baseline: [163, 220, 364],
      year: 2926,
      evidence: [0.242114, 0.18424504, 0.32005902, 0.18296846],
    },
    {
      seed: 5,
      delta: 10,
      baseline: [155, 249, 345],
      year: 2865,
      evidence: [0.23024126, 0.36742908, 1.0596465, 1.6445358],
      alarm: [246, 'up', 9],
    },
  ] as const;

  it.each(rows)('of seed $seed, a change of $delta points', ({ seed, delta, baseline, year, evidence, ...row }) => {
    const stream = changedYear({ seed, perDay: 8, promoters: 0.5, detractors: 0.2, delta });
    const first = stream.values.slice(0, stream.steps[baselineDays]);
    expect([-100, 0, 100].map((value) => first.filter((one) => one === value).length)).toEqual(baseline);
    expect(stream.values.length - first.length).toBe(year);
    // Past the alarm the evidence goes on only where nobody acts on it.
    const { path } = runOf(stream, 1e300);
    for (const [i, day] of [1, 60, 90, 120].entries())
      expect(digits(path[day - 1]!.evidence, evidence[i]!)).toBeLessThan(1e-7);
    const alarm = runOf(stream).alarms[0];
    const found = alarm && [alarm.step - baselineDays + 1, alarm.direction, alarm.changedSince - baselineDays];
    expect(found).toEqual('alarm' in row ? row.alarm : undefined);
  });

  it('of the first steady year', () => {
    const year = steadyYear(2_000_000, 8, [
      [-100, 0.2],
      [0, 0.3],
      [100, 0.5],
    ]);
    const first = year.values.slice(0, year.steps[baselineDays]);
    expect([first.length, year.values.length - first.length]).toEqual([715, 2881]);
    const { path, alarms } = runOf(year);
    expect(alarms).toEqual([]);
    const written = { 30: 0.1536658136, 90: 0.1429576109, 180: 0.1740314009, 365: 0.1723168056 };
    for (const [day, value] of Object.entries(written)) {
      expect(digits(path[Number(day) - 1]!.evidence, value)).toBeLessThan(1e-9);
    }
  });

  it('is the same in any unit, and goes on from what a store kept', () => {
    const { values, steps } = changedYear({ seed: 3, perDay: 8, promoters: 0.5, detractors: 0.2, delta: -20 });
    const begin = steps[baselineDays]!;
    const points = EDetector.start(values.slice(0, begin), range);
    const shares = EDetector.start(
      values.slice(0, begin).map((value) => value / 100),
      { min: -1, max: 1 },
    );
    let kept = EDetector.from(JSON.parse(JSON.stringify(points.state())));
    for (const [i, value] of values.slice(begin, begin + 800).entries()) {
      points.observe(value);
      shares.observe(value / 100);
      kept.observe(value);
      if (i % 7 === 0) kept = EDetector.from(JSON.parse(JSON.stringify(kept.state())));
    }
    expect(kept.evidence()).toEqual(points.evidence());
    expect(digits(shares.evidence().evidence, points.evidence().evidence)).toBeLessThan(1e-9);
  });
});

describe('confidence sequences agree with the references on 400 answers', () => {
  const stream = rowsOf(reference('nps-stream.csv')).map(({ x }) => Number(x));
  const oracle = JSON.parse(reference('confidence-sequences.json'));
  type Row = { t: number; lo: number; hi: number };
  const close = (value: number, wanted: number, within = 1e-9) => expect(Math.abs(value - wanted)).toBeLessThan(within);

  it('asymptotic', () => {
    const sequence = asymptoticSequence(stream);
    for (const { t, lo, hi } of oracle.asymptotic.rows as Row[]) {
      close(sequence[t - 1]!.low, lo);
      close(sequence[t - 1]!.high, hi);
    }
  });

  it.each([
    ['bernstein', {}],
    ['withoutReplacementOf500', { population: 500 }],
  ])('%s', (name, options) => {
    const sequence = bernsteinSequence(stream, range, options);
    for (const { t, lo, hi } of oracle[name] as Row[]) {
      close(sequence[t - 1]!.low, lo);
      close(sequence[t - 1]!.high, hi);
    }
  });

  it('betting', () => {
    const rows = oracle.bettingGrid2000 as Row[];
    const found = bettingSequence(stream, range, { at: rows.map(({ t }) => t) });
    rows.forEach(({ lo, hi }, i) => {
      close(found[i]!.low, lo);
      close(found[i]!.high, hi);
    });
  });

  it('normal mixture, as published to seven digits', () => {
    const rho = normalMixtureParameter(100, 0.05);
    close(rho, oracle.normalMixture.best_rho, 1e-12);
    close(rho, 12.60056, 5e-6);
    close(normalMixtureBound(100, 0.05, 100), 30.35209, 5e-6);
    close(normalMixtureLogEvidence(10, 100, rho), -0.6510052, 5e-8);
    for (const { v, bound } of oracle.normalMixture.grid) close(normalMixtureBound(v, 0.05, 100), bound);
  });
});
