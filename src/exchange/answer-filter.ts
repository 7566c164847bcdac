import { readCountedResponses } from '../findings/index.ts';
import type { WorkspaceTransaction } from '../store/index.ts';
import type { View } from '../view/index.ts';

/** Conditions of a statement, and the values that its parameters stand for. */
export interface AnswerFilter {
  /** Begins with `and`, or is empty. Names r (response), s (survey), tp (touchpoint) and ou (org unit). */
  readonly sql: string;
  readonly values: readonly unknown[];
}

/**
 * Which responses a view chooses. The empty text in a list stands for responses without such a value. What only says how
 * a page draws (metric, period, at, by) chooses nothing, and without `from` and `to` the answers of all times are meant.
 * `$1` is the workspace, so the values follow from `$2` on.
 */
export function answerFilter(view: View): AnswerFilter {
  const parts: string[] = [];
  const values: unknown[] = [];
  const add = (condition: (parameter: string) => string, value: unknown) => {
    values.push(value);
    parts.push(`and ${condition(`$${values.length + 1}`)}`);
  };
  const among = (expression: string, wanted: readonly string[]) => {
    if (wanted.length > 0) add((parameter) => `${expression} = any (${parameter}::text[])`, wanted);
  };
  if (view.level !== undefined) add((parameter) => `s.level = ${parameter}::text`, view.level);
  among("coalesce(tp.key, '')", view.touchpoint);
  among("coalesce(ou.code, '')", view.unit);
  among('r.segment', view.segment);
  among('r.respondent_role', view.role);
  among('r.channel', view.channel);
  if (view.from !== undefined) add((parameter) => `r.day >= ${parameter}::date`, view.from);
  if (view.to !== undefined) add((parameter) => `r.day < ${parameter}::date`, view.to);
  return { sql: parts.join(' '), values };
}

/** Only the responses that a figure of the view counts: in its days, with an answer to its metric. */
export async function countedFilter(
  transaction: WorkspaceTransaction,
  ask: { readonly view: View; readonly smallGroups: boolean; readonly now: Date },
): Promise<AnswerFilter> {
  const { view, smallGroups, now } = ask;
  const { sql, values } = await readCountedResponses(transaction, { view, reader: { smallGroups }, now });
  return { sql: `and ${sql}`, values };
}

/** The tables that a filter names, joined; `$1` is the workspace. */
export const filteredResponses = `response r
  join survey_version v on v.workspace_id = r.workspace_id and v.id = r.survey_version_id
  join survey s on s.workspace_id = v.workspace_id and s.id = v.survey_id
  left join touchpoint tp on tp.workspace_id = r.workspace_id and tp.id = r.touchpoint_id and tp.workspace_id = $1
  left join org_unit ou on ou.workspace_id = r.workspace_id and ou.id = r.org_unit_id and ou.workspace_id = $1`;

/** The conditions that bind every joined table to the workspace. */
export const ofWorkspace = 'r.workspace_id = $1 and v.workspace_id = $1 and s.workspace_id = $1';
