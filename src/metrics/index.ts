/** The definitions of the metrics: what is computed from answers, and nowhere else. */
export type { AnswerSeries, CodedColumn, RespondentRole } from './answer-series.ts';
export {
  type MetricDefinition,
  type MetricFamily,
  type MetricId,
  metricIds,
  type Scale,
} from './metric-definition.ts';
