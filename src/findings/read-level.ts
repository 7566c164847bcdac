import {
  type Break,
  dayOfIsoDate,
  isoDate,
  type PeriodUnit,
  periodName,
  periodOf,
  periodStart,
} from '../audit/index.ts';
import { readAskedOtherwise } from '../collect/index.ts';
import { type Caveat, caveat } from '../inference/index.ts';
import type { MetricDefinition, Scale, ScoreTally } from '../metrics/index.ts';
import { type AccountSums, countingValue, type LevelCounts, type PeriodCounts } from '../overview/index.ts';
import type { WorkspaceTransaction } from '../store/index.ts';
import { periodDays, type SurveyLevel, type ViewWindow } from '../view/index.ts';
import { readAccountSums } from './account-sum-store.ts';
import { type PartCounts, readFirstDays, readPeriodCounts } from './count-store.ts';
import { hiddenPeriods } from './hidden-periods.ts';
import {
  definitionOf,
  type MetricSeries,
  type MetricVersion,
  type ScoredQuestion,
  usableScales,
  versionOn,
} from './metric-series.ts';
import { isNarrow, type ViewFilter } from './view-filter.ts';

export interface LevelAsked<Level extends SurveyLevel> {
  readonly level: Level;
  readonly series: MetricSeries;
  readonly questions: readonly ScoredQuestion[];
  readonly window: ViewWindow;
  readonly filter: ViewFilter;
  /** Periods of a narrowed view with fewer respondents are left out; absent for readers who may see them. */
  readonly floor?: number;
}

/** What one level answered over the window. `questions` are those that count in any of its periods. */
export interface LevelRead<Level extends SurveyLevel> {
  readonly counts: LevelCounts<Level>;
  readonly questions: readonly ScoredQuestion[];
  readonly caveats: readonly Caveat[];
}

const nobody: ViewFilter = { touchpoint: [], unit: [], segment: [], role: [], channel: [] };

/** Reads one level, and only it; undefined where it has no question of the metric. */
export async function readLevel<Level extends SurveyLevel>(
  transaction: WorkspaceTransaction,
  asked: LevelAsked<Level>,
): Promise<LevelRead<Level> | undefined> {
  const ruled = await readRules(transaction, asked);
  if (!ruled) return undefined;
  const { rows, questions, rules, hidden, caveats } = ruled;
  const whole = await readWhole(transaction, { ...asked, questions, rules, rows });
  const periods = rules.map((rule): PeriodCounts => {
    const kept = hidden.has(rule.ordinal)
      ? { tally: emptyTally, hidden: true as const }
      : { tally: tallyOf(rows, rule, asked.window) };
    const { asks: _asks, version, ...period } = rule;
    return { ...period, version: version.version, ...kept, ...whole.get(rule.ordinal) };
  });
  const breaks = await readBreaks(transaction, questions, asked.window);
  return { counts: { level: asked.level, periods, breaks }, questions, caveats };
}

/** Which answers count in which period of one level, and how many there are. */
export interface LevelRules {
  readonly rows: readonly PartCounts[];
  readonly questions: readonly ScoredQuestion[];
  readonly rules: readonly PeriodRule[];
  /** Ordinals of periods that the reader may not see. */
  readonly hidden: ReadonlySet<number>;
  readonly caveats: readonly Caveat[];
}

/** The rules of one level; undefined where it has no question of the metric. */
export async function readRules<Level extends SurveyLevel>(
  transaction: WorkspaceTransaction,
  asked: LevelAsked<Level>,
): Promise<LevelRules | undefined> {
  const { series, window, filter, level } = asked;
  const candidates = asked.questions.filter(
    (question) => question.level === level && series.versions.some(({ asks }) => asks(question)),
  );
  if (candidates.length === 0) return undefined;
  const { unit } = window;
  const rows = await readPeriodCounts(transaction, { questions: candidates, ...window, filter, unit });
  const { scale, dropped } = chooseScale(series, candidates, rows);
  if (!scale) return undefined;
  const questions = candidates.filter((one) => series.versions.some((version) => counts(version, one, scale)));
  const rules = periodRules(asked, questions, scale);
  const answers = new Map(rules.map((rule) => [rule.ordinal, tallyOf(rows, rule, window).n]));
  const hidden = await hiddenPeriods(transaction, { ...asked, questions, answers });
  const caveats = dropped > 0 ? [scalesDiffer(scale, dropped)] : [];
  return { rows, questions, rules, hidden, caveats };
}

