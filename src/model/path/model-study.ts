import { isCandorError } from '../../errors/index.ts';
import { bootstrapPathModel, type PathModelBootstrap } from './bootstrap.ts';
import { estimatePathModel, type PathModelEstimate } from './estimate.ts';
import type { ItemAnswers } from './item-answers.ts';
import { type PathModel, pathModel } from './path-model.ts';
import { type PriorityMap, priorityMap } from './priority-map.ts';
import { type PathModelResult, pathModelResult } from './result.ts';
import type { PathModelSpecification } from './specification.ts';
import { connectedPairs } from './structure.ts';

export interface ModelStudyData {
  readonly specification: PathModelSpecification;
  /** In the order of the items of the specification; NaN where there is no answer. */
  readonly columns: readonly Float64Array[];
  readonly clusters?: Int32Array | undefined;
}

/** The impact of +5 points of one construct on another, in every resample, in the same order everywhere. */
export interface ImpactDraws {
  readonly from: string;
  readonly to: string;
  readonly values: readonly number[];
}

/** All that a page shows of one model: plain values, so that a thread can hand them over. */
export interface ModelStudy {
  readonly result: PathModelResult;
  readonly bootstrap: Pick<PathModelBootstrap, 'used' | 'failed' | 'method' | 'unit'>;
  readonly draws: readonly ImpactDraws[];
  /** One for each construct that something acts on and that has an index. */
  readonly maps: readonly PriorityMap[];
}

/** The what-if needs the shape of the draws, not all of them: beyond so many its ends move by less than .1 point. */
const drawsKept = 1000;

/**
 * A model with everything around it: estimate, bootstrap of 2,000, draws for the what-if, a priority map for every
 * target. Refuses what `estimatePathModel` and `bootstrapPathModel` refuse.
 * @example modelStudy({ specification: mobileModel, columns: mobileTwin().columns }, { seed: 1, resamples: 100 }).maps.length // => 6
 */
export function modelStudy(
  { specification, columns, clusters }: ModelStudyData,
  { seed, resamples = 2000 }: { readonly seed: number; readonly resamples?: number },
): ModelStudy {
  const model = pathModel(specification);
  const answers: ItemAnswers = { columns, ...(clusters && { clusters }) };
  const estimate = estimatePathModel(model, answers, {
    missing: specification.missing ?? 'pairwise',
    consistent: specification.consistent,
  });
  const drawn = bootstrapPathModel(estimate, { resamples, seed });
  const { used, failed, method, unit } = drawn;
  return {
    result: pathModelResult(estimate, drawn.uncertainties),
    bootstrap: { used, failed, method, unit },
    draws: drawsOf(model, drawn),
    maps: mapsOf(model, estimate),
  };
}

/** Index points to four decimals: a page gets a third of the bytes, and shows one decimal. */
const tenThousandths = (value: number) => Math.round(value * 10_000) / 10_000;

function drawsOf(model: PathModel, { impactDraws }: PathModelBootstrap): ImpactDraws[] {
  return connectedPairs(model).flatMap(({ from, to }) => {
    const values = Array.from(impactDraws(from, to).slice(0, drawsKept), tenThousandths);
    if (values.length === 0) return [];
    return [{ from: model.constructs[from]!.name, to: model.constructs[to]!.name, values }];
  });
}

function mapsOf(model: PathModel, estimate: PathModelEstimate): PriorityMap[] {
  const targets = model.constructs.filter((_, place) => model.causes[place]!.length > 0);
  return targets.flatMap(({ name }) => {
    try {
      return [priorityMap(estimate, name)];
    } catch (error) {
      // A negative weight takes constructs off the map; the caveat of the estimate names the item.
      if (isCandorError(error)) return [];
      throw error;
    }
  });
}
