import { amountOf, type DecimalMark } from '../tables/index.ts';

const digits = new Map<string, number>();

/** Decimal places of the minor unit of a currency: 2 for EUR, 0 for JPY. */
export function minorDigits(currency: string): number {
  let known = digits.get(currency);
  if (known === undefined) {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency });
    known = format.resolvedOptions().maximumFractionDigits ?? 2;
    digits.set(currency, known);
  }
  return known;
}

/** "1 250,50 €" as minor units of the currency, parts of one rounded; undefined where it is no amount. */
export function minorUnits(cell: string, currency: string, mark: DecimalMark): number | undefined {
  const amount = amountOf(cell, mark);
  if (amount === undefined) return undefined;
  const units = Math.round(amount * 10 ** minorDigits(currency));
  return Number.isSafeInteger(units) ? units : undefined;
}
