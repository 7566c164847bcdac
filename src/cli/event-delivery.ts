import type { StoreSettings } from '../config/index.ts';
import { CandorError } from '../errors/index.ts';
import type { CloudEvent } from '../fieldwork/index.ts';
import type { EventBatch, InputProblem } from './event-input.ts';

/** What became of the events of a file. */
export interface SentEvents {
  readonly accepted: number;
  readonly duplicates: number;
  readonly rejected: number;
  /** The first twenty. */
  readonly problems: readonly InputProblem[];
}

type Deliver = (events: readonly CloudEvent[]) => Promise<{ accepted: number; duplicates: number }>;

async function deliver(batches: AsyncIterable<EventBatch>, send: Deliver): Promise<SentEvents> {
  const sent = { accepted: 0, duplicates: 0, rejected: 0, problems: [] as InputProblem[] };
  for await (const { events, problems } of batches) {
    sent.rejected += problems.length;
    sent.problems.push(...problems.slice(0, 20 - sent.problems.length));
    if (events.length === 0) continue;
    const { accepted, duplicates } = await send(events);
    sent.accepted += accepted;
    sent.duplicates += duplicates;
  }
  return sent;
}

/** Writes events into the store of this machine and reads them there. */
export async function sendInProcess(
  settings: StoreSettings,
  slug: string,
  batches: (timeZone: string) => AsyncIterable<EventBatch>,
): Promise<SentEvents> {
  const [{ openStore }, { eventWriter, takeAllEvents }, { workspaceOfSlug }] = await Promise.all([
    import('../store/index.ts'),
    import('../fieldwork/index.ts'),
    import('../people/index.ts'),
  ]);
  const store = await openStore(settings, { connections: 4 });
  try {
    const id = await workspaceOfSlug(store, slug);
    if (id === undefined)
      throw new CandorError('CND_NOT_FOUND', `there is no workspace "${slug}"`, { workspace: slug });
    const [zone] = await store.inWorkspace(id, ({ query }) =>
      query<{ timeZone: string }>('select time_zone as "timeZone" from workspace where workspace_id = $1', [id]),
    );
    const clock = () => new Date();
    const write = eventWriter(store, { clock });
    const sent = await deliver(batches(zone!.timeZone), (events) => write(id, events));
    // A worker would do it as well; whoever waits here wants to look at once.
    await takeAllEvents(store, id, { clock });
    return sent;
  } finally {
    await store.close();
  }
}

interface Server {
  readonly url: string;
  readonly key: string;
  readonly workspace: string;
}

/** Sends events to a server; what it refuses for a moment is sent again, which counts nothing twice. */
export async function sendOverHttp(server: Server, batches: AsyncIterable<EventBatch>): Promise<SentEvents> {
  const address = addressOf(server);
  return deliver(batches, (events) => postPatiently(address, server.key, events));
}

function addressOf({ url, workspace }: Server): URL {
  if (!URL.canParse(url) || !/^https?:/.test(url))
    throw new CandorError('CND_USAGE', `--url needs an address, got "${url}"`);
  return new URL(`/api/workspaces/${encodeURIComponent(workspace)}/events`, url);
}

const tries = 5;

async function postPatiently(address: URL, key: string, events: readonly CloudEvent[]) {
  for (let attempt = 1; ; attempt += 1) {
    const response = await fetch(address, {
      method: 'POST',
      redirect: 'error',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/cloudevents-batch+json' },
      body: JSON.stringify(events.map(structured)),
    }).catch((error: Error) => error);
    if (response instanceof Response && response.status === 202) {
      return (await response.json()) as { accepted: number; duplicates: number };
    }
    const passes = response instanceof Error || response.status === 503 || response.status === 429;
    if (!passes || attempt >= tries) throw await refusalOf(address, response);
    await new Promise((resolve) => setTimeout(resolve, 250 * 2 ** attempt));
  }
}

async function refusalOf(address: URL, response: Response | Error): Promise<CandorError> {
  if (response instanceof Error) {
    const cause = (response.cause as NodeJS.ErrnoException | undefined)?.code ?? response.message;
    return new CandorError('CND_SERVER', `${address.host} cannot be reached (${cause})`, { host: address.host });
  }
  const { error } = (await response.json().catch(() => ({}))) as { error?: { code: string; message: string } };
  const told = error ? `${error.code}: ${error.message}` : `status ${response.status}`;
  return new CandorError('CND_SERVER', `${address.host} refused the events (${told})`, { status: response.status });
}

/** As CloudEvents writes it in JSON. */
function structured({ context, time, ...event }: CloudEvent): object {
  return { specversion: '1.0', ...event, ...context, ...(time ? { time: time.toISOString() } : {}) };
}
