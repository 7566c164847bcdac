import type { ProgrammeRules, SurveyFacts } from '../fielding/index.ts';
import type { WorkspaceTransaction } from '../store/index.ts';
import { type ProgrammeState, storedRules } from './programme-store.ts';
import type { ReadVersion, SurveyReader } from './survey-reader.ts';
import { drawSeed } from './workspace-asking-store.ts';

/** A programme with all that a decision needs of it. */
export interface AskingProgramme {
  readonly id: string;
  readonly name: string;
  readonly state: ProgrammeState;
  readonly rules: ProgrammeRules;
  readonly survey: SurveyFacts;
  /** The version that is asked now; absent where none is published. */
  readonly version?: ReadVersion;
  readonly seed: string;
}

const unpublished = { isPublished: false, languages: [], metrics: [], seconds: 0, questions: 0 };

/**
 * The programmes of encounters that run, or those of the ids given whatever their state, oldest first: of two that would
 * ask the same person the older one does. Those that an import named ask nobody and are not among them.
 */
export async function askingProgrammes(
  transaction: WorkspaceTransaction,
  {
    reader,
    addressKey,
    ids,
  }: { readonly reader: SurveyReader; readonly addressKey: Uint8Array; readonly ids?: readonly string[] },
): Promise<readonly AskingProgramme[]> {
  const { workspaceId, query } = transaction;
  const rows = await query<{
    id: string;
    name: string;
    state: ProgrammeState;
    rules: object;
    surveyId: string;
    versionId: string | null;
  }>(
    `select p.id, p.name, p.state, p.rules, p.survey_id as "surveyId", v.id as "versionId"
     from programme p
     left join lateral (select id from survey_version v where v.workspace_id = $1 and v.workspace_id = p.workspace_id
       and v.survey_id = p.survey_id and v.published_at is not null and v.retired_at is null
       order by number desc limit 1) v on true
     where p.workspace_id = $1 and p.rules <> '{}'
       and case when $2::uuid[] is null then p.state = 'running' and p.level = 'encounter' else p.id = any ($2) end
     order by p.created_at, p.id`,
    [workspaceId, ids ?? null],
  );
  const versions = await reader.read(
    transaction,
    rows.flatMap(({ versionId }) => versionId ?? []),
  );
  return rows.map(({ rules, surveyId, versionId, ...row }) => {
    const version = versionId === null ? undefined : versions.get(versionId);
    return {
      ...row,
      rules: storedRules(rules)!,
      survey: { id: surveyId, ...(version?.facts ?? unpublished) },
      ...(version && { version }),
      seed: drawSeed(addressKey, row.id),
    };
  });
}
