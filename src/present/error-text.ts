import type { CandorErrorDetails, ErrorCode } from '../errors/index.ts';
import { dictionaries } from './dictionary/dictionary.ts';
import type { Language } from './language.ts';
import { visibleTexts } from './visible-text.ts';

/** A refusal as it comes from a server or from `CandorError.toJSON`. `code` may be one that this version does not know. */
export interface ToldError {
  readonly code: string;
  readonly message: string;
  readonly details?: CandorErrorDetails;
  readonly remedy?: string;
}

/** What the reader of an error needs: what happened, what was not lost, what to do, and the code. */
export interface ErrorText {
  readonly title: string;
  readonly happened: string;
  /** The particulars: the columns or values to choose from, the line, the value met. */
  readonly particulars: readonly string[];
  readonly kept: string;
  readonly remedy: string;
  readonly code: string;
}

/** At most so many columns or values are listed. */
const listed = 12;

/**
 * How is this refusal told in this language?
 * `face` decides whether the way out names buttons (`page`) or flags (`terminal`). An unknown code falls back to the
 * English sentence and remedy that came with it.
 * @example errorText({ code: 'CND_FILE_EMPTY', message: 'x' }, 'fi').code // => "Koodi CND_FILE_EMPTY"
 */
export function errorText(given: ToldError, language: Language, face: 'page' | 'terminal' = 'page'): ErrorText {
  const error = visibleTexts(given);
  const { doubts } = dictionaries[language];
  const known = doubts.error[error.code as ErrorCode];
  const other = error.code === 'network' ? doubts.networkError : doubts.unknownError;
  const words = known ?? (error.message && error.code !== 'network' ? undefined : other);
  return {
    title: doubts.errorTitle,
    happened: words?.happened ?? error.message,
    particulars: particulars(error, { language, known: Boolean(known), face }),
    kept: doubts.errorKept,
    remedy: (face === 'terminal' ? words?.terminal : undefined) ?? words?.remedy ?? error.remedy ?? other.remedy,
    code: doubts.errorCode(error.code),
  };
}

/** The message as it came; a page leaves out the half that tells which flag to use. */
function exactSentence(message: string, face: 'page' | 'terminal'): string[] {
  const parts =
    face === 'page' ? message.split(/(?<=[.;?])\s+/).filter((part) => !/(^|[\s"])--[a-z]/.test(part)) : [message];
  const text = parts.join(' ').replace(/[;,]$/, '');
  return text ? [text.replace(/^./, (letter) => letter.toUpperCase())] : [];
}

function particulars(
  { details = {}, message }: ToldError,
  { language, known, face }: { language: Language; known: boolean; face: 'page' | 'terminal' },
): string[] {
  const { detail } = dictionaries[language].doubts;
  const told: string[] = [];
  // English readers get the exact sentence as well; it names what was met.
  if (known && language === 'en' && message) told.push(...exactSentence(message, face));
  const name = (key: string): string => {
    if (/column/i.test(key)) return Array.isArray(details[key]) ? detail.columns : detail.column;
    if (/line/i.test(key)) return detail.line;
    return Array.isArray(details[key]) ? detail.choices : detail.value;
  };
  for (const [key, value] of Object.entries(details)) {
    if (Array.isArray(value)) {
      if (value.length > 0)
        told.push(`${name(key)}: ${value.slice(0, listed).join(', ')}${value.length > listed ? ' …' : ''}`);
    } else if (typeof value !== 'boolean' && /line|column|sheet|value|scale|metric|needed|zone/i.test(key)) {
      told.push(`${name(key)}: ${value}`);
    }
  }
  return told;
}
