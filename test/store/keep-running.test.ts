import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore, type Store } from '../../src/store/index.ts';
import { serverProcesses } from './store-process.ts';

let home: string;
let store: Store;
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'candor-keep-'));
  chmodSync(home, 0o755);
  store = await openStore({ kind: 'embedded', home, port: 0 }, { connections: 4, statementMilliseconds: 500 });
});
afterEach(async () => {
  await store.close();
  rmSync(home, { recursive: true, force: true });
});

const ask = () => store.inTransaction((c) => c.query<{ port: string }>("select current_setting('port') as port"));
const refusals = new Set<unknown>();
async function untilBack(): Promise<number> {
  const giveUpAt = performance.now() + 60_000;
  for (;;) {
    try {
      return Number((await ask())[0]!.port);
    } catch (error) {
      refusals.add((error as { code?: unknown }).code);
      if (performance.now() > giveUpAt) throw error;
      await sleep(50);
    }
  }
}
/** Listens there as soon as the dying server lets go of it. */
async function takePort(port: number): Promise<Server> {
  for (;;) {
    const server = createServer((socket) => socket.destroy());
    const taken = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false));
      server.listen(port, '127.0.0.1', () => resolve(true));
    });
    if (taken) return server;
    await sleep(1);
  }
}
const killDatabase = () => process.kill(serverProcesses(home)[0]!, 'SIGKILL');

describe('the embedded server of a store that stays open', () => {
  it('comes back at the same port when it was killed, and says meanwhile that it is away', async () => {
    const port = Number((await ask())[0]!.port);
    for (let round = 0; round < 2; round += 1) {
      killDatabase();
      expect(await untilBack()).toBe(port);
    }
    expect([...refusals].filter((code) => code !== 'CND_STORE_AWAY')).toEqual([]);
  });

  it('comes back at another port when somebody took the old one', async () => {
    const port = Number((await ask())[0]!.port);
    killDatabase();
    const thief = await takePort(port);
    expect(await untilBack()).not.toBe(port);
    await new Promise((resolve) => thief.close(resolve));
  });

  it('gives up a statement that takes too long, and goes on', async () => {
    const slow = store.inTransaction((c) => c.query('select pg_sleep(5)'));
    await expect(slow).rejects.toMatchObject({ code: 'CND_STORE_SLOW' });
    expect(await ask()).toHaveLength(1);
    expect(store.connections()).toEqual({ busy: 0, idle: 1, waiting: 0 });
  });
});
