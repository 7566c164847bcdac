/** The metrics that Candor knows. CSAT is two metrics, CES is two scales: they are never one another. */
export const metricIds = ['nps', 'csat-top2', 'csat-mean', 'ces-5', 'ces-7', 'mean', 'index-100'] as const;
export type MetricId = (typeof metricIds)[number];

/** The families that a programme may measure; the audit counts them. */
export type MetricFamily = 'nps' | 'csat' | 'ces' | 'other';

/** The ends of the answer scale, both included. */
export interface Scale {
  readonly min: number;
  readonly max: number;
}

/**
 * What is computed from the answers, as a versioned value. Changing any field is a new version: results of two
 * versions are never compared in silence.
 * `statistic`: `net` is the share of the top group minus the share of the bottom group in points -100..100,
 * `share` a share 0..1, `mean` a mean on the scale, `index` a mean rescaled to 0..100 by the ends of the scale.
 */
export interface MetricDefinition {
  readonly id: MetricId;
  readonly version: number;
  readonly family: MetricFamily;
  readonly statistic: 'net' | 'share' | 'mean' | 'index';
  readonly scale: Scale;
  /** Whether a higher score is the better one. CES asks for ease by default, so high is good. */
  readonly direction: 'higher-is-better' | 'lower-is-better';
  /** Whole answers only (a 0-10 scale), or any number between the ends. */
  readonly wholeAnswers: boolean;
}
