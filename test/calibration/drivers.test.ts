import { describe, expect, test } from 'vitest';
import {
  type DriverData,
  driversOf,
  lmgShares,
  logitDrivers,
  penaltyReward,
  topicImpact,
} from '../../src/model/index.ts';
import { randomStream } from '../../src/numeric/index.ts';
import { expectRateAtMost } from './band.ts';

/** Small on every change; the table of docs/methods/drivers.md was made with 2000. */
const runs = Number(process.env.CANDOR_CALIBRATION_RUNS ?? 200);

interface Law {
  readonly betas: readonly number[];
  /** Correlation of every two drivers, through one factor that they share. */
  readonly between: number;
}

function sample({ betas, between }: Law, n: number, run: number): DriverData {
  const chance = randomStream(501, run, n, betas.length);
  const drivers = betas.map((_, j) => ({ name: `x${j}`, values: new Float64Array(n) }));
  const values = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const common = chance.normal();
    betas.forEach((beta, j) => {
      const x = Math.sqrt(between) * common + Math.sqrt(1 - between) * chance.normal();
      drivers[j]!.values[i] = x;
      values[i] = values[i]! + beta * x;
    });
    values[i] = values[i]! + chance.normal();
  }
  return { outcome: { name: 'y', values }, drivers };
}

/** The shares of the law itself, from its correlations. */
function truth({ betas, between }: Law): Float64Array {
  const p = betas.length;
  const withOutcome = betas.map((_, i) => betas.reduce((sum, beta, k) => sum + beta * (i === k ? 1 : between), 0));
  const spread = Math.sqrt(1 + betas.reduce((sum, beta, i) => sum + beta * withOutcome[i]!, 0));
  const cell = (i: number, k: number) => {
    if (i === k) return 1;
    if (i === p || k === p) return withOutcome[Math.min(i, k)]! / spread;
    return between;
  };
  return lmgShares(Array.from({ length: (p + 1) ** 2 }, (_, at) => cell(Math.floor(at / (p + 1)), at % (p + 1))));
}

const holds = ({ low, high }: { low: number; high: number }, value: number) => low <= value && value <= high;

describe('95 % intervals of shares miss in at most 8 %', () => {
  const laws: readonly [string, number, Law][] = [
    ['5 unequal drivers, n 250', 250, { betas: [0.5, 0.3, 0.2, 0.1, 0], between: 0.5 }],
    ['5 unequal drivers, n 100', 100, { betas: [0.5, 0.3, 0.2, 0.1, 0], between: 0.5 }],
    ['3 drivers at the fewest answers, n 50', 50, { betas: [0.5, 0.3, 0], between: 0.5 }],
    ['2 equal drivers, n 250', 250, { betas: [0.2, 0.2], between: 0.5 }],
  ];
  test.each(laws)('%s', (_, n, law) => {
    const wanted = truth(law);
    const all = wanted.reduce((sum, share) => sum + share, 0);
    const missed = law.betas.map(() => 0);
    const missedPart = law.betas.map(() => 0);
    for (let run = 0; run < runs; run++) {
      driversOf(sample(law, n, run), { resamples: 300, seed: run }).shares.forEach(({ interval, ofExplained }, j) => {
        if (!holds(interval, wanted[j]!)) missed[j]!++;
        if (!holds(ofExplained.interval, wanted[j]! / all)) missedPart[j]!++;
      });
    }
    for (const count of [...missed, ...missedPart]) expectRateAtMost(count, runs, 0.08, 'intervals that miss');
  });
});

describe('the driver called first', () => {
  const called = (law: Law, n: number, times: number) => {
    const tops: (string | undefined)[] = [];
    for (let run = 0; run < times; run++) tops.push(driversOf(sample(law, n, run), { resamples: 200, seed: run }).top);
    return tops;
  };

  test('of two equal ones either is called in about two of ten samples: 80 % of resamples is weak evidence', () => {
    const tops = called({ betas: [0.4, 0.4], between: 0.5 }, 250, 2 * runs);
    for (const name of ['x0', 'x1']) {
      const count = tops.filter((top) => top === name).length;
      expectRateAtMost(count, tops.length, 0.2, `samples in which ${name} is called first`);
      expect(count / tops.length).toBeGreaterThan(0.1);
    }
  });

  test('of seven equal ones some is called first in at most 8 %', () => {
    const tops = called({ betas: Array.from({ length: 7 }, () => 0.2), between: 0.5 }, 250, runs);
    expectRateAtMost(tops.filter((top) => top !== undefined).length, runs, 0.08, 'samples with a driver called first');
  });

  test('one that is twice the next is found in at least 80 %, and another one hardly ever called', () => {
    const tops = called({ betas: [0.6, 0.3, 0.1], between: 0.3 }, 250, runs);
    expect(tops.filter((top) => top === 'x0').length / runs).toBeGreaterThan(0.8);
    expectRateAtMost(tops.filter((top) => top !== undefined && top !== 'x0').length, runs, 0.01, 'wrong calls');
  });
});

