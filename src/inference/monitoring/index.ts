/** Monitors that may be looked at after every answer: e-detectors, and confidence sequences. */
export { accountFactor, fewestAccounts } from './account-factor.ts';
export { alarmEvidence, type DetectorState, type Evidence } from './bets.ts';
export { type ChangeDate, changeDate, type StepSum } from './change-date.ts';
export { asymptoticSequence, type SequenceOptions } from './confidence-sequences/asymptotic.ts';
export { bettingInterval, bettingSequence } from './confidence-sequences/betting.ts';
export { type BernsteinOptions, bernsteinSequence } from './confidence-sequences/empirical-bernstein.ts';
export {
  normalMixtureBound,
  normalMixtureLogEvidence,
  normalMixtureParameter,
} from './confidence-sequences/normal-mixture.ts';
export {
  answersPerDayToNotice,
  type Detectability,
  detectability,
  type TimeToNotice,
  timeToNotice,
} from './detectability.ts';
export { EDetector, type ValueRange } from './e-detector.ts';
export { flagTogether } from './false-discovery.ts';
export {
  type Alarm,
  type Baseline,
  type Learning,
  type MonitoredStream,
  type MonitorOptions,
  type MonitorRun,
  type PathPoint,
  runMonitor,
} from './monitor.ts';
export { TargetDetector } from './target-detector.ts';
