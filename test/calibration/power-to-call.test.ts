import { describe, expect, test } from 'vitest';
import {
  type AnswerDistribution,
  changedDistribution,
  compareMeans,
  compareNetScores,
  compareProportions,
  detectableChange,
  distributionVariance,
  momentsOf,
  powerToCall,
} from '../../src/inference/index.ts';
import { type RandomStream, randomStream } from '../../src/numeric/index.ts';

/** Two-sided normal quantile of 99.9 %: one honest band in a thousand fails by chance. */
const wide = 3.2905;
const runs = Number(process.env.CANDOR_POWER_RUNS ?? 1500);

/** Share of pairs of samples in which the comparison calls the change, in its own direction. */
function called(pairs: number, differ: () => { readonly pValue: number; readonly difference: number }, sign: number) {
  let found = 0;
  for (let run = 0; run < pairs; run++) {
    const { pValue, difference } = differ();
    if (pValue < 0.05 && sign * difference > 0) found++;
  }
  return found / pairs;
}

function netPair(chance: RandomStream, one: AnswerDistribution, other: AnswerDistribution, n: number) {
  const drawn = (from: AnswerDistribution) => {
    if (from.family !== 'net') throw new Error('a net score');
    const { positive, negative } = from;
    const [up = 0, middle = 0, down = 0] = chance.multinomial(n, [positive, 1 - positive - negative, negative]);
    return { positive: up, neutral: middle, negative: down };
  };
  const { pValue, difference } = compareNetScores(drawn(one), drawn(other));
  return { pValue, difference: difference.value };
}

describe('the change that so many answers are said to show is called in four cases of five', () => {
  // stated beforehand: within .05 and chance below 100 answers, where the counts are coarse, within .03 from there on
  for (const [index, [positive, negative]] of (
    [
      [0.5, 0.2],
      [0.35, 0.35],
      [0.75, 0.05],
      [0.9, 0.02],
    ] as const
  ).entries()) {
    for (const n of [20, 42, 100, 200, 500]) {
      test(`${positive} positive, ${negative} negative, ${n} answers`, () => {
        const one: AnswerDistribution = { family: 'net', positive, negative };
        const { fall } = detectableChange(one, n);
        const chance = randomStream(601, index, n);
        const rate = called(runs, () => netPair(chance, one, changedDistribution(one, -fall!), n), -1);
        const bound = n < 100 ? 0.05 : 0.03;
        expect(Math.abs(rate - 0.8), `called in ${rate}`).toBeLessThanOrEqual(
          bound + wide * Math.sqrt((0.8 * 0.2) / runs),
        );
      });
    }
  }

  test('shares', () => {
    for (const [index, [value, n]] of (
      [[0.7, 40] as const, [0.9, 60] as const, [0.8, 400] as const] as const
    ).entries()) {
      const { fall } = detectableChange({ family: 'share', share: value }, n);
      const chance = randomStream(602, index, n);
      const draw = (p: number) => ({ successes: chance.binomial(n, p), n });
      const rate = called(
        runs,
        () => {
          const { pValue, difference } = compareProportions(draw(value), draw(value - fall!));
          return { pValue, difference: difference.value };
        },
        -1,
      );
      const band = (n < 100 ? 0.05 : 0.03) + wide * Math.sqrt((0.8 * 0.2) / runs);
      expect(Math.abs(rate - 0.8), `${value}, ${n}: called in ${rate}`).toBeLessThanOrEqual(band);
    }
  });

  test('means of a 1-5 scale', () => {
    // before: 3.8 with variance 1.36; after the change each answer falls by one step with the chance that makes the mean
    const shares = [0.05, 0.1, 0.2, 0.3, 0.35];
    const values = [1, 2, 3, 4, 5];
    const average = shares.reduce((sum, share, i) => sum + share * values[i]!, 0);
    const variance = shares.reduce((sum, share, i) => sum + share * (values[i]! - average) ** 2, 0);
    for (const n of [40, 200]) {
      const one: AnswerDistribution = { family: 'mean', mean: average, variance, bounds: { min: 1, max: 5 } };
      const { fall } = detectableChange(one, n);
      const chance = randomStream(603, 0, n);
      const step = fall! / (1 - shares[0]!);
      const after = shares.map((share, i) => share * (i === 0 ? 1 : 1 - step) + (shares[i + 1] ?? 0) * step);
      const draw = (of: readonly number[]) =>
        momentsOf(chance.multinomial(n, of).flatMap((count, i) => new Array<number>(count).fill(values[i]!)));
      const rate = called(
        runs,
        () => {
          const { pValue, difference } = compareMeans(draw(shares), draw(after), { bounds: { min: 1, max: 5 } });
          return { pValue, difference: difference.value };
        },
        -1,
      );
      // the variance after is not that before, as the plan has it
      const band = 0.05 + wide * Math.sqrt((0.8 * 0.2) / runs);
      expect(Math.abs(rate - 0.8), `${n}: called in ${rate}`).toBeLessThanOrEqual(band);
    }
  });
});

test('beside it the usual formula with one variance says 96 % near +88, where four in five come true', () => {
  const top: AnswerDistribution = { family: 'net', positive: 0.9, negative: 0.02 };
  const fall = detectableChange(top, 200).fall!;
  expect(powerToCall(top, -fall, { before: 200, after: 200 })).toBeCloseTo(0.8, 3);
  const usual = fall / Math.sqrt((2 * distributionVariance(top)) / 200);
  expect(usual - 1.959964).toBeGreaterThan(1.7);
});
