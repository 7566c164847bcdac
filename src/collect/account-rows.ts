import { accountEntity, type Claim, stateFields } from '../accounts/index.ts';
import { numberOf } from '../tables/index.ts';
import { bindColumns } from './bound-columns.ts';
import { type Cell, longestName, textOf } from './cell.ts';
import { isDamagedId } from './external-id.ts';
import { Fingerprints } from './fingerprints.ts';
import type { ImportMapping } from './import-mapping.ts';
import type { ImportRun } from './import-run.ts';
import { momentReader } from './moment.ts';
import { minorUnits } from './money.ts';
import { type RowTaker, readBatch } from './row-taker.ts';

interface AccountRow {
  readonly key: string;
  readonly parent: string | undefined;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Takes rows of accounts: an empty cell says nothing, a filled one is what the account has until a later import says other. */
export function accountRows(run: ImportRun, mapping: ImportMapping, columnNames: readonly string[]): RowTaker {
  const read = accountReader(run, mapping, columnNames);
  return {
    async take(batch) {
      const rows = readBatch(run, batch, read);
      if (rows.length === 0) return;
      await run.accounts.name(rows.flatMap(({ key, parent }) => [key, parent]));
      const claims: Claim[] = rows.map(({ key, parent, fields }) => ({
        entityId: run.accounts.id(key),
        fields: parent === undefined ? fields : { ...fields, parent_id: run.accounts.id(parent) },
      }));
      await stateFields(run, accountEntity, claims);
      run.report.used += rows.length;
    },
  };
}

function accountReader(run: ImportRun, mapping: ImportMapping, columnNames: readonly string[]) {
  const columns = bindColumns(mapping, columnNames);
  const { report } = run;
  const seen = new Fingerprints();
  const mark = mapping.decimalMark ?? '.';
  const readMoment = momentReader({
    timeZone: run.timeZone,
    fileZone: mapping.timeZone ?? run.timeZone,
    order: mapping.dateOrder ?? 'ymd',
  });
  const attributes = (mapping.attributes ?? []).map((name) => ({ name, index: columns.columnIndex(name) }));
  return (row: readonly Cell[], line: number): AccountRow | undefined => {
    const key = columns.text(row, 'id');
    if (key === undefined) return report.reject(line, 'empty-id', columns.name('id'));
    if (isDamagedId(key)) return report.reject(line, 'damaged-id', columns.name('id'), key);
    for (const field of ['id', 'name', 'segment', 'parent', 'leaveReason']) {
      const text = columns.text(row, field);
      if (text !== undefined && text.length > longestName)
        return report.reject(line, 'too-long', columns.name(field), text);
    }
    if (seen.meet(key) > 0) return report.reject(line, 'duplicate', columns.name('id'), key);
    const fields: Record<string, unknown> = {};
    const told = (field: string, column: string) => {
      const text = columns.text(row, field);
      if (text !== undefined) fields[column] = text;
    };
    told('name', 'name');
    told('segment', 'segment');
    told('leaveReason', 'leave_reason');
    const currency = columns.text(row, 'currency')?.toUpperCase();
    if (currency !== undefined && /^[A-Z]{3}$/.test(currency)) fields.currency = currency;
    else if (currency !== undefined) report.leaveOut(line, 'other-currency', columns.name('currency'), currency);
    const unit = (fields.currency as string | undefined) ?? run.currency;
    for (const field of ['revenue', 'margin']) {
      const text = columns.text(row, field);
      if (text === undefined) continue;
      const units = minorUnits(text, unit, mark);
      if (units === undefined) report.leaveOut(line, 'unreadable-amount', columns.name(field), text);
      else fields[field] = units;
    }
    const rate = columns.text(row, 'marginRate');
    const share = rate === undefined ? undefined : numberOf(rate, mark);
    if (share !== undefined && fields.revenue !== undefined) fields.margin = Math.round(Number(fields.revenue) * share);
    if ((fields.revenue !== undefined || fields.margin !== undefined) && fields.currency === undefined) {
      fields.currency = run.currency;
    }
    for (const [field, column] of [
      ['contractFrom', 'contract_from'],
      ['renewalOn', 'renewal_on'],
      ['leftAt', 'left_at'],
    ] as const) {
      const text = columns.text(row, field);
      if (text === undefined) continue;
      const moment = readMoment(text);
      if (!moment) report.leaveOut(line, 'unreadable-date', columns.name(field), text);
      else fields[column] = column === 'left_at' ? moment.instant.toISOString() : moment.day;
    }
    if (attributes.length > 0) {
      fields.attributes = Object.fromEntries(
        attributes.flatMap(({ name, index }) => {
          const text = textOf(row[index]);
          return text === undefined ? [] : [[name, text.slice(0, longestName)]];
        }),
      );
    }
    const parent = columns.text(row, 'parent');
    return { key, parent: parent === key ? undefined : parent, fields };
  };
}
