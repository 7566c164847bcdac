import { demand } from './arguments.ts';
import { gammaTails } from './incomplete-gamma.ts';
import { poissonWeight } from './saddle-point.ts';

function demandPoisson(k: number, mean: number, caller: string): void {
  demand(Number.isSafeInteger(k), caller, 'a whole k', k);
  demand(mean >= 0 && mean < Number.POSITIVE_INFINITY, caller, 'a mean from 0 that is finite', mean);
}

/**
 * How likely are exactly k events when `mean` are expected and they come independently?
 *
 * Below 0 it is 0. Relative error below 1e-12. Refuses k that is not whole and a mean below 0 (`CND_ARGUMENT`).
 * @example poissonProbability(0, 1) // => 0.36787944117144
 */
export function poissonProbability(k: number, mean: number): number {
  demandPoisson(k, mean, 'poissonProbability');
  if (k < 0) return 0;
  if (mean === 0) return k === 0 ? 1 : 0;
  return poissonWeight(k, mean);
}

/**
 * How likely are at most k events when `mean` are expected?
 *
 * The upper tail of the gamma law of shape k + 1 at `mean`. Refuses as `poissonProbability`, and k from 1e10
 * (`CND_ARGUMENT`).
 * @example poissonCdf(1, 1) // => 0.73575888234288
 */
export function poissonCdf(k: number, mean: number): number {
  demandPoisson(k, mean, 'poissonCdf');
  demand(k < 1e10, 'poissonCdf', 'k below 1e10', k);
  if (k < 0) return 0;
  return mean === 0 ? 1 : gammaTails(k + 1, mean).upper;
}
