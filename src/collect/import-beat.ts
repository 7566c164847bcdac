import type { Store } from '../store/index.ts';
import type { ImportProgress } from './import.ts';

const beatMilliseconds = 500;
/** Every sign is a new version of a row that the import's own rows refer to: after the first 20 only every tenth is written. */
const signsAtOnce = 20;

/**
 * Shows how far an import has come while its transaction is open: each sign of life is a transaction of its own, so that
 * other connections see it.
 */
export class ImportBeat {
  readonly #store: Store;
  readonly #workspaceId: string;
  readonly #id: string;
  readonly #clock: () => Date;
  readonly #timer: NodeJS.Timeout;
  #progress: ImportProgress = { phase: 'reading', rows: 0 };
  #writing: Promise<void> | undefined;
  #beats = 0;

  constructor(store: Store, of: { workspaceId: string; id: string; clock: () => Date }) {
    this.#store = store;
    this.#workspaceId = of.workspaceId;
    this.#id = of.id;
    this.#clock = of.clock;
    this.#timer = setInterval(() => this.#beat(), beatMilliseconds);
    this.#timer.unref();
  }

  note(progress: ImportProgress): void {
    this.#progress = progress;
  }

  /** The last sign is written when this ends: nothing of it waits for the end of the import. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#writing;
  }

  #beat(): void {
    this.#beats += 1;
    if (this.#beats > signsAtOnce && this.#beats % 10 !== 0) return;
    // A sign that cannot be written is no reason to fail: the import itself meets what is wrong.
    this.#writing ??= this.#write()
      .catch(() => undefined)
      .finally(() => {
        this.#writing = undefined;
      });
  }

  async #write(): Promise<void> {
    await this.#store.inWorkspace(this.#workspaceId, (transaction) =>
      transaction.query(
        `update import set progress = $3::jsonb, beat_at = $4
         where workspace_id = $1 and id = $2 and state = 'running'`,
        [this.#workspaceId, this.#id, JSON.stringify(this.#progress), this.#clock()],
      ),
    );
  }
}
