import { CandorError } from '../errors/index.ts';
import { type RandomStream, randomStream } from '../numeric/index.ts';
import { type Account, type Contact, drawAccount } from './account.ts';
import { drawPoisson } from './draws.ts';
import { type EncounterItems, encounterItems } from './encounter-items.ts';
import { drawExitReason, type ExitReason } from './exit-reason.ts';
import { dose, type InitiativeId, initiatives, laggedMonth } from './initiatives.ts';
import { detailInvitation, type InvitationDetail } from './invitation-detail.ts';
import { law, segments } from './law.ts';
import { answers, type ResponseSituation, responseChance } from './response.ts';
import { streams } from './streams.ts';
import type { Branch, World } from './world.ts';

/** One month of one account, with its truth. */
export interface AccountMonth {
  /** 1..36 */
  readonly month: number;
  /** Truth: experience of those who use and of those who decide. */
  readonly contactExperience: number;
  readonly decisionExperience: number;
  /** Truth: the decision makers' experience a month before, which is what churn follows. */
  readonly laggedDecisionExperience: number;
  readonly doses: Readonly<Record<InitiativeId, number>>;
  readonly renewal: boolean;
  /** Truth: probability of leaving at the end of this month. */
  readonly hazard: number;
  /** Euro of this month. */
  readonly revenue: number;
  readonly exited: boolean;
}

/** One person asked once. Who does not answer has a score too: the truth that a real company never sees. */
export interface Invitation extends InvitationDetail {
  /** 0, 1, … in the account's month. */
  readonly number: number;
  readonly contact: Contact;
  readonly month: number;
  readonly level: 'encounter' | 'relationship';
  /** Truth for those who do not answer. */
  readonly score: number;
  /** After an encounter only. */
  readonly items: EncounterItems | undefined;
  readonly answered: boolean;
}

export interface AccountHistory {
  readonly account: Account;
  readonly months: readonly AccountMonth[];
  readonly invitations: readonly Invitation[];
  readonly exit: { readonly month: number; readonly reason: ExitReason } | undefined;
}

/** What is carried from month to month. */
interface Passing {
  contactDrift: number;
  decisionDrift: number;
  /** Decision makers' experience by month, from 1. */
  readonly decisionPath: number[];
  /** By contact: last month with an invitation and with a complaint. */
  readonly lastInvited: number[];
  readonly lastComplaint: number[];
}

/**
 * What happened to one account in the 36 months? Its people, every month's truth and sales, every invitation and answer,
 * and its exit. Can be asked for any account alone; the same as in `accountHistories`.
 *
 * Refuses an id that the world does not have (`CND_ARGUMENT`).
 * @example accountHistory(createWorld({ seed: 7, accounts: 120, lastMonth: '2026-10' }), 2).exit.month // => 29
 */
export function accountHistory(world: World, id: number): AccountHistory {
  if (!(Number.isInteger(id) && id >= 0 && id < world.accounts)) {
    throw new CandorError('CND_ARGUMENT', `accountHistory needs an account 0..${world.accounts - 1}, got ${id}`, {
      id: String(id),
    });
  }
  const account = drawAccount(world, id);
  const passing: Passing = {
    contactDrift: account.firstContactDrift,
    decisionDrift: account.firstDecisionDrift,
    decisionPath: [0],
    lastInvited: account.contacts.map(() => -99),
    lastComplaint: account.contacts.map(() => -99),
  };
  const months: AccountMonth[] = [];
  const invitations: Invitation[] = [];
  for (let month = 1; month <= law.months; month += 1) {
    const chance = randomStream(world.seed, streams.accountMonth, id, month);
    const beginning = beginMonth(world.branches[account.branch]!, account, passing, month, chance);
    askPeople(world, account, passing, beginning, chance, invitations);
    const exited = chance.uniform() < beginning.hazard;
    months.push({ ...beginning, exited });
    if (exited) return { account, months, invitations, exit: { month, reason: drawExitReason(world, id, beginning) } };
  }
  return { account, months, invitations, exit: undefined };
}

/**
 * The accounts of the company one after the other: memory holds one at a time.
 * @example accountHistories(createWorld({ seed: 7, accounts: 1, lastMonth: '2026-10' })).next().value.months.length // => 36
 */
