/** The programme audit: was there ever a signal in a series of answers? */
export type { AuditInput } from './audit-input.ts';
export { auditProgramme, type ProgrammeAudit } from './audit-programme.ts';
export type {
  Assumption,
  AuditResult,
  Break,
  ChangeResult,
  Counts,
  LevelResult,
  PeriodResult,
  PeriodUnit,
  ProgrammeResult,
  RejectedRows,
  RuleId,
  RuleResult,
  RuleStatus,
} from './audit-result.ts';
export { ruleIds } from './audit-result.ts';
export { type ComparedPair, type ComparedPeriod, judgeComparedPeriods } from './changes.ts';
export { type LateAnswers, lateAnswers } from './late-responders.ts';
export { type LevelledPeriod, levelsOfPeriods, pooledDesignEffect, weightedPeriods } from './levels.ts';
export {
  dayNumber,
  dayOfIsoDate,
  isoDate,
  type PeriodOrdinal,
  parsePeriodName,
  periodName,
  periodOf,
  periodStart,
} from './period.ts';
export { cutPeriods, pooledTally } from './period-answers.ts';
export { standingOf } from './period-results.ts';
