import { type ErrorCode, errorCatalogue } from './catalogue.ts';

/** The figures of one refusal, for programs and for the sentence in the reader's language. Plain JSON values only. */
export type CandorErrorDetails = Readonly<
  Record<string, string | number | boolean | readonly string[] | readonly number[]>
>;

/**
 * A misuse or a refusal that the caller can mend. `code` is stable and never reused; `message` says what was needed
 * and what was met ("tangoInterval needs whole counts, got 2.5"); `remedy` says what to do.
 */
export class CandorError extends Error {
  readonly code: ErrorCode;
  readonly details: CandorErrorDetails;

  constructor(code: ErrorCode, message: string, details: CandorErrorDetails = {}) {
    super(message);
    this.name = 'CandorError';
    this.code = code;
    this.details = details;
  }

  /** What the caller can do about it, from the catalogue. */
  get remedy(): string {
    return errorCatalogue[this.code].remedy;
  }

  /** 1: the data or the model refuse an answer; 2: the call is wrong; 3: a fault of ours. */
  get exitCode(): 1 | 2 | 3 {
    return errorCatalogue[this.code].exit;
  }

  toJSON(): { code: ErrorCode; message: string; details: CandorErrorDetails; remedy: string } {
    return { code: this.code, message: this.message, details: this.details, remedy: this.remedy };
  }
}

export function isCandorError(error: unknown): error is CandorError {
  return error instanceof CandorError;
}
