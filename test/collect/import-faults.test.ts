import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failLostImports, importHandlers, importRows, listImports, stageImport } from '../../src/collect/index.ts';
import { runDueJobs } from '../../src/queue/index.ts';
import { recountTallies } from '../../src/store/index.ts';
import { startProgram } from '../store/store-process.ts';
import { type TestStore, testStore } from '../store/test-store.ts';
import { overlappingFiles, rowsOf } from './import-files.ts';

let test: TestStore;
let program: string;
// Inside the checkout, so that the packages are found from there.
const folder = join(import.meta.dirname, '../../node_modules/.cache', `candor-import-${process.pid}`);

beforeAll(async () => {
  test = await testStore();
  mkdirSync(folder, { recursive: true });
  cpSync(join(import.meta.dirname, '../../src/store/migrations'), join(folder, 'migrations'), { recursive: true });
  program = join(folder, 'importing-program.mjs');
  await build({
    entryPoints: [join(import.meta.dirname, 'importing-program.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'warning',
  });
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await test.close();
});

const clock = () => new Date();
const count = async (table: string, workspaceId: string) =>
  (
    await test.asSuperuser<{ n: number }>(`select count(*) as n from ${table} where workspace_id = $1`, [workspaceId])
  )[0]!.n;

/** Until the server has ended the session of a killed process. */
async function settled(workspaceId: string): Promise<void> {
  for (let wait = 0; wait < 200; wait += 1) {
    await failLostImports(test.store, workspaceId, new Date(Date.now() + 60_000));
    const waiting = await test.asSuperuser(
      "select 1 from import where workspace_id = $1 and state in ('waiting', 'running')",
      [workspaceId],
    );
    if (waiting.length === 0) return;
    await sleep(50);
  }
  throw new Error('the import of the killed process is still taken for alive');
}

/** Kills at points spread over an import of some 12,000 rows; seeded. */
const kills = Number(process.env.CANDOR_TEST_KILLS ?? 6);

describe.runIf(process.platform === 'linux')('an import that is killed', () => {
  it(
    'leaves all of its rows or none, and its file can be imported again',
    async () => {
      const workspaceId = await test.newWorkspace();
      let kept = 0;
      for (let round = 0; round < kills; round += 1) {
        const { child } = await startProgram(program, [test.url, workspaceId, `file-${round}`, 'rows']);
        const over = new Promise((resolve) => child.once('exit', resolve));
        await sleep((round * 337) % 2_000);
        child.kill('SIGKILL');
        await over;
        await settled(workspaceId);
        const [last] = await listImports(test.store, workspaceId);
        if (last?.state === 'done') kept += 12_000;
        expect(await count('response', workspaceId)).toBe(kept);
        expect(await count('answer', workspaceId)).toBe(kept);
        expect(await test.store.inWorkspace(workspaceId, recountTallies)).toEqual([]);
      }
      const { child } = await startProgram(program, [test.url, workspaceId, 'file-0-again', 'rows']);
      expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(0);
      expect(await count('response', workspaceId)).toBe(kept + 12_000);
    },
    60_000 + kills * 30_000,
  );

  it('is run again from its staged file by the next worker', async () => {
    const workspaceId = await test.newWorkspace();
    const lines = Array.from({ length: 20_000 }, (_, row) => `r${row},2026-03-01,${row % 11},A${row % 9}`);
    const bytes = Buffer.from(`id,date,nps,account\n${lines.join('\n')}\n`);
    await stageImport(test.store, workspaceId, {
      kind: 'answers',
      name: 'staged.csv',
      fileHash: 'cd'.repeat(32),
      mapping: {
        kind: 'answers',
        survey: 's',
        level: 'relationship',
        scores: [{ column: 'nps', question: 'q', metric: 'nps', scale: { min: 0, max: 10 } }],
        columns: { responseId: 'id', date: 'date', account: 'account' },
      },
      bytes: (async function* () {
        yield bytes;
      })(),
      now: clock(),
    });
    const { child } = await startProgram(program, [test.url, workspaceId, '-', 'jobs']);
    const over = new Promise((resolve) => child.once('exit', resolve));
    await sleep(300);
    child.kill('SIGKILL');
    await over;
    expect(await failLostImports(test.store, workspaceId, new Date(Date.now() + 60_000))).toBe(0);
    // The lease of the dead worker ends after a second; a job that failed waits two.
    for (let round = 0; round < 100 && (await count('response', workspaceId)) === 0; round += 1) {
      await runDueJobs(test.store, { handlers: importHandlers(test.store, clock), clock, leaseMilliseconds: 1_000 });
      await sleep(200);
    }
    expect(await listImports(test.store, workspaceId)).toMatchObject([
      { state: 'done', report: { read: 20_000, used: 20_000, known: 0 } },
    ]);
    expect(await count('response', workspaceId)).toBe(20_000);
    expect(await count('import_chunk', workspaceId)).toBe(0);
  }, 120_000);
});

describe('two imports of one file at once', () => {
  it('leave one of them, and the other is told which', async () => {
    const workspaceId = await test.newWorkspace();
    const file = overlappingFiles[0]!;
    const both = await Promise.allSettled(
      [1, 2].map(() => importRows(test.store, workspaceId, rowsOf(file), { clock })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = both.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
    expect(refused.reason).toMatchObject({ code: 'CND_IMPORT_KNOWN' });
    expect(await count('response', workspaceId)).toBe(3);
  });

  it('different files at once are both whole', async () => {
    const workspaceId = await test.newWorkspace();
    await Promise.all(
      overlappingFiles.slice(0, 6).map((file) => importRows(test.store, workspaceId, rowsOf(file), { clock })),
    );
    expect((await listImports(test.store, workspaceId)).map(({ state }) => state)).toEqual(Array(6).fill('done'));
    expect(await test.store.inWorkspace(workspaceId, recountTallies)).toEqual([]);
  });
});

describe('progress', () => {
  it('is seen by others while the import runs, and nothing else of it', async () => {
    const workspaceId = await test.newWorkspace();
    const file = rowsOf(overlappingFiles[0]!);
    let seen: unknown;
    async function* slowly() {
      for (const batch of file.rows as Iterable<never>) {
        yield batch;
        await sleep(1_300);
        const [running] = await listImports(test.store, workspaceId);
        seen ??= running;
        expect(await count('response', workspaceId)).toBe(0);
      }
    }
    await importRows(test.store, workspaceId, { ...file, rows: slowly() }, { clock });
    expect(seen).toMatchObject({ state: 'running', progress: { phase: 'reading', rows: 2 } });
  });
});
