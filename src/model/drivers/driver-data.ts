import { CandorError } from '../../errors/index.ts';

/** One question of a table, by respondent; NaN where there is no answer. */
export interface NamedColumn {
  readonly name: string;
  readonly values: ArrayLike<number>;
}

export interface DriverData {
  readonly outcome: NamedColumn;
  readonly drivers: readonly NamedColumn[];
  /** Code of the account of each row, -1 where none is known: its answers are drawn together. */
  readonly accounts?: ArrayLike<number>;
}

/** The rows that can say anything: outcome answered and at least one driver. */
export interface UsedRows {
  readonly rows: Int32Array;
  /** Drivers, then the outcome; NaN where missing; mean 0 and spread 1 over what is known. */
  readonly columns: readonly Float64Array[];
  readonly names: readonly string[];
  readonly missing: number;
  readonly completeRows: number;
}

/**
 * How many answers are needed before drivers are told apart? 50, and 10 for each driver.
 * @example answersForDrivers(7) // => 70
 */
export function answersForDrivers(drivers: number): number {
  return Math.max(50, 10 * drivers);
}

/** Keeps the usable rows, or refuses: no such shape, a code for "missing", nothing answered, always the same. */
export function usedRows(who: string, { outcome, drivers, accounts }: DriverData): UsedRows {
  const all = [...drivers, outcome];
  const names = all.map(({ name }) => name);
  requireShape(who, all, accounts);
  for (const column of all) {
    refuseMissingCode(column);
    requireAnswers(who, column);
  }
  const rows = Int32Array.from(
    [...new Int32Array(outcome.values.length).keys()].filter(
      (row) => isKnown(outcome.values[row]!) && drivers.some(({ values }) => isKnown(values[row]!)),
    ),
  );
  const raw = all.map(({ values }) => Float64Array.from(rows, (row) => values[row]!));
  const columns = raw.map((values, i) => standardized(who, names[i]!, values));
  let [missing, completeRows] = [0, 0];
  for (let row = 0; row < rows.length; row++) {
    const gaps = columns.filter((values) => !isKnown(values[row]!)).length;
    missing += gaps;
    if (gaps === 0) completeRows++;
  }
  return { rows, columns, names, missing, completeRows };
}

const isKnown = (value: number) => Number.isFinite(value);

function requireShape(who: string, all: readonly NamedColumn[], accounts: ArrayLike<number> | undefined): void {
  const rows = all[0]!.values.length;
  const twice = all.find(({ name }, i) => all.findIndex((other) => other.name === name) !== i);
  if (twice) {
    throw new CandorError(
      'CND_ARGUMENT',
      `${who} needs an outcome and drivers that are different, got "${twice.name}" twice`,
      {
        column: twice.name,
      },
    );
  }
  const other = [...all.map(({ name, values }) => ({ name, length: values.length }))].find(
    ({ length }) => length !== rows,
  );
  if (other || (accounts && accounts.length !== rows)) {
    const what = other ? `"${other.name}" with ${other.length}` : `accounts with ${accounts!.length}`;
    throw new CandorError('CND_ARGUMENT', `${who} needs columns of ${rows} rows, got ${what}`);
  }
}

const negativeCodes: ReadonlySet<number> = new Set([-99, -98, -97, -999, -998, -9999]);
const positiveCodes: ReadonlySet<number> = new Set([97, 98, 99, 998, 999, 9999]);

/**
 * A code for "no answer" among answers would be the strongest driver of all. It is one where no other value comes near:
 * -99 where all others are above -20, 99 where all others are at most 20.
 */
export function refuseMissingCode({ name, values }: NamedColumn): void {
  for (const [codes, isNear] of [
    [negativeCodes, (value: number) => value <= -20],
    [positiveCodes, (value: number) => value > 20],
  ] as const) {
    const met = new Map<number, number>();
    let near = false;
    for (let i = 0; i < values.length; i++) {
      const value = values[i]!;
      if (codes.has(value)) met.set(value, (met.get(value) ?? 0) + 1);
      else if (isKnown(value) && isNear(value)) near = true;
    }
    const [first] = met;
    if (near || !first) continue;
    const [value, count] = first;
    const message = `column "${name}" holds ${value} in ${count} ${count === 1 ? 'row' : 'rows'}, which is a code for a missing answer`;
    throw new CandorError('CND_MISSING_CODE', message, { column: name, value, count });
  }
}

function requireAnswers(who: string, { name, values }: NamedColumn): void {
  for (let i = 0; i < values.length; i++) if (isKnown(values[i]!)) return;
  throw new CandorError('CND_SAMPLE_TOO_SMALL', `${who} needs answers, column "${name}" has none`, {
    column: name,
    answers: 0,
  });
}

function standardized(who: string, name: string, values: Float64Array): Float64Array {
  const known = values.filter(isKnown);
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  const spread = Math.sqrt(known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / known.length);
  if (!(spread > 1e-12 * Math.max(1, Math.abs(mean)))) {
    const message =
      known.length === 0
        ? `${who}: nobody who answered the outcome answered "${name}"`
        : `${who} needs columns that vary, "${name}" is ${known[0]} in every row used`;
    throw new CandorError('CND_NO_VARIANCE', message, { column: name });
  }
  return values.map((value) => (value - mean) / spread);
}

/** The unit of each used row: itself, or its account; unknown accounts are units of their own. */
export function unitsOf(
  rows: Int32Array,
  accounts: ArrayLike<number> | undefined,
): { unitOf: Int32Array; units: number } {
  if (!accounts) return { unitOf: Int32Array.from(rows.keys()), units: rows.length };
  const unitOf = new Int32Array(rows.length);
  const known = new Map<number, number>();
  let units = 0;
  rows.forEach((row, i) => {
    const account = accounts[row]!;
    const unit = account < 0 ? undefined : known.get(account);
    unitOf[i] = unit ?? units;
    if (unit !== undefined) return;
    if (account >= 0) known.set(account, units);
    units++;
  });
  return { unitOf, units };
}

/** One account says nothing about others. */
export function requireAccounts(who: string, { accounts }: DriverData, units: number): void {
  if (!accounts || units >= 2) return;
  throw new CandorError('CND_SAMPLE_TOO_SMALL', `${who} needs answers of at least 2 accounts, got 1`, { accounts: 1 });
}
