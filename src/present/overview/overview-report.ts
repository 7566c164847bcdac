import type { Overview } from '../../overview/index.ts';
import type { Language } from '../language.ts';
import type { Sentence } from '../sentence.ts';
import { valueAxis } from '../value-axis.ts';
import { visibleText } from '../visible-text.ts';
import { type BreakDownSection, breakDownSection } from './break-down-section.ts';
import { type CommentsSection, commentsSection } from './comments-section.ts';
import { type CoverageSection, coverageSection } from './coverage-section.ts';
import { caveatLines } from './how-computed.ts';
import { type LevelCard, levelCard } from './level-card.ts';
import { overviewAnswer } from './overview-answer.ts';
import { type OverviewContext, overviewContext } from './overview-context.ts';

/** Where the programme stands, worded in one language: the page draws this value and nothing else. */
export interface OverviewReport {
  readonly language: Language;
  readonly documentTitle: string;
  readonly question: string;
  readonly answer: readonly Sentence[];
  readonly cards: readonly LevelCard[];
  /** The signs of the cards' pictures, in words. */
  readonly key: {
    readonly neverAdded?: string;
    readonly interval: string;
    readonly dense: boolean;
    readonly noise?: string;
    readonly signs: readonly string[];
  };
  readonly breakDowns?: BreakDownSection;
  readonly comments?: CommentsSection;
  readonly coverage?: CoverageSection;
  readonly how: {
    readonly title: string;
    readonly rows: string;
    readonly methods: string;
    readonly caveats: readonly string[];
    readonly footer: readonly string[];
  };
  readonly showTable: string;
  /** Nobody has answered in the window. */
  readonly empty: boolean;
}

/** From so many periods the trend is a band, not whiskers. */
const denseFrom = 25;

/**
 * What does a person read about where the programme stands?
 * Every sentence, card, table row and chart input of the page in the language asked for, from the one value. Figures
 * are rounded here and nowhere else. Refuses nothing: no answers, one period and withheld verdicts have their words.
 */
export function overviewReport(given: Overview, language: Language): OverviewReport {
  const context = overviewContext(shownTexts(given), language);
  const { overview, report, value, standings } = context;
  const cards = standings.map((standing) => levelCard(context, standing, sharedAxis(context)));
  const breakDowns = breakDownSection(context);
  const told = new Set(standings.flatMap(({ caveats }) => caveatLines(context, caveats)));
  const comments = commentsSection(context);
  const coverage = coverageSection(context);
  return {
    language,
    documentTitle: overview.documentTitle,
    question: overview.question,
    answer: overviewAnswer(context),
    cards,
    key: cardKey(context, cards),
    ...(breakDowns ? { breakDowns } : {}),
    ...(comments ? { comments } : {}),
    ...(coverage ? { coverage } : {}),
    how: {
      title: overview.how.title,
      rows: overview.how.rows,
      methods: overview.how.methods,
      // What is said at its own figure is not said again.
      caveats: caveatLines(context, value.caveats).filter((line) => !told.has(line)),
      footer: [
        report.runId(value.run.id),
        report.dataHash(`${value.run.dataHash.slice(0, 12)}…`),
        report.engine(value.run.definition, value.run.engine),
      ],
    },
    showTable: report.showTable,
    empty: cards.every(({ empty }) => empty),
  };
}

function cardKey(context: OverviewContext, cards: readonly LevelCard[]): OverviewReport['key'] {
  const { overview, report, confidence, standings } = context;
  const kinds = [...new Set(standings.flatMap(({ breaks }) => breaks.map(({ what }) => overview.breakKind[what])))];
  const hollow = cards.some(({ chart }) => chart.points.some(({ doubtful, value }) => doubtful && value !== undefined));
  return {
    ...(cards.length > 1 ? { neverAdded: overview.neverAdded } : {}),
    interval: report.intervalKey(confidence),
    dense: cards.some(({ chart }) => chart.points.length >= denseFrom),
    ...(cards.some(({ chart }) => chart.levels.length > 0) ? { noise: overview.noiseKey } : {}),
    signs: [...(kinds.length > 0 ? [overview.breakSign(kinds)] : []), ...(hollow ? [overview.hollowSign] : [])],
  };
}

/** Cards side by side are compared by eye: one scale for both. */
function sharedAxis({ standings, measure }: OverviewContext) {
  const values = standings.flatMap(({ trend, levels }) => [
    ...trend.flatMap(({ estimate }) => (estimate ? [estimate.interval.low, estimate.interval.high] : [])),
    ...levels.flatMap(({ noise }) => [noise.low, noise.high]),
  ]);
  const { low, high } = measure.bounds;
  return valueAxis(values.length > 0 ? values : [low, high], measure, { headroom: 0.16, bounds: measure.bounds });
}

/**
 * Names and comments come from imports: what they hide must not turn a line around. A comment of several lines is one.
 * Views stay as they are, since they are addresses.
 */
function shownTexts<Value>(value: Value, key = ''): Value {
  if (key === 'view') return value;
  if (typeof value === 'string') return visibleText(value.replace(/\s+/g, ' ')) as Value;
  if (Array.isArray(value)) return value.map((inner) => shownTexts(inner)) as Value;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shownTexts(inner, name)])) as Value;
}
