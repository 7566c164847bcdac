import type { LevelStanding, PeriodStanding } from '../../overview/index.ts';
import type { SurveyLevel, View } from '../../view/index.ts';
import type { TrendChart, TrendLevel, TrendMove, ValueAxis } from '../charts/chart-input.ts';
import { nextPeriod, periodName } from '../period-names.ts';
import { directionOf, loneShifts } from '../report-context.ts';
import { plainText, type Sentence, toSentence, verdictSigns } from '../sentence.ts';
import { figures, type Table, words } from '../table.ts';
import { hollowCodes } from '../trend-section.ts';
import { type HowRow, howRows } from './how-computed.ts';
import { levelLabel, type OverviewContext } from './overview-context.ts';

/** One level: its figure, its verdict, its trend. */
export interface LevelCard {
  readonly level: SurveyLevel;
  readonly name: string;
  readonly is: string;
  /** Absent where nobody answered. */
  readonly figure?: { readonly value: string; readonly interval: string; readonly n: string };
  /** The period, where it still runs: the figure is not its last. */
  readonly running?: string;
  readonly verdict: Sentence;
  readonly chart: TrendChart;
  readonly table: Table;
  readonly how: readonly HowRow[];
  readonly view: View;
  readonly empty: boolean;
}

/** Words one level. `axis` is shared by the cards beside each other. */
export function levelCard(context: OverviewContext, standing: LevelStanding, axis: ValueAxis): LevelCard {
  const { overview, measure, value, name } = context;
  const { level, shown, running } = standing;
  const { estimate } = shown;
  return {
    level,
    name: overview.levelName[level],
    is: overview.levelIs[level](levelLabel(context, level)),
    ...(estimate
      ? {
          figure: {
            value: measure.value(estimate.value),
            interval: `(${measure.range(estimate.interval)})`,
            n: overview.card.n(measure.count(shown.n)),
          },
        }
      : {}),
    ...(running
      ? { running: overview.card.running(name(standing.period).full) }
      : // The other level shows a newer period: this one says which it is.
        standing.period === value.window.shown
        ? {}
        : { running: name(standing.period).full }),
    verdict: toSentence(verdictText(context, standing)),
    chart: cardTrend(context, standing, axis),
    table: trendTable(context, standing),
    how: howRows(context, shown, {
      designEffect: standing.designEffect,
      tested: standing.changes.length,
      caveats: [...standing.caveats, ...(estimate?.caveats ?? [])],
    }),
    view: shown.view,
    empty: standing.trend.every(({ n }) => n === 0),
  };
}

function verdictText(context: OverviewContext, { shown, period, running }: LevelStanding): string {
  const { overview, report, measure, name, missing } = context;
  const { card } = overview;
  const { change, withheld } = shown;
  if (shown.n === 0) return card.nobodyText(name(period).inside);
  if (withheld) return card.withheld;
  const mark = { rose: 'r', fell: 'f', 'no evidence of change': 'n', 'not enough data': 'd' } as const;
  const word = (verdict: keyof typeof mark) => `[${mark[verdict]}:${report.verdict[verdict]}]`;
  if (shown.missing) return `${word('not enough data')}: ${card.missing(missing(shown.missing, running))}`;
  if (!change) return card.first;
  const since = card.since(
    name(change.from).since,
    measure.difference(change.difference.value),
    measure.differenceRange(change.difference.interval),
  );
  return `${word(change.verdict)} ${since}`;
}

/** The trend as a card draws it: fewer words, the same marks. */
function cardTrend(context: OverviewContext, standing: LevelStanding, axis: ValueAxis): TrendChart {
  const { value, overview } = context;
  const { unit } = value.window;
  const index = new Map(standing.trend.map(({ period }, position) => [period, position]));
  const last = standing.trend.at(-1)?.period ?? value.window.shown;
  const next = periodName(nextPeriod(last), { unit, language: context.language, withYear: false });
  return {
    unit,
    points: standing.trend.map((period) => trendPoint(context, period)),
    levels: standing.levels.map((level) => levelOf(context, level, index)),
    moves: movesOf(context, standing, index),
    breaks: standing.breaks.map(({ period, what }) => ({
      index: index.get(period) ?? 0,
      label: overview.breakKind[what],
    })),
    next: { axis: next.axis, year: next.year, part: next.part, label: '' },
    axis,
    alternative: alternative(context, standing),
  };
}

