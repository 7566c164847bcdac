import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditProgramme, cutPeriods, dayOfIsoDate, pooledDesignEffect, standingOf } from '../../src/audit/index.ts';
import { type Reader, readOverview } from '../../src/findings/index.ts';
import { type AnswerSeries, metricDefinition } from '../../src/metrics/index.ts';
import { defaultView, type View } from '../../src/view/index.ts';
import { type TestStore, testStore } from '../store/test-store.ts';
import { type FixtureRow, type ProgrammeFixture, programmeFixture } from './programme-fixture.ts';

let test: TestStore;
let programme: ProgrammeFixture;
const now = new Date('2030-12-20T12:00:00Z');
const reader: Reader = { money: true, comments: true, contactDetails: true, smallGroups: true };
const overview = (view: Partial<View> = {}, more: Partial<Reader> = {}) =>
  readOverview(test.store, {
    workspaceId: programme.workspaceId,
    view: { ...defaultView, ...view },
    reader: { ...reader, ...more },
    now,
  });

beforeAll(async () => {
  test = await testStore();
  programme = await programmeFixture(test, { seed: 7, responses: 3000, from: '2029-12-01', to: '2030-12-18' });
});
afterAll(() => test.close());

/** The same answers as a file would give them to the audit. */
function seriesOf(rows: readonly FixtureRow[], accounts: boolean): AnswerSeries {
  const scored = rows.filter(({ score }) => score !== undefined);
  return {
    scores: Float64Array.from(scored, ({ score }) => score!),
    days: Int32Array.from(scored, ({ day }) => dayOfIsoDate(day)!),
    ...(accounts && {
      account: {
        codes: Int32Array.from(scored, ({ account }) => account),
        names: Array.from({ length: 40 }, (_, i) => String(i)),
      },
    }),
    families: ['nps'],
    questions: 1,
  };
}

const auditInput = (series: AnswerSeries) => ({
  definition: metricDefinition('nps'),
  series,
  periodUnit: 'month' as const,
  confidence: 0.95,
  seed: 1,
});

