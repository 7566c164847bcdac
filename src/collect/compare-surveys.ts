import { CandorError } from '../errors/index.ts';
import type { WorkspaceTransaction } from '../store/index.ts';
import { parseQuestionnaire, type Question, storedKeys } from '../survey/index.ts';
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

type Words = Readonly<Record<string, string>>;

/** A new translation is no other question for those who were asked before. */
const isReworded = (before: Words, after: Words): boolean =>
  Object.entries(before).some(([language, text]) => Object.hasOwn(after, language) && after[language] !== text);

function changedParts(before: StoredQuestion, after: StoredQuestion): QuestionChange['changed'] {
  return [
    ...(isReworded(before.texts, after.texts) ? (['text'] as const) : []),
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

interface PlacedQuestion extends StoredQuestion {
  readonly id: string;
  readonly versionId: string;
  /** The ends of its scale, in words; undefined where imports brought it. */
  readonly anchors: Readonly<Record<string, Readonly<Record<string, string>>>> | undefined;
  /** What is asked before it; undefined where imports brought it: columns of a file have no place on a page. */
  readonly behind: string | undefined;
}

/** Whether the second questions are asked in another way than the first, so that their answers cannot be compared. */
export type AskedOtherwise = (before: readonly string[], after: readonly string[]) => boolean;

/**
 * How were these questions asked? Answers a function that compares those of one version with those of another, by their
 * ids: another wording in a language of both, another scale, kind, metric or end of the scale, or another question before
 * them makes it another question. A new translation, or a question behind them, does not.
 */
export async function readAskedOtherwise(
  transaction: WorkspaceTransaction,
  ids: readonly string[],
): Promise<AskedOtherwise> {
  const placed = new Map((await placedQuestions(transaction, ids)).map((question) => [question.id, question]));
  const byKey = (some: readonly string[]) =>
    new Map(some.flatMap((id) => (placed.has(id) ? [[placed.get(id)!.key, placed.get(id)!] as const] : [])));
  return (before, after) => {
    const [old, now] = [byKey(before), byKey(after)];
    if (old.size !== now.size) return true;
    return [...now].some(([key, question]) => {
      const held = old.get(key);
      return !held || changedParts(held, question).length > 0 || isPlacedOtherwise(held, question);
    });
  };
}

function isPlacedOtherwise(before: PlacedQuestion, after: PlacedQuestion): boolean {
  if (before.behind === undefined || after.behind === undefined) return false;
  if (before.behind !== after.behind) return true;
  const ends = new Set([...Object.keys(before.anchors ?? {}), ...Object.keys(after.anchors ?? {})]);
  return [...ends].some((end) => {
    const [old, now] = [before.anchors?.[end], after.anchors?.[end]];
    return !old || !now || isReworded(old, now);
  });
}

async function placedQuestions(
  { workspaceId, query }: WorkspaceTransaction,
  ids: readonly string[],
): Promise<readonly PlacedQuestion[]> {
  const rows = await query<StoredQuestion & { id: string; versionId: string; content: unknown }>(
    `select q.id, q.key, q.kind, q.metric, q.texts, q.scale_minimum as minimum, q.scale_points as points,
       v.id as "versionId", case when v.content ? 'pages' then v.content end as content
     from question q join survey_version v on v.workspace_id = $1 and v.id = q.survey_version_id
     where q.workspace_id = $1 and q.id = any ($2::uuid[])`,
    [workspaceId, [...new Set(ids)]],
  );
  const pages = new Map<string, readonly Question[]>();
  return rows.map(({ content, ...row }) => {
    if (content === null) return { ...row, anchors: undefined, behind: undefined };
    const questions = pages.get(row.versionId) ?? parseQuestionnaire(content).pages.flatMap((page) => page.questions);
    pages.set(row.versionId, questions);
    const at = questions.findIndex((question) => storedKeys(question).includes(row.key));
    const question = questions[at];
    const anchors = question && 'anchors' in question ? (question.anchors as PlacedQuestion['anchors']) : undefined;
    return {
      ...row,
      anchors,
      behind: questions
        .slice(0, Math.max(at, 0))
        .map(({ key }) => key)
        .join(' '),
    };
  });
}
