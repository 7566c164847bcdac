import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openReceiver, type Receiver } from '../outbound/receiver.ts';
import { buildProgram, removePrograms } from '../store/store-process.ts';
import { type OpenDeliveries, openDeliveries } from './open-deliveries.ts';

/** Kills with SIGKILL at random points; 100 by CANDOR_TEST_KILLS. */
const kills = Number(process.env.CANDOR_TEST_KILLS ?? 6);
let program: string;
let receiver: Receiver;
let open: OpenDeliveries;
beforeAll(async () => {
  program = await buildProgram('delivering-program', import.meta.dirname);
  receiver = await openReceiver();
  open = await openDeliveries([{ kind: 'network', host: '127.0.0.1/32', port: receiver.port }]);
});
afterAll(async () => {
  await open?.close();
  await receiver?.close();
  removePrograms();
});

function worker(now: Date): ChildProcess {
  const delivering = { url: open.test.url, port: receiver.port, now };
  return spawn(process.execPath, [program], {
    env: { ...process.env, CANDOR_TEST_DELIVERING: JSON.stringify(delivering) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

it(
  `every message arrives at least once under one id in ${kills} kills of the worker`,
  async () => {
    // As slow as a real one, so that most kills come while messages are under way.
    receiver.answer = () => (response) => setTimeout(() => response.writeHead(204).end(), 30);
    const { id } = await open.make({ url: receiver.url });
    const count = 20 + kills * 12;
    const sent = await open.answer(count);
    // Not by the list, which ends at 500 of them.
    const ended = async () => {
      const [row] = await open.test.asSuperuser<{ n: number }>(
        `select count(*)::int as n from webhook_delivery where webhook_id = '${id}' and state = 'delivered'`,
      );
      return row!.n;
    };
    let begins = open.time.now.getTime();
    for (let kill = 0; kill < kills; kill += 1) {
      // Each worker begins after a message that the one before held is taken for left.
      begins += 120_000;
      const child = worker(new Date(begins));
      const seen = receiver.received.length;
      while (receiver.received.length < seen + 1 + Math.floor(Math.random() * 8)) {
        if ((await ended()) === count) break;
        await sleep(5);
      }
      await sleep(Math.random() * 40);
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    const last = worker(new Date(begins + 120_000));
    for (let tries = 0; tries < 600 && (await ended()) < count; tries += 1) await sleep(100);
    last.kill('SIGKILL');
    await once(last, 'exit');
    expect(await ended()).toBe(count);
    const ids = new Map<string, Set<string>>();
    for (const { headers, body } of receiver.received) {
      const subject = JSON.parse(body).data.id as string;
      ids.set(subject, (ids.get(subject) ?? new Set()).add(String(headers['webhook-id'])));
    }
    expect([...ids.keys()].sort()).toEqual([...sent].sort());
    // Told once more it is the same message: whoever remembers ids takes it once.
    expect([...ids.values()].filter((one) => one.size !== 1)).toEqual([]);
    // Eight are under way at a time: those can come again for a kill, and no more.
    expect(receiver.received.length).toBeLessThanOrEqual(count + kills * 8);
  },
  60_000 + kills * 15_000,
);
