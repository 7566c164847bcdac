import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readOverview } from '../../src/findings/index.ts';
import { defaultView, type View } from '../../src/view/index.ts';
import { type TestStore, testStore } from '../store/test-store.ts';
import { type FixtureRow, type ProgrammeFixture, programmeFixture } from './programme-fixture.ts';

const now = new Date('2030-10-05T09:00:00Z');
const bound = { money: false, comments: false, contactDetails: false, smallGroups: false };
const floor = 5;

const touchpoints = ['invoice', 'delivery', 'support'];
const units = ['north', 'south', ''];
const channels = ['email', 'web'];

/** Every choice of values of one filter: none is no filter. */
const choices = (values: readonly string[]): string[][] =>
  Array.from({ length: 2 ** values.length }, (_, mask) => values.filter((_, i) => mask & (1 << i)));

type Filter = Pick<View, 'touchpoint' | 'unit' | 'segment' | 'channel'>;
const open: Filter = { touchpoint: [], unit: [], segment: [], channel: [] };

const keeps = (filter: Filter) => (row: FixtureRow) =>
  (filter.touchpoint.length === 0 || filter.touchpoint.includes(row.touchpoint ?? '')) &&
  (filter.unit.length === 0 || filter.unit.includes(row.unit)) &&
  (filter.segment.length === 0 || filter.segment.includes(row.segment ?? '')) &&
  (filter.channel.length === 0 || filter.channel.includes(row.channel ?? ''));

const nameOf = ({ touchpoint, unit, segment, channel }: Filter) => JSON.stringify([touchpoint, unit, segment, channel]);

const persons = (rows: readonly FixtureRow[]) =>
  new Set(rows.map(({ contact, id }) => (contact < 0 ? id : contact))).size;

/** What one figure that was shown counts. */
interface Told {
  readonly of: string;
  readonly filter: string;
  readonly rows: ReadonlySet<FixtureRow>;
}

describe('a reader bound by the floor', () => {
  let test: TestStore;
  let programme: ProgrammeFixture;
  let answered: readonly FixtureRow[];

  beforeAll(async () => {
    test = await testStore();
    programme = await programmeFixture(test, { seed: 77, responses: 420, from: '2030-07-01', to: '2030-10-01' });
    // As the database has it a few seconds after answers come: without, each page takes ten times as long.
    await test.asSuperuser('analyze');
    answered = programme.rows.filter(({ level, score }) => level === 'encounter' && score !== undefined);
  }, 120_000);
  afterAll(() => test.close());

  async function told(filter: Partial<View>): Promise<Told[]> {
    const view: View = { ...defaultView, level: 'encounter', from: '2030-07-01', to: '2030-10-01', ...filter };
    const page = await readOverview(test.store, { workspaceId: programme.workspaceId, view, reader: bound, now });
    const rows = answered.filter(keeps({ ...open, ...filter }));
    const figures = page.levels.encounter!.trend.flatMap(({ period, n, view: { from, to } }): Told[] => {
      if (n === 0) return [];
      const counted = rows.filter(({ day }) => day >= from! && day < to!);
      expect(counted.length, period).toBe(n);
      return [
        { of: `${period} ${JSON.stringify(filter)}`, filter: nameOf({ ...open, ...filter }), rows: new Set(counted) },
      ];
    });
    const groups = page.breakDowns.flatMap(({ groups }) =>
      groups.map((group): Told => {
        const { from, to } = group.view;
        const counted = answered
          .filter(keeps({ ...open, ...group.view }))
          .filter(({ day }) => day >= from! && day < to!);
        expect(counted.length).toBe(group.n);
        return { of: `group ${JSON.stringify(group.view)}`, filter: nameOf(group.view), rows: new Set(counted) };
      }),
    );
    return [...figures, ...groups];
  }

  /** Pairs of figures, one inside the other, whose difference is fewer persons than the floor. */
  function leaks(figures: readonly Told[]): string[] {
    return figures.flatMap((inner) =>
      figures.flatMap((outer) => {
        if (inner.rows.size >= outer.rows.size || [...inner.rows].some((row) => !outer.rows.has(row))) return [];
        const left = persons([...outer.rows].filter((row) => !inner.rows.has(row)));
        return left > 0 && left < floor ? [`${outer.of} - ${inner.of} = ${left}`] : [];
      }),
    );
  }

  it('cannot tell a small group by taking one figure from another, whatever he filters by', async () => {
    const figures: Told[] = [];
    for (const touchpoint of choices(touchpoints)) figures.push(...(await told({ touchpoint, by: 'unit' })));
    for (const segment of [['small'], ['small', 'large'], ['']]) {
      for (const unit of choices(units)) figures.push(...(await told({ segment, unit, by: 'channel' })));
    }
    for (const touchpoint of choices(touchpoints).slice(1)) {
      for (const channel of choices(channels).slice(1))
        figures.push(...(await told({ touchpoint, channel, by: 'unit' })));
    }
    expect(figures.length).toBeGreaterThan(80);
    expect(leaks(figures)).toEqual([]);
  }, 120_000);

  it('cannot tell a small group by comparing weeks, months, quarters and days', async () => {
    const figures: Told[] = [];
    for (const unit of [['north'], [''], ['south', '']]) {
      for (const channel of [[], ['web']]) {
        for (const period of ['week', 'month', 'quarter'] as const) {
          figures.push(...(await told({ unit, channel, period })));
        }
        for (const to of ['2030-08-20', '2030-08-21']) figures.push(...(await told({ unit, channel, to })));
      }
    }
    const answers = (figure: Told) => figure.rows.size;
    expect(figures.length).toBeGreaterThan(30);
    // Periods nest: whoever knows the whole and its parts knows the rest.
    for (const whole of figures) {
      const inside = figures.filter(
        (part) =>
          part.filter === whole.filter &&
          answers(part) < answers(whole) &&
          [...part.rows].every((row) => whole.rows.has(row)),
      );
      const covered = new Set(inside.flatMap(({ rows }) => [...rows]));
      const rest = [...whole.rows].filter((row) => !covered.has(row)).length;
      expect(rest === 0 || rest >= floor, `${whole.of} leaves ${rest}`).toBe(true);
    }
  }, 120_000);
});
