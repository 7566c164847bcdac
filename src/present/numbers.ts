import type { Language } from './language.ts';

/** U+2212: a hyphen is shorter than a plus sign and is read as a dash. */
export const minus = '\u2212';
/** Keeps a number and its unit, or the two ends of an interval, on one line. */
export const tie = '\u00a0';

const decimalSign: Readonly<Record<Language, string>> = { en: '.', fi: ',', sv: ',' };
const thousandsSign: Readonly<Record<Language, string>> = { en: ',', fi: tie, sv: tie };
const intervalSign: Readonly<Record<Language, string>> = { en: `${tie}to${tie}`, fi: '\u2026', sv: `${tie}till${tie}` };

/**
 * What is this figure to so many decimals, half away from zero?
 * Rounds the shortest decimal text of the number, so that 1.005 gives 1.01 though its binary value lies below; this is
 * what a reader who checks by hand expects. Not for use before further arithmetic.
 * @example roundHalfAway(-2.5, 0) // => -3
 */
export function roundHalfAway(value: number, digits: number): number {
  const size = Math.abs(value);
  // Below 1e-6 the text has an exponent of its own, and nothing is printed to so many decimals anyway.
  if (size < 1e-6) return 0;
  const rounded = Number(`${Math.round(Number(`${size}e${digits}`))}e-${digits}`);
  return value < 0 ? -rounded : rounded;
}

/**
 * How is this number written for people?
 * A true minus, decimals and thousands of the language, never "minus zero".
 * @example numberText(-2712.25, 1, 'en') // => "−2,712.3"
 */
export function numberText(value: number, digits: number, language: Language): string {
  const rounded = roundHalfAway(value, digits);
  const [whole = '0', fraction] = Math.abs(rounded).toFixed(digits).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, thousandsSign[language]);
  return `${rounded < 0 ? minus : ''}${grouped}${fraction ? `${decimalSign[language]}${fraction}` : ''}`;
}

/**
 * How is a figure written whose sign matters: an NPS or a difference?
 * As `numberText`, with a plus for what is above zero after rounding; zero has no sign.
 * @example signedText(31.2, 0, 'fi') // => "+31"
 */
export function signedText(value: number, digits: number, language: Language): string {
  return `${roundHalfAway(value, digits) > 0 ? '+' : ''}${numberText(value, digits, language)}`;
}

/**
 * How is a share 0..1 written as per cent?
 * @example percentText(0.523, 0, 'sv') // => "52 %"
 */
export function percentText(share: number, digits: number, language: Language): string {
  return `${numberText(share * 100, digits, language)}${tie}%`;
}

/**
 * How are the two ends of an interval joined in words?
 * The ends come already written, so that every unit takes this road.
 * @example joinInterval('+22', '+40', 'fi') // => "+22…+40"
 */
export function joinInterval(low: string, high: string, language: Language): string {
  return `${low}${intervalSign[language]}${high}`;
}

/**
 * How is a probability written?
 * Two significant digits, at most four decimals, and "< 0.0001" below that: a p-value is never zero.
 * @example probabilityText(0.00154, 'en') // => "0.0015"
 */
export function probabilityText(probability: number, language: Language): string {
  if (probability < 0.0001) return `<${tie}${numberText(0.0001, 4, language)}`;
  const digits = Math.min(4, probability >= 0.1 ? 2 : 1 - Math.floor(Math.log10(probability)));
  return numberText(probability, digits, language);
}
