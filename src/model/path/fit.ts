import { CandorError } from '../../errors/index.ts';
import { blockOf, type PathModel } from './path-model.ts';
import { cholesky, solveFactored, solveSymmetric, subMatrix } from './square-matrix.ts';

/** One estimate of the weights of a model, from correlations of its items. */
export interface PathFit {
  readonly iterations: number;
  /** Per item: its part in the score of its construct, scores with variance 1. */
  readonly weights: Float64Array;
  /** Per item: its correlation with the score of its construct. */
  readonly loadings: Float64Array;
  /** Constructs x constructs: correlations of the scores. */
  readonly constructCorrelations: Float64Array;
}

/** Sum of absolute changes of the weights: at 1e-10 paths are within 2e-12 of the limit, at 1e-7 within 2e-9. */
const settled = 1e-10;
const mostIterations = 300;

/**
 * Which weights make the scores of neighbouring constructs go together best? Partial least squares on the correlations
 * alone; each iteration needs links between neighbours only. Begins with equal weights, so that a resample does not
 * depend on the fit of the whole sample. A construct whose loadings add up to less than 0 is turned round. Refuses
 * weights that do not settle in 300 iterations (`CND_MODEL_NOT_CONVERGED`) and collinear blocks or causes
 * (`CND_COLLINEAR`). Source: Tenenhaus and others 2005, DOI 10.1016/j.csda.2004.03.005.
 */
export function fitModel(model: PathModel, correlations: Float64Array): PathFit {
  const links = linksOf(model, correlations);
  const weights = new Float64Array(model.items.length).fill(1);
  for (let place = 0; place < links.blocks.length; place++) rescale(links, weights, place);
  for (let iteration = 1; iteration <= mostIterations; iteration++) {
    const next = outerWeights(links, weights);
    let change = 0;
    for (let item = 0; item < next.length; item++) change += Math.abs(next[item]! - weights[item]!);
    weights.set(next);
    if (!Number.isFinite(change)) break;
    if (change < settled) return finished(links, weights, iteration);
  }
  const message = `the weights of the model did not settle in ${mostIterations} iterations`;
  throw new CandorError('CND_MODEL_NOT_CONVERGED', message, { iterations: mostIterations });
}

interface Links {
  readonly model: PathModel;
  readonly size: number;
  readonly correlations: Float64Array;
  readonly blocks: readonly (readonly number[])[];
  /** Causes and effects of each construct. */
  readonly neighbours: readonly (readonly number[])[];
  /** Cholesky factor of the block of a formative construct. */
  readonly factors: readonly (Float64Array | undefined)[];
}

function linksOf(model: PathModel, correlations: Float64Array): Links {
  const blocks = model.constructs.map(blockOf);
  const neighbours = blocks.map((_, place) =>
    model.paths.flatMap(({ from, to }) => (from === place ? [to] : to === place ? [from] : [])),
  );
  const factors = model.constructs.map(({ measurement, name, items }, place) => {
    if (measurement === 'reflective' || items.length === 1) return undefined;
    const factor = cholesky(subMatrix(correlations, blocks[place]!), singularBlock);
    if (factor) return factor;
    const message = `the items of the formative construct "${name}" say the same thing: ${items.join(', ')}`;
    throw new CandorError('CND_COLLINEAR', message, { construct: name, items });
  });
  return { model, size: model.items.length, correlations, blocks, neighbours, factors };
}

/** A pivot below this share of its variance: an item that the others of its block give to four digits. */
const singularBlock = 1e-8;

/** Covariances of the items of one block with the score of a construct. */
function withScore({ correlations, size, blocks }: Links, weights: Float64Array, block: number, score: number) {
  const own = blocks[score]!;
  return Float64Array.from(blocks[block]!, (row) => {
    let sum = 0;
    for (const item of own) sum += correlations[row * size + item]! * weights[item]!;
    return sum;
  });
}

function scoreOf(block: readonly number[], weights: Float64Array, covariances: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < block.length; index++) sum += weights[block[index]!]! * covariances[index]!;
  return sum;
}

