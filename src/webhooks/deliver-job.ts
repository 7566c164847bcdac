import type { NewJob } from '../queue/index.ts';

/** The job that delivers what is due of a webhook. One that waits already is this one. */
export function deliverJob(workspaceId: string, webhookId: string, now: Date): NewJob {
  return { workspaceId, kind: 'deliver-webhook', payload: { webhookId }, dueAt: now, onceKey: webhookId };
}

/**
 * The same for a message that failed. Of one minute all are one job, which has a key of its own: what is due now may not
 * be taken for one that waits for hours.
 */
export function retryJob(workspaceId: string, webhookId: string, dueAt: Date): NewJob {
  const minute = Math.floor(dueAt.getTime() / 60_000);
  // The first wait is five seconds, which must not become a minute: those are not gathered with what is due later.
  return { ...deliverJob(workspaceId, webhookId, dueAt), onceKey: `${webhookId} ${minute} ${dueAt.getSeconds()}` };
}
