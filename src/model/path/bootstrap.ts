import { type Caveat, caveat } from '../../inference/index.ts';
import { groupUnits, type Resampling, seededResampling } from '../drivers/resampling.ts';
import { attempt } from './attempt.ts';
import {
  bcaInterval,
  bootstrapPValue,
  percentileInterval,
  type Replicated,
  standardErrorOf,
} from './bias-corrected.ts';
import { consistentFit } from './consistent.ts';
import type { PathModelEstimate } from './estimate.ts';
import { fitModel } from './fit.ts';
import { requireDraws } from './groups.ts';
import { type ItemAnswers, rowsOf } from './item-answers.ts';
import { countedMoments, type ItemMoments } from './item-moments.ts';
import { reliabilities } from './reliability.ts';
import { impactStep, type Uncertainties, type Uncertainty } from './result.ts';
import { connectedPairs, structureOf, totalEffects } from './structure.ts';

export interface BootstrapOptions {
  /** 5,000 for a report; below 2,000 intervals are percentiles. */
  readonly resamples: number;
  readonly seed: number;
  readonly confidence?: number;
  /** BCa from 2,000 resamples on and percentiles below, unless one is asked for. */
  readonly method?: 'bca' | 'percentile';
  /** Resamples recorded elsewhere, in place of drawn ones. */
  readonly resampling?: Resampling;
}

/** Every figure of every resample: rows are resamples. Figures that hang together keep doing so within a row. */
export interface PathModelBootstrap {
  /** Resamples that could be estimated, and those that could not. */
  readonly used: number;
  readonly failed: number;
  readonly method: 'bca' | 'percentile';
  readonly unit: 'answer' | 'account';
  readonly uncertainties: Uncertainties;
  /** Of +5 index points, one value a resample, in the same order for every pair; empty where there is no index. */
  readonly impactDraws: (from: number, to: number) => Float64Array;
}

/** From here on intervals are bias-corrected and accelerated. */
const enoughForBca = 2000;
/** Beyond so many units the jackknife of the acceleration leaves out one of so many groups of them. */
const mostLeftOut = 1000;

/**
 * How sure are the figures of a path model? Answers, or whole accounts where the estimate has them, are drawn with
 * replacement and the model estimated again from the start each time, signs set by the rule of the estimate and by no
 * other. Same seed, same draws, in any order and on any worker (docs/methods/path-model-bootstrap.md). Refuses more
 * than 5 % of resamples that cannot be estimated (`CND_RESAMPLES`). Source: Efron and Tibshirani 1993; Streukens and
 * Leroi-Werelds 2016, DOI 10.1016/j.emj.2016.06.003.
 * @example bootstrapPathModel(estimatePathModel(pathModel(mobileModel), mobileTwin()), { resamples: 200, seed: 1 }).used // => 200
 */
export function bootstrapPathModel(estimate: PathModelEstimate, options: BootstrapOptions): PathModelBootstrap {
  const { confidence = 0.95 } = options;
  const units = unitsOf(estimate.answers);
  const resampling = options.resampling ?? seededResampling(options.seed, units.count, options.resamples);
  const layout = layoutOf(estimate);
  const replicates: Float64Array[] = [];
  const unitCounts = new Int32Array(units.count);
  for (let draw = 0; draw < resampling.resamples; draw++) {
    resampling.counts(draw, unitCounts);
    const figures = layout.figures(units.rowCounts(unitCounts));
    if (figures) replicates.push(figures);
  }
  const failed = resampling.resamples - replicates.length;
  requireDraws(failed, resampling.resamples);
  const method = options.method ?? (replicates.length >= enoughForBca ? 'bca' : 'percentile');
  const leftOut = method === 'bca' ? jackknife(units, layout, options.seed) : [];
  const column = (from: readonly Float64Array[], at: number) => Float64Array.from(from, (row) => row[at]!);
  const uncertainty = (at: number) =>
    uncertaintyOf(
      { estimate: layout.estimate[at]!, replicates: column(replicates, at) },
      method === 'bca' ? column(leftOut, at) : undefined,
      confidence,
    );
  const all = layout.names.map((_, at) => uncertainty(at));
  return {
    used: replicates.length,
    failed,
    method,
    unit: estimate.answers.clusters ? 'account' : 'answer',
    uncertainties: {
      path: (path) => all[path],
      totalEffect: (from, to) => all[layout.placeOf('total', from, to)],
      impact: (from, to) => all[layout.placeOf('impact', from, to)],
      caveats: doubts({ failed, method, fixed: layout.names.filter((_, at) => all[at] === undefined) }),
    },
    impactDraws: (from, to) => {
      const at = layout.placeOf('impact', from, to);
      return at < 0 ? new Float64Array(0) : column(replicates, at);
    },
  };
}

interface Units {
  readonly count: number;
  readonly rowCounts: (counts: Int32Array) => Int32Array;
}