export function* accountHistories(world: World): Generator<AccountHistory> {
  for (let id = 0; id < world.accounts; id += 1) yield accountHistory(world, id);
}

function beginMonth(
  branch: Branch,
  account: Account,
  passing: Passing,
  month: number,
  chance: RandomStream,
): Omit<AccountMonth, 'exited'> {
  drift(passing, month, chance);
  const doses = { A: dose(branch.waves.A, month), B: dose(branch.waves.B, month), C: dose(branch.waves.C, month) };
  const { A, B } = initiatives;
  const contactExperience = account.contactLevel + passing.contactDrift + B.contactEffect * doses.B;
  const decisionExperience = account.decisionLevel + passing.decisionDrift + A.decisionEffect * doses.A;
  passing.decisionPath[month] = decisionExperience;
  const laggedDecisionExperience = month > 1 ? passing.decisionPath[month - 1]! : decisionExperience;
  const renewal = month % 12 === account.renewal;
  const { churn } = law;
  const logHazard =
    churn.base +
    churn.decision * laggedDecisionExperience +
    churn.contact * contactExperience +
    churn.segment[segments.indexOf(account.segment)]! +
    churn.renewal * (renewal ? 1 : 0);
  return {
    month,
    contactExperience,
    decisionExperience,
    laggedDecisionExperience,
    doses,
    renewal,
    hazard: 1 - Math.exp(-Math.exp(logHazard)),
    revenue: drawRevenue(account, passing, month, chance),
  };
}

function drift(passing: Passing, month: number, chance: RandomStream): void {
  if (month === 1) return;
  const { persistence } = law;
  const fresh = Math.sqrt(1 - persistence ** 2);
  passing.contactDrift = persistence * passing.contactDrift + fresh * law.contactDrift * chance.normal();
  passing.decisionDrift = persistence * passing.decisionDrift + fresh * law.decisionDrift * chance.normal();
}

function drawRevenue(account: Account, passing: Passing, month: number, chance: RandomStream): number {
  const { sales } = law;
  const logarithm =
    Math.log(account.annualRevenue / 12) +
    account.salesEffect +
    sales.season * Math.sin((2 * Math.PI * month) / 12) +
    sales.decision * passing.decisionPath[laggedMonth(month)]! +
    sales.noise * chance.normal();
  return Math.exp(logarithm);
}

function askPeople(
  world: World,
  account: Account,
  passing: Passing,
  now: Omit<AccountMonth, 'exited'>,
  chance: RandomStream,
  invitations: Invitation[],
): void {
  const { month } = now;
  const wave = (month + (account.id % law.relationshipEvery)) % law.relationshipEvery === 0 ? 1 : 0;
  let detail: RandomStream | undefined;
  let itemChance: RandomStream | undefined;
  let number = 0;
  for (const contact of account.contacts) {
    const { index, role } = contact;
    const decides = role === 'decision maker';
    const experience = (role === 'contact person' ? now.contactExperience : now.decisionExperience) + contact.effect;
    const encounters = drawPoisson(chance, decides ? law.decisionEncounters : law.contactEncounters);
    for (let k = 0; k < encounters + wave; k += 1) {
      detail ??= randomStream(world.seed, streams.accountMonthDetail, account.id, month);
      const level = k < encounters ? 'encounter' : 'relationship';
      const situation: ResponseSituation = {
        nonResponse: world.nonResponse,
        experience,
        decides,
        relationship: level === 'relationship',
        invitedLately: month - passing.lastInvited[index]! <= 1,
        large: account.segment === 'large',
        recentComplaint: month - passing.lastComplaint[index]! <= 2,
      };
      passing.lastInvited[index] = month;
      const score = answers(experience, chance);
      itemChance ??= randomStream(world.seed, streams.accountMonthItems, account.id, month);
      const items = level === 'encounter' ? encounterItems(experience, itemChance) : undefined;
      const answered = chance.uniform() < responseChance(law.response.base, situation);
      const details = detailInvitation(world.calendar, { contact, month, level, score, answered }, detail);
      if (details.complaint) passing.lastComplaint[index] = month;
      invitations.push({ number, contact, month, level, score, items, answered, ...details });
      number += 1;
    }
  }
}
