import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addMetricVersion,
  createMetric,
  readDimensions,
  readOverview,
  readOwnMetrics,
} from '../../src/findings/index.ts';
import type { OwnMetricDefinition } from '../../src/overview/index.ts';
import { defaultView } from '../../src/view/index.ts';
import { type TestStore, testStore } from '../store/test-store.ts';
import { type ProgrammeFixture, programmeFixture } from './programme-fixture.ts';

let test: TestStore;
let programme: ProgrammeFixture;
const reader = { money: true, comments: true, contactDetails: true, smallGroups: true };
const mean: OwnMetricDefinition = {
  name: 'How likely, on average',
  metric: 'mean',
  scale: { min: 0, max: 10 },
  direction: 'higher-is-better',
  questions: [{ survey: 'encounter', question: 'recommend' }],
};
const share: OwnMetricDefinition = { ...mean, name: 'Very likely', metric: 'csat-top2', boxes: 3 };
const within = <T>(work: Parameters<typeof test.store.inWorkspace<T>>[1]) =>
  test.store.inWorkspace(programme.workspaceId, work);
const noon = (day: string) => new Date(`${day}T12:00:00Z`);
const create = (key: string, definition = mean) =>
  within((t) => createMetric(t, { key, definition, now: noon('2030-01-01') }));

beforeAll(async () => {
  test = await testStore();
  programme = await programmeFixture(test, { seed: 5, responses: 1200, from: '2030-01-01', to: '2030-10-18' });
});
afterAll(() => test.close());

describe('an own metric', () => {
  it('is computed by the version in force when a period began, and compares nothing across a change', async () => {
    await create('likely');
    const early = () =>
      readOverview(test.store, { workspaceId: programme.workspaceId, view, reader, now: noon('2030-07-09') });
    const view = { ...defaultView, metric: 'likely' };
    const before = (await early()).levels.encounter!.trend;
    expect(
      await within((t) => addMetricVersion(t, { key: 'likely', definition: share, now: noon('2030-07-10') })),
    ).toMatchObject({ version: 2, validFrom: '2030-07-10' });
    // What was shown stays as it was: the running period too.
    expect((await early()).levels.encounter!.trend).toEqual(before);

    const page = await readOverview(test.store, {
      workspaceId: programme.workspaceId,
      view: { ...view, at: '2030-08' },
      reader,
      now: noon('2030-10-20'),
    });
    expect(page.levels.relationship).toBeUndefined();
    const { trend, changes, breaks, shown, levels } = page.levels.encounter!;
    const rows = programme.rows.filter(({ level, score }) => level === 'encounter' && score !== undefined);
    for (const { period, n, estimate } of trend) {
      const scores = rows.filter(({ day }) => day.startsWith(period)).map(({ score }) => score!);
      expect(n).toBe(scores.length);
      if (n === 0) continue;
      const figure = period < '2030-08' ? scores.reduce((a, b) => a + b) / n : scores.filter((s) => s >= 8).length / n;
      expect(estimate!.value).toBeCloseTo(figure, 12);
    }
    expect(breaks.filter(({ what }) => what === 'definition')).toMatchObject([
      { period: '2030-08', date: '2030-08-01' },
    ]);
    expect(changes.some(({ from, to }) => from < '2030-08' && to >= '2030-08')).toBe(false);
    expect(changes.length).toBe(trend.filter(({ n }) => n >= 2).length - 2);
    expect(levels.some(({ from, to }) => from < '2030-08' && to >= '2030-08')).toBe(false);
    expect(shown.change).toBeUndefined();
    expect(shown.withheld).toEqual({ from: '2030-07', because: 'definition-change' });
    expect(page.breakDowns[0]!.groups.every(({ change, withheld }) => !change && withheld)).toBe(true);
    expect(page.metric).toMatchObject({ key: 'likely', version: 2, shipped: false, name: 'Very likely' });
    expect(page.caveats.some(({ code, what }) => code === 'definition-change' && what === 'definition')).toBe(true);
  });

  it.each([
    ['scale', { ...mean, scale: { min: 0, max: 4 } }],
    ['questions', { ...mean, questions: [{ survey: 'encounter', question: 'why' }] }],
    ['questions', { ...mean, questions: [] }],
    ['boxes', { ...mean, boxes: 2 }],
    ['boxes', { ...share, boxes: 11 }],
    ['name', { ...mean, name: '  ' }],
  ])('with a %s that cannot be is refused by its name', async (field, definition) => {
    const refused = create('refused', definition as OwnMetricDefinition);
    await expect(refused).rejects.toMatchObject({
      code: 'CND_METRIC_DEFINITION',
      details: { field: field === 'scale' ? 'questions' : field },
    });
  });

  it('takes no key of another and no day before the version before it', async () => {
    await create('one');
    for (const key of ['nps', 'one', 'Über', '']) {
      await expect(create(key)).rejects.toMatchObject({ code: 'CND_METRIC_DEFINITION', details: { field: 'key' } });
    }
    const version = (now: string, validFrom?: string) =>
      within((t) =>
        addMetricVersion(t, { key: 'one', definition: share, now: noon(now), ...(validFrom && { validFrom }) }),
      );
    await expect(version('2030-02-10', '2030-02-09')).rejects.toMatchObject({ details: { field: 'validFrom' } });
    expect(await version('2030-02-10', '2030-03-01')).toMatchObject({ version: 2 });
    await expect(version('2030-02-11')).rejects.toMatchObject({ details: { field: 'validFrom' } });
    await expect(
      within((t) => addMetricVersion(t, { key: 'none', definition: share, now: noon('2030-01-01') })),
    ).rejects.toMatchObject({ code: 'CND_NOT_FOUND' });
    const unknown = readOverview(test.store, {
      workspaceId: programme.workspaceId,
      view: { ...defaultView, metric: 'nothing' },
      reader,
      now: noon('2030-01-01'),
    });
    await expect(unknown).rejects.toMatchObject({ code: 'CND_METRIC_UNKNOWN' });
  });

  it('is listed with its versions, and offered as a choice beside the shipped ones', async () => {
    const { metrics, questions } = await within(readOwnMetrics);
    expect(metrics.find(({ key }) => key === 'likely')!.versions.map(({ version }) => version)).toEqual([1, 2]);
    expect(questions.map(({ survey, question }) => `${survey}/${question}`)).toEqual([
      'encounter/recommend',
      'relationship/recommend',
    ]);
    const choices = await readDimensions(test.store, { workspaceId: programme.workspaceId, now: noon('2030-10-20') });
    expect(choices.metrics.map(({ key, levels }) => `${key}: ${levels}`)).toEqual([
      'nps: relationship,encounter',
      'likely: encounter',
      'one: encounter',
    ]);
    expect(choices.touchpoints.map(({ key }) => key).sort()).toEqual(['delivery', 'invoice', 'support']);
    expect(choices.segments.map(({ key }) => key)).toEqual(['large', 'small']);
    expect(choices).toMatchObject({ firstDay: '2030-01-01', today: '2030-10-20' });
  });
});
