import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { deadJobs, enqueueJobs, type JobHandler, replayJob, runDueJobs } from '../../src/queue/index.ts';
import { claimJobs, keepLease, retryDelay } from '../../src/queue/job-store.ts';
import { newId } from '../../src/store/index.ts';
import { type TestStore, testStore } from './test-store.ts';

let test: TestStore;
let now: Date;
const clock = () => now;
const later = (milliseconds: number) => {
  now = new Date(now.getTime() + milliseconds);
};
const ask = (workspaceId: string, more: { onceKey?: string; mostAttempts?: number; dueAt?: Date } = {}) =>
  test.store.inTransaction((t) => enqueueJobs(t, [{ workspaceId, kind: 'note', dueAt: now, ...more }], now));
const run = (handler: JobHandler, batch = 10) =>
  runDueJobs(test.store, { handlers: { note: handler }, clock, batch, leaseMilliseconds: 60_000 });
const states = () =>
  test.asSuperuser<{ state: string; n: number }>('select state, count(*) as n from job group by state order by state');

beforeAll(async () => {
  test = await testStore();
});
beforeEach(async () => {
  now = new Date('2030-01-01T00:00:00Z');
  await test.asSuperuser('delete from job');
});
afterAll(() => test.close());

describe('the queue', () => {
  it('runs a due job once and no job before its time', async () => {
    const workspace = newId();
    await ask(workspace);
    await ask(workspace, { dueAt: new Date(now.getTime() + 1_000) });
    const seen: string[] = [];
    const note: JobHandler = async ({ id }) => void seen.push(id);
    expect(await run(note)).toBe(1);
    expect(await run(note)).toBe(0);
    later(1_000);
    expect(await run(note)).toBe(1);
    expect(new Set(seen).size).toBe(2);
    expect(await states()).toEqual([]);
  });

  it('has a job exactly when the transaction of its cause is kept', async () => {
    const lost = test.store.inTransaction(async (t) => {
      await enqueueJobs(t, [{ workspaceId: newId(), kind: 'note', dueAt: now }], now);
      throw new Error('the cause failed');
    });
    await expect(lost).rejects.toThrow('the cause failed');
    expect(await states()).toEqual([]);
  });

  it('takes the same job only once while it waits, and again while it runs', async () => {
    const workspace = newId();
    await Promise.all(Array.from({ length: 8 }, () => ask(workspace, { onceKey: 'fold' })));
    expect(await states()).toEqual([{ state: 'waiting', n: 1 }]);
    await run(() => ask(workspace, { onceKey: 'fold' }));
    expect(await states()).toEqual([{ state: 'waiting', n: 1 }]);
  });

  it('never gives one job to two workers', async () => {
    const workspaces = Array.from({ length: 20 }, () => newId());
    const jobs = workspaces.flatMap((workspaceId) =>
      Array.from({ length: 15 }, () => ({ workspaceId, kind: 'note', dueAt: now })),
    );
    await test.store.inTransaction((t) => enqueueJobs(t, jobs, now));
    const seen: string[] = [];
    const worker = async () => {
      for (let idle = 0; idle < 3; ) idle = (await run(async ({ id }) => void seen.push(id), 7)) === 0 ? idle + 1 : 0;
    };
    await Promise.all([worker(), worker(), worker(), worker()]);
    expect(seen.length).toBe(300);
    expect(new Set(seen).size).toBe(300);
  });

  it('serves every workspace before the second job of a large one', async () => {
    const large = newId();
    const small = [newId(), newId(), newId()];
    await test.store.inTransaction((t) =>
      enqueueJobs(
        t,
        Array.from({ length: 5_000 }, () => ({ workspaceId: large, kind: 'note', dueAt: now })),
        now,
      ),
    );
    later(10);
    for (const workspaceId of small) await ask(workspaceId);
    const order: string[] = [];
    await run(async ({ workspaceId }) => void order.push(workspaceId), 4);
    expect(order.sort()).toEqual([large, ...small].sort());
    // Two of the large one run already, so the newcomer goes first.
    const options = { now, leaseMilliseconds: 1_000, kinds: ['note'] };
    await test.store.inTransaction((t) => claimJobs(t, { ...options, most: 2 }));
    await ask(small[0]!);
    const next = await test.store.inTransaction((t) => claimJobs(t, { ...options, most: 1 }));
    expect(next.map(({ workspaceId }) => workspaceId)).toEqual([small[0]]);
  });

  it('tries a failed job again after a growing while, then lays it with the dead until it is replayed', async () => {
    const workspaceId = newId();
    await ask(workspaceId, { mostAttempts: 3 });
    const fails: JobHandler = async ({ attempt }) => {
      throw new Error(`no ${attempt}`);
    };
    for (const attempt of [1, 2, 3]) {
      expect(await run(fails)).toBe(1);
      expect(await run(fails)).toBe(0);
      later(retryDelay(attempt));
    }
    const [dead] = await test.store.inTransaction((t) => deadJobs(t, workspaceId));
    expect(dead).toMatchObject({ kind: 'note', attempts: 3, lastError: 'Error: no 3' });
    later(10_000_000);
    expect(await run(fails)).toBe(0);
    const replay = (of: string) =>
      test.store.inTransaction((t) => replayJob(t, { workspaceId: of, id: dead!.id, now }));
    expect(await replay(newId())).toBe(false);
    expect(await replay(workspaceId)).toBe(true);
    expect(await run(async () => undefined)).toBe(1);
    expect(await states()).toEqual([]);
    expect([1, 2, 3, 30].map(retryDelay)).toEqual([2_000, 4_000, 8_000, 3_600_000]);
  });

  it('keeps a failed job apart from the same one asked for meanwhile', async () => {
    const workspaceId = newId();
    await ask(workspaceId, { onceKey: 'fold' });
    await run(async () => {
      await ask(workspaceId, { onceKey: 'fold' });
      throw new Error('after asking again');
    });
    expect(await states()).toEqual([{ state: 'waiting', n: 2 }]);
  });

  it('gives the job of a dead worker to another when its lease ends, and the old lease counts no more', async () => {
    await ask(newId());
    const [held] = await test.store.inTransaction((t) =>
      claimJobs(t, { now, most: 1, leaseMilliseconds: 60_000, kinds: ['note'] }),
    );
    later(50_000);
    expect(await test.store.inTransaction((t) => keepLease(t, held!, new Date(now.getTime() + 60_000)))).toBe(true);
    later(50_000);
    expect(await run(async () => undefined)).toBe(0);
    later(11_000);
    await run(async () => undefined);
    later(retryDelay(1));
    expect(await run(async () => undefined)).toBe(1);
    expect(await test.store.inTransaction((t) => keepLease(t, held!, now))).toBe(false);
    expect(await states()).toEqual([]);
  });

  it('leaves kinds without a handler to other workers', async () => {
    await test.store.inTransaction((t) => enqueueJobs(t, [{ workspaceId: newId(), kind: 'other', dueAt: now }], now));
    expect(await run(async () => undefined)).toBe(0);
    expect(await states()).toEqual([{ state: 'waiting', n: 1 }]);
  });
});
