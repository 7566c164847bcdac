import type { PathModel } from '../path/path-model.ts';
import type { StatisticPlaces } from './statistics.ts';

/** First slot of each group. */
export interface Slots {
  readonly one: number;
  /** Items a > b at a (a - 1) / 2 + b. */
  readonly correlations: number;
  readonly magnitudes: number;
  readonly means: number;
  readonly inverseDeviations: number;
  readonly weights: number;
  readonly next: number;
  readonly own: number;
  readonly squares: number;
  readonly ratios: number;
  /** Per construct: variance of the score; sums of correlations, of w^2, of w^4, of loadings, of their squares, of w/sd, of mean w/sd. */
  readonly variances: number;
  readonly within: number;
  readonly weightSquares: number;
  readonly weightFourths: number;
  readonly loadingSums: number;
  readonly loadingSquares: number;
  readonly ratioSums: number;
  readonly ratioMeans: number;
  /** Per construct: sum of absolute correlations; per pair of constructs the same between them. */
  readonly magnitudesWithin: number;
  readonly magnitudesBetween: number;
  readonly statistics: number;
}

/** The slot of the correlation of two items. */
export function pairSlot({ one, correlations }: Pick<Slots, 'one' | 'correlations'>, a: number, b: number): number {
  if (a === b) return one;
  return correlations + (a > b ? (a * (a - 1)) / 2 + b : (b * (b - 1)) / 2 + a);
}

/** All slots that every plan has; `take` gives out more. */
export function slotsOf(model: PathModel, places: StatisticPlaces) {
  let next = 0;
  const take = (count: number) => {
    next += count;
    return next - count;
  };
  const [items, constructs] = [model.items.length, model.constructs.length];
  const itemPairs = (items * (items - 1)) / 2;
  const slots: Slots = {
    one: take(1),
    correlations: take(itemPairs),
    magnitudes: take(itemPairs),
    means: take(items),
    inverseDeviations: take(items),
    weights: take(items),
    next: take(items),
    own: take(items),
    squares: take(items),
    ratios: take(items),
    variances: take(constructs),
    within: take(constructs),
    weightSquares: take(constructs),
    weightFourths: take(constructs),
    loadingSums: take(constructs),
    loadingSquares: take(constructs),
    ratioSums: take(constructs),
    ratioMeans: take(constructs),
    magnitudesWithin: take(constructs),
    magnitudesBetween: take((constructs * (constructs - 1)) / 2),
    statistics: take(places.count),
  };
  return { slots, take };
}
