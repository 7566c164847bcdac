import { answerSentences, nothingComparable } from './answer-sentence.ts';
import type { TrendChart, TrendLevel, TrendMove } from './charts/chart-input.ts';
import { nextPeriod } from './period-names.ts';
import type { FilledPeriod, ReportContext } from './report-context.ts';
import { directionOf } from './report-context.ts';
import { plainText, type Sentence, toSentence, verdictSigns } from './sentence.ts';
import { figures, type Table, words } from './table.ts';
import { valueAxis } from './value-axis.ts';

/** The first section: the series with its intervals, its levels and its noise. */
export interface TrendSection {
  readonly title: string;
  readonly subtitle: string;
  readonly intervalKey: string;
  readonly noiseKey: string;
  /** What the dashed lines mean, where they have no room for their words; empty where there are none. */
  readonly breakSigns: readonly string[];
  /** What hollow points mean; empty where there are none. */
  readonly signs: readonly string[];
  readonly chart: TrendChart;
  readonly caption: string;
  readonly table: Table;
  readonly noteTitle: string;
  readonly note: readonly Sentence[];
  readonly needed?: { readonly lead: string; readonly table: Table };
}

/** Doubts that make a single period less than it looks; they are drawn as a hollow point. */
export const hollowCodes = new Set(['single-answer', 'small-sample', 'no-variance', 'few-accounts', 'partial-period']);

/** Words the first section of the report. */
export function trendSection(context: ReportContext): TrendSection {
  const { report, result, measure } = context;
  const unit = result.periodUnit;
  const chart = trendChart(context);
  const breaks = chart.breaks.map(({ index, label }) =>
    report.breakKey(label, context.name(result.periods[index]!.period).full),
  );
  const needed = neededTable(context);
  return {
    title: trendTitle(context),
    subtitle: report.trendSubtitle(metricDefinitionText(context), unit),
    intervalKey: report.intervalKey(context.confidence),
    noiseKey: report.noiseKey(unit),
    breakSigns: breaks,
    signs: chart.points.some(({ doubtful }) => doubtful) ? [report.hollowKey] : [],
    chart,
    caption: trendCaption(context),
    table: periodTable(context),
    noteTitle: report.tellTitle(context.filled.length, unit),
    note: noteSentences(context),
    ...(needed ? { needed: { lead: report.neededLead(unit), table: needed } } : {}),
  };

  function noteSentences({ filled }: ReportContext): Sentence[] {
    const { meanMarginOfError: margin, medianAnswers, range, expectedRangeFromNoise: noise } = result.programme;
    const told: string[] = [];
    if (margin === undefined) told.push(report.noMargin);
    else {
      const answers = filled.length === 1 ? filled[0]!.n : medianAnswers;
      told.push(report.meanMargin({ answers, margin: measure.margin(margin), unit }));
    }
    if (range !== undefined && noise && !context.oneAccount) {
      const [low, high] = [noise.low, noise.high].map((value) => measure.size(value).split('\u00a0')[0]!) as [
        string,
        string,
      ];
      told.push(report.rangeApart({ size: measure.size(range), low, high, unit }));
    }
    return told.map(toSentence);
  }
}

/** What the metric is, with its scale: the subtitle of the first picture. */
export function metricDefinitionText({ report, result, measure }: ReportContext): string {
  const scaleText = (value: number) => measure.scaleText(value);
  const { min, max } = result.scale;
  const top = `${scaleText(max - 1)}–${scaleText(max)}`;
  return report.metricIs[result.metric](scaleText(min), scaleText(max), top);
}

function trendTitle({ report, filled, provenChanges, loneShifts, name, result }: ReportContext): string {
  const unit = result.periodUnit;
  if (filled.length < 2) return report.trendTitle.alone(unit);
  if (provenChanges.length > 0) {
    return report.trendTitle.proven(provenChanges.length, name(provenChanges[0]!.to).full);
  }
  if (loneShifts.length > 0) return report.trendTitle.level(loneShifts.length, name(loneShifts[0]!.period).full);
  if (nothingComparable(result)) return report.trendTitle.tooFew(unit);
  return report.trendTitle.none(unit);
}

