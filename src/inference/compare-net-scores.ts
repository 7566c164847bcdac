import type { Comparison } from './comparison.ts';
import { comparisonOf, moverDifference, sideStandardError, waldDifference } from './difference.ts';
import type { MoverSide } from './mover.ts';
import { type NetCounts, netScore, netTotal, testStandardError } from './net-score.ts';
import { netScoreEstimate } from './net-score-estimate.ts';
import { tangoInterval } from './net-score-interval.ts';

export interface CompareOptions {
  readonly confidence?: number;
}

/** Below these the Wald z rejects too often: type I error 12.8 % at 5 against 45 answers, 32.3 % near +88. */
const calibrated = { answers: 100, perSide: 5 };

/** May the normal test with SE(n - 1) be used for this sample? Effective n >= 100 and 5 answers on both sides. */
export function normalIsCalibrated(counts: NetCounts): boolean {
  return netTotal(counts) >= calibrated.answers && Math.min(counts.positive, counts.negative) >= calibrated.perSide;
}

/**
 * Did the net score move between two samples, beyond what chance alone would do? Points. z with SE(n - 1) where both
 * samples have n >= 100, at least 5 positive and 5 negative answers; else two Tango intervals combined by MOVER, with
 * the p-value by inversion of the interval. `difference.method` names which. Type I error at nominal 5 %: 3.4 % at 5
 * against 45, 5.0 % at 200 against 200. `minimumDetectableChange` is 2.801585 standard errors of the difference; where
 * all answers of a side agree, its error is taken from its interval.
 * Assumes independent answers and samples: panels go to `comparePaired`, accounts to `compareDesigned`.
 * Refuses bad counts (CND_ARGUMENT). See docs/methods/differences.md. Source: Zou and Donner 2008, DOI 10.1002/sim.3095.
 * @example compareNetScores({ positive: 120, neutral: 80, negative: 50 }, { positive: 135, neutral: 80, negative: 35 }).pValue // => 0.0737797
 */
export function compareNetScores(before: NetCounts, after: NetCounts, options: CompareOptions = {}): Comparison {
  const { confidence = 0.95 } = options;
  const [first, second] = [netSide(before), netSide(after)];
  const standardErrorOfDifference = Math.hypot(netSideError(before, first), netSideError(after, second));
  const normal = normalIsCalibrated(before) && normalIsCalibrated(after);
  return comparisonOf({
    before: netScoreEstimate(before, { confidence }),
    after: netScoreEstimate(after, { confidence }),
    difference: normal
      ? waldDifference(second.value - first.value, standardErrorOfDifference, { confidence }, 'z')
      : moverDifference(first, second, { confidence }, { method: 'mover-tango' }),
    standardErrorOfDifference,
  });
}

export function netSide(counts: NetCounts): MoverSide {
  return { value: netScore(counts), at: (quantile) => tangoInterval(counts, 0.95, { quantile }) };
}

function netSideError(counts: NetCounts, side: MoverSide): number {
  return sideStandardError(netTotal(counts) > 1 ? testStandardError(counts) : undefined, side);
}
