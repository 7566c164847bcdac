import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addTableToTallies,
  addToTallies,
  type CountedAnswers,
  foldTallies,
  newId,
  recountTallies,
  removeResponses,
  responseWriter,
  storeResponses,
} from '../../src/store/index.ts';
import { responseOf, type SurveyFixture, surveyFixture } from './survey-fixture.ts';
import { type TestStore, testStore } from './test-store.ts';

let test: TestStore;
let fixture: SurveyFixture;
const within = <T>(work: Parameters<typeof test.store.inWorkspace<T>>[1]) =>
  test.store.inWorkspace(fixture.workspaceId, work);
const series = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => responseOf(fixture, from + index));
const store = (responses: ReturnType<typeof series>) => within((t) => storeResponses(t, responses));
const foldAll = async (most?: number) => {
  while ((await within((t) => foldTallies(t, most))) > 0);
};
const totals = async () => {
  const rows = await within((t) =>
    t.query<{ question_id: string; total: number; length: number }>(
      `select question_id, sum(n) as total, max(cardinality(counts)) as length from tally, unnest(counts) n
       where workspace_id = $1 group by question_id`,
      [fixture.workspaceId],
    ),
  );
  return Object.fromEntries(rows.map(({ question_id, total, length }) => [question_id, [total, length]]));
};

beforeAll(async () => {
  test = await testStore();
});
afterAll(() => test.close());

describe('the tallies', () => {
  it('count every score of both scales, in both tallies, whatever the size of the folds', async () => {
    fixture = await surveyFixture(test);
    await store(series(600));
    expect(await within((t) => recountTallies(t))).toEqual([]);
    await within((t) => foldTallies(t, 37));
    expect(await within((t) => recountTallies(t))).toEqual([]);
    await foldAll(101);
    expect(await within((t) => recountTallies(t))).toEqual([]);
    // 480 of 600 carry scores: every fifth has words only.
    expect(await totals()).toEqual({ [fixture.recommend]: [480, 11], [fixture.effort]: [480, 7] });
    const [cell] = await within((t) =>
      t.query<{ counts: number[] }>(
        `select counts from tally where workspace_id = $1 and question_id = $2 and day = '2030-01-02' and segment = ''
           and touchpoint_id = '00000000-0000-0000-0000-000000000000'`,
        [fixture.workspaceId, fixture.recommend],
      ),
    );
    const expected = Array.from({ length: 11 }, () => 0);
    for (let n = 0; n < 600; n += 1)
      if (n % 3 === 1 && n % 2 === 0 && n % 4 === 0 && n % 5 !== 0) expected[n % 11]! += 1;
    expect(cell!.counts).toEqual(expected);
    const [account] = await within((t) =>
      t.query<{ n: number }>('select sum(n) as n from account_tally, unnest(counts) n where workspace_id = $1', [
        fixture.workspaceId,
      ]),
    );
    expect(account!.n).toBe(
      2 * Array.from({ length: 600 }, (_, n) => n).filter((n) => n % 3 !== 0 && n % 5 !== 0).length,
    );
  });

  it('count a response once, however often and however parallel it comes', async () => {
    fixture = await surveyFixture(test);
    const stored = await Promise.all(Array.from({ length: 6 }, () => store(series(50))));
    expect(stored.reduce((sum, ids) => sum + ids.size, 0)).toBe(50);
    await foldAll();
    expect((await totals())[fixture.recommend]).toEqual([40, 11]);
  });

  it('take removed responses back, before and after the fold, once each', async () => {
    fixture = await surveyFixture(test);
    const responses = series(100);
    await store(responses);
    const ids = responses.map(({ id }) => id);
    await within((t) => removeResponses(t, ids.slice(0, 20)));
    await foldAll();
    const twice = await Promise.all([
      within((t) => removeResponses(t, ids.slice(20, 60))),
      within((t) => removeResponses(t, ids.slice(20, 60))),
    ]);
    expect(twice.sort((a, b) => a - b)).toEqual([0, 40]);
    await foldAll();
    expect(await within((t) => recountTallies(t))).toEqual([]);
    expect((await totals())[fixture.recommend]).toEqual([32, 11]);
    await within((t) => removeResponses(t, ids));
    await foldAll();
    expect((await totals())[fixture.recommend]).toEqual([0, 11]);
  });

  it('stay right while answers arrive, are removed and are folded at once', async () => {
    fixture = await surveyFixture(test);
    const write = responseWriter(test.store);
    let writing = true;
    const arrive = Promise.all(
      series(800).map(async (response, index) => {
        expect(await write(fixture.workspaceId, response)).toBe(true);
        if (index % 7 === 0) await within((t) => removeResponses(t, [response.id]));
      }),
    ).finally(() => {
      writing = false;
    });
    const fold = async () => {
      while (writing) await within((t) => foldTallies(t, 50));
    };
    const recount = async () => {
      while (writing) expect(await within((t) => recountTallies(t))).toEqual([]);
    };
    await Promise.all([arrive, fold(), fold(), recount()]);
    await foldAll();
    expect(await within((t) => recountTallies(t))).toEqual([]);
    const kept = Array.from({ length: 800 }, (_, n) => n).filter((n) => n % 7 !== 0 && n % 5 !== 0).length;
    expect((await totals())[fixture.recommend]).toEqual([kept, 11]);
  });

  it('are mended by the recount, which tells what it found', async () => {
    fixture = await surveyFixture(test);
    await store(series(60));
    await foldAll();
    const { workspaceId } = fixture;
    await test.asSuperuser('update tally set counts[3] = counts[3] + 5 where workspace_id = $1 and question_id = $2', [
      workspaceId,
      fixture.recommend,
    ]);
    await test.asSuperuser('delete from account_tally where workspace_id = $1 and question_id = $2', [
      workspaceId,
      fixture.effort,
    ]);
    const drift = await within((t) => recountTallies(t));
    expect(new Set(drift.map(({ tally }) => tally))).toEqual(new Set(['tally', 'account_tally']));
    expect(drift.length).toBeGreaterThan(2);
    expect(
      drift.filter(({ tally }) => tally === 'tally').every(({ missing }) => missing[2] === -5 && missing.length === 11),
    ).toBe(true);
    expect(await within((t) => recountTallies(t))).toEqual([]);
  });
});

