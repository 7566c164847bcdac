import type { Duplex } from 'node:stream';
import type pg from 'pg';
import type { ServerAddress } from './address.ts';
import { clientSettings } from './connection.ts';
import type { Driver } from './driver.ts';

/** A statement that says nothing for this long is asked after; most take milliseconds, those of jobs minutes. */
const quietMilliseconds = 3_000;
const tickMilliseconds = 1_000;
/** A statement that the server works on is not asked after again so soon. */
const believedMilliseconds = 30_000;
/** For the connection that asks: it may meet the same dead line. */
const askMilliseconds = 2_000;

interface Watched {
  readonly client: pg.PoolClient;
  /** Statements that were sent and not answered. */
  open: number;
  bytes: number;
  quietSince: number;
  believedUntil: number;
}

/**
 * Finds connections whose other side is gone without a word (a firewall that forgot them, a proxy that hangs): nothing
 * comes back, and no limit of the server can end what never reached it. After 3 s of silence another connection asks the
 * server whether it works on that session's statement. If not, the session is ended on both sides, so that the pool makes
 * a new one and no lock stays behind; whoever waited gets an error as from a server that stopped. Answers how to end it.
 */
export function watchLines(pool: pg.Pool, driver: Driver, address: () => ServerAddress): () => void {
  const watched = new Set<Watched>();
  pool.on('connect', (client) => {
    const line = { client, open: 0, bytes: 0, quietSince: performance.now(), believedUntil: 0 };
    watched.add(line);
    countOpen(line);
    client.once('end', () => watched.delete(line));
  });
  let asking = false;
  const timer = setInterval(() => {
    const quiet = [...watched].filter(isQuiet);
    if (quiet.length === 0 || asking) return;
    asking = true;
    void endDead(quiet, driver, address())
      // The server cannot be asked: it is not known whether the line or the server is gone.
      .catch(() => undefined)
      .finally(() => {
        asking = false;
      });
  }, tickMilliseconds);
  timer.unref();
  return () => clearInterval(timer);
}

function countOpen(line: Watched): void {
  const ask = line.client.query as unknown as (...args: unknown[]) => unknown;
  const counted = (...args: unknown[]): unknown => {
    const answer = ask.apply(line.client, args);
    if (!(answer instanceof Promise)) return answer;
    line.open += 1;
    const end = () => {
      line.open -= 1;
    };
    answer.then(end, end);
    return answer;
  };
  (line.client as unknown as { query: unknown }).query = counted;
}

const streamOf = (client: object) =>
  (client as { connection: { stream: Duplex & { bytesRead: number } } }).connection.stream;

function isQuiet(line: Watched): boolean {
  const now = performance.now();
  const { bytesRead } = streamOf(line.client);
  if (line.open === 0 || bytesRead !== line.bytes) {
    line.bytes = bytesRead;
    line.quietSince = now;
    return false;
  }
  return now - line.quietSince >= quietMilliseconds && now >= line.believedUntil;
}

async function endDead(quiet: readonly Watched[], driver: Driver, address: ServerAddress): Promise<void> {
  const asker = new driver.Client({
    ...clientSettings(driver, address),
    connectionTimeoutMillis: askMilliseconds,
    query_timeout: askMilliseconds,
  });
  asker.on('error', () => undefined);
  await asker.connect();
  try {
    const pids = quiet.map(({ client }) => (client as unknown as { processID: number }).processID);
    const { rows } = await asker.query<{ pid: number }>(
      "select pid from pg_stat_activity where pid = any ($1::int[]) and state = 'active'",
      [pids],
    );
    const active = new Set(rows.map(({ pid }) => pid));
    for (const [place, line] of quiet.entries()) {
      if (active.has(pids[place]!)) line.believedUntil = performance.now() + believedMilliseconds;
      else if (isQuiet(line)) {
        streamOf(line.client).destroy(new Error('the line to the database is dead'));
        // Its session would keep its locks until the server notices, which may take hours.
        await asker.query('select pg_terminate_backend($1)', [pids[place]]).catch(() => undefined);
      }
    }
  } finally {
    await asker.end().catch(() => undefined);
  }
}
