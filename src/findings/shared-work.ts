/** Work that several ask for at once is done once; it is given up when the last of them has gone. Results are kept. */
export class SharedWork<Result> {
  readonly #most: number;
  readonly #kept = new Map<string, Result>();
  readonly #running = new Map<string, Running<Result>>();

  /** @param most results that are kept, the newest ones. */
  constructor(most: number) {
    this.#most = most;
  }

  async of(
    name: string,
    signal: AbortSignal | undefined,
    work: (signal: AbortSignal) => Promise<Result>,
  ): Promise<Result> {
    const kept = this.#kept.get(name);
    if (kept !== undefined) return kept;
    signal?.throwIfAborted();
    const running = this.#running.get(name) ?? this.#start(name, work);
    running.askers++;
    return new Promise<Result>((resolve, reject) => {
      const leave = () => {
        running.askers--;
        if (running.askers === 0) {
          // Whoever asks from now on begins anew.
          this.#running.delete(name);
          running.stop.abort(signal!.reason);
        }
        reject(signal!.reason);
      };
      signal?.addEventListener('abort', leave, { once: true });
      running.result.then(resolve, reject).finally(() => signal?.removeEventListener('abort', leave));
    });
  }

  #start(name: string, work: (signal: AbortSignal) => Promise<Result>): Running<Result> {
    const stop = new AbortController();
    const running: Running<Result> = { stop, askers: 0, result: work(stop.signal) };
    this.#running.set(name, running);
    const end = () => {
      if (this.#running.get(name) === running) this.#running.delete(name);
    };
    running.result.then((result) => {
      this.#keep(name, result);
      end();
    }, end);
    return running;
  }

  #keep(name: string, result: Result): void {
    this.#kept.set(name, result);
    if (this.#kept.size > this.#most) this.#kept.delete(this.#kept.keys().next().value!);
  }
}

interface Running<Result> {
  readonly stop: AbortController;
  readonly result: Promise<Result>;
  askers: number;
}
