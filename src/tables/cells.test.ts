import { describe, expect, it } from 'vitest';
import { amountOf, decimalMarkOf, numberOf } from './number-text.ts';
import { scoreOf } from './score-text.ts';

describe('reading a score cell', () => {
  it.each([
    ['9', 9],
    [' 10 ', 10],
    ['8.0', 8],
    ['4,5', 4.5],
    ['-1', -1],
    ["'7", 7],
    ['10 - Extremely likely', 10],
    ['0 - Not at all likely', 0],
    ['5 = Very satisfied', 5],
    ['3: neutral', 3],
    ['10 (very likely)', 10],
    ['Erittäin todennäköisesti (10)', 10],
    ['1. Täysin eri mieltä', 1],
    ['99', 99],
  ])('"%s" is %d', (cell, value) => {
    expect(scoreOf(cell)).toEqual({ kind: 'number', value });
  });

  it.each([
    'N/A',
    'n/a',
    '-',
    '.',
    "Don't know",
    'Don’t know',
    'en osaa sanoa',
    'Vet ej',
    '#N/A',
    'ei vastausta',
    'keine Angabe',
  ])('"%s" is a missing answer', (cell) => {
    expect(scoreOf(cell).kind).toBe('missing');
  });

  it.each(['nine', '8/10 or so', '2026-03-01', '7 8', '12:30', '1e3', 'ten'])('"%s" cannot be read', (cell) => {
    expect(scoreOf(cell).kind).toBe('unreadable');
  });

  it('knows an empty cell', () => {
    expect(scoreOf('  ').kind).toBe('empty');
    expect(scoreOf("'").kind).toBe('empty');
  });
});

describe('reading a number', () => {
  it('follows the decimal mark of the column', () => {
    expect(numberOf('1,234.5')).toBe(1234.5);
    expect(numberOf('1.234,5', ',')).toBe(1234.5);
    expect(numberOf('1 234,5', ',')).toBe(1234.5);
    expect(numberOf('1.234', ',')).toBe(1234);
    expect(numberOf('1.234')).toBe(1.234);
    expect(numberOf('−12')).toBe(-12);
    expect(numberOf('1.2e-5')).toBe(1.2e-5);
    expect(numberOf('1e999')).toBeUndefined();
    expect(numberOf('1,2,3', ',')).toBeUndefined();
    expect(numberOf('12 apples')).toBeUndefined();
    expect(numberOf('')).toBeUndefined();
  });

  it('reads amounts with their currency', () => {
    expect(amountOf('1 250,50 €', ',')).toBe(1250.5);
    expect(amountOf('$1,250')).toBe(1250);
    expect(amountOf('EUR 300')).toBe(300);
    expect(amountOf('unknown')).toBeUndefined();
  });

  it('settles the decimal mark over the column', () => {
    expect(decimalMarkOf(['1', '4,5'], ';')).toBe(',');
    expect(decimalMarkOf(['1.234,50'], ';')).toBe(',');
    expect(decimalMarkOf(['1,234'], ';')).toBe(',');
    expect(decimalMarkOf(['1,234'], ',')).toBe('.');
    expect(decimalMarkOf(['1,234.5'], ';')).toBe('.');
  });
});
