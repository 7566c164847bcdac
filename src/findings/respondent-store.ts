import type { PeriodUnit } from '../audit/index.ts';
import type { WorkspaceTransaction } from '../store/index.ts';
import type { ViewDimension } from '../view/index.ts';
import { instantWithin, noId, responseConditions, type ViewFilter } from './view-filter.ts';

/** Who stands behind answers: persons (an anonymous response is one of its own), accounts, and sampling units. */
export interface Respondents {
  readonly respondents: number;
  readonly accounts: number;
  /** Accounts, and responses that belong to none. */
  readonly units: number;
}

interface Asked {
  readonly questionIds: readonly string[];
  /** Half-open. */
  readonly from: string;
  readonly to: string;
  readonly filter: ViewFilter;
}

const parts: Readonly<Record<ViewDimension, string>> = {
  touchpoint: `coalesce(r.touchpoint_id, '${noId}')::text`,
  unit: `coalesce(r.org_unit_id, '${noId}')::text`,
  segment: 'r.segment',
  role: 'r.respondent_role',
  channel: 'r.channel',
};

/** Respondents of the whole view and of each value of a dimension, in one statement. */
export async function readRespondents(
  transaction: WorkspaceTransaction,
  asked: Asked & { by: ViewDimension },
): Promise<{ readonly all: Respondents; readonly groups: ReadonlyMap<string, Respondents> }> {
  const rows = await countRespondents(transaction, asked, { part: parts[asked.by], grouping: '(), (part)' });
  const groups = new Map(rows.flatMap(({ part, ...counts }) => (part === null ? [] : [[part, counts]])));
  return { all: rows.find(({ part }) => part === null) ?? { respondents: 0, accounts: 0, units: 0 }, groups };
}

/** Respondents and answers of one period that share a value, a group, and what filters say of them. */
export interface RespondentCell {
  /** First day of the period. */
  readonly start: string;
  /** Of the dimension asked for; null where none was. */
  readonly value: string | null;
  /** Null: of all groups. */
  readonly group: string | null;
  /** Whether each filter asked for keeps them; null: whatever it says. */
  readonly kept: readonly (boolean | null)[];
  readonly respondents: number;
  readonly answers: number;
}

/** The cells of periods: by the values of one dimension, the groups of another, and whether filters keep them. */
export async function readRespondentCells(
  { workspaceId, query }: WorkspaceTransaction,
  asked: Asked & {
    readonly unit: PeriodUnit;
    readonly value?: ViewDimension | undefined;
    readonly group?: ViewDimension | undefined;
    /** Filters that are not applied but told of each cell, with the values they keep. */
    readonly told: readonly (readonly [ViewDimension, readonly string[]])[];
  },
): Promise<readonly RespondentCell[]> {
  const { questionIds, from, to, filter, unit, value, group, told } = asked;
  if (questionIds.length === 0) return [];
  const where = responseConditions(filter, 5);
  const first = 5 + where.values.length;
  const flags = told.map(([dimension], i) => `${parts[dimension]} = any ($${first + i}::text[]) as kept_${i}`);
  const names = told.map((_, i) => `kept_${i}`);
  const free = [...(group ? ['part'] : []), ...names];
  const rows = await query<{
    start: string;
    value: string | null;
    part: string | null;
    kept: (boolean | null)[];
    respondents: number;
    answers: number;
  }>(
    `select start, value, part, array[${names.join(', ')}]::boolean[] as kept, count(distinct person) as respondents,
       count(*) as answers
     from (
       select ${[`date_trunc('${unit}', r.day::timestamp)::date::text as start`, ...flags].join(', ')},
         ${value ? parts[value] : 'null::text'} as value, ${group ? parts[group] : 'null::text'} as part,
         coalesce(r.contact_id, r.id) as person
       from response r join answer a on a.workspace_id = r.workspace_id and a.response_id = r.id
       where r.workspace_id = $1 and a.workspace_id = $1 and a.question_id = any ($2::uuid[]) and a.point is not null
         and r.day >= $3 and r.day < $4 and ${instantWithin('$3', '$4')} ${where.sql}
     ) as answered
     group by start, value${group ? '' : ', part'}${free.length > 0 ? `, cube (${free.join(', ')})` : ''}
     order by start, value, part`,
    [workspaceId, questionIds, from, to, ...where.values, ...told.map(([, values]) => values)],
  );
  return rows.map(({ part, ...cell }) => ({ ...cell, group: part }));
}

async function countRespondents(
  { workspaceId, query }: WorkspaceTransaction,
  { questionIds, from, to, filter }: Asked,
  { part, grouping }: { part: string; grouping: string },
): Promise<readonly (Respondents & { part: string | null })[]> {
  if (questionIds.length === 0) return [];
  const where = responseConditions(filter, 5);
  return query(
    `select part, count(distinct person) as respondents, count(distinct account_id) as accounts,
       count(distinct unit) as units
     from (
       select ${part} as part, coalesce(r.contact_id, r.id) as person, r.account_id, coalesce(r.account_id, r.id) as unit
       from response r join answer a on a.workspace_id = r.workspace_id and a.response_id = r.id
       where r.workspace_id = $1 and a.workspace_id = $1 and a.question_id = any ($2::uuid[]) and a.point is not null
         and r.day >= $3 and r.day < $4 and ${instantWithin('$3', '$4')} ${where.sql}
     ) as answered group by grouping sets (${grouping})`,
    [workspaceId, questionIds, from, to, ...where.values],
  );
}

/** When the last answer of the view was recorded. */
export async function readLastAnswer(
  { workspaceId, query }: WorkspaceTransaction,
  { questionIds, from, to, filter }: Asked,
): Promise<Date | undefined> {
  if (questionIds.length === 0) return undefined;
  const where = responseConditions(filter, 5);
  const [row] = await query<{ recorded_at: Date }>(
    `select r.recorded_at from response r
     where r.workspace_id = $1 and r.day >= $3 and r.day < $4 and ${instantWithin('$3', '$4')} ${where.sql} and exists (
       select 1 from answer a where a.workspace_id = $1 and a.response_id = r.id and a.question_id = any ($2::uuid[])
         and a.point is not null)
     order by r.responded_at desc limit 1`,
    [workspaceId, questionIds, from, to, ...where.values],
  );
  return row?.recorded_at;
}
