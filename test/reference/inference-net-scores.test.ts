import { describe, expect, test } from 'vitest';
import {
  adjustedWaldInterval,
  headlineStandardError,
  type Interval,
  marginOfError,
  type NetCounts,
  netScore,
  netScoreVariance,
  tangoInterval,
  testStandardError,
  waldInterval,
} from '../../src/inference/index.ts';
import { enumerateNetScore } from '../calibration/enumeration.ts';
import { reference } from './oracle.ts';
import { expectClose, expectInterval } from './tolerance.ts';

interface NpsCase {
  readonly P: number;
  readonly passive: number;
  readonly D: number;
  readonly N: number | object;
  readonly nps: number;
  readonly var_pop: number;
  readonly se_n: number;
  readonly se_n1: number | null;
  readonly se_fpc: number | null;
  readonly moe95_n: number;
  readonly wald: [number, number];
  readonly wald_fpc: [number | null, number | null];
  readonly adjwald3: { readonly center: number; readonly ci: [number, number] };
  readonly tango_score: [number, number];
}

const scores = JSON.parse(reference('inference-scores.json')) as {
  nps: NpsCase[];
  nps_fpc: NpsCase[];
  coverage: { n: number; p: number; d: number; method: string; coverage: number; mean_width: number }[];
};

const countsOf = (one: NpsCase): NetCounts => ({ positive: one.P, neutral: one.passive, negative: one.D });

describe('net scores agree with R 4.2.2', () => {
  for (const one of [...scores.nps, ...scores.nps_fpc]) {
    test(`${one.P}/${one.passive}/${one.D}`, () => {
      const counts = countsOf(one);
      expectClose(netScore(counts), one.nps);
      expectClose(netScoreVariance(counts), 1e4 * one.var_pop);
      expectClose(headlineStandardError(counts), one.se_n);
      expectClose(marginOfError(headlineStandardError(counts)), one.moe95_n);
      expectInterval(waldInterval(counts), one.wald);
      expectInterval(adjustedWaldInterval(counts), one.adjwald3.ci);
      // the oracle's own root search stops at 1e-9 points
      expectInterval(tangoInterval(counts), one.tango_score, 1e-8);
    });
  }

  for (const one of scores.nps.filter((each) => each.se_n1 !== null)) {
    test(`${one.P}/${one.passive}/${one.D}: standard error of tests`, () => {
      expectClose(testStandardError(countsOf(one)), one.se_n1!);
    });
  }

  test('one answer has no standard error for tests', () => {
    expect(() => testStandardError({ positive: 1, neutral: 0, negative: 0 })).toThrow(
      expect.objectContaining({ code: 'CND_SAMPLE_TOO_SMALL' }),
    );
  });

  for (const one of scores.nps_fpc) {
    test(`${one.P}/${one.passive}/${one.D} of a population of ${one.N}`, () => {
      const error = testStandardError(countsOf(one), { population: one.N as number });
      expectClose(error, one.se_fpc!);
      expectInterval({ low: one.nps - marginOfError(error), high: one.nps + marginOfError(error) }, one.wald_fpc);
    });
  }
});

const intervals: Record<string, (counts: NetCounts) => Interval> = {
  wald: waldInterval,
  aw3: adjustedWaldInterval,
  tango: tangoInterval,
};

/** The oracle left out outcomes rarer than this; so does its reproduction, to keep a tight tolerance. */
const negligible = 1e-9;

describe('exact coverage agrees with the enumeration in R 4.2.2', () => {
  for (const row of scores.coverage.filter((each) => each.method in intervals)) {
    test(`${row.method}, n = ${row.n}, ${row.p} positive, ${row.d} negative`, () => {
      const exact = enumerateNetScore(row.n, row.p, row.d, intervals[row.method]!, negligible);
      expectClose(exact.coverage, row.coverage, 1e-12);
      expectClose(exact.width, row.mean_width, 1e-10);
    });
  }
});
