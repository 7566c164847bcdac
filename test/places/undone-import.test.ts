import { expect, it } from 'vitest';
import { importRows, undoImport } from '../../src/collect/index.ts';
import { openPages } from '../answering/open-pages.ts';
import { longQuestionnaire } from '../answering/questionnaires.ts';
import { makePlace } from '../channels/open-place.ts';

it('keeps the touchpoint and the unit of a place when the import that named them is undone', async () => {
  const pages = await openPages(longQuestionnaire);
  const { store } = pages.test;
  const { workspaceId } = pages.fixture;
  const [survey] = await pages.rows<{ id: string }>(
    "select id from survey where workspace_id = $1 and key = 'delivery'",
  );
  const { id } = await importRows(
    store,
    workspaceId,
    {
      kind: 'answers',
      fileName: 'answers.csv',
      fileHash: 'cd'.repeat(32),
      tables: {
        answers: {
          mapping: {
            kind: 'answers',
            source: 'file',
            level: 'encounter',
            survey: 'imported',
            columns: { responseId: 'id', date: 'date', touchpoint: 'touchpoint', orgUnit: 'unit' },
            scores: [{ column: 'score', question: 'recommend', metric: 'nps', scale: { min: 0, max: 10 } }],
          },
          columns: ['id', 'date', 'score', 'touchpoint', 'unit'],
        },
      },
      rows: [{ kind: 'answers', rows: [['1', '2030-06-01', '9', 'till', 'kamppi']] }],
    },
    { clock: () => pages.time.now },
  );
  const [till] = await pages.rows<{ id: string }>("select id from touchpoint where workspace_id = $1 and key = 'till'");
  const [unit] = await pages.rows<{ id: string }>(
    "select id from org_unit where workspace_id = $1 and code = 'kamppi'",
  );
  const place = await makePlace(pages, { survey: survey!.id, touchpoint: till!.id, orgUnit: unit!.id });
  await undoImport(store, workspaceId, { id: id!, now: pages.time.now });
  expect(await pages.rows('select 1 from response where workspace_id = $1')).toEqual([]);
  expect((await pages.get(`/s/${place.path}`)).status).toBe(200);
  await pages.close();
});
