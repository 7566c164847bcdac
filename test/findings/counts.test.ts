import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayOfIsoDate, isoDate, type PeriodUnit, periodOf, periodStart } from '../../src/audit/index.ts';
import { readAccountSums } from '../../src/findings/account-sum-store.ts';
import {
  type PartCounts,
  readGroupCounts,
  readPeriodCounts,
  readTouchpointCounts,
} from '../../src/findings/count-store.ts';
import { removeResponses } from '../../src/store/index.ts';
import { type TestStore, testStore } from '../store/test-store.ts';
import { type FixtureRow, type ProgrammeFixture, programmeFixture } from './programme-fixture.ts';

/** What the tallies say beside the rows they count: folded in part, some of them taken back, two questions of one metric. */
let test: TestStore;
let fixture: ProgrammeFixture;
let rows: readonly FixtureRow[];
beforeAll(async () => {
  test = await testStore();
  fixture = await programmeFixture(test, {
    seed: 19,
    responses: 1500,
    from: '2030-01-20',
    to: '2030-11-12',
    accounts: 9,
  });
  const gone = fixture.rows.filter((_, i) => i % 10 === 0);
  await test.store.inWorkspace(fixture.workspaceId, (t) =>
    removeResponses(
      t,
      gone.map(({ id }) => id),
    ),
  );
  rows = fixture.rows.filter((_, i) => i % 10 !== 0);
});
afterAll(() => test.close());

const units: readonly PeriodUnit[] = ['week', 'month', 'quarter'];
const startOf = (day: string, unit: PeriodUnit) => isoDate(periodStart(periodOf(dayOfIsoDate(day)!, unit), unit));
const nobody = { touchpoint: [], unit: [], segment: [], role: [], channel: [] };

function pointOf(row: FixtureRow, ids: readonly string[]): { questionId: string; point: number } | undefined {
  const found = row.answers.find(({ questionId, point }) => ids.includes(questionId) && point !== undefined);
  return found && { questionId: found.questionId, point: found.point! };
}

/** Question, part and point -> answers, without what counts nothing. */
const countsOf = (parts: readonly PartCounts[]) =>
  Object.fromEntries(
    parts
      .flatMap(({ questionId, part, counts }) =>
        counts.flatMap((count, i) => (count === 0 ? [] : [[`${questionId} ${part} ${i + 1}`, count] as const])),
      )
      .sort(),
  );

function countedRows(ids: readonly string[], from: string, to: string, part: (row: FixtureRow) => string) {
  const counts = new Map<string, number>();
  for (const row of rows.filter(({ day }) => day >= from && day < to)) {
    const answer = pointOf(row, ids);
    if (!answer) continue;
    const name = `${answer.questionId} ${part(row)} ${answer.point}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return Object.fromEntries([...counts].sort());
}

describe('the counts of a window', () => {
  const windows = [
    ['2030-01-01', '2031-01-01'],
    ['2030-02-01', '2030-04-01'],
    ['2030-02-11', '2030-09-17'],
    ['2030-05-04', '2030-05-28'],
    ['2030-06-30', '2030-08-01'],
  ] as const;
  const noTouchpoint = '00000000-0000-0000-0000-000000000000';

  it.each(windows)('are those of the rows from %s to %s, by period, by touchpoint and by both', async (from, to) => {
    const ids = [fixture.questions.encounter, fixture.questions.encounterSecond];
    const asked = { questions: ids.map((id) => ({ id, points: 11 })), from, to, filter: nobody };
    await test.store.inSnapshot(fixture.workspaceId, async (t) => {
      for (const unit of units) {
        const periods = await readPeriodCounts(t, { ...asked, unit });
        expect(countsOf(periods)).toEqual(countedRows(ids, from, to, ({ day }) => startOf(day, unit)));
        const both = await readTouchpointCounts(t, { ...asked, unit });
        expect(countsOf(both)).toEqual(
          countedRows(
            ids,
            from,
            to,
            ({ day, touchpointId }) => `${touchpointId ?? noTouchpoint} ${startOf(day, unit)}`,
          ),
        );
      }
      const groups = await readGroupCounts(t, { ...asked, by: 'touchpoint' });
      expect(countsOf(groups)).toEqual(countedRows(ids, from, to, ({ touchpointId }) => touchpointId ?? noTouchpoint));
    });
  });
});

describe('the account sums', () => {
  const nps = [-1, -1, -1, -1, -1, -1, -1, 0, 0, 1, 1];
  const steps = nps.map((_, i) => i);

  function sumsOfRows(valuesOf: ReadonlyMap<string, readonly number[]>, unit: PeriodUnit) {
    const accounts = new Map<string, { period: number; n: number; s: number; q: number }>();
    for (const row of rows) {
      const answer = pointOf(row, [...valuesOf.keys()]);
      if (!answer || row.accountId === undefined) continue;
      const period = periodOf(dayOfIsoDate(row.day)!, unit);
      const value = valuesOf.get(answer.questionId)![answer.point - 1]!;
      const known = accounts.get(`${period} ${row.accountId}`) ?? { period, n: 0, s: 0, q: 0 };
      accounts.set(`${period} ${row.accountId}`, {
        period,
        n: known.n + 1,
        s: known.s + value,
        q: known.q + value ** 2,
      });
    }
    const sums = new Map<number, object>();
    for (const period of new Set([...accounts.values()].map((one) => one.period))) {
      const of = [...accounts.values()].filter((one) => one.period === period);
      const sum = (each: (one: { n: number; s: number; q: number }) => number) =>
        of.reduce((all, one) => all + each(one), 0);
      sums.set(period, {
        accounts: of.length,
        answers: sum(({ n }) => n),
        total: sum(({ s }) => s),
        squares: sum(({ q }) => q),
        answersSquared: sum(({ n }) => n * n),
        answersByTotal: sum(({ n, s }) => n * s),
        totalSquared: sum(({ s }) => s * s),
      });
    }
    return Object.fromEntries([...sums].sort(([a], [b]) => a - b));
  }

  it.each(units)('are those of the rows, by %s, also of questions that count differently', async (unit) => {
    // Both are answered by one account in one period; the levels are never pooled, but two surveys of one level are.
    const { encounter, relationship } = fixture.questions;
    const span = { from: startOf('2030-01-20', unit), to: startOf('2031-01-05', unit), unit };
    await test.store.inSnapshot(fixture.workspaceId, async (t) => {
      for (const [first, second] of [
        [nps, nps],
        [steps, steps],
        [nps, steps],
        [nps.map(() => 0), steps.slice(0, 1).concat(nps.slice(1))],
      ] as const) {
        const questions = [
          { id: encounter, values: first },
          { id: relationship, values: second },
        ];
        const sums = await readAccountSums(t, { questions, ...span });
        const expected = sumsOfRows(new Map(questions.map(({ id, values }) => [id, values])), unit);
        expect(Object.fromEntries([...sums].sort(([a], [b]) => a - b))).toEqual(expected);
        expect(Object.keys(expected).length).toBeGreaterThan(3);
      }
    });
  });
});
