import type { Store } from '../store/index.ts';
import type { Instruments, Prometheus } from './prometheus.ts';

/** The figures of this process for Prometheus. Labels are patterns and fixed words: nothing of a person or workspace. */
export interface ServerMetrics {
  answered(request: { method: string; route: string; status: number; milliseconds: number }): void;
  /** One answer to a question was taken, or was known already. */
  responseTaken(isNew: boolean): void;
  /** Events that were sent: new ones, and those that were known. */
  eventsTaken(accepted: number, duplicates: number): void;
  jobEnded(kind: string): void;
  /** Pages that listen for changes now. */
  livePages(count: number): void;
  /** All of it as text; asks the store for what is in no process. */
  text(store: Store | undefined): Promise<string>;
  readonly contentType: string;
}

/** Whoever waits for the first page comes first. */
const loadAfter = 250;

/**
 * Counts from the first request on. prom-client is loaded a moment after it, or by the first scrape: it took 15 ms of
 * every start. What is counted until then waits for it.
 */
export function serverMetrics(): ServerMetrics {
  const waiting: ((own: Instruments) => void)[] = [];
  let loading: Promise<Prometheus> | undefined;
  let own: Instruments | undefined;
  const load = async () => {
    const { openPrometheus } = await import('./prometheus.ts');
    const opened = openPrometheus();
    own = opened.own;
    for (const count of waiting) count(own);
    return opened;
  };
  const loaded = () => (loading ??= load());
  const note = (count: (own: Instruments) => void) => {
    if (own) return count(own);
    if (waiting.push(count) === 1) setTimeout(loaded, loadAfter).unref();
  };
  return {
    answered: ({ method, route, status, milliseconds }) =>
      note(({ requests, seconds }) => {
        requests.inc({ method, route, status });
        seconds.observe({ method, route }, milliseconds / 1000);
      }),
    responseTaken: (isNew) => note(({ responses }) => responses.inc({ outcome: isNew ? 'new' : 'known' })),
    eventsTaken: (accepted, duplicates) =>
      note(({ events }) => {
        events.inc({ outcome: 'new' }, accepted);
        events.inc({ outcome: 'known' }, duplicates);
      }),
    jobEnded: (kind) => note(({ jobsEnded }) => jobsEnded.inc({ kind })),
    livePages: (count) => note(({ livePages }) => livePages.set(count)),
    text: async (store) => (await loaded()).text(store),
    contentType: 'text/plain; version=0.0.4; charset=utf-8',
  };
}
