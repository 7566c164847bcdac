import { CandorError } from '../../errors/index.ts';
import type { PathFit } from './fit.ts';
import { blockOf, type PathModel } from './path-model.ts';
import type { Reliability } from './reliability.ts';
import { type Structure, structureOf } from './structure.ts';

export interface ConsistentFit {
  readonly constructCorrelations: Float64Array;
  readonly loadings: Float64Array;
  readonly structure: Structure;
}

/** Below this reliability the correction divides by a figure that is itself mostly noise. */
const leastReliability = 0.6;

/**
 * What would the paths be without measurement error (consistent PLS)? Correlations of the scores are divided by the root
 * of the product of their reliabilities, and the loadings of reflective blocks rescaled. Source: Dijkstra and Henseler
 * 2015, DOI 10.25300/MISQ/2015/39.2.02.
 */
export function consistentFit(model: PathModel, fit: PathFit, reliability: readonly Reliability[]): ConsistentFit {
  const size = model.constructs.length;
  const rho = reliability.map(({ rhoA }) => rhoA);
  const weak = rho.findIndex((value) => !(value > 0));
  if (weak >= 0) throw refusal(model, weak, rho[weak]!);
  const constructCorrelations = fit.constructCorrelations.map((value, at) => {
    const [a, b] = [Math.floor(at / size), at % size];
    return a === b ? 1 : value / Math.sqrt(rho[a]! * rho[b]!);
  });
  const loadings = Float64Array.from(fit.loadings);
  for (const [place, construct] of model.constructs.entries()) {
    if (construct.measurement === 'formative' || construct.items.length === 1) continue;
    const block = blockOf(construct);
    const squares = block.reduce((sum, item) => sum + fit.weights[item]! ** 2, 0);
    for (const item of block) loadings[item] = (fit.weights[item]! * Math.sqrt(rho[place]!)) / squares;
  }
  return { constructCorrelations, loadings, structure: correctedStructure(model, constructCorrelations) };
}

/** Corrected correlations may leave the range that correlations can have; then nothing can be solved. */
function correctedStructure(model: PathModel, correlations: Float64Array): Structure {
  try {
    return structureOf(model, correlations);
  } catch {
    const message = 'the correction for measurement error leads to correlations that cannot be; use the plain model';
    throw new CandorError('CND_MODEL_CONSISTENT', message, { reason: 'impossible-correlations' });
  }
}

/**
 * Refuses (`CND_MODEL_CONSISTENT`, the reason named) where the correction would mislead: a reliability under 0.6, a
 * path beyond 1, or a path that changes its sign. On the ECSI mobile data a reliability of .46 turned a path of +.20
 * into -.09.
 */
export function requireConsistent(
  model: PathModel,
  plain: Structure,
  reliability: readonly Reliability[],
  corrected: () => ConsistentFit,
): ConsistentFit {
  const weak = reliability.findIndex(({ rhoA }) => !(rhoA >= leastReliability));
  if (weak >= 0) throw refusal(model, weak, reliability[weak]!.rhoA);
  const fit = corrected();
  for (const [path, { from, to }] of model.paths.entries()) {
    const [before, after] = [plain.coefficients[path]!, fit.structure.coefficients[path]!];
    const name = `${model.constructs[from]!.name} -> ${model.constructs[to]!.name}`;
    if (Math.abs(after) > 1) throw pathRefusal(name, 'path-beyond-one', `becomes ${after.toFixed(2)}, beyond 1`);
    if (before * after < 0) {
      throw pathRefusal(name, 'sign-change', `turns from ${before.toFixed(2)} into ${after.toFixed(2)}`);
    }
  }
  return fit;
}

function refusal(model: PathModel, place: number, rhoA: number): CandorError {
  const { name } = model.constructs[place]!;
  const message = `"${name}" is too unreliable to be corrected for measurement error: rho_A ${rhoA.toFixed(2)}, at least ${leastReliability} is needed`;
  return new CandorError('CND_MODEL_CONSISTENT', message, { reason: 'reliability', construct: name, rhoA });
}

function pathRefusal(path: string, reason: string, what: string): CandorError {
  const message = `corrected for measurement error, the path ${path} ${what}: the data do not carry the correction`;
  return new CandorError('CND_MODEL_CONSISTENT', message, { reason, path });
}
