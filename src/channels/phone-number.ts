/**
 * A telephone number in E.164 (`+358401234567`); undefined where it is none. Spaces, dashes, dots, brackets and a
 * leading 00 are taken away. A number without its country code is refused rather than guessed: the same digits are
 * another person elsewhere. 7 to 15 digits with the country code (ITU-T E.164 names only the 15).
 */
export function e164Of(text: string): string | undefined {
  const plain = text.replace(/[\s().\-/\u2010-\u2015\u00a0\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');
  const international = plain.startsWith('00') ? `+${plain.slice(2)}` : plain;
  return /^\+[1-9]\d{6,14}$/.test(international) ? international : undefined;
}
