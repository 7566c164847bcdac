import { join } from 'node:path';
import { isCandorError } from '../../errors/index.ts';
import type { ServerAddress } from '../address.ts';
import { embeddedAddress } from './embedded-database.ts';
import { readPidFile } from './server-process.ts';

/** A look reads one small file: PostgreSQL takes its note away when it stops, and a killed one is found by its number. */
const lookEveryMilliseconds = 1_000;

/**
 * Runs the embedded server and keeps it running: one that is gone (killed, out of memory, a full disk) is started again,
 * at the same port where it is still free. Two processes on one home look both; the lock of the launch lets one start it.
 */
export async function keptRunning(
  settings: { home: string; port: number },
  look?: (address: ServerAddress) => Promise<unknown>,
): Promise<{
  address: ServerAddress;
  release: () => Promise<void>;
  onMoved: (listener: (port: number) => void) => void;
}> {
  const first = await embeddedAddress(settings, look);
  const releases = [first.release];
  const listeners: ((port: number) => void)[] = [];
  const data = join(settings.home, 'postgresql');
  let { port } = first.address;
  let looking: Promise<void> | undefined;
  const lookAgain = async () => {
    if (readPidFile({ data })) return;
    const again = await startAgain(settings, port);
    if (!again) return;
    releases.push(again.release);
    port = again.address.port;
    for (const listener of listeners) listener(port);
  };
  const timer = setInterval(() => {
    looking ??= lookAgain().finally(() => {
      looking = undefined;
    });
  }, lookEveryMilliseconds);
  timer.unref();
  return {
    address: first.address,
    onMoved: (listener) => void listeners.push(listener),
    async release() {
      clearInterval(timer);
      await looking;
      for (const release of releases) await release();
    },
  };
}

/** Undefined while it cannot be (the disk is still full, another one is starting): the next look tries again. */
async function startAgain({ home, port }: { home: string; port: number }, lastPort: number) {
  try {
    return await embeddedAddress({ home, port: port || lastPort });
  } catch (error) {
    // Requests are told that the store is away, and postgresql.log says why.
    if (port !== 0 || !isCandorError(error) || error.code !== 'CND_STORE_PORT') return undefined;
    return embeddedAddress({ home, port: 0 }).catch(() => undefined);
  }
}
