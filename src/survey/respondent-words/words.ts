import type { AnswerProblemCode } from '../taken-answer.ts';

/** A page that says one thing: its title and its sentence. Plain text, escaped by whoever writes it into a page. */
export interface Notice {
  readonly title: string;
  readonly text: string;
}

/** A page that asks before it acts, since a GET never does. */
export interface Confirmation extends Notice {
  readonly button: string;
  readonly done: Notice;
}

/** Every word that a respondent reads and that is not part of the survey. */
export interface RespondentWords {
  /** The language by its own name, for the switch. */
  readonly languageName: string;
  readonly chooseLanguage: string;
  readonly next: string;
  readonly back: string;
  readonly send: string;
  readonly required: string;
  readonly optional: string;
  questionOf(number: number, total: number): string;
  pageOf(number: number, total: number): string;
  readonly chooseOne: string;
  readonly chooseAny: string;
  chooseAtMost(most: number): string;
  readonly otherWords: string;
  atMostCharacters(longest: number): string;
  /** Said of a scale whose point comes from a click in a message. */
  preselected(score: number): string;
  readonly consentNote: string;
  readonly privacy: string;
  readonly saved: string;
  /** Above a form that came back. */
  problems(count: number): string;
  /** What is wrong with one answer; the codes that are not the respondent's doing need no words. */
  readonly problem: Readonly<Record<Exclude<AnswerProblemCode, 'unknown-question' | 'not-shown'>, string>>;
  readonly thankYou: Notice;
  readonly closed: Notice;
  readonly alreadyAnswered: Notice;
  readonly linkNotValid: Notice;
  readonly expired: Notice;
  readonly failed: Notice;
  /** Said to whoever builds the survey and walks through its draft. */
  readonly preview: { readonly note: string; readonly again: string; readonly empty: Notice };
  readonly unsubscribe: Confirmation;
  readonly resubscribe: Confirmation;
  readonly stopReminders: Confirmation;
  /** The line under every message and page. */
  readonly unsubscribeLink: string;
  readonly stopRemindersLink: string;
  /** Of a survey inside the page of somebody else. */
  readonly closeSurvey: string;
  /** On the sheet that hangs at a place, beside its QR code. */
  readonly scanToAnswer: string;
  /** At a kiosk whose storage is full: an answer that is not kept is not thanked for. */
  readonly cannotKeep: Notice;
  /** The page that says who asks and what becomes of an answer. */
  readonly privacyNotice: {
    readonly who: string;
    readonly kept: string;
    readonly keptText: string;
    readonly linkedText: string;
    readonly notKeptText: string;
    readonly rights: string;
    readonly rightsText: string;
    readonly stopText: string;
  };
}
