import { collinearCauses } from './fit.ts';
import type { PathModel } from './path-model.ts';
import { inverseSymmetric, subMatrix } from './square-matrix.ts';

/** The structural part of a fit: one regression for each construct that has causes. */
export interface Structure {
  /** Per path, in the order of the model. */
  readonly coefficients: Float64Array;
  /** Per construct; absent for those without causes. */
  readonly r2: readonly (number | undefined)[];
  /** Per path: variance inflation of the cause among its fellow causes; 1 where it stands alone. */
  readonly vif: Float64Array;
}

/**
 * Which construct acts on which, and how strongly? Ordinary least squares on the correlations of the scores, one
 * equation for each effect. Refuses causes that are linear combinations of each other (`CND_COLLINEAR`).
 */
export function structureOf(model: PathModel, constructCorrelations: Float64Array): Structure {
  const size = model.constructs.length;
  const coefficients = new Float64Array(model.paths.length);
  const vif = new Float64Array(model.paths.length);
  const r2 = model.causes.map((causes, to) => {
    if (causes.length === 0) return undefined;
    const right = causes.map((from) => constructCorrelations[from * size + to]!);
    const inverse = inverseSymmetric(subMatrix(constructCorrelations, causes));
    if (!inverse) throw collinearCauses(model, to);
    const slopes = causes.map((_, i) =>
      right.reduce((sum, value, j) => sum + inverse[i * right.length + j]! * value, 0),
    );
    const explained = slopes.reduce((sum, slope, i) => sum + slope * right[i]!, 0);
    for (const [i, from] of causes.entries()) {
      const path = model.paths.findIndex((given) => given.from === from && given.to === to);
      coefficients[path] = slopes[i]!;
      vif[path] = inverse[i * right.length + i]!;
    }
    return explained;
  });
  return { coefficients, r2, vif };
}

/** 1 - (1 - R2)(n - 1)/(n - causes - 1): what R2 would be in the population the answers come from. */
export function adjustedR2(r2: number, n: number, causes: number): number {
  return 1 - ((1 - r2) * (n - 1)) / (n - causes - 1);
}

/** Constructs x constructs: effect of the row on the column over all routes, from coefficients by path. */
export function totalEffects(model: PathModel, coefficients: ArrayLike<number>): Float64Array {
  const size = model.constructs.length;
  const total = new Float64Array(size * size);
  for (const to of model.order) {
    for (const [path, { from, to: end }] of model.paths.entries()) {
      if (end !== to) continue;
      total[from * size + to]! += coefficients[path]!;
      for (let origin = 0; origin < size; origin++) {
        total[origin * size + to]! += total[origin * size + from]! * coefficients[path]!;
      }
    }
  }
  return total;
}

/** Pairs (from, to) that some route of the model connects, by the places of their constructs: rows first. */
export function connectedPairs(model: PathModel): { readonly from: number; readonly to: number }[] {
  const reach = totalEffects(
    model,
    model.paths.map(() => 1),
  );
  const size = model.constructs.length;
  return [...reach.keys()].filter((at) => reach[at]! > 0).map((at) => ({ from: Math.floor(at / size), to: at % size }));
}

/**
 * Correlations of the constructs that the paths alone imply: (I - B)^-1 Psi (I - B)^-1', Psi the observed correlations
 * of exogenous constructs and 1 - R2 of the others. The diagonal is set to one, as cSEM does: with observed R2 it
 * drifts from one by some hundredths.
 */
export function impliedCorrelations(model: PathModel, observed: Float64Array, structure: Structure): Float64Array {
  const size = model.constructs.length;
  const routes = totalEffects(model, structure.coefficients);
  for (let place = 0; place < size; place++) routes[place * size + place] = 1;
  const unexplained = new Float64Array(size * size);
  for (let a = 0; a < size; a++) {
    unexplained[a * size + a] = 1 - (structure.r2[a] ?? 0);
    for (let b = 0; b < a; b++) {
      if (structure.r2[a] !== undefined || structure.r2[b] !== undefined) continue;
      unexplained[a * size + b] = observed[a * size + b]!;
      unexplained[b * size + a] = observed[a * size + b]!;
    }
  }
  const implied = new Float64Array(size * size);
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < size; b++) {
      for (let i = 0; i < size; i++) {
        for (let j = 0; j < size; j++) {
          implied[a * size + b]! += routes[i * size + a]! * unexplained[i * size + j]! * routes[j * size + b]!;
        }
      }
    }
    implied[a * size + a] = 1;
  }
  return implied;
}
