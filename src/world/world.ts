import { CandorError } from '../errors/index.ts';
import { randomStream } from '../numeric/index.ts';
import { type Calendar, calendarUntil } from './calendar.ts';
import { type InitiativeId, initiativeIds, isInitiative, managementWaves, randomWaves } from './initiatives.ts';
import { consumerLaw, law } from './law.ts';
import { streams } from './streams.ts';

/**
 * Why people do not answer: `experience` (the truth of the demo: the satisfied answer more), `random` (it does not
 * depend on experience), `known` (it follows segment and recent complaints, which an analyst can see).
 */
export const nonResponses = ['experience', 'random', 'known'] as const;
export type NonResponse = (typeof nonResponses)[number];

export interface WorldSettings {
  /** 0..4294967295. */
  readonly seed: number;
  /** Companies, 1..10,000,000. */
  readonly accounts: number;
  /** Consumers, 0..100,000,000; 0 by default. */
  readonly consumers?: number;
  /** The last of the 36 months, as "2026-10". */
  readonly lastMonth: string;
  /** Initiatives that take place; all three by default. The others leave everything else as it is. */
  readonly initiatives?: readonly InitiativeId[];
  /** `experience` by default. */
  readonly nonResponse?: NonResponse;
}

/** A branch with its truth. */
export interface Branch {
  readonly index: number;
  /** What it adds to the experience of decision makers. */
  readonly decisionEffect: number;
  /** What it adds to the experience of consumers. */
  readonly consumerEffect: number;
  /** What each of its agents adds to the experience of consumers. */
  readonly agentEffects: readonly number[];
  /** First month of each initiative, 0 where it has none. */
  readonly waves: Readonly<Record<InitiativeId, number>>;
}

/** Everything that is shared by all accounts: small, and made once. */
export interface World {
  readonly seed: number;
  readonly accounts: number;
  readonly consumers: number;
  readonly calendar: Calendar;
  readonly initiatives: readonly InitiativeId[];
  readonly nonResponse: NonResponse;
  readonly branches: readonly Branch[];
}

/**
 * Which company is simulated? The frame of one: months, branches and initiatives. Accounts and consumers are drawn from
 * it one by one, in any order (`accountHistory`, `consumerHistory`), and are always the same for the same settings.
 *
 * The law is on docs/methods/simulated-company.md. Not for conclusions about real customers: effects were put in. Refuses
 * settings outside their ranges (`CND_ARGUMENT`).
 * @example createWorld({ seed: 7, accounts: 120, lastMonth: '2026-10' }).calendar.months[0].text // => "2023-11"
 */
export function createWorld(settings: WorldSettings): World {
  const { seed, accounts, consumers = 0, initiatives = initiativeIds, nonResponse = 'experience' } = settings;
  demandWhole(seed, 'a seed', 0, 4294967295);
  demandWhole(accounts, 'accounts', 1, 10_000_000);
  demandWhole(consumers, 'consumers', 0, 100_000_000);
  const unknown = initiatives.find((id) => !isInitiative(id));
  if (unknown !== undefined || !nonResponses.includes(nonResponse)) {
    throw new CandorError(
      'CND_ARGUMENT',
      `createWorld needs initiatives of ${initiativeIds.join(', ')} and a non-response of ${nonResponses.join(', ')}, got ${unknown ?? nonResponse}`,
    );
  }
  const calendar = calendarUntil(settings.lastMonth);
  return { seed, accounts, consumers, calendar, initiatives, nonResponse, branches: branchesOf(seed, initiatives) };
}

function demandWhole(value: number, name: string, from: number, to: number): void {
  if (Number.isInteger(value) && value >= from && value <= to) return;
  throw new CandorError(
    'CND_ARGUMENT',
    `createWorld needs ${name} that is a whole number ${from}..${to}, got ${value}`,
    {
      got: String(value),
    },
  );
}

function branchesOf(seed: number, chosen: readonly InitiativeId[]): Branch[] {
  const drawn = Array.from({ length: law.branches }, (_, branch) => {
    const chance = randomStream(seed, streams.branch, branch);
    return { effect: law.branchSpread * chance.normal(), luck: chance.uniform() };
  });
  const begins = {
    A: managementWaves(drawn),
    B: randomWaves(seed, 'B', law.branches),
    C: randomWaves(seed, 'C', law.branches),
  };
  const waveOf = (id: InitiativeId, branch: number): number => (chosen.includes(id) ? begins[id][branch]! : 0);
  return drawn.map(({ effect }, index) => ({
    index,
    decisionEffect: effect,
    consumerEffect: consumerLaw.branchSpread * randomStream(seed, streams.consumerBranch, index).normal(),
    agentEffects: agentEffects(seed, index),
    waves: { A: waveOf('A', index), B: waveOf('B', index), C: waveOf('C', index) },
  }));
}

function agentEffects(seed: number, branch: number): number[] {
  return Array.from(
    { length: consumerLaw.agentsPerBranch },
    (_, agent) => consumerLaw.agentSpread * randomStream(seed, streams.agent, branch, agent).normal(),
  );
}
