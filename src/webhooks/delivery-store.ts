import { CandorError } from '../errors/index.ts';
import { newId, type WorkspaceTransaction } from '../store/index.ts';
import type { Outcome } from './hand-over.ts';
import type { Delivery, DeliveryState } from './webhook.ts';
import { notFound } from './webhook-store.ts';

export interface NewDelivery {
  readonly webhookId: string;
  readonly event: string;
  readonly subject: string;
  readonly payload: object;
}

/** Writes messages down, due at once, in their order. */
export async function insertDeliveries(
  { workspaceId, query }: WorkspaceTransaction,
  deliveries: readonly NewDelivery[],
  now: Date,
): Promise<void> {
  await query(
    `insert into webhook_delivery (workspace_id, id, webhook_id, event, subject, payload, state, due_at, created_at)
     select $1, id, webhook_id, event, subject, payload::jsonb, 'waiting', $7::timestamptz, $7::timestamptz
     from unnest($2::uuid[], $3::uuid[], $4::text[], $5::uuid[], $6::text[])
       as told (id, webhook_id, event, subject, payload)
     on conflict do nothing returning id`,
    [
      workspaceId,
      deliveries.map(() => newId()),
      deliveries.map(({ webhookId }) => webhookId),
      deliveries.map(({ event }) => event),
      deliveries.map(({ subject }) => subject),
      deliveries.map(({ payload }) => JSON.stringify(payload)),
      now,
    ],
  );
}

/** A message that this worker holds: attempt 1 is the first. */
export interface ClaimedDelivery {
  readonly id: string;
  readonly event: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly attempts: number;
}

/**
 * Takes messages of one webhook that are due. Of one subject the next is taken when the one before has reached an end, so
 * that a receiver never hears of a change before it heard of the thing.
 */
export async function claimDeliveries(
  { workspaceId, query }: WorkspaceTransaction,
  { webhookId, now, most }: { webhookId: string; now: Date; most: number },
): Promise<readonly ClaimedDelivery[]> {
  return query<ClaimedDelivery>(
    `with next as (
       select d.id from webhook_delivery d
       where d.workspace_id = $1 and d.webhook_id = $2 and d.state in ('waiting', 'failed') and d.due_at <= $3
         and not exists (select 1 from webhook_delivery e where e.workspace_id = $1 and e.webhook_id = $2
           and e.subject = d.subject and e.id < d.id and e.state in ('waiting', 'claimed', 'failed'))
       order by d.due_at, d.id limit $4 for update of d skip locked
     )
     update webhook_delivery set state = 'claimed', attempts = attempts + 1, claimed_at = $3
     where workspace_id = $1 and id in (select id from next) returning id, event, payload, attempts`,
    [workspaceId, webhookId, now, most],
  );
}

/** Writes down what became of a message; `retryAt` is when it is tried again, absent where it is given up. */
export async function recordOutcome(
  { workspaceId, query }: WorkspaceTransaction,
  { id, attempts }: Pick<ClaimedDelivery, 'id' | 'attempts'>,
  { outcome, retryAt, now }: { outcome: Outcome; retryAt: Date | undefined; now: Date },
): Promise<void> {
  const isDelivered = outcome.kind === 'delivered';
  const state: DeliveryState = isDelivered ? 'delivered' : retryAt ? 'failed' : 'given-up';
  // Under the same claim only: where it ran out, another worker has the message and the last word.
  await query(
    `update webhook_delivery set state = $4, due_at = coalesce($5, due_at), delivered_at = $6, last_status = $7,
       last_error = $8, claimed_at = null
     where workspace_id = $1 and id = $2 and attempts = $3 and state = 'claimed'`,
    [
      workspaceId,
      id,
      attempts,
      state,
      retryAt ?? null,
      isDelivered ? now : null,
      outcome.status ?? null,
      isDelivered ? null : outcome.error,
    ],
  );
}

