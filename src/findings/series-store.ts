import type { WorkspaceTransaction } from '../store/index.ts';
import type { CountedPart } from './response-store.ts';
import { responseConditions, type ViewFilter } from './view-filter.ts';

/** Counted answers as columns, in the order in which their responses were stored. */
export interface AnswerColumns {
  readonly scores: Float64Array;
  /** Days since 1970-01-01. */
  readonly days: Int32Array;
  readonly account: NamedCodes;
  readonly role: NamedCodes;
  readonly touchpoint: NamedCodes;
  /** Whole days, in the zone of the workspace, since the invitation was sent; -1 where none is known. */
  readonly wait: Int32Array;
  /** Yearly revenue of the account in minor units; NaN where there is none. */
  readonly revenue: Float64Array;
}

export interface NamedCodes {
  readonly codes: Int32Array;
  readonly names: readonly string[];
}

/** Answers read at once: taking a page apart holds up everybody else. */
const pageSize = 5_000;

interface Page {
  readonly last: string;
  readonly scores: number[];
  readonly days: number[];
  readonly accounts: (string | null)[];
  readonly roles: string[];
  readonly touchpoints: (string | null)[];
  readonly waits: number[];
}

export interface SeriesAsked {
  readonly part: CountedPart;
  readonly filter: ViewFilter;
  readonly timeZone: string;
  /** Answers at most. */
  readonly most: number;
  readonly signal?: AbortSignal;
}

/** Reads the answers of one level page by page into typed columns, so that a million rows never stand as objects. */
export async function readAnswerColumns(transaction: WorkspaceTransaction, asked: SeriesAsked): Promise<AnswerColumns> {
  const scores = new Float64Array(asked.most);
  const days = new Int32Array(asked.most);
  const wait = new Int32Array(asked.most);
  const [account, role, touchpoint] = [coder(asked.most), coder(asked.most), coder(asked.most)];
  let at = 0;
  for await (const page of pages(transaction, asked)) {
    for (let i = 0; i < page.scores.length && at < asked.most; i++, at++) {
      scores[at] = page.scores[i]!;
      days[at] = page.days[i]!;
      wait[at] = page.waits[i]!;
      account.put(at, page.accounts[i]!);
      role.put(at, page.roles[i] || null);
      touchpoint.put(at, page.touchpoints[i]!);
    }
  }
  const accounts = account.column(at);
  return {
    scores: scores.subarray(0, at),
    days: days.subarray(0, at),
    wait: wait.subarray(0, at),
    account: accounts,
    role: role.column(at),
    touchpoint: touchpoint.column(at),
    revenue: await revenueOf(transaction, accounts),
  };
}

async function* pages(
  { workspaceId, query }: WorkspaceTransaction,
  { part, filter, timeZone, signal }: SeriesAsked,
): AsyncGenerator<Page> {
  const where = responseConditions(filter, 8);
  let last = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    signal?.throwIfAborted();
    const [page] = await query<Page & { n: number }>(
      `with rows as (
         select r.id, q.scale_minimum + a.point - 1 as score, r.day - date '1970-01-01' as day, r.account_id,
           r.respondent_role, t.key as touchpoint,
           coalesce(greatest(r.day - (i.sent_at at time zone $7)::date, -1), -1) as wait
         from (
           select * from response r where r.workspace_id = $1 and r.id > $2 and r.day >= $4 and r.day < $5 ${where.sql}
             and exists (select 1 from answer a where a.workspace_id = $1 and a.response_id = r.id
               and a.question_id = any ($3::uuid[]) and a.point is not null)
           order by r.id limit $6
         ) as r
         join answer a on a.workspace_id = $1 and a.response_id = r.id and a.question_id = any ($3::uuid[])
           and a.point is not null
         join question q on q.workspace_id = $1 and q.id = a.question_id
         left join touchpoint t on t.workspace_id = $1 and t.id = r.touchpoint_id
         left join invitation i on i.workspace_id = $1 and i.id = r.invitation_id
       )
       select count(*) as n, (select id from rows order by id desc limit 1) as last, array_agg(score order by id) as scores,
         array_agg(day order by id) as days, array_agg(account_id order by id) as accounts,
         array_agg(respondent_role order by id) as roles, array_agg(touchpoint order by id) as touchpoints,
         array_agg(wait order by id) as waits
       from rows`,
      [workspaceId, last, part.questionIds, part.from, part.to, pageSize, timeZone, ...where.values],
    );
    if (!page || page.n === 0) return;
    yield page;
    if (page.n < pageSize) return;
    last = page.last;
  }
}

function coder(most: number) {
  const codes = new Int32Array(most).fill(-1);
  const known = new Map<string, number>();
  return {
    put(at: number, name: string | null) {
      if (name === null) return;
      const code = known.get(name) ?? known.size;
      known.set(name, code);
      codes[at] = code;
    },
    column: (length: number): NamedCodes => ({ codes: codes.subarray(0, length), names: [...known.keys()] }),
  };
}

async function revenueOf(
  { workspaceId, query }: WorkspaceTransaction,
  { codes, names }: NamedCodes,
): Promise<Float64Array> {
  const rows = await query<{ id: string; revenue: number }>(
    'select id, revenue from account where workspace_id = $1 and revenue is not null',
    [workspaceId],
  );
  const byId = new Map(rows.map(({ id, revenue }) => [id, revenue]));
  const byCode = names.map((id) => byId.get(id) ?? Number.NaN);
  return Float64Array.from(codes, (code) => (code < 0 ? Number.NaN : byCode[code]!));
}
