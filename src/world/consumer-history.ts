import { CandorError } from '../errors/index.ts';
import { type RandomStream, randomStream } from '../numeric/index.ts';
import { type Calendar, monthAt } from './calendar.ts';
import { drawBeta, drawGamma, drawShare, logistic } from './draws.ts';
import { type EncounterItems, encounterItems } from './encounter-items.ts';
import { answerDetail } from './invitation-detail.ts';
import { type Language, languageShares, languages } from './language.ts';
import { consumerLaw } from './law.ts';
import { personName } from './names.ts';
import { answers, responseChance } from './response.ts';
import { streams } from './streams.ts';
import { consumerTouchpoints, type Touchpoint } from './touchpoints.ts';
import type { Branch, World } from './world.ts';

/** A person who buys, with the truth about it. */
export interface Consumer {
  /** 0..consumers-1. */
  readonly id: number;
  readonly name: string;
  readonly language: Language;
  readonly branch: number;
  /** Truth: lasting experience above or below the mean of all consumers. */
  readonly experience: number;
  /** Truth: purchases a week while a customer. */
  readonly purchaseRate: number;
  /** Truth: probability of never buying again after a repeat purchase. */
  readonly dropout: number;
  /** Truth: euro of a purchase on average. */
  readonly meanSpend: number;
}

/** One purchase, the encounter it was, and the invitation that followed. */
export interface Purchase {
  /** 0, 1, … of the consumer. */
  readonly number: number;
  readonly month: number;
  readonly amount: number;
  readonly touchpoint: Touchpoint;
  /** 0..5 in the branch; none on the web. */
  readonly agent: number | undefined;
  /** Minutes since the beginning of the month, UTC. */
  readonly occurredAt: number;
  readonly invitedAt: number;
  readonly respondedAt: number | undefined;
  /** Truth for those who do not answer. */
  readonly score: number;
  readonly items: EncounterItems;
  readonly answered: boolean;
  readonly comment: string | undefined;
}

export interface ConsumerHistory {
  readonly consumer: Consumer;
  readonly purchases: readonly Purchase[];
  /** Truth: still a customer at the end of the window. Nobody tells a shop that he will not come again. */
  readonly alive: boolean;
}

/**
 * What did one consumer buy in the 36 months, and what did he answer? Purchases by BG/NBD with a dropout that experience
 * makes rarer, spend by Gamma-Gamma. Can be asked for any consumer alone; the same as in `consumerHistories`.
 *
 * Refuses an id that the world does not have (`CND_ARGUMENT`).
 * Sources: Fader, Hardie and Lee 2005, doi:10.1287/mksc.1040.0098; Fader and Hardie, The Gamma-Gamma model (2013).
 * @example consumerHistory(createWorld({ seed: 7, accounts: 1, consumers: 9, lastMonth: '2026-10' }), 3).consumer.id // => 3
 */
export function consumerHistory(world: World, id: number): ConsumerHistory {
  if (!(Number.isInteger(id) && id >= 0 && id < world.consumers)) {
    throw new CandorError('CND_ARGUMENT', `consumerHistory needs a consumer of the ${world.consumers}, got ${id}`, {
      id: String(id),
    });
  }
  const { consumer, firstDay } = drawConsumer(world, id);
  const chance = randomStream(world.seed, streams.consumerPurchases, id);
  const detail = randomStream(world.seed, streams.consumerEncounter, id);
  const itemChance = randomStream(world.seed, streams.consumerItems, id);
  const purchases: Purchase[] = [];
  let alive = true;
  let lastDay = -99;
  for (let day = firstDay; day < world.calendar.days; ) {
    const amount = drawSpend(consumer, chance);
    const invitedLately = day - lastDay <= 30;
    const purchase = { day, amount, number: purchases.length, invitedLately };
    purchases.push(meet(world, consumer, purchase, { detail, itemChance }));
    lastDay = day;
    alive = purchases.length === 1 || chance.uniform() >= consumer.dropout;
    if (!alive) break;
    day += (7 * -Math.log(chance.uniform())) / consumer.purchaseRate;
  }
  return { consumer, purchases, alive };
}

