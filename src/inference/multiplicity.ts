import { CandorError } from '../errors/index.ts';

/**
 * Which of several changes stand when one wants no false one among all of them? Holm's adjusted p-values, in the order
 * given: compare each with 0.05. Valid under any dependence between the tests (neighbouring months share data).
 * Refuses p-values outside 0..1 (CND_ARGUMENT). Source: Holm 1979, Scandinavian Journal of Statistics 6:65-70.
 * @example holm([0.01, 0.04, 0.03]) // => [0.03,0.06,0.06]
 */
export function holm(pValues: readonly number[]): number[] {
  const order = ascending('holm', pValues);
  const adjusted = new Array<number>(pValues.length);
  let largest = 0;
  order.forEach((position, rank) => {
    largest = Math.max(largest, Math.min(1, (pValues.length - rank) * pValues[position]!));
    adjusted[position] = largest;
  });
  return adjusted;
}

/**
 * Which of several segments deserve a look, when a known share of false ones is acceptable? Adjusted p-values that
 * control the false discovery rate, in the order given: compare each with 0.10. Assumes independent or positively
 * dependent tests; for "it changed" use `holm`. Refuses p-values outside 0..1 (CND_ARGUMENT).
 * Source: Benjamini and Hochberg 1995, DOI 10.1111/j.2517-6161.1995.tb02031.x.
 * @example benjaminiHochberg([0.01, 0.04, 0.03]) // => [0.03,0.04,0.04]
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  const order = ascending('benjaminiHochberg', pValues);
  const adjusted = new Array<number>(pValues.length);
  let smallest = 1;
  for (let rank = order.length - 1; rank >= 0; rank--) {
    const position = order[rank]!;
    smallest = Math.min(smallest, (pValues.length * pValues[position]!) / (rank + 1));
    adjusted[position] = smallest;
  }
  return adjusted;
}

function ascending(who: string, pValues: readonly number[]): number[] {
  pValues.forEach((p, position) => {
    if (!(p >= 0 && p <= 1)) {
      throw new CandorError('CND_ARGUMENT', `${who} needs p-values between 0 and 1, got ${p}`, { position });
    }
  });
  return pValues.map((_, position) => position).sort((a, b) => pValues[a]! - pValues[b]! || a - b);
}
