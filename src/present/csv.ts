import type { AuditResult } from '../audit/index.ts';
import { writeCsv } from './csv-text.ts';

/**
 * What are the figures of each period, for a spreadsheet or a program?
 * One row a period, unrounded, decimal points; the run id in every row, so that a figure can be traced.
 */
export function periodsCsv(result: AuditResult): string {
  const head = ['period', 'n', 'value', 'low', 'high', 'confidence', 'marginOfError', 'effectiveN', 'method', 'run'];
  const rows = result.periods.map(({ period, n, estimate, marginOfError }) => [
    period,
    n,
    estimate?.value,
    estimate?.interval.low,
    estimate?.interval.high,
    estimate?.confidence,
    marginOfError,
    estimate?.effectiveN,
    estimate?.method,
    result.run.id,
  ]);
  return writeCsv([head, ...rows]);
}

/**
 * What are the figures of each change, for a spreadsheet or a program?
 * One row a change: difference with its interval, both p-values, verdict and the smallest change that can be seen.
 */
export function changesCsv(result: AuditResult): string {
  const head =
    'from,to,difference,low,high,pValue,adjustedPValue,nominallySignificant,verdict,minimumDetectableChange,method,run';
  const rows = result.changes.map((change) => [
    change.from,
    change.to,
    change.difference.value,
    change.difference.interval.low,
    change.difference.interval.high,
    change.pValue,
    change.adjustedPValue,
    change.nominallySignificant,
    change.verdict,
    change.minimumDetectableChange,
    change.difference.method,
    result.run.id,
  ]);
  return writeCsv([head.split(','), ...rows]);
}
