import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GivenProgrammeRules, type ProgrammeRules, parseProgrammeRules } from './index.ts';
import { systematicSample } from './unequal-sample.ts';
import { type WaveAccount, type WaveGoal, waveSample } from './wave-sample.ts';

const goalOf = (waves: object = {}, given: Partial<GivenProgrammeRules> = {}): WaveGoal => {
  const rules = parseProgrammeRules({ level: 'relationship', waves, ...given }) as Extract<
    ProgrammeRules,
    { level: 'relationship' }
  >;
  return { waves: rules.waves, roles: rules.roles };
};
const person = (contactId: string, roles: string[] = ['payer'], canBeAsked = true) =>
  ({ contactId, roles, canBeAsked }) as WaveAccount['persons'][number];
const account = (id: string, own: Partial<WaveAccount> = {}): WaveAccount => ({
  id,
  revenue: 100,
  hasFreshVoice: false,
  persons: [person(`${id}-payer`), person(`${id}-user`, ['end-user']), person(`${id}-contact`, ['contact-person'])],
  ...own,
});

/** 200 accounts whose revenue falls as in true portfolios: few large ones, many small. */
const portfolio = Array.from({ length: 200 }, (_, i) =>
  account(`a${i}`, { revenue: 10_000 / (i + 1), hasFreshVoice: i % 5 === 0 }),
);

describe('the sample of a wave', () => {
  it('asks payers and decision makers first, as many as the goal wants', () => {
    const { members } = waveSample([account('a')], goalOf({ perAccount: 1 }), 's');
    expect(members).toEqual([
      { accountId: 'a', contactId: 'a-payer', role: 'payer', isDeciding: true, probability: 1 },
    ]);
  });

  it('prefers accounts without a recent voice of those who decide', () => {
    const { members } = waveSample(portfolio, goalOf({ goal: { coverage: 0.5 } }), 's');
    const asked = new Set(members.map(({ accountId }) => accountId));
    const share = (fresh: boolean) => {
      const group = portfolio.filter(({ hasFreshVoice }) => hasFreshVoice === fresh);
      return group.filter(({ id }) => asked.has(id)).length / group.length;
    };
    expect(share(false)).toBeGreaterThan(share(true));
  });

  it('says why everybody else is not in it', () => {
    const { leftOut, members } = waveSample(
      [
        account('heard', { hasFreshVoice: true, persons: [] }),
        account('silent', {
          persons: [person('u', ['end-user']), person('v', ['end-user']), person('w', ['end-user'])],
        }),
        account('closed', { persons: [person('x', ['payer'], false), person('y', ['contact-person'])] }),
      ],
      goalOf({ perAccount: 2 }, { roles: ['payer', 'end-user'] }),
      's',
    );
    expect(members).toHaveLength(2);
    expect(leftOut).toContainEqual({ accountId: 'heard', reason: 'no-one-to-ask' });
    expect(leftOut).toContainEqual({ accountId: 'silent', reason: 'no-deciding-person' });
    expect(leftOut.filter(({ reason }) => reason === 'enough-of-account')).toHaveLength(1);
    expect(leftOut).toContainEqual({ accountId: 'closed', contactId: 'x', reason: 'not-reachable' });
    expect(leftOut).toContainEqual({ accountId: 'closed', contactId: 'y', reason: 'role-not-asked' });
  });

  it('says when the goal cannot be reached', () => {
    const { expected, members } = waveSample(portfolio, goalOf({ goal: { coverage: 1 } }), 's');
    expect(expected.isReached).toBe(false);
    expect(expected.reachable).toBeLessThan(1);
    // Then every account without a voice is asked: the goal is as near as it can be.
    const asked = new Set(members.map(({ accountId }) => accountId));
    expect(portfolio.filter(({ id, hasFreshVoice }) => !hasFreshVoice && !asked.has(id))).toEqual([]);
  });

  it('meets the goal on average over seeds, and hardly strays in any one of them', () => {
    const goal = goalOf({ goal: { coverage: 0.42 } });
    const reached = Array.from({ length: 200 }, (_, i) => waveSample(portfolio, goal, `seed ${i}`).expected);
    expect(reached[0]!.reachable).toBeGreaterThan(0.43);
    const mean = reached.reduce((sum, { revenue }) => sum + revenue, 0) / reached.length;
    expect(mean).toBeGreaterThan(0.415);
    expect(Math.min(...reached.map(({ revenue }) => revenue))).toBeGreaterThan(0.38);
  });

  it('keeps probabilities that weight the answers back to all who can be asked', () => {
    const goal = goalOf({ goal: { coverage: 0.42 }, perAccount: 2 });
    let [revenue, persons] = [0, 0];
    const runs = 400;
    for (let i = 0; i < runs; i += 1) {
      for (const { accountId, probability } of waveSample(portfolio, goal, `seed ${i}`).members) {
        persons += 1 / probability / runs;
        revenue += portfolio[Number(accountId.slice(1))]!.revenue! / probability / runs;
      }
    }
    const total = portfolio.reduce((sum, one) => sum + one.revenue! * one.persons.length, 0);
    expect(persons / (portfolio.length * 3)).toBeCloseTo(1, 1);
    expect(revenue / total).toBeCloseTo(1, 1);
  });

  it('does not depend on the order of accounts and persons', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(portfolio, { minLength: 200 }), fc.string(), (shuffled, seed) => {
        const turned = shuffled.map((one) => ({ ...one, persons: [...one.persons].reverse() }));
        expect(waveSample(turned, goalOf(), seed)).toEqual(waveSample(portfolio, goalOf(), seed));
      }),
      { seed: 13, numRuns: 25 },
    );
  });

  it('has everybody once, in it or out of it with a reason', () => {
    const { members, leftOut } = waveSample(portfolio, goalOf({ goal: { coverage: 0.45 }, perAccount: 2 }), 's');
    const drawn = new Set(members.map(({ accountId }) => accountId));
    const whole = new Set(
      leftOut.filter(({ reason }) => reason === 'account-not-sampled').map(({ accountId }) => accountId),
    );
    for (const { id, persons } of portfolio) {
      expect(drawn.has(id)).toBe(!whole.has(id));
      const named = [...members, ...leftOut].filter((one) => one.accountId === id && one.contactId !== undefined);
      expect(named.map(({ contactId }) => contactId).sort()).toEqual(
        drawn.has(id) ? persons.map(({ contactId }) => contactId).sort() : [],
      );
    }
  });

  it('counts accounts where revenue is not known', () => {
    const unknown = portfolio.map(({ revenue: _, ...rest }) => rest);
    const { expected } = waveSample(unknown, goalOf({ goal: { by: 'accounts', coverage: 0.4 } }), 's');
    expect(expected.revenue).toBe(0);
    expect(expected.accounts).toBeGreaterThan(0.38);
  });
});

describe('a systematic sample', () => {
  it('draws each unit with exactly its probability, and as many as they add to, give or take one', () => {
    const probabilities = [0.1, 1, 0.25, 0.4, 0.75, 0, 0.5];
    const drawn = new Array<number>(probabilities.length).fill(0);
    const steps = 10_000;
    for (let i = 0; i < steps; i += 1) {
      const sample = systematicSample(probabilities, (i + 0.5) / steps);
      expect(sample.filter(Boolean).length).toBeCloseTo(3, 0);
      sample.forEach((isDrawn, k) => {
        if (isDrawn) drawn[k]! += 1;
      });
    }
    drawn.forEach((count, k) => {
      expect(count / steps).toBeCloseTo(probabilities[k]!, 3);
    });
  });
});
