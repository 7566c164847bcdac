import { dayOfIsoDate, isoDate, periodOf, periodStart } from '../audit/index.ts';
import type { MetricDefinition } from '../metrics/index.ts';
import {
  type BreakDown,
  breakDown,
  changeSince,
  type GroupCounts,
  hideSmallGroups,
  type LevelTrend,
  rowsView,
  type TableCounts,
} from '../overview/index.ts';
import type { WorkspaceTransaction } from '../store/index.ts';
import type { SurveyLevel, View, ViewDimension, ViewWindow } from '../view/index.ts';
import { type PartCounts, readGroupCounts } from './count-store.ts';
import { isCut } from './hidden-periods.ts';
import type { ScoredQuestion } from './metric-series.ts';
import { scoreTally } from './read-level.ts';
import { type Respondents, readRespondents } from './respondent-store.ts';
import { readUntold } from './untold-parts.ts';
import { type DimensionNames, noId, type ViewFilter } from './view-filter.ts';

export interface TableAsked<Level extends SurveyLevel> {
  readonly trend: LevelTrend<Level>;
  readonly questions: readonly ScoredQuestion[];
  readonly shown: string;
  readonly by: ViewDimension;
  readonly view: View;
  readonly filter: ViewFilter;
  readonly names: DimensionNames;
  readonly floor: number;
  readonly today: string;
  readonly window: ViewWindow;
  /** Whether the reader is bound by the floor, and nothing he sees may tell of a smaller group. */
  readonly bound: boolean;
}

interface Days {
  readonly from: string;
  readonly to: string;
}

/** One level cut by one dimension, and who stands behind the figure of the whole. */
export async function readTable<Level extends SurveyLevel>(
  transaction: WorkspaceTransaction,
  asked: TableAsked<Level>,
): Promise<{ table: BreakDown<Level>; counts: TableCounts<Level>; all: Respondents }> {
  const { trend, shown, by, view, today, floor } = asked;
  const { counts: period } = trend.periods.find(({ counts }) => counts.period === shown)!;
  const { change, withheld } = changeSince(trend, shown);
  const earlier = trend.periods.find(({ counts }) => counts.period === change?.from)?.counts;
  const before = earlier && !(asked.bound && isCut(asked.window, earlier.ordinal)) ? earlier : undefined;
  const after = await readGroups(transaction, asked, period);
  const then = before && withMarks(await readGroups(transaction, asked, before), floor);
  const counts: TableCounts<Level> = {
    level: trend.level,
    by,
    definition: period.definition as MetricDefinition,
    design: trend.design,
    period: { name: shown, from: period.from, to: period.to },
    ...(before && { before: before.period }),
    ...(withheld && { withheld }),
    today,
    floor,
    groups: [...after.groups].map(([part, group]) => {
      const { key, name } = nameOf(part, asked);
      const earlierGroup = then?.groups.get(part);
      return {
        key,
        name,
        after: group,
        ...(earlierGroup && { before: earlierGroup }),
        view: { ...rowsView(view, trend.level, period), [by]: [key] },
      };
    }),
  };
  return { table: breakDown(counts), counts, all: after.all };
}

async function readGroups<Level extends SurveyLevel>(
  transaction: WorkspaceTransaction,
  { questions, by, filter, window, floor, bound }: TableAsked<Level>,
  { from, to }: Days,
): Promise<GroupsRead> {
  const parts = await readGroupCounts(transaction, { questions, by, filter, from, to });
  const questionIds = questions.map(({ id }) => id);
  const behind = await readRespondents(transaction, { questionIds, by, filter, from, to });
  const { unit } = window;
  const untold = bound ? await readUntold(transaction, { questionIds, from, to, unit, filter, floor, by }) : undefined;
  const start = isoDate(periodStart(periodOf(dayOfIsoDate(from)!, unit), unit));
  const groups = new Map<string, GroupCounts>();
  for (const [part, rows] of byPart(parts)) {
    const tally = tallyOf(rows, questions);
    const { respondents, accounts, units } = behind.groups.get(part) ?? { respondents: 0, accounts: 0, units: 0 };
    const mark = untold?.get(start)?.has(part) ? { untold: true } : {};
    if (tally.n > 0) groups.set(part, { tally, respondents, accounts, units, ...mark });
  }
  return { groups, all: behind.all };
}

interface GroupsRead {
  readonly groups: ReadonlyMap<string, GroupCounts>;
  readonly all: Respondents;
}

/** The groups with marks on those that a table of this period hides. */
function withMarks({ groups, all }: GroupsRead, floor: number): GroupsRead {
  const each = [...groups];
  const hidden = hideSmallGroups(
    each.map(([, { respondents }]) => respondents),
    floor,
    each.map(([, { untold }]) => untold === true),
  );
  return { groups: new Map(each.map(([part, group], i) => [part, { ...group, untold: hidden[i]! }])), all };
}

function byPart(rows: readonly PartCounts[]): ReadonlyMap<string, PartCounts[]> {
  const parts = new Map<string, PartCounts[]>();
  // In one order, so that of two groups of one size always the same is hidden.
  const sorted = [...rows].sort((a, b) => (a.part < b.part ? -1 : a.part > b.part ? 1 : 0));
  for (const row of sorted) parts.set(row.part, [...(parts.get(row.part) ?? []), row]);
  return parts;
}

function tallyOf(rows: readonly PartCounts[], questions: readonly ScoredQuestion[]) {
  const counts = new Map<number, number>();
  for (const { questionId, counts: each } of rows) {
    const { scale } = questions.find(({ id }) => id === questionId)!;
    each.forEach((count, i) => {
      if (count !== 0) counts.set(scale.min + i, (counts.get(scale.min + i) ?? 0) + count);
    });
  }
  return scoreTally(counts);
}

function nameOf<Level extends SurveyLevel>(
  part: string,
  { by, names }: TableAsked<Level>,
): { key: string; name: string } {
  if (by !== 'touchpoint' && by !== 'unit') return { key: part, name: part };
  return part === noId ? { key: '', name: '' } : (names[by].get(part) ?? { key: part, name: part });
}
