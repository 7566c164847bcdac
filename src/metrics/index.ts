/** The definitions of the metrics: what is computed from answers, and nowhere else. */
export type { AnswerSeries, CodedColumn, RespondentRole } from './answer-series.ts';
export {
  type ClusteredScore,
  type ClusteredTally,
  compareClusteredScores,
  estimateClusteredScores,
} from './clustered-score.ts';
export { customerEffort } from './customer-effort.ts';
export { csatMean, csatTopBox } from './customer-satisfaction.ts';
export {
  compareDesignedScores,
  type DesignedScore,
  type DesignedScoreOptions,
  type DesignedScores,
  estimateDesignedScores,
} from './designed-score.ts';
export { indexScore } from './index-score.ts';
export {
  type MetricDefinition,
  type MetricFamily,
  type MetricId,
  type MetricStatistic,
  metricDefinition,
  metricDefinitions,
  metricIds,
  metricLabel,
  resolveMetricId,
  type Scale,
} from './metric-definition.ts';
export { compareScores, estimateScores, type ScoreOptions } from './metric-score.ts';
export { type NpsGroup, type NpsGroups, nps, npsGroups, scoreGroup } from './nps.ts';
export {
  type Dispositions,
  eligibleShareOf,
  type OutcomeRateName,
  outcomeRate,
  outcomeRateNames,
  outcomeRates,
  type ResponseRateName,
  responseRate,
  responseRateNames,
} from './response-rate.ts';
export { type ScoreCounts, scoreCounts } from './score-counts.ts';
export { type ScoreTally, tallyScores } from './score-tally.ts';
export { isOnScale, scoreValue, scoreWidth, valueBounds } from './score-value.ts';
export { headlineErrorOf, type TallyMoments, tallyMoments } from './tally-moments.ts';
export { topBox } from './top-box.ts';
export type { IndexScore, NpsPoints, Share } from './units.ts';
