import { type MetricId, metricDefinitions } from '../../metrics/index.ts';
import type { ScoreColumn } from './import-api.ts';

/** Metrics that have their scale in their name bring it along; the others keep the scale that was seen. */
export function boundTo(
  metric: MetricId,
  { scale }: Pick<ScoreColumn, 'scale'>,
): Pick<ScoreColumn, 'metric' | 'scale'> {
  const fixed = /^(nps|ces)/.test(metric);
  return { metric, scale: fixed ? metricDefinitions[metric].scale : scale };
}
