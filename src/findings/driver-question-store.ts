import type { RatedSurvey } from '../overview/index.ts';
import type { WorkspaceTransaction } from '../store/index.ts';
import type { SurveyLevel } from '../view/index.ts';

/** A rated question with its ids in all versions of its survey that ask it on the scale of the newest. */
export interface StoredRatedQuestion {
  readonly key: string;
  readonly texts: Readonly<Record<string, string>>;
  readonly metric?: string;
  readonly scale: { readonly min: number; readonly max: number };
  readonly ids: readonly string[];
}

export interface StoredRatedSurvey extends RatedSurvey {
  readonly level: SurveyLevel;
  readonly questions: readonly StoredRatedQuestion[];
}

/** Every survey that has rated questions, with those of its newest version that has some. */
export async function readRatedSurveys({
  workspaceId,
  query,
}: WorkspaceTransaction): Promise<readonly StoredRatedSurvey[]> {
  const rows = await query<{
    id: string;
    key: string;
    texts: Record<string, string>;
    metric: string | null;
    minimum: number;
    points: number;
    survey: string;
    name: string;
    level: SurveyLevel;
    version: number;
  }>(
    `select q.id, q.key, q.texts, q.metric, q.scale_minimum as minimum, q.scale_points as points, s.key as survey, s.name,
       s.level, v.number as version
     from question q
     join survey_version v on v.workspace_id = q.workspace_id and v.id = q.survey_version_id
     join survey s on s.workspace_id = v.workspace_id and s.id = v.survey_id
     where q.workspace_id = $1 and v.workspace_id = $1 and s.workspace_id = $1
       and q.scale_minimum is not null and q.scale_points is not null
     order by s.key, v.number desc, q.position, q.key`,
    [workspaceId],
  );
  const surveys = [...new Set(rows.map(({ survey }) => survey))];
  return surveys.map((of) => {
    const asked = rows.filter((row) => row.survey === of);
    const { survey, name, level, version } = asked[0]!;
    const newest = asked.filter((row) => row.version === version);
    const questions = newest.map(({ key, texts, metric, minimum, points }) => ({
      key,
      texts,
      ...(metric !== null && { metric }),
      scale: { min: minimum, max: minimum + points - 1 },
      ids: asked
        .filter((row) => row.key === key && row.minimum === minimum && row.points === points)
        .map(({ id }) => id),
    }));
    return { key: survey, name, level, questions };
  });
}