function trendCaption({ report, result, filled }: ReportContext): string {
  const counts = filled.map(({ n }) => n);
  const methods = methodList(
    filled.map(({ estimate }) => estimate.method),
    report.method,
  );
  const method = `${methods}${filled.length > 2 ? `; ${report.changePointMethod}` : ''}`;
  return report.trendCaption({
    answers: counts.reduce((sum, n) => sum + n, 0),
    least: Math.min(...counts),
    most: Math.max(...counts),
    unit: result.periodUnit,
    method: method.replace(/^./, (letter) => letter.toUpperCase()),
    run: result.run.id,
  });
}

/** The methods used, each once, in words. */
export function methodList(methods: readonly string[], names: Readonly<Record<string, string>>): string {
  return [...new Set(methods)].map((method) => names[method] ?? method).join('; ');
}

function trendChart(context: ReportContext): TrendChart {
  const { result, name, measure, report, filled } = context;
  const indexOf = new Map(result.periods.map(({ period }, index) => [period, index]));
  const points = result.periods.map((period) => {
    const { axis, year, part, full } = name(period.period);
    if (!period.estimate) return { axis, year, part, title: `${full}: ${report.noAnswers}`, doubtful: false };
    const { value, interval } = period.estimate;
    const title = `${full}: ${report.metricLabel[result.metric]} ${measure.value(value)} (${measure.range(interval)}), n ${measure.count(period.n)}`;
    return { axis, year, part, title, value, interval, doubtful: isDoubtful(context, period as FilledPeriod) };
  });
  const levels = levelsOf(context, indexOf).filter(({ noise }) => noise.high > noise.low);
  const moves = movesOf(context, indexOf);
  const breaks = result.breaks.flatMap(({ period, what }) => {
    const index = indexOf.get(period);
    return index === undefined || index === 0 ? [] : [{ index, label: report.breakLabel[what] }];
  });
  const values = filled.flatMap(({ estimate }) => [estimate.interval.low, estimate.interval.high]);
  const noise = levels.flatMap((level) => [level.noise.low, level.noise.high]);
  // A single interval that fills the picture would look like knowledge: air above and below shows how wide it is.
  const alone = filled.length < 2;
  const headroom = alone ? 0.5 : moves.length + breaks.length > 0 ? 0.3 : 0.08;
  return {
    unit: result.periodUnit,
    points,
    levels,
    moves,
    breaks,
    next: nextPlace(context),
    axis: valueAxis([...values, ...noise], measure, {
      headroom,
      ...(alone ? { footroom: 0.5 } : {}),
      bounds: measure.bounds,
    }),
    alternative: trendAlternative(context, levels),
  };
}

function isDoubtful({ result }: ReportContext, { period, estimate }: FilledPeriod): boolean {
  const own = estimate.caveats.some(({ code }) => hollowCodes.has(code));
  return own || result.caveats.some((caveat) => caveat.code === 'partial-period' && namesPeriod(caveat, period));
}

const namesPeriod = (caveat: Readonly<Record<string, unknown>>, period: string): boolean =>
  Object.values(caveat).some((figure) => figure === period || (Array.isArray(figure) && figure.includes(period)));

function levelsOf(context: ReportContext, indexOf: ReadonlyMap<string, number>): TrendLevel[] {
  const { result, measure, report, name } = context;
  const { levels } = result.programme;
  return levels.map((level, position) => {
    const value = measure.value(level.estimate.value);
    const range = measure.range(level.estimate.interval);
    const [first, last] = [name(level.from), name(level.to)];
    const label =
      levels.length === 1
        ? report.levelOnly(value, range)
        : position === 0
          ? report.levelUntil(last.until, value, range)
          : position === levels.length - 1
            ? report.levelSince(first.since, value, range)
            : report.levelBetween(first.bare, last.bare, value, range);
    return {
      from: indexOf.get(level.from) ?? 0,
      to: indexOf.get(level.to) ?? result.periods.length - 1,
      value: level.estimate.value,
      noise: level.noise,
      label,
      short: report.levelShort(value),
    };
  });
}

