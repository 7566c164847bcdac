import { newId, type Queryable } from '../store/index.ts';
import { canonicalEmail, type Language } from './person.ts';

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
