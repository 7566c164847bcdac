import { accountEntity, contactEntity, EntityNames, type ImportScope, orgUnitEntity } from '../accounts/index.ts';
import { CandorError } from '../errors/index.ts';
import { growing, newId, notifyChange, type Store, type WorkspaceTransaction } from '../store/index.ts';
import { slugOf } from './cell.ts';
import { countImport } from './count-import.ts';
import { contactKey, isAddress } from './external-id.ts';
import { failImport, isRefusal } from './fail-import.ts';
import type { ImportProgress, ImportReport, RowsToImport } from './import.ts';
import { ImportBeat } from './import-beat.ts';
import type { ImportRun } from './import-run.ts';
import { endImport, insertImport, lockImports, nextImportNumber } from './import-store.ts';
import { completeInvitations } from './invitation-rows.ts';
import { failLostImports, showAlive } from './lost-imports.ts';
import { regroupRows } from './regroup-rows.ts';
import { type RowProblem, RowReport } from './row-problem.ts';
import { rowTakers } from './row-takers.ts';
import { touchpointEntity } from './touchpoint-entity.ts';

export interface ImportOptions {
  readonly clock: () => Date;
  readonly importedBy?: string | undefined;
  /** All but the keeping: the report is that of the true run. */
  readonly dryRun?: boolean;
  /** An import that was noted before (`insertImport`) and taken by this process. */
  readonly importId?: string;
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined;
}

export interface ImportResult extends ImportReport {
  /** Absent after a dry run. */
  readonly id?: string;
  /** What was wrong, line by line. */
  readonly problems: readonly RowProblem[];
}

/**
 * Imports rows in one transaction: all of them, or nothing. Progress is seen by other connections while it runs. A file
 * that is in force already is refused (`CND_IMPORT_KNOWN`).
 */
export async function importRows(
  store: Store,
  workspaceId: string,
  rows: RowsToImport,
  options: ImportOptions,
): Promise<ImportResult> {
  const { clock, importedBy } = options;
  await failLostImports(store, workspaceId, clock());
  if (options.dryRun) return dryRun(store, workspaceId, rows, options);
  const id = options.importId ?? newId();
  if (options.importId === undefined) {
    await store.inWorkspace(workspaceId, (transaction) =>
      insertImport(transaction, { ...noteOf(rows), id, state: 'running', importedBy, now: clock() }),
    );
  }
  const report = new RowReport();
  const beat = new ImportBeat(store, { workspaceId, id, clock });
  const onProgress = (progress: ImportProgress) => {
    beat.note(progress);
    options.onProgress?.(progress);
  };
  try {
    await store.inWorkspace(workspaceId, async (transaction) => {
      const scope = await enterImport(transaction, id);
      await takeRows(scope, rows, { report, now: clock(), dry: false, onProgress });
      onProgress({ phase: 'counting', rows: report.read });
      await countImport(transaction, id, 1);
      await beat.stop();
      await endImport(transaction, id, { state: 'done', number: scope.number, report, now: clock() });
      await notifyChange(transaction);
    });
  } catch (error) {
    await beat.stop();
    // A fault that may pass leaves an import of a worker as it is, so that it is tried again.
    if (options.importId === undefined || isRefusal(error)) {
      await failImport(store, workspaceId, { id, report, error, now: clock() });
    }
    throw error;
  }
  return { id, ...reportOf(report), problems: report.problems };
}

async function dryRun(
  store: Store,
  workspaceId: string,
  rows: RowsToImport,
  { clock, onProgress = () => undefined }: ImportOptions,
): Promise<ImportResult> {
  const report = new RowReport();
  const rollBack = Symbol('dry run');
  const id = newId();
  const run = store.inWorkspace(workspaceId, async (transaction) => {
    await insertImport(transaction, { ...noteOf(rows), id, state: 'running', now: clock() });
    const scope = await enterImport(transaction, id);
    await takeRows(scope, rows, { report, now: clock(), dry: true, onProgress });
    throw rollBack;
  });
  await run.catch((error: unknown) => {
    if (error !== rollBack) throw error;
  });
  return { ...reportOf(report), problems: report.problems };
}

