import { CandorError } from '../../errors/index.ts';
import { normalCdf, normalUpper } from '../../numeric/index.ts';
import { requirePositive, twoSidedQuantile } from '../preconditions.ts';

/** A score of one period that has ended. */
export interface PastScore {
  /** Consecutive whole numbers of the periods; gaps are periods without answers. */
  readonly ordinal: number;
  readonly value: number;
  readonly standardError: number;
}

export interface TargetAhead {
  readonly scores: readonly PastScore[];
  /** Periods from the last score to the one the target is for. */
  readonly periodsAhead: number;
  readonly target: number;
  /** Whether more is better. */
  readonly direction?: 'at-least' | 'at-most';
  /** Standard error that the score of that period will have. */
  readonly standardErrorThen: number;
  /** What somebody expects his own measures to add by then; it is taken at his word. */
  readonly plannedChange?: number;
  readonly confidence?: number;
}

export interface TargetChance {
  /** That the true level is at the target in that period. */
  readonly reached: number;
  /** That the answers of that period show it: the whole interval at the target or beyond. Always the smaller one. */
  readonly seen: number;
  /** The level expected then, and its standard deviation. */
  readonly level: number;
  readonly standardDeviation: number;
  /** How far the level moved from one period to the next so far, as a standard deviation: with chance taken out. */
  readonly sway: number;
}

const fewest = 4;
const steps = 60;
/**
 * Median of the prior of the movements, in standard errors: most programmes move by less in a period than their answers
 * can show, and a prior twice as wide drew the chances of a programme that stands still further towards one half.
 */
const usualSway = 0.5;

/**
 * Will the target be reached, and would we see it? The level of the past scores is a random walk seen through sampling
 * error (local level model); how far it moves a period is unknown, with a half-Cauchy prior at half a standard error,
 * and every size counts by how well it explains the scores. So the uncertainty of the level, of its movements and of
 * the future answers all are in the figure. Assumes that the level goes on moving as it has, without a trend, plus
 * `plannedChange`. Refuses fewer than 4 scores (CND_SAMPLE_TOO_SMALL), ordinals that do not ascend and what is not above 0
 * (CND_ARGUMENT). See docs/methods/targets.md. Source: Durbin and Koopman 2012, chapter 2,
 * DOI 10.1093/acprof:oso/9780199641178.001.0001; prior: Gelman 2006, DOI 10.1214/06-BA117A.
 * @example reachTarget({ scores: [30, 31, 29, 30].map((value, ordinal) => ({ ordinal, value, standardError: 4 })), periodsAhead: 3, target: 30, standardErrorThen: 4 }).reached // => 0.5
 */
export function reachTarget(ahead: TargetAhead): TargetChance {
  const { target, direction = 'at-least', standardErrorThen, plannedChange = 0, confidence = 0.95 } = ahead;
  refuseBad(ahead);
  const quantile = twoSidedQuantile('reachTarget', confidence);
  const sign = direction === 'at-least' ? 1 : -1;
  const sum = { reached: 0, seen: 0, level: 0, square: 0, sway: 0 };
  for (const { weight, mean, variance, sway } of statesAhead(ahead)) {
    const level = mean + plannedChange;
    const distance = sign * (level - target);
    sum.reached += weight * normalCdf(distance / Math.sqrt(variance));
    const shown = quantile * standardErrorThen - distance;
    sum.seen += weight * normalUpper(shown / Math.sqrt(variance + standardErrorThen ** 2));
    sum.level += weight * level;
    sum.square += weight * (variance + level * level);
    sum.sway += weight * sway;
  }
  const { reached, level, sway } = sum;
  const seen = Math.min(sum.seen, reached);
  return { reached, seen, level, standardDeviation: Math.sqrt(Math.max(0, sum.square - level * level)), sway };
}

interface WeighedState {
  readonly weight: number;
  readonly mean: number;
  readonly variance: number;
  readonly sway: number;
}

/** The level in the period ahead for each size of movement, with how well that size explains the past. */
function statesAhead({ scores, periodsAhead }: TargetAhead): WeighedState[] {
  const noise = Math.sqrt(scores.reduce((sum, { standardError }) => sum + standardError ** 2, 0) / scores.length);
  const states = Array.from({ length: steps }, (_, i) => {
    const sway = usualSway * noise * Math.tan((Math.PI / 2) * ((i + 0.5) / steps));
    return { sway, ...filtered(scores, sway) };
  });
  const best = Math.max(...states.map(({ logLikelihood }) => logLikelihood));
  const weights = states.map(({ logLikelihood }) => Math.exp(logLikelihood - best));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return states.map(({ sway, mean, variance }, i) => ({
    weight: weights[i]! / total,
    mean,
    variance: variance + periodsAhead * sway * sway,
    sway,
  }));
}

/** The Kalman filter of the local level model: the last level, and the likelihood of all scores but the first. */
function filtered(scores: readonly PastScore[], sway: number) {
  const [first, ...rest] = scores;
  let mean = first!.value;
  let variance = first!.standardError ** 2;
  let last = first!.ordinal;
  let logLikelihood = 0;
  for (const { ordinal, value, standardError } of rest) {
    variance += (ordinal - last) * sway * sway;
    const surprise = value - mean;
    const spread = variance + standardError ** 2;
    logLikelihood -= (Math.log(spread) + (surprise * surprise) / spread) / 2;
    mean += (variance / spread) * surprise;
    variance *= 1 - variance / spread;
    last = ordinal;
  }
  return { mean, variance, logLikelihood };
}

function refuseBad({ scores, periodsAhead, target, standardErrorThen, plannedChange = 0 }: TargetAhead): void {
  if (scores.length < fewest) {
    const message = `reachTarget needs the scores of at least ${fewest} periods, got ${scores.length}`;
    throw new CandorError('CND_SAMPLE_TOO_SMALL', message, { n: scores.length });
  }
  requirePositive('reachTarget', 'periodsAhead', periodsAhead);
  requirePositive('reachTarget', 'standardErrorThen', standardErrorThen);
  for (const { standardError } of scores) requirePositive('reachTarget', 'standardError', standardError);
  const ascends = scores.every(
    ({ ordinal }, i) => Number.isInteger(ordinal) && ordinal > (scores[i - 1]?.ordinal ?? -1 / 0),
  );
  const numbers = [target, plannedChange, ...scores.map(({ value }) => value)];
  if (!ascends || !numbers.every(Number.isFinite)) {
    throw new CandorError('CND_ARGUMENT', 'reachTarget needs finite values and whole ordinals that ascend', {});
  }
}
