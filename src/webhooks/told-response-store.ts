import type { WorkspaceTransaction } from '../store/index.ts';

/** A response as it is told outside: by the keys of the workspace, without a name or an address of anybody. */
export interface ToldResponse {
  readonly id: string;
  readonly source: string;
  readonly externalId: string | null;
  readonly survey: string;
  readonly version: number;
  readonly level: 'encounter' | 'relationship';
  readonly touchpoint: string | null;
  readonly touchpointName: string | null;
  readonly orgUnit: string | null;
  readonly account: string | null;
  readonly contact: string | null;
  readonly segment: string;
  readonly respondentRole: string;
  readonly channel: string;
  readonly language: string | null;
  readonly respondedAt: Date;
  readonly day: string;
  readonly completed: boolean;
  readonly answers: readonly ToldAnswer[];
}

export interface ToldAnswer {
  readonly question: string;
  readonly metric: string | null;
  readonly score: number | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly words: string | null;
}

/** The responses of these ids; one that was removed meanwhile is not told any more. */
export async function toldResponses(
  { workspaceId, query }: WorkspaceTransaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ToldResponse>> {
  if (ids.length === 0) return new Map();
  const [responses, answers] = await Promise.all([
    query<Omit<ToldResponse, 'answers'>>(
      `select r.id, r.source, r.external_id as "externalId", s.key as survey, v.number as version, s.level,
         t.key as touchpoint, t.name as "touchpointName", o.code as "orgUnit", a.external_id as account,
         c.external_id as contact, r.segment, r.respondent_role as "respondentRole", r.channel, r.language,
         r.responded_at as "respondedAt", r.day::text as day, r.completed
       from response r
       join survey_version v on v.workspace_id = r.workspace_id and v.id = r.survey_version_id
       join survey s on s.workspace_id = v.workspace_id and s.id = v.survey_id
       left join touchpoint t on t.workspace_id = r.workspace_id and t.id = r.touchpoint_id
       left join org_unit o on o.workspace_id = r.workspace_id and o.id = r.org_unit_id
       left join account a on a.workspace_id = r.workspace_id and a.id = r.account_id
       left join contact c on c.workspace_id = r.workspace_id and c.id = r.contact_id
       where r.workspace_id = $1 and v.workspace_id = $1 and s.workspace_id = $1 and r.id = any ($2)
         and r.erased_at is null`,
      [workspaceId, ids],
    ),
    query<ToldAnswer & { responseId: string }>(
      `select n.response_id as "responseId", q.key as question, q.metric,
         q.scale_minimum + n.point - 1 as score, q.scale_minimum as min,
         q.scale_minimum + q.scale_points - 1 as max, n.words
       from answer n join question q on q.workspace_id = n.workspace_id and q.id = n.question_id
       where n.workspace_id = $1 and q.workspace_id = $1 and n.response_id = any ($2) order by q.position, q.key`,
      [workspaceId, ids],
    ),
  ]);
  const of = new Map<string, ToldAnswer[]>(responses.map(({ id }) => [id, []]));
  for (const { responseId, ...answer } of answers) of.get(responseId)?.push(answer);
  return new Map(responses.map((response) => [response.id, { ...response, answers: of.get(response.id)! }]));
}

/** What messages say of the workspace itself. */
export interface ToldWorkspace {
  readonly slug: string;
  readonly language: 'en' | 'fi' | 'sv';
}

export async function toldWorkspace({ workspaceId, query }: WorkspaceTransaction): Promise<ToldWorkspace> {
  const [row] = await query<ToldWorkspace>(
    `select d.slug, w.language from workspace w join workspace_directory d on d.workspace_id = w.workspace_id
     where w.workspace_id = $1`,
    [workspaceId],
  );
  return row!;
}
