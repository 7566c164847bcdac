import { CandorError } from '../errors/index.ts';
import { newId, type Store, type WorkspaceTransaction } from '../store/index.ts';
import type { ImportKind, ImportProgress, ImportReport, ImportState, ImportSummary } from './import.ts';
import type { ProblemReason, RowProblem, RowReport } from './row-problem.ts';

export interface NewImport {
  readonly id: string;
  readonly kind: ImportKind;
  readonly fileName: string;
  /** SHA-256 in hex. */
  readonly fileHash: string;
  readonly mapping: unknown;
  readonly state: 'waiting' | 'running';
  readonly importedBy?: string | undefined;
  readonly now: Date;
}

/** Notes that an import begins; refused where the same file is in force or being imported (`CND_IMPORT_KNOWN`). */
export async function insertImport(transaction: WorkspaceTransaction, given: NewImport): Promise<void> {
  const { id, kind, fileName, fileHash, mapping, state, importedBy, now } = given;
  const made = await transaction.query(
    `insert into import (workspace_id, id, kind, file_name, file_hash, mapping, state, imported_by, started_at, beat_at, staged)
     values ($1, $2, $3, $4, decode($5, 'hex'), $6::jsonb, $7, $8, $9, $9, $10) on conflict do nothing returning id`,
    [
      transaction.workspaceId,
      id,
      kind,
      fileName.slice(0, 300).replaceAll('\0', ''),
      fileHash,
      JSON.stringify(mapping),
      state,
      importedBy ?? null,
      now,
      state === 'waiting',
    ],
  );
  if (made.length > 0) return;
  const [held] = await transaction.query<{ id: string; file_name: string; started_at: Date; state: string }>(
    `select id, file_name, started_at, state from import
     where workspace_id = $1 and kind = $2 and file_hash = decode($3, 'hex') and state in ('waiting', 'running', 'done')`,
    [transaction.workspaceId, kind, fileHash],
  );
  const at = held?.started_at.toISOString() ?? '';
  const done = held?.state === 'done' ? 'was imported' : 'is being imported';
  throw new CandorError('CND_IMPORT_KNOWN', `this file ${done} as "${held?.file_name}" on ${at} (import ${held?.id})`, {
    import: held?.id ?? '',
    file: held?.file_name ?? '',
    date: at,
    state: held?.state ?? '',
  });
}

/** Takes an import that waits, or whose process died, for this process. False when it is over already. */
export async function takeImport(transaction: WorkspaceTransaction, id: string, now: Date): Promise<boolean> {
  const taken = await transaction.query(
    `update import set state = 'running', beat_at = $3, progress = '{}'
     where workspace_id = $1 and id = $2 and state in ('waiting', 'running') returning id`,
    [transaction.workspaceId, id, now],
  );
  return taken.length > 0;
}

/** One import of a workspace at a time comes into force or is undone; the lock ends with the transaction. */
export async function lockImports({ workspaceId, query }: WorkspaceTransaction): Promise<void> {
  // A long import is one long transaction; the limit for single statements of a page is not meant for it.
  await query('set local statement_timeout = 0');
  await query("select pg_advisory_xact_lock(hashtextextended('import ' || $1::text, 0))", [workspaceId]);
}

/** The place of the next import among those of the workspace. The caller holds the lock. */
export async function nextImportNumber({ workspaceId, query }: WorkspaceTransaction): Promise<number> {
  const [row] = await query<{ number: number }>(
    'select coalesce(max(number), 0)::int + 1 as number from import where workspace_id = $1',
    [workspaceId],
  );
  return row!.number;
}

/** Ends an import: with its report, in the transaction that wrote its rows, or without any rows where it failed. */
export async function endImport(
  transaction: WorkspaceTransaction,
  id: string,
  end: {
    readonly state: 'done' | 'failed';
    readonly number?: number;
    readonly report: RowReport;
    readonly now: Date;
    readonly error?: { readonly code: string; readonly message: string };
  },
): Promise<void> {
  const { workspaceId } = transaction;
  const { state, number, report, now, error } = end;
  const held = { reasons: report.counts, ...(error ? { error } : {}) };
  const ended = await transaction.query(
    `update import set state = $3, number = $4, rows_read = $5, rows_used = $6, rows_rejected = $7, rows_known = $8,
       report = $9::jsonb, finished_at = $10, staged = false, progress = $11::jsonb
     where workspace_id = $1 and id = $2 and state in ('waiting', 'running') returning id`,
    [
      workspaceId,
      id,
      state,
      number ?? null,
      report.read,
      report.used,
      report.rejected,
      report.known,
      JSON.stringify(held),
      now,
      JSON.stringify({ phase: 'done', rows: report.read, share: 1 } satisfies ImportProgress),
    ],
  );
  if (ended.length === 0) return;
  await transaction.query('delete from import_chunk where workspace_id = $1 and import_id = $2', [workspaceId, id]);
  await insertProblems(transaction, id, report.problems);
}

