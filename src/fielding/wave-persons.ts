import { chanceOf } from './chance.ts';
import { decidingRoles, type RespondentRole } from './facts.ts';
import type { WaveRules } from './programme-rules.ts';

export interface WavePerson {
  readonly contactId: string;
  readonly roles: readonly RespondentRole[];
  /** Whether the rules would let him be asked now: contact rules, opt-outs, bases and addresses are looked at before. */
  readonly canBeAsked: boolean;
}

export interface ChosenPerson {
  readonly contactId: string;
  /** The role in which he is asked; absent where none is known. */
  readonly role?: RespondentRole;
  readonly isDeciding: boolean;
  /** Of being drawn where his account is. */
  readonly probability: number;
}

interface PersonGoal {
  readonly waves: WaveRules;
  readonly roles?: readonly RespondentRole[] | undefined;
}

/** Does the programme ask for a role that he has? */
export function asksFor({ roles }: WavePerson, { roles: wanted }: PersonGoal): boolean {
  return !wanted || wanted.some((role) => roles.includes(role));
}

/**
 * Who of an account is asked if the account is drawn: payers and decision makers first, as many as the goal wants, then
 * by chance among all the others. Each group is a simple sample, so that the probability of each person is known.
 */
export function choosePersons(
  { id, persons }: { readonly id: string; readonly persons: readonly WavePerson[] },
  goal: PersonGoal,
  seed: string,
): ChosenPerson[] {
  const {
    perAccount,
    goal: { decidingPerAccount },
  } = goal.waves;
  const able = persons
    .filter((person) => person.canBeAsked && asksFor(person, goal))
    .map((person) => ({ person, order: chanceOf(seed, 'wave-person', id, person.contactId) }))
    .sort((a, b) => a.order - b.order)
    .map(({ person }) => chosenAs(person, goal));
  const deciding = able.filter(({ isDeciding }) => isDeciding);
  const others = able.filter(({ isDeciding }) => !isDeciding);
  const first = Math.min(decidingPerAccount, deciding.length, perAccount);
  // The seats that are left go to the others, and what those leave free to deciding persons again.
  const second = Math.min(perAccount - first, others.length);
  const more = Math.min(perAccount - first - second, deciding.length - first);
  return [...take(deciding, first + more), ...take(others, second)];
}

function take(group: readonly Omit<ChosenPerson, 'probability'>[], count: number): ChosenPerson[] {
  return group.slice(0, count).map((person) => ({ ...person, probability: count / group.length }));
}

function chosenAs({ contactId, roles }: WavePerson, { roles: wanted }: PersonGoal): Omit<ChosenPerson, 'probability'> {
  const asked = wanted?.find((role) => roles.includes(role)) ?? roles.find((role) => decidingRoles.includes(role));
  const role = asked ?? roles[0];
  return { contactId, ...(role && { role }), isDeciding: roles.some((one) => decidingRoles.includes(one)) };
}
