import { CandorError } from '../../errors/index.ts';
import type { Interval } from '../estimate.ts';

/**
 * `no-baseline`: nothing was measured yet. `measuring-baseline`: too little, so no target can be set. `open`: set, and its
 * day has not come. Then one of three: its period shows that it was reached, shows that it was not, or cannot tell.
 */
export const targetStates = [
  'no-baseline',
  'measuring-baseline',
  'open',
  'reached',
  'not-reached',
  'cannot-be-told',
] as const;

export type TargetState = (typeof targetStates)[number];

export interface TargetStanding {
  /** Answers of the baseline, and how many it takes. */
  readonly baseline: { readonly answers: number; readonly needed: number };
  readonly target: number;
  readonly direction?: 'at-least' | 'at-most';
  /** Whether the period that the target is for has ended. */
  readonly isDue: boolean;
  /** Interval of the score of that period; absent where nobody answered. */
  readonly interval?: Interval;
}

/**
 * Where does a target stand? It is judged once, when its period has ended: whoever looks every week and stops at the first
 * good interval calls targets reached that are not (12 looks: 20 % instead of 5 %). Reached where the whole interval lies at
 * the target or beyond, not reached where all of it falls short, and else it cannot be told with these answers.
 * Refuses a target that is not finite and numbers of answers below 0 (CND_ARGUMENT). See docs/methods/targets.md.
 * @example targetState({ baseline: { answers: 200, needed: 163 }, target: 35, isDue: true, interval: { low: 28, high: 41 } }) // => "cannot-be-told"
 */
export function targetState(standing: TargetStanding): TargetState {
  const { baseline, target, direction = 'at-least', isDue, interval } = standing;
  if (!(Number.isFinite(target) && baseline.answers >= 0 && baseline.needed > 0)) {
    throw new CandorError('CND_ARGUMENT', 'targetState needs a finite target and numbers of answers', { target });
  }
  if (baseline.answers === 0) return 'no-baseline';
  if (baseline.answers < baseline.needed) return 'measuring-baseline';
  if (!isDue) return 'open';
  if (!interval) return 'cannot-be-told';
  const { low, high } = direction === 'at-least' ? interval : { low: -interval.high, high: -interval.low };
  const wanted = direction === 'at-least' ? target : -target;
  if (low >= wanted) return 'reached';
  return high < wanted ? 'not-reached' : 'cannot-be-told';
}
