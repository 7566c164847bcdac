import { isCandorError } from '../errors/index.ts';
import type { Store } from '../store/index.ts';
import { endImport } from './import-store.ts';
import { RowReport } from './row-problem.ts';

/** Whether the file or the call is to blame: trying again would not change it, as it would with a store that is away. */
export function isRefusal(error: unknown): boolean {
  return isCandorError(error) && !error.code.startsWith('CND_STORE_');
}

/** Notes that an import failed, with what was wrong with its rows. Nothing else of it is kept. */
export async function failImport(
  store: Store,
  workspaceId: string,
  failure: { readonly id: string; readonly report?: RowReport; readonly error: unknown; readonly now: Date },
): Promise<void> {
  const { id, report = new RowReport(), error, now } = failure;
  // What the database says about a value may hold a person: only our own words are kept.
  const told = isCandorError(error)
    ? { code: error.code, message: error.message }
    : { code: 'CND_IMPORT_STOPPED', message: 'the import stopped before its end; nothing of it was kept' };
  // Where the store itself is gone the import is found later, by its silence.
  await store
    .inWorkspace(workspaceId, (transaction) =>
      endImport(transaction, id, { state: 'failed', report, now, error: told }),
    )
    .catch(() => undefined);
}
