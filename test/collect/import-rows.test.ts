import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type ImportMapping,
  importRows,
  type RowKind,
  type RowsToImport,
  readGivenMapping,
  undoImport,
} from '../../src/collect/index.ts';
import { recountTallies } from '../../src/store/index.ts';
import { type TestStore, testStore } from '../store/test-store.ts';

let test: TestStore;
beforeAll(async () => {
  test = await testStore();
});
afterAll(() => test.close());

const clock = () => new Date('2031-02-03T04:05:06Z');
const answersMapping: ImportMapping = {
  kind: 'answers',
  survey: 'relationship',
  level: 'relationship',
  source: 'tool',
  scores: [
    { column: 'nps', question: 'recommend', metric: 'nps', scale: { min: 0, max: 10 } },
    { column: 'ease', question: 'ease', metric: 'ces-7', scale: { min: 1, max: 7 } },
  ],
  comments: [{ column: 'why', question: 'why' }],
  columns: { responseId: 'id', date: 'date', account: 'account', contact: 'who', role: 'role', touchpoint: 'where' },
};
const answerColumns = ['id', 'date', 'nps', 'ease', 'why', 'account', 'who', 'role', 'where'];

function rowsOf(kind: RowKind, mapping: ImportMapping, columns: readonly string[], rows: unknown[][]): RowsToImport {
  return {
    kind: kind as 'answers',
    fileName: `${kind}.csv`,
    fileHash: Buffer.from(JSON.stringify(rows)).toString('hex').slice(0, 400).padEnd(64, '0'),
    tables: { [kind]: { mapping, columns } },
    rows: [{ kind, rows: rows as string[][] }],
  };
}

