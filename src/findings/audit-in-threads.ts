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
 * for seconds. A thread that nobody waits for any longer ends at once. One that has answered is kept for a minute: to start
 * one and to compile its program anew was a quarter of a correction of 100,000 answers (0.75 s, now 0.57 s).
 */
export function auditInThreads(threads: AuditThreads): ProgrammeAuditor {
  const turns = new Turns(threads.most);
  const kept = new KeptThreads(threads.program);
  return async (columns, signal) => {
    await turns.take(signal);
    try {
      return await auditInThread(kept, threads.seconds, columns, signal);
    } finally {
      turns.giveBack();
    }
  };
}

type Told =
  | { audited: AuditedColumns }
  | { refused: { code: ErrorCode; message: string; details: CandorError['details'] } };

async function auditInThread(
  kept: KeptThreads,
  seconds: number,
  columns: ColumnsToAudit,
  signal?: AbortSignal,
): Promise<AuditedColumns> {
  const thread = kept.take();
  let timer: NodeJS.Timeout | undefined;
  let onAbort: (() => void) | undefined;
  let told: Told | undefined;
  const deaf = new AbortController();
  try {
    told = await new Promise<Told>((resolve, reject) => {
      const ended = (code: number) => reject(new Error(`the thread of an audit ended with ${code}`));
      hear(thread, { message: resolve, error: reject, exit: ended }, deaf.signal);
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
    // One that has not answered still computes, and is heard until it has ended: an error of its last moment is not ours.
    if (!told) await thread.terminate();
    deaf.abort();
    if (told) kept.keep(thread);
  }
}

/** Hears until it is told to stop. Never removeAllListeners(): a Worker keeps its own among them and is dumb after it. */
function hear(thread: Worker, how: Readonly<Record<string, (told: never) => void>>, until: AbortSignal): void {
  for (const [event, heard] of Object.entries(how) as [string, () => void][]) {
    thread.on(event, heard);
    until.addEventListener('abort', () => thread.off(event, heard));
  }
}

/** The next correction on the page comes within it, as a rule. */
const keptMilliseconds = 60_000;

/** Threads that have judged and wait for more: they keep no process alive, and end when nothing comes. */
class KeptThreads {
  readonly #program: URL;
  readonly #idle: { readonly thread: Worker; readonly leave: () => void }[] = [];

  constructor(program: URL) {
    this.#program = program;
  }

  take(): Worker {
    const idle = this.#idle.at(-1);
    if (!idle) return new Worker(this.#program);
    idle.leave();
    idle.thread.ref();
    return idle.thread;
  }

  keep(thread: Worker): void {
    const deaf = new AbortController();
    const timer = setTimeout(() => void thread.terminate(), keptMilliseconds).unref();
    const leave = () => {
      clearTimeout(timer);
      deaf.abort();
      this.#idle.splice(this.#idle.indexOf(idle), 1);
    };
    const idle = { thread, leave };
    this.#idle.push(idle);
    thread.unref();
    // An error that nobody hears would be a fault of this process; the exit follows it.
    hear(thread, { exit: leave, error: () => undefined }, deaf.signal);
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
