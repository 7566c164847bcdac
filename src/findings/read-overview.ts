import { dayOfIsoDate, isoDate, periodName, periodOf } from '../audit/index.ts';
import type { Caveat } from '../inference/index.ts';
import { metricDefinitions, metricLabel } from '../metrics/index.ts';
import {
  type BreakDown,
  type CommentSample,
  judgeTrend,
  type LevelStanding,
  type LevelTrend,
  type LiveCount,
  levelStanding,
  type Overview,
  type OverviewMetric,
  shownPeriod,
  type TableCounts,
  whatMatters,
} from '../overview/index.ts';
import type { Store, WorkspaceTransaction } from '../store/index.ts';
import {
  type SurveyLevel,
  surveyLevels,
  type View,
  type ViewDimension,
  type ViewWindow,
  viewWindow,
} from '../view/index.ts';
import { readComments } from './comment-store.ts';
import { readDayCounts, readLastDay } from './count-store.ts';
import { readCoverage } from './coverage-store.ts';
import { isCut } from './hidden-periods.ts';
import { definitionOf, type MetricSeries, type ScoredQuestion, versionOn } from './metric-series.ts';
import { readMetricSeries, readQuestions } from './metric-store.ts';
import { type LevelRead, readLevel } from './read-level.ts';
import { readTable } from './read-table.ts';
import type { Reader } from './reader.ts';
import { readLastAnswer } from './respondent-store.ts';
import { canonical, hashOfText, runOf } from './run.ts';
import { type DimensionNames, filterOf, isNarrow, readDimensionNames, type ViewFilter } from './view-filter.ts';
import { readWorkspaceFacts, type WorkspaceFacts } from './workspace-facts.ts';

export interface OverviewAsk {
  readonly workspaceId: string;
  readonly view: View;
  readonly reader: Reader;
  readonly now: Date;
}

/** What the parts of one page share. */
interface Page extends OverviewAsk {
  readonly transaction: WorkspaceTransaction;
  readonly facts: WorkspaceFacts;
  readonly series: MetricSeries;
  readonly questions: readonly ScoredQuestion[];
  readonly names: DimensionNames;
  readonly filter: ViewFilter;
  readonly window: ViewWindow;
  readonly running?: string;
}

/** Where the programme stands, of one state of the store: an answer counts from its commit on. */
export function readOverview(store: Store, ask: OverviewAsk): Promise<Overview> {
  return store.inSnapshot(ask.workspaceId, async (transaction) => {
    const page = await openPage(transaction, ask);
    const wanted = surveyLevels.filter((level) => ask.view.level === undefined || ask.view.level === level);
    const levels = [];
    for (const level of wanted) {
      const read = await readLevelOf(page, level);
      if (read) levels.push({ read, trend: judgeTrend(read.counts) });
    }
    return describe(page, levels);
  });
}

async function openPage(transaction: WorkspaceTransaction, ask: OverviewAsk): Promise<Page> {
  const facts = await readWorkspaceFacts(transaction, ask.now);
  const series = await readMetricSeries(transaction, ask.view.metric);
  const questions = await readQuestions(transaction);
  const names = await readDimensionNames(transaction);
  const window = viewWindow(ask.view, facts.today);
  const today = periodOf(dayOfIsoDate(facts.today)!, window.unit);
  const isRunning = today >= window.first && today <= window.last;
  return {
    ...ask,
    transaction,
    facts,
    series,
    questions,
    names,
    window,
    filter: filterOf(ask.view, names),
    ...(isRunning && { running: periodName(today, window.unit) }),
  };
}

function readLevelOf<Level extends SurveyLevel>(page: Page, level: Level): Promise<LevelRead<Level> | undefined> {
  const { transaction, series, questions, window, filter, reader, facts } = page;
  const floor = reader.smallGroups ? {} : { floor: facts.floor };
  return readLevel(transaction, { level, series, questions, window, filter, ...floor });
}

interface JudgedLevel {
  readonly read: LevelRead<SurveyLevel>;
  readonly trend: LevelTrend<SurveyLevel>;
}

