import { CandorError } from '../../errors/index.ts';
import { randomStream } from '../../numeric/index.ts';
import { fitModel } from './fit.ts';
import { answersOf, completeRows, type ItemAnswers, requireVariance, rowsOf } from './item-answers.ts';
import { type ItemMoments, itemMoments } from './item-moments.ts';
import { blockOf, type PathModel } from './path-model.ts';
import { solveSymmetric, subMatrix } from './square-matrix.ts';
import { type Structure, structureOf } from './structure.ts';

/** Errors of the three ways to predict one item, on the scale of the item. */
export interface PredictionErrors {
  /** By the model, from the constructs without causes only. */
  readonly earliest: number;
  /** By the model, from the direct causes, whose items are used. */
  readonly direct: number;
  /** By plain regression on the items of the constructs without causes: what the model has to beat. */
  readonly linear: number;
}

export interface ItemPrediction {
  readonly item: string;
  readonly construct: string;
  readonly rmse: PredictionErrors;
  readonly mae: PredictionErrors;
  /** 1 - squared errors over those of the mean of the training answers; 0 or less predicts nothing. */
  readonly q2: PredictionErrors;
}

export interface Prediction {
  readonly n: number;
  readonly folds: number;
  readonly items: readonly ItemPrediction[];
  /** Items that the model (earliest causes) predicts with a smaller RMSE than plain regression. */
  readonly better: number;
  /** All, most, some or none of the items: Shmueli and others 2019. */
  readonly power: 'high' | 'medium' | 'low' | 'none';
}

export interface PredictionOptions {
  readonly folds?: number;
  /** Draws the folds; accounts stay together where the answers have them. */
  readonly seed?: number;
  /** The fold of every row, in place of drawn ones. */
  readonly assignment?: ArrayLike<number>;
}

/**
 * Does the model predict answers that it has not seen (PLSpredict)? Each fold is predicted by a model fitted to the
 * others. Only rows that answer every item are used. The fair comparison is `earliest` against `linear`: both know the
 * items of constructs without causes only; `direct` also knows the mediators. Refuses fewer rows than the model needs
 * in training (`CND_SAMPLE_TOO_SMALL`). Source: Shmueli, Ray, Velasquez Estrada and Chatla 2016, DOI
 * 10.1016/j.jbusres.2016.03.049; Shmueli and others 2019, DOI 10.1108/EJM-02-2019-0189.
 * @example predictItems(pathModel(mobileModel), mobileTwin(), { seed: 1 }).better // => 9
 */
export function predictItems(model: PathModel, given: ItemAnswers, options: PredictionOptions = {}): Prediction {
  const { folds = 10, seed = 1 } = options;
  const answers = options.assignment ? given : completeRows(given);
  const n = rowsOf(answers);
  if (n < 5 * folds) {
    const message = `predictItems needs at least ${5 * folds} rows that answer every item, got ${n}`;
    throw new CandorError('CND_SAMPLE_TOO_SMALL', message, { answers: n, needed: 5 * folds });
  }
  const assignment = options.assignment ?? drawnFolds(answers, folds, seed);
  const errors = new PredictionSums(model.items.length);
  for (let fold = 0; fold < folds; fold++) predictFold(model, answers, { assignment, fold, errors });
  const items = model.constructs.flatMap((construct, place) =>
    model.causes[place]!.length === 0
      ? []
      : blockOf(construct).map((item) => ({ item: model.items[item]!, construct: construct.name, ...errors.of(item) })),
  );
  const better = items.filter(({ rmse }) => rmse.earliest < rmse.linear).length;
  return { n, folds, items, better, power: powerOf(better, items.length) };
}

function powerOf(better: number, of: number): Prediction['power'] {
  if (better === of) return 'high';
  if (better === 0) return 'none';
  return better > of / 2 ? 'medium' : 'low';
}

function drawnFolds(answers: ItemAnswers, folds: number, seed: number): Int32Array {
  const { clusters } = answers;
  const units = clusters
    ? [...new Set(clusters)].sort((a, b) => a - b)
    : Array.from({ length: rowsOf(answers) }, (_, i) => i);
  const order = randomStream(seed, 611, 0).shuffle([...units]);
  const foldOf = new Map(order.map((unit, place) => [unit, place % folds]));
  return Int32Array.from({ length: rowsOf(answers) }, (_, row) => foldOf.get(clusters ? clusters[row]! : row)!);
}

const ways = ['earliest', 'direct', 'linear'] as const;

