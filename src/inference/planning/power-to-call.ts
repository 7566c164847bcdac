import { CandorError } from '../../errors/index.ts';
import { normalCdf } from '../../numeric/index.ts';
import { compareMeans } from '../compare-means.ts';
import { compareNetScores } from '../compare-net-scores.ts';
import { compareProportions } from '../compare-proportions.ts';
import type { Comparison } from '../comparison.ts';
import { requireConfidence, requirePositive } from '../preconditions.ts';
import { smallSample } from '../sample-caveats.ts';
import {
  type AnswerDistribution,
  changedDistribution,
  distributionBounds,
  distributionValue,
  distributionVariance,
} from './answer-distribution.ts';

export interface DetectionOptions {
  readonly confidence?: number;
  /** How many times accounts and weights multiply the variance; 1 for a simple sample. */
  readonly designEffect?: number;
}

/** How many answers each of two periods has. */
export interface TwoPeriods {
  readonly before: number;
  readonly after: number;
}

/**
 * How often would Candor call this change, in its own direction? Share of cases in which the comparison of two periods,
 * by the method it takes at so many answers, leaves out zero on that side. The distance that the difference must reach is
 * that of the test at the expected answers of both periods, and the spread is that of each period: near the end of a
 * scale a fall widens it, so the usual formula with one variance promises 96 % where 81 % come true (+88, 200 answers, a
 * fall by 14 points).
 * Below an effective n of 10 nothing is ever called, so it is 0. Simulated, a change said to be called in 80 % was in
 * 79.6 to 83.8 % (20 to 500 answers, net scores of 0 to +88).
 * Refuses answers that all agree in both periods (CND_NO_VARIANCE), a change that leads beyond the scale and counts not
 * above 0 (CND_ARGUMENT). See docs/methods/planning.md.
 * @example powerToCall({ family: 'net', positive: 0.5, negative: 0.2 }, -22.7, { before: 200, after: 200 }) // => 0.801
 */
export function powerToCall(
  answers: AnswerDistribution,
  change: number,
  periods: TwoPeriods,
  options: DetectionOptions = {},
): number {
  const { confidence = 0.95, designEffect = 1 } = options;
  requirePositive('powerToCall', 'before', periods.before);
  requirePositive('powerToCall', 'after', periods.after);
  requirePositive('powerToCall', 'designEffect', designEffect);
  requireConfidence('powerToCall', confidence);
  const [before, after] = [periods.before / designEffect, periods.after / designEffect];
  const changed = changedDistribution(answers, change);
  const variance = distributionVariance(answers) / before + distributionVariance(changed) / after;
  if (!(variance > 0)) throw new CandorError('CND_NO_VARIANCE', 'everybody would answer alike before and after');
  if (Math.min(before, after) < smallSample) return 0;
  const { low, high } = compareExpected([answers, before], [changed, after], confidence).difference.interval;
  // by how much zero lies outside: the change itself minus the distance that it must reach
  const outside = change < 0 ? -high : low;
  return normalCdf(outside / Math.sqrt(variance));
}

type Expected = readonly [answers: AnswerDistribution, n: number];

/** The comparison of two samples that come out exactly as expected; their counts are fractional. */
function compareExpected([one, n]: Expected, [other, m]: Expected, confidence: number): Comparison {
  if (one.family === 'net' && other.family === 'net') {
    return compareNetScores(netCounts(one, n), netCounts(other, m), { confidence });
  }
  if (one.family === 'share' && other.family === 'share') {
    return compareProportions({ successes: one.share * n, n }, { successes: other.share * m, n: m }, { confidence });
  }
  if (one.family === 'mean' && other.family === 'mean') {
    const { mean, variance, bounds } = one;
    const after = { n: m, mean: other.mean, variance: other.variance };
    return compareMeans({ n, mean, variance }, after, { bounds, confidence });
  }
  throw new CandorError('CND_ARGUMENT', `a ${one.family} is not compared with a ${other.family}`);
}

