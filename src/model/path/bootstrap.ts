import { type Caveat, caveat } from '../../inference/index.ts';
import type { Resampling } from '../drivers/resampling.ts';
import { figureUncertainty } from '../kernel/figure-intervals.ts';
import { planOf } from '../kernel/plan.ts';
import { drawnResampling, poissonResampling, poissonRule, streamRule } from '../kernel/resample-streams.ts';
import { type FittedFigures, Resampler } from '../kernel/resampler.ts';
import type { StatisticPlaces } from '../kernel/statistics.ts';
import type { PathModelEstimate } from './estimate.ts';
import { requireDraws } from './groups.ts';
import type { Uncertainties, Uncertainty } from './result.ts';

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
  /** How chance was drawn: with the seed it gives the same resamples again. */
  readonly streams: string;
  readonly uncertainties: Uncertainties;
  /** Of +5 index points, one value a resample, in the same order for every pair; empty where there is no index. */
  readonly impactDraws: (from: number, to: number) => Float64Array;
}

/** From here on intervals are bias-corrected and accelerated. */
const enoughForBca = 2000;
/** Beyond so many units they count by Poisson draws, and what BCa would correct is far below the width of intervals. */
const mostDrawn = 20_000;

/**
 * How sure are the figures of a path model? Answers, or whole accounts where the estimate has them, are drawn with
 * replacement and the model estimated again from the start each time, signs set by the rule of the estimate and by no
 * other. Same seed, same draws, in any order and on any worker (docs/methods/path-model-bootstrap.md). Beyond 20,000
 * units each counts by itself, Poisson with mean 1, and intervals are percentiles. Refuses more
 * than 5 % of resamples that cannot be estimated (`CND_RESAMPLES`). Source: Efron and Tibshirani 1993; Streukens and
 * Leroi-Werelds 2016, DOI 10.1016/j.emj.2016.06.003.
 * @example bootstrapPathModel(estimatePathModel(pathModel(mobileModel), mobileTwin()), { resamples: 200, seed: 1 }).used // => 200
 */
export function bootstrapPathModel(estimate: PathModelEstimate, options: BootstrapOptions): PathModelBootstrap {
  const { confidence = 0.95 } = options;
  const resampler = resamplerOf(estimate);
  const { places } = resampler.plan;
  const drawn = resampler.replicate(options.resampling ?? resamplingOf(resampler.units, options));
  const failed = drawn.outcomes.reduce((sum, count) => sum + count, 0) - drawn.used;
  requireDraws(failed, failed + drawn.used);
  const isDrawn = resampler.units <= mostDrawn;
  const isBca = isDrawn && drawn.used >= enoughForBca;
  const method = options.method ?? (isBca ? 'bca' : 'percentile');
  const whole = resampler.estimate();
  const leftOut = method === 'bca' ? resampler.leaveOneOut() : undefined;
  const named = namedFigures(estimate, places);
  const all = new Map(named.map(({ at }) => [at, uncertaintyOf({ at, whole, drawn, leftOut, confidence })]));
  const isFew = method === 'percentile' && drawn.used < enoughForBca;
  const fixed = named.filter(({ at }) => all.get(at) === undefined).map(({ name }) => name);
  return {
    used: drawn.used,
    failed,
    method,
    unit: estimate.answers.clusters ? 'account' : 'answer',
    streams: options.resampling ? 'recorded' : isDrawn ? streamRule : poissonRule,
    uncertainties: {
      path: (path) => all.get(places.paths + path),
      totalEffect: (from, to) => all.get(placeOf(places, places.totals, from, to)),
      impact: (from, to) => all.get(placeOf(places, places.impacts, from, to)),
      caveats: doubts({ failed, isFew, fixed }),
    },
    impactDraws: (from, to) => {
      const at = placeOf(places, places.impacts, from, to);
      return all.has(at) ? drawn.figures[at]! : new Float64Array(0);
    },
  };
}

function resamplerOf({ model, answers, gaps, consistent }: PathModelEstimate): Resampler {
  return new Resampler(planOf(model, consistent), {
    columns: answers.columns,
    ...(answers.clusters && { unitOf: unitPlaces(answers.clusters) }),
    ...(gaps === 'mean' && { gaps }),
  });
}

/** Accounts by their order of appearance. */
function unitPlaces(clusters: Int32Array): Int32Array {
  const places = new Map<number, number>();
  return clusters.map((account) => {
    const known = places.get(account);
    if (known !== undefined) return known;
    places.set(account, places.size);
    return places.size - 1;
  });
}

function resamplingOf(units: number, { seed, resamples }: BootstrapOptions): Resampling {
  return units > mostDrawn ? poissonResampling(seed, units, resamples) : drawnResampling(seed, units, resamples);
}

/** -1 where the model has no route between the two. */
function placeOf({ pairs }: StatisticPlaces, first: number, from: number, to: number): number {
  const at = pairs.findIndex((pair) => pair.from === from && pair.to === to);
  return at < 0 ? -1 : first + at;
}

/** Figures that get an interval. An index that the whole sample does not have has no impact in resamples either. */
function namedFigures({ model, indices }: PathModelEstimate, places: StatisticPlaces) {
  const name = (place: number) => model.constructs[place]!.name;
  const indexed = [...places.pairs.entries()].filter(([, { from, to }]) => indices[from] && indices[to]);
  return [
    ...model.paths.map(({ from, to }, path) => ({ at: places.paths + path, name: `${name(from)} -> ${name(to)}` })),
    ...places.pairs.map(({ from, to }, at) => ({ at: places.totals + at, name: `${name(from)} => ${name(to)}` })),
    ...indexed.map(([at, { from, to }]) => ({ at: places.impacts + at, name: `+5 ${name(from)}: ${name(to)}` })),
  ];
}

interface Drawn {
  readonly at: number;
  readonly whole: FittedFigures;
  readonly drawn: FittedFigures;
  readonly leftOut: FittedFigures | undefined;
  readonly confidence: number;
}

function uncertaintyOf({ at, whole, drawn, leftOut, confidence }: Drawn): Uncertainty | undefined {
  const given = { estimate: whole.figures[at]![0]!, replicates: drawn.figures[at]! };
  return figureUncertainty(given, leftOut?.figures[at], confidence);
}

function doubts(of: { failed: number; isFew: boolean; fixed: readonly string[] }): Caveat[] {
  const { failed, isFew, fixed } = of;
  return [
    ...(failed > 0
      ? [caveat('resamples-dropped', `${failed} resamples could not be estimated.`, { count: failed })]
      : []),
    ...(isFew
      ? [caveat('percentile-interval', `Under ${enoughForBca} resamples: percentile intervals in place of BCa.`)]
      : []),
    ...(fixed.length > 0
      ? [caveat('fixed-by-design', `No resample can change ${fixed.join(', ')}: no interval.`, { names: fixed })]
      : []),
  ];
}
