import type { PathModel } from '../path/path-model.ts';
import { type LaneProgram, lanes, ProgramBuilder, type Term } from './lane-program.ts';
import { pairSlot, type Slots } from './plan-slots.ts';
import type { StatisticPlaces } from './statistics.ts';

/** The regression of one construct on its causes: lower triangle of their correlations, right side, slopes. */
export interface Equation {
  readonly size: number;
  readonly matrix: Int32Array;
  readonly right: Int32Array;
  readonly slopes: Int32Array;
}

/** Two constructs that stand in one equation: the slot of their correlation. */
export interface ScorePair {
  readonly a: number;
  readonly b: number;
  readonly slot: number;
}

/** What the programs of a plan are written for. */
export interface Layout {
  readonly model: PathModel;
  readonly blocks: readonly (readonly number[])[];
  readonly slots: Slots;
  readonly take: (count: number) => number;
}

interface Scores {
  readonly pairs: ScorePair[];
  readonly slot: (a: number, b: number) => number;
  /** First slot of the covariances of the items of `block` with the score of `score`. */
  readonly towards: (block: number, score: number) => number;
}

/**
 * Only links are needed: neighbours in both directions, and causes of one effect among themselves. For 24 items in 7
 * blocks that is two thirds of the products that all scores with all items would take.
 */
export function scoreCorrelations({ model, blocks, slots, take }: Layout, links: ProgramBuilder): Scores {
  const key = (a: number, b: number) => `${a} ${b}`;
  const towards = new Map<string, number>();
  const correlations = new Map<string, number>();
  const pairs: ScorePair[] = [];
  const isLinked = (a: number, b: number) =>
    model.paths.some(({ from, to }) => (from === a && to === b) || (from === b && to === a));
  const wanted = model.causes.flatMap((causes, to) =>
    causes.flatMap((from, index) => [[from, to] as const, ...causes.slice(0, index).map((b) => [from, b] as const)]),
  );
  const covariances = (block: number, score: number) => {
    const first = take(blocks[block]!.length);
    for (const [index, item] of blocks[block]!.entries()) {
      links.sum(
        first + index,
        blocks[score]!.map((other) => [pairSlot(slots, item, other), slots.weights + other]),
      );
    }
    towards.set(key(block, score), first);
    return first;
  };
  for (const [a, b] of wanted) {
    if (correlations.has(key(a, b))) continue;
    const first = covariances(a, b);
    if (isLinked(a, b)) covariances(b, a);
    const slot = take(1);
    links.sum(
      slot,
      blocks[a]!.map((item, index) => [slots.weights + item, first + index]),
    );
    correlations.set(key(a, b), slot).set(key(b, a), slot);
    pairs.push({ a, b, slot });
  }
  return {
    pairs,
    slot: (a, b) => (a === b ? slots.one : correlations.get(key(a, b))!),
    towards: (block, score) => towards.get(key(block, score))!,
  };
}

export function equationsOf(
  model: PathModel,
  places: StatisticPlaces,
  slots: Slots,
  score: Scores['slot'],
): Equation[] {
  return places.endogenous.map((to) => {
    const causes = model.causes[to]!;
    return {
      size: causes.length,
      matrix: Int32Array.from(causes.flatMap((a, index) => causes.slice(0, index + 1).map((b) => score(a, b) * lanes))),
      right: Int32Array.from(causes, (from) => score(from, to) * lanes),
      slopes: Int32Array.from(causes, (from) => pathSlot(model, places, slots, from, to) * lanes),
    };
  });
}

function pathSlot(model: PathModel, places: StatisticPlaces, slots: Slots, from: number, to: number): number {
  const path = model.paths.findIndex((given) => given.from === from && given.to === to);
  return slots.statistics + places.paths + path;
}

/** Inner weights: causes count by slope (path) or correlation, effects by correlation, or both by its sign alone. */
export function outerProgram(
  { model, blocks, slots, take }: Layout,
  scores: Scores,
  places: StatisticPlaces,
  signs: { correlation: number; sign: number }[],
): LaneProgram {
  const outer = new ProgramBuilder();
  for (const [place, block] of blocks.entries()) {
    const links = model.paths.flatMap(({ from, to }) => {
      if (from !== place && to !== place) return [];
      const neighbour = from === place ? to : from;
      const correlation = scores.slot(from, to);
      if (model.weighting === 'centroid') {
        const sign = take(1);
        signs.push({ correlation: correlation * lanes, sign: sign * lanes });
        return [{ neighbour, factor: sign }];
      }
      const isCause = neighbour === from && model.weighting === 'path';
      return [{ neighbour, factor: isCause ? pathSlot(model, places, slots, from, to) : correlation }];
    });
    for (const [index, item] of block.entries()) {
      outer.sum(
        slots.next + item,
        links.map(({ neighbour, factor }) => [factor, scores.towards(place, neighbour) + index]),
      );
    }
  }
  return outer.build();
}