describe('the overview of a programme', () => {
  it('counts what the audit counts of the same answers, at each level by itself', async () => {
    const page = await overview();
    for (const level of ['relationship', 'encounter'] as const) {
      const rows = programme.rows.filter((row) => row.level === level);
      const audit = auditProgramme(auditInput(seriesOf(rows, true)));
      const standing = page.levels[level]!;
      expect(standing.trend.map(({ period, n, counts }) => ({ period, n, counts }))).toEqual(
        audit.periods.map(({ period, n, counts }) => ({ period, n, counts })),
      );
      standing.trend.forEach(({ estimate }, i) => {
        expect(estimate!.value).toBeCloseTo(audit.periods[i]!.estimate!.value, 10);
      });
      const input = auditInput(seriesOf(rows, true));
      const standings = cutPeriods(input.series, 'month').map((period) => standingOf(input, period));
      expect(standing.designEffect).toBeCloseTo(pooledDesignEffect(standings), 10);
      expect(standing.designEffect).toBeGreaterThan(1);
      expect(standing.changes.map(({ from, to }) => `${from} ${to}`)).toEqual(
        audit.changes.map(({ from, to }) => `${from} ${to}`),
      );
    }
    expect(page.levels.encounter!.breaks).toMatchObject([{ what: 'version', period: '2030-07' }]);
  });

  it('gives every figure of the audit where no answer has an account', async () => {
    const plain = await programmeFixture(test, {
      seed: 8,
      responses: 1500,
      from: '2029-12-01',
      to: '2030-12-18',
      anonymous: 1,
    });
    const page = await readOverview(test.store, { workspaceId: plain.workspaceId, view: defaultView, reader, now });
    for (const level of ['relationship', 'encounter'] as const) {
      const rows = plain.rows.filter((row) => row.level === level);
      const audit = auditProgramme(auditInput(seriesOf(rows, false)));
      const standing = page.levels[level]!;
      expect(standing.trend.map(({ running: _, view: __, ...period }) => period)).toEqual(audit.periods);
      expect(standing.changes).toEqual(audit.changes);
      expect(standing.changePoints).toEqual(audit.programme.changePoints);
      expect(standing.levels).toEqual(audit.programme.levels);
    }
  });

  it('breaks down, opens rows, and says who stands behind a figure', async () => {
    const page = await overview();
    expect(page.window.shown).toBe('2030-12');
    const shown = programme.rows.filter(
      ({ level, day, score }) => level === 'encounter' && day >= '2030-12-01' && score !== undefined,
    );
    expect(page.levels.encounter!.shown).toMatchObject({
      n: shown.length,
      respondents: new Set(shown.map(({ contact, id }) => (contact < 0 ? id : contact))).size,
      accounts: new Set(shown.filter(({ account }) => account >= 0).map(({ account }) => account)).size,
    });
    const [roles, touchpoints] = page.breakDowns;
    expect([roles!.by, touchpoints!.by]).toEqual(['role', 'touchpoint']);
    for (const { key, n, view } of touchpoints!.groups) {
      expect(n).toBe(shown.filter(({ touchpoint }) => touchpoint === key).length);
      expect(view).toMatchObject({ level: 'encounter', touchpoint: [key], from: '2030-12-01', to: '2031-01-01' });
    }
    const values = touchpoints!.groups.map(({ estimate }) => estimate!.value);
    expect(values).toEqual([...values].sort((a, b) => a - b));
    expect(page.comments!.quotes.length).toBe(4);
    expect(page.coverage!.fresh.share + page.coverage!.older.share + page.coverage!.never.share).toBeCloseTo(1, 12);
    expect(page.coverage!.accountsWithoutRevenue).toBe(4);
  });

  it('shows money and words only to those who may see them', async () => {
    const page = await overview({}, { money: false, comments: false });
    expect(page.coverage).toBeUndefined();
    expect(page.comments).toBeUndefined();
  });

  it('counts each view from the fine tally as the rows do', async () => {
    const page = await overview({ segment: ['large'], unit: ['north', ''], channel: ['web'], level: 'relationship' });
    const rows = programme.rows.filter(
      (row) =>
        row.level === 'relationship' &&
        row.segment === 'large' &&
        row.unit !== 'south' &&
        row.channel === 'web' &&
        row.score !== undefined,
    );
    expect(page.levels.relationship!.trend.map(({ n }) => n).reduce((a, b) => a + b)).toBe(rows.length);
    expect(page.levels.encounter).toBeUndefined();
    expect(page.caveats.find(({ code }) => code === 'design-effect')!.narrowed).toBe(true);
  });

  it('is the same whether answers are folded or not, and the same bytes twice', async () => {
    const before = await overview({ period: 'week' });
    const { foldTallies } = await import('../../src/store/index.ts');
    while ((await test.store.inWorkspace(programme.workspaceId, (t) => foldTallies(t))) > 0);
    expect(JSON.stringify(await overview({ period: 'week' }))).toBe(JSON.stringify(before));
    expect(
      (await overview({ period: 'quarter' })).levels.encounter!.trend.map(({ n }) => n).reduce((a, b) => a + b),
    ).toBe(programme.rows.filter(({ level, score }) => level === 'encounter' && score !== undefined).length);
  });

  it('hides from a viewer the part that filters make too small, and the part they leave', async () => {
    await test.asSuperuser('analyze');
    const page = await overview(
      { touchpoint: ['invoice'], role: ['payer'], channel: ['web'], segment: ['small'] },
      { smallGroups: false },
    );
    const trend = page.levels.encounter!.trend;
    const rowsOf = (period: string) =>
      programme.rows.filter(
        (row) =>
          row.level === 'encounter' &&
          row.day.startsWith(period) &&
          row.score !== undefined &&
          row.touchpoint === 'invoice' &&
          row.respondentRole === 'payer' &&
          row.channel === 'web' &&
          row.segment === 'small',
      );
    for (const { period, n, hidden } of trend) {
      const persons = new Set(rowsOf(period).map(({ contact, id }) => (contact < 0 ? id : contact))).size;
      if (persons > 0 && persons < 5) expect(hidden, period).toBe(true);
      expect(n).toBe(hidden ? 0 : rowsOf(period).length);
    }
    expect(trend.some(({ hidden }) => hidden)).toBe(true);
    expect(page.levels.encounter!.live).toEqual({ today: 0, yesterday: 0, hidden: true });
  });

  it('says so where a workspace has nothing yet', async () => {
    const workspaceId = await test.newWorkspace();
    const page = await readOverview(test.store, { workspaceId, view: defaultView, reader, now });
    expect(page).toMatchObject({ levels: {}, breakDowns: [], window: { shown: '2030-12' } });
  });
});
