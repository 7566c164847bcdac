import type { Quote } from '../overview/index.ts';
import type { WorkspaceTransaction } from '../store/index.ts';
import { instantWithin, responseConditions, type ViewFilter } from './view-filter.ts';

export interface CommentsAsked {
  readonly questionIds: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly filter: ViewFilter;
}

/** Quotes beside a figure. */
const mostQuotes = 4;

/**
 * What the respondents of a group wrote: how many did, and a few of them. Ordered by score, the quotes stand at equal
 * steps, so that they are as good and as bad as the comments are together and nobody picks them.
 */
export async function readComments(
  { workspaceId, query }: WorkspaceTransaction,
  { questionIds, from, to, filter }: CommentsAsked,
): Promise<{ responses: number; withComment: number; quotes: Quote[] }> {
  const where = responseConditions(filter, 6);
  const rows = await query<{
    responses: number;
    commented: number;
    id: string | null;
    words: string;
    score: number;
    role: string;
    day: string;
  }>(
    `with answered as (
       select r.id, r.respondent_role as role, r.day, r.responded_at, min(q.scale_minimum + a.point - 1) as score
       from response r
       join answer a on a.workspace_id = r.workspace_id and a.response_id = r.id
       join question q on q.workspace_id = a.workspace_id and q.id = a.question_id
       where r.workspace_id = $1 and a.workspace_id = $1 and q.workspace_id = $1 and a.question_id = any ($2::uuid[])
         and a.point is not null and r.day >= $3 and r.day < $4 and ${instantWithin('$3', '$4')} ${where.sql}
       group by r.id, r.respondent_role, r.day, r.responded_at
     ), commented as (
       select d.*, w.words from answered d cross join lateral (
         select a.words from answer a
         where a.workspace_id = $1 and a.response_id = d.id and a.words is not null and btrim(a.words) <> ''
         order by length(a.words) desc, a.id limit 1
       ) as w
     ), ranked as (
       select *, row_number() over (order by score, responded_at, id) as rank, count(*) over () as many from commented
     ), totals as (
       select (select count(*) from answered) as responses, (select count(*) from commented) as commented
     )
     select t.responses, t.commented, k.id, k.words, k.score, k.role, k.day
     from totals t left join ranked k
       on k.rank in (select (many * (2 * i + 1)) / (2 * $5::int) + 1 from generate_series(0, $5::int - 1) as i)
     order by k.rank`,
    [workspaceId, questionIds, from, to, mostQuotes, ...where.values],
  );
  const quotes = rows.flatMap(({ id, words, score, role, day }) =>
    id === null ? [] : [{ responseId: id, text: words, score, role, day }],
  );
  return { responses: rows[0]!.responses, withComment: rows[0]!.commented, quotes };
}