type Blocks = Pick<Layout, 'blocks' | 'slots'>;

/** Covariances of every item with the score of its own block, and on demand the variance of that score. */
export function ownProgram({ blocks, slots }: Blocks, weights: number, into: number, variances?: number): LaneProgram {
  const own = new ProgramBuilder();
  for (const [place, block] of blocks.entries()) {
    for (const item of block) {
      own.sum(
        into + item,
        block.map((other) => [pairSlot(slots, item, other), weights + other]),
      );
    }
    if (variances === undefined) continue;
    own.sum(
      variances + place,
      block.map((item) => [weights + item, into + item]),
    );
  }
  return own.build();
}

/** R squared, and effects over all routes, causes before effects. */
export function effectsProgram(
  model: PathModel,
  places: StatisticPlaces,
  slots: Slots,
  score: Scores['slot'],
): LaneProgram {
  const effects = new ProgramBuilder();
  const path = (from: number, to: number) => pathSlot(model, places, slots, from, to);
  for (const [index, to] of places.endogenous.entries()) {
    effects.sum(
      slots.statistics + places.r2 + index,
      model.causes[to]!.map((from) => [path(from, to), score(from, to)]),
    );
  }
  const total = (from: number, to: number) => {
    if (from === to) return slots.one;
    const at = places.pairs.findIndex((pair) => pair.from === from && pair.to === to);
    return at < 0 ? undefined : slots.statistics + places.totals + at;
  };
  for (const to of model.order) {
    for (const { from } of places.pairs.filter((pair) => pair.to === to)) {
      const terms = model.causes[to]!.flatMap((cause): Term[] => {
        const before = total(from, cause);
        return before === undefined ? [] : [[path(cause, to), before]];
      });
      effects.sum(total(from, to)!, terms);
    }
  }
  return effects.build();
}

/** What reliability, HTMT and indices are made of. */
export function blockSumsProgram({ blocks, slots }: Blocks): LaneProgram {
  const sums = new ProgramBuilder();
  const { one } = slots;
  const magnitude = (a: number, b: number) => slots.magnitudes + pairSlot(slots, a, b) - slots.correlations;
  let pair = slots.magnitudesBetween;
  for (const [place, block] of blocks.entries()) {
    const within = block.flatMap((a, index) => block.slice(0, index).map((b) => [a, b] as const));
    sums.sum(
      slots.within + place,
      within.map(([a, b]) => [pairSlot(slots, a, b), one]),
    );
    sums.sum(
      slots.magnitudesWithin + place,
      within.map(([a, b]) => [magnitude(a, b), one]),
    );
    for (const other of blocks.slice(place + 1)) {
      sums.sum(
        pair++,
        block.flatMap((a) => other.map((b): Term => [magnitude(a, b), one])),
      );
    }
    for (const item of block) {
      sums.sum(slots.squares + item, [[slots.weights + item, slots.weights + item]]);
      sums.sum(slots.ratios + item, [[slots.weights + item, slots.inverseDeviations + item]]);
    }
    sums.sum(
      slots.weightSquares + place,
      block.map((item) => [slots.squares + item, one]),
    );
    sums.sum(
      slots.weightFourths + place,
      block.map((item) => [slots.squares + item, slots.squares + item]),
    );
    sums.sum(
      slots.ratioSums + place,
      block.map((item) => [slots.ratios + item, one]),
    );
    sums.sum(
      slots.ratioMeans + place,
      block.map((item) => [slots.ratios + item, slots.means + item]),
    );
  }
  return sums.build();
}

export function loadingSumsProgram({ blocks, slots }: Blocks, loadings: number): LaneProgram {
  const sums = new ProgramBuilder();
  for (const [place, block] of blocks.entries()) {
    sums.sum(
      slots.loadingSums + place,
      block.map((item) => [loadings + item, slots.one]),
    );
    sums.sum(
      slots.loadingSquares + place,
      block.map((item) => [loadings + item, loadings + item]),
    );
  }
  return sums.build();
}
