import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ImportMapping, importRows, type KindBatch, type RowKind, undoImport } from '../../src/collect/index.ts';
import { recountTallies } from '../../src/store/index.ts';
import { accountHistory, accountRows, createWorld, type WorldTableName, worldTables } from '../../src/world/index.ts';
import { type TestStore, testStore } from '../store/test-store.ts';

let test: TestStore;
beforeAll(async () => {
  test = await testStore();
});
afterAll(() => test.close());

const clock = () => new Date('2031-02-03T04:05:06Z');
const tables: Partial<Record<RowKind, { table: WorldTableName; mapping: ImportMapping }>> = {
  accounts: {
    table: 'accounts',
    mapping: {
      kind: 'accounts',
      columns: {
        id: 'account',
        name: 'name',
        segment: 'segment',
        revenue: 'annual_revenue',
        marginRate: 'margin_rate',
      },
      attributes: ['kind', 'org_unit'],
    },
  },
  contacts: {
    table: 'contacts',
    mapping: {
      kind: 'contacts',
      columns: { id: 'contact', account: 'account', name: 'name', role: 'role', language: 'language' },
    },
  },
  encounters: {
    table: 'encounters',
    mapping: {
      kind: 'encounters',
      source: 'demo',
      columns: {
        id: 'encounter',
        account: 'account',
        contact: 'contact',
        touchpoint: 'touchpoint',
        orgUnit: 'org_unit',
        date: 'occurred_at',
      },
    },
  },
  invitations: {
    table: 'invitations',
    mapping: {
      kind: 'invitations',
      source: 'demo',
      survey: 'demo',
      columns: {
        id: 'invitation',
        encounter: 'encounter',
        account: 'account',
        contact: 'contact',
        level: 'level',
        channel: 'channel',
        date: 'invited_at',
        outcome: 'outcome',
      },
    },
  },
  answers: {
    table: 'responses',
    mapping: {
      kind: 'answers',
      source: 'demo',
      survey: 'demo',
      columns: {
        responseId: 'response',
        invitation: 'invitation',
        account: 'account',
        contact: 'contact',
        role: 'role',
        segment: 'segment',
        orgUnit: 'org_unit',
        level: 'level',
        touchpoint: 'touchpoint',
        channel: 'channel',
        date: 'responded_at',
        language: 'language',
      },
      scores: [{ column: 'recommend', question: 'recommend', metric: 'nps', scale: { min: 0, max: 10 } }],
      comments: [{ column: 'comment', question: 'comment' }],
    },
  },
  outcomes: {
    table: 'outcomes',
    mapping: {
      kind: 'outcomes',
      columns: { account: 'account', date: 'month', leftAt: 'left_at', leaveReason: 'leave_reason' },
      values: [
        { column: 'revenue', outcome: 'revenue' },
        { column: 'margin', outcome: 'margin' },
      ],
    },
  },
};

function* worldBatches(accounts: number): Generator<KindBatch> {
  const world = createWorld({ seed: 7, accounts, lastMonth: '2026-10' });
  for (let account = 0; account < accounts; account += 1) {
    const rows = accountRows(world, accountHistory(world, account));
    for (const [kind, shape] of Object.entries(tables)) {
      yield { kind: kind as RowKind, rows: rows[shape!.table] ?? [] };
    }
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
        tables: Object.fromEntries(
          Object.entries(tables).map(([kind, shape]) => [
            kind,
            { mapping: shape!.mapping, columns: Object.keys(worldTables[shape!.table].columns) },
          ]),
        ),
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
