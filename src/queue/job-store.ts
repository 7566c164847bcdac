import { newId } from '../store/index.ts';
import type { ClaimedJob, DeadJob, JobTransaction, NewJob } from './job.ts';

/** Asks for jobs in the transaction of the caller, in a statement of their own (docs/guides/scale-out.md). */
export async function enqueueJobs(transaction: JobTransaction, jobs: readonly NewJob[], now: Date): Promise<void> {
  if (jobs.length === 0) return;
  await transaction.query(
    `insert into job (id, workspace_id, kind, payload, due_at, most_attempts, once_key, created_at)
     select id, workspace_id, kind, payload::jsonb, due_at, most_attempts, once_key, $8
     from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::timestamptz[], $6::int[], $7::text[])
       as asked (id, workspace_id, kind, payload, due_at, most_attempts, once_key)
     on conflict do nothing`,
    [
      jobs.map(() => newId()),
      jobs.map(({ workspaceId }) => workspaceId),
      jobs.map(({ kind }) => kind),
      jobs.map(({ payload }) => JSON.stringify(payload ?? {})),
      jobs.map(({ dueAt }) => dueAt),
      jobs.map(({ mostAttempts }) => mostAttempts ?? 10),
      jobs.map(({ onceKey }) => onceKey ?? null),
      now,
    ],
  );
}

export interface ClaimOptions {
  readonly now: Date;
  /** Jobs to take at most. */
  readonly most: number;
  readonly leaseMilliseconds: number;
  readonly kinds: readonly string[];
}

/**
 * Takes due jobs under one lease. Fair: the workspaces that wait are found by skipping along an index, and the first
 * job of each goes before the second of any; those that run already count, so one workspace with 100,000 jobs holds up
 * no other.
 */
export async function claimJobs(transaction: JobTransaction, options: ClaimOptions): Promise<readonly ClaimedJob[]> {
  const { now, most, leaseMilliseconds, kinds } = options;
  return transaction.query<ClaimedJob>(
    `with recursive waiting (workspace_id) as (
       (select workspace_id from job where state = 'waiting' order by workspace_id limit 1)
       union all
       select (select j.workspace_id from job j where j.state = 'waiting' and j.workspace_id > w.workspace_id
               order by j.workspace_id limit 1)
       from waiting w where w.workspace_id is not null
     ), busy as (
       select workspace_id, count(*) as running from job where state = 'running' group by workspace_id
     ), candidate as (
       select due.id, coalesce(busy.running, 0) + due.place as turn, due.due_at
       from waiting w
       left join busy on busy.workspace_id = w.workspace_id
       cross join lateral (
         select j.id, j.due_at, row_number() over (order by j.due_at, j.id) as place
         from (select id, due_at from job where state = 'waiting' and workspace_id = w.workspace_id and due_at <= $1
                 and kind = any ($4) order by due_at, id limit $2) j
       ) due
       where w.workspace_id is not null
     ), chosen as (
       select id from job
       where id in (select id from candidate order by turn, due_at, id limit $2 * 4) and state = 'waiting'
       for update skip locked
     ), ordered as (
       select chosen.id from chosen join candidate using (id) order by turn, due_at, id limit $2
     )
     update job set state = 'running', attempts = attempts + 1, lease = $5,
       leased_until = $1::timestamptz + $3 * interval '1 millisecond'
     where id in (select id from ordered)
     returning id, workspace_id as "workspaceId", kind, payload, attempts as attempt, most_attempts as "mostAttempts",
       lease`,
    [now, most, leaseMilliseconds, kinds, newId()],
  );
}

/** Keeps the lease of a job that takes long. False when it was lost: the work must stop, another worker has it. */
export async function keepLease(transaction: JobTransaction, job: ClaimedJob, until: Date): Promise<boolean> {
  const kept = await transaction.query(
    "update job set leased_until = $3 where id = $1 and lease = $2 and state = 'running' returning id",
    [job.id, job.lease, until],
  );
  return kept.length === 1;
}

/** Ends a job that was done. False when its lease was lost meanwhile. */
export async function finishJob(transaction: JobTransaction, job: ClaimedJob): Promise<boolean> {
  const done = await transaction.query(
    "delete from job where id = $1 and lease = $2 and state = 'running' returning id",
    [job.id, job.lease],
  );
  return done.length === 1;
}

/** Waits 2 s after the first failure, then twice as long each time, an hour at most. */
export function retryDelay(attempt: number): number {
  return Math.min(2_000 * 2 ** (attempt - 1), 3_600_000);
}

/** Gives a failed job back to be tried later, or lays it with the dead when it failed as often as it may. */
export async function failJob(transaction: JobTransaction, job: ClaimedJob, failure: { reason: string; now: Date }) {
  const { reason, now } = failure;
  const dueAt = new Date(now.getTime() + retryDelay(job.attempt));
  // The same work may have been asked for again while this ran: then that job does it, and two may not wait under one key.
  await transaction.query(
    `update job set state = case when attempts >= most_attempts then 'dead' else 'waiting' end, due_at = $3,
       last_error = $4, lease = null, leased_until = null,
       once_key = case when exists (select from job other where other.workspace_id = job.workspace_id
         and other.kind = job.kind and other.once_key = job.once_key and other.state = 'waiting') then null
         else once_key end
     where id = $1 and lease = $2 and state = 'running'`,
    [job.id, job.lease, dueAt, reason.slice(0, 2_000)],
  );
}

/** Gives back the jobs of workers that died: their leases ran out. Answers how many. */
export async function sweepLeases(transaction: JobTransaction, now: Date): Promise<number> {
  const lost = await transaction.query<ClaimedJob>(
    `select id, attempts as attempt, lease from job where state = 'running' and leased_until < $1 for update skip locked`,
    [now],
  );
  for (const job of lost) await failJob(transaction, job, { reason: 'the worker stopped', now });
  return lost.length;
}

/** The jobs that failed as often as they may, oldest first. */
export async function deadJobs(transaction: JobTransaction, workspaceId: string): Promise<readonly DeadJob[]> {
  return transaction.query<DeadJob>(
    `select id, workspace_id as "workspaceId", kind, attempts, last_error as "lastError" from job
     where state = 'dead' and workspace_id = $1 order by created_at, id`,
    [workspaceId],
  );
}

/** Lets a dead job try again from the start. False when it is not among the dead of this workspace. */
export async function replayJob(transaction: JobTransaction, job: { workspaceId: string; id: string; now: Date }) {
  const { workspaceId, id, now } = job;
  const replayed = await transaction.query(
    `update job set state = 'waiting', attempts = 0, due_at = $3, once_key = null
     where workspace_id = $1 and id = $2 and state = 'dead' returning id`,
    [workspaceId, id, now],
  );
  return replayed.length === 1;
}
