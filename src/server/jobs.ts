import { endAllPartials, openAnswering } from '../answering/index.ts';
import { importHandlers } from '../collect/index.ts';
import { sweepSessions } from '../people/index.ts';
import { askForRecounts, startWorker, sweepTallies, tallyHandlers, type WorkerLoop } from '../queue/index.ts';
import { noteUpkeep, responseWriter, type Store, takeUpkeep } from '../store/index.ts';
import { type Log, safeError } from './log.ts';
import type { ServerMetrics } from './server-metrics.ts';

/** What the jobs of this process need. Their store has no limit on statements: an import or a recount may take long. */
export interface JobContext {
  readonly store: Store;
  readonly clock: () => Date;
  readonly log: Log;
  readonly metrics: ServerMetrics;
  /** The secret of the server (`serverSecret`). */
  readonly secret: string;
}

const minute = 60_000;
const hour = 3_600_000;

/** Starts the loop of jobs: short ones and long ones in lanes of their own, and what is to be done again and again. */
export function startJobs({ store, clock, log, metrics, secret }: JobContext): WorkerLoop {
  const answering = openAnswering({ store, write: responseWriter(store), secret });
  const onDrift = (_workspaceId: string, drift: readonly unknown[]) =>
    log.warn({ cells: drift.length }, 'the recount mended tallies');
  return startWorker(store, {
    lanes: [
      { handlers: tallyHandlers(store, onDrift), places: 2 },
      { handlers: importHandlers(store, clock), places: 2 },
    ],
    chores: [
      { name: 'beat', everyMilliseconds: 10_000, run: () => noteUpkeep(store, 'worker', clock()) },
      { name: 'sweep of tallies', everyMilliseconds: 3_000, run: () => sweepTallies(store, clock()) },
      { name: 'sweep of sessions', everyMilliseconds: hour, run: () => sweepSessions(store, clock()) },
      { name: 'end of partial answers', everyMilliseconds: 5 * minute, run: () => endAllPartials(answering, clock()) },
      { name: 'nightly recount', everyMilliseconds: hour / 4, run: () => recountAtNight(store, clock()) },
    ],
    clock,
    onJob: ({ kind }) => metrics.jobEnded(kind),
    onTrouble: (during, error) => log.error({ during, ...safeError(error) }, 'trouble'),
  });
}

/** Once a night after 02:00 UTC, by whichever worker comes first. */
async function recountAtNight(store: Store, now: Date): Promise<void> {
  const lastNight = new Date(now);
  lastNight.setUTCHours(2, 0, 0, 0);
  if (lastNight > now) lastNight.setUTCDate(lastNight.getUTCDate() - 1);
  if (await takeUpkeep(store, 'recount', { now, notSince: lastNight })) await askForRecounts(store, now);
}
