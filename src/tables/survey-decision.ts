import type { DateChoice } from './choose-date.ts';
import type { ScoreChoice } from './choose-score.ts';
import type { CollectedAnswers } from './collect-answers.ts';
import type { JudgedRows } from './judge-rows.ts';
import type { TextColumn } from './kept-columns.ts';
import type { MetricOfAnswers } from './metric-of-answers.ts';
import type { Table } from './open-table.ts';
import type { SurveyFile, SurveyOptions } from './survey-file.ts';
import type { Kept } from './survey-layout.ts';
import type { SurveyPlatform } from './survey-platform.ts';

/** Everything that was decided about a file, for the sentences about it. */
export interface SurveyDecision {
  readonly table: Table;
  readonly options: SurveyOptions;
  readonly platform: SurveyPlatform | undefined;
  readonly collected: CollectedAnswers;
  readonly score: ScoreChoice;
  readonly metric: MetricOfAnswers;
  readonly date: DateChoice;
  readonly utc: boolean;
  readonly judged: JudgedRows;
  readonly account: Kept<TextColumn> | undefined;
  readonly partial: number;
  readonly breaks: SurveyFile['breaks'];
}
