import { type Caveat, caveat } from '../../inference/index.ts';
import { type ConsistentFit, consistentFit, requireConsistent } from './consistent.ts';
import { type ConstructIndex, constructIndices, negativeWeights } from './construct-index.ts';
import { effectSizes } from './effect-size.ts';
import { fitModel, type PathFit } from './fit.ts';
import { type ItemAnswers, usableAnswers } from './item-answers.ts';
import { itemDoubts } from './item-doubts.ts';
import { type GapTreatment, type ItemMoments, itemMoments } from './item-moments.ts';
import { type ModelFit, modelFit } from './model-fit.ts';
import type { PathModel } from './path-model.ts';
import { type Reliability, reliabilities } from './reliability.ts';
import type { MissingRule } from './specification.ts';
import { type Structure, structureOf, totalEffects } from './structure.ts';
import { type Separation, separableBelow, separations } from './validity.ts';

export interface EstimateOptions {
  readonly missing?: MissingRule;
  /** Correct for measurement error (PLSc); refused where the data do not carry it. */
  readonly consistent?: boolean | undefined;
}

/** All that one model says about one set of answers, without its uncertainty. */
export interface PathModelEstimate {
  readonly model: PathModel;
  /** The answers as used: rows that the rule leaves out dropped. */
  readonly answers: ItemAnswers;
  readonly gaps: GapTreatment;
  readonly consistent: boolean;
  readonly moments: ItemMoments;
  readonly fit: PathFit;
  /** Loadings and paths as reported: corrected where the consistent model was asked for. */
  readonly loadings: Float64Array;
  readonly structure: Structure;
  readonly effectSizes: Float64Array;
  readonly reliability: readonly Reliability[];
  readonly separations: readonly Separation[];
  readonly indices: readonly (ConstructIndex | undefined)[];
  /** Constructs x constructs, of scores with variance 1. */
  readonly totalEffects: Float64Array;
  /** Distance from the observed correlations; absent where they are singular. */
  readonly modelFit?: ModelFit;
  readonly caveats: readonly Caveat[];
}

/**
 * What acts on what, how strongly, and where do we stand? One path model on one set of answers: partial least squares
 * on the correlations of the items (docs/methods/path-model.md). Assumes that answers on the scale can be treated as
 * intervals and that the arrows point the right way: the model cannot tell. Refuses what `usableAnswers` refuses,
 * collinear blocks and causes (`CND_COLLINEAR`), weights that do not settle (`CND_MODEL_NOT_CONVERGED`) and a
 * correction that misleads (`CND_MODEL_CONSISTENT`). Source: Tenenhaus and others 2005, DOI 10.1016/j.csda.2004.03.005.
 * @example estimatePathModel(pathModel(mobileModel), mobileTwin()).fit.iterations < 20 // => true
 */
export function estimatePathModel(
  model: PathModel,
  given: ItemAnswers,
  { missing = 'pairwise', consistent = false }: EstimateOptions = {},
): PathModelEstimate {
  const usable = usableAnswers(model, given, missing);
  const { moments, gaps, caveats } = itemMoments(usable.answers, missing);
  const fit = fitModel(model, moments.correlations);
  const plain = structureOf(model, fit.constructCorrelations);
  const reliability = reliabilities(model, moments.correlations, fit);
  const corrected = consistent
    ? requireConsistent(model, plain, reliability, () => consistentFit(model, fit, reliability))
    : undefined;
  const structure = corrected?.structure ?? plain;
  const loadings = corrected?.loadings ?? fit.loadings;
  const pairs = separations(model, moments.correlations);
  const distance = modelFit(model, moments.correlations, {
    loadings,
    constructCorrelations: corrected?.constructCorrelations ?? fit.constructCorrelations,
    structure,
    common: consistent,
  });
  return {
    model,
    answers: usable.answers,
    gaps,
    consistent,
    moments,
    fit,
    loadings,
    structure,
    effectSizes: effectSizes(model, moments.correlations, structure.r2, corrected ? consistentR2 : undefined),
    reliability: corrected
      ? reliabilities(model, moments.correlations, { weights: fit.weights, loadings })
      : reliability,
    separations: pairs,
    indices: constructIndices(model, moments, fit.weights),
    totalEffects: totalEffects(model, structure.coefficients),
    ...(distance && { modelFit: distance }),
    caveats: [
      ...usable.caveats,
      ...caveats,
      ...itemDoubts(model, usable.answers),
      ...inseparable(pairs),
      ...negativeWeights(model, fit.weights),
    ],
  };
}

function consistentR2(reduced: PathModel, correlations: Float64Array, to: string): number {
  const fit = fitModel(reduced, correlations);
  const { structure } = consistentFit(reduced, fit, reliabilities(reduced, correlations, fit)) as ConsistentFit;
  return structure.r2[reduced.constructs.findIndex(({ name }) => name === to)] ?? 0;
}

function inseparable(pairs: readonly Separation[]): Caveat[] {
  const names = pairs.filter(({ value }) => value > separableBelow).map(({ a, b }) => `${a} – ${b}`);
  if (names.length === 0) return [];
  const message = `Not separable by the usual cut-off (HTMT above .90): ${names.join(', ')}. What one of a pair does cannot be told from the other.`;
  return [caveat('not-separable', message, { names })];
}

/** Unstandardised effect: index points of the effect for one index point of the cause; undefined without an index. */
export function indexEffect(
  { indices }: Pick<PathModelEstimate, 'indices'>,
  from: number,
  to: number,
  effect: number,
): number | undefined {
  const [cause, end] = [indices[from], indices[to]];
  return cause && end ? (effect * end.deviation) / cause.deviation : undefined;
}
