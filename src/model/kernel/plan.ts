import { blockOf, type PathModel } from '../path/path-model.ts';
import { type LaneProgram, lanes, ProgramBuilder } from './lane-program.ts';
import {
  blockSumsProgram,
  type Equation,
  effectsProgram,
  equationsOf,
  loadingSumsProgram,
  outerProgram,
  ownProgram,
  type ScorePair,
  scoreCorrelations,
} from './plan-programs.ts';
import { type Slots, slotsOf } from './plan-slots.ts';
import { type StatisticPlaces, statisticPlaces } from './statistics.ts';

/** A path model compiled to slots and sums; nothing in it depends on the answers. Slots are counted in lanes. */
export interface Plan {
  readonly model: PathModel;
  readonly consistent: boolean;
  readonly places: StatisticPlaces;
  /** Length of the values that a fit works on. */
  readonly length: number;
  readonly blocks: readonly (readonly number[])[];
  readonly slots: Slots;
  readonly equations: readonly Equation[];
  readonly scorePairs: readonly ScorePair[];
  /** Links of centroid weighting: sign of this correlation, in that slot. */
  readonly signs: readonly { readonly correlation: number; readonly sign: number }[];
  readonly programs: Programs;
}

export interface Programs {
  /** Covariances of items with the scores of neighbours, then correlations of scores, from the weights. */
  readonly links: LaneProgram;
  /** New weights before scaling. */
  readonly outer: LaneProgram;
  /** Covariances of the new weights' own blocks, and variances. */
  readonly scale: LaneProgram;
  /** The same for the settled weights: loadings. */
  readonly loadings: LaneProgram;
  readonly effects: LaneProgram;
  readonly blockSums: LaneProgram;
  readonly loadingSums: LaneProgram;
}

/** Compiles a model; `consistent` corrects paths for measurement error (PLSc). */
export function planOf(model: PathModel, consistent = false): Plan {
  const places = statisticPlaces(model);
  const { slots, take } = slotsOf(model, places);
  const blocks = model.constructs.map(blockOf);
  const links = new ProgramBuilder();
  const scores = scoreCorrelations({ model, blocks, slots, take }, links);
  const equations = equationsOf(model, places, slots, scores.slot);
  const signs: { correlation: number; sign: number }[] = [];
  const outer = outerProgram({ model, blocks, slots, take }, scores, places, signs);
  const block = { blocks, slots };
  return {
    model,
    consistent,
    places,
    blocks,
    slots,
    equations,
    scorePairs: scores.pairs,
    signs,
    programs: {
      links: links.build(),
      outer,
      scale: ownProgram(block, slots.next, slots.own, slots.variances),
      loadings: ownProgram(block, slots.weights, slots.statistics + places.loadings),
      effects: effectsProgram(model, places, slots, scores.slot),
      blockSums: blockSumsProgram(block),
      loadingSums: loadingSumsProgram(block, slots.statistics + places.loadings),
    },
    length: take(0) * lanes,
  };
}
