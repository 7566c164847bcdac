import type { Duplex } from 'node:stream';
import type pg from 'pg';
import { CandorError } from '../errors/index.ts';
import type { ServerAddress } from './address.ts';
import { decoders } from './decode.ts';
import { type Driver, loadDriver } from './driver.ts';

/** The roles of the database. Migrator owns the tables, app reads and writes them, bi reads the views. */
export const roles = { migrator: 'candor_migrator', app: 'candor_app', bi: 'candor_bi' } as const;

export type Role = (typeof roles)[keyof typeof roles];

/** Anything that runs one statement. Never several in one string: Citus would replay them all (docs/guides/scale-out.md). */
export interface Queryable {
  /**
   * With a name the session keeps the statement parsed and planned: for the few that every request sends, whose text
   * never varies. Planning took two thirds of their time.
   */
  query<Row extends object>(text: string, values?: readonly unknown[], name?: string): Promise<readonly Row[]>;
}

/** Settings of the driver for one role. The role is part of the start of the session, so that RESET leads back to it. */
export function clientSettings(
  driver: Driver,
  address: ServerAddress,
  role?: Role,
  more: readonly string[] = [],
): pg.ClientConfig {
  const { host, port, user, password, database, tls } = address;
  const options = ['timezone=UTC', 'search_path=public', ...(role ? [`role=${role}`] : []), ...more];
  return {
    host,
    port,
    user,
    password,
    database,
    ssl: tls ? { rejectUnauthorized: tls === 'verified' } : false,
    options: options.map((option) => `-c ${option}`).join(' '),
    application_name: 'candor',
    connectionTimeoutMillis: 10_000,
    types: decoders(driver),
  };
}

/** Those that travel behind a statement that fails are refused for it: each tells why that one failed. */
export function asQueryable(client: { query: pg.ClientBase['query'] }): Queryable {
  let cause: unknown;
  return {
    async query<Row extends object>(text: string, values: readonly unknown[] = [], name?: string) {
      sendTogether(client);
      try {
        const { rows } = await client.query<Row>({ text, values: [...values], ...(name ? { name } : {}) });
        return rows;
      } catch (error) {
        if (sqlState(error) !== transactionIsAborted) cause = error;
        throw cause ?? error;
      }
    },
  };
}

const transactionIsAborted = '25P02';

/** What is asked for in this turn of the event loop leaves in one packet: each of its own cost a call of the system. */
export function sendTogether(client: object): void {
  const { stream } = (client as { connection: { stream: Duplex } }).connection;
  if (stream.writableCorked > 0) return;
  stream.cork();
  setImmediate(() => stream.uncork());
}

/** All of it is asked for: it leaves now and not at the end of the turn, in which others may have much to do. */
export function sendNow(client: object): void {
  (client as { connection: { stream: Duplex } }).connection.stream.uncork();
}

/** One connection for one piece of work; closed whatever happens. */
export async function withConnection<T>(
  address: ServerAddress,
  role: Role | undefined,
  work: (connection: Queryable) => Promise<T>,
): Promise<T> {
  const driver = await loadDriver();
  // In a pipeline: statements that do not wait for each other leave together.
  const client = new driver.Client({ ...clientSettings(driver, address, role), pipeline: true });
  // A server that stops ends the session by an event; the statement under way rejects and tells it.
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw connectError(error, address);
  }
  try {
    return await work(asQueryable(client));
  } finally {
    await client.end();
  }
}

/** A connection that was not made, in our words; the password is never part of them. */
export function connectError(error: unknown, { host, port, database, user }: ServerAddress): unknown {
  const { code, message } = error as { code?: string; message?: string };
  const where = `${host}:${port}/${database}`;
  if (code === '22023' || code === '42501' || (code === '42704' && /role/.test(message ?? ''))) {
    return new CandorError('CND_STORE_ROLES', `${user} cannot take the roles of Candor at ${where}: ${message}`);
  }
  return new CandorError('CND_STORE_UNREACHABLE', `no connection to ${where} as ${user}: ${message || code}`, {
    host,
    port,
  });
}

/** The state the server gave for a refused statement (five characters), or nothing where the error has another origin. */
export function sqlState(error: unknown): string | undefined {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined;
}
