import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { CandorError, isCandorError } from '../../errors/index.ts';
import type { ServerAddress } from '../address.ts';
import { engineFiles } from './engine-files.ts';
import { folderError, type HomeFolder, prepareHome } from './home-folder.ts';
import { joinClients, withLaunchLock } from './launch-lock.ts';
import { addressOf, prepareData, readPidFile, removeStalePidFile, startServer, stopServer } from './server-process.ts';
import { type ServerUser, serverUser } from './server-user.ts';

/** A running embedded server, and how this process lets go of it. */
export interface EmbeddedServer {
  /** As the administrator, to the database `postgres`. */
  readonly address: ServerAddress;
  /** `reused`: it was running, left behind by a killed process or used by another one. */
  readonly origin: 'started' | 'reused';
  /** Stops the server when no other process uses it. */
  readonly release: () => Promise<void>;
}

/**
 * Starts the embedded PostgreSQL of a home folder, or joins the one that runs there. Two processes on one home share
 * one server; the last to leave stops it. A server whose process was killed is joined by the next start. `prepare` runs
 * before any other process may join.
 */
export async function launchServer(
  home: string,
  wishedPort: number,
  prepare: (address: ServerAddress) => Promise<void> = async () => undefined,
): Promise<EmbeddedServer> {
  const user = serverUser();
  const folder = prepareHome(home, user);
  try {
    return await withLaunchLock(folder, async () => {
      const leave = joinClients(folder);
      try {
        const { address, origin } = await preparedServer(folder, { user, wishedPort, prepare });
        const release = () => withLaunchLock(folder, async () => (leave() ? stopServer(folder) : undefined));
        return { address, origin, release };
      } catch (error) {
        if (leave()) await stopServer(folder);
        throw error;
      }
    });
  } catch (error) {
    throw isCandorError(error) ? error : folderError(error, home);
  }
}

/** A server found running may be dying just then, of a kill a moment ago: then it is waited for and started again. */
async function preparedServer(
  folder: HomeFolder,
  options: {
    user: ServerUser | undefined;
    wishedPort: number;
    prepare: (address: ServerAddress) => Promise<void>;
  },
): Promise<{ address: ServerAddress; origin: Running['origin'] }> {
  const { user, wishedPort, prepare } = options;
  for (;;) {
    const { port, origin } = await runningServer(folder, user, wishedPort);
    const address = addressOf(folder, port);
    try {
      await prepare(address);
      return { address, origin };
    } catch (error) {
      await sleep(200);
      if (origin === 'started' || readPidFile(folder)) throw error;
    }
  }
}

type Running = { port: number; origin: EmbeddedServer['origin'] };

async function runningServer(folder: HomeFolder, user: ServerUser | undefined, wished: number): Promise<Running> {
  const engine = await engineFiles(folder.home);
  await prepareData(folder, engine, user);
  const found = await settled(folder);
  if (found) return { port: found.port, origin: 'reused' };
  removeStalePidFile(folder);
  for (let attempt = 1; ; attempt += 1) {
    const port = wished || (await freePort());
    try {
      await startServer(folder, engine, { port, user });
      return { port, origin: 'started' };
    } catch (error) {
      if (!mayPass(error, wished) || attempt === 10) throw error;
      await sleep(500);
    }
  }
}

/** A server found while it still recovers or stops is waited for: it ends up ready or gone. */
async function settled(folder: HomeFolder) {
  const givenUpAt = performance.now() + 120_000;
  for (;;) {
    const found = readPidFile(folder);
    if (!found || found.state === 'ready') return found;
    if (performance.now() > givenUpAt) {
      throw new CandorError('CND_STORE_BUSY', `the database in ${folder.home} is ${found.state} for two minutes`, {
        path: folder.home,
      });
    }
    await sleep(50);
  }
}

/** A free port may be taken between the look and the start; children of a killed server hold its memory for a moment. */
function mayPass(error: unknown, wishedPort: number): boolean {
  if (!isCandorError(error)) return false;
  if (error.code === 'CND_STORE_PORT') return wishedPort === 0;
  return error.code === 'CND_STORE_START' && /shared memory block|lock file/.test(error.message);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
