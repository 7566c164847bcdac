import type { WorkspaceTransaction } from '../store/index.ts';
import { instantWithin, responseConditions, type ViewFilter } from './view-filter.ts';

/** Respondents x questions: the points of each answer, NaN where there is none. */
export interface AnswerTable {
  /** Days since 1970-01-01. */
  readonly days: Int32Array;
  /** Code of the account, -1 where none is known. */
  readonly accounts: Int32Array;
  /** By question, in the order asked. */
  readonly columns: readonly Float64Array[];
  /** Segment or role of each respondent, where asked for; empty where none is known. */
  readonly groups?: readonly string[];
  readonly isCut: boolean;
}

export interface AnswerTableAsked {
  /** Ids of each question over the versions of its survey; the last is the outcome, which every row has answered. */
  readonly questions: readonly (readonly string[])[];
  readonly from: string;
  readonly to: string;
  readonly filter: ViewFilter;
  /** What else of each respondent is read. */
  readonly group?: 'segment' | 'respondent_role';
  /** Rows at most, the newest. */
  readonly most: number;
  readonly signal?: AbortSignal;
}

/** Responses read at once: taking a page apart holds up everybody else. */
const pageSize = 5_000;
const afterAll = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

interface Page {
  readonly n: number;
  readonly last: string | null;
  readonly days: number[] | null;
  readonly accounts: (string | null)[] | null;
  readonly groups: (string | null)[] | null;
  readonly rows: number[] | null;
  readonly slots: number[] | null;
  readonly points: number[] | null;
}

/** Reads the answers to some questions page by page, newest first, so that no row stands as an object. */
export async function readAnswerTable(
  { workspaceId, query }: WorkspaceTransaction,
  { questions, from, to, filter, group, most, signal }: AnswerTableAsked,
): Promise<AnswerTable> {
  const where = responseConditions(filter, 9);
  const ids = questions.flat();
  const slots = questions.flatMap((of, slot) => of.map(() => slot));
  const table = {
    days: [] as number[],
    accounts: [] as number[],
    groups: [] as string[],
    columns: questions.map(() => [] as number[]),
  };
  const known = new Map<string, number>();
  let last = afterAll;
  let isCut = false;
  for (;;) {
    signal?.throwIfAborted();
    const [page] = await query<Page>(
      `with rows as (
         select r.id, r.day, r.account_id, ${group ? `r.${group}` : 'null'} as in_group, row_number() over (order by r.id desc) - 1 as at
         from response r
         where r.workspace_id = $1 and r.id < $2 and r.day >= $3 and r.day < $4 and ${instantWithin('$3', '$4')} ${where.sql}
           and exists (select 1 from answer a where a.workspace_id = $1 and a.response_id = r.id
             and a.question_id = any ($5::uuid[]) and a.point is not null)
         order by r.id desc limit $6
       ), cells as (
         select rows.at, asked.slot, a.point
         from rows
         join answer a on a.workspace_id = $1 and a.response_id = rows.id and a.point is not null
         join unnest($7::uuid[], $8::int[]) as asked (id, slot) on asked.id = a.question_id
       )
       select (select count(*) from rows) as n, (select id from rows order by id limit 1) as last,
         (select array_agg(day - date '1970-01-01' order by at) from rows) as days,
         (select array_agg(account_id order by at) from rows) as accounts,
         (select array_agg(in_group order by at) from rows) as groups,
         (select array_agg(at::int order by at, slot) from cells) as rows,
         (select array_agg(slot order by at, slot) from cells) as slots,
         (select array_agg(point::int order by at, slot) from cells) as points`,
      [workspaceId, last, from, to, questions.at(-1), pageSize, ids, slots, ...where.values],
    );
    if (!page || page.n === 0) break;
    const start = table.days.length;
    append(table, page, known);
    page.rows!.forEach((row, i) => {
      table.columns[page.slots![i]!]![start + row] = page.points![i]!;
    });
    if (page.n < pageSize) break;
    if (table.days.length >= most) {
      isCut = true;
      break;
    }
    last = page.last!;
  }
  return {
    days: Int32Array.from(table.days),
    accounts: Int32Array.from(table.accounts),
    columns: table.columns.map((column) => Float64Array.from(column)),
    ...(group && { groups: table.groups }),
    isCut,
  };
}

function append(
  table: { days: number[]; accounts: number[]; groups: string[]; columns: number[][] },
  page: Page,
  known: Map<string, number>,
): void {
  for (let i = 0; i < page.n; i++) {
    table.days.push(page.days![i]!);
    table.groups.push(page.groups![i] ?? '');
    const account = page.accounts![i];
    if (account === null || account === undefined) table.accounts.push(-1);
    else {
      const code = known.get(account) ?? known.size;
      known.set(account, code);
      table.accounts.push(code);
    }
    for (const column of table.columns) column.push(Number.NaN);
  }
}