/** One period with the definition and the questions that count in it. */
export interface PeriodRule {
  readonly ordinal: number;
  readonly period: string;
  readonly from: string;
  readonly to: string;
  readonly definition: MetricDefinition;
  readonly version: MetricVersion;
  readonly asks: ReadonlyMap<string, ScoredQuestion>;
}

const emptyTally: ScoreTally = { values: [], counts: [], n: 0 };

function periodRules<Level extends SurveyLevel>(
  { series, window }: LevelAsked<Level>,
  questions: readonly ScoredQuestion[],
  scale: Scale,
): PeriodRule[] {
  const { first, last, unit } = window;
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const ordinal = first + i;
    const version = versionOn(series, isoDate(periodStart(ordinal, unit)));
    const period = periodName(ordinal, unit);
    const counted = questions.filter((question) => counts(version, question, scale));
    return {
      ordinal,
      period,
      ...periodDays(window, period),
      definition: definitionOf(version, version.scale ?? scale),
      version,
      asks: new Map(counted.map((question) => [question.id, question])),
    };
  });
}

/** Scores with their counts, ascending, over the questions of a period. */
function tallyOf(
  rows: readonly PartCounts[],
  { ordinal, asks }: PeriodRule,
  { unit }: { unit: PeriodUnit },
): ScoreTally {
  const counts = new Map<number, number>();
  for (const row of rows) {
    const question = asks.get(row.questionId);
    if (!question || periodOf(dayOfIsoDate(row.part)!, unit) !== ordinal) continue;
    row.counts.forEach((count, i) => {
      if (count !== 0) counts.set(question.scale.min + i, (counts.get(question.scale.min + i) ?? 0) + count);
    });
  }
  return scoreTally(counts);
}

export function scoreTally(counts: ReadonlyMap<number, number>): ScoreTally {
  const values = [...counts.keys()].filter((score) => counts.get(score)! > 0).sort((a, b) => a - b);
  const each = values.map((score) => counts.get(score)!);
  return { values, counts: each, n: each.reduce((sum, count) => sum + count, 0) };
}

type Whole = ReadonlyMap<number, { whole?: { tally: ScoreTally; sums: AccountSums } }>;

/** All answers of the level in whole periods, by account: what the design effect is estimated from. */
async function readWhole<Level extends SurveyLevel>(
  transaction: WorkspaceTransaction,
  asked: LevelAsked<Level> & { rules: readonly PeriodRule[]; rows: readonly PartCounts[] },
): Promise<Whole> {
  const { window, filter, rules, questions } = asked;
  const { unit } = window;
  const days = { from: isoDate(periodStart(window.first, unit)), to: isoDate(periodStart(window.last + 1, unit)) };
  const asIs = !isNarrow(filter) && days.from === window.from && days.to === window.to;
  const rows = asIs ? asked.rows : await readPeriodCounts(transaction, { questions, ...days, filter: nobody, unit });
  const whole = new Map<number, { whole?: { tally: ScoreTally; sums: AccountSums } }>();
  for (const part of byVersion(rules)) {
    const { definition, asks } = part[0]!;
    const weighed = [...asks.values()].map(({ id, scale, points }) => ({
      id,
      values: Array.from({ length: points }, (_, i) => countingValue(definition, scale.min + i)),
    }));
    const span = {
      from: isoDate(periodStart(part[0]!.ordinal, unit)),
      to: isoDate(periodStart(part.at(-1)!.ordinal + 1, unit)),
    };
    const sums = await readAccountSums(transaction, { questions: weighed, ...span, unit });
    for (const rule of part) {
      whole.set(rule.ordinal, {
        whole: { tally: tallyOf(rows, rule, window), sums: sums.get(rule.ordinal) ?? noAccounts },
      });
    }
  }
  return whole;
}

const noAccounts: AccountSums = {
  accounts: 0,
  answers: 0,
  total: 0,
  squares: 0,
  answersSquared: 0,
  answersByTotal: 0,
  totalSquared: 0,
};

