import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type OutcomeRateName, outcomeRateNames } from '../metrics/index.ts';
import {
  countDispositions,
  type DispositionCounts,
  dispositionCodes,
  dispositionOf,
  dispositions,
  dispositionWords,
  groupCounts,
  type InvitationFacts,
  invitationStates,
  responseRates,
} from './index.ts';

describe('the disposition of an invitation', () => {
  it.each<[InvitationFacts, keyof typeof dispositionCodes]>([
    [{ state: 'completed' }, 'complete'],
    [{ state: 'opened', answeredShare: 0.8 }, 'complete'],
    [{ state: 'opened', isSubmitted: true, hasCoreAnswer: true, answeredShare: 0.2 }, 'complete'],
    [{ state: 'partial', answeredShare: 0.5 }, 'partial'],
    [{ state: 'partial', answeredShare: 0.1, hasCoreAnswer: true }, 'partial'],
    [{ state: 'partial', answeredShare: 0.49 }, 'break-off'],
    [{ state: 'opened' }, 'implicit-refusal'],
    [{ state: 'sent', isOpened: true, isSubmitted: true, answeredShare: 0 }, 'implicit-refusal'],
    [{ state: 'opted-out', answeredShare: 0.3 }, 'explicit-refusal'],
    [{ state: 'completed', hasRefused: true }, 'complete'],
    [{ state: 'expired', hasRefused: true }, 'explicit-refusal'],
    [{ state: 'expired', cameTooLate: true }, 'too-late'],
    [{ state: 'expired', isDelivered: true }, 'non-contact'],
    [{ state: 'expired' }, 'nothing-returned'],
    [{ state: 'sent' }, 'nothing-returned'],
    [{ state: 'bounced' }, 'undelivered'],
    [{ state: 'uncertain' }, 'uncertain'],
    [{ state: 'uncertain', isOpened: true }, 'implicit-refusal'],
    [{ state: 'sending', hasFailed: true }, 'not-sent'],
    [{ state: 'planned' }, 'planned'],
    [{ state: 'cancelled' }, 'not-asked'],
    [{ state: 'refused' }, 'not-asked'],
    [{ state: 'completed', ineligible: 'screened-out' }, 'screened-out'],
    [{ state: 'expired', recorded: 'other-eligible' }, 'other-eligible'],
  ])('of %j is %s', (facts, disposition) => {
    expect(dispositionOf(facts)).toBe(disposition);
  });

  it('follows the mark of the survey', () => {
    expect(dispositionOf({ state: 'partial', answeredShare: 0.4 }, { completeShare: 1, partialShare: 0.3 })).toBe(
      'partial',
    );
  });

  it('has a code of its own wherever somebody was asked, and words in three languages', () => {
    const codes = Object.values(dispositionCodes)
      .map(({ code }) => code as string)
      .filter((code) => code !== '');
    expect(new Set(codes).size).toBe(codes.length);
    for (const words of Object.values(dispositionWords)) {
      expect(Object.keys(words)).toEqual([...dispositions]);
      expect(new Set(Object.values(words)).size).toBe(dispositions.length);
    }
  });

  it('is exactly one for every invitation: their sum is the number of invitations (I9)', () => {
    const share = fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined });
    const flag = fc.option(fc.boolean(), { nil: undefined });
    const facts = fc.record({
      state: fc.constantFrom(...invitationStates),
      answeredShare: share,
      hasCoreAnswer: flag,
      isSubmitted: flag,
      isOpened: flag,
      isDelivered: flag,
      hasRefused: flag,
      hasFailed: flag,
      cameTooLate: flag,
    }) as fc.Arbitrary<InvitationFacts>;
    const met = new Set<string>();
    fc.assert(
      fc.property(fc.array(facts, { maxLength: 40 }), (invitations) => {
        const ended = invitations.map((one) => dispositionOf(one));
        for (const one of ended) met.add(one);
        const counts = countDispositions(ended);
        const groups = Object.values(groupCounts(counts)).reduce((sum, n) => sum + n, 0);
        expect(groups).toBe(invitations.length);
        const { asked, notAsked, rates } = responseRates(counts);
        expect(asked + notAsked).toBe(invitations.length);
        for (const rate of Object.values(rates)) {
          expect(rate.value).toBeGreaterThanOrEqual(0);
          expect(rate.value).toBeLessThanOrEqual(1);
          expect(rate.interval.low).toBeLessThanOrEqual(rate.value);
          expect(rate.interval.high).toBeGreaterThanOrEqual(rate.value);
        }
      }),
      { seed: 12, numRuns: 1000 },
    );
    expect(met.size).toBeGreaterThan(12);
  });
});

type Rates = Partial<Record<OutcomeRateName, number>>;

