import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDrivers } from '../../src/findings/index.ts';
import { driversOf } from '../../src/model/index.ts';
import { driverReport, driversAppendix, driversCsv } from '../../src/present/index.ts';
import { defaultView, type View } from '../../src/view/index.ts';
import { type TestStore, testStore } from '../store/test-store.ts';
import { type DriverFixture, driverFixture } from './driver-fixture.ts';

let test: TestStore;
let workspaceId: string;
let small: DriverFixture;
const now = new Date('2030-06-20T12:00:00Z');

beforeAll(async () => {
  test = await testStore();
  workspaceId = await test.newWorkspace();
  small = await driverFixture(test, { workspaceId, survey: 'loyalty', items: 5, responses: 420, gapEvery: 25 });
});
afterAll(() => test.close());

const read = (
  view: Partial<View> = {},
  chosen: { survey?: string; outcome?: string; drivers?: readonly string[]; smallGroups?: boolean } = {},
) => {
  const { smallGroups = true, ...rest } = chosen;
  return readDrivers(test.store, {
    workspaceId,
    view: { ...defaultView, level: 'relationship', ...view },
    reader: { smallGroups },
    now,
    ...rest,
  });
};

/** The same from the rows that the fixture wrote, in the order in which the page reads them: newest first. */
function fromRows(rows: DriverFixture['rows'], seed: number) {
  const ordered = [...rows].sort((a, b) => (a.id < b.id ? 1 : -1));
  const column = (at: number) => ({
    name: small.keys[at]!,
    values: Float64Array.from(ordered, ({ scores }) => scores[at]!),
  });
  return driversOf(
    {
      outcome: column(5),
      drivers: [0, 1, 2, 3, 4].map(column),
      accounts: Int32Array.from(ordered, ({ account }) => account),
    },
    { seed },
  );
}

