import { describe, expect, test } from 'vitest';
import {
  driversOf,
  johnsonShares,
  lmgShares,
  logitDrivers,
  ordinalDrivers,
  penaltyReward,
} from '../../src/model/index.ts';
import { describeWithOracle, oracle, rowsOf } from './oracle.ts';
import { expectClose, expectInterval } from './tolerance.ts';

type Figures = Record<string, number>;
interface Case {
  readonly y: string;
  readonly x: readonly string[];
  readonly r2: number;
  readonly lmg: Figures;
  readonly johnson: Figures;
  readonly beta: Figures;
}
interface Bootstrap {
  readonly ci_type7: Record<string, [number, number]>;
  readonly rank1_share: Figures;
}

const folder = 'scores-and-model';
const column = (rows: Record<string, string>[], name: string) => ({
  name,
  values: Float64Array.from(rows, (row) => Number(row[name])),
});

/** Correlations of the columns, the outcome last, by the textbook formula and none of our own code. */
function correlations(rows: Record<string, string>[], names: readonly string[]): number[] {
  const columns = names.map((name) => column(rows, name).values);
  const centred = columns.map((values) => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return values.map((value) => value - mean);
  });
  const product = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, i) => sum + value * b[i]!, 0);
  return centred.flatMap((a) => centred.map((b) => product(a, b) / Math.sqrt(product(a, a) * product(b, b))));
}

describeWithOracle('drivers agree with R (own code of the definitions)', `${folder}/drivers.json`, (text) => {
  const oracles = JSON.parse(text);
  if (!oracles) return;
  const cases: readonly [string, string, Case][] = [
    ['swiss', 'swiss.csv', oracles.swiss],
    ['mobi, 7 drivers', 'mobi.csv', oracles.mobi_quality],
    ['mobi, 12 drivers', 'mobi.csv', oracles.mobi_all12],
  ];
  describe.each(cases)('%s', (_, file, wanted) => {
    const rows = rowsOf(oracle(`${folder}/${file}`));
    const matrix = correlations(rows, [...wanted.x, wanted.y]);

    test('LMG to 1e-12, and it sums to R squared', () => {
      const shares = lmgShares(matrix);
      wanted.x.forEach((name, j) => {
        expectClose(shares[j]!, wanted.lmg[name]!);
      });
      expectClose(
        shares.reduce((sum, share) => sum + share, 0),
        wanted.r2,
        1e-13,
      );
    });

    test('Johnson to 1e-12', () => {
      const shares = johnsonShares(matrix);
      wanted.x.forEach((name, j) => {
        expectClose(shares[j]!, wanted.johnson[name]!);
      });
    });
  });

  const mobi = rowsOf(oracle(`${folder}/mobi.csv`));
  const quality: Case = oracles.mobi_quality;
  const data = { outcome: column(mobi, quality.y), drivers: quality.x.map((name) => column(mobi, name)) };

  test('the whole method on mobi: R squared, shares, coefficients, the sign that turns', () => {
    const found = driversOf(data, { resamples: 20 });
    expectClose(found.rSquared, quality.r2);
    for (const { driver, share, coefficient, direction } of found.shares) {
      expectClose(share, quality.lmg[driver]!);
      expectClose(coefficient, quality.beta[driver]!);
      expect(direction).toBe(driver === 'PERQ6' ? 'unclear' : 'with');
    }
  });

  test('200 recorded resamples: intervals and first ranks to 1e-9', () => {
    const recorded = oracle(`${folder}/pls_mobi_boot_idx.csv`)
      .trim()
      .split('\n')
      .filter((line) => /^\d/.test(line))
      .slice(0, 200)
      .map((line) => line.split(',').map((index) => Number(index) - 1));
    expect(recorded[0]).toHaveLength(250);
    const wanted: Bootstrap = oracles.mobi_quality_boot200;
    const found = driversOf(data, { recorded });
    for (const { driver, interval, rankFirst } of found.shares) {
      expectInterval(interval, wanted.ci_type7[driver]!, 1e-9);
      expectClose(rankFirst, wanted.rank1_share[driver]!, 1e-9);
    }
    expect(found.top).toBe('PERQ1');
  });

  const items = quality.x.map((name) => column(mobi, name));

  test('logit of the top box: coefficients, marginal effects and the split of McFadden to 1e-7', () => {
    const wanted = oracles.logistic;
    const found = logitDrivers({ outcome: column(mobi, 'CUSL3'), drivers: items }, { topFrom: 9 });
    expectClose(found.deviance, wanted.deviance, 1e-9);
    expectClose(found.nullDeviance, wanted.null_deviance, 1e-9);
    expectClose(found.mcFadden, wanted.mcfadden, 1e-9);
    expectClose(found.intercept.coefficient, wanted.coef['(Intercept)'], 1e-7);
    expectClose(found.intercept.standardError, wanted.se['(Intercept)'], 1e-6);
    for (const { driver, coefficient, standardError, pValue, marginalEffect, share } of found.drivers) {
      expectClose(coefficient, wanted.coef[driver], 1e-7);
      expectClose(standardError, wanted.se[driver], 1e-6);
      expectClose(pValue, wanted.p[driver], 1e-6);
      expectClose(marginalEffect.value, wanted.ame[driver], 1e-7);
      expectClose(share, wanted.shapley_mcfadden[driver], 1e-7);
    }
  });

  test('proportional odds of 1-6, 7-8, 9-10 to 1e-4, as far as the optimiser of the reference went', () => {
    const wanted = oracles.prop_odds;
    const found = ordinalDrivers({ outcome: column(mobi, 'CUSA1'), drivers: items }, { cuts: [7, 9] });
    // Ours is the maximum: the reference cannot be below it by more than it stopped short of.
    expect(found.deviance).toBeLessThanOrEqual(wanted.deviance + 1e-9);
    expectClose(found.deviance, wanted.deviance, 1e-7);
    for (const { driver, coefficient, standardError } of found.drivers) {
      expectClose(coefficient, wanted.coef[driver], 1e-4);
      expectClose(standardError, wanted.se[driver], 1e-4);
    }
    expectClose(found.thresholds[0]!.coefficient, wanted.zeta['low|mid'], 1e-4);
    expectClose(found.thresholds[1]!.coefficient, wanted.zeta['mid|high'], 1e-4);
    expectClose(found.thresholds[0]!.standardError, wanted.se['low|mid'], 1e-4);
    expectClose(found.thresholds[1]!.standardError, wanted.se['mid|high'], 1e-4);
  });

  test('penalty and reward contrasts to 1e-12', () => {
    const wanted = oracles.penalty_reward;
    const found = penaltyReward({ outcome: column(mobi, 'CUSA1'), drivers: items }, { lowTo: 5, highFrom: 9 });
    expectClose(found.rSquared, wanted.r2);
    expectClose(found.intercept, wanted.coef.intercept);
    for (const { driver, penalty, reward } of found.drivers) {
      expectClose(penalty!.value, wanted.coef[`${driver}_pen`]);
      expectClose(reward!.value, wanted.coef[`${driver}_rew`]);
    }
  });
});
