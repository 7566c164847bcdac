import type { MetricDefinition, MetricId } from '../metrics/index.ts';
import type { SurveyLevel } from '../view/index.ts';

/** What each filter of a page can be set to: the answer of GET /dimensions. */
export interface DimensionChoices {
  /** Levels that have a survey. */
  readonly levels: readonly SurveyLevel[];
  readonly metrics: readonly MetricChoice[];
  readonly touchpoints: readonly DimensionChoice[];
  readonly segments: readonly DimensionChoice[];
  readonly units: readonly (DimensionChoice & { readonly parent?: string })[];
  readonly roles: readonly DimensionChoice[];
  readonly channels: readonly DimensionChoice[];
  /** First and last day with an answer; absent where there is none. */
  readonly firstDay?: string;
  readonly lastDay?: string;
  readonly today: string;
}

/** `key` stands in the address. Of roles and channels `name` is the key, which `present` words. */
export interface DimensionChoice {
  readonly key: string;
  readonly name: string;
}

/** A metric that the workspace has questions for. */
export interface MetricChoice extends DimensionChoice {
  readonly shipped: boolean;
  readonly base: MetricId;
  readonly definition: MetricDefinition;
  /** Levels with a question for it. */
  readonly levels: readonly SurveyLevel[];
}
