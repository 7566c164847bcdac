import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCandorError } from '../../src/errors/index.ts';
import {
  decide,
  explain,
  type ProgrammeRules,
  parseProgrammeRules,
  refusalReasons,
  rulesSummary,
} from '../../src/fielding/index.ts';
import { decisionInputs } from '../fielding/generated-decisions.ts';
import { anything, mutated } from './mutation.ts';

/** Mutations of the rules of a programme; CANDOR_TEST_FUZZ=10000 asks for as many of each level. */
const runs = Number(process.env.CANDOR_TEST_FUZZ ?? 1_000);

/** Rules that say something at every place there is, as a reader of the guide might write them. */
const conditions = {
  all: [
    { field: 'account.revenue', is: 'at-least', value: 1000 },
    {
      any: [
        { field: 'contact.language', is: 'one-of', value: ['fi', 'sv'] },
        { not: { field: 'account.segment', is: 'known' } },
      ],
    },
  ],
};
const shared = {
  roles: ['payer', 'end-user'],
  segments: ['gold', 'silver'],
  sampling: { by: 'segment', shares: { gold: 1, silver: 0.5 } },
  quotas: [{ period: 'month', most: 200, each: 'segment' }],
  channels: [{ channel: 'email' }, { channel: 'sms', afterHours: 48 }],
  reminders: { count: 2, afterDays: [2, 5] },
  expiryDays: 14,
  sendWindow: { from: '09:00', until: '17:00' },
  variants: [{ name: 'plain' }, { name: 'question', weight: 2 }],
};
const levels = {
  encounter: () => ({
    level: 'encounter',
    trigger: { touchpoints: ['call', 'invoice'], conditions },
    delayHours: 4,
    usefulDays: 5,
    ...shared,
  }),
  relationship: () => ({
    level: 'relationship',
    waves: { everyMonths: 3, goal: { coverage: 0.6, freshMonths: 12 }, conditions },
    ...shared,
  }),
};
const words = fc.oneof(
  fc.integer({ min: 0, max: 20 }),
  fc.double({ min: 0, max: 1, noNaN: true }),
  anything(
    'encounter',
    'relationship',
    'email',
    'sms',
    'gold',
    'known',
    'at-least',
    '09:00',
    '25:00',
    'Europe/Helsinki',
    ['x', 'x'],
  ),
);

describe.each(Object.entries(levels))('JSON that may be rules of the level %s', (_, whole) => {
  it('is whole as it is written here', () => {
    expect(parseProgrammeRules(whole())).toMatchObject({ channels: [{ channel: 'email' }, { channel: 'sms' }] });
  });

  it('is refused by its code and field, or told, planned and decided by: never a fault', () => {
    const outcomes = { refused: 0, decided: 0 };
    fc.assert(
      fc.property(mutated(whole, words), decisionInputs, (given, input) => {
        let rules: ProgrammeRules;
        try {
          rules = parseProgrammeRules(given);
        } catch (error) {
          if (!isCandorError(error)) throw error;
          expect(error.code).toBe('CND_PROGRAMME_RULES');
          expect(typeof error.details?.field).toBe('string');
          outcomes.refused++;
          return;
        }
        outcomes.decided++;
        for (const language of ['en', 'fi', 'sv'] as const) {
          const { headline, sentences } = rulesSummary(rules, language);
          expect([headline, ...Object.values(sentences)].join(' ')).not.toMatch(/undefined|NaN|\[object/);
        }
        expect(parseProgrammeRules(JSON.parse(JSON.stringify(rules)))).toEqual(rules);
        // An encounter is not asked about by a wave: the rules of its own level decide.
        if (rules.level !== input.rules.level) return;
        const decision = decide({ ...input, rules });
        if (decision.kind === 'allowed') {
          expect(decision.sendAt).toBeGreaterThanOrEqual(input.now);
          expect(decision.expiresAt).toBeGreaterThan(decision.sendAt);
        }
        expect(explain(decision)).toHaveLength(refusalReasons.length);
      }),
      { numRuns: runs },
    );
    expect(outcomes.refused).toBeGreaterThan(runs / 20);
    // 4.6 % are still rules: enough to be told and decided by.
    expect(outcomes.decided).toBeGreaterThan(runs / 40);
  }, 600_000);
});
