import { CandorError } from '../errors/index.ts';
import type { ServerAddress } from './address.ts';
import { type Queryable, roles, withConnection } from './connection.ts';
import { type Migration, readMigrations } from './migration-file.ts';

/** Any number, the same for every Candor: two that migrate one database wait for each other. */
const migrationLock = 5_318_008_204;

/** What stands in the store about one migration. */
interface AppliedMigration {
  readonly number: number;
  readonly name: string;
  readonly checksum: string;
}

/**
 * Brings the schema up to date as its owner. Each migration is one transaction together with the note that it was
 * applied, so an interruption leaves it whole or not at all; a second run at the same time waits and finds nothing to do.
 */
export async function migrate(
  address: ServerAddress,
  migrations: readonly Migration[] = readMigrations(),
): Promise<readonly Migration[]> {
  return withConnection(address, roles.migrator, async (connection) => {
    // Ends with the session, so a killed process leaves no lock.
    await connection.query('select pg_advisory_lock($1)', [migrationLock]);
    await connection.query(`create table if not exists schema_migration (
      number integer primary key,
      name text not null,
      checksum text not null,
      applied_at timestamptz not null default now()
    )`);
    await connection.query(`grant select on schema_migration to ${roles.app}`);
    const pending = pendingMigrations(await appliedMigrations(connection), migrations);
    for (const migration of pending) await apply(connection, migration);
    return pending;
  });
}

/** The migrations that the store has; none where it was never migrated. */
export async function appliedMigrations(connection: Queryable): Promise<readonly AppliedMigration[]> {
  const [table] = await connection.query<{ found: boolean }>(
    "select to_regclass('public.schema_migration') is not null as found",
  );
  if (!table?.found) return [];
  return connection.query<AppliedMigration>('select number, name, checksum from schema_migration order by number');
}

/** Whether nothing is to be applied; refuses what `migrate` would refuse. */
export async function isMigrated(
  connection: Queryable,
  migrations: readonly Migration[] = readMigrations(),
): Promise<boolean> {
  return pendingMigrations(await appliedMigrations(connection), migrations).length === 0;
}

/** What is to be applied; refuses a store of a newer Candor, and a released file that was changed. */
export function pendingMigrations(
  applied: readonly AppliedMigration[],
  migrations: readonly Migration[],
): readonly Migration[] {
  for (const [index, { number, name, checksum }] of applied.entries()) {
    const own = migrations[index];
    if (!own)
      throw new CandorError('CND_MIGRATION_AHEAD', `the store has migration ${number} (${name}), unknown here`, {
        number,
      });
    if (own.number !== number || own.checksum !== checksum) {
      throw new CandorError('CND_MIGRATION_CHANGED', `migration ${own.number} is not the one that was applied`, {
        number,
      });
    }
  }
  return migrations.slice(applied.length);
}

async function apply(connection: Queryable, migration: Migration): Promise<void> {
  const { number, name, checksum, statements } = migration;
  await connection.query('begin');
  let statement = '';
  try {
    for (statement of statements) await connection.query(statement);
    await connection.query('insert into schema_migration (number, name, checksum) values ($1, $2, $3)', [
      number,
      name,
      checksum,
    ]);
    await connection.query('commit');
  } catch (error) {
    await connection.query('rollback').catch(() => undefined);
    const message = `migration ${number} (${name}) failed: ${(error as Error).message}`;
    throw new CandorError('CND_MIGRATION_FAILED', message, { number, statement: statement.slice(0, 200) });
  }
}
