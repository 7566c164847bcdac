import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takeAllEvents } from '../../src/fieldwork/index.ts';
import { createApiKey } from '../../src/people/index.ts';
import { buildProgram, removePrograms } from '../store/store-process.ts';
import { type TestStore, testStore } from '../store/test-store.ts';
import { workspaceWithTouchpoints } from './event-fixture.ts';

/** Kills with SIGKILL at random points; 100 by CANDOR_TEST_KILLS. */
const kills = Number(process.env.CANDOR_TEST_KILLS ?? 6);
const clients = 8;

let test: TestStore;
let program: string;
let child: ChildProcess | undefined;
beforeAll(async () => {
  program = await buildProgram('events-program', import.meta.dirname);
  test = await testStore();
});
afterAll(async () => {
  if (child?.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
  await test.close();
  removePrograms();
});

async function startServer(workspaceId: string): Promise<string> {
  child = spawn(process.execPath, [program], {
    env: { ...process.env, CANDOR_TEST_EVENTS: JSON.stringify({ url: test.url, workspaceId }) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout!, 'data')) as [Buffer];
  return `http://127.0.0.1:${line.toString().trim()}`;
}

async function killServer(): Promise<void> {
  const ended = once(child!, 'exit');
  child!.kill('SIGKILL');
  await ended;
}

describe('a server that is killed while events come in', () => {
  it(`loses no acknowledged event and reads each once, in ${kills} kills`, {
    timeout: 60_000 + kills * 10_000,
  }, async () => {
    const workspaceId = await workspaceWithTouchpoints(test);
    const [{ slug } = { slug: '' }] = await test.asSuperuser<{ slug: string }>(
      'select slug from workspace_directory where workspace_id = $1',
      [workspaceId],
    );
    const { key } = await test.store.inWorkspace(workspaceId, (transaction) =>
      createApiKey(transaction, { name: 'events', scopes: ['events:write'] }, new Date()),
    );
    const acknowledged = new Set<string>();
    let address = await startServer(workspaceId);
    let sent = 0;
    let over = false;
    /** Three events of a ticket in one request, sent again until they are acknowledged, as a sender does. */
    const client = async () => {
      while (!over) {
        const ticket = sent++;
        const ids = ['opened', 'closed', 'reopened'].map((happened) => `T${ticket}-${happened}`);
        const body = ids.map((id) => ({
          specversion: '1.0',
          id,
          source: '/crash',
          type: `candor.encounter.${id.split('-')[1]}`,
          data: { touchpoint: 'delivery', encounter: `T${ticket}`, account: `A${ticket % 7}` },
        }));
        for (let isTaken = false; !isTaken && !over; ) {
          const reply = await fetch(`${address}/api/workspaces/${slug}/events`, {
            method: 'POST',
            headers: {
              authorization: `Bearer ${key}`,
              'content-type': 'application/cloudevents-batch+json',
            },
            body: JSON.stringify(body),
          }).catch(() => undefined);
          isTaken = reply?.status === 202;
          if (isTaken) for (const id of ids) acknowledged.add(id);
          else await sleep(20);
        }
      }
    };
    const sending = Promise.all(Array.from({ length: clients }, client));
    for (let kill = 0; kill < kills; kill += 1) {
      const before = acknowledged.size;
      while (acknowledged.size < before + 30) await sleep(10);
      await sleep(Math.random() * 200);
      await killServer();
      address = await startServer(workspaceId);
    }
    over = true;
    await sending;
    await killServer();
    await takeAllEvents(test.store, workspaceId, { clock: () => new Date() });
    const events = await test.asSuperuser<{ id: string; state: string; key: string }>(
      'select event_id as id, state, encounter_key as key from event where workspace_id = $1',
      [workspaceId],
    );
    const stored = new Map(events.map((event) => [event.id, event]));
    expect(stored.size).toBe(events.length);
    expect([...acknowledged].filter((id) => !stored.has(id))).toEqual([]);
    expect(events.filter(({ state }) => state !== 'done')).toEqual([]);
    const encounters = await test.asSuperuser<{ key: string; state: string }>(
      'select external_id as key, state from encounter where workspace_id = $1',
      [workspaceId],
    );
    expect(new Set(encounters.map(({ key: name }) => name))).toEqual(new Set(events.map(({ key: name }) => name)));
    // The last that was told of each: reopened, so that nobody is asked.
    const whole = encounters.filter(({ key: name }) => acknowledged.has(`${name}-reopened`));
    expect(whole.filter(({ state }) => state !== 'open')).toEqual([]);
    expect(acknowledged.size).toBeGreaterThan(kills * 30);
  });
});
