import { describe, expect, test } from 'vitest';
import { type AccountHistory, accountHistories, createWorld } from '../../src/world/index.ts';
import { reference } from './oracle.ts';

/** The prototype knows the management dialogue only; its roles and segments are abbreviated. */
const world = createWorld({ seed: 7, accounts: 120, lastMonth: '2026-10', initiatives: ['A'] });
const histories = [...accountHistories(world)];
const linesOf = (name: string): string[] => reference(`world-seed-7-${name}.csv`).trim().split('\n').slice(1);
const roles = { 'contact person': 'CP', 'decision maker': 'DM', both: 'BOTH' } as const;
const flag = (value: boolean): number => (value ? 1 : 0);

const accountLine = ({ account, months, exit }: AccountHistory): string => {
  const decisionMakers = account.contacts.filter(({ role }) => role !== 'contact person').length;
  const contactPersons = account.contacts.filter(({ role }) => role !== 'decision maker').length;
  return [
    account.id,
    ['small', 'middle', 'large'].indexOf(account.segment),
    account.branch,
    world.branches[account.branch]!.waves.A,
    account.annualRevenue.toFixed(2),
    account.marginRate.toFixed(4),
    account.renewal,
    contactPersons,
    decisionMakers,
    months.length,
    flag(exit !== undefined),
  ].join();
};

const monthLines = ({ account, months, invitations }: AccountHistory): string[] =>
  months.map((now) => {
    const wave = world.branches[account.branch]!.waves.A;
    const answered = invitations.filter(({ month, answered }) => month === now.month && answered);
    const contact = answered.filter(({ contact: { role } }) => role === 'contact person').map(({ score }) => score);
    const deciding = answered.filter(({ contact: { role } }) => role !== 'contact person').map(({ score }) => score);
    const total = (scores: number[]) => scores.reduce((sum, score) => sum + score, 0);
    return [
      account.id,
      now.month,
      now.doses.A.toFixed(3),
      flag(wave > 0 && now.month >= wave),
      now.contactExperience.toFixed(4),
      now.decisionExperience.toFixed(4),
      now.laggedDecisionExperience.toFixed(4),
      flag(now.renewal),
      now.revenue.toFixed(2),
      contact.length,
      total(contact),
      deciding.length,
      total(deciding),
      flag(now.exited),
    ].join();
  });

const invitationLines = ({ account, invitations }: AccountHistory): string[] =>
  invitations.map(({ contact, month, level, score, answered }) =>
    [
      account.id,
      contact.index,
      roles[contact.role],
      month,
      level === 'encounter' ? 'E' : 'R',
      score,
      flag(answered),
    ].join(),
  );

describe('agrees with the prototype of the world, seed 7, 120 accounts, to every printed digit', () => {
  test('accounts', () => expect(histories.map(accountLine)).toEqual(linesOf('accounts')));
  test('months with their truth', () => expect(histories.flatMap(monthLines)).toEqual(linesOf('account-month')));
  test('invitations', () => expect(histories.flatMap(invitationLines)).toEqual(linesOf('invitations')));
});
