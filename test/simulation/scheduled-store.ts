import type { Store } from '../../src/store/index.ts';
import type { Chance } from './seeded-chance.ts';

interface Waiting {
  readonly owner: string;
  run(): Promise<void>;
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Lets one transaction run at a time and draws which of those that wait is next: whatever several workers do at once
 * happens in an order that the seed decides, the same at every replay.
 */
export class Turnstile {
  /** Transactions that were committed so far: the one order in which everything of a year happened. */
  sequence = 0;
  private readonly waiting: Waiting[] = [];
  private drawn = 0;
  private readonly chance: Chance;

  constructor(chance: Chance) {
    this.chance = chance;
  }

  enter(one: Waiting): void {
    this.waiting.push(one);
  }

  /** Runs until every task has ended, and hands on what the first that failed threw. */
  async run(tasks: readonly Promise<unknown>[]): Promise<void> {
    let open = tasks.length;
    let failure: { readonly error: unknown } | undefined;
    for (const task of tasks) {
      task.then(
        () => {
          open -= 1;
        },
        (error) => {
          open -= 1;
          failure ??= { error };
        },
      );
    }
    for (let idle = 0; ; ) {
      await nextTurn();
      if (this.waiting.length === 0) {
        if (open === 0) break;
        idle += 1;
        if (idle > 20_000) throw new Error('nobody waits for the store, and somebody has not ended');
        continue;
      }
      idle = 0;
      this.drawn += 1;
      const place = Math.floor(this.chance('turn', this.drawn) * this.waiting.length);
      await this.waiting.splice(place, 1)[0]!.run();
    }
    if (failure) throw failure.error;
  }
}

/** Dies at its n-th transaction: before it, so that nothing of it happens, or after its commit, of which it never hears. */
export interface Death {
  readonly transaction: number;
  readonly when: 'before' | 'after';
}

/** A store as one worker holds it. Once it is dead none of its calls ever returns. */
export class WorkerStore {
  readonly died: Promise<'died'>;
  isDead = false;
  private calls = 0;
  private tell: (how: 'died') => void = () => undefined;

  private readonly store: Store;
  private readonly turnstile: Turnstile;
  private readonly owner: string;
  private readonly death: Death | undefined;

  constructor(store: Store, turnstile: Turnstile, owner: string, death?: Death) {
    this.store = store;
    this.turnstile = turnstile;
    this.owner = owner;
    this.death = death;
    this.died = new Promise((resolve) => {
      this.tell = resolve;
    });
  }

  die(): void {
    this.isDead = true;
    this.tell('died');
  }

  asStore(): Store {
    const { store } = this;
    return {
      ...store,
      inWorkspace: (id, work) => this.taken(() => store.inWorkspace(id, work)),
      inWorkspaceAtOnce: (id, work) => this.taken(() => store.inWorkspaceAtOnce(id, work)),
      inSnapshot: (id, work) => this.taken(() => store.inSnapshot(id, work)),
      readWorkspace: (id, work) => this.taken(() => store.readWorkspace(id, work)),
      inTransaction: (work) => this.taken(() => store.inTransaction(work)),
    };
  }

  private taken<T>(transaction: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.isDead) return;
      this.turnstile.enter({
        owner: this.owner,
        run: async () => {
          if (this.isDead) return;
          this.calls += 1;
          const isLast = this.calls === this.death?.transaction;
          if (isLast && this.death.when === 'before') return this.die();
          try {
            const result = await transaction();
            this.turnstile.sequence += 1;
            if (isLast) return this.die();
            resolve(result);
          } catch (error) {
            reject(error);
          }
        },
      });
    });
  }
}
