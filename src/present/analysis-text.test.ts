import { describe, expect, it } from 'vitest';
import { analysisText } from './analysis-text.ts';

const estimate = (value: number, low: number, high: number, caveats: { code: string; message: string }[] = []) => ({
  value,
  interval: { low, high },
  confidence: 0.95,
  n: 40,
  effectiveN: 31.27,
  method: 'tango',
  caveats,
});
const run = (definition: string) => ({ id: 'f00', definition });

describe('an analysis in a terminal', () => {
  it('writes NPS as whole points with signs, margins to one decimal', () => {
    const group = { group: 'user', estimate: estimate(13.6986, -0.9011, 51.42), marginOfError: 28.14, designEffect: 1 };
    const [head, row] = analysisText({ method: 'score', run: run('nps@1 0-10'), groups: [group] }).split('\n');
    expect(head).toMatch(/^group +value +95 % interval +margin +n +effective n +design effect +method$/);
    expect(row).toMatch(/^user +\+14 +−1 to \+51 +±28\.1 +40 +31\.3 +1\.00 +tango$/);
  });

  it('writes a comparison with signs in its interval, and a share as per cent', () => {
    const compare = (definition: string, unit: number, smallest: number) =>
      analysisText({
        method: 'compare',
        run: run(definition),
        groups: { before: 'May', after: 'June' },
        before: estimate(10.2 * unit, 4.4 * unit, 16.1 * unit),
        after: estimate(23.4 * unit, 17.2 * unit, 30 * unit),
        difference: estimate(13.2 * unit, 2.4 * unit, 24.4 * unit),
        pValue: 0.0171,
        verdict: 'rose',
        minimumDetectableChange: smallest,
      });
    const nps = compare('nps@1 0-10', 1, 15.73);
    expect(nps).toContain('rose: +13 (+2 to +24), p 0.017, tango');
    expect(nps).toContain('May  +10 (+4 to +16), n 40');
    expect(nps).toContain('A change of 15.7 points would be found');
    expect(compare('csat-top2@1 1-5', 0.01, 0.15)).toContain('rose: +13 (+2 to +24), p');
    expect(compare('csat-top2@1 1-5', 0.01, 0.15)).toContain('June  23 % (17 to 30 %), n 40');
    expect(compare('csat-top2@1 1-5', 0.01, 0.15)).toContain('A change of 15 percentage points');
  });

  it('says that no change can be found where the smallest is beyond the scale', () => {
    const far = { answersNeeded: 2, marginOfError: 120, minimumDetectableChange: 264 };
    const text = analysisText({ method: 'plan', run: run('nps@1 0-10'), ...far });
    expect(text).toContain('could show no change at all');
    expect(text).not.toContain('264');
  });

  it('plans in the unit of the metric and keeps a change that is not whole', () => {
    const plan = (change: number) =>
      analysisText({
        method: 'plan',
        run: run('nps@1 0-10'),
        answersNeeded: 4145,
        marginOfError: 2.473,
        minimumDetectableChange: change,
      });
    expect(plan(4.9998)).toMatch(
      /^4,145 answers needed\.\nThey give a margin of error of ±2\.5 points and show a change of 5 points /,
    );
    expect(plan(2.4999)).toContain('a change of 2.5 points');
  });

  it('keeps significant digits for a series whose unit is unknown', () => {
    const text = analysisText({
      method: 'change-points',
      run: run('change-points@1'),
      changePoints: [4],
      levels: [0.01234, 0.0567],
      penalty: 7.455,
      cost: 12.3,
    });
    expect(text).toContain('The level changed once.');
    expect(text).toContain('from value 1: 0.0123');
    expect(text).toContain('from value 5: 0.0567');
  });
});
