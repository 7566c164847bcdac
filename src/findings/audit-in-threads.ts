import { CandorError } from '../errors/index.ts';
import type { AnswerSeries } from '../metrics/index.ts';
import type { AuditedColumns, ColumnsToAudit, ProgrammeAuditor } from './programme-auditor.ts';
import { type WorkThreads, workInThreads } from './work-in-threads.ts';

/** Judges programmes in threads of their own; `program` is `audit-thread.ts`, built. */
export function auditInThreads(threads: WorkThreads): ProgrammeAuditor {
  return workInThreads<ColumnsToAudit, AuditedColumns>(threads, {
    buffers: ({ series }) => buffersOf(series),
    tooSlow,
  });
}

const tooSlow = (seconds: number) =>
  new CandorError('CND_AUDIT_SLOW', `the programme audit computed for more than ${seconds} seconds`, { seconds });

/** The memory of the columns, which the thread takes over: copying a million answers would hold up everybody else. */
function buffersOf(series: AnswerSeries): ArrayBuffer[] {
  const columns = Object.values(series).flatMap((column) => [column, (column as { codes?: unknown }).codes]);
  const buffers = columns.flatMap((column) => (ArrayBuffer.isView(column) ? [column.buffer as ArrayBuffer] : []));
  return [...new Set(buffers)];
}
