import { CandorError } from '../errors/index.ts';
import {
  type Caveat,
  type Interval,
  momentsOf,
  netSegmentValue,
  type SegmentValue,
  shrinkSegments,
} from '../inference/index.ts';
import { type MetricDefinition, scoreValue, valueBounds } from '../metrics/index.ts';
import type { DataColumns } from './data-columns.ts';
import { metricOf, scoredRows } from './metric-of.ts';
import type { Specification } from './specification.ts';

export interface ShrinkResult {
  readonly n: number;
  readonly mean: number;
  readonly betweenVariance: number;
  readonly segments: readonly {
    readonly segment: string;
    readonly n: number;
    readonly raw: number;
    readonly shrunken: number;
    readonly interval: Interval;
    readonly rankInterval: Interval;
  }[];
  /** `none`: no two segments can be told apart in rank. */
  readonly ranking: 'none' | 'some';
  readonly caveats: readonly Caveat[];
}

/** Where does a net score truly stand in each segment, small ones too, and which of them may be ranked? */
export function analyzeShrink(spec: Specification<'shrink'>, data: DataColumns): ShrinkResult {
  const definition = metricOf(spec);
  requireNet(definition);
  const column = data.text(spec.segment);
  const kept = scoredRows(definition, data.numbers(spec.score), (row) => column.codes[row]! >= 0);
  const valuesOf = new Map<number, number[]>();
  kept.rows.forEach((row, i) => {
    const code = column.codes[row]!;
    const values = valuesOf.get(code) ?? [];
    values.push(scoreValue(definition, kept.scores[i]!));
    valuesOf.set(code, values);
  });
  const named = [...valuesOf].map(([code, values]) => ({ segment: column.names[code]!, values }));
  named.sort((a, b) => (a.segment < b.segment ? -1 : 1));
  const bounds = valueBounds(definition);
  const found = shrinkSegments(
    named.map(({ values }) => segmentOf(values)),
    { mostSpread: (bounds.max - bounds.min) / 2, confidence: spec.confidence },
  );
  const segments = named.map(({ segment, values }, i) => {
    const { shrunken, interval, rankInterval } = found.segments[i]!;
    return { segment, n: values.length, raw: momentsOf(values).mean, shrunken, interval, rankInterval };
  });
  const { mean, betweenVariance, ranking } = found;
  const caveats = [...kept.caveats, ...found.caveats];
  return { n: kept.scores.length, mean, betweenVariance, segments, ranking, caveats };
}

function segmentOf(values: readonly number[]): SegmentValue {
  const count = (wanted: number) => values.filter((value) => value === wanted).length;
  return netSegmentValue({ positive: count(100), neutral: count(0), negative: count(-100) });
}

/** Variances of small segments are known for net scores only: of others they would be zero where all agree. */
function requireNet(definition: MetricDefinition): void {
  if (definition.statistic === 'net') return;
  const message = `analyze shrink takes a net score (nps), got "${definition.id}"`;
  throw new CandorError('CND_SPEC', message, { method: 'shrink', key: 'metric' });
}
