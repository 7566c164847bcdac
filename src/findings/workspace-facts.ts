import type { WorkspaceTransaction } from '../store/index.ts';
import { dayIn } from './metric-series.ts';

/** What the figures need to know of their workspace. */
export interface WorkspaceFacts {
  readonly name: string;
  readonly timeZone: string;
  readonly currency: string;
  readonly floor: number;
  /** The day it is there. */
  readonly today: string;
}

export async function readWorkspaceFacts(
  { workspaceId, query }: WorkspaceTransaction,
  now: Date,
): Promise<WorkspaceFacts> {
  const [row] = await query<{ name: string; time_zone: string; currency: string; floor: number }>(
    'select name, time_zone, currency, small_group_floor as floor from workspace where workspace_id = $1',
    [workspaceId],
  );
  const { name, time_zone: timeZone, currency, floor } = row!;
  return { name, timeZone, currency, floor, today: dayIn(timeZone, now) };
}