const tables = ['tally', 'account_tally', 'trend_tally', 'account_trend_tally', 'month_tally'];
const cellsOf = async () =>
  Object.fromEntries(
    await Promise.all(
      tables.map(async (table) => [
        table,
        (
          await within((t) =>
            t.query<Record<string, unknown>>(
              `select * from ${table} as cell where workspace_id = $1 order by cell::text`,
              [fixture.workspaceId],
            ),
          )
        )
          // A cell that was emptied again counts nothing, as one that never was.
          .filter(({ counts }) => (counts as number[]).some((count) => count !== 0)),
      ]),
    ),
  );

describe('answers added straight to the tallies', () => {
  const counted = (responses: ReturnType<typeof series>, weight = 1): CountedAnswers[] =>
    responses.flatMap((response) =>
      response.answers.flatMap(({ questionId, point, points }) =>
        point === undefined ? [] : [{ ...response, questionId, point, points: points!, weight }],
      ),
    );

  it('count as deltas and their fold do, from an array or from a table, and can be taken back', async () => {
    fixture = await surveyFixture(test);
    const responses = series(300);
    await store(responses);
    await foldAll();
    const folded = await cellsOf();
    expect(tables.map((table) => folded[table].length > 0)).toEqual(tables.map(() => true));

    await within((t) => addToTallies(t, [...counted(responses), ...counted(series(40))]));
    await within((t) => addToTallies(t, counted(responses.concat(series(40)), -1)));
    expect(await cellsOf()).toEqual(folded);

    await within(async (t) => {
      await t.query(
        `create temp table counted_here on commit drop as
         select a.question_id, coalesce(r.touchpoint_id, $2) as touchpoint_id, coalesce(r.org_unit_id, $2) as org_unit_id,
           coalesce(r.account_id, $2) as account_id, r.segment, r.respondent_role, r.channel, r.day, a.point,
           q.scale_points as points, -1 as weight
         from response r
         join answer a on a.workspace_id = r.workspace_id and a.response_id = r.id
         join question q on q.workspace_id = a.workspace_id and q.id = a.question_id
         where r.workspace_id = $1 and a.workspace_id = $1 and q.workspace_id = $1 and a.point is not null`,
        [fixture.workspaceId, '00000000-0000-0000-0000-000000000000'],
      );
      await addTableToTallies(t, 'counted_here');
    });
    expect(Object.values(await cellsOf()).flat()).toEqual([]);
    const [state] = await within((t) =>
      t.query<{ taken_back: number }>('select taken_back from tally_state where workspace_id = $1', [
        fixture.workspaceId,
      ]),
    );
    expect(state!.taken_back).toBe(counted(responses).length * 2 + counted(series(40)).length);
  });

  it('wait for a fold of the same workspace and for one another', async () => {
    fixture = await surveyFixture(test);
    await store(series(200));
    const answers = counted(series(60, 200));
    await Promise.all([
      foldAll(20),
      within((t) => addToTallies(t, answers)),
      within((t) => addToTallies(t, answers)),
      foldAll(30),
    ]);
    await within((t) =>
      addToTallies(
        t,
        answers.map((answer) => ({ ...answer, weight: -2 })),
      ),
    );
    expect(await within((t) => recountTallies(t))).toEqual([]);
  });
});

