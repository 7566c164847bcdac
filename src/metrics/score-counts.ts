import type { MetricDefinition } from './metric-definition.ts';
import { type NpsGroups, npsGroups } from './nps.ts';
import type { ScoreTally } from './score-tally.ts';

/** Counts as they are shown: NPS groups, or how often each value was given, values ascending. */
export type ScoreCounts = NpsGroups | { readonly [value: string]: number };

/**
 * The counts behind a figure.
 *
 * @example scoreCounts(metricDefinition('nps'), tallyScores([10, 0])).detractors // => 1
 */
export function scoreCounts(definition: MetricDefinition, tally: ScoreTally): ScoreCounts {
  if (definition.statistic === 'net') return npsGroups(tally);
  return Object.fromEntries(tally.values.map((value, i) => [String(value), tally.counts[i] as number]));
}
