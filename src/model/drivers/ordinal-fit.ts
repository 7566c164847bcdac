import { choleskyFactor, solveFactored } from './normal-equations.ts';

export interface OrdinalFit {
  /** Thresholds, ascending, then the coefficients of the design's columns. */
  readonly parameters: Float64Array;
  readonly logLikelihood: number;
  /** Observed information at the maximum. */
  readonly information: Float64Array;
}

const mostSteps = 60;

/**
 * Newton's method for proportional odds: P(outcome <= k) = logistic(threshold k - x b). `category` runs from 0, every
 * one of `categories` occurs; `design` is rows x width without an intercept. The likelihood is concave (Pratt 1981), so
 * a step that does not raise it is halved until it does. Gives the fastest walking column where there is no maximum.
 */
export function fitOrdinal(
  design: Float64Array,
  width: number,
  category: ArrayLike<number>,
  categories: number,
): OrdinalFit | { readonly diverging: number } {
  const cuts = categories - 1;
  const size = cuts + width;
  let parameters = start(category, categories, size);
  let current = pass({ design, width, category, cuts, parameters });
  let step = new Float64Array(size);
  for (let iteration = 0; iteration < mostSteps; iteration++) {
    const factor = choleskyFactor(current.information, size, 1e-13);
    if (!factor) break;
    step = solveFactored(factor, size, current.gradient) as Float64Array<ArrayBuffer>;
    const length = Math.max(...step.map(Math.abs));
    if (length < 1e-9) return { parameters, logLikelihood: current.logLikelihood, information: current.information };
    let scale = Math.min(1, 5 / length);
    for (let halving = 0; halving < 30; halving++, scale /= 2) {
      const tried = parameters.map((value, i) => value + scale * step[i]!);
      const next = pass({ design, width, category, cuts, parameters: tried });
      if (!(next.logLikelihood >= current.logLikelihood - 1e-12 * Math.abs(current.logLikelihood))) continue;
      parameters = tried;
      current = next;
      break;
    }
  }
  const walk = step.slice(cuts).map(Math.abs);
  return { diverging: walk.indexOf(Math.max(...walk)) };
}

function start(category: ArrayLike<number>, categories: number, size: number): Float64Array {
  const parameters = new Float64Array(size);
  let below = 0;
  for (let k = 0; k < categories - 1; k++) {
    for (let row = 0; row < category.length; row++) if (category[row] === k) below++;
    parameters[k] = Math.log(below / (category.length - below));
  }
  return parameters;
}

interface Pass {
  readonly design: Float64Array;
  readonly width: number;
  readonly category: ArrayLike<number>;
  readonly cuts: number;
  readonly parameters: Float64Array;
}

/** Log likelihood, gradient and minus second derivatives. Thresholds out of order have no likelihood: minus infinity. */
function pass({ design, width, category, cuts, parameters }: Pass) {
  const size = cuts + width;
  const gradient = new Float64Array(size);
  const information = new Float64Array(size * size);
  const [upper, lower] = [new Float64Array(size), new Float64Array(size)];
  let logLikelihood = 0;
  for (let row = 0; row < category.length; row++) {
    const k = category[row]!;
    let eta = 0;
    for (let j = 0; j < width; j++) eta += design[row * width + j]! * parameters[cuts + j]!;
    const [a, b] = [k < cuts ? parameters[k]! - eta : Infinity, k > 0 ? parameters[k - 1]! - eta : -Infinity];
    const [fa, fb] = [logistic(a), logistic(b)];
    // 1 - F(-b) - ... : for both far to the right the difference of the upper tails keeps the digits.
    const probability = b > 0 ? logistic(-b) - logistic(-a) : fa - fb;
    if (!(probability > 0)) return { logLikelihood: Number.NEGATIVE_INFINITY, gradient, information };
    logLikelihood += Math.log(probability);
    const [da, db] = [fa * (1 - fa), fb * (1 - fb)];
    const [la, lb] = [da / probability, -db / probability];
    const laa = (da * (1 - 2 * fa)) / probability - la * la;
    const lbb = (-db * (1 - 2 * fb)) / probability - lb * lb;
    const lab = -la * lb;
    upper.fill(0);
    lower.fill(0);
    if (k < cuts) upper[k] = 1;
    if (k > 0) lower[k - 1] = 1;
    for (let j = 0; j < width; j++) {
      const x = -design[row * width + j]!;
      if (k < cuts) upper[cuts + j] = x;
      if (k > 0) lower[cuts + j] = x;
    }
    for (let i = 0; i < size; i++) {
      gradient[i] = gradient[i]! + la * upper[i]! + lb * lower[i]!;
      for (let h = 0; h < size; h++) {
        const second = laa * upper[i]! * upper[h]! + lbb * lower[i]! * lower[h]!;
        const cross = lab * (upper[i]! * lower[h]! + lower[i]! * upper[h]!);
        information[i * size + h] = information[i * size + h]! - second - cross;
      }
    }
  }
  return { logLikelihood, gradient, information };
}

const logistic = (x: number) => (x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x)));
