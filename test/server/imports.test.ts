import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importHandlers } from '../../src/collect/index.ts';
import { runDueJobs } from '../../src/queue/index.ts';
import { recountTallies } from '../../src/store/index.ts';
import { type OpenApplication, openApplication } from './open-application.ts';

let open: OpenApplication;
beforeAll(async () => {
  open = await openApplication({ uploadBytes: 100_000 });
});
afterAll(() => open.close());

const file = `Response ID,Date,NPS,Comment,Account
1,2026-03-01,9,=cmd(),Acme
2,2026-03-02,99,secret words,Acme
3,2026-03-03,x@y.example,secret words,Beta
`;
const work = () => {
  const { store, clock } = open.context;
  return runDueJobs(store, { handlers: importHandlers(store, clock), clock });
};
const json = async (response: Response) => (await response.json()) as Record<string, never>;
const upload = (name: string, body: string, more = '') =>
  open.ask(`/workspaces/{w}/imports?kind=answers&name=${name}${more}`, { as: 'owner', body });

describe('imports over HTTP', () => {
  it('shows what a file would do, and keeps nothing of it', async () => {
    const response = await open.ask('/workspaces/{w}/imports/preview?kind=answers&name=a.csv', {
      as: 'analyst',
      body: file,
    });
    expect(response.status).toBe(200);
    const shown = await json(response);
    expect(shown.rows).toMatchObject({ read: 3, used: 1, rejected: 2, known: 0 });
    expect(shown.mapping).toMatchObject({
      kind: 'answers',
      survey: 'file-relationship',
      columns: { date: 'Date', account: 'Account' },
    });
    expect(JSON.stringify(shown.problems)).not.toContain('secret');
    expect(shown.fields).toContainEqual({ name: 'date', needed: true });
    expect(shown.fields).toContainEqual({ name: 'touchpoint', needed: false });
    expect((await json(await open.ask('/workspaces/{w}/imports', { as: 'owner' }))).imports).toEqual([]);
  });

  it('takes a file in by a worker, tells its progress and report, and undoes it', async () => {
    const response = await upload('a.csv', file, `&mapping=${encodeURIComponent('{"survey":"mine"}')}`);
    expect(response.status).toBe(202);
    const { id } = await json(response);
    const one = () => open.ask(`/workspaces/{w}/imports/${id}`, { as: 'owner' }).then(json);
    expect(await one()).toMatchObject({ state: 'waiting', file: 'a.csv' });
    expect(await work()).toBe(1);
    expect(await one()).toMatchObject({
      state: 'done',
      rows: { used: 1, rejected: 2 },
      progress: { phase: 'done', share: 1 },
    });
    const report = await open.ask(`/workspaces/{w}/imports/${id}/report.csv`, { as: 'owner' });
    expect(report.headers.get('content-disposition')).toContain(`import-${id}.csv`);
    expect(await report.text()).toBe(
      'line,reason,field,value,rejected\r\n3,missing-code,NPS,99,true\r\n4,unreadable-score,NPS,x@y.example,true\r\n',
    );
    expect(await open.test.asSuperuser('select 1 from import_chunk')).toEqual([]);
    expect(await open.test.asSuperuser('select key from survey')).toContainEqual({ key: 'mine' });
    const again = await upload('b.csv', file);
    expect(again.status).toBe(409);
    expect((await json(again)).error).toMatchObject({ code: 'CND_IMPORT_KNOWN', details: { import: id } });
    expect((await open.ask(`/workspaces/{w}/imports/${id}/undo`, { as: 'owner', method: 'POST' })).status).toBe(204);
    expect((await open.ask(`/workspaces/{w}/imports/${id}/undo`, { as: 'owner', method: 'POST' })).status).toBe(409);
    expect(await one()).toMatchObject({ state: 'undone' });
    const log = await open.test.asSuperuser("select action from audit_log where subject_kind = 'import' order by id");
    expect(log).toEqual([{ action: 'import' }, { action: 'undo-import' }]);
  });

  it('tells every member how far an import has come, and lets only those act who may', async () => {
    const { id } = await json(await upload('seen.csv', 'Date,NPS\n2026-06-01,3\n'));
    for (const as of ['manager', 'agent', 'viewer'] as const) {
      const imports: readonly { id: string }[] = (await json(await open.ask('/workspaces/{w}/imports', { as })))
        .imports!;
      expect(imports.find((one) => one.id === id)).toMatchObject({ state: 'waiting', file: 'seen.csv' });
      expect(await json(await open.ask(`/workspaces/{w}/imports/${id}`, { as }))).toMatchObject({ id });
      const undo = await open.ask(`/workspaces/{w}/imports/${id}/undo`, { as, method: 'POST' });
      const more = await open.ask('/workspaces/{w}/imports?kind=answers&name=x.csv', { as, body: file });
      expect([undo.status, more.status]).toEqual([403, 403]);
    }
    expect((await open.ask('/workspaces/{w}/imports')).status).toBe(401);
    await work();
  });

  it('leaves an answer of the API alone that an import only found known, whatever is undone', async () => {
    const mapping = (source: string) =>
      encodeURIComponent(
        JSON.stringify({ survey: 'shared', source, level: 'encounter', columns: { responseId: 'id' } }),
      );
    const made = await json(await upload('first.csv', 'id,date,nps\n1,2026-07-01,3\n', `&mapping=${mapping('tool')}`));
    await work();
    const [question] = await open.test.asSuperuser<{ key: string }>(
      "select q.key from question q join survey_version v on v.id = q.survey_version_id join survey s on s.id = v.survey_id where s.key = 'shared' and q.scale_points is not null",
    );
    const body = {
      survey: 'shared',
      source: 'tool',
      externalId: '2',
      respondedAt: '2026-07-02T09:00:00Z',
      answers: [{ question: question!.key, score: 10 }],
    };
    const sent = await open.ask('/workspaces/{w}/responses', { as: 'owner', body });
    expect(sent.status).toBe(201);
    const rows = 'id,date,nps\n2,2026-07-02,0\n3,2026-07-03,5\n';
    const later = await json(await upload('later.csv', rows, `&mapping=${mapping('tool')}`));
    await work();
    const one = await json(await open.ask(`/workspaces/{w}/imports/${later.id}`, { as: 'owner' }));
    expect(one).toMatchObject({ state: 'done', rows: { used: 2, known: 1 } });
    const held = () =>
      open.test.asSuperuser(
        "select r.external_id as id, a.point, r.import_id is null as alone from response r join answer a on a.response_id = r.id join survey_version v on v.id = r.survey_version_id join survey s on s.id = v.survey_id where s.key = 'shared' order by 1",
      );
    expect(await held()).toMatchObject([{ id: '1' }, { id: '2', point: 11, alone: true }, { id: '3' }]);
    for (const { id } of [later, made]) {
      expect((await open.ask(`/workspaces/{w}/imports/${id}/undo`, { as: 'owner', method: 'POST' })).status).toBe(204);
    }
    expect(await held()).toEqual([{ id: '2', point: 11, alone: true }]);
    const drift = await open.test.store.inWorkspace(open.workspace.id, recountTallies);
    expect(drift).toEqual([]);
    // The program that repeats itself is told the same.
    const again = await open.ask('/workspaces/{w}/responses', { as: 'owner', body });
    expect([again.status, await json(again)]).toEqual([200, await json(sent)]);
  });

  it('finds no import of another workspace', async () => {
    const { id } = await json(await upload('c.csv', 'Date,NPS\n2026-05-01,3\n'));
    await work();
    const stranger = open.other.members.owner;
    for (const [method, path] of [
      ['GET', ''],
      ['GET', '/report.csv'],
      ['POST', '/undo'],
    ] as const) {
      const at = `/workspaces/${open.other.slug}/imports/${id}${path}`;
      expect((await open.ask(at, { as: stranger, method })).status).toBe(404);
    }
    expect((await open.ask(`/workspaces/{w}/imports/${id}`, { as: stranger })).status).toBe(404);
    expect((await open.ask(`/workspaces/{w}/imports/${id}/report.csv`, { as: 'viewer' })).status).toBe(403);
  });

  it('refuses what is no file, too large, or badly mapped, and says which part', async () => {
    const code = async (response: Response) => [response.status, (await json(response)).error!['code' as never]];
    expect(await code(await upload('big.csv', 'x'.repeat(100_001)))).toEqual([413, 'CND_FILE_TOO_LARGE']);
    expect(await code(await upload('empty.csv', ' '))).toEqual([422, 'CND_FILE_EMPTY']);
    expect(await code(await upload('m.csv', file, '&mapping=%7B'))).toEqual([400, 'CND_REQUEST']);
    const unknown = await upload('m.csv', file, `&mapping=${encodeURIComponent('{"colums":{}}')}`);
    expect(await code(unknown)).toEqual([422, 'CND_IMPORT_MAPPING']);
    expect(
      await code(await open.ask('/workspaces/{w}/imports?kind=nothing&name=a', { as: 'owner', body: file })),
    ).toEqual([400, 'CND_REQUEST']);
    expect(await code(await upload('m.csv', file, '&extra=1'))).toEqual([400, 'CND_REQUEST']);
  });

  it('keeps mappings by name', async () => {
    const mapping = {
      kind: 'outcomes',
      columns: { account: 'a', date: 'd', kind: 'k', value: 'v' },
    };
    const saved = await open.ask('/workspaces/{w}/import-mappings', {
      as: 'owner',
      body: { name: 'Monthly', mapping },
    });
    expect(saved.status).toBe(201);
    const { id } = await json(saved);
    const list = async () => (await json(await open.ask('/workspaces/{w}/import-mappings', { as: 'owner' }))).mappings;
    expect(await list()).toMatchObject([{ id, name: 'Monthly', mapping }]);
    const bad = { name: 'x', mapping: { kind: 'outcomes', columns: { nothing: 'a' } } };
    expect((await open.ask('/workspaces/{w}/import-mappings', { as: 'owner', body: bad })).status).toBe(422);
    const at = `/import-mappings/${id}`;
    const stranger = { as: open.other.members.owner, method: 'DELETE' };
    expect((await open.ask(`/workspaces/${open.other.slug}${at}`, stranger)).status).toBe(404);
    expect((await open.ask(`/workspaces/{w}${at}`, { as: 'owner', method: 'DELETE' })).status).toBe(204);
    expect(await list()).toEqual([]);
  });
});