function trendPoint(context: OverviewContext, standing: PeriodStanding): TrendChart['points'][number] {
  const { measure, overview, report } = context;
  const { full, axis, year, part } = context.name(standing.period);
  const { estimate, n } = standing;
  if (!estimate) return { axis, year, part, title: `${full}: ${report.noAnswers}`, doubtful: true };
  const { value, interval, caveats } = estimate;
  return {
    axis,
    year,
    part,
    title: `${full}: ${measure.value(value)} (${measure.range(interval)}), ${overview.card.n(measure.count(n))}`,
    value,
    interval,
    doubtful: standing.running || caveats.some(({ code }) => hollowCodes.has(code)),
  };
}

function levelOf(
  { measure, report }: OverviewContext,
  level: LevelStanding['levels'][number],
  index: ReadonlyMap<string, number>,
): TrendLevel {
  const short = report.levelShort(measure.value(level.estimate.value));
  return {
    from: index.get(level.from) ?? 0,
    to: index.get(level.to) ?? index.size - 1,
    value: level.estimate.value,
    noise: level.noise,
    label: short,
    short,
  };
}

function movesOf(context: OverviewContext, standing: LevelStanding, index: ReadonlyMap<string, number>): TrendMove[] {
  const { measure, report, name } = context;
  const proven = standing.changes.filter(({ verdict }) => verdict === 'rose' || verdict === 'fell');
  const move = (period: string, difference: number): TrendMove => {
    const direction = directionOf(difference);
    return {
      index: index.get(period) ?? 0,
      direction,
      word: `${verdictSigns[direction]} ${report.verdict[direction]} ${measure.difference(difference)}`,
      detail: name(period).inside,
    };
  };
  const changes = proven.map(({ to, difference }) => move(to, difference.value));
  const shifts = loneShifts(standing.levels, proven).map(({ period, before, after }) =>
    move(period, after.estimate.value - before.estimate.value),
  );
  return [...changes, ...shifts].sort((a, b) => a.index - b.index);
}

function alternative(context: OverviewContext, standing: LevelStanding): string {
  const { report, overview, value, confidence } = context;
  return report.trendAlternative({
    metric: `${overview.levelName[standing.level]}: ${levelLabel(context, standing.level)}`,
    unit: value.window.unit,
    confidence,
    finding: `${plainText(toSentence(verdictText(context, standing)))}.`,
    levels: standing.levels.map((level) => report.levelShort(context.measure.value(level.estimate.value))).join('. '),
  });
}

/** The picture as figures. */
function trendTable(context: OverviewContext, standing: LevelStanding): Table {
  const { report, measure, name, confidence, value, overview } = context;
  const { head } = report;
  const changeTo = new Map(standing.changes.map((change) => [change.to, change]));
  return {
    caption: `${overview.levelName[standing.level]}, ${levelLabel(context, standing.level)}`,
    head: [
      words(report.unitName[value.window.unit]),
      figures(levelLabel(context, standing.level)),
      figures(head.interval(confidence)),
      figures(head.n),
      figures(head.change),
      words(head.verdict),
    ],
    rows: standing.trend.map(({ period, n, estimate }) => {
      const change = changeTo.get(period);
      return {
        cells: [
          name(period).full,
          estimate ? measure.value(estimate.value) : report.noAnswers,
          estimate ? measure.range(estimate.interval) : '',
          measure.count(n),
          change ? measure.difference(change.difference.value) : '',
          change ? { verdict: change.verdict, text: report.verdict[change.verdict] } : '',
        ],
      };
    }),
  };
}
