import type { Caveat } from './caveat.ts';
import type { MethodName } from './method.ts';

/** A closed range of values. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * A figure that can be stood behind: never shown without its interval, n and method.
 * `value` and `interval` are in the unit of the metric (NPS points -100..100, shares 0..1, means on the scale).
 * `effectiveN` is n after the loss from weights and clusters; `confidence` is a probability such as 0.95.
 */
export interface Estimate {
  readonly value: number;
  readonly interval: Interval;
  readonly confidence: number;
  readonly n: number;
  readonly effectiveN: number;
  readonly method: MethodName;
  readonly caveats: readonly Caveat[];
}
