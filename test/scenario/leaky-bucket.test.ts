import { describe, expect, it } from 'vitest';
import { nps } from '../../src/metrics/index.ts';
import { type AccountHistory, accountHistories, createWorld, type Invitation } from '../../src/world/index.ts';

/**
 * The case of the supplier whose contact persons are content while customers leave: 4,000 accounts, seed 20261122, the
 * management dialogue alone. The figures come from an independent analysis in R of the prototype's files.
 */
const world = createWorld({ seed: 20261122, accounts: 4000, lastMonth: '2026-10', initiatives: ['A'] });
const histories = [...accountHistories(world)];
const takesPart = ({ account }: AccountHistory): boolean => world.branches[account.branch]!.waves.A > 0;

type Chosen = (asked: Invitation, history: AccountHistory) => boolean;
const scoresOf = (chosen: Chosen): number[] =>
  histories.flatMap((history) =>
    history.invitations.filter((asked) => chosen(asked, history)).map(({ score }) => score),
  );
const early: Chosen = ({ month }) => month <= 18;
const late: Chosen = ({ month }) => month >= 28;

/** Share of the accounts of one month that leave in this and the next eleven. */
function yearlyChurn(first: number, chosen: (history: AccountHistory) => boolean): number {
  const there = histories.filter((history) => chosen(history) && history.months.length >= first);
  return there.filter(({ exit }) => exit !== undefined && exit.month < first + 12).length / there.length;
}

describe('the leaky bucket', () => {
  it.each([
    { role: 'contact person', when: early, invited: 98549, all: 41.0618, answered: 33175, seen: 51.4514 },
    { role: 'contact person', when: late, invited: 35481, all: 41.6364, answered: 12057, seen: 51.8122 },
    { role: 'decision maker', when: early, invited: 15147, all: -4.9581, answered: 3055, seen: 9.2963 },
    { role: 'decision maker', when: late, invited: 5317, all: 20.6696, answered: 1195, seen: 35.0628 },
    { role: 'both', when: early, invited: 7175, all: 1.9233, answered: 1949, seen: 14.1611 },
    { role: 'both', when: late, invited: 2405, all: 29.2308, answered: 763, seen: 38.9253 },
  ])('has the NPS of $role over $invited invited and $answered answered', ({ role, when, ...wanted }) => {
    const invited = scoresOf((asked, history) => asked.contact.role === role && when(asked, history));
    const answered = scoresOf(
      (asked, history) => asked.contact.role === role && asked.answered && when(asked, history),
    );
    expect([invited.length, answered.length]).toEqual([wanted.invited, wanted.answered]);
    expect(nps(invited).value).toBeCloseTo(wanted.all, 3);
    expect(nps(answered).value).toBeCloseTo(wanted.seen, 3);
  });

  it('loses a fifth of its accounts a year, and fewer where management talks', () => {
    expect(yearlyChurn(1, () => true)).toBeCloseTo(0.202, 12);
    expect(yearlyChurn(1, takesPart)).toBeCloseTo(0.216659827656955, 12);
    expect(yearlyChurn(1, (history) => !takesPart(history))).toBeCloseTo(0.17914267434421, 12);
    expect(yearlyChurn(25, takesPart)).toBeCloseTo(0.143984220907298, 12);
    expect(yearlyChurn(25, (history) => !takesPart(history))).toBeCloseTo(0.149812734082397, 12);
  });

  it('shows survivors more content without any treatment, and the initiative by the difference of differences', () => {
    const deciding = (part: boolean, when: Chosen, seen: boolean): number =>
      nps(
        scoresOf(
          (asked, history) =>
            asked.contact.role !== 'contact person' &&
            takesPart(history) === part &&
            when(asked, history) &&
            (asked.answered || !seen),
        ),
      ).value;
    const change = (part: boolean, seen: boolean) => deciding(part, late, seen) - deciding(part, early, seen);
    expect(change(true, true)).toBeCloseTo(41.344537815126 - 5.02408809359945, 6);
    expect(change(false, true)).toBeCloseTo(29.1666666666667 - 19.7330791229743, 6);
    expect(change(true, false) - change(false, false)).toBeCloseTo(29.4, 1);
  });

  it('is left by those whose decision makers said less before, hardly by those whose contact persons did', () => {
    /** Last answers before each month, of months that end with an exit and of the others. */
    const fallBeforeExit = (contactPerson: boolean) => {
      const sums = { stay: { total: 0, n: 0 }, leave: { total: 0, n: 0 } };
      for (const { months, invitations } of histories) {
        const said = invitations.filter((a) => a.answered && (a.contact.role === 'contact person') === contactPerson);
        for (const { month, exited } of months) {
          const last = said.findLast((asked) => asked.month < month && asked.month >= month - 12);
          if (last === undefined) continue;
          const group = exited ? sums.leave : sums.stay;
          group.total += last.score;
          group.n += 1;
        }
      }
      expect(sums.leave.n).toBeGreaterThan(500);
      return sums.stay.total / sums.stay.n - sums.leave.total / sums.leave.n;
    };
    const [contact, deciding] = [fallBeforeExit(true), fallBeforeExit(false)];
    // Half a point on the one side; on the other what the two experiences have in common (correlation .25).
    expect(deciding).toBeGreaterThan(0.5);
    expect(Math.abs(contact)).toBeLessThan(0.5 * deciding);
  });
});
