import { type RandomStream, randomStream } from '../numeric/index.ts';
import { drawPoisson, logistic } from './draws.ts';
import { dose, initiatives } from './initiatives.ts';
import { law } from './law.ts';
import { streams } from './streams.ts';
import type { Branch, World } from './world.ts';

/** What the service of a branch measures about itself; each is a numerator over a denominator. */
export const serviceKpis = [
  { id: 'first-contact-resolution', numerator: 'contacts solved at the first attempt', denominator: 'contacts' },
  { id: 'answering-speed', numerator: 'seconds waited', denominator: 'calls answered' },
  { id: 'deflection', numerator: 'sessions solved without a person', denominator: 'self-service sessions' },
  { id: 'return-rate', numerator: 'orders returned', denominator: 'orders' },
] as const;
export type ServiceKpi = (typeof serviceKpis)[number]['id'];

/** One KPI of one branch in one month. */
export interface ServiceMonth {
  readonly branch: number;
  /** 1..36 */
  readonly month: number;
  readonly kpi: ServiceKpi;
  readonly numerator: number;
  readonly denominator: number;
}

/**
 * What did the service of a branch measure about itself in a month? Four KPIs as numerator and denominator. Branches that
 * consumers experience as better solve more at the first contact; initiative B adds to it and shortens the wait; deflection
 * grows by itself in all branches.
 * @example serviceMonth(createWorld({ seed: 7, accounts: 1, lastMonth: '2026-10' }), 0, 1).length // => 4
 */
export function serviceMonth(world: World, branch: number, month: number): ServiceMonth[] {
  const chance = randomStream(world.seed, streams.serviceMonth, branch, month);
  const truth = world.branches[branch]!;
  const operations = dose(truth.waves.B, month);
  const contacts = drawPoisson(chance, 260 * season(month));
  const sessions = drawPoisson(chance, 400 * season(month));
  const orders = drawPoisson(chance, 520 * season(month));
  const facts = {
    'first-contact-resolution': [chance.binomial(contacts, resolutionShare(truth, operations)), contacts],
    'answering-speed': [secondsWaited(contacts, truth, operations, chance), contacts],
    deflection: [chance.binomial(sessions, logistic(-0.8 + 0.02 * month)), sessions],
    'return-rate': [chance.binomial(orders, logistic(-2.7 - 0.5 * truth.consumerEffect)), orders],
  } as const;
  return serviceKpis.map(({ id }) => ({ branch, month, kpi: id, numerator: facts[id][0], denominator: facts[id][1] }));
}

/** Truth: the probability that the first contact solves it. */
export function resolutionShare(branch: Branch, operations: number): number {
  return logistic(0.9 + 1.5 * branch.consumerEffect + initiatives.B.resolutionEffect * operations);
}

/** The winter is busier. */
const season = (month: number): number => 1 + 0.1 * Math.cos((2 * Math.PI * month) / 12);

/** Waits are exponential, so that their sum is a gamma value; its normal approximation is near at 200 and more calls. */
function secondsWaited(calls: number, branch: Branch, operations: number, chance: RandomStream): number {
  const mean = 48 * Math.exp(-0.8 * branch.consumerEffect - 0.25 * operations);
  return Math.round(mean * Math.max(0, calls + Math.sqrt(calls) * chance.normal()));
}

/**
 * The KPIs of all branches and months, one month of a branch after the other.
 * @example [...serviceMonths(createWorld({ seed: 7, accounts: 1, lastMonth: '2026-10' }))].length // => 5760
 */
export function* serviceMonths(world: World): Generator<ServiceMonth> {
  for (const { index } of world.branches) {
    for (let month = 1; month <= law.months; month += 1) yield* serviceMonth(world, index, month);
  }
}
