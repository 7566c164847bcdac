import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importRows, undoImport } from '../../src/collect/index.ts';
import { newId, recountTallies, storeResponses } from '../../src/store/index.ts';
import { type TestStore, testStore } from '../store/test-store.ts';
import { overlappingFiles, rowsOf } from './import-files.ts';
import { workspaceState } from './workspace-state.ts';

let test: TestStore;
beforeAll(async () => {
  test = await testStore();
});
afterAll(() => test.close());

const clock = () => new Date('2031-02-03T04:05:06Z');
/** Orders tried; a hundred take minutes and were run before this came in. */
const orders = Number(process.env.CANDOR_TEST_ORDERS ?? 12);

/** A workspace with an account made by hand, a fact and an answer of the API: imports never change the last two. */
async function workspaceWithOwnRows(): Promise<string> {
  const workspaceId = await test.newWorkspace();
  const [account, survey, version, question] = [newId(), newId(), newId(), newId()];
  await test.store.inWorkspace(workspaceId, async (t) => {
    const insert = (text: string, ...values: unknown[]) => t.query(text, [workspaceId, ...values]);
    await insert(
      "insert into account (workspace_id, id, external_id, name, segment) values ($1, $2, 'hand', 'By hand', 'own')",
      account,
    );
    await insert(
      "insert into survey (workspace_id, id, key, name, level) values ($1, $2, 'api', 'Api', 'encounter')",
      survey,
    );
    await insert(
      "insert into survey_version (workspace_id, id, survey_id, number, content) values ($1, $2, $3, 1, '{}')",
      version,
      survey,
    );
    await insert(
      `insert into question (workspace_id, id, survey_version_id, key, position, kind, texts, scale_minimum, scale_points)
       values ($1, $2, $3, 'recommend', 1, 'scale', '{}', 0, 11)`,
      question,
      version,
    );
    await insert(
      `insert into outcome_fact (workspace_id, id, account_id, kind, occurred_at, value, source, external_id)
       values ($1, $2, $3, 'revenue', '2025-12-31T22:00:00Z', 77, 'outcomes', 'A|2025-12-31T22:00:00.000Z|revenue')`,
      newId(),
      account,
    );
    await storeResponses(t, [
      {
        id: newId(),
        source: 'tool',
        externalId: 'x1',
        surveyVersionId: version!,
        accountId: account!,
        respondedAt: clock(),
        recordedAt: clock(),
        day: '2031-02-03',
        completed: true,
        answers: [{ questionId: question!, point: 4, points: 11 }],
      },
    ]);
  });
  return workspaceId;
}

/** The same numbers for the same seed (Park and Miller). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

describe('undoing imports', () => {
  it.each(Array.from({ length: orders }, (_, index) => index + 1))(
    'leaves what the remaining imports alone would have made (order %i)',
    async (seed) => {
      const next = numbers(seed * 7_919);
      const workspaceId = await workspaceWithOwnRows();
      const inForce: { file: number; id: string }[] = [];
      const steps: string[] = [];
      for (let step = 0; step < 14; step += 1) {
        const waiting = overlappingFiles
          .map((_, file) => file)
          .filter((file) => !inForce.some((one) => one.file === file));
        if (inForce.length > 0 && (waiting.length === 0 || next(5) < 2)) {
          const [gone] = inForce.splice(next(inForce.length), 1);
          steps.push(`undo ${overlappingFiles[gone!.file]!.name}`);
          await undoImport(test.store, workspaceId, { id: gone!.id, now: clock() });
        } else {
          const file = waiting[next(waiting.length)]!;
          steps.push(`import ${overlappingFiles[file]!.name}`);
          const { id } = await importRows(test.store, workspaceId, rowsOf(overlappingFiles[file]!), { clock });
          inForce.push({ file, id: id! });
        }
      }
      const freshId = await workspaceWithOwnRows();
      for (const { file } of inForce) {
        await importRows(test.store, freshId, rowsOf(overlappingFiles[file]!), { clock });
      }
      const state = await workspaceState(test, workspaceId);
      expect(state, steps.join(', ')).toEqual(await workspaceState(test, freshId));
      expect(state.orphans).toEqual([]);
      expect(await test.store.inWorkspace(workspaceId, recountTallies)).toEqual([]);
      for (const { id } of inForce.reverse()) await undoImport(test.store, workspaceId, { id, now: clock() });
      expect(await workspaceState(test, workspaceId)).toEqual(await workspaceState(test, await workspaceWithOwnRows()));
    },
    60_000,
  );
});