class PredictionSums {
  private readonly squares;
  private readonly absolutes;
  private readonly fromMean;
  private count = 0;

  constructor(items: number) {
    this.squares = ways.map(() => new Float64Array(items));
    this.absolutes = ways.map(() => new Float64Array(items));
    this.fromMean = new Float64Array(items);
  }

  row(): void {
    this.count++;
  }

  add(item: number, observed: number, mean: number, predicted: readonly number[]): void {
    this.fromMean[item]! += (observed - mean) ** 2;
    for (const [way, value] of predicted.entries()) {
      this.squares[way]![item]! += (observed - value) ** 2;
      this.absolutes[way]![item]! += Math.abs(observed - value);
    }
  }

  of(item: number): Pick<ItemPrediction, 'rmse' | 'mae' | 'q2'> {
    const each = (figure: (way: number) => number): PredictionErrors => ({
      earliest: figure(0),
      direct: figure(1),
      linear: figure(2),
    });
    return {
      rmse: each((way) => Math.sqrt(this.squares[way]![item]! / this.count)),
      mae: each((way) => this.absolutes[way]![item]! / this.count),
      q2: each((way) => 1 - this.squares[way]![item]! / this.fromMean[item]!),
    };
  }
}

interface Fold {
  readonly assignment: ArrayLike<number>;
  readonly fold: number;
  readonly errors: PredictionSums;
}

function predictFold(model: PathModel, answers: ItemAnswers, { assignment, fold, errors }: Fold): void {
  const rows = Array.from({ length: rowsOf(answers) }, (_, row) => row);
  const training = answersOf(
    answers,
    rows.filter((row) => assignment[row] !== fold),
  );
  requireVariance(model, training);
  const { moments } = itemMoments(training);
  const fit = fitModel(model, moments.correlations);
  const structure = structureOf(model, fit.constructCorrelations);
  const linear = linearModel(model, moments);
  for (const row of rows.filter((given) => assignment[given] === fold)) {
    errors.row();
    const z = Float64Array.from(
      answers.columns,
      (column, item) => (column[row]! - moments.means[item]!) / moments.deviations[item]!,
    );
    const { earliest, direct } = constructPredictions(model, structure, scoresOf(model, fit.weights, z));
    for (const [place, construct] of model.constructs.entries()) {
      if (model.causes[place]!.length === 0) continue;
      for (const item of blockOf(construct)) {
        const onScale = (value: number) => moments.means[item]! + value * moments.deviations[item]!;
        const plain = linear.inputs.reduce((sum, input, i) => sum + linear.slopes[item]![i]! * z[input]!, 0);
        const byModel = [earliest[place]!, direct[place]!].map((score) => onScale(score * fit.loadings[item]!));
        errors.add(item, answers.columns[item]![row]!, moments.means[item]!, [...byModel, onScale(plain)]);
      }
    }
  }
}

function scoresOf(model: PathModel, weights: Float64Array, z: Float64Array): number[] {
  return model.constructs.map((construct) =>
    blockOf(construct).reduce((sum, item) => sum + weights[item]! * z[item]!, 0),
  );
}

function constructPredictions(model: PathModel, { coefficients }: Structure, scores: readonly number[]) {
  const earliest = [...scores];
  const direct = [...scores];
  for (const place of model.order) {
    if (model.causes[place]!.length === 0) continue;
    [earliest[place], direct[place]] = [0, 0];
    for (const [path, { from, to }] of model.paths.entries()) {
      if (to !== place) continue;
      earliest[place]! += coefficients[path]! * earliest[from]!;
      direct[place]! += coefficients[path]! * scores[from]!;
    }
  }
  return { earliest, direct };
}

/** Every item of a construct with causes, regressed on the items of those without. */
function linearModel(model: PathModel, { correlations }: ItemMoments) {
  const inputs = model.constructs.flatMap((construct, place) =>
    model.causes[place]!.length === 0 ? blockOf(construct) : [],
  );
  const inner = subMatrix(correlations, inputs);
  const slopes = model.items.map((_, item) => {
    const right = inputs.map((input) => correlations[input * model.items.length + item]!);
    const solved = solveSymmetric(inner, right);
    if (solved) return solved;
    const names = inputs.map((input) => model.items[input]!);
    const message = `the items of the first constructs say the same thing: ${names.join(', ')}`;
    throw new CandorError('CND_COLLINEAR', message, { items: names });
  });
  return { inputs, slopes };
}
