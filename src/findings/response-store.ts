import type { ResponseCounts, ResponseRow } from '../overview/index.ts';
import type { WorkspaceTransaction } from '../store/index.ts';
import type { SurveyLevel } from '../view/index.ts';
import type { Reader } from './reader.ts';
import { instantWithin, responseConditions, type ViewFilter } from './view-filter.ts';

/** Answers to these questions on these days count. Of one level; a view of both has parts of both. */
export interface CountedPart {
  readonly level: SurveyLevel;
  readonly questionIds: readonly string[];
  /** Half-open. */
  readonly from: string;
  readonly to: string;
}

export interface RowsAsked {
  readonly parts: readonly CountedPart[];
  readonly filter: ViewFilter;
}

/** Where a page of rows ends: the instant as the database writes it, and the id. */
export interface RowPlace {
  readonly at: string;
  readonly id: string;
}

/** Conditions under which a response and its answer count; parameters from `$2` on. */
function counted({ parts, filter }: RowsAsked): { sql: string; values: unknown[] } {
  const values: unknown[] = [];
  const slot = (value: unknown) => `$${values.push(value) + 1}`;
  const any = parts.map(
    ({ questionIds, from, to }) =>
      `(r.day >= ${slot(from)} and r.day < ${slot(to)} and a.question_id = any (${slot(questionIds)}::uuid[]))`,
  );
  const where = responseConditions(filter, values.length + 2);
  return { sql: `a.point is not null and (${any.join(' or ')}) ${where.sql}`, values: [...values, ...where.values] };
}

/** The condition that a response `r` of the workspace `$1` holds such an answer; parameters from `$2` on. */
export function countedResponses(asked: RowsAsked): { sql: string; values: unknown[] } {
  if (asked.parts.length === 0) return { sql: 'false', values: [] };
  const { sql, values } = counted(asked);
  const days = daysOf(asked.parts).map((day) => `$${values.push(day) + 1}`) as [string, string];
  const answers = `select 1 from answer a where a.workspace_id = $1 and a.response_id = r.id and ${sql}`;
  return { sql: `${instantWithin(...days)} and exists (${answers})`, values };
}

function daysOf(parts: readonly CountedPart[]): [from: string, to: string] {
  return [
    parts.map(({ from }) => from).sort()[0]!,
    parts
      .map(({ to }) => to)
      .sort()
      .at(-1)!,
  ];
}

/** How many responses, persons, accounts and answers there are, by level. */
export async function readResponseCounts(
  { workspaceId, query }: WorkspaceTransaction,
  asked: RowsAsked,
): Promise<ResponseCounts[]> {
  if (asked.parts.length === 0) return [];
  const { sql, values } = counted(asked);
  return [
    ...(await query<ResponseCounts>(
      `select s.level, count(distinct r.id) as responses, count(distinct coalesce(r.contact_id, r.id)) as respondents,
         count(distinct r.account_id) as accounts, count(*) as answers
       from response r
       join answer a on a.workspace_id = r.workspace_id and a.response_id = r.id
       join survey_version v on v.workspace_id = r.workspace_id and v.id = r.survey_version_id
       join survey s on s.workspace_id = v.workspace_id and s.id = v.survey_id
       where r.workspace_id = $1 and a.workspace_id = $1 and v.workspace_id = $1 and s.workspace_id = $1 and ${sql}
       group by s.level order by s.level desc`,
      [workspaceId, ...values],
    )),
  ];
}

interface StoredRow {
  readonly id: string;
  readonly level: SurveyLevel;
  readonly survey: string;
  readonly responded_at: Date;
  readonly at: string;
  readonly day: string;
  readonly segment: string;
  readonly role: string;
  readonly channel: string;
  readonly touchpoint_key: string | null;
  readonly touchpoint_name: string | null;
  readonly unit_key: string | null;
  readonly unit_name: string | null;
  readonly account_id: string | null;
  readonly account_name: string | null;
  readonly contact_id: string | null;
  readonly contact_name: string | null;
  readonly contact_email: string | null;
}

