import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listDecided } from '../../src/fieldwork/index.ts';
import { buildProgram, removePrograms } from '../store/store-process.ts';
import { type TestStore, testStore } from '../store/test-store.ts';
import { askingCompany, delivery, hour, identity, messagesOf, monday, tell } from './programme-fixture.ts';

/** Kills with SIGKILL at random points; 100 by CANDOR_TEST_KILLS. */
const kills = Number(process.env.CANDOR_TEST_KILLS ?? 6);

let test: TestStore;
let program: string;
/** Message-ID of every mail that the server took. */
const taken: string[] = [];
let onTaken: (() => void) | undefined;
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, _session, callback) {
    let mail = '';
    stream.on('data', (chunk) => {
      mail += chunk;
    });
    stream.on('end', () => {
      taken.push(/^Message-ID:\s+(<[^>]+>)/im.exec(mail)![1]!);
      onTaken?.();
      // As slow as a real one: whoever is killed meanwhile cannot know that the mail was taken.
      setTimeout(() => callback(), 40);
    });
  },
});

beforeAll(async () => {
  program = await buildProgram('sending-program', import.meta.dirname);
  test = await testStore();
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
});
afterAll(async () => {
  await new Promise<void>((resolve) => server.close(resolve));
  await test.close();
  removePrograms();
});

function worker(workspaceId: string, now: Date): ChildProcess {
  const { port } = server.server.address() as { port: number };
  const sending = { url: test.url, workspaceId, port, now, identity };
  return spawn(process.execPath, [program], {
    env: { ...process.env, CANDOR_TEST_SENDING: JSON.stringify(sending) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** Below the 50 mails of the first day of a new sender, or it would rightly stop; six kills leave some to be sent. */
const [mailsEach, killsEach] = [48, 6];

/** Kills workers of one workspace while they send, lets a last one end the work, and answers how many are uncertain. */
async function sendThroughKills(count: number): Promise<{ readonly sent: number; readonly uncertain: number }> {
  const { workspaceId } = await askingCompany(test, { reminders: { count: 0 } });
  await tell(
    test,
    workspaceId,
    Array.from({ length: mailsEach }, (_, i) => delivery(`D${i}`, `p${i}`)),
  );
  const before = taken.length;
  let begins = monday.getTime() + hour;
  for (let kill = 0; kill < count; kill += 1) {
    // Each worker begins later than the patience with the one before.
    begins += 60_000;
    const child = worker(workspaceId, new Date(begins));
    let wanted = 1 + Math.floor(Math.random() * 5);
    // While the server has a mail that it has not said it has, or just before or after.
    await new Promise<void>((resolve) => {
      onTaken = () => {
        wanted -= 1;
        if (wanted === 0) setTimeout(resolve, Math.random() * 60);
      };
      setTimeout(resolve, 5_000);
    });
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  const last = worker(workspaceId, new Date(begins + 120_000));
  const left = async () =>
    (await messagesOf(test, workspaceId)).filter(({ state }) => !['sent', 'uncertain'].includes(state)).length;
  for (let tries = 0; tries < 300 && (await left()) > 0; tries += 1) await sleep(100);
  last.kill('SIGKILL');
  await once(last, 'exit');
  const messages = await messagesOf(test, workspaceId);
  expect(await left()).toBe(0);
  expect(messages).toHaveLength(mailsEach);
  const sent = messages.filter(({ state }) => state === 'sent').length;
  // Every mail that is said to be sent is there, and every other one is listed as uncertain.
  expect(taken.length - before).toBeGreaterThanOrEqual(sent);
  expect(taken.length - before).toBeLessThanOrEqual(mailsEach);
  const { decided } = await test.store.readWorkspace(workspaceId, (transaction) =>
    listDecided(transaction, { uncertain: true, limit: 500 }),
  );
  expect(decided).toHaveLength(mailsEach - sent);
  expect(decided.length).toBeLessThanOrEqual(count * 4);
  return { sent, uncertain: decided.length };
}

describe('a worker that is killed while it sends', () => {
  it(`sends nothing twice and loses nothing in ${kills} kills`, { timeout: 60_000 + kills * 15_000 }, async () => {
    let uncertain = 0;
    for (let left = kills; left > 0; left -= killsEach) {
      uncertain += (await sendThroughKills(Math.min(left, killsEach))).uncertain;
    }
    expect(new Set(taken).size).toBe(taken.length);
    if (kills > killsEach)
      process.stdout.write(`${kills} kills, ${taken.length} mails taken, ${uncertain} uncertain\n`);
  });
});
