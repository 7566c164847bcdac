import { choleskyFactor, solveFactored } from './normal-equations.ts';

export interface LogitFit {
  readonly coefficients: Float64Array;
  readonly logLikelihood: number;
  /** Expected information at the maximum, size x size. */
  readonly information: Float64Array;
  readonly probabilities: Float64Array;
}

/** Where no maximum exists the coefficients walk away for ever: which one walks the fastest. */
export interface LogitDiverged {
  readonly diverging: number;
}

const mostSteps = 40;

/**
 * Newton's method for a logistic regression on the columns of `design` (rows x width) that `columns` names. With a
 * maximum the steps shrink quadratically; without one (separation) each is about as long as the last, for ever. That is
 * the test: a step still longer than 1e-8 after 40.
 */
export function fitLogit(
  design: Float64Array,
  width: number,
  outcome: ArrayLike<number>,
  columns: readonly number[],
): LogitFit | LogitDiverged {
  const size = columns.length;
  const coefficients = new Float64Array(size);
  const probabilities = new Float64Array(outcome.length);
  let step = new Float64Array(size);
  for (let iteration = 0; iteration < mostSteps; iteration++) {
    const { gradient, information, logLikelihood } = pass({
      design,
      width,
      outcome,
      columns,
      coefficients,
      probabilities,
    });
    const factor = choleskyFactor(information, size, 1e-13);
    if (!factor) return { diverging: largest(step.some((value) => value !== 0) ? step : coefficients) };
    step = solveFactored(factor, size, gradient) as Float64Array<ArrayBuffer>;
    if (Math.max(...step.map(Math.abs)) < 1e-8) return { coefficients, logLikelihood, information, probabilities };
    // Standardised columns: a step beyond 5 only happens far from the maximum, where halving it loses nothing.
    const shrink = Math.min(1, 5 / Math.max(...step.map(Math.abs)));
    for (let i = 0; i < size; i++) coefficients[i] = coefficients[i]! + shrink * step[i]!;
  }
  return { diverging: largest(step) };
}

function largest(values: Float64Array): number {
  let best = 0;
  values.forEach((value, i) => {
    if (Math.abs(value) > Math.abs(values[best]!)) best = i;
  });
  return best;
}

interface Pass {
  readonly design: Float64Array;
  readonly width: number;
  readonly outcome: ArrayLike<number>;
  readonly columns: readonly number[];
  readonly coefficients: Float64Array;
  readonly probabilities: Float64Array;
}

function pass({ design, width, outcome, columns, coefficients, probabilities }: Pass) {
  const size = columns.length;
  const gradient = new Float64Array(size);
  const information = new Float64Array(size * size);
  const x = new Float64Array(size);
  let logLikelihood = 0;
  for (let row = 0; row < outcome.length; row++) {
    let eta = 0;
    for (let i = 0; i < size; i++) {
      x[i] = design[row * width + columns[i]!]!;
      eta += x[i]! * coefficients[i]!;
    }
    const p = 1 / (1 + Math.exp(-eta));
    const y = outcome[row]!;
    probabilities[row] = p;
    logLikelihood += y === 1 ? -softplus(-eta) : -softplus(eta);
    const weight = p * (1 - p);
    for (let i = 0; i < size; i++) {
      gradient[i] = gradient[i]! + (y - p) * x[i]!;
      for (let k = 0; k <= i; k++) information[i * size + k] = information[i * size + k]! + weight * x[i]! * x[k]!;
    }
  }
  for (let i = 0; i < size; i++) for (let k = 0; k < i; k++) information[k * size + i] = information[i * size + k]!;
  return { gradient, information, logLikelihood };
}

/** ln(1 + e^x) without overflow. */
const softplus = (x: number) => (x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x)));
