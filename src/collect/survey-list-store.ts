import { CandorError } from '../errors/index.ts';
import type { WorkspaceTransaction } from '../store/index.ts';
import type { Level } from './import-mapping.ts';

export interface SurveyVersionLine {
  readonly number: number;
  readonly state: 'draft' | 'in-field' | 'retired';
  readonly publishedAt: Date | null;
  readonly retiredAt: Date | null;
  readonly questions: number;
  /** Answers to its most answered scale, from the tallies: a count of responses would read every one of them. */
  readonly answers: number;
}

export interface SurveyLine {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly level: Level;
  /** False for what imports brought: it has columns of a file and no pages. */
  readonly isBuilt: boolean;
  readonly archivedAt: Date | null;
  /** The newest first, the draft before all. */
  readonly versions: readonly SurveyVersionLine[];
  /** The programmes that ask it. */
  readonly programmes: readonly string[];
}

interface VersionRow {
  readonly surveyId: string;
  readonly number: number;
  readonly publishedAt: Date | null;
  readonly retiredAt: Date | null;
  readonly isBuilt: boolean;
  readonly questions: number;
  readonly answers: number;
}

/** Every survey of the workspace with its versions and where it is used, by name. */
export async function listSurveys(transaction: WorkspaceTransaction): Promise<readonly SurveyLine[]> {
  const { workspaceId, query } = transaction;
  const surveys = await query<Pick<SurveyLine, 'id' | 'key' | 'name' | 'level' | 'archivedAt'>>(
    `select id, key, name, level, archived_at as "archivedAt" from survey
     where workspace_id = $1 order by lower(name), key`,
    [workspaceId],
  );
  const programmes = await query<{ surveyId: string; name: string }>(
    `select survey_id as "surveyId", name from programme where workspace_id = $1 order by name`,
    [workspaceId],
  );
  const versions = await versionsOf(transaction);
  return surveys.map((survey) => {
    const own = versions.filter(({ surveyId }) => surveyId === survey.id);
    return {
      ...survey,
      isBuilt: own.some(({ isBuilt }) => isBuilt),
      versions: own.map(lineOf),
      programmes: programmes.filter(({ surveyId }) => surveyId === survey.id).map(({ name }) => name),
    };
  });
}

/** The level and name of one survey; one that is not there is refused (`CND_NOT_FOUND`). */
export async function readSurvey(
  { workspaceId, query }: WorkspaceTransaction,
  id: string,
  options: { readonly locked?: boolean } = {},
): Promise<Pick<SurveyLine, 'id' | 'key' | 'name' | 'level'>> {
  const [survey] = await query<Pick<SurveyLine, 'id' | 'key' | 'name' | 'level'>>(
    `select id, key, name, level from survey where workspace_id = $1 and id = $2${options.locked ? ' for update' : ''}`,
    [workspaceId, id],
  );
  if (!survey) throw new CandorError('CND_NOT_FOUND', 'there is no such survey', { kind: 'survey' });
  return survey;
}

function versionsOf({ workspaceId, query }: WorkspaceTransaction): Promise<readonly VersionRow[]> {
  return query<VersionRow>(
    `with answered as (
       select t.question_id, sum(c.n)::int as n from month_tally t, unnest(t.counts) as c (n)
       where t.workspace_id = $1 group by t.question_id)
     select v.survey_id as "surveyId", v.number, v.published_at as "publishedAt", v.retired_at as "retiredAt",
       v.content ? 'pages' as "isBuilt",
       case when v.published_at is null then
         coalesce((select sum(jsonb_array_length(p->'questions')) from jsonb_array_elements(v.content->'pages') p), 0)
       else count(q.id) end::int as questions, coalesce(max(a.n), 0)::int as answers
     from survey_version v
     left join question q on q.workspace_id = v.workspace_id and q.survey_version_id = v.id
     left join answered a on a.question_id = q.id
     where v.workspace_id = $1 and (v.published_at is not null or v.changed_at is not null)
     group by v.workspace_id, v.id
     order by v.published_at is not null, v.number desc`,
    [workspaceId],
  );
}

const lineOf = ({ number, publishedAt, retiredAt, questions, answers }: VersionRow): SurveyVersionLine => ({
  number,
  state: publishedAt === null ? 'draft' : retiredAt === null ? 'in-field' : 'retired',
  publishedAt,
  retiredAt,
  questions,
  answers,
});
