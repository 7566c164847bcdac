import type { GroupComparison, ModelProposal, ModelStudy, PathModelSpecification } from '../model/index.ts';
import type { SurveyLevel, View } from '../view/index.ts';
import type { RatedSurvey, RefusedStudy } from './drivers-page.ts';

/** The cause-and-effect model of the answers of one level and survey. Levels are never pooled. */
export interface ModelPage {
  readonly run: {
    readonly id: string;
    readonly dataHash: string;
    readonly definition: string;
    readonly engine: string;
    readonly seed: number;
  };
  readonly view: View;
  readonly level: SurveyLevel;
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
  /** Surveys of the level that have a rated question. */
  readonly surveys: readonly RatedSurvey[];
  /** Whether a survey of the other level asks enough for a model, where none of this level does. */
  readonly otherLevel: boolean;
  /** Chosen, or the one with most questions; absent where the level has no survey. */
  readonly survey?: string;
  /** Given, or proposed from the questions; absent where they make no model. */
  readonly specification?: PathModelSpecification;
  /** Whether it was proposed, and what of the survey it does not use. */
  readonly proposal?: Pick<ModelProposal, 'template' | 'leftOut'>;
  /** Periods left out because fewer respondents than the floor stand behind them. */
  readonly hiddenPeriods: number;
  /** Whether there were more answers; then the latest are looked at. */
  readonly isCut: boolean;
  readonly study?: ModelStudy;
  readonly refused?: RefusedStudy;
}

/** Two groups of the respondents of a model, compared. */
export interface ModelGroupsPage {
  readonly run: ModelPage['run'];
  readonly by: 'segment' | 'role';
  /** Groups with answers, the largest first; counts are not told to readers bound by the floor. */
  readonly choices: readonly { readonly key: string; readonly n?: number }[];
  readonly first?: string;
  readonly second?: string;
  readonly comparison?: GroupComparison;
  readonly refused?: RefusedStudy;
}
