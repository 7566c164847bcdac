import { setMaxListeners } from 'node:events';
import type { Store } from '../store/index.ts';
import type { ClaimedJob, JobHandler } from './job.ts';
import { runJob, takeDueJobs, type WorkerOptions } from './worker.ts';

/** Jobs that share a number of places. Long ones have their own lane, so that they hold up no short one. */
export interface Lane {
  readonly handlers: Readonly<Record<string, JobHandler>>;
  readonly places: number;
}

/** Something to be done again and again beside the jobs. */
export interface Chore {
  readonly name: string;
  readonly everyMilliseconds: number;
  readonly run: () => Promise<unknown>;
}

export interface WorkerLoopOptions {
  readonly lanes: readonly Lane[];
  readonly chores: readonly Chore[];
  readonly clock: () => Date;
  /** Told of what went wrong between jobs, for example a store that is away: the loop goes on. */
  readonly onTrouble: (during: string, error: unknown) => void;
  /** Told of every job when it ends. */
  readonly onJob?: (job: Pick<ClaimedJob, 'kind'>) => void;
  readonly restMilliseconds?: number;
  readonly leaseMilliseconds?: number;
}

export interface WorkerLoop {
  /** When the loop last reached the store; undefined before the first time. */
  readonly lastBeat: () => Date | undefined;
  /** Takes no more jobs and waits for those that run, as long as `patience`. True when all of them ended. */
  readonly stop: (patience: number) => Promise<boolean>;
}

/**
 * Works until it is stopped: takes due jobs for every free place, and does the chores at their times. A store that is
 * away is asked again after the rest. After a kill the lease (20 s) lets another worker take the jobs over.
 */
export function startWorker(store: Store, options: WorkerLoopOptions): WorkerLoop {
  const { lanes, chores, clock, onTrouble, restMilliseconds = 300, leaseMilliseconds = 20_000 } = options;
  const stopping = new AbortController();
  // Every lane and chore listens while it rests; that is no leak, however many there are.
  setMaxListeners(0, stopping.signal);
  let beat: Date | undefined;
  const running = new Set<Promise<void>>();
  const loop = (name: string, rest: number, round: () => Promise<boolean>): Promise<void> =>
    (async () => {
      while (!stopping.signal.aborted) {
        let again = false;
        try {
          again = await round();
          beat = clock();
        } catch (error) {
          onTrouble(name, error);
        }
        if (!again) await pause(rest, stopping.signal);
      }
    })();
  const loops = [
    ...lanes.map((lane) => {
      const take = { handlers: lane.handlers, clock, leaseMilliseconds };
      const busy = new Set<Promise<void>>();
      return loop('jobs', restMilliseconds, async () => {
        const jobs = await takeDueJobs(store, { ...take, batch: lane.places - busy.size });
        for (const job of jobs) {
          const work = runTold(store, job, take, options).finally(() => {
            busy.delete(work);
            running.delete(work);
          });
          busy.add(work);
          running.add(work);
        }
        // With every place taken the next look waits for one to come free.
        if (busy.size >= lane.places) await Promise.race(busy);
        return jobs.length > 0;
      });
    }),
    ...chores.map(({ name, everyMilliseconds, run }) =>
      loop(name, everyMilliseconds, async () => {
        await run();
        return false;
      }),
    ),
  ];
  return {
    lastBeat: () => beat,
    async stop(patience) {
      stopping.abort();
      const all = Promise.all([...loops, ...running]).then(() => true);
      return Promise.race([all, pause(patience, new AbortController().signal).then(() => false)]);
    },
  };
}

/** Runs a job; when not even its failure can be written, the lease brings it back. */
async function runTold(store: Store, job: ClaimedJob, take: WorkerOptions, options: WorkerLoopOptions): Promise<void> {
  try {
    await runJob(store, job, take);
  } catch (error) {
    options.onTrouble(job.kind, error);
  }
  options.onJob?.(job);
}

/** A rest that a stop ends at once and that holds no process. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(done, milliseconds);
    timer.unref();
    signal.addEventListener('abort', done, { once: true });
    function done() {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
  });
}