describe('drivers of a workspace', () => {
  it('are those of the same answers in a table: usual survey, outcome and questions', async () => {
    const page = await read();
    expect(page).toMatchObject({ survey: 'loyalty', outcome: 'recommend', drivers: small.keys.slice(0, 5) });
    const wanted = fromRows(small.rows, page.run.seed);
    const { drivers, performance, contrasts } = page.study!;
    expect(drivers.n).toBe(420);
    expect(drivers.resamples.unit).toBe('account');
    drivers.shares.forEach((share, j) => {
      expect(share.share).toBeCloseTo(wanted.shares[j]!.share, 12);
      expect(share.interval.low).toBeCloseTo(wanted.shares[j]!.interval.low, 10);
      expect(share.rankFirst).toBeCloseTo(wanted.shares[j]!.rankFirst, 10);
    });
    expect(drivers.top).toBe('item-01');
    const known = small.rows.map(({ scores }) => scores[2]!).filter((score) => !Number.isNaN(score));
    const mean = known.reduce((sum, score) => sum + (score - 1) / 6, 0) / known.length;
    expect(performance[2]).toMatchObject({ driver: 'item-03', n: known.length });
    expect(performance[2]!.index).toBeCloseTo(100 * mean, 10);
    expect(contrasts!.n).toBe(small.rows.filter(({ scores }) => scores.every((score) => !Number.isNaN(score))).length);
  });

  it('follow the filters, the window and the choice of questions', async () => {
    const page = await read({ segment: ['large'] });
    const rows = small.rows.filter(({ segment }) => segment === 'large');
    expect(page.study!.drivers.n).toBe(rows.length);
    expect(page.study!.drivers.rSquared).toBeCloseTo(fromRows(rows, 1).rSquared, 12);
    const spring = await read({ from: '2030-03-01', to: '2030-05-01' });
    expect(spring.study!.drivers.n).toBe(
      small.rows.filter(({ day }) => day >= '2030-03-01' && day < '2030-05-01').length,
    );
    const chosen = await read({}, { outcome: 'item-02', drivers: ['item-03', 'recommend'] });
    expect(chosen.study!.drivers.shares.map(({ driver }) => driver)).toEqual(['item-03', 'recommend']);
    expect(chosen.run.id).not.toBe(page.run.id);
    expect((await read({}, { outcome: 'item-02', drivers: ['item-03', 'recommend'] })).run.id).toBe(chosen.run.id);
  });

  it('never pool the levels, and say where the other one has what is missing here', async () => {
    const page = await read({ level: 'encounter' });
    expect(page).toMatchObject({ level: 'encounter', surveys: [], otherLevel: true, drivers: [] });
    expect(page.study).toBeUndefined();
  });

  it('refuse too few answers as a value with what to do, and unknown names as an error', async () => {
    const few = await read({ from: '2030-01-01', to: '2030-01-10' });
    expect(few.refused).toMatchObject({ code: 'CND_SAMPLE_TOO_SMALL', details: { needed: 50 } });
    expect(few.refused!.details.answers).toBeGreaterThan(0);
    await expect(read({}, { drivers: ['item-1'] })).rejects.toMatchObject({ code: 'CND_VIEW' });
    await expect(read({}, { survey: 'loyality' })).rejects.toThrow(/did you mean "loyalty"/);
  });

  it('tell a reader bound by the floor no count of a small part', async () => {
    const view: Partial<View> = { segment: ['large'], from: '2030-01-01', to: '2030-01-10' };
    const bound = await read(view, { smallGroups: false });
    expect(bound.study).toBeUndefined();
    expect(bound.refused!.details).not.toHaveProperty('answers');
    expect(bound.refused!.message).not.toMatch(/\d/);
    expect((await read({}, { smallGroups: false })).study!.drivers.n).toBe(420);
  });

  it('take 30 questions by relative weights, and one question alone', async () => {
    const many = await driverFixture(test, { workspaceId, survey: 'many', items: 30, responses: 700 });
    const page = await read();
    expect(page.survey).toBe('many');
    expect(page.study!.drivers.decomposition).toBe('johnson');
    expect(page.study!.drivers.shares).toHaveLength(30);
    const one = await read({}, { survey: 'many', drivers: [many.keys[3]!] });
    const report = driverReport(one, 'en');
    expect(report.answer[0]).toMatch(/is the only question looked at/);
    expect(one.study!.drivers.shares[0]!.ofExplained.value).toBe(1);
  });
});

describe('what is said of them', () => {
  it('in three languages, with the figures of the study and never "causes"', async () => {
    const page = await read({}, { survey: 'loyalty' });
    const report = driverReport(page, 'en');
    const [first] = report.rows;
    const share = page.study!.drivers.shares.find(({ driver }) => driver === first!.key)!;
    expect(report.answer[0]).toContain(`${Math.round(100 * share.ofExplained.value)}\u00a0%`);
    expect(report.answer[0]).toMatch(/goes with recommendation the most/);
    expect(report.rows.map(({ key }) => key)).toContain('item-05');
    for (const language of ['en', 'fi', 'sv'] as const) {
      const told = driverReport(page, language);
      expect(told.answer.join(' ')).not.toMatch(/undefined|NaN|causes(?! it)|aiheuttaa|orsakar/);
      expect(told.how.every(({ what, value }) => what !== '' && value !== '')).toBe(true);
      const appendix = driversAppendix(page, language);
      for (const text of [page.run.id, page.run.dataHash, String(page.run.seed), '10.1198/000313007X188252']) {
        expect(appendix).toContain(text);
      }
      expect(appendix).not.toMatch(/undefined|NaN/);
    }
  });

  it('as a table with every figure unrounded', async () => {
    const page = await read({}, { survey: 'loyalty' });
    const [head, ...lines] = driversCsv(page, 'en').trim().split('\r\n');
    const names = head!.split(',');
    expect(lines).toHaveLength(5);
    const sum = lines.reduce((total, line) => total + Number(line.split(',')[names.indexOf('share_in_r2')]), 0);
    expect(sum).toBeCloseTo(page.study!.drivers.rSquared, 12);
  });
});
