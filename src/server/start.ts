import { setImmediate as breath, setTimeout as sleep } from 'node:timers/promises';
import { type Config, type Environment, readConfig, serverSecret } from '../config/index.ts';
import { isCandorError } from '../errors/index.ts';
import { type OpenStoreOptions, responseWriter, type Store } from '../store/index.ts';
import { eventLimit } from './event-limit.ts';
import type { Health } from './health.ts';
import type { Fetch } from './listen.ts';
import type { LiveHub } from './live-hub.ts';
import type { Log } from './log.ts';
import { sitsHere } from './only-this-host.ts';
import { openPatiently } from './open-patiently.ts';

/**
 * Serves until it is told to stop: listens at once, answers that it is starting while the store comes up, then prints the
 * address. A port that is taken, a wrong setting or a store that does not start is one line and its exit code.
 */
export async function start(environment: Environment): Promise<void> {
  try {
    await serveFrom(readConfig(environment));
  } catch (error) {
    if (!isCandorError(error)) throw error;
    process.stderr.write(`${error.message}. ${error.remedy}\n`);
    // An open port would keep the process.
    process.exit(error.exitCode);
  }
}

async function serveFrom(config: Config): Promise<void> {
  const opened = new Opened();
  // First of all, and before anything else is loaded: the embedded database takes a third of the time of a start.
  const opening = opened.store(config, {
    connections: config.connections,
    statementMilliseconds: config.statementMilliseconds,
  });
  opening.catch(() => undefined);
  try {
    await serveWith(opening, config, opened);
  } catch (error) {
    // A database that is under way is let go of; one of DATABASE_URL that nobody sees is not waited for.
    await Promise.race([opening.catch(() => undefined), sleep(10_000, undefined, { ref: false })]);
    await opened.close();
    throw error;
  }
}

async function serveWith(opening: Promise<Store>, config: Config, opened: Opened): Promise<void> {
  const { firstPages, listen, openLog, safeError, serverMetrics, shownAddress, startingApplication, stopOnSignal } =
    await import('./waiting.ts');
  let live: LiveHub | undefined;
  const health: Health = {
    config,
    metrics: serverMetrics(),
    clock,
    store: undefined,
    workerBeat: () => undefined,
    livePages: () => live?.pages() ?? 0,
    stopping: false,
  };
  // As a worker this process never answers more than its health.
  let answer: Fetch = startingApplication(config, health).fetch;
  const log = openLog(config);
  const server = await listen(config, (request, env) => answer(request, env));
  stopOnSignal(server, {
    begin() {
      health.stopping = true;
      // A page that listens would hold the end: it comes back by itself.
      void live?.close();
      log.info({}, 'stopping');
    },
    close: () => opened.close(),
  });
  // Loaded while the database starts, and on while the first page is read.
  const serving = config.role === 'worker' ? undefined : loadServing(opening, opened);
  serving?.catch(() => undefined);
  const store = await opening;
  health.store = store;
  let setUpCode: string | undefined;
  if (serving) {
    const whole = openServer(serving, { config, store, health, log });
    whole.catch(() => undefined);
    answer = firstPages(
      config,
      health,
      whole.then(({ fetch }) => fetch),
    );
    const served = await whole;
    live = served.live;
    setUpCode = served.setUpCode;
    answer = served.fetch;
  }
  process.stdout.write(`\n  Candor  ${shownAddress(server, config)}\n\n`);
  if (setUpCode) process.stdout.write(`  The first workspace is set up with the code  ${setUpCode}\n\n`);
  log.info({ role: config.role, store: store.server.kind, migrations: store.migrated.length }, 'started');
  if (config.role !== 'web') {
    // Whoever waits for the first page comes before the jobs, whose loading would hold it up.
    await sleep(jobsAfter);
    const { lastBeat, store: workStore } = await work(config, { log, health, opened });
    health.workerBeat = lastBeat;
    // Not waited for: the pages are there meanwhile.
    const say = (line: string) => process.stdout.write(`${line}\n`);
    const { loadDemoOnFirstRun } = await import('./working.ts');
    void loadDemoOnFirstRun(config, { store: workStore, clock, log, say }).catch((error) =>
      log.error(safeError(error), 'demo not loaded'),
    );
  }
}

/**
 * Loads what answers with the store, in pieces: between them the database is heard, and the first page is answered. The
 * hub listens before the last one is there.
 */
