import { existsSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { StoreSettings } from '../config/index.ts';
import { CandorError, isCandorError } from '../errors/index.ts';
import type { ServerAddress } from './address.ts';
import { type Queryable, roles, withConnection } from './connection.ts';
import { appliedMigrations, pendingMigrations } from './migrate.ts';
import { readMigrations } from './migration-file.ts';
import { serverOf } from './open-store.ts';
import type { UpkeepKind } from './upkeep.ts';

/** One line of the diagnosis. `mend` says what to do and stands only with a problem. */
export interface Diagnosis {
  readonly check: 'disk' | 'store' | 'schema' | 'roles' | 'time zone' | 'clock' | 'jobs' | 'backup';
  readonly ok: boolean;
  readonly finding: string;
  readonly mend?: string;
}

/** Below this a day of answers may fill the disk: 1 GB is about 5 million answers with their indexes. */
const comfortableBytes = 1024 ** 3;

/** Looks at everything the store needs and changes nothing, except that the embedded server runs meanwhile. */
export async function diagnoseStore(settings: StoreSettings): Promise<readonly Diagnosis[]> {
  const disk = settings.kind === 'embedded' ? [diskDiagnosis(settings.home)] : [];
  try {
    const { address, release } = await serverOf(settings);
    try {
      return [...disk, ...(await diagnoseServer(address, settings))];
    } finally {
      await release();
    }
  } catch (error) {
    return [...disk, problem('store', error)];
  }
}

function diskDiagnosis(home: string): Diagnosis {
  let folder = home;
  while (!existsSync(folder)) folder = dirname(folder);
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  const finding = `${(free / 1024 ** 3).toFixed(1)} GB free for ${home}`;
  if (free >= comfortableBytes) return { check: 'disk', ok: true, finding };
  return { check: 'disk', ok: false, finding, mend: new CandorError('CND_STORE_DISK', finding).remedy };
}

async function diagnoseServer(address: ServerAddress, settings: StoreSettings): Promise<Diagnosis[]> {
  return withConnection(address, undefined, async (connection) => [
    await storeDiagnosis(connection, settings),
    await asDiagnosis('schema', () => schemaDiagnosis(address)),
    await asDiagnosis('roles', () => rolesDiagnosis(address)),
    await timeZoneDiagnosis(address),
    await clockDiagnosis(connection),
    ...(await upkeepDiagnoses(address)),
  ]);
}

async function storeDiagnosis(connection: Queryable, { kind }: StoreSettings): Promise<Diagnosis> {
  const [row] = await connection.query<{ version: string; size: string }>(
    "select current_setting('server_version') as version, pg_size_pretty(pg_database_size(current_database())) as size",
  );
  const where = kind === 'embedded' ? 'embedded' : 'from DATABASE_URL';
  return { check: 'store', ok: true, finding: `PostgreSQL ${row!.version}, ${where}, ${row!.size}` };
}

async function schemaDiagnosis(address: ServerAddress): Promise<Diagnosis> {
  const applied = await withConnection(address, roles.migrator, appliedMigrations);
  const pending = pendingMigrations(applied, readMigrations());
  if (pending.length === 0) return { check: 'schema', ok: true, finding: `all ${applied.length} migrations applied` };
  const finding = `${pending.length} of ${applied.length + pending.length} migrations are not applied`;
  return { check: 'schema', ok: false, finding, mend: 'Run candor migrate.' };
}

async function rolesDiagnosis(address: ServerAddress): Promise<Diagnosis> {
  return withConnection(address, roles.app, async (connection) => {
    const [role] = await connection.query<{ strong: boolean; superuser: boolean }>(
      `select a.rolsuper or a.rolbypassrls as strong, s.rolsuper as superuser
       from pg_roles a, pg_roles s where a.rolname = current_user and s.rolname = session_user`,
    );
    if (role!.strong) throw new CandorError('CND_STORE_ROLES', `${roles.app} would pass row level security`);
    if (!role!.superuser) return { check: 'roles', ok: true, finding: `the application works as ${roles.app}` };
    const mend = 'Let DATABASE_URL name a role that is no superuser; see docs/guides/scale-out.md.';
    return { check: 'roles', ok: false, finding: 'the login is a superuser', mend };
  });
}

/** Instants are stored in UTC; days and weeks are cut in the zone of the workspace, by the zones that Node brings. */
async function timeZoneDiagnosis(address: ServerAddress): Promise<Diagnosis> {
  const zone = await withConnection(address, undefined, async (connection) => {
    const [row] = await connection.query<{ zone: string }>("select current_setting('timezone') as zone");
    return row!.zone;
  });
  const zones = Intl.supportedValuesOf('timeZone').length;
  const finding = `sessions in ${zone}, ${zones} time zones known, this machine in ${Intl.DateTimeFormat().resolvedOptions().timeZone}`;
  if (zone === 'UTC' && zones > 300) return { check: 'time zone', ok: true, finding };
  return {
    check: 'time zone',
    ok: false,
    finding,
    mend: 'Use a Node with full international data and a server that lets a session set its zone.',
  };
}

async function clockDiagnosis(connection: Queryable): Promise<Diagnosis> {
  const before = Date.now();
  const [row] = await connection.query<{ now: Date }>('select clock_timestamp() as now');
  const apart = Math.abs(row!.now.getTime() - (before + Date.now()) / 2) / 1000;
  const finding = `the clock of the database is ${apart.toFixed(1)} s from this one`;
  if (apart <= 5) return { check: 'clock', ok: true, finding };
  return { check: 'clock', ok: false, finding, mend: 'Let both machines keep time by NTP.' };
}

/** When a worker was last heard and the store last backed up; nothing where the schema is too old to tell. */
async function upkeepDiagnoses(address: ServerAddress): Promise<Diagnosis[]> {
  const done = await withConnection(address, roles.app, async (connection) => {
    const [table] = await connection.query<{ found: boolean }>(
      "select to_regclass('public.upkeep') is not null as found",
    );
    if (!table?.found) return undefined;
    return connection.query<{ kind: UpkeepKind; ago: number }>(
      'select kind, extract(epoch from clock_timestamp() - done_at)::float8 as ago from upkeep',
    );
  });
  if (!done) return [];
  const ago = new Map(done.map((row) => [row.kind, row.ago]));
  return [jobsDiagnosis(ago.get('worker')), backupDiagnosis(ago.get('backup'))];
}

function jobsDiagnosis(seconds: number | undefined): Diagnosis {
  const finding = seconds === undefined ? 'no worker has run yet' : `a worker was heard ${Math.round(seconds)} s ago`;
  if (seconds !== undefined && seconds < 60) return { check: 'jobs', ok: true, finding };
  // A server that is stopped runs no jobs, so nothing is wrong with the store.
  return { check: 'jobs', ok: true, finding: `${finding}; jobs run while candor serve does` };
}

const day = 86_400;

function backupDiagnosis(seconds: number | undefined): Diagnosis {
  const mend = 'Run candor backup FILE every day, for example from cron (docs/guides/deploy.md).';
  if (seconds === undefined) return { check: 'backup', ok: false, finding: 'there is no backup yet', mend };
  const finding = `the last backup is ${(seconds / day).toFixed(1)} days old`;
  return seconds < 2 * day ? { check: 'backup', ok: true, finding } : { check: 'backup', ok: false, finding, mend };
}

async function asDiagnosis(check: Diagnosis['check'], look: () => Promise<Diagnosis>): Promise<Diagnosis> {
  try {
    return await look();
  } catch (error) {
    return problem(check, error);
  }
}

function problem(check: Diagnosis['check'], error: unknown): Diagnosis {
  if (!isCandorError(error)) throw error;
  return { check, ok: false, finding: `${error.message} (${error.code})`, mend: error.remedy };
}
