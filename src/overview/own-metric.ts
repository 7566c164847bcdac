import type { MetricId, Scale } from '../metrics/index.ts';
import type { SurveyLevel } from '../view/index.ts';

/** What a workspace says about a metric of its own; changing any of it is a new version. */
export interface OwnMetricDefinition {
  readonly name: string;
  /** The shipped metric whose statistic it is. */
  readonly metric: MetricId;
  readonly scale: Scale;
  /** How many of the highest answers a share counts. */
  readonly boxes?: number;
  readonly direction: 'higher-is-better' | 'lower-is-better';
  /** Questions by the keys of survey and question, so that new versions of a survey go on counting. */
  readonly questions: readonly { readonly survey: string; readonly question: string }[];
}

/** The own metrics of a workspace and the questions they can be made of: the answer of GET /metrics. */
export interface OwnMetrics {
  readonly metrics: readonly {
    readonly key: string;
    /** Ascending. The first one also counts for everything before its day. */
    readonly versions: readonly {
      readonly version: number;
      readonly validFrom: string;
      readonly definition: OwnMetricDefinition;
    }[];
  }[];
  readonly questions: readonly {
    readonly survey: string;
    readonly question: string;
    readonly level: SurveyLevel;
    readonly scale: Scale;
    /** Id of the shipped metric the question is bound to. */
    readonly metric?: string;
  }[];
}
