import type { OutboundClient } from '../outbound/index.ts';
import { type ClaimedJob, enqueueJobs, type JobHandler } from '../queue/index.ts';
import type { Store } from '../store/index.ts';
import { tellJob } from './announce.ts';
import { deliverJob, retryJob } from './deliver-job.ts';
import {
  type ClaimedDelivery,
  claimDeliveries,
  dropOldDeliveries,
  recordOutcome,
  sweepDeliveries,
} from './delivery-store.ts';
import { handOver } from './hand-over.ts';
import { retryAt } from './retry-schedule.ts';
import { isAnythingPutOut, tellWebhooks } from './tell-webhooks.ts';
import { disableGone, findTarget } from './webhook-store.ts';

/** What deliveries need. Clock and chance are arguments: a test turns 75 hours in a second. */
export interface DeliveryContext {
  readonly store: Store;
  readonly client: OutboundClient;
  readonly clock: () => Date;
  readonly random: () => number;
  /** By which people reach the pages; without it messages have no link. */
  readonly baseUrl?: string | undefined;
  /** A message that is not tried any more: somebody should look at its webhook. */
  readonly onGivenUp?: (event: string) => void;
}

/** The jobs that make messages of events and deliver them. */
export function webhookHandlers(
  context: DeliveryContext,
): Readonly<Record<'tell-webhooks' | 'deliver-webhook', JobHandler>> {
  const { store, clock, baseUrl } = context;
  return {
    async 'tell-webhooks'({ workspaceId }) {
      const told = () =>
        store.inWorkspace(workspaceId, (transaction) => tellWebhooks(transaction, { now: clock(), baseUrl }));
      while ((await told()) > 0);
    },
    'deliver-webhook': oneAtATime((job) => deliverDue(context, job)),
  };
}

/**
 * Jobs of workers that died come back beside the one that the sweeper made: together they flooded the receiver with eight
 * messages each, and sent as many again when this worker died too. The first takes all that is due; the others have nothing
 * to do, and what comes in the instant in which it ends is found by the sweeper.
 */
function oneAtATime(handle: (job: ClaimedJob) => Promise<void>): JobHandler {
  const busy = new Set<string>();
  return async (job) => {
    const webhook = `${job.workspaceId} ${job.payload.webhookId}`;
    if (busy.has(webhook)) return;
    busy.add(webhook);
    try {
      await handle(job);
    } finally {
      busy.delete(webhook);
    }
  };
}

/** Messages of one webhook under way at once: a receiver is not flooded, and a slow one holds one place of the worker. */
const atOnce = 8;

/** Then it is another's turn. */
const turnMilliseconds = 20_000;

async function deliverDue(context: DeliveryContext, { workspaceId, payload }: ClaimedJob): Promise<void> {
  const { store, clock } = context;
  const webhookId = String(payload.webhookId);
  const began = clock().getTime();
  for (;;) {
    const due = await store.inWorkspace(workspaceId, async (transaction) => {
      const target = await findTarget(transaction, webhookId, clock());
      if (!target?.isOn) return undefined;
      return { target, messages: await claimDeliveries(transaction, { webhookId, now: clock(), most: atOnce }) };
    });
    if (!due || due.messages.length === 0) return;
    await Promise.all(due.messages.map((message) => deliverOne(context, { workspaceId, webhookId, message, ...due })));
    if (clock().getTime() - began < turnMilliseconds) continue;
    const next = deliverJob(workspaceId, webhookId, clock());
    await store.inTransaction((transaction) => enqueueJobs(transaction, [next], clock()));
    return;
  }
}

interface Delivering {
  readonly workspaceId: string;
  readonly webhookId: string;
  readonly target: Parameters<typeof handOver>[1];
  readonly message: ClaimedDelivery;
}

async function deliverOne(
  { store, client, clock, random, onGivenUp }: DeliveryContext,
  { workspaceId, webhookId, target, message }: Delivering,
): Promise<void> {
  const outcome = await handOver(client, target, { message, at: clock() });
  const now = clock();
  const retryAfter = outcome.kind === 'failed' ? outcome.retryAfter : undefined;
  const next = outcome.kind === 'failed' ? retryAt(message.attempts, { now, retryAfter, random }) : undefined;
  await store.inWorkspace(workspaceId, async (transaction) => {
    await recordOutcome(transaction, message, { outcome, retryAt: next, now });
    if (outcome.kind === 'gone') await disableGone(transaction, webhookId, now);
    if (next) await enqueueJobs(transaction, [retryJob(workspaceId, webhookId, next)], now);
  });
  if (outcome.kind !== 'delivered' && !next) onGivenUp?.(message.event);
}

/**
 * Finds what was put out or is due without its job, in every workspace, and messages of workers that died. Called once a
 * minute: the jobs are the way, this is the net below it.
 */
export async function sweepWebhooks(store: Store, now: Date): Promise<void> {
  for (const workspaceId of await workspaceIds(store)) {
    await store.inWorkspace(workspaceId, async (transaction) => {
      const due = await sweepDeliveries(transaction, now);
      const jobs = due.map((webhookId) => deliverJob(workspaceId, webhookId, now));
      if (await isAnythingPutOut(transaction)) jobs.push(tellJob(workspaceId, now));
      await enqueueJobs(transaction, jobs, now);
    });
  }
}

/** Lets go of old messages in every workspace; called once an hour. */
export async function sweepOldDeliveries(store: Store, now: Date): Promise<void> {
  for (const workspaceId of await workspaceIds(store)) {
    await store.inWorkspace(workspaceId, (transaction) => dropOldDeliveries(transaction, now));
  }
}

async function workspaceIds(store: Store): Promise<readonly string[]> {
  const rows = await store.inTransaction((connection) =>
    connection.query<{ id: string }>('select workspace_id as id from workspace_directory order by workspace_id'),
  );
  return rows.map(({ id }) => id);
}
