import { CandorError } from '../../errors/index.ts';
import { type RandomStream, randomStream } from '../../numeric/index.ts';
import { netSide, normalIsCalibrated } from '../compare-net-scores.ts';
import { moverInterval } from '../mover.ts';
import { type NetCounts, netScore, testStandardError } from '../net-score.ts';
import { requirePositive, twoSidedQuantile } from '../preconditions.ts';
import { powerOfChange } from './answers-needed.ts';

export interface NetChangePlan {
  /** Shares before the change. */
  readonly positive: number;
  readonly negative: number;
  /** Answers on each side. */
  readonly before: number;
  readonly after: number;
  readonly designEffect?: number;
  readonly confidence?: number;
  readonly seed?: number;
}

export interface NetChangePower {
  readonly power: number;
  /** `normal`: the closed formula. `simulated`: so many pairs of samples were drawn and tested as `compareNetScores` tests. */
  readonly method: 'normal' | 'simulated';
  /** Standard error of `power`, where it is simulated. */
  readonly simulationError?: number;
}

/** Stream kind of this simulation: other simulations of the same seed draw other numbers. */
const streamKind = 120;
const runs = 4000;
/** Expected answers on the scarcer side, so that a sample with fewer than 5 of them (where z is not used) is rare. */
const scarcest = 15;
const fewest = 100;

/**
 * How often would a net score that moves by so many points be found to have moved? By the closed formula, with the
 * variance of each side, where both sides expect at least 100 effective answers, 15 of them positive and 15 negative;
 * else by drawing 4,000 pairs of samples and testing each as `compareNetScores` does, since z says too much there: at
 * +88 with 50 and 20 answers it would call a third of unchanged pairs changed. Answers move between positive and negative
 * in equal parts; where one side has too few, the rest comes from the neutral ones. Accounts make the sample smaller by
 * the design effect. Refuses shares that are none, a change that does not fit on the scale, and counts that leave less
 * than one effective answer (CND_ARGUMENT). See docs/methods/planning.md.
 * @example powerOfNetChange(10, { positive: 0.5, negative: 0.2, before: 958, after: 958 }).power // => 0.8224601
 */
export function powerOfNetChange(change: number, plan: NetChangePlan): NetChangePower {
  const { before, after, designEffect = 1, confidence = 0.95, seed = 1 } = plan;
  for (const [name, value] of Object.entries({ before, after, designEffect })) {
    requirePositive('powerOfNetChange', name, value);
  }
  const quantile = twoSidedQuantile('powerOfNetChange', confidence);
  const sides = [sharesOf(plan), movedShares(sharesOf(plan), change)] as const;
  const sizes = [before / designEffect, after / designEffect] as const;
  const expected = sides.map((side, i) => countsOf(side, sizes[i]!)) as [NetCounts, NetCounts];
  if (expected.every(isPlainlyNormal)) {
    const error = Math.hypot(testStandardError(expected[0]), testStandardError(expected[1]));
    return { power: powerOfChange(netScore(expected[1]) - netScore(expected[0]), error, confidence), method: 'normal' };
  }
  const whole = sizes.map(Math.round) as [number, number];
  if (Math.min(...whole) < 1) refuse('at least one effective answer on each side', Math.min(...sizes));
  const stream = randomStream(seed, streamKind, whole[0], whole[1]);
  let found = 0;
  for (let run = 0; run < runs; run++) {
    if (isFound(drawn(stream, sides[0], whole[0]), drawn(stream, sides[1], whole[1]), quantile)) found++;
  }
  const power = found / runs;
  return { power, method: 'simulated', simulationError: Math.sqrt((power * (1 - power)) / runs) };
}

interface NetShares {
  readonly positive: number;
  readonly neutral: number;
  readonly negative: number;
}

const isPlainlyNormal = (counts: NetCounts): boolean =>
  counts.positive + counts.neutral + counts.negative >= fewest &&
  Math.min(counts.positive, counts.negative) >= scarcest;

function sharesOf({ positive, negative }: NetChangePlan): NetShares {
  if (!(positive >= 0 && negative >= 0 && positive + negative <= 1 + 1e-12)) {
    refuse('shares of at least 0 that add to at most 1', positive + negative);
  }
  return { positive, negative, neutral: Math.max(0, 1 - positive - negative) };
}

/** The shares after a change in points. */
function movedShares(shares: NetShares, change: number): NetShares {
  const gains = change >= 0;
  const [giver, taker] = gains ? [shares.negative, shares.positive] : [shares.positive, shares.negative];
  const size = Math.abs(change) / 100;
  const across = Math.min(size / 2, giver);
  const fromNeutral = size - 2 * across;
  if (!(fromNeutral <= shares.neutral + 1e-12)) refuse('a change that fits on the scale', change);
  const neutral = Math.max(0, shares.neutral - fromNeutral);
  const [lost, gained] = [giver - across, taker + across + fromNeutral];
  return gains ? { positive: gained, neutral, negative: lost } : { positive: lost, neutral, negative: gained };
}

const countsOf = ({ positive, neutral, negative }: NetShares, n: number): NetCounts => ({
  positive: positive * n,
  neutral: neutral * n,
  negative: negative * n,
});

function drawn(stream: RandomStream, { positive, neutral, negative }: NetShares, n: number): NetCounts {
  const [up = 0, middle = 0, down = 0] = stream.multinomial(n, [positive, neutral, negative]);
  return { positive: up, neutral: middle, negative: down };
}

/** The decision of `compareNetScores`, without the p-value that it inverts an interval for. */
function isFound(before: NetCounts, after: NetCounts, quantile: number): boolean {
  const difference = netScore(after) - netScore(before);
  if (difference === 0) return false;
  if (normalIsCalibrated(before) && normalIsCalibrated(after)) {
    return Math.abs(difference) > quantile * Math.hypot(testStandardError(before), testStandardError(after));
  }
  const { low, high } = moverInterval(netSide(before), netSide(after), quantile);
  return low > 0 || high < 0;
}

function refuse(wanted: string, got: number): never {
  throw new CandorError('CND_ARGUMENT', `powerOfNetChange needs ${wanted}, got ${got}`, { got });
}
