/** The programme audit: was there ever a signal in a series of answers? */
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
