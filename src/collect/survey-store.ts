import { createHash } from 'node:crypto';
import {
  applyClaims,
  type ClaimedEntity,
  claimEntities,
  forgetWhatStood,
  keepWhatStood,
  withdrawClaims,
} from '../accounts/index.ts';
import { CandorError } from '../errors/index.ts';
import { newId, type WorkspaceTransaction } from '../store/index.ts';
import type { Level } from './import-mapping.ts';
import type { ImportRun } from './import-run.ts';
import { storeQuestions } from './question-store.ts';

/** A question as a file brings it: a scale bound to a metric, or words. */
export interface ImportedQuestion {
  readonly key: string;
  readonly kind: 'scale' | 'text';
  readonly metric?: string;
  readonly text: string;
  readonly scaleMinimum?: number;
  readonly scalePoints?: number;
}

export interface ImportedSurvey {
  readonly key: string;
  readonly name?: string;
  readonly level: Level;
  readonly questions: readonly ImportedQuestion[];
}

/** The version of a survey with exactly these questions, and their ids in the order given. */
export interface SurveyVersion {
  readonly versionId: string;
  readonly questionIds: readonly string[];
}

const surveyEntity: ClaimedEntity = {
  entity: 'survey',
  table: 'survey',
  key: 'key',
  born: {},
  columns: [{ column: 'name', type: 'text', bare: 'e.key' }],
  tellsImport: false,
  neededBy: [
    ['survey_version', 'survey_id'],
    ['programme', 'survey_id'],
  ],
};

const versionEntity: ClaimedEntity = {
  entity: 'survey-version',
  table: 'survey_version',
  key: 'id',
  born: {},
  columns: [],
  tellsImport: false,
  neededBy: [],
};

/** Finds or makes the survey and its version with these questions, and names both for the import. */
export async function nameSurveyVersion(run: ImportRun, survey: ImportedSurvey): Promise<SurveyVersion> {
  const surveyId = await nameSurvey(run, survey);
  const { transaction } = run;
  const { workspaceId } = transaction;
  const content = JSON.stringify(survey.questions);
  const hash = createHash('sha256').update(content).digest('hex');
  const [same] = await transaction.query<{ id: string }>(
    `select id from survey_version where workspace_id = $1 and survey_id = $2 and content->>'hash' = $3`,
    [workspaceId, surveyId, hash],
  );
  if (same) await keepWhatStood(transaction, versionEntity, [same.id]);
  const versionId = same?.id ?? (await makeVersion(run, surveyId, { questions: survey.questions, hash }));
  await claimEntities(run, versionEntity, [{ entityId: versionId }]);
  const questions = await transaction.query<{ id: string; key: string }>(
    'select id, key from question where workspace_id = $1 and survey_version_id = $2',
    [workspaceId, versionId],
  );
  const ids = new Map(questions.map(({ id, key }) => [key, id]));
  return { versionId, questionIds: survey.questions.map(({ key }) => ids.get(key)!) };
}

/** The id of a survey by its key, made where it is not there. One of the other level is refused. */
export async function nameSurvey(run: ImportRun, survey: Omit<ImportedSurvey, 'questions'>): Promise<string> {
  const { transaction } = run;
  const { workspaceId } = transaction;
  const { key, name = key, level } = survey;
  const made = await transaction.query<{ id: string }>(
    `insert into survey (workspace_id, id, key, name, level) values ($1, $2, $3, $4, $5)
     on conflict (workspace_id, key) do nothing returning id`,
    [workspaceId, newId(), key, name, level],
  );
  const [held] = await transaction.query<{ id: string; level: Level }>(
    'select id, level from survey where workspace_id = $1 and key = $2',
    [workspaceId, key],
  );
  const { id, level: heldLevel } = held!;
  if (heldLevel !== level) {
    const message = `the survey "${key}" is of the ${heldLevel} level, so answers of the ${level} level cannot join it`;
    throw new CandorError('CND_IMPORT_LEVEL', message, { survey: key, level, held: heldLevel });
  }
  if (made.length === 0) await keepWhatStood(transaction, surveyEntity, [id]);
  await claimEntities(run, surveyEntity, [{ entityId: id, ...(name === key ? {} : { fields: { name } }) }]);
  await applyClaims(transaction, surveyEntity, [id]);
  return id;
}

