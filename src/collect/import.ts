import type { CellBatch } from './cell.ts';
import type { FileKind, ImportMapping, RowKind } from './import-mapping.ts';
import type { ProblemCount } from './row-problem.ts';

/** What an import is of: a kind of file, or a company with rows of all kinds. */
export type ImportKind = FileKind | 'company';

/** waiting: staged for a worker. running: a process reads it. Only `done` is in force. */
export type ImportState = 'waiting' | 'running' | 'done' | 'failed' | 'undone';

/** Rows of one kind; for a file all are of the same kind. */
export interface KindBatch extends CellBatch {
  readonly kind: RowKind;
  /** Share of the source that was read up to here, 0..1, where it is known. */
  readonly share?: number;
}

/** How the rows of one kind stand in their batches. */
export interface TableShape {
  readonly mapping: ImportMapping;
  readonly columns: readonly string[];
}

/** Something to import: rows of one or more kinds in an order in which each names only what came before. */
export interface RowsToImport {
  readonly kind: ImportKind;
  readonly fileName: string;
  /** SHA-256 of the bytes in hex: the same file in force is refused. */
  readonly fileHash: string;
  readonly tables: Readonly<Partial<Record<RowKind, TableShape>>>;
  readonly rows: AsyncIterable<KindBatch> | Iterable<KindBatch>;
}

/** How far an import has come. */
export interface ImportProgress {
  readonly phase: 'examining' | 'reading' | 'counting' | 'done';
  readonly rows: number;
  /** Share of the source that was read, 0..1, where it is known. */
  readonly share?: number;
}

/** What was taken and what was not: of a dry run the same as of the true run. */
export interface ImportReport {
  readonly read: number;
  readonly used: number;
  readonly rejected: number;
  /** Rows among those used whose key was in force already: they count once. */
  readonly known: number;
  readonly reasons: readonly ProblemCount[];
}

export interface ImportSummary {
  readonly id: string;
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly state: ImportState;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  readonly undoneAt: Date | null;
  readonly progress: ImportProgress | Record<string, never>;
  readonly report: ImportReport;
  /** Why it failed. */
  readonly error?: { readonly code: string; readonly message: string };
}
