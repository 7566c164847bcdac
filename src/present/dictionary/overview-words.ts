import type { Break } from '../../audit/index.ts';
import type { SurveyLevel, ViewDimension } from '../../view/index.ts';

type Direction = 'rose' | 'fell';

/** What is still missing before something can be compared; figures come written. */
export interface MissingFacts {
  readonly answers: number;
  /** The day at today's pace; absent where nobody answers. */
  readonly on?: string;
  /** The period has ended: nothing comes any more. */
  readonly over?: boolean;
}

/** A group that is proven to have moved. */
export interface MovedGroup {
  readonly name: string;
  readonly direction: Direction;
  readonly size: string;
  readonly difference: string;
}

/**
 * The sentences of the overview in one language. Figures, days and periods arrive written; verdict words are marked as
 * `toSentence` reads them.
 */
export interface OverviewWords {
  question: string;
  documentTitle: string;
  levelName: Record<SurveyLevel, string>;
  /** What the level is; `label` is the metric, NPS with the letter of its level. */
  levelIs: Record<SurveyLevel, (label: string) => string>;
  answer: {
    moved: (facts: {
      level: SurveyLevel;
      direction: Direction;
      size: string;
      inside: string;
      range: string;
      running: boolean;
    }) => string;
    unmoved: (facts: { level: SurveyLevel; since: string; difference: string; range: string }) => string;
    few: (facts: { level: SurveyLevel; inside: string; missing?: MissingFacts }) => string;
    withheld: (facts: { level: SurveyLevel; from: string; to: string }) => string;
    first: (facts: { level: SurveyLevel; inside: string; value: string; range: string; n: number }) => string;
    nobody: (facts: { level: SurveyLevel; inside: string }) => string;
    /** Groups of a table that moved, beside a level that did or did not. */
    groups: (facts: { by: ViewDimension; moves: readonly MovedGroup[]; others: number }) => string;
    nothing: string;
  };
  card: {
    since: (since: string, difference: string, range: string) => string;
    running: (full: string) => string;
    missing: (missing: MissingFacts) => string;
    withheld: string;
    first: string;
    nobody: string;
    nobodyText: (inside: string) => string;
    n: (n: string) => string;
  };
  /** Under the cards. */
  neverAdded: string;
  noiseKey: string;
  breakKind: Record<Break['what'], string>;
  breakSign: (kinds: readonly string[]) => string;
  hollowSign: string;
  tables: {
    title: (parts: { moves: readonly MovedGroup[]; gap?: { lower: string; higher: string; size: string } }) => string;
    subtitle: (facts: {
      period: string;
      since: string;
      moves: readonly { name: string; difference: string; range: string }[];
      gap?: { lower: string; higher: string; difference: string; range: string };
    }) => string;
    head: (level: SurveyLevel, by: ViewDimension) => string;
    sinceHead: (since: string) => string;
    noneBefore: string;
    hidden: (groups: number, floor: number) => string;
    rest: (groups: number) => string;
    more: (missing: MissingFacts) => string;
    noGroups: string;
    barAlternative: (facts: { name: string; value: string; range: string }) => string;
  };
  /** Groups of a table. */
  role: Record<string, string>;
  /** One person of a role, beside a comment. */
  person: Record<string, string>;
  channel: Record<string, string>;
  notKnown: string;
  comments: {
    title: (name: string) => string;
    counts: (facts: { withComment: number; responses: number; inside: string }) => string;
    quote: (facts: { score?: string; role: string; day: string }) => string;
    readAll: (count: number) => string;
    mark: readonly [string, string];
  };
  coverage: {
    title: (share: string) => string;
    subtitle: (revenue: string, accounts: number) => string;
    fresh: (since: string, share: string, revenue: string) => string;
    older: (share: string, revenue: string) => string;
    never: (share: string, revenue: string, accounts: number) => string;
    without: (accounts: number) => string;
    goal: (share: string) => string;
    alternative: (facts: { fresh: string; older: string; never: string; goal: string }) => string;
  };
  how: {
    title: string;
    rows: string;
    definition: string;
    answers: string;
    answersValue: (facts: { n: number; respondents: number; accounts: number }) => string;
    design: string;
    designValue: (facts: { effect: string; effective: string }) => string;
    noDesign: string;
    interval: string;
    comparison: string;
    /** `tested` changes are corrected together. */
    comparisonValue: (facts: { method: string; p: string; adjusted: string; tested: number }) => string;
    detectable: string;
    detectableValue: (size: string) => string;
    detectableNone: string;
    tested: (tested: number) => string;
    window: string;
    windowValue: (facts: { from: string; to: string; zone: string }) => string;
    methods: string;
  };
}
