import { CandorError } from '../errors/index.ts';

/**
 * A value that may stand in a header line. CR, LF and NUL would let a name or a merge field write headers of its own
 * (OWASP ASVS V1.3.11), the other control characters have no business there: refused with `CND_MAIL_HEADER`, which names
 * the field. 998 bytes is the longest line of RFC 5322; a value is folded, but no reader expects more of it.
 */
export function headerValue(value: string, field: string): string {
  const control = /[\u0000-\u001f\u007f\u0080-\u009f\u2028\u2029]/.exec(value)?.[0];
  if (control === undefined && Buffer.byteLength(value) <= 998) return value;
  const got =
    control === undefined
      ? `${Buffer.byteLength(value)} bytes`
      : `U+${control.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}`;
  throw new CandorError('CND_MAIL_HEADER', `${field} needs one line of at most 998 bytes, got ${got}`, { field });
}
