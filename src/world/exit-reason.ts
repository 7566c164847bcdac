import { randomStream } from '../numeric/index.ts';
import { drawShare, logistic } from './draws.ts';
import { streams } from './streams.ts';
import type { World } from './world.ts';

/** What a leaving account says. Price is said often, whatever the truth: it is the easiest thing to say. */
export const exitReasons = ['price', 'competitor', 'no contact with management', 'no more need', 'merger'] as const;
export type ExitReason = (typeof exitReasons)[number];

/** The worse the decision makers' experience, the more often they say that they miss our management. */
export function drawExitReason(world: World, id: number, now: { decisionExperience: number }): ExitReason {
  const chance = randomStream(world.seed, streams.accountExit, id);
  const silent = 0.3 * logistic(-1.5 * (now.decisionExperience + 0.35));
  return exitReasons[drawShare(chance, [0.35, 0.37 - silent, 0.05 + silent, 0.15, 0.08])]!;
}
