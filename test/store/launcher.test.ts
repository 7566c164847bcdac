import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { StoreSettings } from '../../src/config/index.ts';
import { parseAddress, type ServerAddress } from '../../src/store/address.ts';
import { withConnection } from '../../src/store/connection.ts';
import { folderError } from '../../src/store/embedded/home-folder.ts';
import { embeddedAddress } from '../../src/store/embedded/index.ts';
import { launchServer } from '../../src/store/embedded/launch.ts';
import { readPidFile } from '../../src/store/embedded/server-process.ts';
import { diagnoseStore, openStore } from '../../src/store/index.ts';
import { buildProgram, removePrograms, serverProcesses, startProgram } from './store-process.ts';

const isRoot = process.getuid?.() === 0;
const homes: string[] = [];
let home: string;
const settings = (port = 0): StoreSettings => ({ kind: 'embedded', home, port });
const launch = () => launchServer(home, 0);
const ask = <Row extends object>(address: ServerAddress, text: string) =>
  withConnection(address, undefined, (c) => c.query<Row>(text));
const serverRuns = () => existsSync(join(home, 'postgresql', 'postmaster.pid'));

beforeEach(() => {
  const parent = mkdtempSync(join(tmpdir(), 'candor-launcher-'));
  chmodSync(parent, 0o755);
  homes.push(parent);
  home = join(parent, 'deep', 'home');
});
afterAll(() => {
  removePrograms();
  for (const path of homes) rmSync(path, { recursive: true, force: true });
});

