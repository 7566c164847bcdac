import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importRows, type KindBatch, undoImport } from '../../src/collect/index.ts';
import { demoShapes, demoTables } from '../../src/demo/demo-mappings.ts';
import { recountTallies } from '../../src/store/index.ts';
import { accountHistory, accountRows, createWorld } from '../../src/world/index.ts';
import { type TestStore, testStore } from '../store/test-store.ts';

let test: TestStore;
beforeAll(async () => {
  test = await testStore();
});
afterAll(() => test.close());

const clock = () => new Date('2031-02-03T04:05:06Z');
function* worldBatches(accounts: number): Generator<KindBatch> {
  const world = createWorld({ seed: 7, accounts, lastMonth: '2026-10' });
  for (let account = 0; account < accounts; account += 1) {
    const rows = accountRows(world, accountHistory(world, account));
    for (const { kind, table } of demoTables) yield { kind, rows: rows[table] ?? [] };
  }
}

describe('importing a company', () => {
  it('takes rows of all kinds from memory in one import, linked to one another, and takes all of them away', async () => {
    const workspaceId = await test.newWorkspace();
    const count = async (text: string) =>
      (await test.asSuperuser<{ n: number }>(`select count(*) as n from ${text} `, []))[0]!.n;
    const result = await importRows(
      test.store,
      workspaceId,
      {
        kind: 'company',
        fileName: 'Demo company',
        fileHash: 'ab'.repeat(32),
        tables: demoShapes,
        rows: worldBatches(60),
      },
      { clock },
    );
    expect(result.rejected).toBe(0);
    expect(result.read).toBe(result.used);
    expect(await count('account where currency is not null and margin > 0')).toBe(60);
    expect(await count('contact_role')).toBeGreaterThan(100);
    expect(await count('response where invitation_id is null')).toBe(0);
    expect(
      await count(
        "response r join survey_version v on v.id = r.survey_version_id join survey s on s.id = v.survey_id and s.level = 'encounter' where r.encounter_id is null",
      ),
    ).toBe(0);
    expect(await count("invitation where (state = 'completed') <> (completed_at is not null)")).toBe(0);
    expect(await count('account where left_at is not null')).toBe(await count("outcome_fact where kind = 'exit'"));
    expect(await test.store.inWorkspace(workspaceId, recountTallies)).toEqual([]);
    await undoImport(test.store, workspaceId, { id: result.id!, now: clock() });
    for (const table of [
      'response',
      'encounter',
      'invitation',
      'programme',
      'account',
      'contact_role',
      'outcome_fact',
      'org_unit',
      'tally',
      'account_tally',
      'import_claim',
      'import_shadow',
    ]) {
      expect(await count(table)).toBe(0);
    }
  });
});
