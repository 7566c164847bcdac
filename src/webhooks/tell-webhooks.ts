import { enqueueJobs } from '../queue/index.ts';
import type { WorkspaceTransaction } from '../store/index.ts';
import type { Announcement } from './announce.ts';
import { deliverJob } from './deliver-job.ts';
import { insertDeliveries } from './delivery-store.ts';
import { messagePayload, type ToldEvent } from './message-payload.ts';
import { toldResponses, toldWorkspace } from './told-response-store.ts';
import { webhooksOf } from './webhook-store.ts';

const batch = 200;

/**
 * Makes messages of what was put out, and takes it away, in one transaction: each event becomes one message for each webhook
 * that listens to it, neither none nor two. Answers how many events there were.
 */
export async function tellWebhooks(
  transaction: WorkspaceTransaction,
  { now, baseUrl }: { now: Date; baseUrl: string | undefined },
): Promise<number> {
  const events = await takeEvents(transaction);
  if (events.length === 0) return 0;
  const webhooks = (await webhooksOf(transaction)).filter(({ disabledAt }) => disabledAt === null);
  const frame = { workspace: await toldWorkspace(transaction), baseUrl };
  const told = await withResponses(transaction, events);
  const messages = told.flatMap((one) =>
    webhooks
      .filter((webhook) => (webhook.events as readonly string[]).includes(one.event))
      .map((webhook) => ({
        webhookId: webhook.id,
        event: one.event,
        subject: one.subject,
        payload: messagePayload(one, webhook, frame),
      })),
  );
  if (messages.length > 0) {
    await insertDeliveries(transaction, messages, now);
    const touched = new Set(messages.map(({ webhookId }) => webhookId));
    const jobs = [...touched].map((webhookId) => deliverJob(transaction.workspaceId, webhookId, now));
    await enqueueJobs(transaction, jobs, now);
  }
  return events.length;
}

/** In the order in which they were put out. Who comes at the same time waits, or two would share out one subject. */
async function takeEvents({ workspaceId, query }: WorkspaceTransaction): Promise<readonly ToldEvent[]> {
  const rows = await query<{ id: string; payload: Announcement; at: Date }>(
    `with taken as (
       select id from outbox where workspace_id = $1 and kind = 'webhook-event' and state = 'waiting'
       order by id limit ${batch} for update
     )
     delete from outbox where workspace_id = $1 and id in (select id from taken)
     returning id, payload, created_at as at`,
    [workspaceId],
  );
  return [...rows]
    .sort((one, other) => (one.id < other.id ? -1 : 1))
    .map(({ payload, at }) => ({ event: payload.event, subject: payload.subject, data: payload.data ?? {}, at }));
}

async function withResponses(
  transaction: WorkspaceTransaction,
  events: readonly ToldEvent[],
): Promise<readonly ToldEvent[]> {
  const isOfResponse = ({ event }: ToldEvent) => event.startsWith('response.');
  const responses = await toldResponses(
    transaction,
    events.filter(isOfResponse).map(({ subject }) => subject),
  );
  return events.flatMap((event) => {
    if (!isOfResponse(event)) return [event];
    const response = responses.get(event.subject);
    return response ? [{ ...event, response }] : [];
  });
}

/** Whether anything is put out: for the sweep that finds it without its job. */
export async function isAnythingPutOut({ workspaceId, query }: WorkspaceTransaction): Promise<boolean> {
  const found = await query(
    "select 1 from outbox where workspace_id = $1 and kind = 'webhook-event' and state = 'waiting' limit 1",
    [workspaceId],
  );
  return found.length > 0;
}
