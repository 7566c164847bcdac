import { CandorError } from '../../errors/index.ts';
import { requirePositive } from '../preconditions.ts';
import { minimumDetectableChange, type PowerOptions } from './answers-needed.ts';

export interface DaysToSeeOptions extends PowerOptions {
  /** Variance of one answer, in the squared unit of the metric. */
  readonly variance: number;
  readonly designEffect?: number;
  /** Answers there are to compare with: those before the change. */
  readonly answersBefore: number;
  readonly answersPerDay: number;
}

export interface DaysToSee {
  /** Days after the change until one test, made on that day, shows it with the power asked for. Absent: never. */
  readonly days?: number;
  /** Answers by then. */
  readonly answersAfter?: number;
  /** The change that these answers before could show if endless answers came after: no smaller one is ever seen. */
  readonly leastChange: number;
}

/**
 * When will we know? The first day on which one test of all answers after a lasting change against those before shows it
 * with the power given. With s = |change| / (z_a + z_b): 1 / (s^2 / (var deff) - 1 / before) answers, over answers a day.
 * Where the answers before alone leave more error than s, no wait is long enough, and `days` is absent.
 * The day is fixed beforehand: whoever tests every day finds changes that are none (a monitor is made for that,
 * `timeToNotice`). Assumes an even flow and the same variance before and after. Refuses what is not above 0
 * (CND_ARGUMENT). See docs/methods/planning.md.
 * @example daysToSeeChange(10, { variance: 6100, answersBefore: 1000, answersPerDay: 8 }).days // => 115
 */
export function daysToSeeChange(change: number, options: DaysToSeeOptions): DaysToSee {
  const { variance, designEffect = 1, answersBefore, answersPerDay } = options;
  for (const [name, value] of Object.entries({ variance, designEffect, answersBefore, answersPerDay })) {
    requirePositive('daysToSeeChange', name, value);
  }
  if (!(Math.abs(change) > 0 && Number.isFinite(change))) {
    throw new CandorError('CND_ARGUMENT', `daysToSeeChange needs a change that is not 0, got ${change}`, { change });
  }
  const spread = variance * designEffect;
  const quantiles = minimumDetectableChange(1, options);
  const leastChange = quantiles * Math.sqrt(spread / answersBefore);
  const left = (change / quantiles) ** 2 / spread - 1 / answersBefore;
  if (!(left > 0)) return { leastChange };
  const answersAfter = Math.ceil(1 / left);
  return { days: Math.ceil(answersAfter / answersPerDay), answersAfter, leastChange };
}
