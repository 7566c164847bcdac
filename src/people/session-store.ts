import { newId, type Queryable, type Store } from '../store/index.ts';
import type { Person } from './person.ts';
import { hashOf, newSecret } from './secret.ts';

/** How long a session lives: without use, and in all. */
export interface SessionLife {
  readonly idleMilliseconds: number;
  readonly absoluteMilliseconds: number;
}

export type SessionEnd = 'sign-out' | 'sign-out-everywhere' | 'password' | 'disabled';

export interface LiveSession {
  readonly sessionId: string;
  readonly person: Person;
}

/** Written at most once a minute, or every request of an open page would be a write. */
const seenEveryMilliseconds = 60_000;

/** Begins a session and answers its token, which is never to be had again. */
export async function beginSession(
  transaction: Queryable,
  begin: { userId: string; now: Date; life: SessionLife },
): Promise<string> {
  const { userId, now, life } = begin;
  const token = newSecret();
  await transaction.query(
    'insert into session (id, token_hash, user_id, created_at, last_seen_at, expires_at) values ($1, $2, $3, $4, $4, $5)',
    [newId(), hashOf(token), userId, now, new Date(now.getTime() + life.absoluteMilliseconds)],
  );
  return token;
}

export interface SessionLook {
  readonly token: string;
  readonly now: Date;
  readonly life: SessionLife;
  /** False where a stream stays open: that is no use of the session. */
  readonly isUse?: boolean;
}

/** The living session of a token and its person; nothing where it is unknown, ended, expired, or the person disabled. */
export async function findSession(store: Store, look: SessionLook): Promise<LiveSession | undefined> {
  const { token, now, life, isUse = true } = look;
  return store.inTransaction(async (transaction) => {
    const [row] = await transaction.query<Person & { sessionId: string; lastSeenAt: Date }>(
      `select s.id as "sessionId", s.last_seen_at as "lastSeenAt", u.id, u.name, u.email, u.language
       from session s join "user" u on u.id = s.user_id
       where s.token_hash = $1 and s.ended_at is null and s.expires_at > $2 and s.last_seen_at > $3
         and u.disabled_at is null`,
      [hashOf(token), now, new Date(now.getTime() - life.idleMilliseconds)],
    );
    if (!row) return undefined;
    const { sessionId, lastSeenAt, ...person } = row;
    if (isUse && now.getTime() - lastSeenAt.getTime() >= seenEveryMilliseconds) {
      await transaction.query('update session set last_seen_at = $2 where id = $1', [sessionId, now]);
    }
    return { sessionId, person };
  });
}

export async function endSession(transaction: Queryable, end: { sessionId: string; now: Date }): Promise<void> {
  await transaction.query(
    "update session set ended_at = $2, ended_by = 'sign-out' where id = $1 and ended_at is null",
    [end.sessionId, end.now],
  );
}

/** Ends every session of a person, on all devices; `but` stays. */
export async function endSessionsOf(
  transaction: Queryable,
  end: { userId: string; now: Date; by: SessionEnd; but?: string },
): Promise<void> {
  await transaction.query(
    `update session set ended_at = $2, ended_by = $3
     where user_id = $1 and ended_at is null and ($4::uuid is null or id <> $4)`,
    [end.userId, end.now, end.by, end.but ?? null],
  );
}

/** Takes away what nobody needs any more: sessions a month over, and attempts out of every window. */
export async function sweepSessions(store: Store, now: Date): Promise<void> {
  const monthAgo = new Date(now.getTime() - 30 * 86_400_000);
  await store.inTransaction(async (transaction) => {
    await transaction.query('delete from session where expires_at < $1', [monthAgo]);
    await transaction.query('delete from sign_in_attempt where attempted_at < $1', [monthAgo]);
  });
}