function byVersion(rules: readonly PeriodRule[]): PeriodRule[][] {
  const parts: PeriodRule[][] = [];
  for (const rule of rules) {
    const open = parts.at(-1);
    if (open && open[0]!.version === rule.version) open.push(rule);
    else parts.push([rule]);
  }
  return parts;
}

/** Whether answers to a question count in a version of a metric: it asks for it, on its own scale or on the one chosen. */
function counts(version: MetricVersion, question: ScoredQuestion, chosen: Scale): boolean {
  return version.asks(question) && sameScale(question.scale, version.scale ?? chosen);
}

/** The scale of a metric that says none; where its questions have several, the one most answered. */
function chooseScale(
  { versions }: MetricSeries,
  questions: readonly ScoredQuestion[],
  rows: readonly PartCounts[],
): { scale: Scale | undefined; dropped: number } {
  const usable = usableScales(versions, questions);
  const answers = (scale: Scale) => {
    const ids = new Set(questions.filter((one) => sameScale(one.scale, scale)).map(({ id }) => id));
    const of = rows.filter(({ questionId }) => ids.has(questionId));
    return of.reduce((sum, { counts }) => sum + counts.reduce((a, b) => a + b, 0), 0);
  };
  const said = versions.at(-1)!.scale;
  if (said) return { scale: said, dropped: 0 };
  const ranked = usable.map((scale) => ({ scale, n: answers(scale) })).sort((a, b) => b.n - a.n);
  return { scale: ranked[0]?.scale, dropped: ranked.slice(1).reduce((sum, { n }) => sum + n, 0) };
}

const sameScale = (a: Scale, b: Scale) => a.min === b.min && a.max === b.max;

function scalesDiffer(scale: Scale, count: number): Caveat {
  const value = `${scale.min}-${scale.max}`;
  return caveat('scales-differ', `Only answers on ${value} count; ${count} on other scales are left out.`, {
    value,
    count,
  });
}

/**
 * Where answers before and after cannot be compared: a version that asks these questions in another way begins with its
 * first answer. One that only adds a translation, or a question behind them, is no break.
 */
export async function readBreaks(
  transaction: WorkspaceTransaction,
  questions: readonly ScoredQuestion[],
  { from, to, unit }: ViewWindow,
): Promise<Break[]> {
  const versioned = questions.filter((one) =>
    questions.some(({ survey, surveyVersion }) => survey === one.survey && surveyVersion !== one.surveyVersion),
  );
  if (versioned.length === 0) return [];
  const firstDays = await readFirstDays(transaction, versioned);
  const steps = [...new Set(versioned.map((one) => one.survey))].flatMap((survey) => {
    const spans = spansOf(
      versioned.filter((one) => one.survey === survey),
      firstDays,
    );
    return spans.slice(1).flatMap((span, i): VersionStep[] => {
      const { day } = span;
      return day <= spans[0]!.day || day < from || day >= to ? [] : [{ survey, before: spans[i]!, after: span }];
    });
  });
  if (steps.length === 0) return [];
  const asksOtherwise = await readAskedOtherwise(
    transaction,
    steps.flatMap(({ before, after }) => [...before.questionIds, ...after.questionIds]),
  );
  return steps
    .filter(({ before, after }) => asksOtherwise(before.questionIds, after.questionIds))
    .map(({ survey, before, after }) => ({
      period: periodName(periodOf(dayOfIsoDate(after.day)!, unit), unit),
      date: after.day,
      what: 'version',
      from: `${survey} ${before.version}`,
      to: `${survey} ${after.version}`,
    }));
}

interface VersionSpan {
  readonly version: number;
  /** Of its first answer. */
  readonly day: string;
  readonly questionIds: readonly string[];
}

interface VersionStep {
  readonly survey: string;
  readonly before: VersionSpan;
  readonly after: VersionSpan;
}

/** The versions of one survey that were answered, in their order. */
function spansOf(questions: readonly ScoredQuestion[], firstDays: ReadonlyMap<string, string>): VersionSpan[] {
  const spans = new Map<number, VersionSpan>();
  for (const { id, surveyVersion: version } of questions) {
    const day = firstDays.get(id);
    if (day === undefined) continue;
    const known = spans.get(version);
    const first = known && known.day < day ? known.day : day;
    spans.set(version, { version, day: first, questionIds: [...(known?.questionIds ?? []), id] });
  }
  return [...spans.values()].sort((a, b) => a.version - b.version);
}
