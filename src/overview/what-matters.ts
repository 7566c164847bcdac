import type { SurveyLevel, ViewDimension } from '../view/index.ts';
import type { BreakDown, CommentSample, GroupStanding } from './overview.ts';
import { enoughAnswers } from './shown-period.ts';

/** The group whose words stand beside the figures, and why. */
export interface GroupThatMatters {
  readonly level: SurveyLevel;
  readonly by: ViewDimension;
  readonly group: GroupStanding;
  readonly because: CommentSample['because'];
}

/**
 * Whose words should be read first? Those of the group with the largest proven change; without one those of the group
 * that stands worst. Groups of both levels are candidates, each judged at its own level: figures are not compared
 * across levels, so without a proven change an encounter goes before a relationship.
 *
 * @example whatMatters([], 'higher-is-better') === undefined // => true
 */
export function whatMatters(
  tables: readonly BreakDown[],
  direction: 'higher-is-better' | 'lower-is-better',
): GroupThatMatters | undefined {
  const groups = tables.flatMap(({ level, by, groups }) => groups.map((group) => ({ level, by, group })));
  const size = ({ group }: (typeof groups)[number]) => Math.abs(group.change?.difference.value ?? 0);
  const moved = groups.filter(({ group }) => group.change?.verdict === 'rose' || group.change?.verdict === 'fell');
  if (moved.length > 0) {
    return { ...moved.reduce((most, one) => (size(one) > size(most) ? one : most)), because: 'moved' };
  }
  const judged = groups.filter(({ group }) => group.estimate!.effectiveN >= enoughAnswers);
  const sign = direction === 'higher-is-better' ? 1 : -1;
  for (const level of ['encounter', 'relationship'] as const) {
    const ofLevel = judged.filter((one) => one.level === level);
    if (ofLevel.length === 0) continue;
    const worst = ofLevel.reduce((low, one) =>
      sign * one.group.estimate!.value < sign * low.group.estimate!.value ? one : low,
    );
    return { ...worst, because: 'lowest' };
  }
  return undefined;
}
