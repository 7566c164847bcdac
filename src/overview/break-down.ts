import { type Comparison, holm, verdictOf } from '../inference/index.ts';
import {
  type ClusteredTally,
  compareClusteredScores,
  estimateClusteredScores,
  type MetricDefinition,
  type ScoreTally,
} from '../metrics/index.ts';
import type { SurveyLevel, View, ViewDimension } from '../view/index.ts';
import { widestGap } from './group-gap.ts';
import { hideSmallGroups } from './hide-small-groups.ts';
import { clusteredTally, type PooledDesign } from './level-counts.ts';
import type { BreakDown, GroupStanding, StandingChange, WithheldChange } from './overview.ts';
import { missingAnswers } from './shown-period.ts';

/** What one group answered in a period. */
export interface GroupCounts {
  readonly tally: ScoreTally;
  readonly respondents: number;
  readonly accounts: number;
  /** Accounts, and answers that belong to none. */
  readonly units: number;
  /** May not be told: one that is too small could be worked out from it. */
  readonly untold?: boolean;
}

/** One level cut by one dimension in the period shown and in the one it is compared with. */
export interface TableCounts<Level extends SurveyLevel> {
  readonly level: Level;
  readonly by: ViewDimension;
  readonly definition: MetricDefinition;
  readonly design: PooledDesign;
  readonly period: { readonly name: string; readonly from: string; readonly to: string };
  /** Name of the period compared with; absent where there is none, or where the metric had another definition. */
  readonly before?: string;
  readonly withheld?: WithheldChange;
  readonly today: string;
  readonly floor: number;
  readonly groups: readonly {
    readonly key: string;
    readonly name: string;
    readonly after: GroupCounts;
    readonly before?: GroupCounts;
    readonly view: View;
  }[];
}

interface Tested {
  readonly group: GroupStanding;
  readonly clustered: ClusteredTally;
  readonly change?: { readonly comparison: Comparison; readonly unitsBefore: number };
}

/**
 * How do the groups of one level stand in the period shown? Each at its effective n, its change since the period before
 * (Holm over all groups tested), and the widest proven difference between two groups (Holm over all pairs). Groups with
 * fewer respondents than the floor, and any that could be worked out from the others, are left out.
 *
 * @example breakDown({ level: 'encounter', by: 'touchpoint', definition: metricDefinition('nps'), design: { designEffect: 1, clustered: false }, period: { name: '2026-10', from: '2026-10-01', to: '2026-11-01' }, today: '2026-11-22', floor: 5, groups: [] }).groups // => []
 */
export function breakDown<Level extends SurveyLevel>(counts: TableCounts<Level>): BreakDown<Level> {
  const filled = counts.groups.filter(({ after }) => after.tally.n > 0);
  const hidden = hideSmallGroups(
    filled.map(({ after }) => after.respondents),
    counts.floor,
    filled.map(({ after }) => after.untold === true),
  );
  const shown = filled.filter((_, position) => !hidden[position]).map((group) => standGroup(counts, group));
  const adjusted = holm(shown.flatMap(({ change }) => (change ? [change.comparison.pValue] : [])));
  let at = 0;
  const groups = shown.map((tested) =>
    tested.change ? { ...tested.group, change: changeOf(counts, tested, adjusted[at++]!) } : tested.group,
  );
  const gap = widestGap(
    counts.definition,
    shown.map(({ group, clustered }) => ({ key: group.key, clustered, estimate: group.estimate! })),
  );
  return {
    level: counts.level,
    by: counts.by,
    period: counts.period.name,
    groups: groups.sort((a, b) => a.estimate!.value - b.estimate!.value || (a.key < b.key ? -1 : 1)),
    hidden: { groups: hidden.filter(Boolean).length, floor: counts.floor },
    tested: adjusted.length,
    ...(gap && { gap }),
  };
}

function standGroup<Level extends SurveyLevel>(
  counts: TableCounts<Level>,
  { key, name, after, before, view }: TableCounts<Level>['groups'][number],
): Tested {
  const { definition, design } = counts;
  const clustered = clusteredTally(after.tally, design, after.units);
  const { estimate } = estimateClusteredScores(definition, clustered);
  const { n } = after.tally;
  const days = { from: counts.period.from, to: counts.period.to, today: counts.today };
  const missing = missingAnswers({ n, effectiveN: estimate.effectiveN, designEffect: design.designEffect, ...days });
  const { respondents, accounts } = after;
  const group = {
    key,
    name,
    n,
    respondents,
    accounts,
    estimate,
    view,
    ...(missing && { missing }),
    ...(counts.withheld && { withheld: counts.withheld }),
  };
  // A change would give away the figure before, where that may not be shown.
  const untold = before && (before.untold || before.respondents < counts.floor);
  if (!before || counts.before === undefined || before.tally.n < 2 || n < 2 || untold) return { group, clustered };
  const sides = { before: clusteredTally(before.tally, design, before.units), after: clustered };
  return {
    group,
    clustered,
    change: { comparison: compareClusteredScores(definition, sides), unitsBefore: before.units },
  };
}

function changeOf<Level extends SurveyLevel>(
  { before, period }: TableCounts<Level>,
  { change, clustered }: Tested,
  adjustedPValue: number,
): StandingChange {
  const { comparison, unitsBefore } = change!;
  const { difference, pValue, minimumDetectableChange } = comparison;
  return {
    from: before!,
    to: period.name,
    difference,
    pValue,
    adjustedPValue,
    minimumDetectableChange,
    verdict: verdictOf({
      adjustedPValue,
      difference: difference.value,
      effectiveBefore: comparison.before.effectiveN,
      effectiveAfter: comparison.after.effectiveN,
      ...(clustered.clusters && {
        clustersBefore: unitsBefore,
        clustersAfter: clustered.clusters.accounts,
      }),
    }),
  };
}
