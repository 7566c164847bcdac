import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Store } from '../store/index.ts';

export interface Prometheus {
  readonly own: Instruments;
  /** All of it as text; asks the store for what is in no process. */
  text(store: Store | undefined): Promise<string>;
}

/** The figures as prom-client keeps them: those of the process, and ours. */
export function openPrometheus(): Prometheus {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const own = instruments([registry]);
  return {
    own,
    async text(store) {
      if (store) await askStore(store, own);
      return registry.metrics();
    },
  };
}

export type Instruments = ReturnType<typeof instruments>;

function instruments(registers: Registry[]) {
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name, help, labelNames, registers });
  const counter = (name: string, help: string, labelNames: string[]) =>
    new Counter({ name, help, labelNames, registers });
  return {
    requests: counter('candor_requests_total', 'Requests answered.', ['method', 'route', 'status']),
    seconds: new Histogram({
      name: 'candor_request_seconds',
      help: 'Time until a request was answered.',
      labelNames: ['method', 'route'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    }),
    responses: counter('candor_responses_total', 'Responses taken through the API.', ['outcome']),
    events: counter('candor_events_total', 'Events taken through the API.', ['outcome']),
    jobsEnded: counter('candor_jobs_ended_total', 'Jobs that this process ran.', ['kind']),
    jobs: gauge('candor_jobs', 'Jobs in the store.', ['state']),
    livePages: gauge('candor_live_pages', 'Pages that listen for changes.'),
    connections: gauge('candor_store_connections', 'Connections of this process to the store.', ['state']),
    deltas: gauge('candor_tally_deltas', 'Counts that wait to be folded into the tallies.'),
    storeUp: gauge('candor_store_up', 'Whether the store answered this scrape.'),
  };
}

async function askStore(store: Store, own: Instruments): Promise<void> {
  for (const [state, count] of Object.entries(store.connections())) own.connections.set({ state }, count);
  try {
    const jobs = await store.inTransaction((c) =>
      c.query<{ state: string; count: number }>('select state, count(*)::int as count from job group by state'),
    );
    const counted = new Map(jobs.map(({ state, count }) => [state, count]));
    for (const state of ['waiting', 'running', 'dead']) own.jobs.set({ state }, counted.get(state) ?? 0);
    own.deltas.set(await waitingDeltas(store));
    own.storeUp.set(1);
  } catch {
    own.storeUp.set(0);
  }
}

async function waitingDeltas(store: Store): Promise<number> {
  const workspaces = await store.inTransaction((c) =>
    c.query<{ id: string }>('select workspace_id as id from workspace_directory'),
  );
  let total = 0;
  for (const { id } of workspaces) {
    const [row] = await store.inWorkspace(id, (t) =>
      t.query<{ count: number }>('select count(*)::int as count from tally_delta where workspace_id = $1', [id]),
    );
    total += row!.count;
  }
  return total;
}