function netCounts({ positive, negative }: { readonly positive: number; readonly negative: number }, n: number) {
  return { positive: n * positive, neutral: n * Math.max(0, 1 - positive - negative), negative: n * negative };
}

/** Halvings of the range in which a change or a number of answers is sought: a millionth of the scale. */
const halvings = 24;

export interface DetectableChanges {
  /** The smallest fall, above 0. Absent where even a fall to the end of the scale is called more rarely. */
  readonly fall?: number;
  readonly rise?: number;
}

/**
 * Which fall and which rise would so many answers in each of two periods show, with the power given (0.8)? Smallest
 * change whose `powerToCall` reaches it, unit of the metric. Absent on a side where the scale has no room for one.
 * Refuses what `powerToCall` refuses. See docs/methods/planning.md.
 * @example detectableChange({ family: 'net', positive: 0.5, negative: 0.2 }, 200).fall // => 22.66695
 */
export function detectableChange(
  answers: AnswerDistribution,
  perPeriod: number,
  options: DetectionOptions & { readonly power?: number } = {},
): DetectableChanges {
  const { power = 0.8 } = options;
  requirePower('detectableChange', power);
  const value = distributionValue(answers);
  const { min, max } = distributionBounds(answers);
  const smallest = (room: number, sign: 1 | -1): number | undefined => {
    if (!(room > 0)) return undefined;
    const calls = (size: number) => powerToCall(answers, sign * size, { before: perPeriod, after: perPeriod }, options);
    // up to the very end, where nobody differs any more, the power need not grow
    if (calls(room) < power) return undefined;
    return halved(0, room, (size) => calls(size) >= power);
  };
  const [fall, rise] = [smallest(value - min, -1), smallest(max - value, 1)];
  return { ...(fall !== undefined && { fall }), ...(rise !== undefined && { rise }) };
}

/** The upper end of the range in which a condition that fails at `low` and holds at `high` begins to hold. */
function halved(low: number, high: number, holds: (at: number) => boolean): number {
  let [fails, works] = [low, high];
  for (let step = 0; step < halvings; step++) {
    const middle = (fails + works) / 2;
    if (holds(middle)) works = middle;
    else fails = middle;
  }
  return works;
}

/** No programme has more answers in a period. */
const mostAnswers = 1e9;

/**
 * How many answers in each of two periods show this change (negative: a fall), with the power given (0.8)? The smallest
 * number whose `powerToCall` reaches it, at least an effective n of 10; next to `answersForChange` it also counts the
 * spread after the change and the method of small samples. Refuses a change of 0 and more than 1e9 answers
 * (CND_ARGUMENT), and what `powerToCall` refuses. See docs/methods/planning.md.
 * @example answersToCall({ family: 'net', positive: 0.5, negative: 0.2 }, -5) // => 3918
 */
export function answersToCall(
  answers: AnswerDistribution,
  change: number,
  options: DetectionOptions & { readonly power?: number } = {},
): number {
  const { power = 0.8, designEffect = 1 } = options;
  requirePower('answersToCall', power);
  requirePositive('answersToCall', 'the size of the change', Math.abs(change));
  const calls = (n: number) => powerToCall(answers, change, { before: n, after: n }, options) >= power;
  let [few, enough] = [0, Math.ceil(smallSample * Math.max(1, designEffect))];
  while (!calls(enough)) {
    [few, enough] = [enough, 2 * enough];
    if (enough > mostAnswers) {
      throw new CandorError('CND_ARGUMENT', `a change of ${change} needs more than ${mostAnswers} answers`, { change });
    }
  }
  while (enough - few > 1) {
    const middle = Math.floor((few + enough) / 2);
    if (calls(middle)) enough = middle;
    else few = middle;
  }
  return enough;
}

function requirePower(who: string, power: number): void {
  if (power > 0 && power < 1) return;
  throw new CandorError('CND_ARGUMENT', `${who} needs a power between 0 and 1, got ${power}`, { power });
}
