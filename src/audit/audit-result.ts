import type { Caveat, Estimate, Interval, Verdict } from '../inference/index.ts';
import type { MetricId, Scale } from '../metrics/index.ts';

export type PeriodUnit = 'week' | 'month' | 'quarter';

/** Counts of NPS groups, or of every answered value in ascending order ("4": 31). */
export type Counts =
  | { readonly promoters: number; readonly passives: number; readonly detractors: number }
  | { readonly [value: string]: number };

/** One period: "2026-03", "2026-Q1" or "2026-W05". An empty period has n 0 and no estimate. */
export interface PeriodResult {
  readonly period: string;
  readonly n: number;
  readonly counts: Counts;
  readonly estimate?: Estimate;
  /** 1.959964 standard errors, in the unit of the metric. Absent where the standard error is unknown or zero. */
  readonly marginOfError?: number;
}

/** One change between neighbouring filled periods. */
export interface ChangeResult {
  readonly from: string;
  readonly to: string;
  readonly difference: Estimate;
  readonly pValue: number;
  /** Holm over the changes tested. */
  readonly adjustedPValue: number;
  /** What a dashboard that tests each change alone would colour. */
  readonly nominallySignificant: boolean;
  readonly verdict: Verdict;
  readonly minimumDetectableChange: number;
}

/** A level between change points: the noise band is where 95 of 100 periods fall if nothing changes. */
export interface LevelResult {
  readonly from: string;
  readonly to: string;
  readonly estimate: Estimate;
  readonly noise: Interval;
}

export interface ProgrammeResult {
  /** Absent where no period has a margin of error. */
  readonly meanMarginOfError?: number;
  readonly nominallySignificantChanges: number;
  readonly changesTested: number;
  /** 0.05 times the changes tested: what independent answers give. */
  readonly expectedByChance: number;
  /** The same by simulation of this programme without any change: more where answers of one account are alike. */
  readonly nominalFromNoise: number;
  readonly probabilityOfAtLeastThisMany: number;
  /** First period of each new level. */
  readonly changePoints: readonly string[];
  readonly levels: readonly LevelResult[];
  /** Highest minus lowest period with n >= 10; absent where fewer than two have. */
  readonly range?: number;
  readonly expectedRangeFromNoise?: { readonly median: number; readonly low: number; readonly high: number };
  /** Answers per period that show a change of 3, 5, 10 points between two periods in four cases of five. */
  readonly answersNeeded?: { readonly '3': number; readonly '5': number; readonly '10': number };
  /** Median answers of the filled periods, and the change that many can show in four cases of five. */
  readonly medianAnswers: number;
  readonly detectableChange?: number;
  /** Probability that a programme without any change colours at least one, at least two changes. */
  readonly chanceOfAny: number;
  readonly chanceOfTwo: number;
}

export const ruleIds = [
  'margin-of-error',
  'changes-beyond-chance',
  'detects-five-points',
  'contact-person-share',
  'payer-coverage',
  'levels-mixed',
  'one-metric',
  'single-moment',
  'survey-length',
  'definition-change',
  'response-rate',
  'late-responders',
  'baseline-before-target',
  'findings-owned',
  'cases-within-48h',
  'churn-link',
  'money-link',
] as const;
export type RuleId = (typeof ruleIds)[number];
export type RuleStatus = 'pass' | 'warn' | 'fail' | 'not measurable';

/**
 * One rule of a programme that can see. `evidence` is the English sentence, `figures` its numbers and names, so that
 * `present/` can say the same in another language. Where not measurable, `figures.needs` names what is missing.
 */
export interface RuleResult {
  readonly id: RuleId;
  readonly status: RuleStatus;
  readonly evidence: string;
  readonly figures: Readonly<Record<string, number | string | readonly string[]>>;
}

/** A dashed vertical on the charts: from this period on something about the measurement differs. */
export interface Break {
  readonly period: string;
  /** ISO date of the first answer after the break. */
  readonly date: string;
  readonly what: 'version' | 'scale' | 'definition';
  readonly from: string;
  readonly to: string;
}

/** What was detected or assumed, with the reason. `because` is the code that `present/` words. */
export interface Assumption {
  readonly what:
    | 'platform'
    | 'metric'
    | 'scale'
    | 'score'
    | 'date'
    | 'dateOrder'
    | 'timeZone'
    | 'account'
    | 'role'
    | 'period'
    | 'encoding'
    | 'delimiter'
    | 'sheet'
    | 'headers'
    | 'decimalComma'
    | 'revenue'
    | 'touchpoint'
    | 'level'
    | 'version'
    | 'where';
  readonly value: string;
  readonly why: string;
  readonly because: string;
}

export interface RejectedRows {
  readonly reason:
    | 'empty-score'
    | 'outside-scale'
    | 'unreadable-score'
    | 'unreadable-date'
    | 'missing-code'
    | 'preview'
    | 'duplicate';
  readonly count: number;
  /** 1-based physical line of the file (row of the sheet for XLSX). */
  readonly firstLine: number;
}

/** The verdict on a programme: everything the terminal, the page and the report show comes from this value. */
export interface AuditResult {
  readonly run: {
    readonly id: string;
    readonly dataHash: string;
    readonly definition: string;
    readonly engine: string;
    readonly seed: number;
  };
  readonly source: {
    readonly file: string;
    /** `workspace`: the answers of a store; then `file` is its name, and the next two are empty. */
    readonly format: 'csv' | 'tsv' | 'xlsx' | 'workspace';
    readonly encoding: string;
    readonly delimiter: string;
  };
  readonly assumed: readonly Assumption[];
  readonly rows: {
    readonly read: number;
    readonly used: number;
    readonly rejected: number;
    readonly reasons: readonly RejectedRows[];
  };
  readonly metric: MetricId;
  readonly scale: Scale;
  readonly periodUnit: PeriodUnit;
  readonly timeZone: string;
  readonly confidence: number;
  readonly periods: readonly PeriodResult[];
  readonly changes: readonly ChangeResult[];
  readonly programme: ProgrammeResult;
  readonly rules: readonly RuleResult[];
  readonly breaks: readonly Break[];
  readonly caveats: readonly Caveat[];
}
