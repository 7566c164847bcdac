import { setTimeout as sleep } from 'node:timers/promises';
import type { StoreSettings } from '../config/index.ts';
import { isCandorError } from '../errors/index.ts';
import { type OpenStoreOptions, openStore, type Store } from '../store/index.ts';

/** A database that starts together with this process (a container, a machine) is there within this time. */
const patienceMilliseconds = 60_000;

/** Opens the store; a server of DATABASE_URL that is not there yet is asked again for a minute. */
export async function openPatiently(
  settings: StoreSettings,
  options: OpenStoreOptions,
  onWait: () => void,
): Promise<Store> {
  const givenUpAt = performance.now() + patienceMilliseconds;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await openStore(settings, options);
    } catch (error) {
      const away = isCandorError(error) && error.code === 'CND_STORE_UNREACHABLE' && settings.kind === 'server';
      if (!away || performance.now() > givenUpAt) throw error;
      if (attempt === 1) onWait();
      await sleep(1_000);
    }
  }
}