async function loadServing(opening: Promise<Store>, opened: Opened) {
  const { openLiveHub } = await import('./live-hub.ts');
  const hub = opening.then(async (store) => opened.add(await openLiveHub(store, clock)));
  hub.catch(() => undefined);
  await breath();
  await import('./serving-modules.ts');
  await breath();
  return { ...(await import('./serving.ts')), hub: await hub };
}

type Serving = Awaited<ReturnType<typeof loadServing>>;

/** Everything that answers, with the code of the set-up where one is asked for. */
async function openServer(
  serving: Promise<Serving>,
  { config, store, health, log }: { config: Config; store: Store; health: Health; log: Log },
): Promise<{ readonly fetch: Fetch; readonly live: LiveHub; readonly setUpCode: string | undefined }> {
  const {
    announceResponses,
    application,
    auditInThreads,
    studyInThreads,
    studyModelsInThreads,
    eventWriter,
    hub,
    openAnswering,
    outboundClient,
    responseIntake,
  } = await serving;
  const { metrics } = health;
  const alongside = announceResponses(store, clock);
  const write = responseWriter(store, { gatherMilliseconds: 0, alongside });
  const setUpCode = await codeOfSetUp(config, store);
  const { fetch } = application({
    config,
    store,
    intake: responseIntake(store, write, clock),
    answering: openAnswering({ store, write, secret: serverSecret(config) }),
    events: eventWriter(store, { clock }),
    eventLimit: eventLimit(config.eventsPerSecond),
    outbound: outboundClient({ allowed: config.outboundAllow }),
    live: hub,
    auditor: auditInThreads(auditThreads),
    studier: studyInThreads(driverThreads),
    modeller: studyModelsInThreads(modelThreads),
    clock,
    log,
    metrics,
    health,
    ...(setUpCode === undefined ? {} : { setUpCode }),
  });
  return { fetch, live: hub, setUpCode };
}

const clock = () => new Date();

/** Built beside this program. Two at once leave a small machine its answers; an audit of a million takes seconds. */
const auditThreads = { program: new URL('./audit-thread.js', import.meta.url), most: 2, seconds: 120 };

/** Path models: 2,000 resamples, or 400 comparisons of two groups. */
const modelThreads = { program: new URL('./model-thread.js', import.meta.url), most: 1, seconds: 120 };

/** Drivers of many answers: 1000 resamples take seconds. */
const driverThreads = { program: new URL('./driver-thread.js', import.meta.url), most: 1, seconds: 60 };

/** While nobody has an account and others are served, whoever sets up shows that he can read what this process prints. */
async function codeOfSetUp(config: Config, store: Store): Promise<string | undefined> {
  const { hasPeople, makePassword } = await import('./serving.ts');
  return sitsHere(config) || (await hasPeople(store)) ? undefined : makePassword();
}

/** Runs the jobs over connections of their own, which know no limit of time. */
async function work(config: Config, { log, health, opened }: { log: Log; health: Health; opened: Opened }) {
  const connections = Math.max(4, Math.ceil(config.connections / 2));
  const store = await opened.store(config, { connections }, { isServing: () => !health.stopping });
  const { startJobs } = await import('./working.ts');
  const secret = serverSecret(config);
  const worker = startJobs({ config, store, clock, log, metrics: health.metrics, secret });
  opened.add({ close: () => worker.stop(jobPatience) });
  return { lastBeat: worker.lastBeat, store };
}

const jobsAfter = 250;

/** A job that runs longer is begun again by the next worker, when its lease has run out. */
const jobPatience = 10_000;

const sayWaiting = () => process.stdout.write('\n  Waiting for the database of DATABASE_URL …\n');

/** What is to be let go of at the end, in the reverse order of its opening. */
class Opened {
  readonly #open: { close(): Promise<unknown> }[] = [];

  add<T extends { close(): Promise<unknown> }>(one: T): T {
    this.#open.push(one);
    return one;
  }

  async store(
    config: Config,
    options: OpenStoreOptions,
    patience: Parameters<typeof openPatiently>[2] = { onWait: sayWaiting },
  ): Promise<Store> {
    return this.add(await openPatiently(config.store, options, patience));
  }

  async close(): Promise<void> {
    for (const one of this.#open.reverse()) await one.close();
  }
}