function unitsOf({ columns, clusters }: ItemAnswers): Units {
  if (!clusters) return { count: rowsOf({ columns }), rowCounts: (counts) => counts };
  const places = new Map<number, number>();
  const unitOfRow = Int32Array.from(clusters, (account) => {
    const known = places.get(account);
    if (known !== undefined) return known;
    places.set(account, places.size);
    return places.size - 1;
  });
  const rows = new Int32Array(clusters.length);
  return {
    count: places.size,
    rowCounts: (counts) => {
      for (let row = 0; row < rows.length; row++) rows[row] = counts[unitOfRow[row]!]!;
      return rows;
    },
  };
}

/** Where each figure stands in a row: paths, total effects, impacts. */
interface Layout {
  readonly names: readonly string[];
  readonly estimate: Float64Array;
  readonly placeOf: (kind: 'total' | 'impact', from: number, to: number) => number;
  readonly figures: (rowCounts: Int32Array) => Float64Array | undefined;
}

function layoutOf(estimate: PathModelEstimate): Layout {
  const { model, answers, gaps, indices } = estimate;
  const size = model.constructs.length;
  const pairs = connectedPairs(model);
  // An index that the whole sample does not have is not looked for in resamples either.
  const indexed = pairs.filter(({ from, to }) => indices[from] && indices[to]);
  const name = (place: number) => model.constructs[place]!.name;
  const figuresOf = (moments: ItemMoments): Float64Array => {
    const fit = fitModel(model, moments.correlations);
    const structure = estimate.consistent
      ? consistentFit(model, fit, reliabilities(model, moments.correlations, fit)).structure
      : structureOf(model, fit.constructCorrelations);
    const effects = totalEffects(model, structure.coefficients);
    const own = constructDeviations(estimate, moments, fit.weights);
    return Float64Array.from([
      ...structure.coefficients,
      ...pairs.map(({ from, to }) => effects[from * size + to]!),
      ...indexed.map(({ from, to }) => (impactStep * effects[from * size + to]! * own[to]!) / own[from]!),
    ]);
  };
  const impactsFrom = model.paths.length + pairs.length;
  return {
    names: [
      ...model.paths.map(({ from, to }) => `${name(from)} -> ${name(to)}`),
      ...pairs.map(({ from, to }) => `${name(from)} => ${name(to)}`),
      ...indexed.map(({ from, to }) => `+5 ${name(from)}: ${name(to)}`),
    ],
    estimate: figuresOf(estimate.moments),
    placeOf: (kind, from, to) => {
      const list = kind === 'total' ? pairs : indexed;
      const at = list.findIndex((pair) => pair.from === from && pair.to === to);
      return at < 0 ? -1 : at + (kind === 'total' ? model.paths.length : impactsFrom);
    },
    figures: (rowCounts) => {
      const moments = countedMoments(answers, rowCounts, gaps);
      const figures = moments && attempt(() => figuresOf(moments));
      return figures?.every(Number.isFinite) ? figures : undefined;
    },
  };
}

/**
 * Spread of every index; a weight that turns negative in a resample still has one, as the rule against such indices is
 * about what is shown, and dropping those resamples would cut a tail off.
 */
function constructDeviations({ model }: PathModelEstimate, moments: ItemMoments, weights: Float64Array): number[] {
  const [min, max] = model.scale;
  return model.constructs.map(({ first, items }) => {
    const total = items.reduce(
      (sum, _, index) => sum + weights[first + index]! / moments.deviations[first + index]!,
      0,
    );
    return 100 / (max - min) / total;
  });
}

function jackknife(units: Units, layout: Layout, seed: number): Float64Array[] {
  const groups = Math.min(units.count, mostLeftOut);
  const groupOf = groups < units.count ? groupUnits(units.count, groups, seed) : undefined;
  const counts = new Int32Array(units.count);
  return Array.from({ length: groups }, (_, group) => {
    for (let unit = 0; unit < units.count; unit++) counts[unit] = (groupOf?.[unit] ?? unit) === group ? 0 : 1;
    return layout.figures(units.rowCounts(counts));
  }).filter((figures) => figures !== undefined);
}

/** A figure that no resample changes has no interval. */
function uncertaintyOf(
  given: Replicated,
  leftOut: Float64Array | undefined,
  confidence: number,
): Uncertainty | undefined {
  const { replicates } = given;
  const standardError = standardErrorOf(replicates);
  if (!(standardError > 1e-12)) return undefined;
  const corrected = leftOut && bcaInterval(given, leftOut, confidence);
  return {
    standardError,
    interval: corrected ?? percentileInterval(replicates, confidence),
    pValue: bootstrapPValue(replicates),
  };
}

function doubts(of: { failed: number; method: 'bca' | 'percentile'; fixed: readonly string[] }): Caveat[] {
  const { failed, method, fixed } = of;
  return [
    ...(failed > 0
      ? [caveat('resamples-dropped', `${failed} resamples could not be estimated.`, { count: failed })]
      : []),
    ...(method === 'percentile'
      ? [caveat('percentile-interval', `Under ${enoughForBca} resamples: percentile intervals in place of BCa.`)]
      : []),
    ...(fixed.length > 0
      ? [caveat('fixed-by-design', `No resample can change ${fixed.join(', ')}: no interval.`, { names: fixed })]
      : []),
  ];
}
