import { CandorError } from '../../errors/index.ts';
import { type Caveat, caveat } from '../../inference/index.ts';
import { quantile, randomStream } from '../../numeric/index.ts';
import { attempt } from './attempt.ts';
import { fitModel, type PathFit } from './fit.ts';
import { type CompositeStandings, composites } from './invariance.ts';
import { answersNeeded, answersOf, type ItemAnswers, rowsOf } from './item-answers.ts';
import { countedMoments, type GapTreatment, type ItemMoments, itemMoments } from './item-moments.ts';
import type { PathModel } from './path-model.ts';
import type { MissingRule } from './specification.ts';
import { structureOf } from './structure.ts';

export interface GroupPath {
  readonly from: string;
  readonly to: string;
  /** Coefficient in the first group and in the second. */
  readonly first: number;
  readonly second: number;
  /** Second minus first. */
  readonly difference: number;
  /** How often groups drawn by chance differ as much. */
  readonly pValue: number;
  /** Both ends mean the same in the two groups: only then can the difference be read. */
  readonly comparable: boolean;
}

/** Whether two groups mean the same by one construct: steps 2 and 3 of MICOM. */
export interface ConstructInvariance {
  readonly construct: string;
  /** Correlation of the scores that the weights of either group give to all answers, and the 5 % point of chance. */
  readonly correlation: number;
  readonly correlationFloor: number;
  readonly compositional: boolean;
  /** Second minus first, scores of all answers with variance 1, and the central 95 % of chance. */
  readonly meanDifference: number;
  readonly meanRange: { readonly low: number; readonly high: number };
  readonly equalMeans: boolean;
  /** Logarithm of the ratio of variances, second over first. */
  readonly logVarianceRatio: number;
  readonly varianceRange: { readonly low: number; readonly high: number };
  readonly equalVariances: boolean;
}

export interface GroupComparison {
  readonly groups: readonly [GroupSize, GroupSize];
  readonly permutations: number;
  readonly failed: number;
  readonly paths: readonly GroupPath[];
  readonly invariance: readonly ConstructInvariance[];
  readonly caveats: readonly Caveat[];
}

export interface GroupSize {
  readonly name: string;
  readonly n: number;
}

export interface GroupOptions {
  readonly permutations?: number;
  readonly seed?: number;
  readonly missing?: MissingRule;
  readonly names?: readonly [first: string, second: string];
}

/**
 * Do the paths differ between two groups, and may they be compared at all? Groups are drawn anew by chance
 * (`permutations`, 1000 by default); p = (1 + draws that differ as much) / (1 + draws). Whole accounts change sides
 * where the answers have them and no account has answers on both. Before a difference is read both groups must mean the
 * same by a construct: the same items (MICOM step 1, by design), composites that agree (step 2); equal means and
 * variances (step 3) decide whether scores may be pooled. `marks` holds 0 or 1 a row, -1 for rows of neither.
 * Refuses a group with fewer answers than the model needs (`CND_MODEL_GROUPS`) and more than 5 % failed draws
 * (`CND_RESAMPLES`). Source: Chin and Dibbern 2010, DOI 10.1007/978-3-540-32827-8_8; Henseler, Ringle and
 * Sarstedt 2016, DOI 10.1108/IMR-09-2014-0304.
 * @example compareGroups(pathModel(mobileModel), mobileTwin(), Array.from({ length: 250 }, (_, row) => row % 2), { permutations: 99 }).paths[0].difference // => 0.0657
 */
export function compareGroups(
  model: PathModel,
  given: ItemAnswers,
  marks: ArrayLike<number>,
  options: GroupOptions = {},
): GroupComparison {
  const { permutations = 1000, seed = 1, missing = 'pairwise', names = ['first', 'second'] } = options;
  const both = bothGroups(given, marks, missing);
  requireGroups(model, both, names);
  const { moments: pooled, gaps, caveats } = itemMoments(both.answers, missing);
  const pool: Pool = { model, answers: both.answers, gaps, pooled, fit: fitModel(model, pooled.correlations) };
  const observed = standing(pool, both.marks);
  if (!observed) {
    const message =
      'the model cannot be estimated in one of the groups: an item does not vary, or weights do not settle';
    throw new CandorError('CND_MODEL_GROUPS', message, { groups: names });
  }
  const draws: Standing[] = [];
  const shuffled = permutedMarks(both, seed);
  for (let draw = 0; draw < permutations; draw++) {
    const one = standing(pool, shuffled(draw));
    if (one) draws.push(one);
  }
  const failed = permutations - draws.length;
  requireDraws(failed, permutations);
  const invariance = invarianceOf(model, observed, draws);
  const doubtful = invariance.filter(({ compositional }) => !compositional).map(({ construct }) => construct);
  return {
    groups: [0, 1].map((mark) => ({
      name: names[mark]!,
      n: both.marks.filter((value) => value === mark).length,
    })) as never,
    permutations,
    failed,
    paths: pathsOf(model, observed, draws, doubtful),
    invariance,
    caveats: [...caveats, ...(doubtful.length > 0 ? [notInvariant(doubtful)] : [])],
  };
}

interface Pool {
  readonly model: PathModel;
  readonly answers: ItemAnswers;
  readonly gaps: GapTreatment;
  readonly pooled: ItemMoments;
  readonly fit: PathFit;
}

interface Standing {
  readonly coefficients: readonly [Float64Array, Float64Array];
  readonly composites: readonly CompositeStandings[];
}

