import type { PathFit } from './fit.ts';
import type { ItemMoments } from './item-moments.ts';
import { blockOf, type PathModel } from './path-model.ts';

/** How the composites of two groups stand to each other. */
export interface CompositeStandings {
  readonly correlation: number;
  readonly meanDifference: number;
  readonly logVarianceRatio: number;
}

interface Side {
  readonly moments: ItemMoments;
  readonly fit: PathFit;
}

/**
 * Everything from moments, no scores needed: with pooled correlations R and weights a and b of the groups the
 * correlation of the two composites is a'Rb / sqrt(a'Ra b'Rb); mean and variance of the pooled composite in a group
 * follow from the group's own means and covariances.
 */
export function composites(
  model: PathModel,
  { pooled, weights }: { readonly pooled: ItemMoments; readonly weights: Float64Array },
  [first, second]: readonly [Side, Side],
): CompositeStandings[] {
  const size = model.items.length;
  return model.constructs.map((construct) => {
    const block = blockOf(construct);
    const product = (a: ArrayLike<number>, b: ArrayLike<number>, correlations: Float64Array) =>
      block.reduce(
        (sum, row) =>
          sum + block.reduce((inner, column) => inner + a[row]! * correlations[row * size + column]! * b[column]!, 0),
        0,
      );
    const [a, b] = [first.fit.weights, second.fit.weights];
    const across = product(a, b, pooled.correlations);
    const correlation = across / Math.sqrt(product(a, a, pooled.correlations) * product(b, b, pooled.correlations));
    const mean = ({ moments }: Side) =>
      block.reduce(
        (sum, item) => sum + (weights[item]! * (moments.means[item]! - pooled.means[item]!)) / pooled.deviations[item]!,
        0,
      );
    const variance = ({ moments }: Side) => {
      const scaled = weights.map((weight, item) => (weight * moments.deviations[item]!) / pooled.deviations[item]!);
      return product(scaled, scaled, moments.correlations);
    };
    return {
      correlation,
      meanDifference: mean(second) - mean(first),
      logVarianceRatio: Math.log(variance(second) / variance(first)),
    };
  });
}
