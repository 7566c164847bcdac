import { createPerson, hashPassword, type Language, makePassword } from '../people/index.ts';
import type { Queryable } from '../store/index.ts';

/** Who shall own a workspace that is taken in. */
export interface NamedOwner {
  readonly email: string;
  readonly name: string;
  readonly language: Language;
}

/** The person of this address; made with a password where there is none, which is told once. */
export async function workspaceOwner(
  connection: Queryable,
  person: NamedOwner,
): Promise<{ readonly id: string; readonly password?: string }> {
  const password = makePassword();
  const made = await createPerson(connection, { ...person, passwordHash: await hashPassword(password) });
  if (made !== undefined) return { id: made, password };
  const [known] = await connection.query<{ id: string }>('select id from "user" where email = $1', [
    person.email.trim().toLowerCase(),
  ]);
  return { id: known!.id };
}
