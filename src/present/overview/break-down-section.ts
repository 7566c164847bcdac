import type { BreakDown, GroupStanding, Overview } from '../../overview/index.ts';
import type { SurveyLevel, View, ViewDimension } from '../../view/index.ts';
import { capitalised } from '../capitalised.ts';
import type { IntervalBar, ValueAxis } from '../charts/chart-input.ts';
import type { VerdictPhrase } from '../sentence.ts';
import { valueAxis } from '../value-axis.ts';
import { movedGroup, provenGroups } from './overview-answer.ts';
import type { OverviewContext } from './overview-context.ts';

/** Where the level is cut into groups: all tables of the page, on one scale. */
export interface BreakDownSection {
  readonly title: string;
  readonly subtitle: string;
  readonly axis: ValueAxis;
  readonly tables: readonly BreakDownTable[];
}

export interface BreakDownTable {
  readonly level: SurveyLevel;
  readonly by: ViewDimension;
  readonly head: string;
  readonly valueHead: string;
  readonly intervalHead: string;
  readonly nHead: string;
  readonly changeHead: string;
  readonly rows: readonly BreakDownRow[];
  /** Of the rows, those that stand folded between the best and the worst. */
  readonly folded: { readonly from: number; readonly to: number; readonly label: string } | undefined;
  readonly hidden?: string;
  readonly tested: string;
  readonly none?: string;
}

export interface BreakDownRow {
  readonly key: string;
  readonly name: string;
  readonly value: string;
  readonly interval: string;
  readonly n: string;
  readonly bar?: IntervalBar;
  readonly verdict?: VerdictPhrase;
  /** The difference of a proven change, or what is missing. */
  readonly beside: string;
  readonly proven: boolean;
  readonly view: View;
}

/** A table shows so many rows whole; of more it shows the ends. */
const wholeUpTo = 14;
const ends = 6;

/** Words the tables; absent where the view has none. */
export function breakDownSection(context: OverviewContext): BreakDownSection | undefined {
  const { value } = context;
  const tables = value.breakDowns.filter(({ groups, hidden }) => groups.length + hidden.groups > 0);
  if (tables.length === 0) return undefined;
  const values = tables.flatMap(({ groups }) =>
    groups.flatMap(({ estimate }) => (estimate ? [estimate.interval.low, estimate.interval.high] : [])),
  );
  const { measure } = context;
  const axis = valueAxis(values.length > 0 ? values : [measure.bounds.low, measure.bounds.high], measure, {
    headroom: 0.04,
    footroom: 0.04,
    bounds: measure.bounds,
    most: 5,
  });
  return { ...heading(context, tables), axis, tables: tables.map((table) => tableOf(context, table)) };
}

function heading(context: OverviewContext, tables: Overview['breakDowns']): { title: string; subtitle: string } {
  const { overview, measure, name, value, groupName } = context;
  const moves = tables.flatMap((table) => provenGroups(table).map((group) => ({ table, group }))).slice(0, 2);
  const named = moves.map(({ table, group }) => ({ group, moved: movedGroup(context, table, group) }));
  const gapTable = tables.find(({ gap }) => gap);
  const gap = gapTable?.gap && gapNames(gapTable, gapTable.gap);
  const before = moves[0]?.group.change.from;

  function gapNames(table: BreakDown, of: NonNullable<BreakDown['gap']>) {
    const groupOf = (key: string) => {
      const group = table.groups.find((candidate) => candidate.key === key);
      return groupName(table.by, { key, name: group?.name ?? key });
    };
    return { lower: groupOf(of.lower), higher: groupOf(of.higher), difference: of.difference };
  }

  return {
    title: capitalised(
      overview.tables.title({
        moves: named.map(({ moved }) => moved),
        ...(gap ? { gap: { lower: gap.lower, higher: gap.higher, size: measure.size(gap.difference.value) } } : {}),
      }),
    ),
    subtitle: overview.tables.subtitle({
      period: name((moves[0]?.table ?? gapTable)?.period ?? value.window.shown).full,
      since: before ? name(before).since : '',
      moves: named.map(({ group, moved }) => ({
        name: moved.name,
        difference: moved.difference,
        range: measure.differenceRange(group.change.difference.interval),
      })),
      ...(gap
        ? {
            gap: {
              lower: gap.lower,
              higher: gap.higher,
              difference: measure.difference(gap.difference.value),
              range: measure.differenceRange(gap.difference.interval),
            },
          }
        : {}),
    }),
  };
}

function tableOf(context: OverviewContext, table: BreakDown): BreakDownTable {
  const { overview, report, label, confidence, name } = context;
  const { tables } = overview;
  const from = table.groups.find(({ change }) => change)?.change?.from;
  // Lowest first: what hurts stands on top, and the fold takes the middle.
  const sorted = [...table.groups].sort(
    (a, b) => (a.estimate?.value ?? Number.POSITIVE_INFINITY) - (b.estimate?.value ?? Number.POSITIVE_INFINITY),
  );
  const rest = sorted.length > wholeUpTo ? sorted.length - 2 * ends : 0;
  return {
    level: table.level,
    by: table.by,
    head: tables.head(table.level, table.by),
    valueHead: label,
    intervalHead: report.head.interval(confidence),
    nHead: report.head.n,
    changeHead: from ? tables.sinceHead(name(from).since) : tables.noneBefore,
    rows: sorted.map((group) => rowOf(context, table, group)),
    folded: rest > 0 ? { from: ends, to: ends + rest, label: tables.rest(rest) } : undefined,
    ...(table.hidden.groups > 0 ? { hidden: tables.hidden(table.hidden.groups, table.hidden.floor) } : {}),
    tested: overview.how.tested(table.tested),
    ...(table.groups.length === 0 && table.hidden.groups === 0 ? { none: tables.noGroups } : {}),
  };
}

function rowOf(context: OverviewContext, table: BreakDown, group: GroupStanding): BreakDownRow {
  const { overview, report, measure, groupName, missing, standings } = context;
  const { estimate, change, withheld } = group;
  const running = standings.some((standing) => standing.level === table.level && standing.running);
  const name = groupName(table.by, group);
  const verdict = group.missing ? 'not enough data' : change?.verdict;
  const proven = verdict === 'rose' || verdict === 'fell';
  return {
    key: group.key,
    name,
    value: estimate && !group.missing ? measure.value(estimate.value) : '–',
    interval: estimate ? measure.range(estimate.interval) : '',
    n: measure.count(group.n),
    ...(estimate
      ? {
          bar: {
            value: estimate.value,
            interval: estimate.interval,
            tone: proven ? verdict : group.missing ? 'few' : 'plain',
            alternative: overview.tables.barAlternative({
              name,
              value: measure.value(estimate.value),
              range: measure.range(estimate.interval),
            }),
          } satisfies IntervalBar,
        }
      : {}),
    ...(verdict ? { verdict: { verdict, text: report.verdict[verdict] } } : {}),
    beside: group.missing
      ? overview.tables.more(missing(group.missing, running))
      : proven && change
        ? measure.difference(change.difference.value)
        : withheld
          ? overview.card.withheld
          : change
            ? ''
            : overview.tables.noneBefore,
    proven,
    view: group.view,
  };
}