async function makeVersion(
  { transaction, now }: ImportRun,
  surveyId: string,
  content: { readonly questions: readonly ImportedQuestion[]; readonly hash: string },
): Promise<string> {
  const { workspaceId } = transaction;
  const id = newId();
  await transaction.query(
    // What is asked of people is what was built here: a file that names the same survey tells of the past of it.
    `insert into survey_version (workspace_id, id, survey_id, number, content, published_at, retired_at)
     select $1, $2::uuid, $3::uuid, coalesce(max(number), 0) + 1, $4::jsonb, $5::timestamptz,
       case when coalesce(bool_or(content ? 'pages'), false) then $5::timestamptz end
     from survey_version where workspace_id = $1 and survey_id = $3::uuid returning id`,
    [workspaceId, id, surveyId, JSON.stringify(content), now],
  );
  const { questions } = content;
  await storeQuestions(
    transaction,
    id,
    questions.map(({ text, ...question }) => ({ ...question, texts: { und: text } })),
  );
  return id;
}

/** Takes away what an import says of surveys: versions that nobody needs go, the others are counted from 1 again. */
export async function withdrawSurveys(transaction: WorkspaceTransaction, importId: string): Promise<void> {
  const { workspaceId } = transaction;
  const touched = await transaction.query<{ entity_id: string }>(
    'delete from import_claim where workspace_id = $1 and import_id = $2 and entity = $3 returning entity_id',
    [workspaceId, importId, versionEntity.entity],
  );
  const versions = await transaction.query<{ id: string; survey_id: string; needed: boolean }>(
    `select v.id, v.survey_id,
       exists (select from import_claim c where c.workspace_id = $1 and c.entity = $3 and c.entity_id = v.id)
       or exists (select from response r where r.workspace_id = $1 and r.survey_version_id = v.id)
       or exists (select from invitation i where i.workspace_id = $1 and i.survey_version_id = v.id) as needed
     from survey_version v where v.workspace_id = $1 and v.id = any ($2)`,
    [workspaceId, touched.map(({ entity_id }) => entity_id), versionEntity.entity],
  );
  const orphans = versions.filter(({ needed }) => !needed).map(({ id }) => id);
  if (orphans.length > 0) {
    const gone = [workspaceId, orphans];
    await transaction.query('delete from question where workspace_id = $1 and survey_version_id = any ($2)', gone);
    await transaction.query('delete from survey_version where workspace_id = $1 and id = any ($2)', gone);
  }
  await forgetWhatStood(
    transaction,
    versionEntity,
    versions.map(({ id }) => id),
  );
  await renumberVersions(transaction, [...new Set(versions.map(({ survey_id }) => survey_id))]);
  await withdrawClaims(transaction, surveyEntity, importId);
}

/** Versions count from 1 in the order in which an import that remains, or a person, brought them. */
async function renumberVersions(transaction: WorkspaceTransaction, surveyIds: readonly string[]): Promise<void> {
  const { workspaceId } = transaction;
  const wanted = await transaction.query<{ id: string; number: number; place: number }>(
    `select v.id, v.number, row_number() over (partition by v.survey_id order by brought.number nulls first, v.number)::int as place
     from survey_version v left join lateral (
       select min(c.number) as number from import_claim c
       where c.workspace_id = $1 and c.entity = $3 and c.entity_id = v.id) brought on true
     where v.workspace_id = $1 and v.survey_id = any ($2)`,
    [workspaceId, surveyIds, versionEntity.entity],
  );
  const moved = wanted.filter(({ number, place }) => number !== place);
  // By way of numbers that none has: a key of the table is checked row by row.
  for (const offset of [1_000_000, 0]) {
    for (const { id, place } of moved) {
      await transaction.query('update survey_version set number = $3 where workspace_id = $1 and id = $2', [
        workspaceId,
        id,
        place + offset,
      ]);
    }
  }
}
