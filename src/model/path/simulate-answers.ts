import { CandorError } from '../../errors/index.ts';
import { type RandomStream, randomStream } from '../../numeric/index.ts';
import type { ItemAnswers } from './item-answers.ts';
import { type PathModel, pathModel } from './path-model.ts';
import type { PathModelSpecification } from './specification.ts';
import { totalEffects } from './structure.ts';

/** How one item answers to its construct, on its own scale. */
export interface ItemTruth {
  /** Correlation with the construct before rounding. */
  readonly loading: number;
  readonly mean: number;
  readonly deviation: number;
}

/** A world in which the model is true: what a method should find is known. */
export interface ModelTruth {
  readonly specification: PathModelSpecification;
  /** Of the constructs, all with variance 1, in the order of the paths. */
  readonly coefficients: readonly number[];
  /** In the order of the items of the model. */
  readonly items: readonly ItemTruth[];
}

export interface SimulationOptions {
  readonly answers: number;
  readonly seed: number;
  /** Answers an account gives, and the share of the variance of each construct that its account explains. */
  readonly accounts?: { readonly size: number; readonly share: number };
}

/**
 * Answers that people of this world would give: whole numbers on the scale, normal constructs and errors, rounded and
 * cut at the ends. Refuses coefficients that leave a construct no variance of its own (`CND_ARGUMENT`).
 * @example simulateAnswers(templateTruth('acsi'), { answers: 100, seed: 1 }).columns.length // => 15
 */
export function simulateAnswers(truth: ModelTruth, { answers, seed, accounts }: SimulationOptions): ItemAnswers {
  const model = pathModel(truth.specification);
  const own = ownDeviations(model, truth.coefficients);
  const size = accounts?.size ?? 1;
  const columns = truth.items.map(() => new Float64Array(answers));
  const common = new Float64Array(model.constructs.length);
  for (let row = 0; row < answers; row++) {
    const stream = randomStream(seed, 621, row);
    if (accounts && row % size === 0) drawInto(common, randomStream(seed, 622, row / size));
    const share = accounts?.share ?? 0;
    const scores = constructScores(model, truth.coefficients, (place) => {
      const noise = Math.sqrt(share) * common[place]! + Math.sqrt(1 - share) * stream.normal();
      return own[place]! * noise;
    });
    for (const [item, value] of itemValues(model, truth, scores, stream).entries()) columns[item]![row] = value;
  }
  return {
    columns,
    ...(accounts && { clusters: Int32Array.from({ length: answers }, (_, row) => Math.floor(row / size)) }),
  };
}

function drawInto(values: Float64Array, stream: RandomStream): void {
  for (let place = 0; place < values.length; place++) values[place] = stream.normal();
}

function constructScores(model: PathModel, coefficients: readonly number[], noise: (place: number) => number) {
  const scores = new Float64Array(model.constructs.length);
  for (const place of model.order) {
    let score = noise(place);
    for (const [path, { from, to }] of model.paths.entries()) {
      if (to === place) score += coefficients[path]! * scores[from]!;
    }
    scores[place] = score;
  }
  return scores;
}

function itemValues(model: PathModel, { items }: ModelTruth, scores: Float64Array, stream: RandomStream): number[] {
  const [min, max] = model.scale;
  return model.constructs.flatMap(({ first, items: names }, place) =>
    names.map((_, index) => {
      const { loading, mean, deviation } = items[first + index]!;
      const z = loading * scores[place]! + Math.sqrt(1 - loading ** 2) * stream.normal();
      return Math.min(max, Math.max(min, Math.round(mean + deviation * z)));
    }),
  );
}

/** Exogenous constructs are independent with variance 1; the others keep what their causes leave over. */
function ownDeviations(model: PathModel, coefficients: readonly number[]): number[] {
  const size = model.constructs.length;
  const routes = totalEffects(model, coefficients);
  const own = model.constructs.map(() => 1);
  for (const place of model.order) {
    let explained = 0;
    for (let origin = 0; origin < size; origin++) explained += routes[origin * size + place]! ** 2 * own[origin]! ** 2;
    if (!(explained < 1)) {
      const message = `simulateAnswers needs coefficients that leave "${model.constructs[place]!.name}" some variance of its own, got ${explained.toFixed(3)} explained`;
      throw new CandorError('CND_ARGUMENT', message, { construct: model.constructs[place]!.name });
    }
    own[place] = Math.sqrt(1 - explained);
  }
  return own;
}
