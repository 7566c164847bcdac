import type { MetricDefinition } from '../metrics/index.ts';
import {
  type BreakDown,
  breakDown,
  changeSince,
  type GroupCounts,
  type LevelTrend,
  rowsView,
  type TableCounts,
} from '../overview/index.ts';
import type { WorkspaceTransaction } from '../store/index.ts';
import type { SurveyLevel, View, ViewDimension } from '../view/index.ts';
import { type PartCounts, readGroupCounts } from './count-store.ts';
import type { ScoredQuestion } from './metric-series.ts';
import { scoreTally } from './read-level.ts';
import { type Respondents, readRespondents } from './respondent-store.ts';
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
  const before = trend.periods.find(({ counts }) => counts.period === change?.from)?.counts;
  const after = await readGroups(transaction, asked, period);
  const then = before && (await readGroups(transaction, asked, before));
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
  { questions, by, filter }: TableAsked<Level>,
  { from, to }: Days,
): Promise<{ groups: ReadonlyMap<string, GroupCounts>; all: Respondents }> {
  const parts = await readGroupCounts(transaction, { questions, by, filter, from, to });
  const questionIds = questions.map(({ id }) => id);
  const behind = await readRespondents(transaction, { questionIds, by, filter, from, to });
  const groups = new Map<string, GroupCounts>();
  for (const [part, rows] of byPart(parts)) {
    const tally = tallyOf(rows, questions);
    const { respondents, accounts, units } = behind.groups.get(part) ?? { respondents: 0, accounts: 0, units: 0 };
    if (tally.n > 0) groups.set(part, { tally, respondents, accounts, units });
  }
  return { groups, all: behind.all };
}

function byPart(rows: readonly PartCounts[]): ReadonlyMap<string, PartCounts[]> {
  const parts = new Map<string, PartCounts[]>();
  for (const row of rows) parts.set(row.part, [...(parts.get(row.part) ?? []), row]);
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
