import type { AuditResult } from '../audit/index.ts';

/**
 * How does a text become a cell of a CSV file that a spreadsheet opens?
 * Quoted where needed; a text that a spreadsheet would run as a formula (= + - @, tab, carriage return) gets an
 * apostrophe in front. Numbers go through untouched: "-4" is a figure, not a formula.
 * @example csvCell('=SUM(A1)') // => "'=SUM(A1)"
 */
export function csvCell(value: string | number | boolean | undefined): string {
  if (value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",;\n\r]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

type Row = readonly (string | number | boolean | undefined)[];
const csv = (rows: readonly Row[]): string => `${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;

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
  return csv([head, ...rows]);
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
  return csv([head.split(','), ...rows]);
}