async function insertProblems(transaction: WorkspaceTransaction, importId: string, problems: readonly RowProblem[]) {
  for (let from = 0; from < problems.length; from += 5_000) {
    const some = problems.slice(from, from + 5_000);
    await transaction.query(
      `insert into import_problem (workspace_id, import_id, id, line, reason, field, value, rejected)
       select $1, $2::uuid, * from unnest($3::uuid[], $4::int[], $5::text[], $6::text[], $7::text[], $8::boolean[])
       on conflict do nothing returning id`,
      [
        transaction.workspaceId,
        importId,
        some.map(() => newId()),
        some.map(({ line }) => line),
        some.map(({ reason }) => reason),
        some.map(({ field }) => field),
        some.map(({ value }) => value.replaceAll('\0', '')),
        some.map(({ rejected }) => rejected),
      ],
    );
  }
}

interface ImportRow {
  readonly id: string;
  readonly kind: ImportKind;
  readonly file_name: string;
  readonly state: ImportState;
  readonly started_at: Date;
  readonly finished_at: Date | null;
  readonly undone_at: Date | null;
  readonly progress: ImportSummary['progress'];
  readonly rows_read: number;
  readonly rows_used: number;
  readonly rows_rejected: number;
  readonly rows_known: number;
  readonly report: { reasons?: ImportReport['reasons']; error?: { code: string; message: string } };
}

const importColumns = `id, kind, file_name, state, started_at, finished_at, undone_at, progress, rows_read, rows_used,
  rows_rejected, rows_known, report`;

const summaryOf = (row: ImportRow): ImportSummary => ({
  id: row.id,
  kind: row.kind,
  fileName: row.file_name,
  state: row.state,
  startedAt: row.started_at,
  finishedAt: row.finished_at,
  undoneAt: row.undone_at,
  progress: row.progress,
  report: {
    read: row.rows_read,
    used: row.rows_used,
    rejected: row.rows_rejected,
    known: row.rows_known,
    reasons: row.report.reasons ?? [],
  },
  ...(row.report.error ? { error: row.report.error } : {}),
});

/** The imports of a workspace, the latest first. */
export async function listImports(store: Store, workspaceId: string): Promise<readonly ImportSummary[]> {
  const rows = await store.inWorkspace(workspaceId, (transaction) =>
    transaction.query<ImportRow>(
      `select ${importColumns} from import where workspace_id = $1 order by started_at desc, id desc limit 1000`,
      [workspaceId],
    ),
  );
  return rows.map(summaryOf);
}

/** One import; `CND_NOT_FOUND` where the workspace has none of this id. */
export async function findImport(store: Store, workspaceId: string, id: string): Promise<ImportSummary> {
  const [row] = await store.inWorkspace(workspaceId, (transaction) =>
    transaction.query<ImportRow>(`select ${importColumns} from import where workspace_id = $1 and id = $2`, [
      workspaceId,
      id,
    ]),
  );
  if (!row) throw importNotFound(id);
  return summaryOf(row);
}

export const importNotFound = (id: string): CandorError =>
  new CandorError('CND_NOT_FOUND', `there is no import ${id}`, { import: id });

/** The problems of an import, line by line. */
export async function importProblems(store: Store, workspaceId: string, id: string): Promise<readonly RowProblem[]> {
  return store.inWorkspace(workspaceId, (transaction) =>
    transaction.query<RowProblem & { reason: ProblemReason }>(
      `select line, reason, field, value, rejected from import_problem where workspace_id = $1 and import_id = $2
       order by line, id`,
      [workspaceId, id],
    ),
  );
}

/** The workspace of an import, for the operator who names the id alone; `CND_NOT_FOUND` where none has it. */
export async function findImportAnywhere(store: Store, id: string): Promise<string> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) throw importNotFound(id);
  const places = await store.inTransaction((connection) =>
    connection.query<{ id: string }>('select workspace_id as id from workspace_directory order by workspace_id'),
  );
  for (const { id: workspaceId } of places) {
    const found = await store.inWorkspace(workspaceId, (transaction) =>
      transaction.query('select 1 from import where workspace_id = $1 and id = $2', [workspaceId, id]),
    );
    if (found.length > 0) return workspaceId;
  }
  throw importNotFound(id);
}
