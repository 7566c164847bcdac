import type { WorkspaceTransaction } from '../store/index.ts';

/** The import on whose behalf rows are written: all of it in one transaction. */
export interface ImportScope {
  readonly transaction: WorkspaceTransaction;
  readonly importId: string;
  /** The place of the import among those of the workspace. */
  readonly number: number;
}
