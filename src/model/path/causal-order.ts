import { CandorError } from '../../errors/index.ts';

/** An arrow by the places of the constructs at its ends. */
export interface ModelPath {
  readonly from: number;
  readonly to: number;
}

/**
 * Places so ordered that causes stand before their effects; among those that are free the one named first comes first.
 * Effects that come back to their cause are refused, the whole circle named (`CND_MODEL_CYCLE`): least squares, one
 * equation at a time, has no answer there.
 */
export function causalOrder(names: readonly string[], paths: readonly ModelPath[]): number[] {
  const order: number[] = [];
  const isPlaced = names.map(() => false);
  while (order.length < names.length) {
    const next = names.findIndex(
      (_, place) => !isPlaced[place] && paths.every(({ from, to }) => to !== place || isPlaced[from]),
    );
    if (next < 0) throw cycleError(names, paths, isPlaced);
    isPlaced[next] = true;
    order.push(next);
  }
  return order;
}

/** Every construct that could not be placed has a cause that could not either: walking back must meet itself. */
function cycleError(names: readonly string[], paths: readonly ModelPath[], isPlaced: readonly boolean[]): CandorError {
  const walk = [isPlaced.indexOf(false)];
  for (;;) {
    const back = paths.find(({ from, to }) => to === walk.at(-1) && !isPlaced[from])!.from;
    const met = walk.indexOf(back);
    walk.push(back);
    if (met < 0) continue;
    const cycle = walk
      .slice(met)
      .reverse()
      .map((place) => names[place]!);
    const message = `pathModel needs paths without a circle, got ${cycle.join(' -> ')}`;
    return new CandorError('CND_MODEL_CYCLE', message, { cycle });
  }
}
