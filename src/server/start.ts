import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { responseIntake } from '../collect/index.ts';
import { type Config, readConfig } from '../config/index.ts';
import { CandorError, isCandorError } from '../errors/index.ts';
import { openStore, responseWriter } from '../store/index.ts';
import { application } from './application.ts';
import { auditSample } from './audit-routes.ts';
import type { ServerContext } from './context.ts';
import { openLiveHub } from './live-hub.ts';
import { jsonLog } from './log.ts';

/**
 * Serves until it is told to stop. Prints the address once it answers; a port that is taken or a wrong setting is one
 * line and exit code 2. SIGINT and SIGTERM close every connection, since an open page would hold the process.
 */
export async function start(environment: Readonly<Record<string, string | undefined>>): Promise<void> {
  try {
    const config = readConfig(environment);
    const context = await openContext(config);
    const server = await listen(context);
    const { port } = server.address() as AddressInfo;
    process.stdout.write(`\n  Candor  http://${shownHost(config.host)}:${port}\n\n`);
    process.stdout.write('  The page shows a sample programme, already judged; drop your own file on it.\n');
    process.stdout.write('  Files are read on this machine and not kept. Ctrl-C stops.\n\n');
    stopOnSignal(server, context);
    await auditSample();
  } catch (error) {
    if (!isCandorError(error)) throw error;
    process.stderr.write(`${error.message}. ${error.remedy}\n`);
    process.exitCode = error.exitCode;
  }
}

type Server = ReturnType<typeof serve>;

/** The store is open and migrated before the first request is taken. */
async function openContext(config: Config): Promise<ServerContext> {
  const store = await openStore(config.store);
  const clock = () => new Date();
  const log = jsonLog((line) => process.stderr.write(line));
  return {
    config,
    store,
    intake: responseIntake(store, responseWriter(store), clock),
    live: await openLiveHub(store, clock),
    clock,
    log,
  };
}

function listen(context: ServerContext): Promise<Server> {
  const { host, port } = context.config;
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: application(context).fetch, hostname: host, port }, () => resolve(server));
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenError(error, host, port)));
  });
}

function listenError(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE') return new CandorError('CND_PORT_TAKEN', `port ${port} is taken`, { port });
  if (error.code === 'EACCES' || error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return new CandorError('CND_PORT_TAKEN', `${host}:${port} cannot be served (${error.code})`, { port, host });
  }
  return error;
}

const shownHost = (host: string) =>
  host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;

function stopOnSignal(server: Server, { live, store }: ServerContext): void {
  const stop = () => {
    server.close(async () => {
      await live.close();
      await store.close();
      process.exit(0);
    });
    if ('closeAllConnections' in server) server.closeAllConnections();
    setTimeout(() => process.exit(0), 10_000).unref();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}
