/**
 * Which groups of a table may be shown? Those with at least `floor` respondents, unless the hidden ones could be worked
 * out from the total: at least two are hidden and together they hold the floor, so the smallest shown ones go too.
 * A group without respondents tells nothing and is not hidden. `untold` marks groups that are hidden for another reason.
 * Answers one mark per group.
 *
 * @example hideSmallGroups([40, 3, 12], 5) // => [false,true,true]
 */
export function hideSmallGroups(
  respondents: readonly number[],
  floor: number,
  untold: readonly boolean[] = [],
): boolean[] {
  const hidden = respondents.map((count, group) => count > 0 && (count < floor || untold[group] === true));
  if (!hidden.includes(true)) return hidden;
  const shown = respondents
    .map((count, group) => ({ count, group }))
    .filter(({ count, group }) => count > 0 && !hidden[group])
    .sort((a, b) => a.count - b.count || a.group - b.group);
  const holdsEnough = () => {
    const counts = respondents.filter((_, group) => hidden[group]);
    return counts.length >= 2 && counts.reduce((sum, count) => sum + count, 0) >= floor;
  };
  for (const { group } of shown) {
    if (holdsEnough()) break;
    hidden[group] = true;
  }
  return hidden;
}
