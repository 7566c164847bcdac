import { CandorError } from '../errors/index.ts';
import type { Queryable } from './connection.ts';

/** The version of a server that can hold the store; any other is refused. */
export async function fitVersion(connection: Queryable): Promise<string> {
  const [row] = await connection.query<{ number: number; version: string; encoding: string }>(
    `select current_setting('server_version_num')::int as number, current_setting('server_version') as version,
       current_setting('server_encoding') as encoding`,
  );
  const { number, version, encoding } = row!;
  if (number < 150_000 || encoding !== 'UTF8') {
    throw new CandorError('CND_STORE_SERVER', `the server is PostgreSQL ${version} with the encoding ${encoding}`, {
      version,
      encoding,
    });
  }
  return version;
}
