import { type Caveat, caveat } from '../../inference/index.ts';
import type { ItemAnswers } from './item-answers.ts';
import { rowsOf } from './item-answers.ts';
import type { ItemMoments } from './item-moments.ts';
import { blockOf, type ModelConstruct, type PathModel } from './path-model.ts';

/** How the index of one construct, 0 to 100, is made of its items. */
export interface ConstructIndex {
  /** Per item of the construct; together 1. */
  readonly weights: readonly number[];
  /** The index of all answers. */
  readonly value: number;
  /** Standard deviation of the index between answers. */
  readonly deviation: number;
}

/**
 * Where does each construct stand, 0 (everybody at the low end of the scale) to 100? Items are brought to 0-100 by the
 * ends of the scale, not by those observed, and weighted by w_h / sd_h, brought to sum 1 (the ACSI form). A construct
 * with a negative weight has no index: undefined in its place.
 */
export function constructIndices(
  model: PathModel,
  moments: Pick<ItemMoments, 'means' | 'deviations'>,
  weights: Float64Array,
): (ConstructIndex | undefined)[] {
  const [min, max] = model.scale;
  return model.constructs.map((construct) => {
    const block = blockOf(construct);
    const raw = block.map((item) => weights[item]! / moments.deviations[item]!);
    if (raw.some((weight) => weight < 0)) return undefined;
    const total = raw.reduce((sum, weight) => sum + weight, 0);
    const own = raw.map((weight) => weight / total);
    const mean = block.reduce((sum, item, index) => sum + own[index]! * moments.means[item]!, 0);
    // The standardised score has variance 1, and the index is it divided by `total`, in units of the scale.
    return { weights: own, value: (100 * (mean - min)) / (max - min), deviation: 100 / (max - min) / total };
  });
}

/** Which items count against their construct; named in one caveat. */
export function negativeWeights(model: PathModel, weights: Float64Array): Caveat[] {
  const names = model.items.filter((_, item) => weights[item]! < 0);
  if (names.length === 0) return [];
  const message = `Items with a negative weight (perhaps asked the other way round): ${names.join(', ')}; their constructs have no index.`;
  return [caveat('negative-weight', message, { names })];
}

/**
 * The index of one construct for every answer; where items are missing the weights of the others are brought to sum 1.
 * NaN where none is answered.
 */
export function indexScores(
  { scale: [min, max] }: PathModel,
  construct: ModelConstruct,
  weights: readonly number[],
  answers: ItemAnswers,
): Float64Array {
  const columns = blockOf(construct).map((item) => answers.columns[item]!);
  return Float64Array.from({ length: rowsOf(answers) }, (_, row) => {
    let [sum, total] = [0, 0];
    for (const [index, column] of columns.entries()) {
      const value = column[row]!;
      if (Number.isNaN(value)) continue;
      sum += weights[index]! * value;
      total += weights[index]!;
    }
    return (100 * (sum / total - min)) / (max - min);
  });
}
