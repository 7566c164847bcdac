import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CandorError } from '../errors/index.ts';
import type { DropFolder } from './drop-folder.ts';

export interface SftpAddress {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  /** SHA256:… of the key of the server, as ssh-keygen -l prints it: without it anybody could stand between. */
  readonly hostKey: string;
  readonly folder: string;
  readonly password?: string | undefined;
  readonly privateKey?: string | undefined;
  readonly passphrase?: string | undefined;
}

/** A folder behind SFTP. The client is loaded when the first such source is read and not before. */
export async function sftpFolder(address: SftpAddress): Promise<DropFolder> {
  const { default: Client } = await import('ssh2-sftp-client');
  const client = new Client('candor');
  // What goes wrong between two calls is told by the next one.
  client.on('error', () => undefined);
  const at = (name: string) => `${address.folder.replace(/\/+$/, '')}/${plainName(name)}`;
  try {
    await client.connect({
      host: address.host,
      port: address.port,
      username: address.user,
      password: address.password,
      privateKey: address.privateKey,
      passphrase: address.passphrase,
      readyTimeout: 15_000,
      hostVerifier: (key: Buffer) => fingerprintOf(key) === address.hostKey.replace(/=+$/, ''),
    } as never);
  } catch (error) {
    throw away(error);
  }
  const told = <T>(work: Promise<T>): Promise<T> =>
    work.catch((error) => {
      throw away(error);
    });
  return {
    async list() {
      const found = await told(client.list(address.folder));
      return found
        .filter(({ type }) => type === '-')
        .map(({ name, size, modifyTime }) => ({ name, size, modified: modifyTime }));
    },
    async fetch(name) {
      const own = await mkdtemp(join(tmpdir(), 'candor-drop-'));
      const path = join(own, 'file');
      const release = () => rm(own, { recursive: true, force: true });
      await told(client.fastGet(at(name), path)).catch(async (error) => {
        await release();
        throw error;
      });
      return { path, release };
    },
    async put(name, path) {
      const part = at(`.${plainName(name)}.part`);
      await told(client.fastPut(path, part));
      if (await told(client.exists(at(name)))) await told(client.delete(at(name)));
      await told(client.rename(part, at(name)));
    },
    async move(name, into, asName) {
      const folder = `${address.folder.replace(/\/+$/, '')}/${into}`;
      if (!(await told(client.exists(folder)))) await told(client.mkdir(folder, true));
      await told(client.rename(at(name), `${folder}/${plainName(asName)}`));
    },
    async remove(name) {
      await told(client.delete(at(name), true));
    },
    async close() {
      await client.end().catch(() => undefined);
    },
  };
}

const fingerprintOf = (key: Buffer): string =>
  `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`;

/** Its first line: what a server says may be long, and what it was sent may stand in it. */
function away(error: unknown): CandorError {
  const text = error instanceof Error ? error.message : String(error);
  return new CandorError('CND_SOURCE_AWAY', `SFTP: ${text.split('\n')[0]!.slice(0, 200)}`, { field: 'host' });
}

function plainName(name: string): string {
  if (name !== '' && !/[/\\\0]/.test(name) && name !== '..' && name !== '.') return name;
  throw new CandorError('CND_SOURCE', 'a file of the folder has a name with a path in it', { field: 'folder' });
}
