import { CandorError } from '../errors/index.ts';
import { newId, type WorkspaceTransaction } from '../store/index.ts';
import { parseQuestionnaire, type Questionnaire } from '../survey/index.ts';
import type { Level } from './import-mapping.ts';
import { readSurvey } from './survey-list-store.ts';

export interface SurveyDraft {
  readonly content: Questionnaire;
  /** Counts the savings; whoever saves says which one he has seen. 0: nothing is saved yet beside what is in the field. */
  readonly revision: number;
  readonly changedAt: Date | null;
}

/** A survey as its editor needs it. */
export interface EditedSurvey {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly level: Level;
  readonly draft: SurveyDraft;
  /** The version that answers come in for. */
  readonly inField?: { readonly number: number; readonly content: Questionnaire } | undefined;
}

/** A new survey with its first draft. Its key is made of its name and stays, whatever it is called later. */
export async function makeSurvey(
  transaction: WorkspaceTransaction,
  made: { readonly name: string; readonly level: Level; readonly content: Questionnaire; readonly now: Date },
): Promise<string> {
  const { workspaceId, query } = transaction;
  const { name, level, content, now } = made;
  const id = newId();
  await query('insert into survey (workspace_id, id, key, name, level) values ($1, $2, $3, $4, $5)', [
    workspaceId,
    id,
    await freeKey(transaction, name),
    name,
    level,
  ]);
  await insertDraft(transaction, { surveyId: id, content, now });
  return id;
}

/** The draft, or what is in the field as the beginning of one. What imports brought is refused (`CND_SURVEY_IMPORTED`). */
export async function readEditedSurvey(transaction: WorkspaceTransaction, id: string): Promise<EditedSurvey> {
  const survey = await readSurvey(transaction, id);
  const draft = await draftOf(transaction, id);
  const inField = await inFieldOf(transaction, id);
  if (draft) return { ...survey, draft: { ...draft, content: parseQuestionnaire(draft.content) }, inField };
  if (inField) return { ...survey, draft: { content: inField.content, revision: 0, changedAt: null }, inField };
  throw new CandorError('CND_SURVEY_IMPORTED', 'this survey was brought by imports');
}

/**
 * Saves the draft and answers its new revision. Refuses a saving by somebody who has not seen the last one
 * (`CND_SURVEY_CONFLICT`), with the revision that stands.
 */
export async function saveDraft(
  transaction: WorkspaceTransaction,
  id: string,
  saved: { readonly revision: number; readonly content: Questionnaire; readonly now: Date },
): Promise<number> {
  const { workspaceId, query } = transaction;
  const { revision, content, now } = saved;
  await readSurvey(transaction, id, { locked: true });
  const draft = await draftOf(transaction, id);
  if ((draft?.revision ?? 0) !== revision) throw conflict(draft?.revision ?? 0);
  if (!draft) return insertDraft(transaction, { surveyId: id, content, now });
  const [row] = await query<{ revision: number }>(
    `update survey_version set content = $3, revision = revision + 1, changed_at = $4
     where workspace_id = $1 and id = $2 returning revision`,
    [workspaceId, draft.id, JSON.stringify(content), now],
  );
  return row!.revision;
}

export function conflict(revision: number): CandorError {
  return new CandorError('CND_SURVEY_CONFLICT', `the draft stands at saving ${revision}`, { revision });
}

interface DraftRow {
  readonly id: string;
  readonly content: unknown;
  readonly revision: number;
  readonly changedAt: Date | null;
}

export async function draftOf({ workspaceId, query }: WorkspaceTransaction, surveyId: string) {
  const [draft] = await query<DraftRow>(
    `select id, content, revision, changed_at as "changedAt" from survey_version
     where workspace_id = $1 and survey_id = $2 and published_at is null and changed_at is not null`,
    [workspaceId, surveyId],
  );
  return draft;
}

/** The newest version that was built here and is in the field. */
export async function inFieldOf(
  { workspaceId, query }: WorkspaceTransaction,
  surveyId: string,
): Promise<EditedSurvey['inField']> {
  const [row] = await query<{ number: number; content: unknown }>(
    `select number, content from survey_version
     where workspace_id = $1 and survey_id = $2 and published_at is not null and retired_at is null and content ? 'pages'
     order by number desc limit 1`,
    [workspaceId, surveyId],
  );
  return row && { number: row.number, content: parseQuestionnaire(row.content) };
}

async function insertDraft(
  { workspaceId, query }: WorkspaceTransaction,
  { surveyId, content, now }: { surveyId: string; content: Questionnaire; now: Date },
): Promise<number> {
  await query(
    `insert into survey_version (workspace_id, id, survey_id, number, content, changed_at)
     select $1, $2::uuid, $3::uuid, coalesce(max(number), 0) + 1, $4::jsonb, $5::timestamptz
     from survey_version where workspace_id = $1 and survey_id = $3::uuid returning id`,
    [workspaceId, newId(), surveyId, JSON.stringify(content), now],
  );
  return 1;
}

/** A key of small letters from the name: "Käynti 2" is `kaynti-2`, and a second one of them `kaynti-2-2`. */
async function freeKey({ workspaceId, query }: WorkspaceTransaction, name: string): Promise<string> {
  const base =
    name
      .normalize('NFKD')
      .toLowerCase()
      .replace(/\p{M}/gu, '')
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, 48)
      .replace(/^-+|-+$/g, '') || 'survey';
  const taken = await query<{ key: string }>('select key from survey where workspace_id = $1 and key like $2', [
    workspaceId,
    `${base}%`,
  ]);
  const keys = new Set(taken.map(({ key }) => key));
  let key = base;
  for (let next = 2; keys.has(key); next++) key = `${base}-${next}`;
  return key;
}
