import { CandorError } from '../errors/index.ts';
import type { NewAnswer } from '../store/index.ts';

/** One response as a program sends it: by the keys of the workspace, never by its ids. */
export interface IncomingResponse {
  readonly survey: string;
  /** The version that was asked; the latest published one where it is left out. */
  readonly version?: number;
  readonly source: string;
  /** The id in the system of the source: a second response with it is the same one. */
  readonly externalId?: string;
  readonly respondedAt?: Date;
  readonly touchpoint?: string;
  readonly orgUnit?: string;
  readonly account?: string;
  readonly contact?: string;
  readonly segment?: string;
  readonly respondentRole?: RespondentRole;
  readonly channel?: string;
  readonly completed: boolean;
  /** Makes the account or the contact where it is unknown; otherwise an unknown one is refused. */
  readonly create?: boolean;
  readonly answers: readonly IncomingAnswer[];
}

export interface IncomingAnswer {
  readonly question: string;
  readonly score?: number;
  readonly words?: string;
}

/** Why the view of a respondent counts, as it stands with a response; the last is one person in both roles. */
export const respondentRoles = [
  'contact-person',
  'payer',
  'end-user',
  'decision-maker',
  'decision-maker-and-contact-person',
] as const;

export type RespondentRole = (typeof respondentRoles)[number];

export interface AskedQuestion {
  readonly id: string;
  readonly key: string;
  readonly scaleMinimum: number | null;
  readonly scalePoints: number | null;
}

/** What cannot be stored: the field is named as it was sent. */
export function refusedField(field: string, message: string): CandorError {
  return new CandorError('CND_RESPONSE', `${field}: ${message}`, { field });
}

/** A clock that runs ahead by this is forgiven; more is a wrong date. */
const forgivenMilliseconds = 5 * 60_000;
const earliest = Date.UTC(2000, 0, 1);

/** When the response was given; now where it does not say. */
export function instantOf({ respondedAt }: IncomingResponse, now: Date): Date {
  if (respondedAt === undefined) return now;
  if (respondedAt.getTime() > now.getTime() + forgivenMilliseconds)
    throw refusedField('respondedAt', 'is in the future');
  if (respondedAt.getTime() < earliest) throw refusedField('respondedAt', 'is before the year 2000');
  return respondedAt;
}

/** The answers by the questions of the version: every key known, every score on its scale, none twice. */
export function answersOf(
  { answers }: IncomingResponse,
  questions: ReadonlyMap<string, AskedQuestion>,
): readonly NewAnswer[] {
  const seen = new Set<string>();
  return answers.map(({ question: key, score, words }, index) => {
    const at = `answers.${index}`;
    const question = questions.get(key);
    if (!question) throw refusedField(`${at}.question`, 'the survey has no such question');
    if (seen.has(key)) throw refusedField(`${at}.question`, 'is answered twice');
    seen.add(key);
    if (question.scalePoints === null) {
      if (score !== undefined) throw refusedField(`${at}.score`, 'the question has no scale; send words');
      if (words === undefined) throw refusedField(`${at}.words`, 'is needed');
      return { questionId: question.id, words };
    }
    if (words !== undefined) throw refusedField(`${at}.words`, 'the question has a scale; send a score');
    return { questionId: question.id, point: pointOf(question, score, at), points: question.scalePoints };
  });
}

function pointOf({ scaleMinimum, scalePoints }: AskedQuestion, score: number | undefined, at: string): number {
  const least = scaleMinimum ?? 1;
  const most = least + scalePoints! - 1;
  if (score !== undefined && Number.isInteger(score) && score >= least && score <= most) return score - least + 1;
  throw refusedField(`${at}.score`, `needs a whole number from ${least} to ${most}`);
}
