import type {
  LengthCost,
  LintFinding,
  Question,
  Questionnaire,
  SurveyProblemCode,
  ThemeProblem,
} from '../../survey/index.ts';

export type SurveyLevel = 'encounter' | 'relationship';

export interface SurveyVersion {
  readonly number: number;
  readonly state: 'draft' | 'in-field' | 'retired';
  readonly publishedAt: string | null;
  readonly questions: number;
  readonly answers: number;
}

export interface ListedSurvey {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly level: SurveyLevel;
  readonly isBuilt: boolean;
  readonly archivedAt: string | null;
  readonly versions: readonly SurveyVersion[];
  readonly programmes: readonly string[];
}

export interface Verdict {
  readonly problems: readonly {
    readonly path: string;
    readonly code: SurveyProblemCode;
    readonly question?: string;
    readonly language?: string;
  }[];
  readonly lint: readonly LintFinding[];
  readonly length: LengthCost;
  readonly contrast: readonly ThemeProblem[];
}

export interface EditedSurvey {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly level: SurveyLevel;
  readonly draft: { readonly content: Questionnaire; readonly revision: number };
  readonly inField?: { readonly number: number };
  readonly verdict: Verdict;
}

export interface LibraryQuestion {
  readonly id: string;
  readonly touchpoint: Touchpoint;
  readonly seconds: number;
  readonly reason: string;
  readonly question: Question;
}

/** What the page offers to choose from; a test compares these with the library. */
export const touchpoints = [
  'purchase',
  'delivery',
  'onboarding',
  'invoice',
  'phone',
  'chat',
  'visit',
  'maintenance',
  'complaint',
  'renewal',
  'web',
  'relationship',
] as const;
export type Touchpoint = (typeof touchpoints)[number];
export const channels = ['email', 'sms', 'link', 'qr', 'widget', 'kiosk', 'phone', 'api'] as const;
export const roles = ['contact-person', 'payer', 'end-user', 'decision-maker'] as const;
export const pageLanguages = ['en', 'fi', 'sv', 'de', 'ar'] as const;

/** Why a draft cannot be published, as things that can be mended; findings that only warn are not among them. */
export function blockersOf({ problems, lint }: Verdict, acceptsBreak: boolean): number {
  const refused = lint.filter(
    ({ severity, rule }) => severity === 'refused' && !(acceptsBreak && rule === 'presentation-changed'),
  );
  return problems.length + refused.length;
}
