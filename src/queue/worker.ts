import type { Store } from '../store/index.ts';
import type { ClaimedJob, JobHandler } from './job.ts';
import { claimJobs, failJob, finishJob, keepLease, sweepLeases } from './job-store.ts';

export interface WorkerOptions {
  readonly handlers: Readonly<Record<string, JobHandler>>;
  /** The time; a test gives a clock of its own. */
  readonly clock: () => Date;
  readonly batch?: number;
  readonly leaseMilliseconds?: number;
}

/**
 * One round of a worker: sweeps lost leases, takes due jobs, runs them side by side. Answers how many it ran, so that
 * the caller comes back at once while there is work and rests when there is none.
 */
export async function runDueJobs(store: Store, options: WorkerOptions): Promise<number> {
  const jobs = await takeDueJobs(store, options);
  await Promise.all(jobs.map((job) => runJob(store, job, options)));
  return jobs.length;
}

/** Gives back the jobs of dead workers and takes those that are due, as many as `batch`. */
export function takeDueJobs(store: Store, options: WorkerOptions): Promise<readonly ClaimedJob[]> {
  const { handlers, clock, batch = 10, leaseMilliseconds = 60_000 } = options;
  return store.inTransaction(async (transaction) => {
    await sweepLeases(transaction, clock());
    return claimJobs(transaction, { now: clock(), most: batch, leaseMilliseconds, kinds: Object.keys(handlers) });
  });
}

/** Runs one job that was taken, keeps its lease meanwhile, and ends it or gives it back. */
export async function runJob(store: Store, job: ClaimedJob, options: WorkerOptions): Promise<void> {
  const { handlers, clock, leaseMilliseconds = 60_000 } = options;
  // Three beats a lease: two may be late before another worker takes over.
  const beat = setInterval(() => {
    const until = new Date(clock().getTime() + leaseMilliseconds);
    store.inTransaction((transaction) => keepLease(transaction, job, until)).catch(() => undefined);
  }, leaseMilliseconds / 3);
  try {
    await handlers[job.kind]!(job);
    await store.inTransaction((transaction) => finishJob(transaction, job));
  } catch (error) {
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    await store.inTransaction((transaction) => failJob(transaction, job, { reason, now: clock() }));
  } finally {
    clearInterval(beat);
  }
}
