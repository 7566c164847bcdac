import { type Estimate, holm, verdictOf } from '../inference/index.ts';
import { type ClusteredTally, compareClusteredScores, type MetricDefinition } from '../metrics/index.ts';
import type { GroupGap } from './overview.ts';
import { enoughAnswers } from './shown-period.ts';

interface ComparedGroup {
  readonly key: string;
  readonly clustered: ClusteredTally;
  readonly estimate: Estimate;
}

/** More groups make so many pairs that nothing could be proven, and 1,000 comparisons would cost a second. */
const mostGroups = 30;

/**
 * Which two groups differ most, beyond what chance gives between as many pairs? Every pair of groups with effective n 10
 * is compared and corrected together (Holm); absent where no pair is proven, or with more than 30 groups.
 */
export function widestGap(definition: MetricDefinition, groups: readonly ComparedGroup[]): GroupGap | undefined {
  const able = groups.filter(({ estimate }) => estimate.effectiveN >= enoughAnswers);
  if (able.length > mostGroups) return undefined;
  const pairs = able.flatMap((one, i) =>
    able.slice(i + 1).map((other) => (one.estimate.value < other.estimate.value ? [one, other] : [other, one])),
  ) as [ComparedGroup, ComparedGroup][];
  const comparisons = pairs.map(([lower, higher]) =>
    compareClusteredScores(definition, { before: higher.clustered, after: lower.clustered }),
  );
  const adjusted = holm(comparisons.map(({ pValue }) => pValue));
  let widest: GroupGap | undefined;
  pairs.forEach(([lower, higher], i) => {
    const { before, after, difference } = comparisons[i]!;
    const verdict = verdictOf({
      adjustedPValue: adjusted[i]!,
      difference: difference.value,
      effectiveBefore: before.effectiveN,
      effectiveAfter: after.effectiveN,
    });
    if (verdict !== 'fell' || difference.value >= (widest?.difference.value ?? 0)) return;
    widest = { lower: lower.key, higher: higher.key, difference, adjustedPValue: adjusted[i]! };
  });
  return widest;
}
