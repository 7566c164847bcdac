/**
 * What goes with what, and what would act on what if the arrows are right: drivers of an outcome, and the path model.
 * From correlations, with intervals; nothing here proves a cause.
 */

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
export { type BootstrapOptions, bootstrapPathModel, type PathModelBootstrap } from './path/bootstrap.ts';
export { type EstimateOptions, estimatePathModel, type PathModelEstimate } from './path/estimate.ts';
export { compareGroups, type GroupComparison, type GroupOptions, type GroupPath } from './path/groups.ts';
export type { ItemAnswers } from './path/item-answers.ts';
export { largestImpact } from './path/largest-impact.ts';
export { mobileModel, mobileTruth, mobileTwin } from './path/mobile-twin.ts';
export { type ImpactDraws, type ModelStudy, type ModelStudyData, modelStudy } from './path/model-study.ts';
export { type PathModel, pathModel } from './path/path-model.ts';
export { type ItemPrediction, type Prediction, predictItems } from './path/predict.ts';
export { type MapPoint, type PriorityMap, priorityMap } from './path/priority-map.ts';
export { type ConstructResult, type PathModelResult, type PathResult, pathModelResult } from './path/result.ts';
export { type ModelTruth, simulateAnswers } from './path/simulate-answers.ts';
export type { Construct, PathModelSpecification } from './path/specification.ts';
export { modelTemplates, templateOf, templateSpecification, templateTruth } from './path/templates/model-templates.ts';
export { type ModelProposal, proposeFromQuestions, proposeModel } from './path/templates/propose-model.ts';
export { questionSet } from './path/templates/question-set.ts';
export type { ModelTemplate, TemplateId, ThreeTexts } from './path/templates/template.ts';
export { compareWaves, type WaveChange } from './path/waves.ts';
export { type Moves, type WhatIf, whatIf } from './path/what-if.ts';
