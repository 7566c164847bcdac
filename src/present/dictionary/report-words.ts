import type { Assumption, PeriodUnit, RuleId, RuleStatus } from '../../audit/index.ts';
import type { MethodName, Verdict } from '../../inference/index.ts';
import type { MetricFamily, MetricId } from '../../metrics/index.ts';

type Direction = 'rose' | 'fell';
type Count = (count: number) => string;

/** One change, as sentences name it. */
export interface MoveFacts {
  readonly direction: Direction;
  readonly size: string;
  readonly difference: string;
  readonly inside: string;
}

/** What the words of a rule may use. Figures come written; names come in the reader's language. */
export interface RuleFacts {
  readonly status: RuleStatus;
  readonly unit: PeriodUnit;
  readonly mean: string;
  readonly low: string;
  readonly high: string;
  readonly mark: string;
  readonly limit: string;
  readonly proven: readonly string[];
  /** New levels that no proven change announces. */
  readonly shifts: readonly string[];
  readonly nominal: number;
  readonly tested: number;
  readonly expected: string;
  readonly answers: number;
  /** Answers needed for five and for ten points of a hundred, and how large these are in the unit of the metric. */
  readonly five: string;
  readonly ten: string;
  readonly fiveSize: string;
  readonly tenSize: string;
  readonly share: string;
  readonly byRevenue: boolean;
  readonly names: readonly string[];
  readonly count: number;
  /** A difference with its interval, and the size of the mark it is held against. */
  readonly difference: string;
  readonly range: string;
  readonly within: string;
  readonly what: string;
  readonly date: string;
  readonly from: string;
  readonly to: string;
}

/** The rules that a file or a workspace can answer; the others only say what they need. */
export type FileRule = Exclude<
  RuleId,
  'baseline-before-target' | 'findings-owned' | 'cases-within-48h' | 'churn-link' | 'money-link'
>;

/**
 * Every sentence of the report in one language. Figures, periods and intervals arrive already written; counts arrive
 * as numbers where grammar depends on them. Verdict words are marked as `toSentence` reads them.
 */
export interface ReportWords {
  documentTitle: (file: string) => string;
  fileLine: (file: string, from: string, to: string) => string;
  question: string;
  /** As the subject of a sentence. */
  metric: Record<MetricId, string>;
  /** As the head of a column. */
  metricLabel: Record<MetricId, string>;
  metricIs: Record<MetricId, (min: string, max: string, top: string) => string>;
  unitName: Record<PeriodUnit, string>;
  verdict: Record<Verdict, string>;

  example: (move: MoveFacts) => string;
  onePeriod: (facts: {
    metric: string;
    inside: string;
    value: string;
    range: string;
    n: number;
    unit: PeriodUnit;
  }) => string;
  oneAnswerPeriod: (facts: { metric: string; inside: string; value: string; unit: PeriodUnit }) => string;
  tooFew: (facts: { metric: string; unit: PeriodUnit }) => string;
  oneAccount: string;
  /** `judged` changes had answers enough; `all` of them, or others had not. */
  none: (facts: { metric: string; judged: number; all: boolean; example: string }) => string;
  /** Changes that could not be judged. */
  tooThin: (facts: { count: number; example?: MoveFacts }) => string;
  proven: (facts: {
    metric: string;
    moves: readonly { direction: Direction; size: string; inside: string; range: string }[];
    total: number;
    /** Judged and not proven; `all` the others there are, or some have too few answers. */
    others: number;
    all: boolean;
    example: string;
  }) => string;
  levelMoved: (facts: {
    metric: string;
    shifts: readonly { direction: Direction; from: string; to: string; inside: string }[];
    changesProven: boolean;
    unit: PeriodUnit;
  }) => string;
  unseen: (facts: { answers: number; size: string; unit: PeriodUnit }) => string;
  /** The smallest change is larger than the metric can move. */
  unseenAny: (facts: { answers: number; unit: PeriodUnit }) => string;
  unseenUnknown: (facts: { unit: PeriodUnit }) => string;