function movesOf(context: ReportContext, indexOf: ReadonlyMap<string, number>): TrendMove[] {
  const { provenChanges, loneShifts, report, measure, name } = context;
  const word = (direction: 'rose' | 'fell', difference: number) =>
    `${verdictSigns[direction]} ${report.verdict[direction]} ${measure.difference(difference)}`;
  const changes = provenChanges.map((change) => {
    const direction = directionOf(change.difference.value);
    return {
      index: indexOf.get(change.to) ?? 0,
      direction,
      word: word(direction, change.difference.value),
      detail: report.provenSince(name(change.from).since, measure.differenceRange(change.difference.interval)),
    };
  });
  const shifts = loneShifts.map(({ period, direction, before, after }) => ({
    index: indexOf.get(period) ?? 0,
    direction,
    word: word(direction, after.estimate.value - before.estimate.value),
    detail: `${measure.value(before.estimate.value)} → ${measure.value(after.estimate.value)}`,
  }));
  return [...changes, ...shifts].sort((a, b) => a.index - b.index);
}

function nextPlace({ result, name, report, measure }: ReportContext): TrendChart['next'] {
  const last = result.periods.at(-1)?.period ?? '2000-01';
  const { axis, year, part, bare } = name(nextPeriod(last));
  const level = result.programme.levels.at(-1);
  const label =
    level && level.noise.high > level.noise.low
      ? report.nextPeriod(upper(bare), measure.value(level.noise.low), measure.value(level.noise.high))
      : '';
  return { axis, year, part, label };
}

const upper = (text: string) => text.replace(/^./, (letter) => letter.toUpperCase());

function trendAlternative(context: ReportContext, levels: readonly TrendLevel[]): string {
  const { report, result, confidence } = context;
  return report.trendAlternative({
    metric: report.metricLabel[result.metric],
    unit: result.periodUnit,
    confidence,
    finding: plainText(answerSentences(context).found),
    levels: levels.map(({ label }) => label).join('. '),
  });
}

/** Every period with its figure, interval, margin and n. */
function periodTable({ result, report, measure, name, confidence }: ReportContext): Table {
  const { head } = report;
  return {
    caption: report.trendSubtitle(report.metricLabel[result.metric], result.periodUnit),
    head: [
      words(report.unitName[result.periodUnit]),
      figures(report.metricLabel[result.metric]),
      figures(head.interval(confidence)),
      figures(head.margin),
      figures(head.n),
    ],
    rows: result.periods.map(({ period, n, estimate, marginOfError }) => ({
      cells: estimate
        ? [
            name(period).full,
            measure.value(estimate.value),
            measure.range(estimate.interval),
            marginOfError === undefined ? report.noInterval : measure.marginShort(marginOfError),
            measure.count(n),
          ]
        : [name(period).full, report.noAnswers, '', '', measure.count(n)],
    })),
  };
}

/** Answers needed for 3, 5 and 10 points of a hundred, and what the answers at hand can show, in order of size. */
function neededTable({ result, report, measure, filled, oneAccount }: ReportContext): Table | undefined {
  const { answersNeeded, detectableChange, medianAnswers } = result.programme;
  if (!answersNeeded || filled.length === 0 || oneAccount) return undefined;
  const unit = result.periodUnit;
  const rows = ([3, 5, 10] as const).map((points) => ({
    change: measure.fromHundredth(points),
    answers: measure.count(answersNeeded[`${points}`]),
    strong: false,
  }));
  if (detectableChange !== undefined && measure.reachable(detectableChange)) {
    rows.push({ change: detectableChange, answers: report.youHave(medianAnswers), strong: true });
  }
  const marks = rows.filter(({ strong }) => !strong).map(({ change }) => measure.size(change));
  // Beside a mark that it rounds to, what the answers show would contradict what the mark needs.
  const sizeOf = ({ change, strong }: (typeof rows)[number]) =>
    measure.size(change, strong && marks.includes(measure.size(change)) ? 1 : 0);
  rows.sort((a, b) => a.change - b.change);
  return {
    caption: report.neededCaption(unit),
    head: [words(report.neededChange), figures(report.neededAnswers(unit))],
    rows: rows.map((row) => ({ cells: [sizeOf(row), row.answers], strong: row.strong })),
  };
}
