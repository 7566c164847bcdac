import { describe, expect, test } from 'vitest';
import {
  compareDesigned,
  compareNetScores,
  designEstimate,
  meanLinearised,
  netScoreAtEffectiveN,
  proportionAtEffectiveN,
  type SampleDesign,
} from '../../src/inference/index.ts';
import { normalCdf, normalQuantile, type RandomStream, randomStream } from '../../src/numeric/index.ts';
import { expectFalseAlarmsAtMost, expectRateAtMost, falseAlarms } from './band.ts';

/**
 * Answers of accounts whose people think alike: each answer's latent opinion is part account, part person, cut so that
 * the shares of the population are met exactly. `likeness` is the correlation within an account.
 */
interface World {
  readonly accounts: number;
  readonly likeness: number;
  readonly positive: number;
  readonly negative: number;
}

function opinions(
  chance: RandomStream,
  world: World,
  sizes: readonly number[],
): { values: number[]; clusters: number[] } {
  const values: number[] = [];
  const clusters: number[] = [];
  const [bottom, top] = [normalQuantile(world.negative), normalQuantile(1 - world.positive)];
  sizes.forEach((size, account) => {
    const shared = Math.sqrt(world.likeness) * chance.normal();
    for (let person = 0; person < size; person++) {
      const opinion = shared + Math.sqrt(1 - world.likeness) * chance.normal();
      values.push(opinion > top ? 100 : opinion < bottom ? -100 : 0);
      clusters.push(account);
    }
  });
  return { values, clusters };
}

/** One to seven answers an account: mean 2.7, as in the synthetic B2B programme. */
const sizesOf = (accounts: number): number[] => Array.from({ length: accounts }, (_, i) => [1, 1, 2, 2, 3, 7][i % 6]!);

const worlds: readonly World[] = [
  { accounts: 6, likeness: 0.3, positive: 0.5, negative: 0.2 },
  { accounts: 12, likeness: 0.3, positive: 0.5, negative: 0.2 },
  { accounts: 60, likeness: 0.3, positive: 0.5, negative: 0.2 },
  { accounts: 12, likeness: 0.1, positive: 0.9, negative: 0.02 },
  { accounts: 60, likeness: 0.3, positive: 0.9, negative: 0.02 },
  { accounts: 60, likeness: 0, positive: 0.3, negative: 0.3 },
];

const named = ({ accounts, likeness, positive, negative }: World): string =>
  `${accounts} accounts, likeness ${likeness}, ${positive} positive, ${negative} negative`;

describe('intervals at effective n, simulated coverage', () => {
  // stated beforehand: at most .07 miss with 12 accounts or more, .10 below (few-accounts)
  for (const [index, world] of worlds.entries()) {
    test(named(world), () => {
      const chance = randomStream(301, index, 0);
      const runs = 1000;
      const missed = { net: 0, share: 0, mean: 0 };
      const truth = { net: 100 * (world.positive - world.negative), share: world.positive };
      for (let run = 0; run < runs; run++) {
        const { values, clusters } = opinions(chance, world, sizesOf(world.accounts));
        const net = netScoreAtEffectiveN(designEstimate({ values, clusters })).interval;
        const shares = values.map((value) => Number(value === 100));
        const share = proportionAtEffectiveN(designEstimate({ values: shares, clusters })).interval;
        const bounds = { min: -100, max: 100 };
        const mean = meanLinearised(designEstimate({ values, clusters }), { bounds }).interval;
        if (net.low > truth.net || net.high < truth.net) missed.net++;
        if (share.low > truth.share || share.high < truth.share) missed.share++;
        if (mean.low > truth.net || mean.high < truth.net) missed.mean++;
      }
      const bound = world.accounts >= 10 ? 0.07 : 0.1;
      expectRateAtMost(missed.net, runs, bound, 'net score');
      expectRateAtMost(missed.share, runs, bound, 'share');
      expectRateAtMost(missed.mean, runs, bound, 'mean');
    });
  }
});

/** The same accounts answer in both periods, with a view that they keep, and nothing changes. */
function twoPeriods(chance: RandomStream, world: World): { design: SampleDesign; before: number[]; after: number[] } {
  const sizes = sizesOf(world.accounts);
  const { values, clusters } = opinions(
    chance,
    world,
    sizes.map((size) => 2 * size),
  );
  const before: number[] = [];
  for (const size of sizes) for (let i = 0; i < 2 * size; i++) before.push(Number(i < size));
  return { design: { values, clusters }, before, after: before.map((mark) => 1 - mark) };
}

/** Other accounts answer in the second period. */
function newAccounts(chance: RandomStream, world: World): { design: SampleDesign; before: number[]; after: number[] } {
  const sizes = sizesOf(2 * world.accounts);
  const { values, clusters } = opinions(chance, world, sizes);
  const before = clusters.map((account) => Number(account < world.accounts));
  return { design: { values, clusters }, before, after: before.map((mark) => 1 - mark) };
}

describe('comparison of two groups of a design, false alarms', () => {
  // stated beforehand: at most .06 and .015 with 12 accounts or more on a side, .08 and .03 below (few-accounts)
  for (const [index, world] of worlds.entries()) {
    for (const [title, draw] of [
      ['the same accounts', twoPeriods],
      ['new accounts', newAccounts],
    ] as const) {
      test(`${named(world)}, ${title}`, () => {
        const chance = randomStream(302, index, title.length);
        const bounds = { min: -100, max: 100 };
        const [five, one] = world.accounts >= 10 ? [0.06, 0.015] : [0.08, 0.03];
        for (const family of ['net', { bounds }] as const) {
          const alarms = falseAlarms(500, () => {
            const { design, before, after } = draw(chance, world);
            return compareDesigned(design, before, after, { family }).pValue;
          });
          expectFalseAlarmsAtMost(alarms, five, one, named(world));
        }
      });
    }
  }

  test('many accounts: the linearised difference keeps its level', () => {
    const world = { accounts: 150, likeness: 0.3, positive: 0.5, negative: 0.2 };
    const chance = randomStream(303, 1, 1);
    const methods = new Set<string>();
    const alarms = falseAlarms(500, () => {
      const { design, before, after } = twoPeriods(chance, world);
      const comparison = compareDesigned(design, before, after, { family: 'net' });
      methods.add(comparison.difference.method);
      return comparison.pValue;
    });
    expect([...methods]).toContain('linearised-difference');
    expectFalseAlarmsAtMost(alarms, 0.055, 0.0125, named(world));
  });

  test('taking answers of one account as independent calls three times too many changes', () => {
    const world = { accounts: 60, likeness: 0.5, positive: 0.5, negative: 0.2 };
    const chance = randomStream(304, 1, 1);
    const alarms = falseAlarms(500, () => {
      const { design, before } = newAccounts(chance, world);
      const count = (mark: number, value: number): number =>
        before.filter((own, i) => own === mark && design.values[i] === value).length;
      const countsOf = (mark: number) => ({
        positive: count(mark, 100),
        neutral: count(mark, 0),
        negative: count(mark, -100),
      });
      return compareNetScores(countsOf(1), countsOf(0)).pValue;
    });
    expect(alarms.five / alarms.runs).toBeGreaterThan(0.12);
    // the cut points of the simulated opinions are right: half of the normal law lies above its own median
    expect(normalCdf(normalQuantile(0.5))).toBeCloseTo(0.5, 12);
  });
});
