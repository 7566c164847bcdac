/** Estimate and Comparison: figures that carry their interval, their method and their doubts. */

export { boundedMeanInterval } from './bounded-mean.ts';
export { type Caveat, type CaveatCode, caveat, caveatCodes } from './caveat.ts';
export { type ChangePointOptions, type ChangePoints, changePoints } from './change-points.ts';
export { type ClusteredMoments, clusteredEstimate } from './clustered-moments.ts';
export { type CompareDesignedOptions, compareClustered, compareDesigned } from './compare-designed.ts';
export { compareMeans, welchDegreesOfFreedom } from './compare-means.ts';
export { type CompareOptions, compareNetScores } from './compare-net-scores.ts';
export { comparePaired, type PairedOptions } from './compare-paired.ts';
export { compareProportions, type ShareCounts } from './compare-proportions.ts';
export type { Comparison, Verdict } from './comparison.ts';
export {
  type DesignDifference,
  type DesignEstimate,
  designDifference,
  designEstimate,
} from './design-estimate.ts';
export {
  type DesignedOptions,
  meanLinearised,
  netScoreAtEffectiveN,
  proportionAtEffectiveN,
} from './designed-estimates.ts';
export type { Estimate, Interval } from './estimate.ts';
export { type IntraclassCorrelation, intraclassCorrelation } from './intraclass-correlation.ts';
export { type MannWhitney, mannWhitney } from './mann-whitney.ts';
export { type MeanOptions, meanEstimate } from './mean-estimate.ts';
export { type MethodName, methodNames } from './method.ts';
export { type Bounds, type Moments, momentsOf } from './moments.ts';
export {
  type Alarm,
  accountFactor,
  alarmEvidence,
  answersPerDayToNotice,
  asymptoticSequence,
  type Baseline,
  type BernsteinOptions,
  bernsteinSequence,
  bettingInterval,
  bettingSequence,
  type ChangeDate,
  changeDate,
  type Detectability,
  type DetectorState,
  detectability,
  EDetector,
  type Evidence,
  fewestAccounts,
  flagTogether,
  type Learning,
  type MonitoredStream,
  type MonitorOptions,
  type MonitorRun,
  normalMixtureBound,
  normalMixtureLogEvidence,
  normalMixtureParameter,
  type PathPoint,
  runMonitor,
  type SequenceOptions,
  type StepSum,
  TargetDetector,
  type TimeToNotice,
  timeToNotice,
  type ValueRange,
} from './monitoring/index.ts';
export { benjaminiHochberg, holm } from './multiplicity.ts';
export {
  headlineStandardError,
  type NetCounts,
  netScore,
  netScoreVariance,
  type StandardErrorOptions,
  testStandardError,
} from './net-score.ts';
export { type NetScoreOptions, netScoreEstimate } from './net-score-estimate.ts';
export { adjustedWaldInterval, type IntervalOptions, tangoInterval, waldInterval } from './net-score-interval.ts';
export { shrunkPeriodWeights } from './period-weights.ts';
export {
  type AnswerDistribution,
  answersForChange,
  answersForMargin,
  answersToCall,
  changedDistribution,
  type DaysToSee,
  type DaysToSeeOptions,
  type DetectableChanges,
  type DetectionOptions,
  daysNeeded,
  daysToSeeChange,
  detectableChange,
  distributionValue,
  distributionVariance,
  invitationsAllowed,
  invitationsNeeded,
  marginOfError,
  minimumDetectableChange,
  type NetChangePlan,
  type NetChangePower,
  type PastScore,
  type PowerOptions,
  powerOfChange,
  powerOfNetChange,
  powerToCall,
  reachTarget,
  type TargetAhead,
  type TargetChance,
  type TargetStanding,
  type TargetState,
  type TwoPeriods,
  targetState,
  targetStates,
} from './planning/index.ts';
export { type ProportionOptions, proportionEstimate } from './proportion-estimate.ts';
export { clopperPearsonInterval, jeffreysInterval, wilsonInterval } from './proportion-interval.ts';
export { kishEffectiveN, type Margin, type RakingOptions, rake } from './raking.ts';
export type { SampleDesign } from './sample-design.ts';
export { type BetaBinomial, betaBinomial, type UnitShares } from './shrinkage/beta-binomial.ts';
export * from './shrinkage/index.ts';
export { type DifferingPair, type LeagueVerdict, leagueVerdict } from './shrinkage/league-verdict.ts';
export { type ShareShrinkage, shrinkShares } from './shrinkage/shrink-shares.ts';
export { studentIsCalibrated, welchIsCalibrated } from './student-calibration.ts';
export { type VerdictInput, verdictOf } from './verdict.ts';
