/**
 * Work to be done later, in the table `job` of the store. A job is asked for in the transaction of its cause, runs at
 * least once, and is never lost: what fails comes again, and what fails too often waits for a person.
 */
export type { ClaimedJob, DeadJob, JobHandler, NewJob } from './job.ts';
export { deadJobs, enqueueJobs, replayJob } from './job-store.ts';
export { askForRecounts, sweepTallies, tallyHandlers } from './tally-jobs.ts';
export { runDueJobs, type WorkerOptions } from './worker.ts';
export { type Chore, type Lane, startWorker, type WorkerLoop, type WorkerLoopOptions } from './worker-loop.ts';
