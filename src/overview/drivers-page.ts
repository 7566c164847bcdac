import type { CandorErrorDetails } from '../errors/index.ts';
import type { DriverStudy } from '../model/index.ts';
import type { SurveyLevel, View } from '../view/index.ts';

/** A rated question of a survey, as it can be chosen. */
export interface RatedQuestion {
  readonly key: string;
  /** Its words by language. */
  readonly texts: Readonly<Record<string, string>>;
  readonly metric?: string;
  readonly scale: { readonly min: number; readonly max: number };
}

export interface RatedSurvey {
  readonly key: string;
  readonly name: string;
  readonly questions: readonly RatedQuestion[];
}

/** Why there is no study: as an error would say it. */
export interface RefusedStudy {
  readonly code: string;
  readonly message: string;
  readonly details: CandorErrorDetails;
  readonly remedy: string;
}

/** What goes with an outcome, of the answers of one level and survey. Levels are never pooled. */
export interface DriversPage {
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
  /** Whether the other level has a survey with two rated questions, where this one has none. */
  readonly otherLevel: boolean;
  /** Chosen, or what is usual; absent where the level has no survey. */
  readonly survey?: string;
  readonly outcome?: string;
  readonly drivers: readonly string[];
  /** Periods left out because fewer respondents than the floor stand behind them. */
  readonly hiddenPeriods: number;
  /** Whether there were more answers; then the latest are looked at. */
  readonly isCut: boolean;
  readonly study?: DriverStudy;
  readonly refused?: RefusedStudy;
}
