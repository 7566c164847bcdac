import type pg from 'pg';
import type { StoreSettings } from '../config/index.ts';
import { isCandorError } from '../errors/index.ts';
import { parseAddress, type ServerAddress } from './address.ts';
import { versionAsLeft } from './as-left.ts';
import { clientSettings, type Queryable, roles, withConnection } from './connection.ts';
import { watchLines } from './dead-lines.ts';
import { loadDriver } from './driver.ts';
import { keptRunning } from './embedded/index.ts';
import { type Hearing, listenTo } from './listener.ts';
import { migrate } from './migrate.ts';
import type { Migration } from './migration-file.ts';
import { ensureRoles } from './roles.ts';
import { fitVersion } from './server-version.ts';
import {
  type Entry,
  fromSnapshot,
  inSnapshot,
  inTransaction,
  inWorkspace,
  inWorkspaceAtOnce,
  readWorkspace,
  type WorkspaceTransaction,
} from './workspace-transaction.ts';

/** An open store: the same for the embedded server and for one given by DATABASE_URL. */
export interface Store {
  readonly server: { readonly kind: StoreSettings['kind']; readonly version: string };
  /** The migrations that opening it applied. */
  readonly migrated: readonly Migration[];
  /** One transaction inside one workspace. */
  inWorkspace<T>(workspaceId: string, work: (transaction: WorkspaceTransaction) => Promise<T>): Promise<T>;
  /** The same for work that sends all its statements before it waits for any: one way there and back, commit included. */
  inWorkspaceAtOnce<T>(
    workspaceId: string,
    work: (transaction: WorkspaceTransaction) => Promise<T>,
    entry?: Entry,
  ): Promise<T>;
  /** One state of one workspace, to read several statements from; it cannot write. */
  inSnapshot<T>(workspaceId: string, work: (transaction: WorkspaceTransaction) => Promise<T>): Promise<T>;
  /** The same for work that only reads, which then costs one way there and back. */
  readWorkspace<T>(workspaceId: string, work: (transaction: WorkspaceTransaction) => Promise<T>): Promise<T>;
  /** One transaction outside every workspace: users, directory, jobs. */
  inTransaction<T>(work: (connection: Queryable) => Promise<T>): Promise<T>;
  /** A stream out of one transaction that reads only and sees one moment. `enterWorkspace` leads to rows. */
  fromSnapshot<T>(work: (connection: Queryable) => AsyncIterable<T>): AsyncGenerator<T, void, undefined>;
  /**
   * Hears what is told on a channel (`notifyChange`) over a connection of its own, made anew when it breaks; `missed`
   * says that something may have been told meanwhile. Answers how to stop.
   */
  listen(channel: string, hear: Hearing): Promise<() => Promise<void>>;
  /** How many connections this process has, and how many wait for one. */
  connections(): { readonly busy: number; readonly idle: number; readonly waiting: number };
  /** Ends the connections and lets go of the embedded server. */
  close(): Promise<void>;
}

export interface OpenStoreOptions {
  /** Connections of the application at most; the embedded server takes 60 in all. */
  readonly connections?: number;
  /** After this time a statement is given up; never without it. */
  readonly statementMilliseconds?: number;
}

/** Opens the store of the settings: starts or joins its server, makes the roles, migrates, connects as the application. */
export async function openStore(settings: StoreSettings, options: OpenStoreOptions = {}): Promise<Store> {
  let left: string | undefined;
  const serving = serverOf(settings, async (server) => {
    left = await versionAsLeft(server);
  });
  // Read while the embedded server starts: behind all that a server process loads it came last.
  void loadDriver();
  const { address, release, onMoved } = await serving;
  try {
    const { version, migrated } =
      left === undefined
        ? { version: await prepareServer(address), migrated: await migrate(address) }
        : { version: left, migrated: [] };
    let here = address;
    const { pool, unwatch } = await poolOf(() => here, options);
    onMoved?.((port) => {
      here = { ...here, port };
      pool.options.port = port;
    });
    return {
      server: { kind: settings.kind, version },
      migrated,
      inWorkspace: (workspaceId, work) => inWorkspace(pool, workspaceId, work),
      inWorkspaceAtOnce: (workspaceId, work, entry) => inWorkspaceAtOnce(pool, workspaceId, work, entry),
      inSnapshot: (workspaceId, work) => inSnapshot(pool, workspaceId, work),
      readWorkspace: (workspaceId, work) => readWorkspace(pool, workspaceId, work),
      inTransaction: (work) => inTransaction(pool, work),
      fromSnapshot: (work) => fromSnapshot(pool, work),
      listen: (channel, hear) => listenTo(() => here, channel, hear),
      connections: () => ({
        busy: pool.totalCount - pool.idleCount,
        idle: pool.idleCount,
        waiting: pool.waitingCount,
      }),
      async close() {
        unwatch();
        await pool.end();
        await release();
      },
    };
  } catch (error) {
    await release();
    throw error;
  }
}

async function poolOf(
  address: () => ServerAddress,
  { connections = 16, statementMilliseconds }: OpenStoreOptions,
): Promise<{ readonly pool: pg.Pool; readonly unwatch: () => void }> {
  const driver = await loadDriver();
  const limit = statementMilliseconds === undefined ? [] : [`statement_timeout=${statementMilliseconds}`];
  // Statements of tens of milliseconds: to compile one takes longer than it saves.
  const pool = new driver.Pool({
    ...clientSettings(driver, address(), roles.app, ['jit=off', ...limit]),
    max: connections,
    pipeline: true,
  });
  // An idle connection that the server ends is replaced at the next use.
  pool.on('error', () => undefined);
  // One that it ends between two statements of a transaction tells it by an event too; the next statement rejects.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return { pool, unwatch: watchLines(pool, driver, address) };
}

interface RunningServer {
  readonly address: ServerAddress;
  readonly release: () => Promise<void>;
  /** Tells when the server had to be started again at another port. */
  readonly onMoved?: (listener: (port: number) => void) => void;
}

/**
 * The address of the settings' database, with the embedded server running and kept running. `look` is the first
 * connection to it; where it fails, the database is not there or not as it should be, and whoever opens it finds out why.
 */
export async function serverOf(
  settings: StoreSettings,
  look?: (address: ServerAddress) => Promise<unknown>,
): Promise<RunningServer> {
  if (settings.kind === 'embedded') return keptRunning(settings, look);
  const address = parseAddress(settings.url);
  await look?.(address).catch(refuseUnreachable);
  return { address, release: async () => undefined };
}

/** Asked again it would only take as long again. */
function refuseUnreachable(error: unknown): void {
  if (isCandorError(error) && error.code === 'CND_STORE_UNREACHABLE') throw error;
}

/** Refuses a server that cannot hold the store and makes the roles; answers the version. */
async function prepareServer(address: ServerAddress): Promise<string> {
  return withConnection(address, undefined, async (connection) => {
    const version = await fitVersion(connection);
    await ensureRoles(connection);
    return version;
  });
}