  trendTitle: {
    proven: (count: number, name: string) => string;
    level: (count: number, name: string) => string;
    none: (unit: PeriodUnit) => string;
    tooFew: (unit: PeriodUnit) => string;
    alone: (unit: PeriodUnit) => string;
  };
  trendSubtitle: (is: string, unit: PeriodUnit) => string;
  intervalKey: (confidence: string) => string;
  noiseKey: (unit: PeriodUnit) => string;
  breakKey: (what: string, from: string) => string;
  breakLabel: { version: string; scale: string; definition: string };
  hollowKey: string;
  provenSince: (since: string, range: string) => string;
  levelOnly: (value: string, range: string) => string;
  levelUntil: (until: string, value: string, range: string) => string;
  levelBetween: (from: string, to: string, value: string, range: string) => string;
  levelSince: (since: string, value: string, range: string) => string;
  levelShort: (value: string) => string;
  nextPeriod: (bare: string, low: string, high: string) => string;
  trendCaption: (facts: {
    answers: number;
    least: number;
    most: number;
    unit: PeriodUnit;
    method: string;
    run: string;
  }) => string;
  changePointMethod: string;
  trendAlternative: (facts: {
    metric: string;
    unit: PeriodUnit;
    confidence: string;
    finding: string;
    levels: string;
  }) => string;
  showTable: string;
  howLink: string;

  tellTitle: (count: number, unit: PeriodUnit) => string;
  meanMargin: (facts: { answers: number; margin: string; unit: PeriodUnit }) => string;
  noMargin: string;
  rangeApart: (facts: { size: string; low: string; high: string; unit: PeriodUnit }) => string;
  neededLead: (unit: PeriodUnit) => string;
  neededCaption: (unit: PeriodUnit) => string;
  neededChange: string;
  neededAnswers: (unit: PeriodUnit) => string;
  youHave: Count;

  changesTitle: (tested: number, proven: number, coloured: number) => string;
  changesSubtitle: (axis: string, confidence: string, tested: number) => string;
  changeAxis: { points: string; share: string; scale: string };
  changeAxisFrom: (unit: PeriodUnit) => string;
  noChanges: (unit: PeriodUnit) => string;
  alone: string;
  aloneCount: Count;
  together: string;
  togetherCount: Count;
  changesCaption: (method: string, tested: number) => string;
  changeP: (name: string, alone: string, together: string) => string;
  changesAlternative: (facts: { tested: number; proven: string; nominal: string }) => string;
  fewerTitle: string;
  fewer: (facts: { tested: number; expected: string; clustered: boolean; any: string; two: string }) => string;
  unproven: (facts: { direction: Direction; inside: string; difference: string; range: string }) => string;
  unjudged: (facts: {
    direction: Direction;
    inside: string;
    difference: string;
    range: string;
    /** The periods that have too few answers, and how many more would do; empty where that cannot be said. */
    needs: readonly { inside: string; n: number; more: number }[];
  }) => string;
  allSurvive: string;
  noneColoured: string;

  rulesTitle: string;
  rulesSubtitle: (counts: { fail: number; warn: number; pass: number; rest: number }) => string;
  rulesHead: readonly [string, string, string];
  status: Record<RuleStatus, string>;
  rule: Record<RuleId, string>;
  /** The name of `detects-five-points` where five points of a hundred are not five of the metric. */
  sees: (size: string) => string;
  evidence: Record<FileRule, (facts: RuleFacts) => string>;
  family: Record<MetricFamily, string>;
  level: Record<'encounter' | 'relationship' | 'other', string>;
  needs: Record<string, string>;

  readTitle: string;
  readSentence: (read: number, used: number, rejected: number) => string;
  rejectedHead: readonly [string, string, string];
  rejectedCaption: string;
  assumedTitle: string;
  assumed: Record<Assumption['what'], string>;
  file: string;
  periodValue: Record<PeriodUnit, string>;
  dateOrder: Record<string, string>;
  delimiter: Record<string, string>;
  decimalSign: Record<string, string>;

  howTitle: string;
  how: {
    nps: string;
    share: (top: string) => string;
    mean: string;
    index: string;
    simple: (unit: PeriodUnit) => string;
    clustered: (unit: PeriodUnit) => string;
    interval: (methods: string) => string;
    comparison: (methods: string, tested: number) => string;
    noise: (unit: PeriodUnit) => string;
  };
  method: Record<MethodName, string>;
  caveatsTitle: string;
  noCaveats: string;
  runId: (id: string) => string;
  dataHash: (hash: string) => string;
  engine: (definition: string, engine: string) => string;

  head: {
    n: string;
    interval: (confidence: string) => string;
    margin: string;
    change: string;
    alone: string;
    together: string;
    verdict: string;
    detectable: string;
    to: string;
  };
  noAnswers: string;
  noInterval: string;
}
