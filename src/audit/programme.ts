import { answersForChange, minimumDetectableChange } from '../inference/index.ts';
import { type MetricDefinition, scoreValue, scoreWidth, tallyMoments } from '../metrics/index.ts';
import { median } from '../numeric/index.ts';
import { type AnswerBlocks, mostShuffledBlocks, normalAccountsDraw, shuffledAccountsDraw } from './account-noise.ts';
import type { AuditInput } from './audit-input.ts';
import type { ChangeResult, ProgrammeResult } from './audit-result.ts';
import { type Levels, pooledDesignEffect } from './levels.ts';
import { type DrawProgramme, independentDraw, summariseNoise } from './noise.ts';
import { pooledTally } from './period-answers.ts';
import { accountsOf, type PeriodStanding } from './period-results.ts';
import { type NoiseSummary, rangeOf, replicateRules } from './replicate.ts';

export interface ProgrammeParts {
  readonly standings: readonly PeriodStanding[];
  readonly changes: readonly ChangeResult[];
  readonly levels: Levels;
}

/** What the whole programme could show, and what it did show beside what noise alone gives. */
export function judgeProgramme(
  input: AuditInput,
  parts: ProgrammeParts,
): { programme: ProgrammeResult; noise: NoiseSummary } {
  const { standings, changes, levels } = parts;
  const filled = standings.filter(({ answers }) => answers.tally.n > 0);
  const observedNominal = changes.filter(({ nominallySignificant }) => nominallySignificant).length;
  const sizes = filled.map(({ answers }) => answers.tally.n);
  const means = Float64Array.from(filled, ({ result }) => result.estimate!.value);
  const { ranged } = replicateRules(sizes);
  const noise = summariseNoise(drawOf(input, filled), { sizes, observedNominal, seed: input.seed });
  const margins = filled.flatMap(({ result }) => result.marginOfError ?? []);
  const programme: ProgrammeResult = {
    ...(margins.length > 0 && { meanMarginOfError: margins.reduce((a, b) => a + b) / margins.length }),
    nominallySignificantChanges: observedNominal,
    changesTested: changes.length,
    expectedByChance: 0.05 * changes.length,
    nominalFromNoise: noise.meanNominal,
    probabilityOfAtLeastThisMany: noise.probabilityOfAtLeastThisMany,
    changePoints: levels.changePoints,
    levels: levels.levels,
    ...(ranged.length >= 2 && { range: rangeOf(means, ranged) }),
    ...(noise.range && { expectedRangeFromNoise: noise.range }),
    ...planOf(input.definition, filled, changes),
    medianAnswers: median(sizes),
    chanceOfAny: noise.chanceOfAny,
    chanceOfTwo: noise.chanceOfTwo,
  };
  return { programme, noise };
}

/** Answers a period for changes of 3, 5 and 10 points, and the change that the usual period can show. */
function planOf(
  definition: MetricDefinition,
  filled: readonly PeriodStanding[],
  changes: readonly ChangeResult[],
): Pick<ProgrammeResult, 'answersNeeded' | 'detectableChange'> {
  const { variance } = tallyMoments(definition, pooledTally(filled.map(({ answers }) => answers)));
  if (!(variance > 0)) return {};
  const designEffect = changeDesignEffect(filled, changes, variance);
  const point = scoreWidth(definition);
  const needed = (points: number) => answersForChange({ variance, change: points * point, designEffect });
  const typical = median(filled.map((standing) => standing.answers.tally.n));
  return {
    answersNeeded: { '3': needed(3), '5': needed(5), '10': needed(10) },
    detectableChange: minimumDetectableChange(Math.sqrt((2 * variance * designEffect) / typical)),
  };
}

/**
 * What accounts do to the error of a change: 1 without them, more where answers of one account are alike, less where
 * the same accounts are heard in both periods, since what is their own then cancels. The median over the changes that
 * were tested, so that the plan and the smallest change seen agree.
 */
function changeDesignEffect(
  filled: readonly PeriodStanding[],
  changes: readonly ChangeResult[],
  variance: number,
): number {
  if (filled.every(({ accounts }) => accounts === undefined)) return 1;
  const sizes = new Map(filled.map(({ answers }) => [answers.period, answers.tally.n]));
  const ratios = changes.map(({ from, to, minimumDetectableChange: seen }) => {
    const independent = minimumDetectableChange(Math.sqrt(variance / sizes.get(from)! + variance / sizes.get(to)!));
    return (seen / independent) ** 2;
  });
  return ratios.length > 0 ? median(ratios) : pooledDesignEffect(filled);
}

function drawOf(input: AuditInput, filled: readonly PeriodStanding[]): DrawProgramme {
  const tally = pooledTally(filled.map(({ answers }) => answers));
  const sizes = filled.map(({ answers }) => answers.tally.n);
  if (!input.series.account) return independentDraw(pooledValues(input.definition, tally), sizes);
  const pooled = tallyMoments(input.definition, tally);
  const blocks = answerBlocks(input, filled, pooled.mean);
  return blocks.account.length <= mostShuffledBlocks
    ? shuffledAccountsDraw(blocks, sizes.length, pooled.mean)
    : normalAccountsDraw(blocks, sizes, pooled);
}

/** Scores that add the same are one value: NPS has three. */
function pooledValues(
  definition: MetricDefinition,
  tally: { values: readonly number[]; counts: readonly number[]; n: number },
) {
  const counts = new Map<number, number>();
  tally.values.forEach((score, i) => {
    const value = scoreValue(definition, score);
    counts.set(value, (counts.get(value) ?? 0) + tally.counts[i]!);
  });
  return { values: [...counts.keys()], counts: [...counts.values()], n: tally.n };
}

/**
 * The answers of each account in each period, accounts ascending. One sort of numbers that hold account, period and
 * row: a map with a key for every cell takes 200 MB at a million answers.
 */
function answerBlocks(
  { definition, series }: AuditInput,
  filled: readonly PeriodStanding[],
  mean: number,
): AnswerBlocks {
  const periods = filled.length;
  const total = series.scores.length;
  const keys = new Float64Array(filled.reduce((sum, { answers }) => sum + answers.rows.length, 0));
  let at = 0;
  filled.forEach(({ answers: { rows } }, period) => {
    accountsOf(series.account!, rows).forEach((account, i) => {
      keys[at++] = (account * periods + period) * total + rows[i]!;
    });
  });
  keys.sort();
  const cells: AnswerBlocks = {
    account: new Int32Array(at),
    period: new Int32Array(at),
    n: new Float64Array(at),
    sum: new Float64Array(at),
    squares: new Float64Array(at),
  };
  let block = -1;
  let open = -1;
  for (const key of keys) {
    const cell = Math.floor(key / total);
    if (cell !== open) {
      open = cell;
      block++;
      cells.account[block] = Math.floor(cell / periods);
      cells.period[block] = cell % periods;
    }
    const deviation = scoreValue(definition, series.scores[key - cell * total]!) - mean;
    cells.n[block]!++;
    cells.sum[block]! += deviation;
    cells.squares[block]! += deviation * deviation;
  }
  return {
    account: cells.account.slice(0, block + 1),
    period: cells.period.slice(0, block + 1),
    n: cells.n.slice(0, block + 1),
    sum: cells.sum.slice(0, block + 1),
    squares: cells.squares.slice(0, block + 1),
  };
}
