import { CandorError } from '../errors/index.ts';
import { sha256 } from './sha256.ts';

/**
 * The chance that belongs to a seed and the names of a thing: uniform on [0, 1), 53 bits, the same for ever. Every name
 * is written with its length before it, so that ('ab', 'c') and ('a', 'bc') are two things.
 */
export function chanceOf(seed: string, ...names: readonly string[]): number {
  const words = sha256([seed, ...names].map((name) => `${name.length}:${name}`).join(','));
  return (words[0]! * 2 ** 21 + (words[1]! >>> 11)) / 2 ** 53;
}

/**
 * Is this unit in the sample? Every unit is with probability `share`, by a hash of seed and unit: the same answer at
 * every retry and on every machine, and whoever is in a sample of 10 % is also in one of 20 % with the same seed. Keep
 * `share` with the invitation: the answer is weighted by 1 / share. Refuses a share outside 0..1 (`CND_ARGUMENT`).
 */
export function sampleOf(seed: string, unit: string, share: number): boolean {
  if (!(share >= 0 && share <= 1)) {
    throw new CandorError('CND_ARGUMENT', `sampleOf needs a share between 0 and 1, got ${share}`, { share });
  }
  return chanceOf(seed, 'sample', unit) < share;
}

/** One of several ways to word or time an invitation; `weight` is how often it is drawn beside the others. */
export interface WeightedVariant {
  readonly name: string;
  readonly weight: number;
}

/**
 * Which variant does this unit get? By a hash of seed and unit that is independent of the one of `sampleOf`, in
 * proportion to the weights. The order of the list does not matter. Refuses a list without weight (`CND_ARGUMENT`).
 */
export function variantOf<Variant extends WeightedVariant>(
  seed: string,
  unit: string,
  variants: readonly Variant[],
): Variant {
  const total = variants.reduce((sum, { weight }) => sum + weight, 0);
  if (!(total > 0)) throw new CandorError('CND_ARGUMENT', 'variantOf needs variants with weights above 0, got none');
  let left = chanceOf(seed, 'variant', unit) * total;
  const ordered = [...variants].sort((a, b) => (a.name < b.name ? -1 : 1)).filter(({ weight }) => weight > 0);
  for (const variant of ordered) {
    left -= variant.weight;
    if (left < 0) return variant;
  }
  return ordered.at(-1)!;
}
