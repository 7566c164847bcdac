import type { Verdict } from './comparison.ts';
import { requireFinite } from './preconditions.ts';
import { smallSample } from './sample-caveats.ts';

export interface VerdictInput {
  /** The p-value after correction for the number of changes tested (`holm`); the plain one where one change is tested. */
  readonly adjustedPValue: number;
  /** After minus before. */
  readonly difference: number;
  readonly effectiveBefore: number;
  readonly effectiveAfter: number;
  /** Accounts on each side, where answers are grouped by account. */
  readonly clustersBefore?: number;
  readonly clustersAfter?: number;
  /** Probability of calling a change where there is none. */
  readonly significance?: number;
}

/**
 * What may be said about this change? `not enough data` where either side has effective n below 10 or fewer than two
 * accounts, else `rose` or `fell` where the adjusted p-value is below 0.05, else `no evidence of change`, which is not
 * the same as "no change". Refuses figures that are not finite (CND_ARGUMENT).
 * @example verdictOf({ adjustedPValue: 0.01, difference: 12, effectiveBefore: 250, effectiveAfter: 250 }) // => "rose"
 */
export function verdictOf(input: VerdictInput): Verdict {
  const { adjustedPValue, difference, effectiveBefore, effectiveAfter, significance = 0.05 } = input;
  requireFinite('verdictOf', 'figures', [adjustedPValue, difference, effectiveBefore, effectiveAfter]);
  const fewestAccounts = Math.min(input.clustersBefore ?? 2, input.clustersAfter ?? 2);
  if (Math.min(effectiveBefore, effectiveAfter) < smallSample || fewestAccounts < 2) return 'not enough data';
  if (adjustedPValue >= significance || difference === 0) return 'no evidence of change';
  return difference > 0 ? 'rose' : 'fell';
}
