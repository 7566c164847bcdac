import { createHash } from 'node:crypto';
import { type AuditInput, auditProgramme, type ProgrammeAudit } from '../audit/index.ts';
import type { AnswerSeries } from '../metrics/index.ts';
import { seedOf } from './run.ts';

/** Answers as columns and how they are to be judged. Without a seed it is that of their hash. */
export type ColumnsToAudit = Omit<AuditInput, 'seed'> & { readonly seed?: number };

export interface AuditedColumns {
  /** Of the columns that figures come from: the same answers give the same run. */
  readonly dataHash: string;
  readonly seed: number;
  readonly audit: ProgrammeAudit;
}

/** Judges a programme somewhere, here or in a thread of its own. The columns are given away: nobody reads them after. */
export type ProgrammeAuditor = (columns: ColumnsToAudit, signal?: AbortSignal) => Promise<AuditedColumns>;

/** In this thread: for a command, which has nothing else to do. */
export const auditHere: ProgrammeAuditor = async (columns) => auditColumns(columns);

export function auditColumns(columns: ColumnsToAudit): AuditedColumns {
  const dataHash = hashOfColumns(columns.series);
  const seed = columns.seed ?? seedOf(dataHash);
  return { dataHash, seed, audit: auditProgramme({ ...columns, seed }) };
}

function hashOfColumns({ scores, days, account, role, touchpoint, wait }: AnswerSeries): string {
  const hash = createHash('sha256');
  for (const column of [scores, days, account?.codes, role?.codes, touchpoint?.codes, wait]) {
    if (column) hash.update(new Uint8Array(column.buffer, column.byteOffset, column.byteLength));
    hash.update(';');
  }
  hash.update(JSON.stringify([account?.names, role?.names, touchpoint?.names]));
  return hash.digest('hex');
}
