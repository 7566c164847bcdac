import type { Caveat, Interval } from '../../inference/index.ts';
import { indexEffect, type PathModelEstimate } from './estimate.ts';
import { adjustedR2, connectedPairs } from './structure.ts';

/** Of one figure: its standard error and interval over the resamples. */
export interface Uncertainty {
  readonly standardError: number;
  readonly interval: Interval;
  /** Share of resamples on the other side of zero, twice, at most 1. */
  readonly pValue: number;
}

/** Where the uncertainty of the figures comes from. Undefined for a figure that cannot have one. */
export interface Uncertainties {
  readonly path: (path: number) => Uncertainty | undefined;
  readonly totalEffect: (from: number, to: number) => Uncertainty | undefined;
  /** Of +5 index points. */
  readonly impact: (from: number, to: number) => Uncertainty | undefined;
  readonly caveats: readonly Caveat[];
}

export interface ConstructResult {
  /** Absent for constructs without causes. */
  readonly r2?: number;
  readonly adjustedR2?: number;
  readonly alpha: number;
  readonly rhoA: number;
  readonly rhoC: number;
  readonly ave: number;
  /** 0-100; absent with a negative weight. */
  readonly index?: number;
}

export interface PathResult {
  readonly from: string;
  readonly to: string;
  readonly coefficient: number;
  /** Index points of the effect for one of the cause; absent where either has no index. */
  readonly unstandardized?: number;
  readonly interval?: Interval;
  readonly standardError?: number;
  readonly pValue?: number;
  readonly f2: number;
  readonly vif: number;
}

/** A path model as `candor analyze path-model` prints it. */
export interface PathModelResult {
  readonly n: number;
  readonly iterations: number;
  readonly constructs: Readonly<Record<string, ConstructResult>>;
  readonly weights: Readonly<Record<string, number>>;
  readonly loadings: Readonly<Record<string, number>>;
  readonly paths: readonly PathResult[];
  readonly totalEffects: readonly { from: string; to: string; effect: number; interval?: Interval }[];
  readonly impacts: readonly { from: string; to: string; impact: number; interval?: Interval }[];
  readonly htmt: readonly { a: string; b: string; value: number; htmt2?: number }[];
  /** Absent where the observed correlations are singular. */
  readonly fit?: { readonly srmr: number; readonly dG: number; readonly dL: number };
  readonly caveats: readonly Caveat[];
}

/** An impact is what +5 index points of the cause go with. */
export const impactStep = 5;

/** The figures of an estimate by their names, with their uncertainty where it was worked out. * @example pathModelResult(estimatePathModel(pathModel(mobileModel), mobileTwin())).constructs.Satisfaction.index // => 72.32
 */
export function pathModelResult(estimate: PathModelEstimate, uncertain?: Uncertainties): PathModelResult {
  const { model, moments, fit, separations, modelFit } = estimate;
  const name = (place: number) => model.constructs[place]!.name;
  const byItem = (figures: Float64Array) =>
    Object.fromEntries(model.items.map((item, place) => [item, figures[place]!]));
  const size = model.constructs.length;
  const pairs = connectedPairs(model);
  return {
    n: moments.n,
    iterations: fit.iterations,
    constructs: Object.fromEntries(
      model.constructs.map((construct, place) => [construct.name, constructResult(estimate, place)]),
    ),
    weights: byItem(fit.weights),
    loadings: byItem(estimate.loadings),
    paths: model.paths.map((_, path) => pathResult(estimate, path, uncertain?.path(path))),
    totalEffects: pairs.map(({ from, to }) => ({
      from: name(from),
      to: name(to),
      effect: estimate.totalEffects[from * size + to]!,
      ...intervalOf(uncertain?.totalEffect(from, to)),
    })),
    impacts: pairs.flatMap(({ from, to }) => {
      const effect = indexEffect(estimate, from, to, estimate.totalEffects[from * size + to]!);
      if (effect === undefined) return [];
      const interval = intervalOf(uncertain?.impact(from, to));
      return [{ from: name(from), to: name(to), impact: impactStep * effect, ...interval }];
    }),
    htmt: separations.map(({ geometric, ...pair }) => ({
      ...pair,
      ...(geometric !== undefined && { htmt2: geometric }),
    })),
    ...(modelFit && { fit: { srmr: modelFit.srmr, dG: modelFit.geodesic, dL: modelFit.squared } }),
    caveats: [...estimate.caveats, ...(uncertain?.caveats ?? [])],
  };
}

const intervalOf = (found: Uncertainty | undefined) => (found ? { interval: found.interval } : {});

function constructResult(
  { model, structure, reliability, indices, moments }: PathModelEstimate,
  place: number,
): ConstructResult {
  const r2 = structure.r2[place];
  const index = indices[place];
  return {
    ...(r2 !== undefined && { r2, adjustedR2: adjustedR2(r2, moments.n, model.causes[place]!.length) }),
    ...reliability[place]!,
    ...(index && { index: index.value }),
  };
}

function pathResult(estimate: PathModelEstimate, path: number, found: Uncertainty | undefined): PathResult {
  const { model, structure, effectSizes } = estimate;
  const { from, to } = model.paths[path]!;
  const coefficient = structure.coefficients[path]!;
  const unstandardized = indexEffect(estimate, from, to, coefficient);
  return {
    from: model.constructs[from]!.name,
    to: model.constructs[to]!.name,
    coefficient,
    ...(unstandardized !== undefined && { unstandardized }),
    ...(found && { interval: found.interval, standardError: found.standardError, pValue: found.pValue }),
    f2: effectSizes[path]!,
    vif: structure.vif[path]!,
  };
}