/** After this time a worker that claimed a message is taken for dead: an attempt takes 15 s at most. */
const claimMilliseconds = 60_000;

/** Gives messages of dead workers back and answers the webhooks that have something due. */
export async function sweepDeliveries({ workspaceId, query }: WorkspaceTransaction, now: Date): Promise<string[]> {
  await query(
    `update webhook_delivery set state = 'failed', due_at = $2, last_error = 'stopped', claimed_at = null
     where workspace_id = $1 and state = 'claimed' and claimed_at < $3`,
    [workspaceId, now, new Date(now.getTime() - claimMilliseconds)],
  );
  const due = await query<{ id: string }>(
    `select w.id from webhook w where w.workspace_id = $1 and w.disabled_at is null
       and exists (select 1 from webhook_delivery d where d.workspace_id = $1 and d.webhook_id = w.id
         and d.state in ('waiting', 'failed') and d.due_at <= $2)`,
    [workspaceId, now],
  );
  return due.map(({ id }) => id);
}

/** Messages hold what respondents answered: those that reached an end are kept for 30 days. */
export async function dropOldDeliveries({ workspaceId, query }: WorkspaceTransaction, now: Date): Promise<void> {
  await query(
    `delete from webhook_delivery where workspace_id = $1 and state in ('delivered', 'given-up') and created_at < $2`,
    [workspaceId, new Date(now.getTime() - 30 * 24 * 3_600_000)],
  );
}

/** The messages of a webhook, newest first, those before the one named. */
export async function deliveriesOf(
  transaction: WorkspaceTransaction,
  webhookId: string,
  page: { before?: string; state?: DeliveryState; limit: number },
): Promise<readonly Delivery[]> {
  await refuseUnknown(transaction, webhookId);
  const { workspaceId, query } = transaction;
  return query<Delivery>(
    `select id, event, subject, state, attempts, created_at as "createdAt", due_at as "dueAt",
       delivered_at as "deliveredAt", last_status as "lastStatus", last_error as "lastError"
     from webhook_delivery where workspace_id = $1 and webhook_id = $2 and ($3::uuid is null or id < $3)
       and ($4::text is null or state = $4) order by id desc limit $5`,
    [workspaceId, webhookId, page.before ?? null, page.state ?? null, page.limit],
  );
}

/** What is replayed: one message that reached an end, or every one of a webhook that was given up. */
export type Replay = { readonly deliveryId: string } | { readonly webhookId: string };

/** Sends again from the first attempt, under the same id: a receiver that had it knows it. Answers the webhook and how many. */
export async function replayDeliveries(
  { workspaceId, query }: WorkspaceTransaction,
  replay: Replay,
  now: Date,
): Promise<{ webhookId: string; replayed: number }> {
  const isOne = 'deliveryId' in replay;
  if (!isOne) await refuseUnknown({ workspaceId, query }, replay.webhookId);
  const rows = await query<{ webhookId: string }>(
    `update webhook_delivery set state = 'waiting', attempts = 0, due_at = $3, delivered_at = null
     where workspace_id = $1 and ${isOne ? "id = $2 and state in ('given-up', 'delivered')" : "webhook_id = $2 and state = 'given-up'"}
     returning webhook_id as "webhookId"`,
    [workspaceId, isOne ? replay.deliveryId : replay.webhookId, now],
  );
  if (isOne && rows.length === 0) {
    throw new CandorError('CND_NOT_FOUND', 'there is no such delivery that has ended', { kind: 'delivery' });
  }
  return { webhookId: isOne ? rows[0]!.webhookId : replay.webhookId, replayed: rows.length };
}

async function refuseUnknown({ workspaceId, query }: WorkspaceTransaction, webhookId: string): Promise<void> {
  const known = await query('select 1 from webhook where workspace_id = $1 and id = $2', [workspaceId, webhookId]);
  if (known.length === 0) throw notFound();
}
