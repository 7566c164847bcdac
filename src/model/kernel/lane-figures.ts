import { lanes } from './lane-program.ts';
import type { Plan } from './plan.ts';

/** What follows from settled weights, for four lanes at once: each function reads and writes slots of the plan. */

/** A construct whose loadings add up to less than 0 is turned round; weights become statistics. */
export function turnConstructs({ blocks, slots, places }: Plan, values: Float64Array): void {
  const [loadings, weights] = [slots.statistics + places.loadings, slots.statistics + places.weights];
  for (const block of blocks) {
    for (let lane = 0; lane < lanes; lane++) {
      let sum = 0;
      for (const item of block) sum += values[(loadings + item) * lanes + lane]!;
      const turn = sum < 0 ? -1 : 1;
      for (const item of block) {
        values[(loadings + item) * lanes + lane]! *= turn;
        values[(slots.weights + item) * lanes + lane]! *= turn;
        values[(weights + item) * lanes + lane] = values[(slots.weights + item) * lanes + lane]!;
      }
    }
  }
}

export function absoluteCorrelations({ slots }: Plan, values: Float64Array): void {
  const end = slots.magnitudes * lanes;
  const shift = (slots.magnitudes - slots.correlations) * lanes;
  for (let at = slots.correlations * lanes; at < end; at++) values[at + shift] = Math.abs(values[at]!);
}

function rhoAOf({ slots, model, blocks }: Plan, values: Float64Array, place: number, lane: number): number {
  if (blocks[place]!.length === 1 || model.constructs[place]!.measurement === 'formative') return 1;
  const squares = values[(slots.weightSquares + place) * lanes + lane]!;
  const fourths = values[(slots.weightFourths + place) * lanes + lane]!;
  // The score has variance 1, so what its weights share off the diagonal is 1 - w'w.
  return (squares * squares * (1 - squares)) / (squares * squares - fourths);
}

/** Consistent PLS (Dijkstra and Henseler 2015, DOI 10.25300/MISQ/2015/39.2.02): correlations over the root of both reliabilities. */
export function correctForError(plan: Plan, values: Float64Array): void {
  const { slots, places, scorePairs, blocks, model } = plan;
  for (let lane = 0; lane < lanes; lane++) {
    for (const { a, b, slot } of scorePairs) {
      // Root by root: two reliabilities below zero must not pass for one above.
      values[slot * lanes + lane]! /=
        Math.sqrt(rhoAOf(plan, values, a, lane)) * Math.sqrt(rhoAOf(plan, values, b, lane));
    }
    for (const [place, block] of blocks.entries()) {
      if (block.length === 1 || model.constructs[place]!.measurement === 'formative') continue;
      const squares = values[(slots.weightSquares + place) * lanes + lane]!;
      const factor = Math.sqrt(rhoAOf(plan, values, place, lane)) / squares;
      for (const item of block) {
        const loading = (slots.statistics + places.loadings + item) * lanes + lane;
        values[loading] = values[(slots.weights + item) * lanes + lane]! * factor;
      }
    }
  }
}

/** Alpha, rho_A, rho_C and the average variance extracted; 1 for a single item, of which nothing can be told. */
export function reliabilityFigures(plan: Plan, values: Float64Array): void {
  const { slots, places, blocks } = plan;
  for (const [place, { length }] of blocks.entries()) {
    const set = (kind: number, lane: number, value: number) => {
      values[(slots.statistics + kind + place) * lanes + lane] = value;
    };
    for (let lane = 0; lane < lanes; lane++) {
      const at = place * lanes + lane;
      const sum = values[slots.loadingSums * lanes + at]!;
      const squares = values[slots.loadingSquares * lanes + at]!;
      const all = length + 2 * values[slots.within * lanes + at]!;
      const isSingle = length === 1;
      set(places.alpha, lane, isSingle ? 1 : (length / (length - 1)) * (1 - length / all));
      set(places.rhoA, lane, rhoAOf(plan, values, place, lane));
      set(places.rhoC, lane, isSingle ? 1 : (sum * sum) / (sum * sum + length - squares));
      set(places.ave, lane, isSingle ? 1 : squares / length);
    }
  }
}

/** Heterotrait-monotrait ratio of every pair (Henseler, Ringle and Sarstedt 2015, DOI 10.1007/s11747-014-0403-8). */
export function separationFigures({ slots, places, blocks }: Plan, values: Float64Array): void {
  const within = (place: number, lane: number) => {
    const size = blocks[place]!.length;
    return size === 1 ? 1 : values[(slots.magnitudesWithin + place) * lanes + lane]! / ((size * (size - 1)) / 2);
  };
  let pair = 0;
  for (let a = 0; a < blocks.length; a++) {
    for (let b = a + 1; b < blocks.length; b++, pair++) {
      const products = blocks[a]!.length * blocks[b]!.length;
      for (let lane = 0; lane < lanes; lane++) {
        const between = values[(slots.magnitudesBetween + pair) * lanes + lane]! / products;
        const ratio = between / Math.sqrt(within(a, lane) * within(b, lane));
        values[(slots.statistics + places.htmt + pair) * lanes + lane] = ratio;
      }
    }
  }
}

/** Indices by w/sd with sum 1, between the ends of the scale; impacts of +5 points by the spreads of both indices. */
export function indexFigures({ slots, places, model, blocks }: Plan, values: Float64Array): void {
  const [min, max] = model.scale;
  const ratio = (place: number, lane: number) => values[(slots.ratioSums + place) * lanes + lane]!;
  for (let lane = 0; lane < lanes; lane++) {
    for (let place = 0; place < blocks.length; place++) {
      const mean = values[(slots.ratioMeans + place) * lanes + lane]! / ratio(place, lane);
      values[(slots.statistics + places.indices + place) * lanes + lane] = (100 * (mean - min)) / (max - min);
    }
    for (let at = 0; at < places.pairs.length; at++) {
      const { from, to } = places.pairs[at]!;
      const total = values[(slots.statistics + places.totals + at) * lanes + lane]!;
      const impact = (5 * total * ratio(from, lane)) / ratio(to, lane);
      values[(slots.statistics + places.impacts + at) * lanes + lane] = impact;
    }
  }
}
