import type { ServerAddress } from './address.ts';
import { roles, withConnection } from './connection.ts';
import { isMigrated } from './migrate.ts';
import { rolesStand } from './roles.ts';
import { fitVersion } from './server-version.ts';

/**
 * The version of a server that is as a start leaves it: fit, with its roles and every migration. Most starts find that, and
 * one connection with two ways there and back then does for four connections with fifteen, 40 ms of a second start.
 * Undefined where anything is to be made: whoever makes it looks for himself, under his lock.
 */
export async function versionAsLeft(address: ServerAddress): Promise<string | undefined> {
  // As the owner of the tables, since a login need not inherit what its roles may.
  return withConnection(address, roles.migrator, async (connection) => {
    const [version, standing, migrated] = await Promise.all([
      fitVersion(connection),
      rolesStand(connection),
      isMigrated(connection),
    ]);
    return standing && migrated ? version : undefined;
  });
}
