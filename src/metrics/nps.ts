import { CandorError } from '../errors/index.ts';
import { type Estimate, type NetCounts, netScoreEstimate } from '../inference/index.ts';
import { type ScoreTally, tallyScores } from './score-tally.ts';

export type NpsGroup = 'promoter' | 'passive' | 'detractor';

export interface NpsGroups {
  readonly promoters: number;
  readonly passives: number;
  readonly detractors: number;
}

/**
 * Which group does a 0-10 answer belong to? 9 and 10 promote, 7 and 8 are passive, 0 to 6 detract. The only place
 * that knows. Refuses a score that is not a whole number 0..10 (`CND_ARGUMENT`).
 * Source: Reichheld 2003, Harvard Business Review 81(12):46-54.
 *
 * @example scoreGroup(9) // => "promoter"
 */
export function scoreGroup(score: number): NpsGroup {
  if (!(Number.isInteger(score) && score >= 0 && score <= 10)) {
    throw new CandorError('CND_ARGUMENT', `scoreGroup needs a whole number 0 to 10, got ${score}`, {
      score: String(score),
    });
  }
  if (score >= 9) return 'promoter';
  return score >= 7 ? 'passive' : 'detractor';
}

/**
 * How many promoters, passives and detractors are in a tally?
 *
 * @example npsGroups(tallyScores([10, 9, 7, 3])).promoters // => 2
 */
export function npsGroups(tally: ScoreTally): NpsGroups {
  const groups = { promoter: 0, passive: 0, detractor: 0 };
  tally.values.forEach((score, i) => {
    groups[scoreGroup(score)] += tally.counts[i] as number;
  });
  return { promoters: groups.promoter, passives: groups.passive, detractors: groups.detractor };
}

/** NPS groups as the counts of a net score. */
export function netCountsOf(groups: NpsGroups): NetCounts {
  return { positive: groups.promoters, neutral: groups.passives, negative: groups.detractors };
}

/**
 * How likely are customers to recommend, net? Share of promoters minus share of detractors among those who answered
 * the question, in points -100..100, with Tango's score interval (docs/methods/score-intervals.md).
 *
 * Assumes independent answers; with several answers of one account use a designed estimate. Refuses an empty sample
 * (`CND_SAMPLE_TOO_SMALL`) and scores off the 0-10 scale (`CND_ARGUMENT`).
 * Source: Tango 1998, Statistics in Medicine 17:891-908, doi:10.1002/(SICI)1097-0258(19980430)17:8<891::AID-SIM780>3.0.CO;2-B.
 *
 * @example nps([10, 9, 9, 10, 9, 7, 8, 8, 3, 6]).value // => 30
 */
export function nps(scores: ArrayLike<number>, options: { confidence?: number } = {}): Estimate {
  return netScoreEstimate(netCountsOf(npsGroups(tallyScores(scores))), options);
}
