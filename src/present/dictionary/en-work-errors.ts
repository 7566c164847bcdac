import type { ErrorCode } from '../../errors/index.ts';
import type { ErrorWords } from './doubt-words.ts';

/** Refusals of the daily work: people, surveys, programmes, channels, sources. */
export const enWorkErrors = {
  CND_PROGRAMME_STATE: {
    happened: 'A programme cannot be started yet, or has ended.',
    remedy: 'Publish its survey and give it rules before it starts; one that has ended stays ended.',
  },
  CND_WAVE_STATE: {
    happened: 'A wave cannot be made now: another one of the programme is open, or its days cannot be.',
    remedy: 'Close the wave that is open first, or wait for its closing day; give a closing day after the opening.',
  },
  CND_DRAW_STATE: {
    happened:
      'The draw cannot be made or run: the programme has no incentive, nobody takes part, or it was run already.',
    remedy: 'Make a draw for a programme with an incentive that somebody answered, and run each draw once.',
  },
  CND_PROGRAMME_RULES: {
    happened: 'The rules of the programme cannot be used as they are.',
    remedy: 'Correct the field that is named.',
  },
  CND_ADDRESS: {
    happened: 'This e-mail address cannot be sent to.',
    remedy: 'Correct the address. Nothing was sent.',
  },
  CND_MAIL_HEADER: {
    happened: 'A name, subject or other header of the mail holds a line break or control character, or is too long.',
    remedy: 'Correct the field that is named. Nothing was sent.',
  },
  CND_MAIL_KEY: {
    happened: 'The DKIM key cannot sign.',
    remedy: 'Give a private RSA key in PEM form. Until then mail waits.',
  },
  CND_SMS: {
    happened: 'The SMS has no usable number, sender or text.',
    remedy: 'Correct the part that is named. Nothing was sent.',
  },
  CND_SIGN_IN: { happened: 'You are not signed in, or your session is over.', remedy: 'Sign in.' },
  CND_SIGN_IN_WRONG: {
    happened: 'E-mail or password is wrong.',
    remedy: 'Check both. If the password is lost, ask an owner for a new invitation.',
  },
  CND_SIGN_IN_LIMIT: {
    happened: 'There were too many attempts to sign in.',
    remedy: 'Wait 15 minutes, then try again.',
  },
  CND_FORBIDDEN: { happened: 'Your role does not include this.', remedy: 'Ask an owner of the workspace.' },
  CND_NOT_FOUND: { happened: 'This is not here.', remedy: 'Check the address; perhaps it was removed.' },
  CND_TAKEN: { happened: 'This name or address is in use already.', remedy: 'Choose another one.' },
  CND_REPEAT_OTHER: {
    happened: 'The same key was sent before with another request.',
    remedy: 'Send the same request again, or another one with a key of its own.',
  },
  CND_REPEAT_RUNNING: {
    happened: 'The same request is under way.',
    remedy: 'Wait a moment and send it again.',
  },
  CND_WEBHOOK: {
    happened: 'A webhook cannot be like this.',
    remedy: 'Correct the field that is named.',
  },
  CND_INVITATION: {
    happened: 'This invitation is unknown, used, withdrawn or expired.',
    remedy: 'Ask an owner of the workspace for a new one.',
  },
  CND_PASSWORD: {
    happened: 'This password is too short, too long or too easy to guess.',
    remedy: 'Choose a longer one: several words that do not belong together.',
  },
  CND_LAST_OWNER: {
    happened: 'A workspace keeps at least one owner.',
    remedy: 'Make another member an owner first.',
  },
  CND_IN_USE: {
    happened: 'Stored data were written by this setting, so it cannot change any more.',
    remedy: 'Keep it, or set up another workspace.',
  },
  CND_RESPONSE: {
    happened: 'The response does not fit its survey, or names something unknown.',
    remedy: 'Correct the field that is named.',
  },
  CND_REQUEST: { happened: 'A field is missing or cannot be used.', remedy: 'Correct the field that is named.' },
  CND_REQUEST_TOO_LARGE: { happened: 'That is more than is taken at once.', remedy: 'Send less at once.' },
  CND_SURVEY: {
    happened: 'This is not the form of a questionnaire.',
    remedy: 'Correct the field that is named; the guide to surveys lists them all.',
  },
  CND_SURVEY_CONFLICT: {
    happened: 'Somebody else has saved this draft meanwhile.',
    remedy: 'Read the draft again. Nothing of the other one was overwritten.',
  },
  CND_SURVEY_PROBLEMS: {
    happened: 'The survey cannot be published yet.',
    remedy: 'Mend what is listed beside the questions, then publish.',
  },
  CND_SURVEY_IMPORTED: {
    happened: 'This survey was brought by imports.',
    remedy: 'Make a new survey: this one has no page that could be edited.',
  },
  CND_EVENT: {
    happened: 'An event that was sent cannot be used.',
    remedy: 'Correct the field that is named.',
  },
  CND_EVENT_MAPPING: {
    happened: 'The mapping of events is wrong or incomplete.',
    remedy: 'Mend the field of the mapping that is named.',
  },
  CND_EVENTS_BUSY: {
    happened: 'More events wait than can be held.',
    remedy: 'Send them again in a moment: none of them was kept.',
  },
  CND_EVENTS_LIMIT: {
    happened: 'This key sends more events than it may.',
    remedy: 'Send them again after the seconds of Retry-After, or more of them in one batch.',
  },
  CND_MESSAGE_STATE: {
    happened: 'The message is no longer uncertain, or its person is no longer asked.',
    remedy: 'Read the list again.',
  },
  CND_SURVEY_IN_USE: {
    happened: 'This survey was answered or is asked by a programme.',
    remedy: 'Archive it instead, or end the programmes that ask it first.',
  },
  CND_SOURCE: {
    happened: 'A setting of the source cannot be used.',
    remedy: 'Correct the setting that is named.',
  },
  CND_SOURCE_AWAY: {
    happened: 'The source cannot be reached or read.',
    remedy: 'Check that it can be reached; it is read again by itself.',
  },
} as const satisfies Partial<Record<ErrorCode, ErrorWords>>;
