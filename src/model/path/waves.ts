import {
  type Comparison,
  compareDesigned,
  compareMeans,
  holm,
  momentsOf,
  type Verdict,
} from '../../inference/index.ts';
import { constructIndices, indexScores } from './construct-index.ts';
import { fitModel } from './fit.ts';
import { completeRows, type ItemAnswers } from './item-answers.ts';
import { type ItemMoments, itemMoments } from './item-moments.ts';
import { blockOf, type ModelConstruct, type PathModel } from './path-model.ts';
import type { MissingRule } from './specification.ts';

export interface ModelWave {
  readonly name: string;
  readonly answers: ItemAnswers;
}

/** One construct between the baseline wave and a later one, index points 0 to 100. */
export interface WaveChange {
  readonly construct: string;
  readonly wave: string;
  /** Both at the weights of the baseline: did answers change? */
  readonly comparison: Comparison;
  /** p after Holm over all constructs and waves compared. */
  readonly adjustedPValue: number;
  /** By the adjusted p-value. */
  readonly verdict: Verdict;
  /** Index of the later wave at weights estimated in it, less the index at the weights of the baseline. */
  readonly reweighting: number;
  /** What a comparison of two separate models would have shown: change of answers plus re-weighting. */
  readonly apparentChange: number;
}

/**
 * Did a construct move between waves, and how much of an apparent change comes from new weights alone? Weights are
 * frozen at the first wave; the model is estimated again in each later one only to show what re-weighting would add. A
 * construct with a negative weight in the first wave has no index and is left out.
 * Refuses what `fitModel` refuses, and a wave without spread.
 * @example compareWaves(pathModel(mobileModel), [{ name: '2025', answers: mobileTwin() }, { name: '2026', answers: mobileTwin(250, 2) }])[4].verdict // => "no evidence of change"
 */
export function compareWaves(
  model: PathModel,
  waves: readonly ModelWave[],
  missing: MissingRule = 'pairwise',
): WaveChange[] {
  const [baseline, ...later] = waves.map((wave) => {
    const used = missing === 'complete' ? completeRows(wave.answers) : wave.answers;
    const { moments } = itemMoments(used, missing);
    const { weights } = fitModel(model, moments.correlations);
    return { name: wave.name, used, moments, own: constructIndices(model, moments, weights) };
  });
  if (!baseline) return [];
  const found = later.flatMap((wave) =>
    model.constructs.flatMap((construct, place) => {
      const frozen = baseline.own[place];
      if (!frozen) return [];
      const scores = (answers: ItemAnswers) => indexScores(model, construct, frozen.weights, answers);
      const comparison = compareScores(
        { scores: scores(baseline.used), clusters: baseline.used.clusters },
        { scores: scores(wave.used), clusters: wave.used.clusters },
      );
      const again = wave.own[place];
      const reweighting = again ? again.value - indexAt(model, construct, frozen.weights, wave.moments) : 0;
      return [{ construct: construct.name, wave: wave.name, comparison, reweighting }];
    }),
  );
  const adjusted = holm(found.map(({ comparison }) => comparison.pValue));
  return found.map((change, index) => ({
    ...change,
    adjustedPValue: adjusted[index]!,
    verdict: verdictAfter(change.comparison, adjusted[index]!),
    apparentChange: change.comparison.difference.value + change.reweighting,
  }));
}

/** A rise that many comparisons explain is none. */
function verdictAfter({ verdict }: Comparison, adjusted: number): Verdict {
  return verdict === 'not enough data' || adjusted < 0.05 ? verdict : 'no evidence of change';
}

function indexAt(
  { scale: [min, max] }: PathModel,
  construct: ModelConstruct,
  weights: readonly number[],
  { means }: ItemMoments,
): number {
  const mean = blockOf(construct).reduce((sum, item, index) => sum + weights[index]! * means[item]!, 0);
  return (100 * (mean - min)) / (max - min);
}

interface Scored {
  readonly scores: Float64Array;
  readonly clusters?: Int32Array | undefined;
}

const bounds = { min: 0, max: 100 };

function compareScores(before: Scored, after: Scored): Comparison {
  const [first, second] = [answered(before), answered(after)];
  if (!first.clusters || !second.clusters) {
    return compareMeans(momentsOf(first.scores), momentsOf(second.scores), { bounds });
  }
  const values = [...first.scores, ...second.scores];
  const mark = (own: number) => values.map((_, row) => (row < first.scores.length === (own === 0) ? 1 : 0));
  const clusters = [...first.clusters, ...second.clusters];
  return compareDesigned({ values, clusters }, mark(0), mark(1), { family: { bounds } });
}

function answered({ scores, clusters }: Scored): Scored {
  const rows = [...scores.keys()].filter((row) => !Number.isNaN(scores[row]!));
  return {
    scores: Float64Array.from(rows, (row) => scores[row]!),
    ...(clusters && { clusters: Int32Array.from(rows, (row) => clusters[row]!) }),
  };
}
