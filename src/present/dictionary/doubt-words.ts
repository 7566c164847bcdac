import type { RejectedRows } from '../../audit/index.ts';
import type { ErrorCode } from '../../errors/index.ts';
import type { CaveatCode } from '../../inference/index.ts';

/** The figures of a caveat that its sentence may use, already written. Any of them can be empty. */
export interface CaveatFacts {
  readonly count: string;
  readonly periods: string;
  readonly value: string;
}

/** What an error says to the reader of the page, and, where flags differ from buttons, to the reader of a terminal. */
export interface ErrorWords {
  readonly happened: string;
  readonly remedy: string;
  readonly terminal?: string;
}

/** Every doubt, refusal and reason in one language. */
export interface DoubtWords {
  caveat: Record<CaveatCode, (facts: CaveatFacts) => string>;
  /** All answers of these periods come from one account. */
  oneAccount: (periods: string) => string;
  rejected: Record<RejectedRows['reason'], (min: string, max: string) => string>;
  error: Record<ErrorCode, ErrorWords>;
  /** What the details of an error are called when they are listed after its sentence. */
  detail: { columns: string; choices: string; line: string; column: string; value: string };
  errorTitle: string;
  errorKept: string;
  errorCode: (code: string) => string;
  unknownError: ErrorWords;
  networkError: ErrorWords;
  because: Record<string, string>;
}
