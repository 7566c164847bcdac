import { CandorError } from '../errors/index.ts';
import { type Queryable, roles, sqlState } from './connection.ts';

/** Said by the server when another process made the same role or grant a moment ago. */
const madeMeanwhile = new Set(['42710', '23505', 'XX000']);

/**
 * Makes the three roles and lets the login (else the current role) take on migrator and app. None of them is a superuser or passes row
 * level security, also not the owner: it is forced. Safe to run at every start and by two processes at once.
 */
export async function ensureRoles(connection: Queryable, login?: string): Promise<void> {
  const missing = await missingRoles(connection);
  try {
    for (const role of missing) await quietly(connection, `create role ${role} nologin nosuperuser nobypassrls`);
    const notTaken = await rolesNotTaken(connection, login);
    for (const role of notTaken) await quietly(connection, `grant ${role} to ${login ?? 'current_user'}`);
    if (login === undefined) await ensureSchemaRights(connection);
  } catch (error) {
    if (sqlState(error) !== '42501') throw error;
    throw new CandorError('CND_STORE_ROLES', `the roles of the database cannot be made: ${(error as Error).message}`, {
      missing,
    });
  }
  await refuseStrongRoles(connection);
}

/** Whether `ensureRoles` would find nothing to make or refuse, in one statement. */
export async function rolesStand(connection: Queryable): Promise<boolean> {
  const [row] = await connection.query<{ standing: boolean }>(
    `select count(*) = 3 and bool_and(
       not (rolsuper or rolbypassrls)
       and (rolname = $3 or pg_has_role(session_user, oid, 'member'))
       and (rolname <> $1 or has_schema_privilege(oid, 'public', 'create'))
       and (rolname <> $3 or has_schema_privilege(oid, 'public', 'usage'))) as standing
     from pg_roles where rolname in ($1, $2, $3)`,
    [roles.migrator, roles.app, roles.bi],
  );
  return row!.standing;
}

async function missingRoles(connection: Queryable): Promise<string[]> {
  const rows = await connection.query<{ rolname: string }>('select rolname from pg_roles where rolname = any ($1)', [
    Object.values(roles),
  ]);
  const found = new Set(rows.map(({ rolname }) => rolname));
  return Object.values(roles).filter((role) => !found.has(role));
}

async function rolesNotTaken(connection: Queryable, login: string | undefined): Promise<string[]> {
  const rows = await connection.query<{ rolname: string }>(
    "select rolname from pg_roles where rolname = any ($1) and not pg_has_role(coalesce($2, current_user), oid, 'member')",
    [[roles.migrator, roles.app], login ?? null],
  );
  return rows.map(({ rolname }) => rolname);
}

/** Since PostgreSQL 15 nobody but the owner of the database may make tables in its schema. */
async function ensureSchemaRights(connection: Queryable): Promise<void> {
  const [right] = await connection.query<{ create: boolean; usage: boolean }>(
    `select has_schema_privilege($1, 'public', 'create') as create, has_schema_privilege($2, 'public', 'usage') as usage`,
    [roles.migrator, roles.bi],
  );
  if (!right?.create) await quietly(connection, `grant usage, create on schema public to ${roles.migrator}`);
  if (!right?.usage) await quietly(connection, `grant usage on schema public to ${roles.app}, ${roles.bi}`);
}

async function refuseStrongRoles(connection: Queryable): Promise<void> {
  const strong = await connection.query<{ rolname: string }>(
    'select rolname from pg_roles where rolname = any ($1) and (rolsuper or rolbypassrls)',
    [Object.values(roles)],
  );
  if (strong.length === 0) return;
  const names = strong.map(({ rolname }) => rolname);
  throw new CandorError('CND_STORE_ROLES', `${names.join(', ')} would pass row level security`, { strong: names });
}

async function quietly(connection: Queryable, statement: string): Promise<void> {
  try {
    await connection.query(statement);
  } catch (error) {
    if (!madeMeanwhile.has(sqlState(error) ?? '')) throw error;
  }
}
