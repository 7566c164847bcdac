import type { Given } from './steps.ts';
import { timeOrderedId } from './time-ordered-id.ts';

/** One person's answers on the device. `open` while he is still there; `parked` when the server would not take them. */
export interface QueuedAnswer {
  readonly id: string;
  readonly sequence: number;
  readonly version: string;
  readonly language: string;
  /** By the clock of the device. */
  readonly at: number;
  readonly offset?: number;
  readonly completed: boolean;
  readonly given: Given;
  readonly state: 'open' | 'waiting' | 'parked';
  readonly reason?: string;
}

/** What the device knows of itself. */
interface DeviceState {
  readonly device: string;
  readonly sequence: number;
  /** What is added to its clock, from the last call that was answered. */
  readonly offset?: number;
  readonly syncedAt?: number;
}

export interface AnswerQueue {
  readonly device: () => Promise<DeviceState>;
  readonly all: () => Promise<readonly QueuedAnswer[]>;
  /** The first tap of a person: resolves when it is on the disk. */
  readonly begin: (
    first: Pick<QueuedAnswer, 'version' | 'language' | 'given' | 'completed'>,
    now: number,
  ) => Promise<QueuedAnswer>;
  /** Writes an answer over; resolves when it is on the disk. One that is not there any more stays away. */
  readonly change: (id: string, change: Partial<Omit<QueuedAnswer, 'id'>>) => Promise<void>;
  readonly remove: (ids: readonly string[]) => Promise<void>;
  readonly noteSync: (offset: number, at: number) => Promise<void>;
}

/** `strict`: committed means flushed, or a power cut would take what was thanked for. */
const durable = { durability: 'strict' } as const;

/** The queue of this place; another place on the same device has its own. */
export async function openQueue(name: string): Promise<AnswerQueue> {
  const database = await opened(name);
  const write = <Result>(stores: string[], work: (transaction: IDBTransaction) => Promise<Result>): Promise<Result> =>
    committed(database.transaction(stores, 'readwrite', durable), work);
  const read = <Result>(store: string, work: (store: IDBObjectStore) => Promise<Result>) =>
    work(database.transaction(store).objectStore(store));
  const deviceOf = async (store: IDBObjectStore): Promise<DeviceState> =>
    (await resultOf<DeviceState | undefined>(store.get('device'))) ?? { device: crypto.randomUUID(), sequence: 0 };

  return {
    device: () =>
      write(['state'], async (transaction) => {
        const store = transaction.objectStore('state');
        const state = await deviceOf(store);
        store.put(state, 'device');
        return state;
      }),
    all: () => read('answers', (store) => resultOf<QueuedAnswer[]>(store.index('sequence').getAll())),
    begin: (first, now) =>
      write(['state', 'answers'], async (transaction) => {
        const states = transaction.objectStore('state');
        const held = await deviceOf(states);
        const sequence = held.sequence + 1;
        const id = timeOrderedId(now, crypto.getRandomValues(new Uint8Array(16)));
        const offset = held.offset === undefined ? {} : { offset: held.offset };
        const answer: QueuedAnswer = { ...first, ...offset, id, sequence, at: now, state: 'open' };
        // One transaction: no number without its answer, no answer without its number.
        states.put({ ...held, sequence }, 'device');
        transaction.objectStore('answers').add(answer);
        return answer;
      }),
    change: (id, change) =>
      write(['answers'], async (transaction) => {
        const store = transaction.objectStore('answers');
        const held = await resultOf<QueuedAnswer | undefined>(store.get(id));
        if (held) store.put({ ...held, ...change });
      }),
    remove: (ids) =>
      write(['answers'], async (transaction) => {
        for (const id of ids) transaction.objectStore('answers').delete(id);
      }),
    noteSync: (offset, at) =>
      write(['state'], async (transaction) => {
        const store = transaction.objectStore('state');
        store.put({ ...(await deviceOf(store)), offset, syncedAt: at }, 'device');
      }),
  };
}

function opened(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(`candor ${name}`, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore('state');
    request.result.createObjectStore('answers', { keyPath: 'id' }).createIndex('sequence', 'sequence');
  };
  return resultOf(request);
}

function resultOf<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('storage'));
  });
}

/** Resolves with the commit, not with the last request: a full disk is told only then. */
function committed<Result>(
  transaction: IDBTransaction,
  work: (transaction: IDBTransaction) => Promise<Result>,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    let result: Result;
    transaction.oncomplete = () => resolve(result);
    transaction.onabort = () => reject(transaction.error ?? new Error('storage'));
    work(transaction).then(
      (value) => {
        result = value;
      },
      (error: unknown) => {
        reject(error);
        try {
          transaction.abort();
        } catch {
          // It is over already.
        }
      },
    );
  });
}
