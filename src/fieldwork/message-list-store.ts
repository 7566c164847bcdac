import type { WorkspaceTransaction } from '../store/index.ts';

export const messageStates = [
  'planned',
  'claimed',
  'handing-over',
  'sent',
  'uncertain',
  'failed',
  'bounced',
  'cancelled',
] as const;
export type MessageState = (typeof messageStates)[number];

/** One message of an invitation, as the list of all of them shows it. */
export interface ListedMessage {
  readonly id: string;
  readonly invitationId: string;
  /** `invitation` with number 0, `reminder` from 1 on. */
  readonly kind: 'invitation' | 'reminder';
  readonly number: number;
  readonly channel: string;
  readonly state: MessageState;
  readonly programme: string;
  readonly contactId: string | null;
  /** Name of the person, else the address, for those who may see it. */
  readonly contact: string | null;
  readonly plannedAt: Date;
  readonly dueAt: Date;
  readonly sentAt: Date | null;
  readonly attempts: number;
  /** Why it was cancelled: what stopped its invitation, or the rule that said no at the hand-over. */
  readonly reason: string | null;
  /** What the other side said last. */
  readonly reply: string | null;
  /** Where the hand-over stood when it broke off; of an uncertain one only. */
  readonly stage: string | null;
  /** Whether the invitation can still be answered, so that the message could be sent again. */
  readonly isOpen: boolean;
  /** The copy in the development outbox. */
  readonly keptId: string | null;
}

export interface MessageFilter {
  readonly states?: readonly MessageState[];
  readonly invitationId?: string;
  /** The id of the last one of the page before. */
  readonly before?: string;
  readonly limit: number;
}

/** Messages of a workspace, latest made first, a page at a time. */
export async function listMessages(
  { workspaceId, query }: WorkspaceTransaction,
  { states, invitationId, before, limit }: MessageFilter,
): Promise<{ readonly messages: readonly ListedMessage[]; readonly before?: string }> {
  const rows = await query<ListedMessage>(
    `select m.id, m.invitation_id as "invitationId", m.kind, m.number, m.channel, m.state, p.name as programme,
       i.contact_id as "contactId", coalesce(c.name, c.email, c.phone) as contact, m.planned_at as "plannedAt", m.due_at as "dueAt",
       m.sent_at as "sentAt", m.attempts,
       case when m.state = 'cancelled' then coalesce(m.detail->>'reason', i.stop_reason, i.refused_reason,
         case when i.state = 'completed' then 'answered' end) end as reason,
       m.detail->>'reply' as reply, case when m.state = 'uncertain' then m.detail->>'stage' end as stage,
       i.state in ('sent', 'opened') and i.stopped_at is null as "isOpen",
       (select k.id from kept_message k where k.workspace_id = $1 and k.message_id = m.id order by k.id desc limit 1)
         as "keptId"
     from message m
     join invitation i on i.workspace_id = $1 and i.id = m.invitation_id
     join programme p on p.workspace_id = $1 and p.id = i.programme_id
     left join contact c on c.workspace_id = $1 and c.id = i.contact_id
     where m.workspace_id = $1 and i.import_id is null and ($2::text[] is null or m.state = any ($2))
       and ($3::uuid is null or m.invitation_id = $3) and ($4::uuid is null or m.id < $4)
     order by m.id desc limit $5`,
    [workspaceId, states ?? null, invitationId ?? null, before ?? null, limit + 1],
  );
  const messages = rows.slice(0, limit);
  const last = messages.at(-1);
  return rows.length > limit && last ? { messages, before: last.id } : { messages };
}

/** How many messages there are in each state; states without one are not there. */
export async function countMessages({ workspaceId, query }: WorkspaceTransaction) {
  return query<{ state: MessageState; count: number }>(
    `select m.state, count(*)::int as count from message m
     join invitation i on i.workspace_id = $1 and i.id = m.invitation_id
     where m.workspace_id = $1 and i.import_id is null group by m.state order by m.state`,
    [workspaceId],
  );
}
