import pg from 'pg';
import type { StoreSettings } from '../config/index.ts';
import { CandorError } from '../errors/index.ts';
import { parseAddress, type ServerAddress } from './address.ts';
import { clientSettings, type Queryable, roles, withConnection } from './connection.ts';
import { embeddedAddress } from './embedded/index.ts';
import { type Hearing, listenTo } from './listener.ts';
import { migrate } from './migrate.ts';
import type { Migration } from './migration-file.ts';
import { ensureRoles } from './roles.ts';
import {
  fromSnapshot,
  inSnapshot,
  inTransaction,
  inWorkspace,
  type WorkspaceTransaction,
} from './workspace-transaction.ts';

/** An open store: the same for the embedded server and for one given by DATABASE_URL. */
export interface Store {
  readonly server: { readonly kind: StoreSettings['kind']; readonly version: string };
  /** The migrations that opening it applied. */
  readonly migrated: readonly Migration[];
  /** One transaction inside one workspace. */
  inWorkspace<T>(workspaceId: string, work: (transaction: WorkspaceTransaction) => Promise<T>): Promise<T>;
  /** One state of one workspace, to read several statements from; it cannot write. */
  inSnapshot<T>(workspaceId: string, work: (transaction: WorkspaceTransaction) => Promise<T>): Promise<T>;
  /** One transaction outside every workspace: users, directory, jobs. */
  inTransaction<T>(work: (connection: Queryable) => Promise<T>): Promise<T>;
  /** A stream out of one transaction that reads only and sees one moment. `enterWorkspace` leads to rows. */
  fromSnapshot<T>(work: (connection: Queryable) => AsyncIterable<T>): AsyncGenerator<T, void, undefined>;
  /**
   * Hears what is told on a channel (`notifyChange`) over a connection of its own, made anew when it breaks; `missed`
   * says that something may have been told meanwhile. Answers how to stop.
   */
  listen(channel: string, hear: Hearing): Promise<() => Promise<void>>;
  /** Ends the connections and lets go of the embedded server. */
  close(): Promise<void>;
}

export interface OpenStoreOptions {
  /** Connections of the application at most; the embedded server takes 60 in all. */
  readonly connections?: number;
}

/** Opens the store of the settings: starts or joins its server, makes the roles, migrates, connects as the application. */
export async function openStore(settings: StoreSettings, options: OpenStoreOptions = {}): Promise<Store> {
  const { address, release } = await serverOf(settings);
  try {
    const version = await prepareServer(address);
    const migrated = await migrate(address);
    const pool = new pg.Pool({ ...clientSettings(address, roles.app), max: options.connections ?? 16 });
    // An idle connection that the server ends is replaced at the next use.
    pool.on('error', () => undefined);
    return {
      server: { kind: settings.kind, version },
      migrated,
      inWorkspace: (workspaceId, work) => inWorkspace(pool, workspaceId, work),
      inSnapshot: (workspaceId, work) => inSnapshot(pool, workspaceId, work),
      inTransaction: (work) => inTransaction(pool, work),
      fromSnapshot: (work) => fromSnapshot(pool, work),
      listen: (channel, hear) => listenTo(address, channel, hear),
      async close() {
        await pool.end();
        await release();
      },
    };
  } catch (error) {
    await release();
    throw error;
  }
}

/** The address of the settings' database, with the embedded server running. */
export async function serverOf(
  settings: StoreSettings,
): Promise<{ address: ServerAddress; release: () => Promise<void> }> {
  if (settings.kind === 'embedded') return embeddedAddress(settings);
  return { address: parseAddress(settings.url), release: async () => undefined };
}

/** Refuses a server that cannot hold the store and makes the roles; answers the version. */
async function prepareServer(address: ServerAddress): Promise<string> {
  return withConnection(address, undefined, async (connection) => {
    const version = await refuseUnfit(connection);
    await ensureRoles(connection);
    return version;
  });
}

async function refuseUnfit(connection: Queryable): Promise<string> {
  const [row] = await connection.query<{ number: number; version: string; encoding: string }>(
    `select current_setting('server_version_num')::int as number, current_setting('server_version') as version,
       current_setting('server_encoding') as encoding`,
  );
  const { number, version, encoding } = row!;
  if (number < 150_000 || encoding !== 'UTF8') {
    throw new CandorError('CND_STORE_SERVER', `the server is PostgreSQL ${version} with the encoding ${encoding}`, {
      version,
      encoding,
    });
  }
  return version;
}
