import { CandorError } from '../errors/index.ts';
import { newId, type Queryable, type Store } from '../store/index.ts';
import { recordEvent } from './audit-event-store.ts';
import { isPassword } from './password.ts';
import { canonicalEmail } from './person.ts';
import { hashOf } from './secret.ts';
import { beginSession, type SessionLife } from './session-store.ts';

/** Attempts in a window of 15 minutes, for one account and for one address: enough for typing errors, useless for guessing. */
const attemptsAllowed = 10;
const windowMilliseconds = 15 * 60_000;

export interface SignIn {
  readonly email: string;
  readonly password: string;
  /** Of the other side, as far as it is known. */
  readonly address: string;
  readonly now: Date;
  readonly life: SessionLife;
}

/**
 * Signs in and answers the token of the session. A wrong password, an unknown address and a disabled person are one
 * refusal that took the same work; too many attempts are refused before any work.
 */
export async function signIn(store: Store, attempt: SignIn): Promise<{ token: string; userId: string }> {
  const { email, password, address, now, life } = attempt;
  const subjects = [hashOf(`account ${canonicalEmail(email)}`), hashOf(`address ${address}`)];
  const attempts = subjects.map((subject) => ({ id: newId(), subject }));
  // Counted before the password is looked at, in a transaction of its own: a hundred at once are a hundred.
  await store.inTransaction((transaction) => countAttempts(transaction, attempts, now));
  await store.inTransaction((transaction) => refuseTooMany(transaction, subjects, now));
  const [found] = await store.inTransaction((transaction) =>
    transaction.query<{ id: string; passwordHash: string; disabledAt: Date | null }>(
      'select id, password_hash as "passwordHash", disabled_at as "disabledAt" from "user" where email = $1',
      [canonicalEmail(email)],
    ),
  );
  const right = await isPassword(password, found?.passwordHash);
  if (!right || !found || found.disabledAt) {
    // Not waited for: the time of the answer would tell that the address has an account.
    if (found) recordSignIn(store, { userId: found.id, now, ok: false }).catch(() => undefined);
    throw new CandorError('CND_SIGN_IN_WRONG', 'e-mail or password is wrong');
  }
  const token = await store.inTransaction(async (transaction) => {
    // The account begins anew; of the address only this attempt is taken back, or one right password would free it.
    await transaction.query('delete from sign_in_attempt where subject = $1 or id = any ($2)', [
      subjects[0],
      attempts.map(({ id }) => id),
    ]);
    return beginSession(transaction, { userId: found.id, now, life });
  });
  await recordSignIn(store, { userId: found.id, now, ok: true });
  return { token, userId: found.id };
}

async function countAttempts(
  transaction: Queryable,
  attempts: readonly { id: string; subject: Buffer }[],
  now: Date,
): Promise<void> {
  await transaction.query(
    `insert into sign_in_attempt (id, subject, attempted_at)
     select id, subject, $3 from unnest($1::uuid[], $2::bytea[]) as attempt (id, subject)`,
    [attempts.map(({ id }) => id), attempts.map(({ subject }) => subject), now],
  );
}

async function refuseTooMany(transaction: Queryable, subjects: readonly Buffer[], now: Date): Promise<void> {
  const [most] = await transaction.query<{ n: number }>(
    `select coalesce(max(n), 0)::int as n from (
       select count(*) as n from sign_in_attempt where subject = any ($1) and attempted_at > $2 group by subject
     ) counted`,
    [subjects, new Date(now.getTime() - windowMilliseconds)],
  );
  if (most!.n <= attemptsAllowed) return;
  throw new CandorError('CND_SIGN_IN_LIMIT', 'too many attempts to sign in; wait 15 minutes', { minutes: 15 });
}

/** Written into the log of every workspace that the person may enter. */
async function recordSignIn(store: Store, signedIn: { userId: string; now: Date; ok: boolean }): Promise<void> {
  const { userId, now, ok } = signedIn;
  const places = await store.inTransaction((transaction) =>
    transaction.query<{ id: string }>('select workspace_id as id from user_workspace where user_id = $1', [userId]),
  );
  const event = {
    action: ok ? 'sign-in' : 'sign-in-refused',
    subjectKind: 'person',
    subjectId: userId,
    at: now,
  } as const;
  const who = ok ? ({ kind: 'person', userId, sessionId: '' } as const) : ({ kind: 'nobody' } as const);
  for (const { id } of places) {
    await store.inWorkspace(id, (transaction) => recordEvent(transaction, who, event));
  }
}
