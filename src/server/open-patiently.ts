import { setTimeout as sleep } from 'node:timers/promises';
import type { StoreSettings } from '../config/index.ts';
import { isCandorError } from '../errors/index.ts';
import { type OpenStoreOptions, openStore, type Store } from '../store/index.ts';

interface Patience {
  /** A database that starts together with this process (a container, a machine) is there within a minute. */
  readonly milliseconds?: number;
  /** Told once, when it is waited for. */
  readonly onWait?: () => void;
  /** Whether this process serves already: then it goes on without this store until it is there. */
  readonly isServing?: () => boolean;
}

/**
 * Opens the store; a server of DATABASE_URL that is not there yet is asked again. A process that serves asks
 * for as long as it does, of either kind: an embedded one that was killed a quarter of a second after the first page ended
 * the process, since the store of the jobs was opened just then.
 */
export async function openPatiently(
  settings: StoreSettings,
  options: OpenStoreOptions,
  { milliseconds = 60_000, onWait, isServing = () => false }: Patience = {},
): Promise<Store> {
  const givenUpAt = performance.now() + milliseconds;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await openStore(settings, options);
    } catch (error) {
      const isPatient = isServing() || (settings.kind === 'server' && performance.now() < givenUpAt);
      if (!isPatient || !isCandorError(error) || !away.has(error.code)) throw error;
      if (attempt === 1) onWait?.();
      await sleep(1_000);
    }
  }
}

const away: ReadonlySet<string> = new Set(['CND_STORE_UNREACHABLE', 'CND_STORE_AWAY', 'CND_STORE_BUSY']);
