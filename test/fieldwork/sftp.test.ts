import { createHash } from 'node:crypto';
import {
  type FileHandle,
  mkdir,
  mkdtemp,
  open as openFile,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  unlink,
  writeFile,
} from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ssh2 from 'ssh2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addSource,
  eventWriter,
  filesOf,
  readSource,
  type SourceReading,
  secretSeal,
  sourceSettingsSchema,
  takeAllEvents,
} from '../../src/fieldwork/index.ts';
import { newId } from '../../src/store/index.ts';
import { type TestStore, testStore } from '../store/test-store.ts';
import { encountersOf, workspaceWithTouchpoints } from './event-fixture.ts';

const { OPEN_MODE, STATUS_CODE } = ssh2.utils.sftp;
const keys = ssh2.utils.generateKeyPairSync('ed25519');
const parsed = ssh2.utils.parseKey(keys.public);
const hostKey = `SHA256:${createHash('sha256')
  .update((parsed as ssh2.ParsedKey).getPublicSSH())
  .digest('base64')
  .replace(/=+$/, '')}`;

/** An SFTP server over a folder of the disk, as much of it as a client of files needs. */
function serverOver(root: string) {
  const at = (path: string) => join(root, path.replace(/^\/+/, ''));
  return new ssh2.Server({ hostKeys: [keys.private] }, (client) => {
    client.on('error', () => undefined);
    client.on('authentication', (context) =>
      context.method === 'password' && context.username === 'shop' && context.password === 'right'
        ? context.accept()
        : context.reject(['password']),
    );
    client.on('session', (accept) =>
      accept().on('sftp', (acceptSftp) => {
        const sftp = acceptSftp();
        const handles = new Map<number, { file?: FileHandle; names?: string[]; path: string }>();
        let next = 0;
        const give = (id: number, handle: { file?: FileHandle; names?: string[]; path: string }) => {
          handles.set(++next, handle);
          const bytes = Buffer.alloc(4);
          bytes.writeUInt32BE(next);
          sftp.handle(id, bytes);
        };
        const of = (handle: Buffer) => handles.get(handle.readUInt32BE())!;
        const answer = (id: number, work: Promise<unknown>) =>
          work.then(
            () => sftp.status(id, STATUS_CODE.OK),
            (error) => sftp.status(id, error.code === 'ENOENT' ? STATUS_CODE.NO_SUCH_FILE : STATUS_CODE.FAILURE),
          );
        const attributes = (found: Awaited<ReturnType<typeof stat>>) => ({
          mode: Number(found.mode),
          uid: 0,
          gid: 0,
          size: Number(found.size),
          atime: Math.floor(Number(found.atimeMs) / 1000),
          mtime: Math.floor(Number(found.mtimeMs) / 1000),
        });
        const stats = (id: number, path: string) =>
          stat(at(path)).then(
            (found) => sftp.attrs(id, attributes(found)),
            () => sftp.status(id, STATUS_CODE.NO_SUCH_FILE),
          );
        sftp.on('REALPATH', (id, path) => sftp.name(id, [{ filename: path, longname: path, attrs: {} as never }]));
        sftp.on('STAT', stats).on('LSTAT', stats);
        sftp.on('FSTAT', (id, handle) => stats(id, of(handle).path));
        sftp.on('OPENDIR', (id, path) =>
          readdir(at(path)).then(
            (names) => give(id, { names, path }),
            () => sftp.status(id, STATUS_CODE.NO_SUCH_FILE),
          ),
        );
        sftp.on('READDIR', async (id, handle) => {
          const { names, path } = of(handle);
          if (!names || names.length === 0) return sftp.status(id, STATUS_CODE.EOF);
          const listed = await Promise.all(
            names.splice(0).map(async (filename) => {
              const found = await stat(join(at(path), filename));
              return {
                filename,
                longname: `${found.isDirectory() ? 'd' : '-'}rw-r--r-- 1 u g 1 Jan 1 00:00 ${filename}`,
                attrs: attributes(found),
              };
            }),
          );
          sftp.name(id, listed);
        });
        sftp.on('OPEN', (id, path, flags) =>
          openFile(at(path), flags & OPEN_MODE.WRITE ? 'w' : 'r').then(
            (file) => give(id, { file, path }),
            () => sftp.status(id, STATUS_CODE.NO_SUCH_FILE),
          ),
        );
        sftp.on('READ', async (id, handle, offset, length) => {
          const { bytesRead, buffer } = await of(handle).file!.read(Buffer.alloc(length), 0, length, offset);
          if (bytesRead === 0) sftp.status(id, STATUS_CODE.EOF);
          else sftp.data(id, buffer.subarray(0, bytesRead));
        });
        sftp.on('WRITE', (id, handle, offset, data) =>
          answer(id, of(handle).file!.write(data, 0, data.length, offset)),
        );
        sftp.on('FSETSTAT', (id) => sftp.status(id, STATUS_CODE.OK));
        sftp.on('CLOSE', (id, handle) => answer(id, Promise.resolve(of(handle).file?.close())));
        sftp.on('RENAME', (id, from, to) => answer(id, rename(at(from), at(to))));
        sftp.on('REMOVE', (id, path) => answer(id, unlink(at(path))));
        sftp.on('MKDIR', (id, path) => answer(id, mkdir(at(path))));
      }),
    );
  });
}

