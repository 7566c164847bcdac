import { accountEntity, type Claim, type OutcomeFact, stateFields, storeOutcomes } from '../accounts/index.ts';
import { numberOf } from '../tables/index.ts';
import { type BoundColumns, bindColumns } from './bound-columns.ts';
import { type Cell, longestName, slugOf, textOf } from './cell.ts';
import { isDamagedId } from './external-id.ts';
import { Fingerprints } from './fingerprints.ts';
import type { ImportMapping } from './import-mapping.ts';
import type { ImportRun } from './import-run.ts';
import { type Moment, momentReader } from './moment.ts';
import { minorUnits } from './money.ts';
import { type RowTaker, readBatch } from './row-taker.ts';

interface ToldFact extends Omit<OutcomeFact, 'accountId'> {
  readonly account: string;
}

interface OutcomeRow {
  readonly account: string;
  readonly facts: readonly ToldFact[];
  readonly left: Readonly<Record<string, string>> | undefined;
}

/** Kinds whose values are money; all others are whole numbers. */
const moneyKinds = /^(revenue|margin|sales|order|purchase|refund|cost|price|credit)(-|$)/;

/**
 * Takes rows of outcomes: one value a row (kind and value), or several columns of values. A later file that tells the same
 * fact again replaces it. `left_at` is also told of the account.
 */
export function outcomeRows(run: ImportRun, mapping: ImportMapping, columnNames: readonly string[]): RowTaker {
  const read = outcomeReader(run, mapping, columnNames);
  return {
    async take(batch) {
      const rows = readBatch(run, batch, read);
      if (rows.length === 0) return;
      await run.accounts.name(rows.map(({ account }) => account));
      const facts = rows.flatMap((row) =>
        row.facts.map(({ account, ...fact }) => ({ ...fact, accountId: run.accounts.id(account) })),
      );
      if (facts.length > 0) run.report.known += (await storeOutcomes(run, facts)).known;
      const claims = new Map<string, Claim>();
      for (const { account, left } of rows) {
        if (left) claims.set(account, { entityId: run.accounts.id(account), fields: left });
      }
      if (claims.size > 0) await stateFields(run, accountEntity, [...claims.values()]);
      run.report.used += rows.length;
    },
  };
}

function outcomeReader(run: ImportRun, mapping: ImportMapping, columnNames: readonly string[]) {
  const columns = bindColumns(mapping, columnNames);
  const { report } = run;
  const values = (mapping.values ?? []).map(({ column, outcome }) => ({
    column,
    outcome,
    index: columns.columnIndex(column),
  }));
  const readMoment = monthReader(run, mapping);
  const factOf = factMaker(run, mapping, columns);
  return (row: readonly Cell[], line: number): OutcomeRow | undefined => {
    const account = columns.text(row, 'account');
    if (account === undefined) return report.reject(line, 'empty-id', columns.name('account'));
    if (isDamagedId(account)) return report.reject(line, 'damaged-id', columns.name('account'), account);
    for (const field of ['account', 'id', 'kind', 'leaveReason']) {
      const text = columns.text(row, field);
      if (text !== undefined && text.length > longestName)
        return report.reject(line, 'too-long', columns.name(field), text);
    }
    const currency = columns.text(row, 'currency');
    if (currency !== undefined && currency.toUpperCase() !== run.currency) {
      return report.reject(line, 'other-currency', columns.name('currency'), currency);
    }
    const dated = columns.text(row, 'date');
    const moment = dated === undefined ? undefined : readMoment(dated);
    if (!moment) return report.reject(line, 'unreadable-date', columns.name('date'), dated ?? '');
    const cells = values.map(({ column, outcome, index }) => ({ column, outcome, text: textOf(row[index]) }));
    const kind = columns.text(row, 'kind');
    if (kind !== undefined) {
      cells.push({ column: columns.name('value'), outcome: slugOf(kind), text: columns.text(row, 'value') });
    }
    const facts = cells.flatMap((cell) => factOf(cell, { account, moment, line, id: columns.text(row, 'id') }) ?? []);
    const left = leftOf(run, columns, { row, line, readMoment });
    if (left) facts.push(exitOf(mapping, account, left.left_at!));
    if (facts.length === 0) return report.reject(line, 'empty-value', cells[0]?.column ?? '', cells[0]?.text ?? '');
    return { account, facts, left };
  };
}

interface ValueCell {
  readonly column: string;
  readonly outcome: string;
  readonly text: string | undefined;
}

function factMaker(run: ImportRun, mapping: ImportMapping, columns: BoundColumns) {
  const seen = new Fingerprints();
  const source = mapping.source ?? 'outcomes';
  const mark = mapping.decimalMark ?? '.';
  return (
    { column, outcome, text }: ValueCell,
    at: { account: string; moment: Moment; line: number; id: string | undefined },
  ): ToldFact | undefined => {
    if (text === undefined) return undefined;
    const isMoney = moneyKinds.test(outcome);
    const number = isMoney ? minorUnits(text, run.currency, mark) : numberOf(text, mark);
    if (number === undefined || !Number.isSafeInteger(number)) {
      run.report.leaveOut(at.line, isMoney ? 'unreadable-amount' : 'unreadable-number', column, text);
      return undefined;
    }
    const what =
      columns.index('id') < 0 || at.id === undefined ? `${at.account}|${at.moment.instant.toISOString()}` : at.id;
    const key = `${what}|${outcome}`;
    // Two orders of a day without ids are two facts: the second of the file is the second of the next file too.
    const times = seen.meet(key);
    return {
      source,
      externalId: times === 0 ? key : `${key}|${times + 1}`,
      account: at.account,
      kind: outcome,
      occurredAt: at.moment.instant,
      value: number,
    };
  };
}

function leftOf(
  run: ImportRun,
  columns: BoundColumns,
  at: { row: readonly Cell[]; line: number; readMoment: (cell: string) => Moment | undefined },
): Record<string, string> | undefined {
  const text = columns.text(at.row, 'leftAt');
  if (text === undefined) return undefined;
  const moment = at.readMoment(text);
  if (!moment) {
    run.report.leaveOut(at.line, 'unreadable-date', columns.name('leftAt'), text);
    return undefined;
  }
  const reason = columns.text(at.row, 'leaveReason');
  return { left_at: moment.instant.toISOString(), ...(reason === undefined ? {} : { leave_reason: reason }) };
}

function exitOf(mapping: ImportMapping, account: string, leftAt: string): ToldFact {
  return {
    source: mapping.source ?? 'outcomes',
    externalId: `${account}|exit|${leftAt}`,
    account,
    kind: 'exit',
    occurredAt: new Date(leftAt),
    value: 1,
  };
}

/** Dates, and months ("2026-03", "3/2026"), which stand for their first day. */
export function monthReader(run: ImportRun, mapping: ImportMapping): (cell: string) => Moment | undefined {
  const read = momentReader({
    timeZone: run.timeZone,
    fileZone: mapping.timeZone ?? run.timeZone,
    order: mapping.dateOrder ?? 'ymd',
  });
  return (cell) => {
    const [, year, month] = /^(\d{4})[-/.](\d{1,2})$/.exec(cell) ?? [];
    const [, second, first] = /^(\d{1,2})[-/.](\d{4})$/.exec(cell) ?? [];
    const text = year
      ? `${year}-${month!.padStart(2, '0')}-01`
      : first
        ? `${first}-${second!.padStart(2, '0')}-01`
        : cell;
    return read(text);
  };
}
