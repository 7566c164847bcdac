/** Where the programme stands: levels, trends and break-downs from counts. */
export { type AccountSums, countingValue, designEffectOfAccounts } from './account-sums.ts';
export { breakDown, type GroupCounts, type TableCounts } from './break-down.ts';
export type { DimensionChoice, DimensionChoices, MetricChoice } from './dimension-choices.ts';
export type { DriversPage, RatedQuestion, RatedSurvey, RefusedStudy } from './drivers-page.ts';
export { hideSmallGroups } from './hide-small-groups.ts';
export type { LevelCounts, PeriodCounts, PooledDesign } from './level-counts.ts';
export { changeSince, type LevelSubjects, levelStanding, rowsView } from './level-standing.ts';
export { judgeTrend, type LevelTrend } from './level-trend.ts';
export type { ModelGroupsPage, ModelPage } from './model-page.ts';
export type {
  BreakDown,
  CommentSample,
  Coverage,
  CoverageShare,
  GroupGap,
  GroupStanding,
  HiddenGroups,
  LevelStanding,
  LiveCount,
  Missing,
  Overview,
  OverviewLevels,
  OverviewMetric,
  OverviewWindow,
  PeriodStanding,
  Quote,
  Standing,
  StandingChange,
  WithheldChange,
} from './overview.ts';
export type { OwnMetricDefinition, OwnMetrics } from './own-metric.ts';
export { type PlanAsk, type PlannedChange, type ProgrammePlan, planProgramme } from './plan-programme.ts';
export type { TargetPlan } from './plan-target.ts';
export type { ResponseCounts, ResponsePage, ResponseRow, RowComment, RowScore } from './response-page.ts';
export { missingAnswers, shownPeriod } from './shown-period.ts';
export { type DayScores, type WatchAlarm, type WatchedLevel, watchBaselineDays, watchLevel } from './watch-level.ts';
export { whatMatters } from './what-matters.ts';
