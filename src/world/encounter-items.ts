import type { RandomStream } from '../numeric/index.ts';
import { law } from './law.ts';

/** What is asked about an encounter beside the recommendation. Drawn also for those who do not answer. */
export interface EncounterItems {
  /** How satisfied, 1..5. */
  readonly satisfaction: number;
  /** How easy it was, 1..7. */
  readonly ease: number;
}

/** The same experience with a noise of its own for each item: they go together, but none repeats another. */
export function encounterItems(experience: number, chance: RandomStream): EncounterItems {
  const { satisfaction, ease } = law.items;
  return { satisfaction: onScale(experience, satisfaction, chance), ease: onScale(experience, ease, chance) };
}

function onScale(
  experience: number,
  item: { readonly base: number; readonly slope: number; readonly noise: number; readonly most: number },
  chance: RandomStream,
): number {
  const value = Math.round(item.base + item.slope * experience + item.noise * chance.normal());
  return Math.max(1, Math.min(item.most, value));
}
