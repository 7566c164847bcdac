import type { WorkspaceTransaction } from '../store/index.ts';
import type { QuestionColumn } from './answer-columns.ts';

/**
 * The longest text of each column in bytes, over the whole workspace: at least what any view of it holds. Formats that
 * fix the width of a column before the first row need it.
 */
export async function textWidths(
  { workspaceId, query }: WorkspaceTransaction,
  questions: readonly QuestionColumn[],
): Promise<ReadonlyMap<string, number>> {
  const longest = (columns: Readonly<Record<string, string>>, table: string) => {
    const parts = Object.entries(columns).map(([name, value]) => `max(octet_length(${value})) as "${name}"`);
    return query<Record<string, number | null>>(`select ${parts.join(', ')} from ${table} where workspace_id = $1`, [
      workspaceId,
    ]);
  };
  const own = ['source', 'external_id', 'segment', 'channel'];
  const found = [
    ...(await longest({ ...Object.fromEntries(own.map((name) => [name, name])), role: 'respondent_role' }, 'response')),
    ...(await longest({ survey: 'key' }, 'survey')),
    ...(await longest({ touchpoint: 'key' }, 'touchpoint')),
    ...(await longest({ org_unit: 'code' }, 'org_unit')),
    ...(await longest({ account: 'external_id', account_name: 'name' }, 'account')),
    ...(await longest({ language: 'language', contact_name: 'name', contact_email: 'email' }, 'contact')),
  ];
  const uuid = 36;
  const widths = new Map([
    ['response_id', uuid],
    ['account_id', uuid],
    ['contact_id', uuid],
    ['level', 12],
  ]);
  for (const row of found) for (const [name, width] of Object.entries(row)) widths.set(name, width ?? 1);
  const words = await query<{ id: string; width: number }>(
    `select question_id as id, max(octet_length(words)) as width from answer
     where workspace_id = $1 and words is not null group by question_id`,
    [workspaceId],
  );
  const widthOf = new Map(words.map(({ id, width }) => [id, width]));
  for (const { column, questionIds } of questions) {
    if (column.kind === 'text') widths.set(column.name, Math.max(1, ...questionIds.map((id) => widthOf.get(id) ?? 1)));
  }
  return widths;
}
