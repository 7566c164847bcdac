import { randomBytes } from 'node:crypto';
import { hashPassword } from '../people/index.ts';
import { newId, type Queryable } from '../store/index.ts';

interface PersonRow {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly language: string;
}

/**
 * Makes the people of a workspace file known here, and notes who has which id. Whoever has an account of the same
 * address is that person; the others get one that nobody can sign in with until they are invited. Answers how many are
 * new.
 */
export async function takePersons(connection: Queryable, lines: Buffer, persons: Map<string, string>): Promise<number> {
  const rows = JSON.parse(`[${lines.toString().trimEnd().replaceAll('\n', ',')}]`) as PersonRow[];
  if (rows.length === 0) return 0;
  const emails = rows.map(({ email }) => email);
  const ids = rows.map(({ id }) => id);
  const known = await connection.query<{ id: string; email: string }>(
    'select id, email from "user" where email = any ($1) or id = any ($2)',
    [emails, ids],
  );
  const idOf = new Map(known.map(({ id, email }) => [email, id]));
  const takenIds = new Set(known.map(({ id }) => id));
  const fresh = rows
    .filter(({ email }) => !idOf.has(email))
    .map((row) => ({ ...row, there: row.id, id: takenIds.has(row.id) ? newId() : row.id }));
  // Nobody knows the password of this hash.
  const passwordHash = await hashPassword(randomBytes(32).toString('base64'));
  if (fresh.length > 0) {
    await connection.query(
      `insert into "user" (id, email, name, language, password_hash)
       select x.id, x.email, x.name, x.language, $5
       from unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) as x (id, email, name, language)`,
      [
        fresh.map(({ id }) => id),
        fresh.map(({ email }) => email),
        fresh.map(({ name }) => name),
        fresh.map(({ language }) => language),
        passwordHash,
      ],
    );
  }
  for (const { id, email } of rows) persons.set(id, idOf.get(email) ?? id);
  for (const { id, there } of fresh) persons.set(there, id);
  return fresh.length;
}
