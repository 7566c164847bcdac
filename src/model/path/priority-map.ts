import { CandorError } from '../../errors/index.ts';
import type { ConstructIndex } from './construct-index.ts';
import { indexEffect, type PathModelEstimate } from './estimate.ts';
import { blockOf, type PathModel } from './path-model.ts';
import { connectedPairs } from './structure.ts';

export interface MapPoint {
  readonly name: string;
  /** The construct itself, or that of the item. */
  readonly construct: string;
  /** Index points of the target for one point of this: unstandardised total effect. */
  readonly importance: number;
  /** Index or item, 0 to 100. */
  readonly performance: number;
}

/** Importance against performance, for the question "where should we begin?". */
export interface PriorityMap {
  readonly target: string;
  readonly constructs: readonly MapPoint[];
  readonly items: readonly MapPoint[];
  /** Means over the constructs, where the map is quartered. */
  readonly middle: { readonly importance: number; readonly performance: number };
}

/**
 * What matters for the target, and where do we stand in it? The importance of an item is its weight in its construct
 * times the construct's total effect, unstandardised. Refuses a target that nothing acts on (`CND_MODEL_SPECIFICATION`) and constructs with a negative weight
 * (`CND_MODEL_NEGATIVE_WEIGHT`). Source: Ringle and Sarstedt 2016, DOI 10.1108/IMDS-10-2015-0449.
 * @example priorityMap(estimatePathModel(pathModel(mobileModel), mobileTwin()), 'Loyalty').constructs[2].importance // => 0.414
 */
export function priorityMap(estimate: PathModelEstimate, target: string): PriorityMap {
  const { model, moments, indices } = estimate;
  const to = model.constructs.findIndex(({ name }) => name === target);
  const size = model.constructs.length;
  const drivers = connectedPairs(model).filter((pair) => pair.to === to);
  if (drivers.length === 0) {
    throw new CandorError('CND_MODEL_SPECIFICATION', `nothing in the model acts on "${target}"`, { construct: target });
  }
  const [min, max] = model.scale;
  const constructs: MapPoint[] = [];
  const items: MapPoint[] = [];
  for (const { from } of drivers) {
    const construct = model.constructs[from]!;
    const index = indexOf(model, indices, from);
    indexOf(model, indices, to);
    const importance = indexEffect(estimate, from, to, estimate.totalEffects[from * size + to]!)!;
    constructs.push({ name: construct.name, construct: construct.name, importance, performance: index.value });
    for (const [place, item] of blockOf(construct).entries()) {
      items.push({
        name: model.items[item]!,
        construct: construct.name,
        importance: index.weights[place]! * importance,
        performance: (100 * (moments.means[item]! - min)) / (max - min),
      });
    }
  }
  const mean = (figure: (point: MapPoint) => number) =>
    constructs.reduce((sum, point) => sum + figure(point), 0) / constructs.length;
  const middle = { importance: mean((point) => point.importance), performance: mean((point) => point.performance) };
  return { target, constructs, items, middle };
}

function indexOf(model: PathModel, indices: readonly (ConstructIndex | undefined)[], place: number): ConstructIndex {
  const index = indices[place];
  if (index) return index;
  const { name } = model.constructs[place]!;
  const message = `"${name}" has an item with a negative weight, so it has no index and no place on the map`;
  throw new CandorError('CND_MODEL_NEGATIVE_WEIGHT', message, { construct: name });
}
