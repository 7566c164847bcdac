import { CandorError } from '../errors/index.ts';
import { newId, type Queryable, type Store } from '../store/index.ts';
import { isPassword, longestPassword } from './password.ts';
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
  const account = hashOf(`account ${canonicalEmail(email)}`);
  const subjects = [account, hashOf(`address ${address}`)];
  // Counted before the password is looked at, in a transaction of its own: a hundred at once are a hundred.
  await store.inTransaction((transaction) => countAttempt(transaction, subjects, now));
  await store.inTransaction((transaction) => refuseTooMany(transaction, subjects, now));
  const found = await store.inTransaction((transaction) => personOf(transaction, email));
  const right = await isPassword(password.slice(0, longestPassword + 1), found?.passwordHash);
  if (!right || !found || found.disabledAt) throw new CandorError('CND_SIGN_IN_WRONG', 'e-mail or password is wrong');
  return store.inTransaction(async (transaction) => {
    await transaction.query('delete from sign_in_attempt where subject = any ($1)', [subjects]);
    return { token: await beginSession(transaction, { userId: found.id, now, life }), userId: found.id };
  });
}

function personOf(transaction: Queryable, email: string) {
  return transaction
    .query<{ id: string; passwordHash: string; disabledAt: Date | null }>(
      'select id, password_hash as "passwordHash", disabled_at as "disabledAt" from "user" where email = $1',
      [canonicalEmail(email)],
    )
    .then(([row]) => row);
}

async function countAttempt(transaction: Queryable, subjects: readonly Buffer[], now: Date): Promise<void> {
  await transaction.query(
    'insert into sign_in_attempt (id, subject, attempted_at) select id, subject, $3 from unnest($1::uuid[], $2::bytea[]) as a (id, subject)',
    [subjects.map(() => newId()), subjects, now],
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
