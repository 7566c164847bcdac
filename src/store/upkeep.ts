import type { Store } from './open-store.ts';

/** What is done for the whole store from time to time. */
export type UpkeepKind = 'worker' | 'recount' | 'backup';

/** Notes that it was done: `worker` is the beat of the loop of jobs. */
export async function noteUpkeep(store: Pick<Store, 'inTransaction'>, kind: UpkeepKind, now: Date): Promise<void> {
  await store.inTransaction((connection) =>
    connection.query(
      'insert into upkeep (kind, done_at) values ($1, $2) on conflict (kind) do update set done_at = excluded.done_at',
      [kind, now],
    ),
  );
}

/** Notes it and answers true where it was not done since then: of several that ask, one is told yes. */
export async function takeUpkeep(
  store: Pick<Store, 'inTransaction'>,
  kind: UpkeepKind,
  { now, notSince }: { now: Date; notSince: Date },
): Promise<boolean> {
  const taken = await store.inTransaction((connection) =>
    connection.query(
      `insert into upkeep (kind, done_at) values ($1, $2)
       on conflict (kind) do update set done_at = excluded.done_at where upkeep.done_at < $3 returning kind`,
      [kind, now, notSince],
    ),
  );
  return taken.length === 1;
}
