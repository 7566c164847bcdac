/** One unit of a list to be sampled with unequal probabilities. */
export interface SampledUnit {
  readonly canBeAsked: boolean;
  /** What its probability is in proportion to. */
  readonly size: number;
  /** What asking it is expected to add to what is needed. */
  readonly gain: number;
}

const bisections = 60;

/**
 * The least probabilities, in proportion to size but from `least` to 1, with which the expected gain reaches what is
 * needed; all of 1 where even that does not, and `least` where nothing is needed. A unit that cannot be asked has 0.
 */
export function inclusionProbabilities(
  units: readonly SampledUnit[],
  { needed, least }: { needed: number; least: number },
): number[] {
  const at = (factor: number) =>
    units.map(({ canBeAsked, size }) => (canBeAsked ? Math.min(1, Math.max(least, factor * size)) : 0));
  const gainOf = (probabilities: readonly number[]) =>
    probabilities.reduce((sum, probability, i) => sum + probability * units[i]!.gain, 0);
  const sizes = units.filter(({ canBeAsked, size }) => canBeAsked && size > 0).map(({ size }) => size);
  if (sizes.length === 0 || gainOf(at(0)) >= needed) return at(0);
  let [low, high] = [0, 1 / Math.min(...sizes)];
  if (gainOf(at(high)) <= needed) return at(high);
  for (let step = 0; step < bisections; step += 1) {
    const middle = (low + high) / 2;
    if (gainOf(at(middle)) >= needed) high = middle;
    else low = middle;
  }
  return at(high);
}

/**
 * Which units are drawn? Along the list the probabilities are added up, and a unit is drawn where the sum passes
 * `start`, `start + 1`, `start + 2` and so on: each with exactly its probability, and as many as they add to, give or
 * take one. `start` is uniform on [0, 1). Source: Madow 1949, DOI 10.1214/aoms/1177729988.
 */
export function systematicSample(probabilities: readonly number[], start: number): boolean[] {
  let sum = 0;
  return probabilities.map((probability) => {
    const before = Math.ceil(sum - start);
    sum += probability;
    return probability > 0 && Math.ceil(sum - start) > before;
  });
}
