import { Worker } from 'node:worker_threads';
import { CandorError, type ErrorCode } from '../errors/index.ts';

export interface WorkThreads {
  /** The program of a thread, built. */
  readonly program: URL;
  /** Threads that work at the same time; others wait for their turn. */
  readonly most: number;
  /** Of computing, without the wait. */
  readonly seconds: number;
}

/** Somebody's work: what is given away to a thread, and how it is told that it took too long. */
export interface ThreadWork<Given> {
  /** Memory that the thread takes over: copying a million answers would hold up everybody else. */
  readonly buffers: (given: Given) => ArrayBuffer[];
  readonly tooSlow: (seconds: number) => CandorError;
}

/**
 * Computes in threads of their own, so that a server goes on answering: an audit of a million answers computes for
 * seconds. A thread that nobody waits for any longer ends at once. One that has answered is kept for a minute: to start
 * one and to compile its program anew was a quarter of a correction of 100,000 answers (0.75 s, now 0.57 s).
 */
export function workInThreads<Given, Made>(
  threads: WorkThreads,
  work: ThreadWork<Given>,
): (given: Given, signal?: AbortSignal) => Promise<Made> {
  const turns = new Turns(threads.most);
  const kept = new KeptThreads(threads.program);
  return async (given, signal) => {
    await turns.take(signal);
    try {
      return await workInThread<Given, Made>(kept, { ...work, seconds: threads.seconds }, given, signal);
    } finally {
      turns.giveBack();
    }
  };
}

/** What a thread says when it is done. */
export type Told<Made> =
  | { readonly made: Made }
  | { readonly refused: { code: ErrorCode; message: string; details: CandorError['details'] } };

async function workInThread<Given, Made>(
  kept: KeptThreads,
  { seconds, buffers, tooSlow }: ThreadWork<Given> & { seconds: number },
  given: Given,
  signal?: AbortSignal,
): Promise<Made> {
  const thread = kept.take();
  let timer: NodeJS.Timeout | undefined;
  let onAbort: (() => void) | undefined;
  let told: Told<Made> | undefined;
  const deaf = new AbortController();
  try {
    told = await new Promise<Told<Made>>((resolve, reject) => {
      const ended = (code: number) => reject(new Error(`a thread ended with ${code}`));
      hear(thread, { message: resolve, error: reject, exit: ended }, deaf.signal);
      timer = setTimeout(() => reject(tooSlow(seconds)), seconds * 1000);
      onAbort = () => reject(signal!.reason);
      signal?.addEventListener('abort', onAbort);
      thread.postMessage(given, buffers(given));
    });
    if ('made' in told) return told.made;
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
