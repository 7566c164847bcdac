import { enqueueJobs, type NewJob } from '../queue/index.ts';
import { type Alongside, newId, type Store, shortMemory, type WorkspaceTransaction } from '../store/index.ts';
import type { WebhookEvent } from './webhook.ts';

/** What happened, as it is told in the transaction in which it happens. */
export interface Announcement {
  readonly event: WebhookEvent;
  /** The id of what it is about: what is told of one subject arrives in its order. */
  readonly subject: string;
  /** Ids, keys and reasons; nothing that names a person. Of a response it is read when the message is made. */
  readonly data?: Readonly<Record<string, string | number | boolean>>;
}

/**
 * Tells the webhooks of what happens in this transaction: they hear of it exactly when it is committed. Costs one statement
 * where nobody listens.
 */
export async function announceEvents(
  transaction: WorkspaceTransaction,
  announcements: readonly Announcement[],
  now: Date,
): Promise<void> {
  if (announcements.length === 0) return;
  const told = await putOut(transaction, announcements, now);
  if (told.length > 0) await enqueueJobs(transaction, [tellJob(transaction.workspaceId, now)], now);
}

/** In a statement of its own: a row for each event, and only where a webhook listens at all. */
function putOut({ workspaceId, query }: WorkspaceTransaction, announcements: readonly Announcement[], now: Date) {
  return query<{ id: string }>(
    `insert into outbox (workspace_id, id, kind, payload, state, due_at, created_at)
     select $1, id, 'webhook-event', payload::jsonb, 'waiting', $4::timestamptz, $4::timestamptz
     from unnest($2::uuid[], $3::text[]) as told (id, payload)
     where exists (select 1 from webhook w where w.workspace_id = $1 and w.disabled_at is null
       and told.payload::jsonb ->> 'event' = any (w.events))
     on conflict do nothing returning id`,
    [workspaceId, announcements.map(() => newId()), announcements.map((one) => JSON.stringify(one)), now],
  );
}

/** The job that makes messages of what was put out. One that waits already is this one. */
export function tellJob(workspaceId: string, now: Date): NewJob {
  return { workspaceId, kind: 'tell-webhooks', dueAt: now, onceKey: 'tell' };
}

/** How long another process may have made or removed a webhook unseen, as with keys of programs. */
const believedMilliseconds = 1_000;
const listening = new WeakMap<Store, ReturnType<typeof shortMemory<boolean>>>();

function listeningIn(store: Store) {
  const memory = listening.get(store) ?? shortMemory<boolean>(believedMilliseconds);
  listening.set(store, memory);
  return memory;
}

/** After a webhook was made, changed or removed in this process. */
export function forgetListening(store: Store): void {
  listeningIn(store).forget();
}

/**
 * For the writer of responses: tells of those that are new, in their own transaction and with all its statements sent at
 * once. A sweep over the responses could not do it: they are committed in groups by several processes, so one with an
 * earlier time becomes visible after a later one was seen. Whether anybody listens is looked up once a second and
 * workspace, so that an answer without a webhook costs nothing.
 */
export function announceResponses(store: Store, clock: () => Date): Alongside {
  return async (workspaceId) => {
    const memory = listeningIn(store);
    const now = clock();
    let isHeard = memory.recall(workspaceId, now);
    if (isHeard === undefined) {
      isHeard = await store.readWorkspace(workspaceId, isAnyListening);
      memory.keep(workspaceId, isHeard, now);
    }
    if (!isHeard) return undefined;
    return (transaction, responses) => {
      const announcements = responses.map(({ id }) => ({ event: 'response.created', subject: id }) as const);
      const job = tellJob(workspaceId, now);
      return Promise.all([putOut(transaction, announcements, now), enqueueJobs(transaction, [job], now)]);
    };
  };
}

async function isAnyListening({ workspaceId, query }: WorkspaceTransaction): Promise<boolean> {
  const found = await query(
    `select 1 from webhook where workspace_id = $1 and disabled_at is null and 'response.created' = any (events) limit 1`,
    [workspaceId],
  );
  return found.length > 0;
}
