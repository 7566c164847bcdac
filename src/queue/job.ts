import type { Queryable } from '../store/index.ts';

/** A job as it is asked for. The payload holds ids and nothing of a person: the table stands outside the workspaces. */
export interface NewJob {
  readonly workspaceId: string;
  readonly kind: string;
  readonly payload?: Readonly<Record<string, string | number | boolean>>;
  /** When it may run at the earliest. */
  readonly dueAt: Date;
  /** A job that waits with the same kind and key is this one; it is not asked for twice. */
  readonly onceKey?: string;
  readonly mostAttempts?: number;
}

/** A job that a worker holds by its lease. */
export interface ClaimedJob {
  readonly id: string;
  readonly workspaceId: string;
  readonly kind: string;
  readonly payload: Readonly<Record<string, string | number | boolean>>;
  /** 1 for the first run. */
  readonly attempt: number;
  readonly mostAttempts: number;
  readonly lease: string;
}

/** A job that failed as often as it may: it waits for a person. */
export interface DeadJob {
  readonly id: string;
  readonly workspaceId: string;
  readonly kind: string;
  readonly attempts: number;
  readonly lastError: string;
}

/** Runs one job. What it throws is kept with the job, which is tried again later. */
export type JobHandler = (job: ClaimedJob) => Promise<void>;

/** Where jobs are written: the transaction of the caller, so that a job exists exactly when its cause does. */
export type JobTransaction = Pick<Queryable, 'query'>;
