import { newId, type QuotaStep, type WorkspaceTransaction } from '../store/index.ts';
import { grouped } from './grouped.ts';
import { type Column, writeRows } from './row-writer.ts';

/** How many invitations each cell of each programme has had. */
export type QuotaCounts = ReadonlyMap<string, Readonly<Record<string, number>>>;

/**
 * Locks the quotas of these programmes, in the order of their ids, and answers what they have had. Whoever decides holds
 * the lock until his invitations are kept, so a quota is never exceeded.
 */
export async function lockQuotas(
  { workspaceId, query }: WorkspaceTransaction,
  programmeIds: readonly string[],
): Promise<QuotaCounts> {
  if (programmeIds.length === 0) return new Map();
  await query(
    'select id from programme where workspace_id = $1 and id = any ($2::uuid[]) order by id for no key update',
    [workspaceId, programmeIds],
  );
  const rows = await query<{ programmeId: string; cell: string; used: number }>(
    `select programme_id as "programmeId", cell, used from quota_count
     where workspace_id = $1 and programme_id = any ($2::uuid[])`,
    [workspaceId, programmeIds],
  );
  return new Map(
    [...grouped(rows, ({ programmeId }) => programmeId)].map(([id, own]) => [
      id,
      Object.fromEntries(own.map(({ cell, used }) => [cell, used])),
    ]),
  );
}

const columns: readonly Column<QuotaStep>[] = [
  ['id', 'uuid', () => newId()],
  ['programme_id', 'uuid', ({ programmeId }) => programmeId],
  ['cell', 'text', ({ cell }) => cell],
  ['used', 'int', ({ count }) => count],
];

/** Counts what was allowed. */
export async function countQuotas(transaction: WorkspaceTransaction, steps: readonly QuotaStep[]): Promise<void> {
  const ending = 'on conflict (workspace_id, programme_id, cell) do update set used = quota_count.used + excluded.used';
  await writeRows(transaction, { table: 'quota_count', columns, ending }, summed(steps));
}

function summed(steps: readonly QuotaStep[]): readonly QuotaStep[] {
  const sums = new Map<string, QuotaStep>();
  for (const step of steps) {
    const key = `${step.programmeId} ${step.cell}`;
    sums.set(key, { ...step, count: (sums.get(key)?.count ?? 0) + step.count });
  }
  return [...sums.values()];
}
