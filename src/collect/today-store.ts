import type { WorkspaceTransaction } from '../store/index.ts';
import { localDays } from '../tables/index.ts';

/** How the day stands: what an open page is told when a response came. */
export interface Today {
  /** Responses of today in the zone of the workspace. */
  readonly today: number;
  /** When the last of them was taken in; absent before the first. */
  readonly lastAt?: string;
}

/** No day is longer than this from its first instant, whatever the clocks do. */
const longestDay = 26 * 3_600_000;

export async function todayOf({ workspaceId, query }: WorkspaceTransaction, now: Date): Promise<Today> {
  const [workspace] = await query<{ timeZone: string }>(
    'select time_zone as "timeZone" from workspace where workspace_id = $1',
    [workspaceId],
  );
  if (!workspace) return { today: 0 };
  const day = new Date(localDays(workspace.timeZone)(now.getTime()) * 86_400_000).toISOString().slice(0, 10);
  // The day decides; the instant only lets the index of times find it.
  const [row] = await query<{ today: number; lastAt: Date | null }>(
    `select count(*) as today, max(recorded_at) as "lastAt" from response
     where workspace_id = $1 and responded_at >= $2 and day = $3`,
    [workspaceId, new Date(now.getTime() - longestDay), day],
  );
  const { today, lastAt } = row!;
  return { today, ...(lastAt ? { lastAt: lastAt.toISOString() } : {}) };
}
