import type { Questionnaire } from '../questionnaire.ts';

/** The rules of the lint; each has a failing and a passing example in docs/guides/survey-lint.md. */
export const lintRules = [
  'order',
  'length',
  'options',
  'presentation',
  'process-words',
  'double-barrelled',
  'follow-up',
  'presentation-changed',
  'anchors',
  'leading',
  'negation',
] as const;
export type LintRule = (typeof lintRules)[number];

/** `refused`: the figure would be false, so the survey is not published. `warn`: it costs answers or clarity. */
export type LintSeverity = 'refused' | 'warn';

export interface LintFinding {
  readonly rule: LintRule;
  readonly severity: LintSeverity;
  /** Key of the question; absent where the whole is meant. */
  readonly question?: string;
  /** The language whose text is meant. */
  readonly language?: string;
  readonly why: string;
  readonly better: string;
}

/** What exactly was met: a rule may have several reasons, each with words of its own. */
export type LintReason =
  | 'details-first'
  | 'recommendation-late'
  | 'long'
  | 'too-long'
  | 'many-options'
  | 'descending'
  | 'coloured'
  | 'preselected'
  | 'process-words'
  | 'double-barrelled'
  | 'no-open-question'
  | 'changed'
  | 'no-anchors'
  | 'same-anchors'
  | 'leading'
  | 'negation'
  | 'double-negation';

/** A finding before it is worded. */
export interface LintHit {
  readonly rule: LintRule;
  readonly reason: LintReason;
  readonly severity: LintSeverity;
  readonly question?: string;
  readonly language?: string;
  /** The words that were met. */
  readonly met?: string;
  readonly count?: number;
  readonly aspects?: readonly ChangedAspect[];
}

/** What of a question in the field is another in the draft. */
export type ChangedAspect = 'scale' | 'anchors' | 'text' | 'options' | 'place';

/** What the lint should know besides the questionnaire. */
export interface LintContext {
  readonly level?: 'encounter' | 'relationship';
  /** The version that answers are coming in for. */
  readonly inField?: Questionnaire;
  /** A break will be drawn in the trend: a changed presentation is then a warning only. */
  readonly isBreakMarked?: boolean;
  /** In which language the findings are worded; English without it. */
  readonly words?: 'en' | 'fi' | 'sv';
}

/** For every reason: why it is a fault, and what is better. */
export type LintWords = Readonly<Record<LintReason, (hit: LintHit) => readonly [why: string, better: string]>>;
