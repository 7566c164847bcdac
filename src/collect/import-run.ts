import type { EntityNames, ImportScope } from '../accounts/index.ts';
import type { RowReport } from './row-problem.ts';

/** A running import: where it writes, by which clock and zone, and what it has met. */
export interface ImportRun extends ImportScope {
  readonly now: Date;
  readonly timeZone: string;
  readonly currency: string;
  readonly report: RowReport;
  /** A dry run does all but the writing of answers; its transaction is rolled back. */
  readonly dry: boolean;
  readonly accounts: EntityNames;
  readonly contacts: EntityNames;
  readonly orgUnits: EntityNames;
  readonly touchpoints: EntityNames;
}
