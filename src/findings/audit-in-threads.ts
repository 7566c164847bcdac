import { Worker } from 'node:worker_threads';
import { CandorError, type ErrorCode } from '../errors/index.ts';
import type { AnswerSeries } from '../metrics/index.ts';
import type { AuditedColumns, ColumnsToAudit, ProgrammeAuditor } from './programme-auditor.ts';

export interface AuditThreads {
  /** `audit-thread.ts`, built. */
  readonly program: URL;
  /** Audits at the same time; others wait for their turn. */
  readonly most: number;
  /** Of computing, without the wait. */
  readonly seconds: number;
}

/**
 * Judges programmes in threads of their own, so that a server goes on answering: an audit of a million answers computes
 * for seconds. A thread lives for one audit and ends with it, or at once when nobody waits any longer.
 */
export function auditInThreads(threads: AuditThreads): ProgrammeAuditor {
  const turns = new Turns(threads.most);
  return async (columns, signal) => {
    await turns.take(signal);
    try {
      return await auditInThread(threads, columns, signal);
    } finally {
      turns.giveBack();
    }
  };
}

type Told =
  | { audited: AuditedColumns }
  | { refused: { code: ErrorCode; message: string; details: CandorError['details'] } };

async function auditInThread(
  { program, seconds }: AuditThreads,
  columns: ColumnsToAudit,
  signal?: AbortSignal,
): Promise<AuditedColumns> {
  const thread = new Worker(program);
  let timer: NodeJS.Timeout | undefined;
  let onAbort: (() => void) | undefined;
  try {
    const told = await new Promise<Told>((resolve, reject) => {
      thread.once('message', resolve);
      thread.once('error', reject);
      thread.once('exit', (code) => reject(new Error(`the thread of an audit ended with ${code}`)));
      timer = setTimeout(() => reject(tooSlow(seconds)), seconds * 1000);
      onAbort = () => reject(signal!.reason);
      signal?.addEventListener('abort', onAbort);
      thread.postMessage(columns, buffersOf(columns.series));
    });
    if ('audited' in told) return told.audited;
    throw new CandorError(told.refused.code, told.refused.message, told.refused.details);
  } finally {
    clearTimeout(timer);
    if (onAbort) signal?.removeEventListener('abort', onAbort);
    await thread.terminate();
  }
}

const tooSlow = (seconds: number) =>
  new CandorError('CND_AUDIT_SLOW', `the programme audit computed for more than ${seconds} seconds`, { seconds });

/** The memory of the columns, which the thread takes over: copying a million answers would hold up everybody else. */
function buffersOf(series: AnswerSeries): ArrayBuffer[] {
  const columns = Object.values(series).flatMap((column) => [column, (column as { codes?: unknown }).codes]);
  const buffers = columns.flatMap((column) => (ArrayBuffer.isView(column) ? [column.buffer as ArrayBuffer] : []));
  return [...new Set(buffers)];
}

/** At most so many at once, in the order in which they came. */
class Turns {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(most: number) {
    this.#free = most;
  }

  async take(signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    if (this.#free > 0) {
      this.#free--;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const leave = () => {
        this.#waiting.splice(this.#waiting.indexOf(enter), 1);
        reject(signal!.reason);
      };
      const enter = () => {
        signal?.removeEventListener('abort', leave);
        resolve();
      };
      signal?.addEventListener('abort', leave, { once: true });
      this.#waiting.push(enter);
    });
  }

  giveBack(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#free++;
  }
}
