import { CandorError } from '../errors/index.ts';
import { newId, type Queryable, type Store } from '../store/index.ts';
import { hashPassword, isPassword, refuseWeakPassword, shortestPassword } from './password.ts';
import { canonicalEmail, type Language, type Person } from './person.ts';
import { endSessionsOf } from './session-store.ts';

export interface NewPerson {
  readonly email: string;
  readonly name: string;
  readonly language: Language;
  readonly passwordHash: string;
}

/** Makes a person and answers the id; nothing where the address has an account already. */
export async function createPerson(transaction: Queryable, person: NewPerson): Promise<string | undefined> {
  const { email, name, language, passwordHash } = person;
  const id = newId();
  const made = await transaction.query(
    `insert into "user" (id, email, name, password_hash, language) values ($1, $2, $3, $4, $5)
     on conflict do nothing returning id`,
    [id, canonicalEmail(email), name, passwordHash, language],
  );
  return made.length === 1 ? id : undefined;
}

export interface PersonChange {
  readonly name?: string;
  readonly language?: Language;
  readonly password?: string;
  /** The present password; a new one is taken with it only. */
  readonly presentPassword?: string;
}

/** Changes what a person may change about himself. A new password ends every other session of his. */
export async function changePerson(
  store: Store,
  asking: { person: Person; sessionId: string; now: Date },
  { name, language, password, presentPassword }: PersonChange,
): Promise<Person> {
  const { person, sessionId, now } = asking;
  let passwordHash: string | undefined;
  if (password !== undefined) {
    await refuseWrongPassword(store, person.id, presentPassword ?? '');
    refuseWeakPassword(password, { least: shortestPassword.member, email: person.email });
    passwordHash = await hashPassword(password);
  }
  return store.inTransaction(async (transaction) => {
    const [changed] = await transaction.query<Person>(
      `update "user" set name = coalesce($2, name), language = coalesce($3, language),
         password_hash = coalesce($4, password_hash)
       where id = $1 returning id, name, email, language`,
      [person.id, name ?? null, language ?? null, passwordHash ?? null],
    );
    if (passwordHash) await endSessionsOf(transaction, { userId: person.id, now, by: 'password', but: sessionId });
    return changed!;
  });
}

async function refuseWrongPassword(store: Store, userId: string, password: string): Promise<void> {
  const [row] = await store.inTransaction((transaction) =>
    transaction.query<{ passwordHash: string }>('select password_hash as "passwordHash" from "user" where id = $1', [
      userId,
    ]),
  );
  if (await isPassword(password, row?.passwordHash)) return;
  throw new CandorError('CND_SIGN_IN_WRONG', 'the present password is wrong', { field: 'presentPassword' });
}

/** Gives a person a new password and ends all his sessions: for whoever lost the old one. */
export async function renewPassword(
  transaction: Queryable,
  renew: { userId: string; name: string; language: Language; passwordHash: string; now: Date },
): Promise<void> {
  const { userId, name, language, passwordHash, now } = renew;
  await transaction.query('update "user" set name = $2, language = $3, password_hash = $4 where id = $1', [
    userId,
    name,
    language,
    passwordHash,
  ]);
  await endSessionsOf(transaction, { userId, now, by: 'password' });
}

/** Whether anybody has an account here: before the first one, the set-up is open. */
export async function hasPeople(store: Store): Promise<boolean> {
  const found = await store.inTransaction((transaction) => transaction.query('select 1 from "user" limit 1'));
  return found.length > 0;
}