describe('twelve cases worked by hand', () => {
  it.each<[string, DispositionCounts, number | undefined, Rates]>([
    // 1: 300 of 1000; known 610; 2.
    [
      'all kinds',
      {
        complete: 300,
        partial: 50,
        'break-off': 60,
        'explicit-refusal': 40,
        'non-contact': 150,
        'other-eligible': 10,
        'nothing-returned': 390,
      },
      0.5,
      {
        RR1: 300 / 1000,
        RR2: 350 / 1000,
        RR3: 300 / 805,
        RR4: 350 / 805,
        RR5: 300 / 610,
        RR6: 350 / 610,
        COOP1: 300 / 460,
        COOP2: 350 / 460,
        COOP3: 300 / 450,
        COOP4: 350 / 450,
        REF1: 100 / 1000,
        REF2: 100 / 805,
        REF3: 100 / 610,
        CON1: 460 / 1000,
        CON2: 460 / 805,
        CON3: 460 / 610,
      },
    ],
    ['everybody answered', { complete: 20 }, undefined, { RR1: 1, RR2: 1, RR3: 1, RR6: 1, COOP1: 1, REF1: 0, CON1: 1 }],
    ['nobody was heard of', { 'nothing-returned': 40 }, undefined, { RR1: 0, REF1: 0, CON1: 0 }],
    [
      'nobody was heard of, e given',
      { 'nothing-returned': 40 },
      0.5,
      { RR1: 0, RR2: 0, RR3: 0, RR4: 0, REF1: 0, REF2: 0, CON1: 0, CON2: 0 },
    ],
    [
      'partial answers only',
      { partial: 5, 'nothing-returned': 15 },
      0,
      { RR1: 0, RR2: 0.25, RR3: 0, RR4: 1, RR5: 0, RR6: 1, COOP2: 1 },
    ],
    [
      'refusals only',
      { 'explicit-refusal': 3, 'implicit-refusal': 1 },
      undefined,
      { RR1: 0, COOP1: 0, REF1: 1, REF3: 1, CON1: 1 },
    ],
    [
      'bounces are unknown, not refusals',
      { complete: 6, undelivered: 2, 'break-off': 2 },
      1,
      { RR1: 0.6, RR5: 0.75, REF1: 0.2, REF3: 0.25, CON1: 0.8, CON3: 1 },
    ],
    // 8: e by the known: (8 + 1 + 1) / (10 + 10) = 0.5, so 8 of 10 + 0.5 x 20.
    [
      'e from those that are known',
      { complete: 8, 'break-off': 1, 'non-contact': 1, 'not-eligible': 10, 'nothing-returned': 20 },
      undefined,
      { RR1: 8 / 30, RR3: 8 / 20, RR5: 0.8, REF2: 1 / 20, CON2: 9 / 20 },
    ],
    [
      'not eligible and not asked stand in no rate',
      { complete: 1, 'nothing-returned': 1, duplicate: 50, 'screened-out': 50, 'not-asked': 500, planned: 7 },
      0,
      { RR1: 0.5, RR3: 1, RR5: 1 },
    ],
    [
      'uncertain and unsent sends count as asked',
      { complete: 1, uncertain: 2, 'not-sent': 1 },
      1,
      { RR1: 0.25, RR3: 0.25, CON1: 0.25 },
    ],
    [
      'those who could not take part',
      { complete: 6, 'other-eligible': 2, 'implicit-refusal': 2 },
      undefined,
      { COOP1: 0.6, COOP3: 0.75, CON3: 1, RR1: 0.6 },
    ],
    [
      'came too late is not reached in time',
      { complete: 2, 'too-late': 2 },
      undefined,
      { RR1: 0.5, CON1: 0.5, COOP1: 1 },
    ],
  ])('%s', (_, counts, e, byHand) => {
    const { rates } = responseRates(counts, e === undefined ? {} : { e });
    for (const [name, value] of Object.entries(byHand)) {
      expect(rates[name as OutcomeRateName]?.value, name).toBeCloseTo(value, 12);
    }
  });

  it('leave out what cannot be known', () => {
    expect(responseRates({}).rates).toEqual({});
    const { rates, eligibleShare } = responseRates({ 'nothing-returned': 40 });
    expect(eligibleShare).toBeUndefined();
    expect(Object.keys(rates)).toEqual(['RR1', 'RR2', 'REF1', 'CON1']);
  });

  it('agree with the R package outcomerate 1.0.1 on its own example', () => {
    // I 4, P 2, R 1, NC 1, O 1, UH 1, UO 1, NE 1; e by eligibility_rate(); printed with three decimals by its README.
    const counts: DispositionCounts = {
      complete: 4,
      partial: 2,
      'break-off': 1,
      'non-contact': 1,
      'other-eligible': 1,
      'nothing-returned': 1,
      undelivered: 1,
      'not-eligible': 1,
    };
    const printed = [
      0.364, 0.545, 0.37, 0.556, 0.444, 0.667, 0.5, 0.75, 0.571, 0.857, 0.091, 0.093, 0.111, 0.727, 0.741, 0.889,
    ];
    const { rates } = responseRates(counts);
    outcomeRateNames.forEach((name, i) => {
      expect(Math.abs(rates[name]!.value - printed[i]!), name).toBeLessThanOrEqual(0.0005 + 1e-9);
    });
  });

  it('carry n and an interval', () => {
    const { rates } = responseRates({ complete: 30, 'nothing-returned': 70 });
    expect(rates.RR1).toMatchObject({ value: 0.3, n: 100, method: 'wilson' });
    expect(rates.RR1!.interval.low).toBeGreaterThan(0.2);
  });
});