describe('the response writer', () => {
  it('tells what is known of a batch, within it and before it, and counts each once', async () => {
    fixture = await surveyFixture(test);
    const write = responseWriter(test.store, { gatherMilliseconds: 20 });
    const responses = series(6, 1);
    expect(await write(fixture.workspaceId, responses[1]!)).toBe(true);
    const sent = [...responses, { ...responses[4]!, id: newId() }, responses[1]!];
    expect(await Promise.all(sent.map((response) => write(fixture.workspaceId, response)))).toEqual([
      true,
      false,
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
    const [{ n } = { n: 0 }] = await test.asSuperuser<{ n: number }>(
      `select count(*)::int as n from response where workspace_id = '${fixture.workspaceId}'`,
    );
    expect(n).toBe(6);
    expect(await within((t) => recountTallies(t))).toEqual([]);
  });

  it('leaves nothing of a transaction whose last statement failed, and its connection serves the next', async () => {
    fixture = await surveyFixture(test);
    const { store } = test;
    for (let round = 0; round < 20; round += 1) {
      const sent = store.inWorkspaceAtOnce(fixture.workspaceId, (t) =>
        Promise.all([
          t.query("insert into touchpoint (workspace_id, id, key, name) values ($1, $2, 'half', 'H')", [
            t.workspaceId,
            newId(),
          ]),
          t.query('insert into touchpoint (workspace_id, id, key, name) values ($1, $2, null, null)', [
            t.workspaceId,
            newId(),
          ]),
        ]),
      );
      await expect(sent).rejects.toMatchObject({ code: '23502' });
    }
    const count = 'select count(*)::int as n from touchpoint where workspace_id = $1 and key = $2';
    const counted = await store.inWorkspaceAtOnce(fixture.workspaceId, (t) =>
      t.query<{ n: number }>(count, [t.workspaceId, 'half']),
    );
    expect(counted).toEqual([{ n: 0 }]);
    expect(store.connections().busy).toBe(0);
  });

  it('refuses a bad response alone and keeps the others of its batch', async () => {
    fixture = await surveyFixture(test);
    const write = responseWriter(test.store, { most: 8, gatherMilliseconds: 20 });
    const responses = series(8, 1).map((response, index) =>
      index === 3 ? { ...response, surveyVersionId: response.id } : response,
    );
    const results = await Promise.allSettled(responses.map((response) => write(fixture.workspaceId, response)));
    expect(results.map(({ status }) => status)).toEqual(
      responses.map((_, index) => (index === 3 ? 'rejected' : 'fulfilled')),
    );
    const outside = { ...responseOf(fixture, 50), answers: [{ questionId: fixture.effort, point: 8, points: 7 }] };
    await expect(write(fixture.workspaceId, outside)).rejects.toMatchObject({ code: 'CND_ARGUMENT' });
    expect(await within((t) => recountTallies(t))).toEqual([]);
  });
});
