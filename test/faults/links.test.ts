import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smtpChannel } from '../../src/channels/index.ts';
import { outboundClient } from '../../src/outbound/index.ts';
import { openStore, type Store } from '../../src/store/index.ts';
import { mailWith } from '../channels/messages.ts';
import { type SmtpDouble, startSmtpDouble } from '../channels/smtp-double.ts';
import { openReceiver, type Receiver } from '../outbound/receiver.ts';
import { type TestStore, testStore } from '../store/test-store.ts';
import { type LineFault, type TcpProxy, tcpProxy } from './tcp-proxy.ts';

/** How long a line stays damaged, and how soon all must work again after it was mended (channels-and-trust 5, F7). */
const damaged = 1_500;
const recoversWithin = 10_000;
const faults: readonly LineFault[] = [
  { kind: 'latency', milliseconds: 150 },
  { kind: 'bandwidth', bytesPerSecond: 4_000 },
  { kind: 'cut' },
  { kind: 'half-open' },
  { kind: 'reset' },
  { kind: 'no-name' },
];

/** Works all the time in several places while the line is damaged and mended; answers how soon it worked again. */
async function through(proxy: TcpProxy, fault: LineFault, work: () => Promise<unknown>): Promise<number> {
  let ended = false;
  const places = Array.from({ length: 4 }, async () => {
    while (!ended) {
      await work().catch(() => undefined);
      await sleep(20);
    }
  });
  await proxy.set(fault);
  await sleep(damaged);
  await proxy.set({ kind: 'none' });
  const mended = performance.now();
  for (let works = 0; works < 3; ) {
    const isDone = await work().then(
      () => true,
      () => false,
    );
    works = isDone ? works + 1 : 0;
    if (performance.now() - mended > 2 * recoversWithin) break;
    await sleep(50);
  }
  const took = performance.now() - mended;
  ended = true;
  await Promise.all(places);
  return took;
}

describe('a damaged line to PostgreSQL', () => {
  let test: TestStore;
  let proxy: TcpProxy;
  let store: Store;
  let workspaceId: string;
  beforeAll(async () => {
    test = await testStore();
    workspaceId = await test.newWorkspace();
    const url = new URL(test.url);
    proxy = await tcpProxy({ host: url.hostname, port: Number(url.port) });
    url.hostname = '127.0.0.1';
    url.port = String(proxy.port);
    store = await openStore({ kind: 'server', url: url.href, home: '' }, { connections: 4 });
  });
  afterAll(async () => {
    await proxy.set({ kind: 'reset' });
    await proxy.set({ kind: 'none' });
    await store.close();
    await proxy.close();
    await test.close();
  });

  it.each(faults)('$kind', { timeout: 60_000 }, async (fault) => {
    const work = () =>
      store.inWorkspace(workspaceId, ({ query }) =>
        query('select name from workspace where workspace_id = $1', [workspaceId]),
      );
    expect(await through(proxy, fault, work)).toBeLessThan(recoversWithin);
    // Nobody is left waiting, and no session holds a lock.
    await sleep(300);
    expect(store.connections()).toMatchObject({ waiting: 0 });
    const locks = await test.asSuperuser(
      "select 1 from pg_stat_activity where datname = current_database() and state = 'idle in transaction'",
    );
    expect(locks).toEqual([]);
  });
});

describe('a damaged line to a mail server', () => {
  let double: SmtpDouble;
  let proxy: TcpProxy;
  beforeAll(async () => {
    double = await startSmtpDouble();
    proxy = await tcpProxy({ host: '127.0.0.1', port: double.port });
  });
  afterAll(async () => {
    await proxy.close();
    await double.stop();
  });

  it.each(faults)('$kind', { timeout: 60_000 }, async (fault) => {
    const timeouts = { connect: 1_000, greeting: 1_000, silence: 2_000, message: 4_000, idle: 500 };
    const channel = smtpChannel({ host: '127.0.0.1', port: proxy.port, security: 'none', timeouts });
    let number = 0;
    const results = new Map<string, string>();
    const work = async () => {
      number += 1;
      const mark = `${fault.kind}-${number}`;
      const handed = await channel.send(mailWith(mark), { handingOver: async () => undefined });
      results.set(mark, handed.kind);
      if (handed.kind !== 'sent') throw new Error(handed.reply);
    };
    expect(await through(proxy, fault, work)).toBeLessThan(recoversWithin);
    await channel.close();
    // None twice; and what is said to be refused surely did not arrive.
    for (const [mark, kind] of results) {
      const arrived = double.kept.filter((raw) => raw.includes(`mark ${mark}\r\n`)).length;
      expect(arrived, mark).toBeLessThanOrEqual(1);
      if (kind === 'sent') expect(arrived, mark).toBe(1);
      if (kind === 'refused') expect(arrived, mark).toBe(0);
    }
  });
});

describe('a damaged line to the receiver of a webhook', () => {
  let receiver: Receiver;
  let proxy: TcpProxy;
  beforeAll(async () => {
    receiver = await openReceiver();
    proxy = await tcpProxy({ host: '127.0.0.1', port: receiver.port });
  });
  afterAll(async () => {
    await proxy.close();
    await receiver.close();
  });

  it.each(faults)('$kind', { timeout: 60_000 }, async (fault) => {
    const client = outboundClient({
      allowed: [{ kind: 'network', host: '127.0.0.1/32', port: proxy.port }],
      milliseconds: 1_000,
    });
    const work = async () => {
      const reply = await client.send({ url: `http://127.0.0.1:${proxy.port}/hook`, body: '{}' });
      if (reply.kind !== 'answered') throw new Error(reply.reason);
    };
    expect(await through(proxy, fault, work)).toBeLessThan(recoversWithin);
  });

  it('a name that the resolver does not know is told as such, and the next one works', async () => {
    let isKnown = false;
    const client = outboundClient({
      allowed: [{ kind: 'name', host: 'hooks.internal', port: proxy.port }],
      milliseconds: 1_000,
      resolve: async () => (isKnown ? ['127.0.0.1'] : Promise.reject(new Error('EAI_AGAIN'))),
    });
    const send = () => client.send({ url: `http://hooks.internal:${proxy.port}/`, body: '{}' });
    expect(await send()).toEqual({ kind: 'failed', reason: 'name', reached: false });
    isKnown = true;
    expect(await send()).toMatchObject({ kind: 'answered' });
  });
});
