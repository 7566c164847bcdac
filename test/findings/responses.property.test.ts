import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Reader, readOverview, readResponsePage } from '../../src/findings/index.ts';
import type { ResponseRow } from '../../src/overview/index.ts';
import { defaultView, type View } from '../../src/view/index.ts';
import { type TestStore, testStore } from '../store/test-store.ts';
import { type ProgrammeFixture, programmeFixture } from './programme-fixture.ts';

let test: TestStore;
let programme: ProgrammeFixture;
const now = new Date('2030-06-20T12:00:00Z');
const all: Reader = { money: true, comments: true, contactDetails: true, smallGroups: true };

beforeAll(async () => {
  test = await testStore();
  programme = await programmeFixture(test, { seed: 21, responses: 700, from: '2030-01-01', to: '2030-06-18' });
});
afterAll(() => test.close());

const page = (view: Partial<View>, more: { reader?: Reader; cursor?: string; limit?: number } = {}) =>
  readResponsePage(test.store, {
    workspaceId: programme.workspaceId,
    view: { ...defaultView, ...view },
    reader: all,
    now,
    limit: 500,
    ...more,
  });

async function everyRow(view: Partial<View>, limit: number, reader = all): Promise<ResponseRow[]> {
  const rows: ResponseRow[] = [];
  let cursor: string | undefined;
  do {
    const part = await page(view, { reader, limit, ...(cursor !== undefined && { cursor }) });
    rows.push(...part.rows);
    cursor = part.next;
  } while (cursor !== undefined);
  return rows;
}

const some = (...values: string[]) => fc.uniqueArray(fc.constantFrom(...values, ''), { maxLength: 2 });
const view: fc.Arbitrary<Partial<View>> = fc.record(
  {
    level: fc.constantFrom('relationship' as const, 'encounter' as const),
    touchpoint: some('invoice', 'support', 'unknown'),
    segment: some('small', 'large'),
    unit: some('north', 'south'),
    role: some('payer', 'end-user', 'decision-maker'),
    channel: some('email'),
    period: fc.constantFrom('week' as const, 'month' as const, 'quarter' as const),
    from: fc.constantFrom('2030-01-15', '2030-03-01'),
    to: fc.constantFrom('2030-05-01', '2030-06-19'),
  },
  { requiredKeys: [] },
);

describe('the rows behind a figure', () => {
  it('are as many as the figure counts, in every view', async () => {
    await fc.assert(
      fc.asyncProperty(view, fc.integer({ min: 7, max: 200 }), async (given, limit) => {
        const ask = { workspaceId: programme.workspaceId, view: { ...defaultView, ...given }, reader: all, now };
        const overview = await readOverview(test.store, ask);
        for (const { level, trend, shown } of Object.values(overview.levels)) {
          const rows = await everyRow({ ...given, level }, limit);
          expect(rows.length).toBe(trend.reduce((sum, { n }) => sum + n, 0));
          expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
          const behind = await page(shown.view);
          expect(behind.rows.length).toBe(shown.n);
          expect(behind.head).toEqual(
            shown.n === 0
              ? []
              : [
                  {
                    level,
                    responses: shown.n,
                    respondents: shown.respondents,
                    accounts: shown.accounts,
                    answers: shown.n,
                  },
                ],
          );
        }
        for (const { groups } of overview.breakDowns) {
          for (const group of groups) {
            const { rows, head } = await page(group.view);
            expect(rows.length).toBe(group.n);
            expect(head[0]).toMatchObject({ respondents: group.respondents, accounts: group.accounts });
          }
        }
      }),
      { numRuns: 12 },
    );
  });

  it('are the newest first, whole and without a double however they are paged', async () => {
    const once = (await page({})).rows;
    const paged = await everyRow({}, 41);
    expect(paged.slice(0, 500)).toEqual(once);
    const instants = paged.map(({ respondedAt }) => respondedAt);
    expect(instants).toEqual([...instants].sort().reverse());
  });

  it('hold what was answered, and of the person only what the reader may see', async () => {
    const { rows } = await page({ level: 'encounter' });
    for (const row of rows.slice(0, 80)) {
      const { id, respondedAt } = row;
      const source = programme.rows.find((one) => one.id === id)!;
      expect(row).toMatchObject({ score: source.score, role: source.respondentRole, day: source.day, respondedAt });
      expect(row.touchpoint!.key).toBe(source.touchpoint);
      expect(row.comments.map(({ text }) => text)).toEqual(source.answers.flatMap(({ words }) => words ?? []));
      if (source.contact >= 0) expect(row.contact!.email).toBe(`p${source.contact + 1}@example.com`);
    }
    const hidden = await page({ level: 'encounter' }, { reader: { ...all, contactDetails: false, comments: false } });
    expect(hidden.rows.some(({ contact }) => contact)).toBe(false);
    expect(hidden.rows.flatMap(({ comments }) => comments)).toEqual([]);
    expect(hidden.rows.some(({ account }) => account)).toBe(true);
  });

  it('leave out for a reader bound by the floor what his figures leave out', async () => {
    const narrow = { level: 'encounter', segment: ['small'], role: ['payer'], channel: ['web'] } as const;
    const reader = { ...all, smallGroups: false };
    const ask = { workspaceId: programme.workspaceId, view: { ...defaultView, ...narrow }, reader, now };
    const { trend } = (await readOverview(test.store, ask)).levels.encounter!;
    const rows = await everyRow(narrow, 100, reader);
    expect(rows.length).toBe(trend.reduce((sum, { n }) => sum + n, 0));
    expect(rows.length).toBeLessThan((await everyRow(narrow, 100)).length);
    expect((await page(narrow, { reader })).hiddenPeriods).toBe(trend.filter(({ hidden }) => hidden).length);
  });

  it('refuse a cursor that no page gave', async () => {
    for (const cursor of ['x', '', Buffer.from('["2030-99-99 00:00:00+00","x"]').toString('base64url')]) {
      await expect(async () => page({}, { cursor })).rejects.toMatchObject({ code: 'CND_VIEW' });
    }
  });
});