describe('importing rows', () => {
  it('stores answers with what they name, counts them, and takes them away', async () => {
    const workspaceId = await test.newWorkspace();
    const rows = rowsOf('answers', answersMapping, answerColumns, [
      ['1', '2026-03-01', '9', '6', 'good', 'Acme', 'ann@acme.example', 'CEO', 'Customer Support'],
      ['2', '2026-03-02T23:30:00Z', '3', '', '', 'Acme', '', 'user', 'customer support'],
      ['3', '2026-03-02', '11', '', '', 'Beta', '', '', ''],
      ['2', '2026-03-02', '5', '', '', 'Beta', '', '', ''],
      ['5', '2026-03-04', '5', '9', '', '', '', 'neighbour', ''],
    ]);
    const result = await importRows(test.store, workspaceId, rows, { clock });
    expect(result).toMatchObject({ read: 5, used: 3, rejected: 2, known: 0 });
    expect(result.reasons).toEqual([
      { reason: 'outside-scale', rejected: true, count: 1, firstLine: 3 },
      { reason: 'duplicate', rejected: true, count: 1, firstLine: 4 },
      { reason: 'outside-scale', rejected: false, count: 1, firstLine: 5 },
      { reason: 'unknown-role', rejected: false, count: 1, firstLine: 5 },
    ]);
    const responses = await test.asSuperuser(
      `select r.external_id, r.day, a.name as account, c.email, r.respondent_role, t.name as touchpoint
       from response r left join account a on a.id = r.account_id left join contact c on c.id = r.contact_id
       left join touchpoint t on t.id = r.touchpoint_id where r.workspace_id = $1 order by r.external_id`,
      [workspaceId],
    );
    expect(responses).toEqual([
      {
        external_id: '1',
        day: '2026-03-01',
        account: 'Acme',
        email: 'ann@acme.example',
        respondent_role: 'decision-maker',
        touchpoint: 'customer support',
      },
      {
        external_id: '2',
        day: '2026-03-03',
        account: 'Acme',
        email: null,
        respondent_role: 'end-user',
        touchpoint: 'customer support',
      },
      { external_id: '5', day: '2026-03-04', account: null, email: null, respondent_role: '', touchpoint: null },
    ]);
    expect(await test.store.inWorkspace(workspaceId, recountTallies)).toEqual([]);
    await undoImport(test.store, workspaceId, { id: result.id!, now: clock() });
    for (const table of ['response', 'answer', 'account', 'contact', 'touchpoint', 'survey', 'tally', 'import_claim']) {
      expect(await test.asSuperuser(`select 1 from ${table} where workspace_id = $1`, [workspaceId])).toEqual([]);
    }
  });

  it('keeps the answer that was there first, and brings the later one to life when it goes', async () => {
    const workspaceId = await test.newWorkspace();
    const first = await importRows(
      test.store,
      workspaceId,
      rowsOf('answers', answersMapping, answerColumns, [
        ['1', '2026-03-01', '9', '6', 'good', 'Acme', '', '', 'shop'],
        ['2', '2026-03-01', '8', '6', 'good', 'Acme', '', '', 'shop'],
      ]),
      { clock },
    );
    const second = await importRows(
      test.store,
      workspaceId,
      rowsOf('answers', answersMapping, answerColumns, [
        ['2', '2026-03-05', '1', '6', 'bad', 'Acme', '', '', 'web'],
        ['3', '2026-03-06', '7', '6', '', 'Beta', '', '', 'web'],
      ]),
      { clock },
    );
    expect(second).toMatchObject({ used: 2, known: 1 });
    const points = () =>
      test.asSuperuser(
        `select r.external_id as id, a.point from response r join answer a on a.response_id = r.id
         join question q on q.id = a.question_id and q.key = 'recommend' where r.workspace_id = $1 order by 1`,
        [workspaceId],
      );
    expect(await points()).toEqual([
      { id: '1', point: 10 },
      { id: '2', point: 9 },
      { id: '3', point: 8 },
    ]);
    await undoImport(test.store, workspaceId, { id: first.id!, now: clock() });
    expect(await points()).toEqual([
      { id: '2', point: 2 },
      { id: '3', point: 8 },
    ]);
    expect(await test.store.inWorkspace(workspaceId, recountTallies)).toEqual([]);
    expect(await test.asSuperuser('select key from touchpoint where workspace_id = $1', [workspaceId])).toEqual([
      { key: 'web' },
    ]);
  });

  it('asks a question at the level that it belongs to, and reads nothing of it at the other', async () => {
    const workspaceId = await test.newWorkspace();
    const [recommend, ease] = answersMapping.scores!;
    const mapping: ImportMapping = {
      ...answersMapping,
      survey: 'ours',
      columns: { responseId: 'id', date: 'date', level: 'where' },
      scores: [{ ...ease!, level: 'encounter' }, recommend!],
    };
    const report = await importRows(
      test.store,
      workspaceId,
      rowsOf('answers', mapping, answerColumns, [
        ['1', '2026-03-01', '9', '6', 'good', '', '', '', 'encounter'],
        ['2', '2026-03-02', '8', '5', 'well', '', '', '', 'relationship'],
        ['3', '2026-03-03', '', '5', '', '', '', '', 'relationship'],
        ['4', '2026-03-04', '', '7', '', '', '', '', 'encounter'],
      ]),
      { clock },
    );
    expect(report).toMatchObject({ used: 3, rejected: 1, reasons: [{ reason: 'empty-score', firstLine: 3 }] });
    const answers = await test.asSuperuser(
      `select s.level, q.key, coalesce(a.point::text, a.words) as said from question q
       join survey_version v on v.id = q.survey_version_id join survey s on s.id = v.survey_id
       left join answer a on a.question_id = q.id left join response r on r.id = a.response_id
       where q.workspace_id = $1 order by s.level, q.key, r.external_id`,
      [workspaceId],
    );
    expect(answers).toEqual([
      { level: 'encounter', key: 'ease', said: '6' },
      { level: 'encounter', key: 'ease', said: '7' },
      { level: 'encounter', key: 'recommend', said: '10' },
      { level: 'encounter', key: 'why', said: 'good' },
      { level: 'relationship', key: 'recommend', said: '9' },
      { level: 'relationship', key: 'why', said: 'well' },
    ]);
    const bad = { ...mapping, scores: [{ ...recommend!, level: 'both' as 'encounter' }] };
    expect(() => readGivenMapping(bad, 'answers')).toThrow('level needs encounter or relationship');
  });

  it('refuses the same file while it is in force, and takes it again afterwards', async () => {
    const workspaceId = await test.newWorkspace();
    const rows = () =>
      rowsOf('answers', answersMapping, answerColumns, [['1', '2026-03-01', '9', '', '', '', '', '', '']]);
    const { id } = await importRows(test.store, workspaceId, rows(), { clock });
    await expect(importRows(test.store, workspaceId, rows(), { clock })).rejects.toMatchObject({
      code: 'CND_IMPORT_KNOWN',
      details: { import: id, date: clock().toISOString() },
    });
    await undoImport(test.store, workspaceId, { id: id!, now: clock() });
    await expect(undoImport(test.store, workspaceId, { id: id!, now: clock() })).rejects.toMatchObject({
      code: 'CND_IMPORT_STATE',
    });
    expect(await importRows(test.store, workspaceId, rows(), { clock, dryRun: true })).toMatchObject({ used: 1 });
    expect(await importRows(test.store, workspaceId, rows(), { clock })).toMatchObject({ used: 1, known: 0 });
  });
});
