import { blockOf, type PathModel } from '../path/path-model.ts';
import { connectedPairs } from '../path/structure.ts';

/** Where each figure of one fit stands among all of them; every list of figures is in the order of the model. */
export interface StatisticPlaces {
  readonly count: number;
  /** Per path. */
  readonly paths: number;
  /** Per connected pair. */
  readonly totals: number;
  /** Per construct that has causes. */
  readonly r2: number;
  /** Per item. */
  readonly weights: number;
  readonly loadings: number;
  /** Per construct. */
  readonly alpha: number;
  readonly rhoA: number;
  readonly rhoC: number;
  readonly ave: number;
  /** Per pair of constructs (0, 1), (0, 2), ..., (1, 2), ... */
  readonly htmt: number;
  /** Per connected pair: index points of the effect for +5 of the cause. */
  readonly impacts: number;
  /** Per construct, 0-100. */
  readonly indices: number;
  readonly pairs: readonly { readonly from: number; readonly to: number }[];
  readonly endogenous: readonly number[];
  /** 1 where no resample can change the figure: single items, and rho_A of formative blocks. */
  readonly fixed: Uint8Array;
}

export function statisticPlaces(model: PathModel): StatisticPlaces {
  const pairs = connectedPairs(model);
  const endogenous = [...model.constructs.keys()].filter((place) => model.causes[place]!.length > 0);
  const [constructs, items] = [model.constructs.length, model.items.length];
  let next = 0;
  const take = (count: number) => {
    next += count;
    return next - count;
  };
  const places = {
    paths: take(model.paths.length),
    totals: take(pairs.length),
    r2: take(endogenous.length),
    weights: take(items),
    loadings: take(items),
    alpha: take(constructs),
    rhoA: take(constructs),
    rhoC: take(constructs),
    ave: take(constructs),
    htmt: take((constructs * (constructs - 1)) / 2),
    impacts: take(pairs.length),
    indices: take(constructs),
  };
  const fixed = new Uint8Array(next);
  for (const [place, construct] of model.constructs.entries()) {
    if (construct.measurement === 'formative') fixed[places.rhoA + place] = 1;
    if (construct.items.length > 1) continue;
    for (const kind of [places.alpha, places.rhoA, places.rhoC, places.ave]) fixed[kind + place] = 1;
    for (const item of blockOf(construct)) {
      fixed[places.weights + item] = 1;
      fixed[places.loadings + item] = 1;
    }
  }
  return { count: next, ...places, pairs, endogenous, fixed };
}