/**
 * The consumers one after the other: memory holds one at a time.
 * @example [...consumerHistories(createWorld({ seed: 7, accounts: 1, consumers: 9, lastMonth: '2026-10' }))].length // => 9
 */
export function* consumerHistories(world: World): Generator<ConsumerHistory> {
  for (let id = 0; id < world.consumers; id += 1) yield consumerHistory(world, id);
}

function drawConsumer(world: World, id: number): { consumer: Consumer; firstDay: number } {
  const chance = randomStream(world.seed, streams.consumer, id);
  const { purchaseShape, purchaseRate, dropoutShape, spend, dropoutOfExperience } = consumerLaw;
  const branch = Math.floor(chance.uniform() * world.branches.length);
  const experience = consumerLaw.spread * chance.normal();
  // A rate of exactly 0 would make the next purchase infinitely late, which is what the smallest rates do anyway.
  const rate = Math.max(1e-300, drawGamma(chance, purchaseShape) / purchaseRate);
  const usual = drawBeta(chance, dropoutShape[0], dropoutShape[1]);
  const dropout = logistic(Math.log(usual / (1 - usual)) + dropoutOfExperience * experience);
  const meanSpend = (spend.shape * spend.customerRate) / drawGamma(chance, spend.customerShape);
  const firstDay = chance.uniform() * world.calendar.days;
  const language = languages[drawShare(chance, languageShares)]!;
  const name = personName(chance);
  return {
    consumer: { id, name, language, branch, experience, purchaseRate: rate, dropout, meanSpend },
    firstDay,
  };
}

function drawSpend({ meanSpend }: Consumer, chance: RandomStream): number {
  const { shape } = consumerLaw.spend;
  return (meanSpend * drawGamma(chance, shape)) / shape;
}

function meet(
  world: World,
  consumer: Consumer,
  purchase: { day: number; amount: number; number: number; invitedLately: boolean },
  { detail: chance, itemChance }: { readonly detail: RandomStream; readonly itemChance: RandomStream },
): Purchase {
  const { day, amount, number, invitedLately } = purchase;
  const place = drawShare(chance, consumerLaw.touchpointShares);
  const touchpoint = consumerTouchpoints[place]!;
  const agent = Math.floor(chance.uniform() * consumerLaw.agentsPerBranch);
  const branch = world.branches[consumer.branch]!;
  const experience = experienceOf(consumer, branch, place, agent);
  const score = answers(experience, chance);
  const items = encounterItems(experience, itemChance);
  const situation = {
    nonResponse: world.nonResponse,
    experience,
    decides: false,
    relationship: false,
    invitedLately,
    large: false,
    recentComplaint: false,
  };
  const answered = chance.uniform() < responseChance(consumerLaw.responseBase, situation);
  const { month, occurredAt } = openingHours(world.calendar, day);
  const invitedAt = occurredAt + 60;
  const words = { language: consumer.language, topic: touchpoint, score, invitedAt };
  const answer = answerDetail(world.calendar, { month, score, answered }, words, chance);
  const served = touchpoint === 'web' ? undefined : agent;
  return { number, month, amount, touchpoint, agent: served, occurredAt, invitedAt, score, items, answered, ...answer };
}

function experienceOf(consumer: Consumer, branch: Branch, place: number, agent: number): number {
  const served = consumerTouchpoints[place] === 'web' ? 0 : branch.agentEffects[agent]!;
  const where = consumerLaw.touchpointEffects[place]! + branch.consumerEffect + served;
  return consumerLaw.mean + consumer.experience + where;
}

/** The same day, from 7:00 to 18:59 UTC; the order of purchases stays. */
function openingHours(calendar: Calendar, day: number): { month: number; occurredAt: number } {
  const month = monthAt(calendar, day);
  const dayOfMonth = Math.floor(day) - calendar.months[month - 1]!.before;
  return { month, occurredAt: dayOfMonth * 1440 + 420 + Math.floor((day - Math.floor(day)) * 720) };
}
