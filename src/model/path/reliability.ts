import type { PathFit } from './fit.ts';
import { blockOf, type PathModel } from './path-model.ts';
import { subMatrix } from './square-matrix.ts';

/**
 * How well do the items of one construct agree? A single item has 1 everywhere by convention: nothing can be estimated.
 * A formative block has rhoA 1: its items make the construct up and need not agree.
 */
export interface Reliability {
  /** Standardised Cronbach alpha. */
  readonly alpha: number;
  /** Dijkstra and Henseler 2015, DOI 10.25300/MISQ/2015/39.2.02. */
  readonly rhoA: number;
  /** Composite reliability of Joreskog. */
  readonly rhoC: number;
  /** Average variance extracted. */
  readonly ave: number;
}

/** Reliability of every construct, in the order of the model. */
export function reliabilities(
  model: PathModel,
  correlations: Float64Array,
  fit: Pick<PathFit, 'weights' | 'loadings'>,
): Reliability[] {
  return model.constructs.map((construct) => {
    const block = blockOf(construct);
    if (block.length === 1) return { alpha: 1, rhoA: 1, rhoC: 1, ave: 1 };
    const own = subMatrix(correlations, block);
    const loadings = block.map((item) => fit.loadings[item]!);
    const weights = block.map((item) => fit.weights[item]!);
    const isFormative = construct.measurement === 'formative';
    return { alpha: alphaOf(own), rhoA: isFormative ? 1 : rhoAOf(own, weights), ...composite(loadings) };
  });
}

function alphaOf(own: Float64Array): number {
  const size = Math.sqrt(own.length);
  const all = own.reduce((sum, value) => sum + value, 0);
  return (size / (size - 1)) * (1 - size / all);
}

function composite(loadings: readonly number[]): Pick<Reliability, 'rhoC' | 'ave'> {
  const squares = loadings.reduce((sum, loading) => sum + loading ** 2, 0);
  const explained = loadings.reduce((sum, loading) => sum + loading, 0) ** 2;
  return { rhoC: explained / (explained + loadings.length - squares), ave: squares / loadings.length };
}

function rhoAOf(own: Float64Array, weights: readonly number[]): number {
  const size = weights.length;
  const squares = weights.reduce((sum, weight) => sum + weight ** 2, 0);
  let [observed, outer] = [0, 0];
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < size; b++) {
      if (a === b) continue;
      observed += weights[a]! * own[a * size + b]! * weights[b]!;
      outer += (weights[a]! * weights[b]!) ** 2;
    }
  }
  return (squares ** 2 * observed) / outer;
}
