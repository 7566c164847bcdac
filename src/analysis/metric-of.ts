import { CandorError } from '../errors/index.ts';
import { type Caveat, caveat } from '../inference/index.ts';
import { isOnScale, type MetricDefinition, metricDefinition, type Scale } from '../metrics/index.ts';

/** The metric that a specification names, bound to the scale it gives. */
export function metricOf(spec: { metric: string; scale?: Scale | undefined }): MetricDefinition {
  return metricDefinition(spec.metric, spec.scale ? { scale: spec.scale } : {});
}

/** The rows that have a score on the scale, and how many had none. */
export interface ScoredRows {
  readonly rows: Int32Array;
  readonly scores: Float64Array;
  readonly caveats: readonly Caveat[];
}

/** Keeps the rows whose score is on the metric's scale; refuses when none is left. */
export function scoredRows(
  definition: MetricDefinition,
  scores: Float64Array,
  keep: (row: number) => boolean = () => true,
): ScoredRows {
  const rows: number[] = [];
  scores.forEach((score, row) => {
    if (isOnScale(definition, score) && keep(row)) rows.push(row);
  });
  const dropped = scores.length - rows.length;
  if (rows.length === 0) {
    const { min, max } = definition.scale;
    throw new CandorError('CND_ALL_ROWS_REJECTED', `none of ${scores.length} rows has a score from ${min} to ${max}`, {
      rows: scores.length,
      min,
      max,
    });
  }
  const caveats =
    dropped > 0 ? [caveat('rows-dropped', `${dropped} rows could not enter the analysis.`, { rows: dropped })] : [];
  return { rows: Int32Array.from(rows), scores: Float64Array.from(rows, (row) => scores[row]!), caveats };
}
