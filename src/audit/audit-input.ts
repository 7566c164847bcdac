import type { AnswerSeries, MetricDefinition } from '../metrics/index.ts';
import type { PeriodUnit } from './audit-result.ts';

export interface AuditInput {
  readonly definition: MetricDefinition;
  readonly series: AnswerSeries;
  readonly periodUnit: PeriodUnit;
  readonly confidence: number;
  /** Seeds the simulation of noise; taken from the hash of the data, so that the same file gives the same figures. */
  readonly seed: number;
  /** Accounts (persons where there is no account column) that could have answered in each period. */
  readonly population?: number;
}
