import { type KpiFact, storeKpis } from '../accounts/index.ts';
import { numberOf } from '../tables/index.ts';
import { type BoundColumns, bindColumns } from './bound-columns.ts';
import { type Cell, longestName, slugOf } from './cell.ts';
import { Fingerprints } from './fingerprints.ts';
import type { ImportMapping } from './import-mapping.ts';
import type { ImportRun } from './import-run.ts';
import type { Moment } from './moment.ts';
import { monthReader } from './outcome-rows.ts';
import { type RowTaker, readBatch } from './row-taker.ts';

type ToldKpi = Omit<KpiFact, 'orgUnitId'> & { readonly orgUnit: string };

/** Takes rows of service KPIs: an org unit, a month or a period, a KPI, and the two counts it is the ratio of. */
export function kpiRows(run: ImportRun, mapping: ImportMapping, columnNames: readonly string[]): RowTaker {
  const read = kpiReader(run, mapping, columnNames);
  return {
    async take(batch) {
      const rows = readBatch(run, batch, read);
      if (rows.length === 0) return;
      await run.orgUnits.name(rows.map(({ orgUnit }) => orgUnit));
      const facts = rows.map(({ orgUnit, ...fact }) => ({ ...fact, orgUnitId: run.orgUnits.id(orgUnit) }));
      run.report.known += (await storeKpis(run, facts)).known;
      run.report.used += rows.length;
    },
  };
}

function kpiReader(run: ImportRun, mapping: ImportMapping, columnNames: readonly string[]) {
  const columns = bindColumns(mapping, columnNames);
  const { report } = run;
  const seen = new Fingerprints();
  const mark = mapping.decimalMark ?? '.';
  const readMoment = monthReader(run, mapping);
  return (row: readonly Cell[], line: number): ToldKpi | undefined => {
    const orgUnit = columns.text(row, 'orgUnit');
    if (orgUnit === undefined) return report.reject(line, 'empty-id', columns.name('orgUnit'));
    const kpi = columns.text(row, 'kpi');
    if (kpi === undefined) return report.reject(line, 'empty-value', columns.name('kpi'));
    for (const [field, text] of [
      ['orgUnit', orgUnit],
      ['kpi', kpi],
    ] as const) {
      if (text.length > longestName) return report.reject(line, 'too-long', columns.name(field), text);
    }
    const period = periodOf(row, columns, readMoment);
    if (!period) {
      const field = columns.index('period') < 0 ? 'from' : 'period';
      return report.reject(line, 'unreadable-date', columns.name(field), columns.text(row, field) ?? '');
    }
    const counts: number[] = [];
    for (const field of ['numerator', 'denominator']) {
      const text = columns.text(row, field);
      const number = text === undefined ? undefined : numberOf(text, mark);
      if (number === undefined || !Number.isSafeInteger(number)) {
        return report.reject(line, 'unreadable-number', columns.name(field), text ?? '');
      }
      counts.push(number);
    }
    const fact = { orgUnit, kpi: slugOf(kpi), ...period, numerator: counts[0]!, denominator: counts[1]! };
    if (seen.meet(`${orgUnit}\u001f${fact.kpi}\u001f${period.periodFrom}\u001f${period.periodTo}`) > 0) {
      return report.reject(line, 'duplicate', columns.name('kpi'), kpi);
    }
    return fact;
  };
}

/** A month, or a half-open period from a day to a day. */
function periodOf(
  row: readonly Cell[],
  columns: BoundColumns,
  read: (cell: string) => Moment | undefined,
): Pick<KpiFact, 'periodFrom' | 'periodTo'> | undefined {
  const month = columns.text(row, 'period');
  const from = month ?? columns.text(row, 'from');
  const periodFrom = from === undefined ? undefined : read(from)?.day;
  if (periodFrom === undefined) return undefined;
  if (month !== undefined) {
    const [year, number] = periodFrom.split('-').map(Number) as [number, number];
    const next = number === 12 ? `${year + 1}-01-01` : `${year}-${String(number + 1).padStart(2, '0')}-01`;
    return { periodFrom: `${periodFrom.slice(0, 8)}01`, periodTo: next };
  }
  const to = columns.text(row, 'to');
  const periodTo = to === undefined ? undefined : read(to)?.day;
  return periodTo !== undefined && periodFrom < periodTo ? { periodFrom, periodTo } : undefined;
}
