import { describe, expect, it } from 'vitest';
import { measureOf } from './measure.ts';

describe('the writing of a metric', () => {
  it('keeps NPS to whole points with a sign, its margin to one decimal', () => {
    const nps = measureOf('nps', { min: 0, max: 10 }, 'en');
    expect(nps.value(30.6)).toBe('+31');
    expect(nps.range({ low: -17.2, high: 9.4 })).toBe('\u221217\u00a0to\u00a0+9');
    expect(nps.margin(9.44)).toBe('±9.4\u00a0points');
    expect(nps.size(-1)).toBe('1\u00a0point');
    expect(nps.fromHundredth(5)).toBe(5);
  });

  it('writes shares as per cent and their differences as percentage points', () => {
    const csat = measureOf('csat-top2', { min: 1, max: 5 }, 'sv');
    expect(csat.value(0.684)).toBe('68\u00a0%');
    expect(csat.range({ low: 0.63, high: 0.73 })).toBe('63\u00a0till\u00a073\u00a0%');
    expect(csat.difference(-0.18)).toBe('\u221218');
    expect(csat.size(-0.18)).toBe('18\u00a0procentenheter');
    expect(csat.fromHundredth(5)).toBeCloseTo(0.05, 12);
  });

  it('writes means on their scale with two decimals, and a hundredth as a part of its width', () => {
    const mean = measureOf('ces-7', { min: 1, max: 7 }, 'fi');
    expect(mean.value(5.284)).toBe('5,28');
    expect(mean.difference(0.3)).toBe('+0,30');
    expect(mean.fromHundredth(5)).toBeCloseTo(0.3, 12);
  });

  it('gives ticks the decimals of their step and differences no per cent sign', () => {
    const csat = measureOf('csat-top2', { min: 1, max: 5 }, 'en');
    expect(csat.tick(0.65, 0.05)).toBe('65\u00a0%');
    expect(csat.tick(0.1, 0.1, true)).toBe('+10');
    expect(measureOf('mean', { min: 1, max: 5 }, 'en').tick(4.5, 0.5)).toBe('4.5');
  });
});
