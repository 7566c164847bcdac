import { CandorError } from '../errors/index.ts';

/** The value of a flag that takes a whole number. */
export function wholeNumber(text: string, flag: string): number {
  if (/^\d{1,12}$/.test(text)) return Number(text);
  throw new CandorError('CND_USAGE', `${flag} needs a whole number, got "${text}"`);
}
