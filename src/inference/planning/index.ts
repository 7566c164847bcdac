/** What to collect, and what it will tell: answers, days, power, and targets. */

export {
  type AnswerDistribution,
  changedDistribution,
  distributionValue,
  distributionVariance,
} from './answer-distribution.ts';
export {
  answersForChange,
  answersForMargin,
  marginOfError,
  minimumDetectableChange,
  type PowerOptions,
  powerOfChange,
} from './answers-needed.ts';
export { daysNeeded, invitationsAllowed, invitationsNeeded } from './collection.ts';
export { type DaysToSee, type DaysToSeeOptions, daysToSeeChange } from './days-to-see.ts';
export { type NetChangePlan, type NetChangePower, powerOfNetChange } from './power-of-net-change.ts';
export {
  answersToCall,
  type DetectableChanges,
  type DetectionOptions,
  detectableChange,
  powerToCall,
  type TwoPeriods,
} from './power-to-call.ts';
export { type PastScore, reachTarget, type TargetAhead, type TargetChance } from './reach-target.ts';
export { type TargetStanding, type TargetState, targetState, targetStates } from './target-state.ts';
