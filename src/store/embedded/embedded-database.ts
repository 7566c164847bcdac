import type { ServerAddress } from '../address.ts';
import { withConnection } from '../connection.ts';
import { loadDriver } from '../driver.ts';
import { ensureRoles } from '../roles.ts';
import { secret } from './home-folder.ts';
import { launchServer } from './launch.ts';

/** The database of Candor and the login of its processes: no superuser; what it may do comes from the roles it takes. */
const database = 'candor';
const login = 'candor';

/**
 * Runs the embedded server and answers the address of its database, which is made on first use: when the first look into
 * it fails.
 */
export async function embeddedAddress(
  { home, port }: { home: string; port: number },
  look: (address: ServerAddress) => Promise<unknown> = opens,
): Promise<{ address: ServerAddress; release: () => Promise<void> }> {
  const own = (server: ServerAddress): ServerAddress => ({
    ...server,
    user: login,
    password: secret(home, login),
    database,
  });
  const { address, release } = await launchServer(home, port, async (administrator) => {
    await look(own(administrator)).catch(() => makeDatabase(administrator, home));
  });
  return { address: own(address), release };
}

/** Made by an earlier start, whose secret still fits; else it fails. */
function opens(address: ServerAddress): Promise<unknown> {
  return withConnection(address, undefined, (connection) => connection.query('select 1'));
}

/** Sets the password also where the login is there, so a secret that was lost heals itself. */
async function makeDatabase(administrator: ServerAddress, home: string): Promise<void> {
  await withConnection(administrator, undefined, async (connection) => {
    const [role] = await connection.query('select 1 from pg_roles where rolname = $1', [login]);
    const { escapeLiteral } = await loadDriver();
    const password = escapeLiteral(secret(home, login));
    await connection.query(
      `${role ? 'alter' : 'create'} role ${login} login nosuperuser noinherit password ${password}`,
    );
    await ensureRoles(connection, login);
    const [found] = await connection.query('select 1 from pg_database where datname = $1', [database]);
    if (!found) await connection.query(`create database ${database} owner ${login}`);
  });
}
