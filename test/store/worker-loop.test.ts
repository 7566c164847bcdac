import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enqueueJobs, type JobHandler, startWorker } from '../../src/queue/index.ts';
import { newId } from '../../src/store/index.ts';
import { type TestStore, testStore } from './test-store.ts';

let test: TestStore;
beforeAll(async () => {
  test = await testStore();
});
afterAll(() => test.close());

const clock = () => new Date();
const troubles: string[] = [];
const onTrouble = (during: string) => void troubles.push(during);
const ask = (kind: string, workspaceId = newId()) =>
  test.store.inTransaction((t) => enqueueJobs(t, [{ workspaceId, kind, dueAt: clock() }], clock()));
async function until(met: () => boolean): Promise<void> {
  const giveUpAt = performance.now() + 30_000;
  while (!met() && performance.now() < giveUpAt) await sleep(10);
  expect(met()).toBe(true);
}

describe('the loop of the worker', () => {
  it('lets no long job hold up a short one, and takes no more of a kind than it has places', async () => {
    const done: string[] = [];
    let open = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    let long = 0;
    const handlers: Record<string, JobHandler> = {
      long: async () => {
        long += 1;
        await gate;
        done.push('long');
      },
    };
    const lanes = [
      { handlers, places: 1 },
      { handlers: { short: async () => void done.push('short') }, places: 2 },
    ];
    const workspace = newId();
    for (const kind of ['long', 'long', 'short', 'short', 'short']) await ask(kind, workspace);
    const worker = startWorker(test.store, { lanes, chores: [], clock, onTrouble, restMilliseconds: 20 });
    await until(() => done.length === 3 && long === 1);
    expect(done).toEqual(['short', 'short', 'short']);
    open();
    await until(() => done.length === 5);
    expect(await worker.stop(5000)).toBe(true);
    expect(worker.lastBeat()).toBeInstanceOf(Date);
    expect(troubles).toEqual([]);
  });

  it('does its chores again and again, and goes on when one fails', async () => {
    let runs = 0;
    const run = async () => {
      runs += 1;
      if (runs === 2) throw new Error('away');
    };
    const chores = [{ name: 'sweep', everyMilliseconds: 5, run }];
    const worker = startWorker(test.store, { lanes: [], chores, clock, onTrouble });
    await until(() => runs > 4);
    expect(await worker.stop(1000)).toBe(true);
    expect(troubles).toEqual(['sweep']);
  });

  it('waits for a running job when it stops, and says so when its patience ends', async () => {
    let open = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    let began = false;
    const slow = async () => {
      began = true;
      await gate;
    };
    await ask('slow');
    const worker = startWorker(test.store, {
      lanes: [{ handlers: { slow }, places: 1 }],
      chores: [],
      clock,
      onTrouble,
    });
    await until(() => began);
    expect(await worker.stop(50)).toBe(false);
    open();
    expect(await worker.stop(5000)).toBe(true);
    expect(await test.asSuperuser("select 1 from job where kind = 'slow'")).toEqual([]);
  });
});
