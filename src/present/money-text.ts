import type { Language } from './language.ts';
import { numberText, tie } from './numbers.ts';

const signs: Readonly<Record<string, string>> = { EUR: '€', USD: '$', GBP: '£' };
/** Currencies without minor units, and those with three digits of them (ISO 4217). */
const digitsOf: Readonly<Record<string, number>> = { JPY: 0, KRW: 0, ISK: 0, CLP: 0, VND: 0, BHD: 3, KWD: 3, TND: 3 };
const million: Readonly<Record<Language, string>> = { en: 'm', fi: 'milj.', sv: 'mn' };
const billion: Readonly<Record<Language, string>> = { en: 'bn', fi: 'mrd', sv: 'md' };

/**
 * How is money written where its size matters, not its cents?
 * `amount` in minor units of the currency; from a million on with one decimal and its word.
 * @example moneyText(4_820_000_000, 'EUR', 'en') // => "€48.2 m"
 * @example moneyText(4_820_000_000, 'EUR', 'fi') // => "48,2 milj. €"
 */
export function moneyText(amount: number, currency: string, language: Language): string {
  const major = amount / 10 ** (digitsOf[currency] ?? 2);
  const size = Math.abs(major);
  const [figure, word] =
    size >= 999_950_000
      ? [numberText(major / 1e9, 1, language), billion[language]]
      : size >= 999_950
        ? [numberText(major / 1e6, 1, language), million[language]]
        : [numberText(major, 0, language), ''];
  const number = word ? `${figure}${tie}${word}` : figure;
  const sign = signs[currency];
  if (language === 'en') return sign ? `${sign}${number}` : `${currency}${tie}${number}`;
  return `${number}${tie}${sign ?? currency}`;
}
