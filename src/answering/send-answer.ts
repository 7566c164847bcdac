import { dayIn } from '../collect/index.ts';
import { type NewResponse, newId } from '../store/index.ts';
import {
  type AnswerProblem,
  directionOf,
  storedKeys,
  type TakenAnswer,
  takeAnswers,
  visible,
} from '../survey/index.ts';
import type { AnswerForm } from './answer-form.ts';
import type { Answering } from './answering.ts';
import { newAnswers } from './new-answers.ts';

/** What a respondent sends, and how it was shown to him. */
export interface SentAnswer {
  /** The fields of the form; whatever was posted. */
  readonly given: unknown;
  readonly language: string;
  readonly device: 'phone' | 'desktop';
}

export type SendOutcome =
  | { readonly kind: 'stored'; readonly id: string }
  | { readonly kind: 'answered' }
  | { readonly kind: 'problems'; readonly problems: readonly AnswerProblem[] };

/** What the respondent can mend; a stale field or a branch that he left is not his doing. */
export const isHis = ({ code }: AnswerProblem): boolean => code !== 'unknown-question' && code !== 'not-shown';

/**
 * Stores the answer of an open form, once: `stored` after it is durable, `answered` when the invitation (or this visit
 * of an open link) has one already, whoever sent it; `problems` name what has to be mended first, and nothing is kept.
 */
export async function sendAnswer(
  answering: Answering,
  form: AnswerForm,
  sent: SentAnswer,
  now: Date,
): Promise<SendOutcome> {
  const { answers, problems } = answersToSend(form, sent.given);
  if (problems.length > 0) return { kind: 'problems', problems };
  const response = responseOf(form, { answers, ...sent, at: now, now, completed: true });
  if (await answering.write(form.workspaceId, response)) return { kind: 'stored', id: response.id };
  // Where the answer to the commit was lost, the one that is there is this one.
  const [own] = await answering.store.readWorkspace(form.workspaceId, ({ query }) =>
    query('select 1 from response where workspace_id = $1 and id = $2', [form.workspaceId, response.id]),
  );
  return own ? { kind: 'stored', id: response.id } : { kind: 'answered' };
}

/** What would be stored of a whole form, or what has to be mended first. */
export function answersToSend(form: AnswerForm, given: unknown) {
  const { answers, problems } = takeAnswers(form.version.questionnaire, given);
  const his = problems.filter(isHis);
  if (his.length === 0 && answers.length === 0) return { answers, problems: [nothingGiven(form, given)] };
  return { answers, problems: his };
}

/** An empty form that was sent by mistake would use the invitation up. */
function nothingGiven({ version: { questionnaire } }: AnswerForm, given: unknown): AnswerProblem {
  const [page] = visible(questionnaire, given);
  const question = page?.questions[0];
  return { question: (question && storedKeys(question)[0]) ?? '', code: 'needed' };
}

export interface ToStore {
  readonly answers: readonly TakenAnswer[];
  readonly language: string;
  readonly device: string;
  /** When it was given. */
  readonly at: Date;
  readonly now: Date;
  readonly completed: boolean;
}

/** The response as the one writer takes it. */
export function responseOf(form: AnswerForm, { answers, language, device, at, now, completed }: ToStore): NewResponse {
  const { version, origin, seed, timeZone } = form;
  return {
    id: newId(),
    source: origin.invitationId ? 'answer-page' : 'open-link',
    // One visit of an open link is one answer, also when its form is sent twice.
    ...(origin.openLinkId && { externalId: seed }),
    ...origin,
    surveyVersionId: version.id,
    respondedAt: at,
    recordedAt: now,
    day: dayIn(timeZone, at),
    completed,
    language,
    presentation: {
      language,
      direction: directionOf(language),
      orientation: 'ascending',
      device,
      wording: version.wording,
    },
    answers: newAnswers(version, answers, seed),
  };
}
