import { parseAddress, type ServerAddress } from '../../src/store/address.ts';
import { type Role, withConnection } from '../../src/store/connection.ts';
import { secret } from '../../src/store/embedded/home-folder.ts';
import { embeddedAddress } from '../../src/store/embedded/index.ts';
import { administrator } from '../../src/store/embedded/server-process.ts';
import { newId, openStore, type Store } from '../../src/store/index.ts';

/** A store of its own for one test file, cloned from a migrated template: about 0.1 s instead of a migration. */
export interface TestStore {
  readonly store: Store;
  readonly url: string;
  readonly address: ServerAddress;
  /** Past every rule of the application: a superuser, to look and to damage. */
  asSuperuser<Row extends object>(text: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  /** One statement as a role, in a workspace where one is given. */
  asRole<Row extends object>(role: Role, workspaceId: string | undefined, text: string): Promise<readonly Row[]>;
  newWorkspace(): Promise<string>;
  close(): Promise<void>;
}

const template = `candor_template_${process.env.CANDOR_TEST_HOME?.replace(/\W/g, '').slice(-6).toLowerCase()}_${process.pid}`;
let templateMade = false;

const urlOf = (address: ServerAddress, database: string): string =>
  `postgresql://${encodeURIComponent(address.user)}:${encodeURIComponent(address.password)}@${address.host}:${address.port}/${database}`;

/** The server of DATABASE_URL (as a superuser) when it is set, else the embedded one of this run. */
async function serverAddress(): Promise<{
  login: ServerAddress;
  superuser: ServerAddress;
  release: () => Promise<void>;
}> {
  if (process.env.DATABASE_URL) {
    const login = parseAddress(process.env.DATABASE_URL);
    return { login, superuser: login, release: async () => undefined };
  }
  const home = process.env.CANDOR_TEST_HOME!;
  const { address: login, release } = await embeddedAddress({ home, port: 0 });
  return { login, superuser: { ...login, user: administrator, password: secret(home, administrator) }, release };
}

export async function testStore(): Promise<TestStore> {
  const { login, superuser, release } = await serverAddress();
  const maintenance = { ...superuser, database: 'postgres' };
  const name = `candor_test_${newId().replaceAll('-', '')}`;
  if (!templateMade) {
    await withConnection(maintenance, undefined, async (c) => {
      await c.query(`drop database if exists ${template}`);
      await c.query(`create database ${template} owner ${login.user}`);
    });
    const made = await openStore({ kind: 'server', url: urlOf(login, template), home: '' });
    await made.close();
    templateMade = true;
  }
  await withConnection(maintenance, undefined, (c) =>
    c.query(`create database ${name} template ${template} owner ${login.user}`),
  );
  const address = { ...login, database: name };
  const url = urlOf(login, name);
  const store = await openStore({ kind: 'server', url, home: '' });
  return {
    store,
    url,
    address,
    asSuperuser: (text, values) =>
      withConnection({ ...superuser, database: name }, undefined, (c) => c.query(text, values)),
    asRole: (role, workspaceId, text) =>
      withConnection({ ...superuser, database: name }, role, async (c) => {
        await c.query('begin');
        if (workspaceId) await c.query('select enter($1)', [workspaceId]);
        const rows = await c.query(text);
        await c.query('commit');
        return rows as never;
      }),
    async newWorkspace() {
      const id = newId();
      await store.inTransaction((c) =>
        c.query('insert into workspace_directory (workspace_id, slug) values ($1, $2)', [id, `w-${id}`]),
      );
      await store.inWorkspace(id, (t) =>
        t.query(
          "insert into workspace (workspace_id, name, time_zone, currency) values ($1, 'W', 'Europe/Helsinki', 'EUR')",
          [id],
        ),
      );
      return id;
    },
    async close() {
      await store.close();
      await withConnection(maintenance, undefined, (c) => c.query(`drop database ${name} with (force)`));
      await release();
    },
  };
}
