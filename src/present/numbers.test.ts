import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languages } from './language.ts';
import { joinInterval, minus, numberText, percentText, probabilityText, roundHalfAway, signedText } from './numbers.ts';

describe('numbers for people', () => {
  it('round half away from zero by the decimals that a reader sees', () => {
    expect([2.5, -2.5, 0.5, -0.5, 1.005].map((value) => roundHalfAway(value, value === 1.005 ? 2 : 0))).toEqual([
      3, -3, 1, -1, 1.01,
    ]);
  });

  it('carry a true minus and never a negative zero', () => {
    expect(signedText(-17.4, 0, 'en')).toBe('\u221217');
    for (const language of languages) expect(signedText(-0.4, 0, language)).toBe('0');
    expect(numberText(-0.04, 1, 'en')).toBe('0.0');
  });

  it('use the decimals and thousands of the language', () => {
    expect(numberText(1234567.891, 1, 'en')).toBe('1,234,567.9');
    expect(numberText(1234567.891, 1, 'fi')).toBe('1\u00a0234\u00a0567,9');
    expect(numberText(1234567.891, 1, 'sv')).toBe('1\u00a0234\u00a0567,9');
  });

  it('join intervals as the language does', () => {
    expect(joinInterval('+22', '+40', 'en')).toBe('+22\u00a0to\u00a0+40');
    expect(joinInterval('+22', '+40', 'fi')).toBe('+22…+40');
    expect(joinInterval('+22', '+40', 'sv')).toBe('+22\u00a0till\u00a0+40');
  });

  it('never print a probability as zero', () => {
    expect(probabilityText(0.0000004, 'en')).toBe('<\u00a00.0001');
    expect([0.5, 0.0456, 0.00154, 0.00015, 1].map((p) => probabilityText(p, 'en'))).toEqual([
      '0.50',
      '0.046',
      '0.0015',
      '0.0002',
      '1.00',
    ]);
  });

  it('write a share as per cent with a space', () => {
    expect(percentText(0.615, 0, 'fi')).toBe('62\u00a0%');
  });

  it('print what reads back as the rounded number, for any number', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), fc.integer({ min: 0, max: 4 }), (value, digits) => {
        const read = Number(numberText(value, digits, 'en').replaceAll(',', '').replace(minus, '-'));
        expect(Math.abs(read - value)).toBeLessThanOrEqual(0.5 * 10 ** -digits * (1 + 1e-9) + 1e-6);
      }),
    );
  });
});
