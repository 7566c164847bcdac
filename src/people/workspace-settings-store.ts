import { CandorError } from '../errors/index.ts';
import type { WorkspaceTransaction } from '../store/index.ts';
import type { Language } from './person.ts';
import { refuseWrongTimeZone } from './workspace.ts';

export interface SettingsChange {
  readonly name?: string;
  readonly timeZone?: string;
  readonly currency?: string;
  readonly language?: Language;
  readonly smallGroupFloor?: number;
}

/**
 * Changes settings of a workspace. The days of stored answers are cut in its zone and amounts stand in its currency, so
 * neither can change once there are answers or accounts.
 */
export async function changeSettings(transaction: WorkspaceTransaction, change: SettingsChange): Promise<void> {
  const { name, timeZone, currency, language, smallGroupFloor } = change;
  if (timeZone !== undefined) {
    refuseWrongTimeZone(timeZone);
    await refuseUsed(transaction, { field: 'timeZone', column: 'time_zone', value: timeZone, table: 'response' });
  }
  if (currency !== undefined) {
    await refuseUsed(transaction, { field: 'currency', column: 'currency', value: currency, table: 'account' });
  }
  await transaction.query(
    `update workspace set name = coalesce($2, name), time_zone = coalesce($3, time_zone),
       currency = coalesce($4, currency), language = coalesce($5, language),
       small_group_floor = coalesce($6, small_group_floor)
     where workspace_id = $1`,
    [
      transaction.workspaceId,
      name ?? null,
      timeZone ?? null,
      currency ?? null,
      language ?? null,
      smallGroupFloor ?? null,
    ],
  );
}

async function refuseUsed(
  { workspaceId, query }: WorkspaceTransaction,
  use: { field: string; column: string; value: string; table: 'response' | 'account' },
): Promise<void> {
  const { field, column, value, table } = use;
  const found = await query(
    `select 1 from workspace w where w.workspace_id = $1 and w.${column} <> $2
       and exists (select from ${table} t where t.workspace_id = $1)`,
    [workspaceId, value],
  );
  if (found.length === 0) return;
  throw new CandorError('CND_IN_USE', `${field} cannot change any more: stored ${table}s were written by it`, {
    field,
  });
}