const noteOf = ({ kind, fileName, fileHash, tables }: RowsToImport) => ({
  kind,
  fileName,
  fileHash,
  mapping: Object.fromEntries(Object.entries(tables).map(([name, { mapping }]) => [name, mapping])),
});

const reportOf = (report: RowReport): ImportReport => ({
  read: report.read,
  used: report.used,
  rejected: report.rejected,
  known: report.known,
  reasons: report.counts,
});

async function enterImport(transaction: WorkspaceTransaction, importId: string): Promise<ImportScope> {
  await showAlive(transaction, importId);
  await lockImports(transaction);
  await refuseEnded(transaction, importId);
  return { transaction, importId, number: await nextImportNumber(transaction) };
}

/** While it waited for its turn, another worker may have ended it. */
async function refuseEnded(transaction: WorkspaceTransaction, importId: string): Promise<void> {
  const [held] = await transaction.query<{ state: string }>(
    'select state from import where workspace_id = $1 and id = $2',
    [transaction.workspaceId, importId],
  );
  if (held?.state === 'running') return;
  throw new CandorError('CND_IMPORT_STATE', `import ${importId} is ${held?.state ?? 'gone'}`, { import: importId });
}

async function takeRows(
  scope: ImportScope,
  { kind, fileName, tables, rows }: RowsToImport,
  given: {
    readonly report: RowReport;
    readonly now: Date;
    readonly dry: boolean;
    readonly onProgress: (progress: ImportProgress) => void;
  },
): Promise<void> {
  const { report, now, dry, onProgress } = given;
  const run = await runOf(scope, { report, now, dry });
  const takerOf = rowTakers(run, tables);
  const statistics = growing(scope.transaction);
  for await (const batch of kind === 'company' ? regroupRows(rows) : rows) {
    await takerOf(batch.kind).take(batch);
    await statistics.to(report.used);
    onProgress({ phase: 'reading', rows: report.read, ...(batch.share === undefined ? {} : { share: batch.share }) });
  }
  await statistics.end(report.used);
  if (tables.invitations) await completeInvitations(run);
  if (report.read === 0 && kind !== 'company') {
    throw new CandorError('CND_FILE_EMPTY', `"${fileName}" has a header and no rows`, { file: fileName });
  }
  if (report.used > 0 || kind === 'company') return;
  const reasons = report.counts.map(
    ({ reason, count, firstLine }) => `${reason} ${count} (first on line ${firstLine})`,
  );
  throw new CandorError(
    'CND_ALL_ROWS_REJECTED',
    `none of the ${report.read} rows of "${fileName}" can be used: ${reasons.join('; ')}`,
    { file: fileName, rows: report.read, reasons },
  );
}

async function runOf(scope: ImportScope, given: Pick<ImportRun, 'report' | 'now' | 'dry'>): Promise<ImportRun> {
  const { transaction } = scope;
  const [workspace] = await transaction.query<{ time_zone: string; currency: string }>(
    'select time_zone, currency from workspace where workspace_id = $1',
    [transaction.workspaceId],
  );
  return {
    ...scope,
    ...given,
    timeZone: workspace!.time_zone,
    currency: workspace!.currency,
    accounts: new EntityNames(scope, accountEntity),
    contacts: new EntityNames(scope, contactEntity, {
      keyOf: contactKey,
      told: (name) => (isAddress(name) ? { email: contactKey(name) } : {}),
    }),
    orgUnits: new EntityNames(scope, orgUnitEntity),
    touchpoints: new EntityNames(scope, touchpointEntity, { keyOf: slugOf, told: (name) => ({ called: name }) }),
  };
}
