import { type RandomStream, randomStream } from '../numeric/index.ts';
import { drawBeta, drawPoisson, drawShare } from './draws.ts';
import { type Language, languageShares, languages } from './language.ts';
import { law, type Segment, segments } from './law.ts';
import { accountName, personName } from './names.ts';
import { streams } from './streams.ts';
import type { Branch, World } from './world.ts';

/** Why a person's view counts; `both` is one who uses and decides. */
export type ContactRole = 'contact person' | 'decision maker' | 'both';

export interface Contact {
  /** 0, 1, … in the account. */
  readonly index: number;
  readonly name: string;
  readonly role: ContactRole;
  readonly language: Language;
  /** Truth: how this person judges, beside the account's experience. */
  readonly effect: number;
}

/** A company that buys, with the truth about how it feels. */
export interface Account {
  /** 0..accounts-1. */
  readonly id: number;
  readonly name: string;
  readonly segment: Segment;
  readonly branch: number;
  /** Euro a year, before growth or decline. */
  readonly annualRevenue: number;
  /** 0..1 */
  readonly marginRate: number;
  /** 0..11: the contract is renewed in the months of the window that leave this remainder when divided by 12. */
  readonly renewal: number;
  readonly contacts: readonly Contact[];
  /** Truth: lasting experience of those who use (contact) and of those who decide, without initiatives. */
  readonly contactLevel: number;
  readonly decisionLevel: number;
  /** Truth: factor of its sales, as a logarithm. */
  readonly salesEffect: number;
  /** Truth: the passing part of both experiences in the first month. */
  readonly firstContactDrift: number;
  readonly firstDecisionDrift: number;
}

/** One account as it is at the beginning. The order of the draws is part of the law: it decides who is who. */
export function drawAccount(world: World, id: number): Account {
  const chance = randomStream(world.seed, streams.account, id);
  const segment = drawSegment(chance);
  const branch = world.branches[Math.floor(chance.uniform() * law.branches)]!;
  const annualRevenue = law.medianRevenue[segment]! * Math.exp(law.revenueSpread * chance.normal());
  const marginRate = drawBeta(chance, law.marginShape[0], law.marginShape[1]);
  const renewal = Math.floor(chance.uniform() * 12);
  const levels = drawLevels(chance, branch);
  const people = drawPeople(chance, segment);
  return {
    id,
    name: accountName(world.seed, id),
    segment: segments[segment]!,
    branch: branch.index,
    annualRevenue,
    marginRate,
    renewal,
    ...levels,
    contacts: introduce(world, id, people),
    salesEffect: law.sales.accountSpread * chance.normal(),
    firstContactDrift: law.contactDrift * chance.normal(),
    firstDecisionDrift: law.decisionDrift * chance.normal(),
  };
}

function drawSegment(chance: RandomStream): number {
  const x = chance.uniform();
  if (x < law.segmentShares[0]) return 0;
  return x < law.segmentShares[0] + law.segmentShares[1] ? 1 : 2;
}

function drawLevels(chance: RandomStream, branch: Branch): { contactLevel: number; decisionLevel: number } {
  const shared = chance.normal();
  const own = chance.normal();
  const mixed = law.sharedExperience * shared + Math.sqrt(1 - law.sharedExperience ** 2) * own;
  return {
    contactLevel: law.contactMean + law.contactSpread * shared,
    decisionLevel: law.decisionMean + law.decisionSpread * mixed + branch.decisionEffect,
  };
}

function drawPeople(chance: RandomStream, segment: number): { role: ContactRole; effect: number }[] {
  const contactPersons = 1 + drawPoisson(chance, law.moreContactPersons[segment]!);
  const decisionMakers = 1 + drawPoisson(chance, law.moreDecisionMakers[segment]!);
  const oneIsBoth = chance.uniform() < law.shareWithBothRoles[segment]!;
  const roles: ContactRole[] = Array.from({ length: contactPersons }, () => 'contact person');
  if (oneIsBoth) roles[0] = 'both';
  else for (let i = 0; i < decisionMakers; i += 1) roles.push('decision maker');
  return roles.map((role) => ({ role, effect: law.personSpread * chance.normal() }));
}

/** Names and languages have their own chance: the law does not depend on what people are called. */
function introduce(world: World, id: number, people: readonly { role: ContactRole; effect: number }[]): Contact[] {
  const chance = randomStream(world.seed, streams.accountPeople, id);
  const home = languages[drawShare(chance, languageShares)]!;
  return people.map(({ role, effect }, index) => {
    // One in ten writes another language than the rest of the company.
    const language = chance.uniform() < 0.1 ? languages[drawShare(chance, languageShares)]! : home;
    return { index, name: personName(chance), role, language, effect };
  });
}
