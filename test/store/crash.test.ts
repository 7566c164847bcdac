import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foldTallies, newId, openStore, recountTallies, type Store } from '../../src/store/index.ts';
import { buildProgram, removePrograms, serverProcesses, startProgram } from './store-process.ts';

let home: string;
let program: string;
const fixture = { workspaceId: newId(), surveyVersionId: newId(), question: newId() };
const open = () => openStore({ kind: 'embedded', home, port: 0 });

async function prepare(store: Store): Promise<void> {
  const { workspaceId, surveyVersionId, question } = fixture;
  await store.inWorkspace(workspaceId, async (t) => {
    const survey = newId();
    await t.query("insert into workspace (workspace_id, name, time_zone, currency) values ($1, 'W', 'UTC', 'EUR')", [
      workspaceId,
    ]);
    await t.query("insert into survey (workspace_id, id, key, name, level) values ($1, $2, 's', 'S', 'encounter')", [
      workspaceId,
      survey,
    ]);
    await t.query(
      "insert into survey_version (workspace_id, id, survey_id, number, content) values ($1, $2, $3, 1, '{}')",
      [workspaceId, surveyVersionId, survey],
    );
    await t.query(
      `insert into question (workspace_id, id, survey_version_id, key, position, kind, texts, scale_minimum, scale_points)
       values ($1, $2, $3, 'q', 1, 'scale', '{}', 0, 11)`,
      [workspaceId, question, surveyVersionId],
    );
  });
}

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'candor-crash-'));
  chmodSync(home, 0o755);
  program = await buildProgram('answering-program');
  const store = await open();
  await prepare(store);
  await store.close();
});
afterAll(() => {
  removePrograms();
  rmSync(home, { recursive: true, force: true });
});

describe.runIf(process.platform === 'linux')('kill -9', () => {
  it.each([
    ['of the program and every process of the server', true, 400],
    ['of the program and every process of the server, again', true, 700],
    ['of the program alone, which leaves the server behind', false, 500],
  ])('%s loses no acknowledged answer and half-writes none', async (_name, serverToo, milliseconds) => {
    const { child, lines } = await startProgram(program, [
      home,
      JSON.stringify(fixture),
      String(milliseconds * 100_000),
    ]);
    // A slow machine has as much to lose as a fast one.
    const giveUpAt = performance.now() + 60_000;
    while (lines.length <= 60 && performance.now() < giveUpAt) await sleep(20);
    await sleep(milliseconds);
    const killed = [child.pid!, ...(serverToo ? serverProcesses(home) : [])];
    const gone = new Promise((resolve) => child.once('close', resolve));
    for (const pid of killed) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch (error) {
        // The server's other processes end by themselves when it is gone.
        expect((error as NodeJS.ErrnoException).code).toBe('ESRCH');
      }
    }
    await gone;
    const acknowledged = lines.filter((line) => line !== 'ready');
    expect(acknowledged.length).toBeGreaterThan(50);
    const store = await open();
    try {
      const { workspaceId } = fixture;
      const found = await store.inWorkspace(workspaceId, (t) =>
        t.query<{ external_id: string; answers: number }>(
          `select r.external_id, count(a.id) as answers from response r
           left join answer a on a.workspace_id = r.workspace_id and a.response_id = r.id
           where r.workspace_id = $1 group by r.external_id`,
          [workspaceId],
        ),
      );
      const stored = new Set(found.map(({ external_id }) => external_id));
      expect(acknowledged.filter((number) => !stored.has(number))).toEqual([]);
      expect(found.filter(({ answers }) => answers !== 1)).toEqual([]);
      while ((await store.inWorkspace(workspaceId, (t) => foldTallies(t))) > 0);
      expect(await store.inWorkspace(workspaceId, recountTallies)).toEqual([]);
    } finally {
      await store.close();
    }
  });
});