/** Responses of the parts, newest first, after a place. */
export async function readResponses(
  { workspaceId, query }: WorkspaceTransaction,
  asked: RowsAsked & { after?: RowPlace | undefined; most: number },
): Promise<readonly StoredRow[]> {
  if (asked.parts.length === 0) return [];
  const { sql, values } = countedResponses(asked);
  const slot = (value: unknown) => `$${values.push(value) + 1}`;
  const after = asked.after
    ? `and (r.responded_at, r.id) < (${slot(asked.after.at)}::timestamptz, ${slot(asked.after.id)}::uuid)`
    : '';
  return query<StoredRow>(
    `select r.id, s.level, s.key as survey, r.responded_at, r.responded_at::text as at, r.day, r.segment,
       r.respondent_role as role, r.channel, t.key as touchpoint_key, t.name as touchpoint_name, u.code as unit_key,
       u.name as unit_name, r.account_id, c.name as account_name, r.contact_id, p.name as contact_name,
       p.email as contact_email
     from response r
     join survey_version v on v.workspace_id = r.workspace_id and v.id = r.survey_version_id
     join survey s on s.workspace_id = v.workspace_id and s.id = v.survey_id
     left join touchpoint t on t.workspace_id = $1 and t.id = r.touchpoint_id
     left join org_unit u on u.workspace_id = $1 and u.id = r.org_unit_id
     left join account c on c.workspace_id = $1 and c.id = r.account_id
     left join contact p on p.workspace_id = $1 and p.id = r.contact_id
     where r.workspace_id = $1 and v.workspace_id = $1 and s.workspace_id = $1
       and ${sql} ${after}
     order by r.responded_at desc, r.id desc limit ${slot(asked.most)}`,
    [workspaceId, ...values],
  );
}

interface StoredAnswer {
  readonly response_id: string;
  readonly question_id: string;
  readonly key: string;
  readonly metric: string | null;
  readonly minimum: number | null;
  readonly points: number | null;
  readonly point: number | null;
  readonly words: string | null;
}

/** All answers of these responses, in the order of their questions. */
export async function readAnswers(
  { workspaceId, query }: WorkspaceTransaction,
  responseIds: readonly string[],
): Promise<readonly StoredAnswer[]> {
  return query<StoredAnswer>(
    `select a.response_id, a.question_id, q.key, q.metric, q.scale_minimum as minimum, q.scale_points as points, a.point,
       a.words
     from answer a join question q on q.workspace_id = a.workspace_id and q.id = a.question_id
     where a.workspace_id = $1 and q.workspace_id = $1 and a.response_id = any ($2::uuid[])
     order by q.position, q.key`,
    [workspaceId, responseIds],
  );
}

/** One row as its reader may see it. `questionIds` are those of the metric of the view. */
export function responseRow(
  row: StoredRow,
  answers: readonly StoredAnswer[],
  { questionIds, reader }: { questionIds: ReadonlySet<string>; reader: Reader },
): ResponseRow {
  const scores = answers.flatMap(({ point, minimum, points, key, metric }) =>
    point === null || minimum === null || points === null
      ? []
      : [
          {
            question: key,
            ...(metric && { metric }),
            score: minimum + point - 1,
            min: minimum,
            max: minimum + points - 1,
          },
        ],
  );
  const own = answers.find(({ question_id, point }) => questionIds.has(question_id) && point !== null);
  const words = reader.comments ? answers : [];
  return {
    id: row.id,
    level: row.level,
    survey: row.survey,
    respondedAt: row.responded_at.toISOString(),
    day: row.day,
    ...(own && { score: own.minimum! + own.point! - 1 }),
    scores,
    comments: words.flatMap(({ key, words: text }) => (text === null ? [] : [{ question: key, text }])),
    ...(row.touchpoint_key !== null && { touchpoint: { key: row.touchpoint_key, name: row.touchpoint_name! } }),
    ...(row.unit_key !== null && { unit: { key: row.unit_key, name: row.unit_name! } }),
    segment: row.segment,
    role: row.role,
    channel: row.channel,
    ...(row.account_id !== null && { account: { id: row.account_id, name: row.account_name! } }),
    ...(row.contact_id !== null && reader.contactDetails && { contact: contactOf(row) }),
  };
}

function contactOf({ contact_id, contact_name, contact_email }: StoredRow): NonNullable<ResponseRow['contact']> {
  return {
    id: contact_id!,
    ...(contact_name !== null && { name: contact_name }),
    ...(contact_email !== null && { email: contact_email }),
  };
}