describe('the embedded server', () => {
  it('starts in a home that does not exist, keeps what is written, and stops with its last user', async () => {
    const first = await openStore(settings());
    const second = await openStore(settings());
    expect(first.migrated.length).toBeGreaterThan(0);
    expect(second.migrated).toEqual([]);
    await first.inTransaction((c) =>
      c.query(
        "insert into workspace_directory (workspace_id, slug) values ('01890000-0000-7000-8000-000000000000', 'kept')",
      ),
    );
    await first.close();
    expect(serverRuns()).toBe(true);
    await second.inTransaction((c) => c.query('select 1'));
    await second.close();
    expect(serverRuns()).toBe(false);
    const third = await openStore(settings());
    expect(await third.inTransaction((c) => c.query('select slug from workspace_directory'))).toEqual([
      { slug: 'kept' },
    ]);
    await third.close();
  });

  it('does not wait for a killed one whose number another program wears, and does not count it as a user', async () => {
    const before = await launch();
    await before.release();
    // This process, as if it had begun at another moment.
    const other = `${process.pid} 1`;
    writeFileSync(join(home, 'launch.lock'), other);
    mkdirSync(join(home, 'clients'), { recursive: true });
    writeFileSync(join(home, 'clients', `${process.pid}.999`), other);
    const began = performance.now();
    const server = await launch();
    expect(performance.now() - began).toBeLessThan(30_000);
    await server.release();
    expect(serverRuns()).toBe(false);
  });

  it('lets in by password only, on this machine only, in UTC, and keeps its secrets to itself', async () => {
    const { address, release } = await embeddedAddress({ home, port: 0 });
    try {
      for (const password of ['', 'wrong']) {
        await expect(ask({ ...address, password }, 'select 1')).rejects.toMatchObject({
          code: 'CND_STORE_UNREACHABLE',
        });
      }
      const rules = readFileSync(join(home, 'postgresql', 'pg_hba.conf'), 'utf8')
        .split('\n')
        .filter((line) => /^(local|host)/.test(line));
      expect(rules.length).toBeGreaterThan(0);
      expect(rules.filter((line) => !line.endsWith('scram-sha-256'))).toEqual([]);
      const shown = await ask<Record<string, string>>(
        address,
        `select current_setting('listen_addresses') as listen, current_setting('timezone') as zone, current_setting('fsync') as fsync, current_setting('max_slot_wal_keep_size') as slots,
           rolsuper::text as superuser from pg_roles where rolname = current_user`,
      );
      expect(shown).toEqual([{ listen: '127.0.0.1', zone: 'UTC', fsync: 'on', slots: '1GB', superuser: 'false' }]);
      for (const name of ['candor.secret', 'candor_admin.secret', 'postgresql.log']) {
        expect(statSync(join(home, name)).mode & 0o077, name).toBe(0);
      }
      expect(readFileSync(`/proc/${serverProcesses(home)[0]}/cmdline`, 'utf8')).toContain('unix_socket_directories=\0');
      expect(readFileSync(`/proc/${serverProcesses(home)[0]}/environ`, 'utf8')).not.toContain(address.password);
    } finally {
      await release();
    }
  });

  it('serves two that start at the same time on one home from one server', async () => {
    const stores = await Promise.all([openStore(settings()), openStore(settings()), openStore(settings())]);
    expect(stores.map(({ migrated }) => migrated.length).filter((count) => count > 0)).toHaveLength(1);
    await Promise.all(stores.map((store) => store.close()));
    expect(serverRuns()).toBe(false);
  });

  it('is joined when its process was killed, shared while another process uses it, and started again when it was killed itself', async () => {
    const program = await buildProgram('holding-program');
    const { child } = await startProgram(program, [home]);
    const beside = await launch();
    expect(beside.origin).toBe('reused');
    await beside.release();
    expect(serverRuns()).toBe(true);
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGKILL');
    await ended;
    const left = await launch();
    expect(left.origin).toBe('reused');
    process.kill(serverProcesses(home)[0]!, 'SIGKILL');
    // A killed process is there for another moment.
    while (readPidFile({ data: join(home, 'postgresql') })) await sleep(5);
    const again = await launch();
    expect(again.origin).toBe('started');
    await left.release();
    await ask(again.address, 'select 1');
    await again.release();
    expect(serverRuns()).toBe(false);
  });

  it('starts although another program wears the number of its old process', async () => {
    await (await launch()).release();
    writeFileSync(
      join(home, 'postgresql', 'postmaster.pid'),
      `${process.pid}\n${join(home, 'postgresql')}\n1\n5432\n\n127.0.0.1\n\nready\n`,
    );
    const server = await launch();
    expect(server.origin).toBe('started');
    await server.release();
  });

  it('refuses a data folder of another major version, and one that is none', async () => {
    await (await launch()).release();
    writeFileSync(join(home, 'postgresql', 'PG_VERSION'), '17\n');
    await expect(launch()).rejects.toMatchObject({ code: 'CND_STORE_VERSION', details: { found: '17' } });
    rmSync(join(home, 'postgresql', 'PG_VERSION'));
    await expect(launch()).rejects.toMatchObject({ code: 'CND_STORE_FOLDER' });
  });

  it('makes the data folder again when the first making was cut off', async () => {
    mkdirSync(join(home, 'postgresql.unfinished'), { recursive: true });
    writeFileSync(join(home, 'postgresql.unfinished', 'PG_VERSION'), '18\n');
    const server = await launch();
    await server.release();
    expect(existsSync(join(home, 'postgresql.unfinished'))).toBe(false);
  });

  it('refuses a port that is taken, and says so in the diagnosis', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const { port } = taken.address() as { port: number };
    await expect(openStore(settings(port))).rejects.toMatchObject({ code: 'CND_STORE_PORT' });
    expect(serverRuns()).toBe(false);
    const diagnosis = await diagnoseStore(settings(port));
    expect(diagnosis.at(-1)).toMatchObject({ check: 'store', ok: false, mend: expect.stringContaining('STORE_PORT') });
    taken.close();
  });

  it('refuses a home that is no folder or cannot be written, and a full disk', async () => {
    writeFileSync(join(homes.at(-1)!, 'file'), '');
    home = join(homes.at(-1)!, 'file', 'home');
    await expect(launch()).rejects.toMatchObject({ code: 'CND_STORE_FOLDER' });
    home = '/proc/candor';
    await expect(launch()).rejects.toMatchObject({ code: 'CND_STORE_FOLDER' });
    for (const [code, ours] of [
      ['ENOSPC', 'CND_STORE_DISK'],
      ['EDQUOT', 'CND_STORE_DISK'],
      ['EROFS', 'CND_STORE_FOLDER'],
    ]) {
      expect(folderError(Object.assign(new Error(), { code }), '/somewhere')).toMatchObject({ code: ours });
    }
  });

  it.runIf(isRoot)(
    'refuses, as root, a home below a folder that nobody cannot enter, and names that folder',
    async () => {
      chmodSync(homes.at(-1)!, 0o700);
      await expect(launch()).rejects.toMatchObject({ code: 'CND_STORE_FOLDER', details: { path: homes.at(-1) } });
      chmodSync(homes.at(-1)!, 0o700);
    },
  );

  it.runIf(isRoot)('runs, as root, under nobody', async () => {
    const server = await launch();
    const [pid] = serverProcesses(home);
    expect(readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(/^Uid:\t65534\t/m);
    await server.release();
  });
});

describe('a server of DATABASE_URL', () => {
  it('is refused in words that do not tell the password', async () => {
    const url = 'postgresql://me:geheim@127.0.0.1:1/none';
    const refused = await openStore({ kind: 'server', url, home: '' }).catch((error) => error);
    expect(refused).toMatchObject({ code: 'CND_STORE_UNREACHABLE' });
    expect(JSON.stringify(refused)).not.toContain('geheim');
  });

  it('needs a login that may make the roles, or finds them made', async () => {
    const { address, release } = await launch();
    await ask(address, "create role weak login password 'weak'");
    const url = `postgresql://weak:weak@127.0.0.1:${address.port}/postgres`;
    await expect(openStore({ kind: 'server', url, home: '' })).rejects.toMatchObject({ code: 'CND_STORE_ROLES' });
    await release();
  });

  it('is read from its address', () => {
    expect(parseAddress('postgresql://a%40b:p%2Fw@db.example:6432/cx?sslmode=require')).toEqual({
      host: 'db.example',
      port: 6432,
      user: 'a@b',
      password: 'p/w',
      database: 'cx',
      tls: 'unverified',
    });
    expect(parseAddress('postgres://me@localhost/cx?host=/run/postgresql')).toMatchObject({
      host: '/run/postgresql',
      port: 5432,
    });
  });
});
