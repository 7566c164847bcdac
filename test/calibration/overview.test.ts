import { describe, expect, test } from 'vitest';
import { designEstimate } from '../../src/inference/index.ts';
import { metricDefinition, tallyScores } from '../../src/metrics/index.ts';
import { normalQuantile, type RandomStream, randomStream } from '../../src/numeric/index.ts';
import {
  type AccountSums,
  breakDown,
  countingValue,
  designEffectOfAccounts,
  judgeTrend,
  type PeriodCounts,
} from '../../src/overview/index.ts';
import { defaultView } from '../../src/view/index.ts';
import { expectRateAtMost } from './band.ts';

const definition = metricDefinition('nps');
const [bottom, top] = [normalQuantile(0.2), normalQuantile(0.5)];

interface Answers {
  readonly scores: number[];
  readonly accounts: number[];
}

/** Answers of accounts that think alike (`likeness`: correlation within an account); nothing ever changes. */
function answersOf(chance: RandomStream, moods: readonly number[], n: number, likeness: number): Answers {
  const accounts = Array.from({ length: n }, () => Math.floor(chance.uniform() * moods.length));
  const scores = accounts.map((account) => {
    const opinion = Math.sqrt(likeness) * moods[account]! + Math.sqrt(1 - likeness) * chance.normal();
    return opinion > top ? 10 : opinion < bottom ? 2 : 8;
  });
  return { scores, accounts };
}

function sumsOf({ scores, accounts }: Answers): AccountSums {
  const n = new Map<number, number>();
  const s = new Map<number, number>();
  let squares = 0;
  scores.forEach((score, i) => {
    const value = countingValue(definition, score);
    squares += value * value;
    n.set(accounts[i]!, (n.get(accounts[i]!) ?? 0) + 1);
    s.set(accounts[i]!, (s.get(accounts[i]!) ?? 0) + value);
  });
  const over = (each: (account: number) => number) => [...n.keys()].reduce((sum, account) => sum + each(account), 0);
  return {
    accounts: n.size,
    answers: scores.length,
    total: over((a) => s.get(a)!),
    squares,
    answersSquared: over((a) => n.get(a)! ** 2),
    answersByTotal: over((a) => n.get(a)! * s.get(a)!),
    totalSquared: over((a) => s.get(a)! ** 2),
  };
}

const period = (answers: Answers, i: number, clustered: boolean): PeriodCounts => {
  const tally = tallyScores(answers.scores);
  const day = `2030-${String(i + 1).padStart(2, '0')}-01`;
  const whole = clustered ? { whole: { tally, sums: sumsOf(answers) } } : {};
  return { ordinal: i, period: day.slice(0, 7), from: day, to: day, definition, version: 1, tally, ...whole };
};

const moved = ({ verdict }: { verdict: string }) => verdict === 'rose' || verdict === 'fell';

describe('a page of a programme in which nothing changes', () => {
  // stated beforehand: Holm keeps any false change at 5 % of pages; change points come in at most 6 % beside it
  const cases = [
    { name: 'independent answers, 60 a month', accounts: 0, n: 60, likeness: 0 },
    { name: '40 accounts that are alike, 120 a month', accounts: 40, n: 120, likeness: 0.3 },
    { name: '40 new accounts every month, 120 a month', accounts: -40, n: 120, likeness: 0.3 },
    { name: '15 accounts, 30 a month', accounts: 15, n: 30, likeness: 0.3 },
  ];
  for (const [index, { name, accounts, n, likeness }] of cases.entries()) {
    test(`calls no change of a trend: ${name}`, () => {
      const chance = randomStream(911, index, 0);
      const runs = 400;
      let changes = 0;
      let levels = 0;
      const draw = () => Array.from({ length: Math.abs(accounts) || 1 }, () => chance.normal());
      for (let run = 0; run < runs; run++) {
        let moods = draw();
        const periods = Array.from({ length: 12 }, (_, i) => {
          if (accounts < 0) moods = draw();
          return period(answersOf(chance, moods, n, likeness), i, accounts !== 0);
        });
        const trend = judgeTrend({ level: 'encounter', periods, breaks: [] });
        if (trend.changes.some(moved)) changes++;
        if (trend.changePoints.length > 0) levels++;
      }
      expectRateAtMost(changes, runs, 0.05, 'a change called');
      expectRateAtMost(levels, runs, 0.06, 'a level called');
    });
  }

  for (const clustered of [false, true]) {
    test(`calls no change and no gap of a table${clustered ? ' of accounts that are alike' : ''}`, () => {
      const chance = randomStream(912, Number(clustered), 0);
      const runs = 400;
      let changes = 0;
      let gaps = 0;
      for (let run = 0; run < runs; run++) {
        const months = [0, 1].map(() => {
          const moods = Array.from({ length: 60 }, () => chance.normal());
          return Array.from({ length: 6 }, () => answersOf(chance, moods, 70, clustered ? 0.3 : 0));
        });
        const all = months.map((groups) => ({
          scores: groups.flatMap(({ scores }) => scores),
          accounts: groups.flatMap(({ accounts }) => accounts),
        }));
        const effects = all.map((one) => designEffectOfAccounts(definition, tallyScores(one.scores), sumsOf(one)));
        const counts = ({ scores, accounts }: Answers) => {
          const units = new Set(accounts).size;
          return { tally: tallyScores(scores), respondents: scores.length, accounts: units, units };
        };
        const table = breakDown({
          level: 'encounter',
          by: 'touchpoint',
          definition,
          design: { designEffect: clustered ? (effects[0]! + effects[1]!) / 2 : 1, clustered },
          period: { name: '2030-02', from: '2030-02-01', to: '2030-03-01' },
          before: '2030-01',
          today: '2030-03-15',
          floor: 5,
          groups: months[1]!.map((after, i) => ({
            key: `g${i}`,
            name: `g${i}`,
            after: counts(after),
            before: counts(months[0]![i]!),
            view: defaultView,
          })),
        });
        if (table.groups.some(({ change }) => change && moved(change))) changes++;
        if (table.gap) gaps++;
      }
      expectRateAtMost(changes, runs, 0.05, 'a change called');
      expectRateAtMost(gaps, runs, 0.05, 'a gap called');
    });
  }
});

test('the design effect of sums is that of the rows', () => {
  const chance = randomStream(913, 0, 0);
  for (let run = 0; run < 50; run++) {
    const moods = Array.from({ length: 20 }, () => chance.normal());
    const answers = answersOf(chance, moods, 90, 0.4);
    const values = answers.scores.map((score) => countingValue(definition, score) * 100);
    const rows = designEstimate({ values, clusters: recoded(answers.accounts) });
    const sums = designEffectOfAccounts(definition, tallyScores(answers.scores), sumsOf(answers));
    expect(sums).toBeCloseTo(Math.max(1, rows.designEffect), 9);
  }
});

function recoded(accounts: readonly number[]): number[] {
  const codes = [...new Set(accounts)];
  return accounts.map((account) => codes.indexOf(account));
}
