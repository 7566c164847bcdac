import { CandorError } from '../../errors/index.ts';
import { stakeAtStart, stakePerDay } from './bets.ts';

/**
 * Of many monitors watched together, which are flagged so that of those flagged at most this share is false on average?
 * e-BH on evidence over its bound for a horizon of so many years fixed beforehand, 0.25 + 0.75 T: the k largest, k the most for
 * which the k-th is at least m / (share x k). The evidence is that of one look, going on after an alarm; not the highest it was. A theorem for monitors against a target, under any dependence; simulation for
 * those with an estimated baseline. Answers the places of the flagged ones, largest evidence first. Refuses a share outside
 * (0, 1) and years that are not above 0 (CND_ARGUMENT).
 * Source: Wang and Ramdas 2022, DOI 10.1111/rssb.12489.
 * @example flagTogether([900, 3, 700, 0.2], { years: 1 }) // => [0,2]
 */
export function flagTogether(
  evidence: readonly number[],
  { share = 0.05, years }: { readonly share?: number; readonly years: number },
): number[] {
  if (!(share > 0 && share < 1)) throw refused('share', 'between 0 and 1', share);
  if (!(years > 0)) throw refused('years', 'above 0', years);
  const bound = stakeAtStart + stakePerDay * 365 * years;
  const places = evidence
    .map((value, place) => ({ value: value / bound, place }))
    .sort((a, b) => b.value - a.value || a.place - b.place);
  const m = places.length;
  let flagged = 0;
  places.forEach(({ value }, i) => {
    if (value >= m / (share * (i + 1))) flagged = i + 1;
  });
  return places.slice(0, flagged).map(({ place }) => place);
}

function refused(argument: string, needs: string, value: number): CandorError {
  return new CandorError('CND_ARGUMENT', `flagTogether: ${argument} needs to be ${needs}, got ${value}`, { argument });
}
