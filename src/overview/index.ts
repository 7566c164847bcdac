/** Where the programme stands: levels, trends and break-downs from counts. */
export type { DimensionChoice, DimensionChoices, MetricChoice } from './dimension-choices.ts';
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
} from './overview.ts';
export type { ResponseCounts, ResponsePage, ResponseRow, RowComment, RowScore } from './response-page.ts';
