/** The answers of both samples as groups of equal values, ascending: how many there are and their common rank, doubled. */
export interface TiedGroup {
  readonly size: number;
  /** Mid-ranks are multiples of one half, so that doubled they are whole. */
  readonly doubledRank: number;
}

/** Sums and products of the largest exact computation, about 0.01 s. */
const largestWork = 3e6;

/** May the exact law be computed? `members` is the size of the smaller sample. */
export function exactIsAffordable(groups: readonly TiedGroup[], members: number): boolean {
  const total = groups.reduce((sum, group) => sum + group.size, 0);
  const choices = groups.reduce((sum, group) => sum + Math.min(group.size, members) + 1, 0);
  // beyond 1000 answers the number of divisions exceeds the largest double
  return total <= 1000 && choices * members * 2 * members * total <= largestWork;
}

/**
 * Probability that the doubled rank sum of the smaller sample is at least as far from its mean as `doubledRankSum`, when
 * every division of the tied answers into the two samples is equally likely.
 */
export function exactRankSumPValue(groups: readonly TiedGroup[], members: number, doubledRankSum: number): number {
  const total = groups.reduce((sum, group) => sum + group.size, 0);
  const largestSum = 2 * members * total;
  let ways: Float64Array[] = Array.from({ length: members + 1 }, () => new Float64Array(largestSum + 1));
  ways[0]![0] = 1;
  for (const group of groups) ways = withGroup(ways, group, largestSum);
  // the mean rank is (total + 1) / 2, so the doubled mean sum is whole
  const mean = members * (total + 1);
  const distance = Math.abs(doubledRankSum - mean);
  let [extreme, all] = [0, 0];
  ways[members]!.forEach((count, sum) => {
    all += count;
    if (Math.abs(sum - mean) >= distance) extreme += count;
  });
  return Math.min(1, extreme / all);
}

function withGroup(
  ways: readonly Float64Array[],
  { size, doubledRank }: TiedGroup,
  largestSum: number,
): Float64Array[] {
  return ways.map((_, members) => {
    const next = new Float64Array(largestSum + 1);
    let choices = 1;
    for (let taken = 0; taken <= Math.min(size, members); taken++) {
      const from = ways[members - taken]!;
      const shift = taken * doubledRank;
      for (let sum = shift; sum <= largestSum; sum++) next[sum] = next[sum]! + choices * from[sum - shift]!;
      choices *= (size - taken) / (taken + 1);
    }
    return next;
  });
}
