import { CandorError } from '../../errors/index.ts';
import { holm } from '../multiplicity.ts';

/** Two units of which one is better beyond what chance among so many pairs makes. */
export interface DifferingPair {
  /** Positions of the units in the list given. */
  readonly better: number;
  readonly worse: number;
  readonly adjustedPValue: number;
}

/** What may be said of the order of units: nothing, or exactly these pairs. */
export type LeagueVerdict =
  | { readonly kind: 'cannot-be-told-apart' }
  | {
      readonly kind: 'some-differ';
      readonly pairs: readonly DifferingPair[];
      /** The units that no other one is proven better than: whoever praises one of them praises all. */
      readonly unbeaten: readonly number[];
    };

/**
 * May these units be ranked? Every pair is tested by `pValueOf` (two-sided) and Holm's correction is made over all pairs, so
 * that at most 5 % of tables of equal units name any. Where no pair stands the verdict is `cannot-be-told-apart`: there is
 * no order to show. `scores` only decide which of two is the better one. Assumes p-values that hold for each pair.
 * Refuses fewer than 2 units (CND_SAMPLE_TOO_SMALL) and p-values outside 0..1 (CND_ARGUMENT).
 * Source: Goldstein and Spiegelhalter 1996, DOI 10.2307/2983325; Holm 1979, Scandinavian Journal of Statistics 6:65-70.
 * @example leagueVerdict([30, 40, 35], () => 0.2) // => {"kind":"cannot-be-told-apart"}
 */
export function leagueVerdict(
  scores: readonly number[],
  pValueOf: (first: number, second: number) => number,
  direction: 'higher-is-better' | 'lower-is-better' = 'higher-is-better',
  level = 0.05,
): LeagueVerdict {
  if (scores.length < 2) {
    throw new CandorError('CND_SAMPLE_TOO_SMALL', `leagueVerdict needs at least 2 units, got ${scores.length}`);
  }
  const all = scores.flatMap((_, first) =>
    scores.slice(first + 1).map((_, rest) => [first, first + 1 + rest] as const),
  );
  const adjusted = holm(all.map(([first, second]) => pValueOf(first, second)));
  const sign = direction === 'higher-is-better' ? 1 : -1;
  const pairs = all.flatMap(([first, second], i) => {
    const adjustedPValue = adjusted[i]!;
    if (!(adjustedPValue < level)) return [];
    const isFirst = sign * (scores[first]! - scores[second]!) > 0;
    return [{ better: isFirst ? first : second, worse: isFirst ? second : first, adjustedPValue }];
  });
  if (pairs.length === 0) return { kind: 'cannot-be-told-apart' };
  const beaten = new Set(pairs.map(({ worse }) => worse));
  return { kind: 'some-differ', pairs, unbeaten: [...scores.keys()].filter((unit) => !beaten.has(unit)) };
}
