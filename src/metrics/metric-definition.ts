import { CandorError } from '../errors/index.ts';

/** The metrics that Candor knows. CSAT is two metrics, CES is two scales: they are never one another. */
export const metricIds = ['nps', 'csat-top2', 'csat-mean', 'ces-5', 'ces-7', 'mean', 'index-100'] as const;
export type MetricId = (typeof metricIds)[number];

/** The families that a programme may measure; the audit counts them. */
export type MetricFamily = 'nps' | 'csat' | 'ces' | 'other';

/**
 * `net`: share of the top group minus share of the bottom group, in points -100..100. `share`: share of the top
 * boxes, 0..1. `mean`: mean on the scale. `index`: mean rescaled to 0..100 by the ends of the scale.
 */
export type MetricStatistic = 'net' | 'share' | 'mean' | 'index';

/** The ends of the answer scale, both included. */
export interface Scale {
  readonly min: number;
  readonly max: number;
}

/**
 * What is computed from the answers, as a versioned value. Changing any field is a new version: results of two
 * versions are never compared in silence.
 */
export interface MetricDefinition {
  readonly id: MetricId;
  readonly version: number;
  readonly family: MetricFamily;
  readonly statistic: MetricStatistic;
  readonly scale: Scale;
  /** How many of the highest categories a share counts. */
  readonly boxes?: number;
  /** Whether a higher score is the better one. CES asks for ease by default, so high is good. */
  readonly direction: 'higher-is-better' | 'lower-is-better';
  /** Whole answers only (a 0-10 scale), or any number between the ends. */
  readonly wholeAnswers: boolean;
}

const higher = { direction: 'higher-is-better' } as const;

/** The definitions as shipped, by id. `metricDefinition` binds one to another scale or direction. */
export const metricDefinitions: Readonly<Record<MetricId, MetricDefinition>> = {
  nps: {
    id: 'nps',
    version: 1,
    family: 'nps',
    statistic: 'net',
    scale: { min: 0, max: 10 },
    ...higher,
    wholeAnswers: true,
  },
  'csat-top2': {
    id: 'csat-top2',
    version: 1,
    family: 'csat',
    statistic: 'share',
    scale: { min: 1, max: 5 },
    boxes: 2,
    ...higher,
    wholeAnswers: true,
  },
  'csat-mean': {
    id: 'csat-mean',
    version: 1,
    family: 'csat',
    statistic: 'mean',
    scale: { min: 1, max: 5 },
    ...higher,
    wholeAnswers: false,
  },
  'ces-5': {
    id: 'ces-5',
    version: 1,
    family: 'ces',
    statistic: 'mean',
    scale: { min: 1, max: 5 },
    ...higher,
    wholeAnswers: false,
  },
  'ces-7': {
    id: 'ces-7',
    version: 1,
    family: 'ces',
    statistic: 'mean',
    scale: { min: 1, max: 7 },
    ...higher,
    wholeAnswers: false,
  },
  mean: {
    id: 'mean',
    version: 1,
    family: 'other',
    statistic: 'mean',
    scale: { min: 0, max: 10 },
    ...higher,
    wholeAnswers: false,
  },
  'index-100': {
    id: 'index-100',
    version: 1,
    family: 'other',
    statistic: 'index',
    scale: { min: 0, max: 100 },
    ...higher,
    wholeAnswers: false,
  },
};

const fixedScale = new Set<MetricId>(['nps', 'ces-5', 'ces-7']);

/**
 * What exactly is computed under this name? Binds a metric to the scale and direction of the question asked.
 *
 * NPS, CES 1-5 and CES 1-7 have their scale in their name, so another scale is refused (`CND_METRIC_SCALE`): a
 * 1-5 answer cannot be a promoter. An unknown id is refused with the list (`CND_METRIC_UNKNOWN`).
 *
 * @example metricDefinition('csat-mean').scale.max // => 5
 * @example metricDefinition('mean', { scale: { min: 1, max: 4 } }).scale.max // => 4
 */
export function metricDefinition(
  id: string,
  binding: { scale?: Scale; direction?: MetricDefinition['direction'] } = {},
): MetricDefinition {
  const shipped = metricDefinitions[resolveMetricId(id, binding.scale)];
  const scale = binding.scale ?? shipped.scale;
  if (!(Number.isFinite(scale.min) && Number.isFinite(scale.max) && scale.min < scale.max)) {
    throw new CandorError('CND_ARGUMENT', `a scale needs two numbers, the lower first, got ${scale.min}-${scale.max}`, {
      min: String(scale.min),
      max: String(scale.max),
    });
  }
  if (fixedScale.has(shipped.id) && (scale.min !== shipped.scale.min || scale.max !== shipped.scale.max)) {
    throw new CandorError(
      'CND_METRIC_SCALE',
      `${shipped.id} is asked on ${shipped.scale.min}-${shipped.scale.max}, got the scale ${scale.min}-${scale.max}`,
      { metric: shipped.id, scale: `${scale.min}-${scale.max}`, needed: `${shipped.scale.min}-${shipped.scale.max}` },
    );
  }
  return { ...shipped, scale, direction: binding.direction ?? shipped.direction };
}

/**
 * Which metric does a name mean? Accepts the ids, `csat` for `csat-top2`, and `ces` for the CES of the scale seen
 * (1-5, else 1-7). Refuses anything else (`CND_METRIC_UNKNOWN`).
 *
 * @example resolveMetricId('csat') // => "csat-top2"
 * @example resolveMetricId('ces', { min: 1, max: 5 }) // => "ces-5"
 */
export function resolveMetricId(name: string, scale?: Scale): MetricId {
  const wanted = name.trim().toLowerCase();
  if (wanted === 'csat') return 'csat-top2';
  if (wanted === 'ces') return scale?.max === 5 ? 'ces-5' : 'ces-7';
  const id = metricIds.find((known) => known === wanted);
  if (id) return id;
  throw new CandorError('CND_METRIC_UNKNOWN', `no metric is called "${name}"; known: ${metricIds.join(', ')}`, {
    metric: name,
    known: metricIds,
  });
}

/**
 * The definition as it enters a run id: name, version, scale and, where it is not the usual one, direction.
 *
 * @example metricLabel(metricDefinition('nps')) // => "nps@1 0-10"
 */
export function metricLabel(definition: MetricDefinition): string {
  const { id, version, scale, direction } = definition;
  return `${id}@${version} ${scale.min}-${scale.max}${direction === 'lower-is-better' ? ' lower-is-better' : ''}`;
}
