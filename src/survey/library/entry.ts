import type { MetricId } from '../../metrics/index.ts';
import type { Question } from '../question.ts';

/** The types of contact that the library has questions for. */
export const touchpointTypes = [
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
export type TouchpointType = (typeof touchpointTypes)[number];

export const surveyChannels = ['email', 'sms', 'link', 'qr', 'widget', 'kiosk', 'phone', 'api'] as const;
export type SurveyChannel = (typeof surveyChannels)[number];

export const respondentRoles = ['contact-person', 'payer', 'end-user', 'decision-maker'] as const;
/** As stored with a response. */
export type AskedRole = (typeof respondentRoles)[number];

/** Words in the languages of the library; those of ready questionnaires also in German and Arabic. */
export type LibraryTexts = Record<'en' | 'fi' | 'sv', string> & Partial<Record<'de' | 'ar', string>>;

/** What a question is for: the score itself, a reason that can be acted on, or the words behind it. */
export type QuestionPart = 'metric' | 'driver' | 'open';

/** A question that can be taken as it is, with whom, where and why to ask it. */
export interface LibraryEntry {
  readonly id: string;
  readonly touchpoint: TouchpointType;
  readonly part: QuestionPart;
  readonly channels: readonly SurveyChannel[];
  readonly roles: readonly AskedRole[];
  /** What the answer is good for. */
  readonly reason: Readonly<Record<'en' | 'fi' | 'sv', string>>;
  readonly question: Question;
}

/** The metric of an entry; a choice and an open question have none. */
export function metricOf({ question }: LibraryEntry): MetricId | undefined {
  return question.kind === 'scale' || question.kind === 'matrix' ? question.metric : undefined;
}
