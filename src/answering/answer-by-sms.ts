import { newId, type WorkspaceTransaction } from '../store/index.ts';
import { takeAnswers } from '../survey/index.ts';
import type { Answering } from './answering.ts';
import { askedBySms, wordsQuestion } from './asked-by-sms.ts';
import { invitationOfId } from './invitation-store.ts';
import { formOf, languagesOf, standingOf } from './open-answer.ts';
import { responseOf } from './send-answer.ts';
import { askedVersion } from './version-store.ts';

/** What became of a score that came by SMS. `no-score`: the survey does not begin with one, or it is not on its scale. */
export type SmsOutcome =
  | { readonly kind: 'stored'; readonly keptWords: boolean }
  | { readonly kind: 'answered' | 'closed' | 'no-score' };

interface Given {
  readonly workspaceId: string;
  readonly invitationId: string;
}

/**
 * Stores the answer that a reply by SMS gives, through the same writer and under the same rule of the database as a page:
 * one invitation, one answer, whoever comes first. The SMS asks one question, so an answer to it is whole; words beside
 * it answer the first open question that is shown after that score. What a page held of the invitation goes.
 */
export async function answerBySms(
  answering: Answering,
  { workspaceId, invitationId }: Given,
  { score, words, providerId }: { readonly score: number; readonly words?: string; readonly providerId: string },
  now: Date,
): Promise<SmsOutcome> {
  const row = await answering.store.readWorkspace(workspaceId, (transaction) =>
    invitationOfId(transaction, invitationId),
  );
  const standing = row && standingOf(row, now);
  if (standing === 'answered') {
    return (await isOwn(answering, workspaceId, providerId))
      ? { kind: 'stored', keptWords: true }
      : { kind: 'answered' };
  }
  if (row === undefined || standing !== 'open' || row.survey_version_id === null) return { kind: 'closed' };
  const version = await askedVersion(answering, { workspaceId, versionId: row.survey_version_id, now });
  const question = version && askedBySms(version.questionnaire);
  if (!version || !question) return { kind: 'no-score' };
  const given: Record<string, string> = { [question.key]: String(score) };
  const open = wordsQuestion(version.questionnaire, given);
  if (open !== undefined && words !== undefined) given[open] = words;
  const { answers } = takeAnswers(version.questionnaire, given);
  if (!answers.some((answer) => answer.question === question.key && answer.score === score))
    return { kind: 'no-score' };
  const form = formOf(row, version, { workspaceId, code: undefined, stopPath: undefined });
  const language = languagesOf(row)[0] ?? version.questionnaire.languages[0]!;
  const response = responseOf(form, { answers, language, device: 'sms', at: now, now, completed: true });
  // Named by the gateway's id too: the same SMS told once more is this response.
  const named = { ...response, source: 'sms', channel: 'sms', externalId: providerId };
  const keptWords = answers.some((answer) => answer.words !== undefined);
  if (await answering.write(workspaceId, named)) return { kind: 'stored', keptWords };
  // Told twice at once, the other one may have been stored for this very SMS.
  return (await isOwn(answering, workspaceId, providerId)) ? { kind: 'stored', keptWords } : { kind: 'answered' };
}

/** Whether the answer that is there came by this very SMS: it is understood again after a process died in the middle. */
async function isOwn({ store }: Answering, workspaceId: string, providerId: string): Promise<boolean> {
  const [own] = await store.readWorkspace(workspaceId, ({ query }) =>
    query("select 1 from response where workspace_id = $1 and source = 'sms' and external_id = $2", [
      workspaceId,
      providerId,
    ]),
  );
  return own !== undefined;
}

const hour = 3_600_000;
/** Who sends his reason in a second SMS does so while he remembers. */
const wordsWithin = 24 * hour;

/**
 * Adds words that come after the score, in an SMS of their own, to the answer it gave: once, within a day, where the
 * survey asks for words and has none of his yet. Answers the response, or nothing where they belong to none.
 */
export async function addWordsBySms(
  answering: Answering,
  { workspaceId, invitationId }: Given,
  { words, alongside }: { readonly words: string; readonly alongside: WordsAlongside },
  now: Date,
): Promise<string | undefined> {
  const { store } = answering;
  const found = await store.readWorkspace(workspaceId, (transaction) => answeredBySms(transaction, invitationId));
  if (!found || now.getTime() - found.respondedAt.getTime() > wordsWithin) return undefined;
  const version = await askedVersion(answering, { workspaceId, versionId: found.versionId, now });
  const question = version && askedBySms(version.questionnaire);
  if (!version || !question) return undefined;
  const given = { [question.key]: String(found.score) };
  const open = wordsQuestion(version.questionnaire, given);
  if (open === undefined) return undefined;
  const taken = takeAnswers(version.questionnaire, { ...given, [open]: words }).answers;
  const said = taken.find((answer) => answer.question === open)?.words;
  const stored = version.questions.get(open);
  if (!said || !stored) return undefined;
  return store.inWorkspace(workspaceId, async (transaction) => {
    const { query } = transaction;
    // Of two that come at once one is first: the response is locked.
    await query('select 1 from response where workspace_id = $1 and id = $2 for update', [workspaceId, found.id]);
    const [added] = await query(
      `insert into answer (workspace_id, id, response_id, question_id, words)
       select $1, $2, $3, $4, $5 where not exists (select 1 from answer
         where workspace_id = $1 and response_id = $3 and question_id = $4) returning id`,
      [workspaceId, newId(), found.id, stored.id, said],
    );
    if (!added) return undefined;
    await alongside(transaction, found.id);
    return found.id;
  });
}

/** What is to happen in the transaction that changes the response: webhooks are told of it. */
export type WordsAlongside = (transaction: WorkspaceTransaction, responseId: string) => Promise<void>;

async function answeredBySms({ workspaceId, query }: WorkspaceTransaction, invitationId: string) {
  const [found] = await query<{ id: string; versionId: string; respondedAt: Date; score: number }>(
    `select r.id, r.survey_version_id as "versionId", r.responded_at as "respondedAt",
       q.scale_minimum + a.point - 1 as score
     from response r
     join answer a on a.workspace_id = $1 and a.response_id = r.id and a.point is not null
     join question q on q.workspace_id = $1 and q.id = a.question_id
     where r.workspace_id = $1 and r.invitation_id = $2 and r.source = 'sms' and r.erased_at is null
     order by q.position limit 1`,
    [workspaceId, invitationId],
  );
  return found;
}
