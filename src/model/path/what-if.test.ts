import { describe, expect, it } from 'vitest';
import { mobileModel, mobileTwin } from './mobile-twin.ts';
import { modelStudy } from './model-study.ts';
import { whatIf } from './what-if.ts';

describe('what if', () => {
  const study = modelStudy({ specification: mobileModel, columns: mobileTwin().columns }, { seed: 3, resamples: 400 });
  const impact = study.result.impacts.find(({ from, to }) => from === 'Quality' && to === 'Loyalty')!;

  it('one construct rises by 5, the target by its impact with the interval of the impact', () => {
    expect(whatIf(study, { Quality: 5 }, 'Loyalty')).toEqual({ change: impact.impact, interval: impact.interval });
  });

  it('a fall turns the interval round', () => {
    const { change, interval } = whatIf(study, { Quality: -5 }, 'Loyalty')!;
    expect(change).toBeCloseTo(-impact.impact, 12);
    expect(interval.low).toBeLessThan(change);
    expect(interval.high).toBeGreaterThan(change);
  });

  it('two together: the changes add up, the widths do not, since their figures hang together', () => {
    const alone = ['Quality', 'Value'].map((name) => whatIf(study, { [name]: 5 }, 'Loyalty')!);
    const both = whatIf(study, { Quality: 5, Value: 5 }, 'Loyalty')!;
    expect(both.change).toBeCloseTo(alone[0]!.change + alone[1]!.change, 12);
    const width = ({ interval }: { interval: { low: number; high: number } }) => interval.high - interval.low;
    expect(width(both)).toBeLessThan(width(alone[0]!) + width(alone[1]!));
    expect(both.interval.low).toBeLessThan(both.change);
  });

  it('nothing moves, or nothing that acts on the target: no answer', () => {
    expect(whatIf(study, {}, 'Loyalty')).toBeUndefined();
    expect(whatIf(study, { Loyalty: 5 }, 'Satisfaction')).toBeUndefined();
  });
});
