import { type Caveat, caveat } from '../../inference/index.ts';
import { groupUnits, type Resampling } from '../drivers/resampling.ts';
import { planOf } from '../kernel/plan.ts';
import { drawnResampling, streamRule } from '../kernel/resample-streams.ts';
import { type FittedFigures, Resampler } from '../kernel/resampler.ts';
import type { StatisticPlaces } from '../kernel/statistics.ts';
import {
  bcaInterval,
  bootstrapPValue,
  percentileInterval,
  type Replicated,
  standardErrorOf,
} from './bias-corrected.ts';
import type { PathModelEstimate } from './estimate.ts';
import { requireDraws } from './groups.ts';
import type { ItemAnswers } from './item-answers.ts';
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
  const { confidence = 0.95, seed, resamples } = options;
  const { model, answers, gaps, consistent } = estimate;
  const plan = planOf(model, consistent);
  const unitOf = unitsOf(answers);
  const resampler = new Resampler(plan, {
    columns: answers.columns,
    ...(unitOf && { unitOf }),
    ...(gaps !== 'none' && { gaps }),
  });
  const resampling = options.resampling ?? drawnResampling(seed, resampler.units, resamples);
  const { figures, used } = resampler.replicate(resampling);
  const failed = resampling.resamples - used;
  requireDraws(failed, resampling.resamples);
  const method = options.method ?? (used >= enoughForBca ? 'bca' : 'percentile');
  const leftOut = method === 'bca' ? jackknife(resampler, seed).figures : undefined;
  const whole = resampler.estimate().figures;
  const layout = layoutOf(estimate, plan.places);
  const uncertainty = (at: number) =>
    uncertaintyOf({ estimate: whole[at]![0]!, replicates: figures[at]! }, leftOut?.[at], confidence);
  const all = new Map(layout.named.map(({ at }) => [at, uncertainty(at)]));
  const fixed = layout.named.filter(({ at }) => all.get(at) === undefined).map(({ name }) => name);
  return {
    used,
    failed,
    method,
    unit: answers.clusters ? 'account' : 'answer',
    streams: options.resampling ? 'recorded' : streamRule,
    uncertainties: {
      path: (path) => all.get(plan.places.paths + path),
      totalEffect: (from, to) => all.get(layout.placeOf('totals', from, to)),
      impact: (from, to) => all.get(layout.placeOf('impacts', from, to)),
      caveats: doubts({ failed, method, fixed }),
    },
    impactDraws: (from, to) => {
      const at = layout.placeOf('impacts', from, to);
      return at < 0 ? new Float64Array(0) : figures[at]!;
    },
  };
}

/** The accounts numbered from 0; undefined where every answer stands alone. */
function unitsOf({ clusters }: ItemAnswers): Int32Array | undefined {
  if (!clusters) return undefined;
  const places = new Map<number, number>();
  return Int32Array.from(clusters, (account) => {
    const known = places.get(account);
    if (known !== undefined) return known;
    places.set(account, places.size);
    return places.size - 1;
  });
}

/** Which of all figures of a fit are looked at here, and where they stand. */
interface Layout {
  readonly named: readonly { readonly name: string; readonly at: number }[];
  /** -1 where nothing connects the two, or, of impacts, where one of them has no index. */
  readonly placeOf: (kind: 'totals' | 'impacts', from: number, to: number) => number;
}

function layoutOf({ model, indices }: PathModelEstimate, places: StatisticPlaces): Layout {
  const name = (place: number) => model.constructs[place]!.name;
  const placeOf: Layout['placeOf'] = (kind, from, to) => {
    const pair = places.pairs.findIndex((one) => one.from === from && one.to === to);
    const isIndexed = kind === 'totals' || (indices[from] !== undefined && indices[to] !== undefined);
    return pair < 0 || !isIndexed ? -1 : places[kind] + pair;
  };
  const pairs = (kind: 'totals' | 'impacts', sign: string) =>
    places.pairs.map(({ from, to }) => ({ name: `${name(from)} ${sign} ${name(to)}`, at: placeOf(kind, from, to) }));
  const paths = model.paths.map(({ from, to }, path) => ({
    name: `${name(from)} -> ${name(to)}`,
    at: places.paths + path,
  }));
  return {
    named: [...paths, ...pairs('totals', '=>'), ...pairs('impacts', '+5')].filter(({ at }) => at >= 0),
    placeOf,
  };
}

function jackknife(resampler: Resampler, seed: number): FittedFigures {
  const { units } = resampler;
  if (units <= mostLeftOut) return resampler.leaveOneOut();
  const groupOf = groupUnits(units, mostLeftOut, seed);
  return resampler.replicate({
    resamples: mostLeftOut,
    counts: (group, into) => {
      for (let unit = 0; unit < units; unit++) into[unit] = groupOf[unit] === group ? 0 : 1;
    },
  });
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
