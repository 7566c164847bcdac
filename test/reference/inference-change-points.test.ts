import { describe, expect, test } from 'vitest';
import { changePoints, compareNetScores, netScore, testStandardError } from '../../src/inference/index.ts';
import { describeWithOracle, reference, rowsOf } from './oracle.ts';
import { expectClose } from './tolerance.ts';

interface Found {
  readonly cp: number | number[];
  readonly cost: number;
}

const { changepoint } = JSON.parse(reference('inference-change-points.json')) as {
  changepoint: {
    nile: { sigma_mad_diff: number; bic: Found; mbic3: Found };
    nps36: { true_cp: number[]; bic: Found; mbic3: Found; month_z: number[] };
  };
};

const penalties = [
  ['2lnT', 'bic'],
  ['3lnT', 'mbic3'],
] as const;

describe('change points agree with exact optimal partitioning in R on 36 simulated months', () => {
  const months = rowsOf(reference('nps-monthly-synthetic.csv'));
  const values = months.map((month) => Number(month.nps));
  const weights = months.map((month) => 1 / Number(month.se) ** 2);

  for (const [penalty, name] of penalties) {
    test(`penalty ${penalty}`, () => {
      const found = changePoints(values, weights, { penalty });
      expect(found.changePoints).toEqual(changepoint.nps36[name].cp);
      expectClose(found.cost, changepoint.nps36[name].cost);
    });
  }

  test('month on month, one of 35 changes stands out and the real fall does not', () => {
    const counts = months.map((month) => ({
      positive: Number(month.P),
      neutral: Number(month.Q),
      negative: Number(month.D),
    }));
    const zs = counts.slice(1).map((after, i) => {
      const before = counts[i]!;
      return (netScore(after) - netScore(before)) / Math.hypot(testStandardError(before), testStandardError(after));
    });
    expect(zs.filter((z) => Math.abs(z) > 1.959964)).toHaveLength(1);
    expect(changepoint.nps36.month_z.filter((z) => Math.abs(z) > 1.959964)).toHaveLength(1);
    expect(compareNetScores(counts[24]!, counts[25]!).verdict).toBe('no evidence of change');
  });
});

describeWithOracle('change points agree with R on Nile', 'scores-and-model/nile.csv', (text) => {
  const flows = rowsOf(text).map((row) => Number(row.flow));
  const weights = flows.map(() => 1 / changepoint.nile.sigma_mad_diff ** 2);

  for (const [penalty, name] of penalties) {
    test(`penalty ${penalty}`, () => {
      const found = changePoints(flows, weights, { penalty });
      expect(found.changePoints).toEqual([changepoint.nile[name].cp]);
      expectClose(found.cost, changepoint.nile[name].cost);
    });
  }
});
