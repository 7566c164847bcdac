import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addWave, findWave } from '../../src/fieldwork/index.ts';
import { buildProgram, removePrograms } from '../store/store-process.ts';
import { type TestStore, testStore } from '../store/test-store.ts';
import { send } from './event-fixture.ts';
import { askingCompany, delivery, invitationsOf, messagesOf, monday, secret } from './programme-fixture.ts';
import { usualAccounts, waveCompany, waveInvitations, work } from './wave-fixture.ts';

/** Kills with SIGKILL at random points; 100 by CANDOR_TEST_KILLS. */
const kills = Number(process.env.CANDOR_TEST_KILLS ?? 6);

let test: TestStore;
let program: string;
beforeAll(async () => {
  program = await buildProgram('wave-program', import.meta.dirname);
  test = await testStore();
});
afterAll(async () => {
  await test.close();
  removePrograms();
});

function worker(workspaceId: string, more: object = {}): ChildProcess {
  const given = { url: test.url, workspaceId, now: monday, secret, ...more };
  return spawn(process.execPath, [program], {
    env: { ...process.env, CANDOR_TEST_WAVES: JSON.stringify(given) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

async function ended(child: ChildProcess): Promise<number | null> {
  const [code] = await once(child, 'exit');
  return code;
}

async function newWave(accounts: number) {
  const company = await waveCompany(test, usualAccounts(accounts));
  const { workspaceId, programmeId } = company;
  const id = await test.store.inWorkspace(workspaceId, (transaction) =>
    addWave(transaction, { programmeId, now: monday }),
  );
  return { ...company, id };
}

describe('two worker processes', () => {
  it('that plan the same wave ask each person once', { timeout: 120_000 }, async () => {
    const { workspaceId, id } = await newWave(700);
    const codes = await Promise.all([worker(workspaceId), worker(workspaceId)].map(ended));
    expect(codes).toEqual([0, 0]);
    const rows = await waveInvitations(test, workspaceId);
    expect(rows).toHaveLength(1_400);
    expect(new Set(rows.map(({ person }) => person)).size).toBe(1_400);
    expect(rows.every(({ state }) => state === 'planned')).toBe(true);
    expect(await messagesOf(test, workspaceId)).toHaveLength(1_400);
    const wave = await test.store.readWorkspace(workspaceId, (transaction) => findWave(transaction, id, monday));
    expect(wave.state).toBe('open');
  });

  it('that read fifty encounters of one person ask him once', { timeout: 120_000 }, async () => {
    const { workspaceId } = await askingCompany(test);
    await send(
      test,
      workspaceId,
      Array.from({ length: 50 }, (_, i) => delivery(`D${i}`, 'anna')),
    );
    const codes = await Promise.all([1, 2].map(() => ended(worker(workspaceId, { events: true }))));
    expect(codes).toEqual([0, 0]);
    const rows = await invitationsOf(test, workspaceId);
    expect(rows).toHaveLength(50);
    expect(rows.filter(({ state }) => state === 'planned')).toHaveLength(1);
  });
});

describe('a worker that is killed while it draws and plans a wave', () => {
  it(`loses nobody and asks nobody twice in ${kills} kills`, { timeout: 60_000 + kills * 15_000 }, async () => {
    const { workspaceId } = await newWave(1_200);
    for (let kill = 0; kill < kills; kill += 1) {
      const child = worker(workspaceId);
      await Promise.race([once(child.stdout!, 'data'), once(child, 'exit')]);
      await sleep(Math.random() * 1_500);
      if (child.exitCode === null) {
        child.kill('SIGKILL');
        await once(child, 'exit');
      }
    }
    await work(test, workspaceId, monday);
    const rows = await waveInvitations(test, workspaceId);
    expect(rows).toHaveLength(2_400);
    expect(new Set(rows.map(({ person }) => person)).size).toBe(2_400);
    expect(await messagesOf(test, workspaceId)).toHaveLength(2_400);
    const [left] = await test.asSuperuser<{ draws: number }>(
      'select count(distinct draw_id)::int as draws from wave_member where workspace_id = $1',
      [workspaceId],
    );
    // Another one than the winner's may stand there when it was written after the winner looked; it counts for nothing.
    expect(left!.draws).toBeGreaterThanOrEqual(1);
  });
});
