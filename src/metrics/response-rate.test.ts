import { describe, expect, it } from 'vitest';
import { isCandorError } from '../errors/index.ts';
import { responseRate, responseRateNames } from './response-rate.ts';

const field = {
  complete: 300,
  partial: 50,
  refusal: 100,
  nonContact: 150,
  other: 10,
  unknownEligible: 390,
  eligibleShare: 0.5,
};

describe('the response rates of AAPOR', () => {
  it('follow the definitions on figures done by hand', () => {
    // Known to be eligible: 300 + 50 + 100 + 150 + 10 = 610; with all unknown 1000; with half of them 805.
    const byHand = { RR1: 300 / 1000, RR2: 350 / 1000, RR3: 300 / 805, RR4: 350 / 805, RR5: 300 / 610, RR6: 350 / 610 };
    for (const rate of responseRateNames) expect(responseRate(field, rate).value).toBeCloseTo(byHand[rate], 14);
  });

  it('stand in their order: RR1 is the lowest', () => {
    const values = (['RR1', 'RR3', 'RR5'] as const).map((rate) => responseRate(field, rate).value);
    expect(values).toEqual([...values].sort((a, b) => a - b));
  });

  it('refuse what they cannot know', () => {
    const { eligibleShare: _, ...unknown } = field;
    for (const call of [
      () => responseRate(unknown, 'RR3'),
      () => responseRate({ ...field, refusal: -1 }, 'RR1'),
      () => responseRate({ complete: 0, partial: 0, refusal: 0, nonContact: 0, other: 0, unknownEligible: 0 }, 'RR1'),
    ]) {
      expect(call).toThrow();
      try {
        call();
      } catch (error) {
        expect(isCandorError(error) && error.code).toBe('CND_ARGUMENT');
      }
    }
  });
});
