import { CandorError } from '../errors/index.ts';
import type { WorkspaceTransaction } from '../store/index.ts';
import { askedQuestions, parseQuestionnaire } from '../survey/index.ts';
import { judgeSurvey } from './judge-survey.ts';
import { storeQuestions } from './question-store.ts';
import { conflict, draftOf, inFieldOf } from './survey-draft-store.ts';
import { readSurvey } from './survey-list-store.ts';

export interface ToPublish {
  /** The saving that whoever publishes has seen. */
  readonly revision: number;
  /** He has seen that a question in the field is asked in another way, so that the trend will show a break. */
  readonly acceptsBreak: boolean;
  readonly now: Date;
}

/**
 * Puts the draft into the field: its questions are written down, the version before it is retired, and answers come in
 * for this one. The overview draws a break where the first answer to a new version falls. Refuses a draft with problems
 * or findings that would make its figures false (`CND_SURVEY_PROBLEMS`), and one that was saved meanwhile
 * (`CND_SURVEY_CONFLICT`). Answers the number of the version.
 */
export async function publishSurvey(
  transaction: WorkspaceTransaction,
  id: string,
  { revision, acceptsBreak, now }: ToPublish,
): Promise<number> {
  const { workspaceId, query } = transaction;
  const { level } = await readSurvey(transaction, id, { locked: true });
  const draft = await draftOf(transaction, id);
  if (!draft || draft.revision !== revision) throw conflict(draft?.revision ?? 0);
  const content = parseQuestionnaire(draft.content);
  const inField = await inFieldOf(transaction, id);
  const { problems, lint } = judgeSurvey(content, { level, inField: inField?.content, acceptsBreak });
  const refused = lint.filter(({ severity }) => severity === 'refused');
  if (problems.length + refused.length > 0) throw notYet(problems[0]?.message ?? refused[0]!.why, problems, refused);
  await query(
    `update survey_version set retired_at = $3
     where workspace_id = $1 and survey_id = $2 and published_at is not null and retired_at is null`,
    [workspaceId, id, now],
  );
  // Imports may have brought versions since the draft was begun; numbers say the order in which versions were asked.
  const [last] = await query<{ number: number }>(
    'select coalesce(max(number), 0) as number from survey_version where workspace_id = $1 and survey_id = $2 and id <> $3',
    [workspaceId, id, draft.id],
  );
  const number = last!.number + 1;
  await query('update survey_version set published_at = $3, number = $4 where workspace_id = $1 and id = $2', [
    workspaceId,
    draft.id,
    now,
    number,
  ]);
  await storeQuestions(transaction, draft.id, askedQuestions(content));
  return number;
}

function notYet(first: string, problems: readonly unknown[], findings: readonly unknown[]): CandorError {
  const count = problems.length + findings.length;
  return new CandorError(
    'CND_SURVEY_PROBLEMS',
    `${count} ${count === 1 ? 'thing stands' : 'things stand'} in the way: ${first}`,
    {
      problems: problems.length,
      findings: findings.length,
    },
  );
}
