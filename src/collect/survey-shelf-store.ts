import { CandorError } from '../errors/index.ts';
import { sqlState, type WorkspaceTransaction } from '../store/index.ts';
import { readSurvey } from './survey-list-store.ts';

/** Gives the survey another name; its key, by which systems know it, stays. One that is not there is not found. */
export async function renameSurvey(transaction: WorkspaceTransaction, id: string, name: string): Promise<void> {
  await readSurvey(transaction, id, { locked: true });
  await transaction.query('update survey set name = $3 where workspace_id = $1 and id = $2', [
    transaction.workspaceId,
    id,
    name,
  ]);
}

/**
 * Puts a survey aside, or takes it back: its versions and answers stay as they are. One that a programme asks or may ask
 * again is refused (`CND_SURVEY_IN_USE`).
 */
export async function archiveSurvey(
  transaction: WorkspaceTransaction,
  id: string,
  { archived, now }: { readonly archived: boolean; readonly now: Date },
): Promise<void> {
  const { workspaceId, query } = transaction;
  await readSurvey(transaction, id, { locked: true });
  if (archived) {
    const asking = await query<{ name: string }>(
      `select name from programme where workspace_id = $1 and survey_id = $2 and state <> 'ended' order by name limit 1`,
      [workspaceId, id],
    );
    if (asking[0]) throw inUse('programme', `the programme "${asking[0].name}" asks it`);
  }
  await query(
    `update survey set archived_at = case when $3::bool then coalesce(archived_at, $4) end
     where workspace_id = $1 and id = $2`,
    [workspaceId, id, archived, now],
  );
}

/**
 * Takes a survey away for good, with its draft and versions. Only one that leaves no trace: one that somebody was asked
 * or answered, or that a programme, an open link or an import names, is refused (`CND_SURVEY_IN_USE`).
 */
export async function deleteSurvey(transaction: WorkspaceTransaction, id: string): Promise<void> {
  const { workspaceId, query } = transaction;
  await readSurvey(transaction, id, { locked: true });
  const [use] = await query<{ by: string }>(
    `select case
       when exists (select from response r join survey_version v on v.workspace_id = $1 and v.id = r.survey_version_id
         where r.workspace_id = $1 and v.survey_id = $2) then 'answer'
       when exists (select from programme where workspace_id = $1 and survey_id = $2) then 'programme'
       when exists (select from open_link where workspace_id = $1 and survey_id = $2) then 'link'
       when exists (select from invitation i join survey_version v on v.workspace_id = $1 and v.id = i.survey_version_id
         where i.workspace_id = $1 and v.survey_id = $2) then 'invitation'
       when exists (select from import_claim where workspace_id = $1 and entity = 'survey' and entity_id = $2)
         then 'import' end as by`,
    [workspaceId, id],
  );
  if (use?.by) throw inUse(use.by, uses[use.by]!);
  const versions = 'select id from survey_version where workspace_id = $1 and survey_id = $2';
  try {
    await query(`delete from question where workspace_id = $1 and survey_version_id in (${versions})`, [
      workspaceId,
      id,
    ]);
    await query('delete from survey_version where workspace_id = $1 and survey_id = $2', [workspaceId, id]);
    await query('delete from survey where workspace_id = $1 and id = $2', [workspaceId, id]);
  } catch (error) {
    // Something else leads to it: whatever it is, it would lead nowhere.
    if (sqlState(error) !== '23503') throw error;
    throw inUse('other', 'something else leads to it');
  }
}

const uses: Readonly<Record<string, string>> = {
  answer: 'it was answered',
  programme: 'a programme asks it',
  link: 'an open link leads to it',
  invitation: 'people were asked it',
  import: 'an import brought it',
};

const inUse = (by: string, message: string) => new CandorError('CND_SURVEY_IN_USE', message, { by });