test('answers of one account are drawn together: intervals hold where rows alone would be too narrow', () => {
  // 40 accounts of 5; outcome and driver share a part of the account, so 200 rows say little more than 40.
  let [missedByAccount, missedByRow] = [0, 0];
  // Both parts, of the account and of the answer, correlate by 0.4: so does the whole, and the share is 0.16.
  for (let run = 0; run < runs; run++) {
    const chance = randomStream(502, run, 40);
    const [x, y] = [new Float64Array(200), new Float64Array(200)];
    for (let account = 0; account < 40; account++) {
      const a = chance.normal();
      const b = 0.4 * a + Math.sqrt(1 - 0.16) * chance.normal();
      for (let k = 0; k < 5; k++) {
        const e = chance.normal();
        const f = 0.4 * e + Math.sqrt(1 - 0.16) * chance.normal();
        x[account * 5 + k] = Math.sqrt(0.8) * a + Math.sqrt(0.2) * e;
        y[account * 5 + k] = Math.sqrt(0.8) * b + Math.sqrt(0.2) * f;
      }
    }
    const data = { outcome: { name: 'y', values: y }, drivers: [{ name: 'x', values: x }] };
    const accounts = Int32Array.from({ length: 200 }, (_, row) => Math.floor(row / 5));
    if (!holds(driversOf({ ...data, accounts }, { resamples: 300, seed: run }).shares[0]!.interval, 0.16))
      missedByAccount++;
    if (!holds(driversOf(data, { resamples: 300, seed: run }).shares[0]!.interval, 0.16)) missedByRow++;
  }
  expectRateAtMost(missedByAccount, runs, 0.1, 'intervals by account that miss');
  expect(missedByRow / runs).toBeGreaterThan(0.2);
});

describe('intervals of the other forms miss in at most 6.5 %', () => {
  test('penalty and reward, unequal spread', () => {
    let [penalty, reward] = [0, 0];
    for (let run = 0; run < 2 * runs; run++) {
      const chance = randomStream(503, run, 120);
      const values = Float64Array.from(
        { length: 120 },
        () => [3, 7, 10][chance.multinomial(1, [0.15, 0.5, 0.35]).indexOf(1)]!,
      );
      const y = values.map(
        (value) => 7 + (value === 3 ? -2 : value === 10 ? 1 : 0) + (value === 3 ? 2 : 0.7) * chance.normal(),
      );
      const found = penaltyReward(
        { outcome: { name: 'y', values: y }, drivers: [{ name: 'x', values }] },
        { lowTo: 5, highFrom: 9 },
      ).drivers[0]!;
      if (!holds(found.penalty!.interval, -2)) penalty++;
      if (!holds(found.reward!.interval, 1)) reward++;
    }
    expectRateAtMost(penalty, 2 * runs, 0.065, 'penalty');
    expectRateAtMost(reward, 2 * runs, 0.065, 'reward');
  });

  test('marginal effect of a logit', () => {
    // One driver of 0 and 1: the effect is a difference of two shares, 0.3 in the law at half of the answers each.
    let missed = 0;
    for (let run = 0; run < 2 * runs; run++) {
      const chance = randomStream(504, run, 200);
      const values = Float64Array.from({ length: 200 }, () => chance.integer(2));
      const y = values.map((value) => (chance.uniform() < 0.35 + 0.3 * value ? 1 : 0));
      const found = logitDrivers(
        { outcome: { name: 'y', values: y }, drivers: [{ name: 'x', values }] },
        { topFrom: 1 },
      );
      // The average marginal effect of a logit in a driver of two values is near that difference: b mean p(1 - p).
      const [p0, p1] = [0.35, 0.65];
      const slope = Math.log(p1 / (1 - p1)) - Math.log(p0 / (1 - p0));
      if (!holds(found.drivers[0]!.marginalEffect.interval, slope * (0.5 * p0 * (1 - p0) + 0.5 * p1 * (1 - p1))))
        missed++;
    }
    expectRateAtMost(missed, 2 * runs, 0.065, 'marginal effect');
  });

  test('impact of a topic on NPS, accounts of 3', () => {
    let missed = 0;
    for (let run = 0; run < 2 * runs; run++) {
      const chance = randomStream(505, run, 80);
      const [values, mentions, accounts]: number[][] = [[], [], []];
      for (let account = 0; account < 80; account++) {
        const mood = chance.uniform() < 0.5 ? 0.15 : -0.15;
        for (let k = 0; k < 3; k++) {
          const topic = chance.uniform() < 0.25 ? 1 : 0;
          const [promoter, detractor] = topic ? [0.25 + mood, 0.45 - mood] : [0.5 + mood, 0.2 - mood];
          values!.push(
            [100, 0, -100][chance.multinomial(1, [promoter, 1 - promoter - detractor, detractor]).indexOf(1)]!,
          );
          mentions!.push(topic);
          accounts!.push(account);
        }
      }
      // In the law: a quarter of the answers at -20, the others at +30: 17.5 - 30.
      if (!holds(topicImpact({ values: values!, mentions: mentions!, accounts: accounts! }).interval, -12.5)) missed++;
    }
    expectRateAtMost(missed, 2 * runs, 0.065, 'impact of a topic');
  });
});
