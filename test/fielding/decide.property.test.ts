import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide, explain, parseProgrammeRules, refusalReasons } from '../../src/fielding/index.ts';
import { decisionInputs } from './generated-decisions.ts';
import { naiveDecision } from './naive-decision.ts';

const day = 86_400_000;

describe('the decision on 1,000 generated rule sets', () => {
  it('is that of a naive reference written from the documentation', () => {
    const met = new Map<string, number>();
    fc.assert(
      fc.property(decisionInputs, (input) => {
        const decision = decide(input);
        const found =
          decision.kind === 'refused'
            ? { reason: decision.reason }
            : { sendAt: decision.sendAt, channel: decision.channel };
        expect(found).toEqual(naiveDecision(input));
        const outcome = decision.kind === 'refused' ? decision.reason : 'allowed';
        met.set(outcome, (met.get(outcome) ?? 0) + 1);
      }),
      { seed: 20260310, numRuns: 1000 },
    );
    // A generator that never gets past the first rules would prove nothing of the others.
    expect([...refusalReasons, 'allowed'].filter((outcome) => !met.has(outcome))).toEqual([]);
    expect(met.get('allowed')).toBeGreaterThan(20);
  });

  it('does not depend on the order of the history', () => {
    fc.assert(
      fc.property(decisionInputs, fc.array(fc.nat(), { minLength: 4, maxLength: 4 }), (input, order) => {
        const shuffled = input.history
          .map((past, i) => ({ past, rank: order[i] ?? 0 }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ past }) => past);
        expect(decide({ ...input, history: shuffled })).toEqual(decide(input));
      }),
      { seed: 7, numRuns: 1000 },
    );
  });

  it('never breaks a contact rule (I6), a quota (I7) or the quiet hours (I5) when it allows', () => {
    fc.assert(
      fc.property(decisionInputs, (input) => {
        const decision = decide(input);
        if (decision.kind === 'refused') return;
        const reached = input.history.filter(({ state }) => !['refused', 'cancelled', 'bounced'].includes(state));
        const mine = reached.filter(({ contactId }) => contactId === input.contact!.id);
        const { perPersonDays } = input.rules.contactRules;
        for (const { askedAt } of mine) {
          expect(Math.abs(askedAt - decision.sendAt)).toBeGreaterThanOrEqual(perPersonDays * day);
        }
        for (const { key, most } of decision.quotaCells) expect(input.quotasUsed[key] ?? 0).toBeLessThan(most);
        const time = new Date(decision.sendAt).toISOString().slice(11, 16);
        if (decision.channel !== 'widget') {
          expect(time >= input.rules.quietHours.until && time < input.rules.quietHours.from).toBe(true);
        }
        expect(decision.sendAt).toBeGreaterThanOrEqual(input.now);
        expect(decision.expiresAt).toBeGreaterThan(decision.sendAt);
        expect(decision.probability).toBeGreaterThan(0);
        expect(decision.probability).toBeLessThanOrEqual(1);
      }),
      { seed: 8, numRuns: 3000 },
    );
  });

  it('explains itself: all before the reason pass, none after it is reached', () => {
    fc.assert(
      fc.property(decisionInputs, (input) => {
        const decision = decide(input);
        const outcomes = explain(decision);
        expect(outcomes.map(({ rule }) => rule)).toEqual([...refusalReasons]);
        const failed = outcomes.filter(({ outcome }) => outcome === 'fail');
        expect(failed.map(({ rule }) => rule)).toEqual(decision.kind === 'refused' ? [decision.reason] : []);
        const names = outcomes.map(({ outcome }) => outcome).join(' ');
        expect(names).toMatch(/^(pass ?)*(fail ?)?(not reached ?)*$/);
      }),
      { seed: 9, numRuns: 300 },
    );
  });
});

describe('10,000 fuzzed rule documents', () => {
  it('are parsed or refused with the field named, and nothing else happens', () => {
    const base = { level: 'encounter', trigger: { touchpoints: ['call'] } };
    const spoiled = fc.oneof(
      fc.anything(),
      fc.record({
        level: fc.constantFrom('encounter', 'relationship', 'other'),
        trigger: fc.anything(),
        waves: fc.anything(),
      }),
      fc
        .dictionary(
          fc.constantFrom(
            'roles',
            'quotas',
            'quietHours',
            'channels',
            'reminders',
            'variants',
            'sampling',
            'language',
            'x',
          ),
          fc.anything(),
          { maxKeys: 3 },
        )
        .map((extra) => ({ ...base, ...extra })),
    );
    let refused = 0;
    fc.assert(
      fc.property(spoiled, (document) => {
        try {
          parseProgrammeRules(document);
        } catch (error) {
          expect(error).toMatchObject({ code: 'CND_PROGRAMME_RULES' });
          refused += 1;
        }
      }),
      { seed: 11, numRuns: 10_000 },
    );
    expect(refused).toBeGreaterThan(5000);
  });

  it('are refused when they are 100,000 brackets deep, without a stack', () => {
    let deep: unknown = { field: 'account.x', is: 'known' };
    for (let i = 0; i < 100_000; i += 1) deep = { not: deep };
    expect(() =>
      parseProgrammeRules({ level: 'encounter', trigger: { touchpoints: ['a'], conditions: deep } }),
    ).toThrow(/nested deeper/);
  });
});