/** Brings the score of a block to variance 1. */
function rescale(links: Links, weights: Float64Array, place: number): void {
  const block = links.blocks[place]!;
  const deviation = Math.sqrt(scoreOf(block, weights, withScore(links, weights, place, place)));
  for (const item of block) weights[item]! /= deviation;
}

function outerWeights(links: Links, weights: Float64Array): Float64Array {
  const { model, blocks, neighbours, factors } = links;
  const count = blocks.length;
  const towards = blocks.map((_, place) =>
    neighbours[place]!.map((neighbour) => withScore(links, weights, place, neighbour)),
  );
  const scores = new Float64Array(count * count);
  for (let place = 0; place < count; place++) {
    for (const [index, neighbour] of neighbours[place]!.entries()) {
      scores[place * count + neighbour] = scoreOf(blocks[place]!, weights, towards[place]![index]!);
    }
  }
  const slopes = model.weighting === 'path' ? causeSlopes(links, weights, scores) : undefined;
  const next = new Float64Array(weights.length);
  for (let place = 0; place < count; place++) {
    const covariances = new Float64Array(blocks[place]!.length);
    for (const [index, neighbour] of neighbours[place]!.entries()) {
      const correlation = scores[place * count + neighbour]!;
      const slope = slopes?.[place * count + neighbour] ?? Number.NaN;
      const scheme = model.weighting === 'centroid' ? Math.sign(correlation) : correlation;
      const factor = Number.isNaN(slope) ? scheme : slope;
      const own = towards[place]![index]!;
      for (let item = 0; item < own.length; item++) covariances[item]! += factor * own[item]!;
    }
    const factor = factors[place];
    const solved = factor ? solveFactored(factor, covariances) : covariances;
    for (const [index, item] of blocks[place]!.entries()) next[item] = solved[index]!;
    rescale(links, next, place);
  }
  return next;
}

/** Path weighting: a construct takes its causes by their regression slopes (row effect, column cause; NaN elsewhere). */
function causeSlopes(links: Links, weights: Float64Array, scores: Float64Array): Float64Array {
  const { model, blocks } = links;
  const count = blocks.length;
  const slopes = new Float64Array(count * count).fill(Number.NaN);
  for (const [to, causes] of model.causes.entries()) {
    if (causes.length === 0) continue;
    const inner = new Float64Array(causes.length ** 2);
    for (const [i, a] of causes.entries()) {
      inner[i * causes.length + i] = 1;
      for (let j = 0; j < i; j++) {
        const value = scoreOf(blocks[a]!, weights, withScore(links, weights, a, causes[j]!));
        inner[i * causes.length + j] = value;
        inner[j * causes.length + i] = value;
      }
    }
    const solved = solveSymmetric(
      inner,
      causes.map((from) => scores[to * count + from]!),
    );
    if (!solved) throw collinearCauses(model, to);
    for (const [index, from] of causes.entries()) slopes[to * count + from] = solved[index]!;
  }
  return slopes;
}

export function collinearCauses(model: PathModel, to: number): CandorError {
  const names = model.causes[to]!.map((from) => model.constructs[from]!.name);
  const message = `the causes of "${model.constructs[to]!.name}" say the same thing: ${names.join(', ')}`;
  return new CandorError('CND_COLLINEAR', message, { constructs: names });
}

function finished(links: Links, weights: Float64Array, iterations: number): PathFit {
  const { blocks } = links;
  const count = blocks.length;
  const loadings = new Float64Array(weights.length);
  for (let place = 0; place < count; place++) {
    const own = withScore(links, weights, place, place);
    const turn = own.reduce((sum, loading) => sum + loading, 0) < 0 ? -1 : 1;
    for (const [index, item] of blocks[place]!.entries()) {
      loadings[item] = turn * own[index]!;
      weights[item]! *= turn;
    }
  }
  const constructCorrelations = new Float64Array(count * count);
  for (let a = 0; a < count; a++) {
    constructCorrelations[a * count + a] = 1;
    for (let b = 0; b < a; b++) {
      const value = scoreOf(blocks[a]!, weights, withScore(links, weights, a, b));
      constructCorrelations[a * count + b] = value;
      constructCorrelations[b * count + a] = value;
    }
  }
  return { iterations, weights, loadings, constructCorrelations };
}