/** All figures of one division into two groups; undefined where one of them cannot be estimated. */
function standing({ model, answers, gaps, pooled, fit }: Pool, marks: Int8Array): Standing | undefined {
  const sides = [0, 1].map((mark) => {
    const counts = Int32Array.from(marks, (own) => (own === mark ? 1 : 0));
    const moments = countedMoments(answers, counts, gaps);
    const ownFit = moments && attempt(() => fitModel(model, moments.correlations));
    const structure = ownFit && attempt(() => structureOf(model, ownFit.constructCorrelations));
    return moments && ownFit && structure ? { moments, fit: ownFit, structure } : undefined;
  });
  const [first, second] = sides;
  if (!first || !second) return undefined;
  return {
    coefficients: [first.structure.coefficients, second.structure.coefficients],
    composites: composites(model, { pooled, weights: fit.weights }, [first, second]),
  };
}

function bothGroups(given: ItemAnswers, marks: ArrayLike<number>, missing: MissingRule) {
  const isComplete = (row: number) => given.columns.every((column) => !Number.isNaN(column[row]!));
  const rows = Array.from({ length: rowsOf(given) }, (_, row) => row).filter(
    (row) => (marks[row] === 0 || marks[row] === 1) && (missing !== 'complete' || isComplete(row)),
  );
  return { answers: answersOf(given, rows), marks: Int8Array.from(rows, (row) => marks[row]!) };
}

function requireGroups(
  model: PathModel,
  { marks }: { readonly marks: Int8Array },
  names: readonly [string, string],
): void {
  const needed = answersNeeded(model);
  for (const mark of [0, 1] as const) {
    const n = marks.filter((value) => value === mark).length;
    if (n >= needed) continue;
    const message = `each group needs at least ${needed} answers for this model, "${names[mark]}" has ${n}`;
    throw new CandorError('CND_MODEL_GROUPS', message, { group: names[mark], answers: n, needed });
  }
}

export function requireDraws(failed: number, of: number): void {
  if (failed <= 0.05 * of) return;
  const message = `${failed} of ${of} resamples could not be estimated; at most 5 % may fail`;
  throw new CandorError('CND_RESAMPLES', message, { failed, resamples: of });
}

interface Marked {
  readonly answers: ItemAnswers;
  readonly marks: Int8Array;
}

/** Draw `d` of the marks, the group sizes kept; accounts move whole where each stands on one side only. */
function permutedMarks({ answers: { clusters }, marks }: Marked, seed: number): (draw: number) => Int8Array {
  const sideOf = new Map<number, number>();
  const isNested = clusters?.every((account, row) => {
    const side = sideOf.get(account);
    if (side === undefined) sideOf.set(account, marks[row]!);
    return side === undefined || side === marks[row];
  });
  if (!clusters || !isNested) {
    return (draw) => Int8Array.from(randomStream(seed, 612, draw).shuffle([...marks]));
  }
  const accounts = [...sideOf.keys()];
  return (draw) => {
    const sides = randomStream(seed, 612, draw).shuffle(accounts.map((account) => sideOf.get(account)!));
    const drawn = new Map(accounts.map((account, index) => [account, sides[index]!]));
    return Int8Array.from(clusters, (account) => drawn.get(account)!);
  };
}

function pathsOf(
  model: PathModel,
  observed: Standing,
  draws: readonly Standing[],
  doubtful: readonly string[],
): GroupPath[] {
  const name = (place: number) => model.constructs[place]!.name;
  return model.paths.map(({ from, to }, path) => {
    const [first, second] = [observed.coefficients[0][path]!, observed.coefficients[1][path]!];
    const size = Math.abs(second - first);
    const asLarge = draws.filter(
      ({ coefficients }) => Math.abs(coefficients[1][path]! - coefficients[0][path]!) >= size - 1e-12,
    ).length;
    return {
      from: name(from),
      to: name(to),
      first,
      second,
      difference: second - first,
      pValue: (1 + asLarge) / (1 + draws.length),
      comparable: !doubtful.includes(name(from)) && !doubtful.includes(name(to)),
    };
  });
}

function invarianceOf(model: PathModel, observed: Standing, draws: readonly Standing[]): ConstructInvariance[] {
  return model.constructs.map(({ name, items }, place) => {
    const own = observed.composites[place]!;
    const range = (figure: (one: CompositeStandings) => number) => {
      const drawn = Float64Array.from(draws, ({ composites: all }) => figure(all[place]!)).sort();
      return { low: quantile(drawn, 0.025), high: quantile(drawn, 0.975) };
    };
    const correlations = Float64Array.from(draws, ({ composites: all }) => all[place]!.correlation).sort();
    const correlationFloor = quantile(correlations, 0.05);
    const meanRange = range(({ meanDifference }) => meanDifference);
    const varianceRange = range(({ logVarianceRatio }) => logVarianceRatio);
    const inside = (value: number, { low, high }: { low: number; high: number }) => value >= low && value <= high;
    return {
      construct: name,
      correlation: own.correlation,
      correlationFloor,
      // A single item is its own composite in every group.
      compositional: items.length === 1 || own.correlation >= correlationFloor,
      meanDifference: own.meanDifference,
      meanRange,
      equalMeans: inside(own.meanDifference, meanRange),
      logVarianceRatio: own.logVarianceRatio,
      varianceRange,
      equalVariances: inside(own.logVarianceRatio, varianceRange),
    };
  });
}

function notInvariant(names: readonly string[]): Caveat {
  const message = `The two groups do not mean the same by ${names.join(', ')}: differences of its paths cannot be read.`;
  return caveat('not-invariant', message, { names });
}
