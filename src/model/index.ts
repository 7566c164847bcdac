/** What goes with what: drivers of an outcome, from correlations, with intervals. Nothing here says "causes". */

export { answersForDrivers, type DriverData, type NamedColumn } from './drivers/driver-data.ts';
export {
  type DriverPerformance,
  type DriverStudy,
  type DriverStudyData,
  driverStudy,
  highRating,
  lowRating,
  type RatedColumn,
} from './drivers/driver-study.ts';
export { type DriverOptions, type DriverShare, type Drivers, driversOf, topShare } from './drivers/drivers.ts';
export { johnsonShares } from './drivers/johnson.ts';
export { lmgShares, mostExactDrivers } from './drivers/lmg.ts';
export { type LogitDriver, type LogitDrivers, logitDrivers } from './drivers/logit-drivers.ts';
export { type OrdinalDriver, type OrdinalDrivers, ordinalDrivers } from './drivers/ordinal-drivers.ts';
export {
  type Contrast,
  type PenaltyReward,
  type PenaltyRewardOptions,
  type PenaltyRewards,
  penaltyReward,
} from './drivers/penalty-reward.ts';
export { type TopicAnswers, type TopicImpact, topicImpact } from './drivers/topic-impact.ts';
