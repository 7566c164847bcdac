import { describe, expect, it } from 'vitest';
import { smsSegments } from './sms-segments.ts';

// Counted with sms-segments-calculator 1.3.0; the empty text is ours.
const rows: readonly [text: string, encoding: 'gsm-7' | 'ucs-2', units: number, segments: number][] = [
  ['', 'gsm-7', 0, 1],
  ['a', 'gsm-7', 1, 1],
  ['a'.repeat(160), 'gsm-7', 160, 1],
  ['a'.repeat(161), 'gsm-7', 161, 2],
  ['a'.repeat(306), 'gsm-7', 306, 2],
  ['a'.repeat(307), 'gsm-7', 307, 3],
  ['a'.repeat(459), 'gsm-7', 459, 3],
  ['a'.repeat(460), 'gsm-7', 460, 4],
  ['ä'.repeat(160), 'gsm-7', 160, 1],
  ['åäöÅÄÖ', 'gsm-7', 6, 1],
  ['ñ¿¡ß', 'gsm-7', 4, 1],
  ['line\nbreak', 'gsm-7', 10, 1],
  ['€', 'gsm-7', 2, 1],
  ['€'.repeat(80), 'gsm-7', 160, 1],
  ['€'.repeat(81), 'gsm-7', 162, 2],
  // 153 is odd: the 77th euro does not fit into the first segment of two.
  ['€'.repeat(152), 'gsm-7', 304, 2],
  ['€'.repeat(153), 'gsm-7', 306, 3],
  ['^{}\\[~]|', 'gsm-7', 16, 1],
  ['š', 'ucs-2', 1, 1],
  ['õ', 'ucs-2', 1, 1],
  ['’', 'ucs-2', 1, 1],
  [`${'a'.repeat(70)}’`, 'ucs-2', 71, 2],
  [`${'a'.repeat(69)}’`, 'ucs-2', 70, 1],
  ['م'.repeat(70), 'ucs-2', 70, 1],
  ['م'.repeat(71), 'ucs-2', 71, 2],
  ['م'.repeat(134), 'ucs-2', 134, 2],
  ['م'.repeat(135), 'ucs-2', 135, 3],
  ['👍', 'ucs-2', 2, 1],
  ['👍'.repeat(35), 'ucs-2', 70, 1],
  ['👍'.repeat(36), 'ucs-2', 72, 2],
  // 67 is odd: a smile is not cut, so 33 fit into each segment of several.
  ['👍'.repeat(66), 'ucs-2', 132, 2],
  ['👍'.repeat(67), 'ucs-2', 134, 3],
  ['Miten onnistuimme? Vastaa 0-10. Lopeta: STOP', 'gsm-7', 44, 1],
  ['Hur gick det? Svara 0–10.', 'ucs-2', 25, 1],
];

describe('the segments of an SMS', () => {
  it.each(rows)('%s', (text, encoding, units, segments) => {
    expect(smsSegments(text)).toMatchObject({ encoding, units, segments });
  });

  it('names what makes it dear', () => {
    expect(smsSegments('It’s šŠ – it’s').outsideGsm).toEqual(['’', 'š', 'Š', '–']);
  });

  it('says how much room is left', () => {
    expect(smsSegments('a'.repeat(150)).left).toBe(10);
    expect(smsSegments('a'.repeat(161)).left).toBe(145);
    expect(smsSegments('م'.repeat(71)).left).toBe(63);
  });
});