async function describe(page: Page, levels: readonly JudgedLevel[]): Promise<Overview> {
  const { view, window, running, facts, reader, transaction } = page;
  const names = Array.from({ length: window.last - window.first + 1 }, (_, i) =>
    periodName(window.first + i, window.unit),
  );
  const periodOfLevel = (trend?: LevelTrend<SurveyLevel>) => shownPeriod(trend, { at: view.at, names, running });
  const shownOf = new Map(levels.map(({ trend }) => [trend.level, periodOfLevel(trend)]));
  const filled = levels.filter(({ trend }) => trend.periods.some(({ counts: { tally } }) => tally.n > 0));
  const newest = filled.map(({ trend }) => names.indexOf(shownOf.get(trend.level)!));
  const shown = newest.length > 0 ? names[Math.max(...newest)]! : periodOfLevel();
  const standings: LevelStanding[] = [];
  const tables: BreakDown[] = [];
  const counted: (TableCounts<SurveyLevel> | LiveCount)[] = [];
  for (const { read, trend } of levels) {
    const period = shownOf.get(trend.level)!;
    const asked = { trend, questions: read.questions, shown: period, by: byOf(view, trend.level), floor: facts.floor };
    const bound = !reader.smallGroups;
    const { table, counts, all } = await readTable(transaction, { ...page, ...asked, today: facts.today, bound });
    const live = await readLive(page, read.questions);
    const hidden = trend.periods.some(({ counts: { period: name, hidden: left } }) => name === period && left);
    const standing = levelStanding(
      trend,
      { ...(hidden ? nobody : all), live },
      { view, shown: period, running, today: facts.today },
    );
    standings.push({ ...standing, caveats: [...standing.caveats, ...read.caveats] });
    const { ordinal } = trend.periods.find(({ counts: { period: name } }) => name === period)!.counts;
    if (!hidden && !(bound && isCut(window, ordinal))) tables.push(table);
    counted.push(counts);
  }
  const comments = reader.comments ? await commentsOf(page, { tables, levels, shownOf }) : undefined;
  const coverage = reader.money ? await readCoverage(transaction, facts) : undefined;
  const metric = metricOf(page, levels, shown);
  const data = { levels: levels.map(({ read }) => read.counts), counted, comments, coverage };
  return {
    run: runOf({
      dataHash: hashOfText(canonical(data)),
      definition: metric.label,
      specification: { view, shown: [...shownOf], floor: facts.floor, today: facts.today },
    }),
    view,
    metric,
    window: {
      unit: window.unit,
      timeZone: facts.timeZone,
      from: window.from,
      to: window.to,
      today: facts.today,
      periods: names,
      shown,
      running: shown === running,
    },
    levels: Object.fromEntries(standings.map((standing) => [standing.level, standing])),
    breakDowns: tables,
    ...(comments && { comments }),
    ...(coverage && { coverage }),
    caveats: distinct(standings.flatMap(({ caveats }) => caveats)),
  };
}

const nobody = { respondents: 0, accounts: 0 };

const byOf = ({ by }: View, level: SurveyLevel): ViewDimension =>
  by ?? (level === 'relationship' ? 'role' : 'touchpoint');

const distinct = (caveats: readonly Caveat[]) => [
  ...new Map(caveats.map((caveat) => [canonical(caveat), caveat])).values(),
];

function metricOf({ series, facts }: Page, levels: readonly JudgedLevel[], shown: string): OverviewMetric {
  const { key, name, shipped } = series;
  const period = levels[0]?.trend.periods.find(({ counts }) => counts.period === shown)?.counts;
  const version = versionOn(series, period?.from ?? facts.today);
  const definition =
    period?.definition ?? definitionOf(version, version.scale ?? metricDefinitions[version.base].scale);
  const label = shipped ? metricLabel(definition) : `${key} ${metricLabel(definition)}`;
  return { key, name, shipped, definition, version: version.version, label };
}

async function readLive(page: Page, questions: readonly ScoredQuestion[]): Promise<LiveCount> {
  const { transaction, filter, facts, reader } = page;
  if (!reader.smallGroups && isNarrow(filter)) return { today: 0, yesterday: 0, hidden: true };
  const day = dayOfIsoDate(facts.today)!;
  const [yesterday, tomorrow] = [isoDate(day - 1), isoDate(day + 1)];
  const rows = await readDayCounts(transaction, { questions, from: yesterday, to: tomorrow, filter });
  const on = (part: string) =>
    rows.filter((row) => row.part === part).reduce((sum, { counts }) => sum + counts.reduce((a, b) => a + b, 0), 0);
  const lastDay = await readLastDay(transaction, { questions, from: page.window.from, to: tomorrow, filter });
  const last =
    lastDay === undefined
      ? undefined
      : await readLastAnswer(transaction, {
          questionIds: questions.map(({ id }) => id),
          from: lastDay,
          to: isoDate(dayOfIsoDate(lastDay)! + 1),
          filter,
        });
  return { today: on(facts.today), yesterday: on(yesterday), ...(last && { lastAt: last.toISOString() }) };
}

async function commentsOf(
  page: Page,
  asked: {
    tables: readonly BreakDown[];
    levels: readonly JudgedLevel[];
    shownOf: ReadonlyMap<SurveyLevel, string>;
  },
): Promise<CommentSample | undefined> {
  const { tables, levels, shownOf } = asked;
  const definition = levels[0]?.trend.periods[0]?.counts.definition;
  const matters = definition && whatMatters(tables, definition.direction);
  if (!matters) return undefined;
  const { level, by, group, because } = matters;
  const { read, trend } = levels.find((one) => one.trend.level === level)!;
  const shown = shownOf.get(level)!;
  const { from, to } = trend.periods.find(({ counts }) => counts.period === shown)!.counts;
  const filter = filterOf({ ...page.view, [by]: [group.key] }, page.names);
  const questionIds = read.questions.map(({ id }) => id);
  const said = await readComments(page.transaction, { questionIds, from, to, filter });
  if (said.withComment === 0) return undefined;
  const { key, name, view } = group;
  return { level, by, key, name, because, period: shown, ...said, view };
}
