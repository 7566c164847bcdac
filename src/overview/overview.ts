import type { Break, ChangeResult, LevelResult, PeriodResult, PeriodUnit } from '../audit/index.ts';
import type { Caveat, Estimate, Verdict } from '../inference/index.ts';
import type { MetricDefinition } from '../metrics/index.ts';
import type { SurveyLevel, View, ViewDimension } from '../view/index.ts';

/** Where the programme stands: everything that the page, a report and the terminal say comes from this value. */
export interface Overview {
  readonly run: {
    readonly id: string;
    readonly dataHash: string;
    readonly definition: string;
    readonly engine: string;
    readonly seed: number;
  };
  /** What was asked for. */
  readonly view: View;
  readonly metric: OverviewMetric;
  readonly window: OverviewWindow;
  /** The levels asked for that exist. The two are never added together: each has its own questions and its own figures. */
  readonly levels: OverviewLevels;
  readonly breakDowns: readonly BreakDown[];
  /** Words beside the figures: of the group that matters most. Absent where nobody wrote. */
  readonly comments?: CommentSample;
  /** Absent where the workspace has no revenue, or the reader may not see money. */
  readonly coverage?: Coverage;
  readonly caveats: readonly Caveat[];
}

/** One standing per level, each of its own type. */
export type OverviewLevels = { readonly [Level in SurveyLevel]?: LevelStanding<Level> };

export interface OverviewMetric {
  readonly key: string;
  /** As its makers named it; of a shipped metric its id, which `present` words. */
  readonly name: string;
  readonly shipped: boolean;
  /** The definition in force when the period shown began. */
  readonly definition: MetricDefinition;
  readonly version: number;
  /** As it enters the run id: "nps@1 0-10". */
  readonly label: string;
}

export interface OverviewWindow {
  readonly unit: PeriodUnit;
  readonly timeZone: string;
  /** Days covered, half-open. */
  readonly from: string;
  readonly to: string;
  /** The day in the zone of the workspace when this was computed. */
  readonly today: string;
  /** Names of all periods of the window, in order, those without answers included. */
  readonly periods: readonly string[];
  /** The newest period that a level shows. */
  readonly shown: string;
  /** Whether it has not ended. */
  readonly running: boolean;
}

/** How one level stands. A level without any answer in the window has n 0 everywhere and no estimate. */
export interface LevelStanding<Level extends SurveyLevel = SurveyLevel> {
  readonly level: Level;
  /** The period that its card and its table show: as asked, else the running one once it has effective n 10 in it. */
  readonly period: string;
  /** Whether that period has not ended: its figures still move. */
  readonly running: boolean;
  readonly shown: Standing;
  /** Every period of the window, in order. */
  readonly trend: readonly PeriodStanding[];
  /** Changes between neighbouring filled periods, Holm over all of them that could be tested. */
  readonly changes: readonly ChangeResult[];
  /** First period of each new level that is proven. */
  readonly changePoints: readonly string[];
  readonly levels: readonly LevelResult[];
  readonly breaks: readonly Break[];
  /** What the answers of one account cost: effective n is n divided by it. 1 where accounts are unknown. */
  readonly designEffect: number;
  readonly live: LiveCount;
  readonly caveats: readonly Caveat[];
}

export interface PeriodStanding extends PeriodResult {
  readonly running: boolean;
  /** Fewer respondents than the floor, for a reader to whom it applies: counts and figures are left out. */
  readonly hidden?: true;
  /** Opens the rows that this figure counts. */
  readonly view: View;
}

/** A figure with all that may be said about it. */
export interface Standing {
  /** Answers that count. */
  readonly n: number;
  /** Persons who gave them; an anonymous answer is a person of its own. */
  readonly respondents: number;
  /** Accounts they belong to; answers without an account are none. */
  readonly accounts: number;
  /** Absent where nobody answered. */
  readonly estimate?: Estimate;
  /** Since the last filled period before; absent where there is none. */
  readonly change?: StandingChange;
  /** Why no change is given although there are answers on both sides. */
  readonly withheld?: WithheldChange;
  /** Absent where there are enough data to compare. */
  readonly missing?: Missing;
  readonly view: View;
}

export interface StandingChange {
  readonly from: string;
  readonly to: string;
  readonly verdict: Verdict;
  readonly difference: Estimate;
  readonly pValue: number;
  /** Holm over the changes tested together: all of a trend, or all groups of a table. */
  readonly adjustedPValue: number;
  readonly minimumDetectableChange: number;
}

/** The metric had another definition then: the two figures are not compared. */
export interface WithheldChange {
  readonly from: string;
  readonly because: 'definition-change';
}

export interface Missing {
  /** Answers still needed in the period shown before it can be compared. */
  readonly answers: number;
  /** The day they would be there at today's pace (ISO); absent where nobody answers. */
  readonly expectedOn?: string;
}

/** What came today. */
export interface LiveCount {
  /** A day of a narrowed view is too small a part for a reader bound by the floor: nothing of it is told. */
  readonly hidden?: true;
  readonly today: number;
  readonly yesterday: number;
  /** When the last answer of the view was recorded, ISO instant. */
  readonly lastAt?: string;
}

/** One level cut by one dimension. */
export interface BreakDown<Level extends SurveyLevel = SurveyLevel> {
  readonly level: Level;
  readonly by: ViewDimension;
  readonly period: string;
  readonly groups: readonly GroupStanding[];
  readonly hidden: HiddenGroups;
  /** Changes and gaps tested together in this table. */
  readonly tested: number;
  /** The widest proven difference between two groups of the period; absent where none is proven. */
  readonly gap?: GroupGap;
}

export interface GroupStanding extends Standing {
  /** Key of the dimension: touchpoint key, org unit code, segment, role, channel; '' where the response has none. */
  readonly key: string;
  /** As the workspace calls it; of roles and channels the key, which `present` words. */
  readonly name: string;
}

/** Groups with fewer respondents than the floor, and those from which they could be inferred. */
export interface HiddenGroups {
  readonly groups: number;
  readonly floor: number;
}

/** `lower` lies below `higher`, beyond what chance gives between as many pairs. */
export interface GroupGap {
  readonly lower: string;
  readonly higher: string;
  /** Lower minus higher. */
  readonly difference: Estimate;
  readonly adjustedPValue: number;
}

export interface CommentSample {
  readonly level: SurveyLevel;
  readonly by: ViewDimension;
  readonly key: string;
  readonly name: string;
  /** Why this group: it is proven to have moved, or it stands lowest. */
  readonly because: 'moved' | 'lowest';
  readonly period: string;
  /** Responses of the group in the period, and how many of them wrote something. */
  readonly responses: number;
  readonly withComment: number;
  readonly quotes: readonly Quote[];
  /** Opens all rows of the group. */
  readonly view: View;
}

export interface Quote {
  readonly responseId: string;
  readonly text: string;
  readonly score?: number;
  readonly role: string;
  readonly day: string;
}

/** Share of yearly revenue by when a payer or decision maker last answered. Unknown is never counted as safe. */
export interface Coverage {
  readonly currency: string;
  /** Minor units. */
  readonly revenue: number;
  readonly accounts: number;
  /** Accounts that no revenue is known of; they are in no share. */
  readonly accountsWithoutRevenue: number;
  /** Answered after this day counts as fresh. */
  readonly freshSince: string;
  readonly fresh: CoverageShare;
  readonly older: CoverageShare;
  readonly never: CoverageShare;
}

export interface CoverageShare {
  /** 0..1 of revenue. */
  readonly share: number;
  readonly revenue: number;
  readonly accounts: number;
}
