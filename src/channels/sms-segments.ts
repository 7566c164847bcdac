/** The basic alphabet of GSM 03.38 (3GPP TS 23.038 6.2.1), without its escape. */
const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** Its extension: these take two places. */
const extended = new Set('\f^{}\\[~]|€');

export interface SmsSegments {
  readonly encoding: 'gsm-7' | 'ucs-2';
  /** Places used: septets, or UTF-16 units. */
  readonly units: number;
  /** What the operator counts and bills. */
  readonly segments: number;
  /** Places left before one more segment is needed. */
  readonly left: number;
  /** The characters that make it UCS-2, which holds 70 instead of 160: each once, in their order. */
  readonly outsideGsm: readonly string[];
}

/**
 * How many messages an SMS text becomes: 160 places of the GSM alphabet in one, 153 in each of several; 70 and 67 in
 * UCS-2, which one character outside the alphabet (a curly apostrophe, š) makes of the whole text. A character of two
 * places is not cut between two segments.
 */
export function smsSegments(text: string): SmsSegments {
  const characters = [...text];
  const outsideGsm = [...new Set(characters.filter((one) => !basic.has(one) && !extended.has(one)))];
  const gsm = outsideGsm.length === 0;
  const sizes = characters.map((one) => (gsm ? (extended.has(one) ? 2 : 1) : one.length));
  const units = sizes.reduce((sum, size) => sum + size, 0);
  const [single, each] = gsm ? [160, 153] : [70, 67];
  const encoding = gsm ? 'gsm-7' : 'ucs-2';
  if (units <= single) return { encoding, units, segments: 1, left: single - units, outsideGsm };
  let segments = 1;
  let used = 0;
  for (const size of sizes) {
    if (used + size > each) {
      segments++;
      used = 0;
    }
    used += size;
  }
  return { encoding, units, segments, left: each - used, outsideGsm };
}
