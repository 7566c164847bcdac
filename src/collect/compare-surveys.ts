import { CandorError } from '../errors/index.ts';
import type { WorkspaceTransaction } from '../store/index.ts';
import { readSurvey } from './survey-list-store.ts';

/** What became of a question from one version to another. `changed`: what of it is another. */
export interface QuestionChange {
  readonly question: string;
  readonly is: 'added' | 'removed' | 'changed';
  readonly changed: readonly ('text' | 'scale' | 'metric' | 'kind' | 'place')[];
}

interface StoredQuestion {
  readonly key: string;
  readonly kind: string;
  readonly metric: string | null;
  readonly texts: Readonly<Record<string, string>>;
  readonly minimum: number | null;
  readonly points: number | null;
}

/**
 * What differs between two published versions of a survey, question by question, as they were stored: also for versions
 * that imports brought. A version that is not there, or not published, is refused (`CND_NOT_FOUND`).
 */
export async function compareVersions(
  transaction: WorkspaceTransaction,
  id: string,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<readonly QuestionChange[]> {
  await readSurvey(transaction, id);
  const before = await questionsOf(transaction, id, from);
  const after = await questionsOf(transaction, id, to);
  const held = new Map(before.map((question) => [question.key, question]));
  const kept = new Set(after.map(({ key }) => key));
  const common = (questions: readonly StoredQuestion[], other: readonly StoredQuestion[]) =>
    questions.filter(({ key }) => other.some((one) => one.key === key)).map(({ key }) => key);
  const [placesBefore, placesAfter] = [common(before, after), common(after, before)];
  return [
    ...after.flatMap((question): QuestionChange[] => {
      const old = held.get(question.key);
      if (!old) return [{ question: question.key, is: 'added', changed: [] }];
      const isMoved = placesBefore.indexOf(question.key) !== placesAfter.indexOf(question.key);
      const changed = [...changedParts(old, question), ...(isMoved ? (['place'] as const) : [])];
      return changed.length > 0 ? [{ question: question.key, is: 'changed', changed }] : [];
    }),
    ...before
      .filter(({ key }) => !kept.has(key))
      .map(({ key }): QuestionChange => ({ question: key, is: 'removed', changed: [] })),
  ];
}

function changedParts(before: StoredQuestion, after: StoredQuestion): QuestionChange['changed'] {
  // A new translation is no other question for those who were asked before.
  const isReworded = Object.entries(before.texts).some(
    ([language, text]) => Object.hasOwn(after.texts, language) && after.texts[language] !== text,
  );
  return [
    ...(isReworded ? (['text'] as const) : []),
    ...(before.minimum !== after.minimum || before.points !== after.points ? (['scale'] as const) : []),
    ...(before.metric !== after.metric ? (['metric'] as const) : []),
    ...(before.kind !== after.kind ? (['kind'] as const) : []),
  ];
}

async function questionsOf({ workspaceId, query }: WorkspaceTransaction, surveyId: string, number: number) {
  const [version] = await query<{ id: string }>(
    `select id from survey_version
     where workspace_id = $1 and survey_id = $2 and number = $3 and published_at is not null`,
    [workspaceId, surveyId, number],
  );
  if (!version) throw new CandorError('CND_NOT_FOUND', `there is no published version ${number}`, { kind: 'version' });
  return query<StoredQuestion>(
    `select key, kind, metric, texts, scale_minimum as minimum, scale_points as points from question
     where workspace_id = $1 and survey_version_id = $2 order by position, key`,
    [workspaceId, version.id],
  );
}
