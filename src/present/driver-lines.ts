import type { Interval } from '../inference/index.ts';
import { type DriverShare, topShare } from '../model/index.ts';
import { alignedColumns } from './aligned-columns.ts';
import { numberText } from './numbers.ts';

/** The part of a result of `candor analyze drivers` that a terminal shows. */
interface ToldDrivers {
  readonly outcome: string;
  readonly n: number;
  readonly r2: number;
  readonly decomposition: 'lmg' | 'johnson';
  readonly confidence: number;
  readonly shares: readonly DriverShare[];
  readonly resamples: { readonly used: number };
}

const percent = (share: number) => numberText(100 * share, 0, 'en');
const range = ({ low, high }: Interval) => `${percent(low)} to ${percent(high)} %`;
const directions = { with: 'goes with', against: 'goes against', unclear: 'unclear (suppressor)' } as const;

/** Drivers in a terminal: the sentence first, then every driver from the largest share to the smallest. */
export function driverLines(result: { readonly [field: string]: unknown }): string[] {
  const { outcome, n, r2, decomposition, confidence, shares, resamples } = result as unknown as ToldDrivers;
  const ranked = [...shares].sort((a, b) => b.share - a.share);
  const first = ranked[0]!;
  const explained = `${percent(first.ofExplained.value)} % (${range(first.ofExplained.interval)}) of what these columns explain`;
  const often = `first in ${percent(first.rankFirst)} % of ${numberText(resamples.used, 0, 'en')} resamples`;
  const sentence =
    first.rankFirst >= topShare
      ? `${first.driver} goes with ${outcome} the most: ${explained}; ${often}.`
      : `Which column goes with ${outcome} the most is not known; ${first.driver} has ${explained}; ${often}.`;
  const confidenceText = `${numberText(100 * confidence, Number.isInteger(100 * confidence) ? 0 : 1, 'en')} % interval`;
  return [
    sentence,
    '',
    ...alignedColumns(
      ['driver', 'share', confidenceText, 'in R2', 'first in', 'coefficient', 'direction'],
      ranked.map(({ driver, share, ofExplained, rankFirst, coefficient, direction }) => [
        driver,
        `${percent(ofExplained.value)} %`,
        range(ofExplained.interval),
        numberText(share, 3, 'en'),
        `${percent(rankFirst)} %`,
        numberText(coefficient, 2, 'en'),
        directions[direction],
      ]),
    ),
    '',
    `R2 ${numberText(r2, 3, 'en')}, n ${numberText(n, 0, 'en')}, ${decomposition === 'lmg' ? 'LMG (average over all orders)' : 'relative weights (Johnson)'}. What goes with the outcome need not cause it.`,
  ];
}
