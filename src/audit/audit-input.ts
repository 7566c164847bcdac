import type { AnswerSeries, MetricDefinition } from '../metrics/index.ts';
import type { PeriodUnit } from './audit-result.ts';

export interface AuditInput {
  readonly definition: MetricDefinition;
  readonly series: AnswerSeries;
  readonly periodUnit: PeriodUnit;
  readonly confidence: number;
  /** Days that can hold answers, half-open, where that is known: a period that reaches beyond them is not whole. */
  readonly covered?: { readonly from: number; readonly to: number };
  /** Seeds the simulation of noise; taken from the hash of the data, so that the same file gives the same figures. */
  readonly seed: number;
  /** Accounts (persons where there is no account column) that could have answered in each period. */
  readonly population?: number;
}
