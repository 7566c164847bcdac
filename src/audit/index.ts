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
export { weightedPeriods } from './levels.ts';
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
export { cutPeriods } from './period-answers.ts';
export { standingOf } from './period-results.ts';
