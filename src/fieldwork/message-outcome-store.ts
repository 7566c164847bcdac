import { giveBackQuotas, newId, type WorkspaceTransaction } from '../store/index.ts';
import { announceEvents } from '../webhooks/index.ts';
import type { Outgoing } from './outgoing-store.ts';

/** A message went, or may have gone: its invitation is open from now on, and the next reminder is planned. */
export async function keepSent(
  { workspaceId, query }: WorkspaceTransaction,
  { invitation }: Outgoing,
  { now, next }: { readonly now: Date; readonly next?: { readonly number: number; readonly dueAt: Date } },
): Promise<void> {
  // One that was cancelled while it was being handed over reached its person all the same.
  await query(
    `update invitation set state = case when state in ('planned', 'cancelled') then 'sent' else state end,
       sent_at = coalesce(sent_at, $3)
     where workspace_id = $1 and id = $2`,
    [workspaceId, invitation.id, now],
  );
  if (!next) return;
  await query(
    `insert into message (workspace_id, id, invitation_id, kind, number, channel, state, planned_at, due_at)
     select $1, $2, i.id, 'reminder', $4, i.channel, 'planned', $5, $6 from invitation i
     where i.workspace_id = $1 and i.id = $3 and i.state in ('sent', 'opened') and i.stopped_at is null
     on conflict (workspace_id, invitation_id, kind, number) do nothing`,
    [workspaceId, newId(), invitation.id, next.number, now, next.dueAt],
  );
}

/** A rule said no at the hand-over: nobody was asked, and the reason is kept as if it had been found at first. */
export async function keepRefusal(
  transaction: WorkspaceTransaction,
  { invitation }: Outgoing,
  { reason, detail, now }: { readonly reason: string; readonly detail: object; readonly now: Date },
): Promise<void> {
  const { id, programmeId, cells } = invitation;
  const refused = await transaction.query(
    `update invitation set state = 'refused', refused_reason = $3, decision = $4::jsonb
     where workspace_id = $1 and id = $2 and state = 'planned' returning id`,
    [transaction.workspaceId, id, reason, JSON.stringify({ reason, detail })],
  );
  if (refused.length === 0) return;
  const announcement = { event: 'invitation.refused', subject: id, data: { programmeId, reason } } as const;
  await announceEvents(transaction, [announcement], now);
  await giveBackQuotas(
    transaction,
    cells.map((cell) => ({ programmeId, cell, count: 1 })),
  );
}
