import type { Option, Question } from '../question.ts';
import {
  type AskedRole,
  type LibraryEntry,
  type LibraryTexts,
  type QuestionPart,
  respondentRoles,
  type SurveyChannel,
  surveyChannels,
  type TouchpointType,
} from './entry.ts';
import type { LibraryScale } from './scales.ts';

type Reason = LibraryEntry['reason'];

/** Whom and where to ask, where it is not everybody everywhere. */
export interface Suited {
  readonly roles?: readonly AskedRole[];
  readonly channels?: readonly SurveyChannel[];
}

/** Those who use what was bought. */
export const users: Suited = { roles: ['end-user', 'contact-person'] };
/** Those who chose it and pay for it. */
export const buyers: Suited = { roles: ['decision-maker', 'payer', 'contact-person'] };
export const payers: Suited = { roles: ['payer', 'decision-maker'] };

/** A list of options needs room, and a kiosk one tap; an SMS or a voice carries neither. */
const choiceChannels: readonly SurveyChannel[] = ['email', 'link', 'qr', 'widget', 'kiosk', 'api'];
/** Nobody writes at a kiosk. */
const openChannels: readonly SurveyChannel[] = ['email', 'sms', 'link', 'qr', 'widget', 'phone', 'api'];
const longestAnswer = 2000;

/** The makers of the entries of one touchpoint: the id is that of the touchpoint and the name. */
export function entriesOf(touchpoint: TouchpointType) {
  const entry = (name: string, part: QuestionPart, asked: Asked, reason: Reason, suited: Suited): LibraryEntry => {
    const id = `${touchpoint}-${name}`;
    const { roles = respondentRoles, channels = surveyChannels } = suited;
    return { id, touchpoint, part, channels, roles, reason, question: { ...asked, key: id } as Question };
  };
  const rated = (part: QuestionPart) => {
    return (name: string, scale: LibraryScale, text: LibraryTexts, reason: Reason, suited: Suited = {}) =>
      entry(name, part, { kind: 'scale', text, ...scale }, reason, suited);
  };
  return {
    metric: rated('metric'),
    driver: rated('driver'),
    open: (name: string, text: LibraryTexts, reason: Reason, suited: Suited = {}) =>
      entry(name, 'open', { kind: 'text', text, longest: longestAnswer }, reason, {
        channels: openChannels,
        ...suited,
      }),
    /** One of up to six. */
    single: (name: string, text: LibraryTexts, options: Option[], reason: Reason, suited: Suited = {}) =>
      entry(name, 'driver', { kind: 'single', text, options }, reason, { channels: choiceChannels, ...suited }),
    /** Any of up to six, shuffled so that the first one is not chosen for being first. */
    multiple: (name: string, text: LibraryTexts, options: Option[], reason: Reason, suited: Suited = {}) =>
      entry(name, 'driver', { kind: 'multiple', text, options, order: 'shuffled' }, reason, {
        channels: choiceChannels,
        ...suited,
      }),
  };
}

/** A question that has no key yet; the union stays a union. */
type Asked<Any extends Question = Question> = Any extends Question ? Omit<Any, 'key'> : never;

/** An option by its key and words in English, Finnish and Swedish. */
export const option = (key: string, en: string, fi: string, sv: string): Option => ({ key, text: { en, fi, sv } });

/** "Something else", with a line of words. */
export const other: Option = { ...option('other', 'Something else', 'Jokin muu', 'Något annat'), other: true };
export const none: Option = {
  ...option('none', 'None of these', 'Ei mikään näistä', 'Inget av dessa'),
  exclusive: true,
};
