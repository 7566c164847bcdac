import { type SenderLimit, senderLimit } from '../channels/index.ts';
import type { WorkspaceTransaction } from '../store/index.ts';

/** How many mails the workspace may send today, by its own mails and complaints (docs/guides/programmes.md). */
export async function mailLimit({ workspaceId, query }: WorkspaceTransaction, now: Date): Promise<SenderLimit> {
  const days = await query<{ day: string; sent: number }>(
    `select to_char(sent_at at time zone 'UTC', 'YYYY-MM-DD') as day, count(*)::int as sent from message
     where workspace_id = $1 and channel = 'email' and sent_at > $2::timestamptz - interval '90 days' group by 1`,
    [workspaceId, now],
  );
  const [last] = await query<{ sent: number; complaints: number }>(
    `select (select count(*)::int from message m where m.workspace_id = $1 and m.channel = 'email'
         and m.sent_at > $2::timestamptz - interval '1 day') as sent,
       (select count(*)::int from contact_signal s where s.workspace_id = $1 and s.kind = 'complained'
         and s.heard_at > $2::timestamptz - interval '1 day') as complaints`,
    [workspaceId, now],
  );
  return senderLimit({ today: now.toISOString().slice(0, 10), days, lastDay: last! });
}