let test: TestStore;
let root: string;
let server: ssh2.Server;
let port: number;
let workspaceId: string;
let time = Date.parse('2030-06-15T09:00:00Z');
let reading: SourceReading;

beforeAll(async () => {
  test = await testStore();
  root = await mkdtemp(join(tmpdir(), 'candor-sftp-'));
  await mkdir(join(root, 'out'));
  server = serverOver(root);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
  workspaceId = await workspaceWithTouchpoints(test);
  const clock = () => new Date(time);
  const { store } = test;
  reading = {
    store,
    clock,
    limits: { folder: undefined, hosts: [`127.0.0.1:${port}`] },
    seal: () => secretSeal('s'.repeat(32)),
    write: eventWriter(store, { clock }),
    take: (workspace) => takeAllEvents(store, workspace, { clock }),
  };
});
afterAll(async () => {
  await new Promise<void>((resolve) => server.close(() => resolve()));
  await rm(root, { recursive: true });
  await test.close();
});

async function add(more: object, password: string): Promise<string> {
  const id = newId();
  const settings = sourceSettingsSchema.parse({
    kind: 'sftp',
    host: '127.0.0.1',
    port,
    user: 'shop',
    hostKey,
    folder: '/out',
    ...more,
  });
  const secret = reading.seal().seal(JSON.stringify({ password }), id);
  await test.store.inWorkspace(workspaceId, (transaction) =>
    addSource(transaction, { id, key: id, settings, secret, now: new Date(time) }),
  );
  return id;
}

describe('a folder behind SFTP', () => {
  it('is read as one of this machine is: once, answered and put away', async () => {
    const id = await add({ source: '/shop' }, 'right');
    const rows = Array.from({ length: 1_500 }, (_, at) => `${at},delivery,T${at},2030-06-01 12:00\n`);
    await writeFile(join(root, 'out/a.csv'), `id,touchpoint,encounter,date\n${rows.join('')}x,nowhere,T,2030-06-01\n`);
    await readSource(reading, workspaceId, id);
    time += 6_000;
    await readSource(reading, workspaceId, id);
    expect((await encountersOf(test, workspaceId)).length).toBe(1_500);
    expect((await readdir(join(root, 'out'))).sort()).toEqual(['a.csv.result.csv', 'done']);
    expect(await readFile(join(root, 'out/a.csv.result.csv'), 'utf8')).toContain(
      '1502,refused,unknown-touchpoint,data.touchpoint',
    );
    const files = await test.store.inWorkspace(workspaceId, (transaction) => filesOf(transaction, id));
    expect(files).toMatchObject([{ name: 'a.csv', rowsRead: 1_501, rowsTaken: 1_500 }]);
  });

  it('is not read under a wrong password or from a server of another key, and neither is told', async () => {
    const refused = async (id: string) => {
      const error = await readSource(reading, workspaceId, id).catch((one) => one);
      expect(error).toMatchObject({ code: 'CND_SOURCE_AWAY' });
      expect(error.message).not.toContain('wrong-password');
    };
    await refused(await add({}, 'wrong-password'));
    await refused(await add({ hostKey: `SHA256:${'A'.repeat(43)}` }, 'right'));
    const elsewhere = await add({ port: 22 }, 'right');
    await expect(readSource(reading, workspaceId, elsewhere)).rejects.toMatchObject({
      code: 'CND_SOURCE',
      details: { field: 'host' },
    });
  });
});
