import { describe, expect, test } from 'vitest';
import {
  answersForChange,
  answersForMargin,
  benjaminiHochberg,
  clopperPearsonInterval,
  compareMeans,
  compareNetScores,
  compareProportions,
  holm,
  jeffreysInterval,
  mannWhitney,
  marginOfError,
  momentsOf,
  type NetCounts,
  proportionEstimate,
  welchDegreesOfFreedom,
  wilsonInterval,
} from '../../src/inference/index.ts';
import { reference } from './oracle.ts';
import { expectClose, expectInterval } from './tolerance.ts';

interface ProportionCase {
  readonly x: number;
  readonly n: number;
  readonly wilson: [number, number];
  readonly clopper_pearson: [number, number];
  readonly jeffreys: [number, number];
  readonly N: number | object;
  readonly wilson_fpc: [number, number];
}

interface SampleSizeCase {
  readonly var: number;
  readonly n_for_moe: Record<string, number>;
  readonly mdc95_at_n: Record<string, number>;
  readonly n_per_month_power80: Record<string, number>;
}

const scores = JSON.parse(reference('inference-scores.json')) as {
  proportions: ProportionCase[];
  two_nps: { a: number[]; b: number[]; diff: number; p: number; ci: [number, number] };
  two_csat: {
    counts_x_5to1: number[];
    counts_y_5to1: number[];
    welch: { t: number; df: number; p: number; ci: [number, number] };
    wilcoxon: { W: number; p: number; prob_superiority: number };
  };
  newcombe: { args: [number, number, number, number]; ci: [number, number] };
  padjust: { p: number[]; BH: number[]; holm: number[] };
  sample_size: Record<string, SampleSizeCase>;
};

describe('proportions agree with R 4.2.2', () => {
  for (const one of scores.proportions) {
    test(`${one.x} of ${one.n}`, () => {
      expectInterval(wilsonInterval(one.x, one.n), one.wilson);
      expectInterval(clopperPearsonInterval(one.x, one.n), one.clopper_pearson);
      expectInterval(
        jeffreysInterval(one.x, one.n),
        one.jeffreys.map((limit, side) => jeffreysEnd(one, limit, side)),
      );
      if (typeof one.N === 'number') {
        expectInterval(proportionEstimate(one.x, one.n, { population: one.N }).interval, one.wilson_fpc);
      }
    });
  }
});

/** Brown, Cai and DasGupta set the limit to the end of the scale where all answers agree; so must the oracle. */
function jeffreysEnd({ x, n }: ProportionCase, limit: number, side: number): number {
  if (side === 0 && x === 0) return 0;
  return side === 1 && x === n ? 1 : limit;
}

const netCounts = ([positive, neutral, negative]: number[]): NetCounts => ({
  positive: positive!,
  neutral: neutral!,
  negative: negative!,
});

describe('two samples agree with R 4.2.2', () => {
  test('120/80/50 against 135/80/35: twelve points are not evidence', () => {
    const { a, b, diff, p, ci } = scores.two_nps;
    const comparison = compareNetScores(netCounts(a), netCounts(b));
    expectClose(comparison.difference.value, diff);
    expectClose(comparison.pValue, p);
    expectInterval(comparison.difference.interval, ci);
    expect(comparison.difference.method).toBe('z');
    expect(comparison.verdict).toBe('no evidence of change');
  });

  const valuesOf = (counts5to1: number[]): number[] =>
    counts5to1.flatMap((count, position) => new Array<number>(count).fill(5 - position));
  const [x, y] = [valuesOf(scores.two_csat.counts_x_5to1), valuesOf(scores.two_csat.counts_y_5to1)];

  test('Welch on CSAT counts', () => {
    const { welch } = scores.two_csat;
    const comparison = compareMeans(momentsOf(y), momentsOf(x), { bounds: { min: 1, max: 5 } });
    expect(comparison.difference.method).toBe('welch');
    expectClose(welchDegreesOfFreedom(momentsOf(x), momentsOf(y)), welch.df);
    expectClose(comparison.pValue, welch.p);
    expectInterval(comparison.difference.interval, welch.ci);
  });

  test('Mann-Whitney with tie and continuity correction', () => {
    const { wilcoxon } = scores.two_csat;
    const result = mannWhitney(x, y);
    expect(result.u).toBe(wilcoxon.W);
    expectClose(result.pValue, wilcoxon.p);
    expectClose(result.probabilityOfSuperiority, wilcoxon.prob_superiority);
  });

  test("Newcombe's difference", () => {
    const [x1, n1, x2, n2] = scores.newcombe.args;
    const large = compareProportions({ successes: x2, n: n2 }, { successes: x1, n: n1 });
    expect(large.difference.method).toBe('z');
    // the same shares below the rule for z: Newcombe's limits by hand from the two Wilson intervals of the oracle's args
    const [first, second] = [wilsonInterval(x1, n1), wilsonInterval(x2, n2)];
    const low = x1 / n1 - x2 / n2 - Math.hypot(x1 / n1 - first.low, second.high - x2 / n2);
    const high = x1 / n1 - x2 / n2 + Math.hypot(first.high - x1 / n1, x2 / n2 - second.low);
    expectInterval({ low, high }, scores.newcombe.ci);
  });
});

describe('several tests agree with p.adjust of R 4.2.2', () => {
  test('Holm', () => {
    holm(scores.padjust.p).forEach((p, i) => {
      expectClose(p, scores.padjust.holm[i]!);
    });
  });
  test('Benjamini and Hochberg', () => {
    benjaminiHochberg(scores.padjust.p).forEach((p, i) => {
      expectClose(p, scores.padjust.BH[i]!);
    });
  });
  test('the order of the tests does not matter', () => {
    const reversed = [...scores.padjust.p].reverse();
    expect(holm(reversed).reverse()).toEqual(holm(scores.padjust.p));
    expect(benjaminiHochberg(reversed).reverse()).toEqual(benjaminiHochberg(scores.padjust.p));
  });
});

describe('sample sizes agree with R 4.2.2', () => {
  for (const [name, one] of Object.entries(scores.sample_size)) {
    const variance = 1e4 * one.var;
    for (const [margin, n] of Object.entries(one.n_for_moe)) {
      test(`${name}: margin of ${margin} points`, () => {
        expect(answersForMargin({ variance, margin: Number(margin) })).toBe(n);
      });
    }
    for (const [change, n] of Object.entries(one.n_per_month_power80)) {
      test(`${name}: change of ${change} points`, () => {
        expect(answersForChange({ variance, change: Number(change) })).toBe(n);
      });
    }
    for (const [n, change] of Object.entries(one.mdc95_at_n)) {
      test(`${name}: least significant change at ${n}`, () => {
        // the oracle prints six decimals
        expectClose(marginOfError(Math.sqrt((2 * variance) / Number(n))), change, 1e-6);
      });
    }
  }
});
