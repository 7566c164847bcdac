import { CandorError } from '../errors/index.ts';
import { type Caveat, caveat } from './caveat.ts';
import {
  type DomainMoments,
  designVariance,
  domainMoments,
  domainUnits,
  effectiveUnits,
  influence,
} from './linearisation.ts';
import { requireSameLength } from './preconditions.ts';
import { kishEffectiveN } from './raking.ts';
import { distinctCaveats, fewAccounts, noVarianceCaveat, sizeCaveats } from './sample-caveats.ts';
import { type PreparedDesign, prepareDesign, type SampleDesign } from './sample-design.ts';

/** A weighted mean with the standard error that its design gives it. Unit of the values. */
export interface DesignEstimate {
  readonly value: number;
  readonly standardError: number;
  /** Units (accounts) minus strata; below 1 the standard error says nothing. */
  readonly degreesOfFreedom: number;
  readonly n: number;
  /** n / design effect, where accounts cannot make the design effect smaller than 1. */
  readonly effectiveN: number;
  /** Variance against that of a simple sample with replacement of the same size; 1 where all answers agree. */
  readonly designEffect: number;
  readonly kishEffectiveN: number;
  /** Variance of one answer, weighted, divisor: sum of weights. */
  readonly variance: number;
  /** Final weights, after raking, one for each answer of the sample. */
  readonly weights: ArrayLike<number>;
  /** Sampling units that answered: accounts, or persons where there are no accounts. */
  readonly clusters: number;
  readonly clustered: boolean;
  /** Whether every unit of the population answered, so that nothing is left to chance. */
  readonly complete: boolean;
  readonly caveats: readonly Caveat[];
}

/**
 * What is the mean of these answers when they came by accounts, strata, weights or known totals, and how large is its
 * error? Linearised (Taylor) variance: residuals w (x - mean) / sum w, summed by account, spread within strata, times
 * (1 - share sampled) where a population is given; with margins, residuals from the margins. `domain` (1 where an answer
 * belongs) asks for a part of the sample under the design of the whole. Values as 100, 0, -100
 * give a net score, 0 and 1 a share. Agrees with R survey to 1e-7.
 * Assumes that accounts answer independently of each other; wants 10 accounts or more (caveat `few-accounts`). A stratum
 * with one account is centred on the grand mean (caveat). Refuses bad codes (CND_ARGUMENT), weights (CND_WEIGHTS),
 * populations (CND_POPULATION) and totals (CND_MARGINS, CND_NOT_CONVERGED). See docs/methods/design.md.
 * Source: Binder 1983, DOI 10.2307/1402588.
 * @example designEstimate({ values: [100, 0, 100, -100, 0, 100], clusters: [0, 0, 1, 1, 2, 2] }).standardError // => 16.666667
 */
export function designEstimate(design: SampleDesign, domain?: ArrayLike<number>): DesignEstimate {
  const prepared = prepareDesign('designEstimate', design);
  return estimateDomain('designEstimate', prepared, domain ?? new Uint8Array(prepared.n).fill(1)).estimate;
}

export interface DesignDifference {
  readonly before: DesignEstimate;
  readonly after: DesignEstimate;
  /** After minus before. */
  readonly difference: number;
  /** Includes the covariance of the two groups, which share accounts. */
  readonly standardError: number;
  readonly degreesOfFreedom: number;
  readonly caveats: readonly Caveat[];
}

/**
 * How large is the error of the difference between two groups of one sample? The groups (1 where an answer belongs)
 * may share accounts; the covariance is included by linearising the difference itself. Same unit as the values.
 * Refuses groups of another length (CND_ARGUMENT) and empty groups (CND_SAMPLE_TOO_SMALL), and what `designEstimate`
 * refuses. See docs/methods/design.md. Source: Binder 1983, DOI 10.2307/1402588.
 * @example designDifference({ values: [0, 50, 0, 100], clusters: [0, 0, 1, 1] }, [1, 0, 1, 0], [0, 1, 0, 1]).standardError // => 25
 */
export function designDifference(
  design: SampleDesign,
  before: ArrayLike<number>,
  after: ArrayLike<number>,
): DesignDifference {
  const prepared = prepareDesign('designDifference', design);
  const first = estimateDomain('designDifference', prepared, before);
  const second = estimateDomain('designDifference', prepared, after);
  const either = new Uint8Array(prepared.n);
  for (let i = 0; i < prepared.n; i++) either[i] = before[i] || after[i] ? 1 : 0;
  const { units, strata } = domainUnits(prepared, either);
  const influences = second.influences.map((each, i) => each - first.influences[i]!);
  return {
    before: first.estimate,
    after: second.estimate,
    difference: second.estimate.value - first.estimate.value,
    standardError: Math.sqrt(designVariance(prepared, influences).corrected),
    degreesOfFreedom: units - strata,
    caveats: distinctCaveats([...first.estimate.caveats, ...second.estimate.caveats]),
  };
}

interface DomainEstimate {
  readonly estimate: DesignEstimate;
  readonly influences: Float64Array;
}

function estimateDomain(who: string, design: PreparedDesign, domain: ArrayLike<number>): DomainEstimate {
  requireSameLength(who, 'marks of a group', domain.length, design.n);
  const moments = domainMoments(design, domain);
  if (!(moments.totalWeight > 0)) {
    throw new CandorError('CND_SAMPLE_TOO_SMALL', `${who} needs answers with weight in each group, got none`);
  }
  const influences = influence(design, domain, moments);
  const variance = designVariance(design, influences);
  const { units, strata } = domainUnits(design, domain);
  const size = effectiveSize(design, domain, moments, variance);
  const kish = kishEffectiveN(weightsOf(design, domain, moments.n));
  return {
    influences,
    estimate: {
      value: moments.mean,
      standardError: Math.sqrt(variance.corrected),
      degreesOfFreedom: units - strata,
      n: moments.n,
      ...size,
      kishEffectiveN: kish,
      variance: moments.variance,
      weights: design.weights,
      clusters: units,
      clustered: design.clustered,
      complete: design.stratumOfUnit.every((stratum) => design.sampledShare[stratum] === 1),
      caveats: [
        ...design.caveats,
        ...designCaveats(design, { moments, units, kish, effectiveN: size.effectiveN }),
        ...(variance.singleUnitStrata > 0 ? [singleUnitCaveat(variance.singleUnitStrata)] : []),
      ],
    },
  };
}

/** The weights of a domain. */
function weightsOf(design: PreparedDesign, domain: ArrayLike<number>, n: number): Float64Array {
  const weights = new Float64Array(n);
  let at = 0;
  for (let i = 0; i < design.n; i++) if (domain[i]) weights[at++] = design.weights[i]!;
  return weights;
}

/**
 * Accounts cannot know more than as many independent persons, so their design effect counts at least 1 before the
 * finite population correction, which is then kept. Where all answers agree the design effect cannot be seen: as many
 * answers count as there are accounts.
 */
function effectiveSize(
  design: PreparedDesign,
  domain: ArrayLike<number>,
  { n, variance }: DomainMoments,
  { corrected, uncorrected }: { corrected: number; uncorrected: number },
): { effectiveN: number; designEffect: number } {
  if (!(variance > 0)) return { effectiveN: effectiveUnits(design, domain), designEffect: 1 };
  const simple = variance / Math.max(1, n - 1);
  const correction = uncorrected > 0 ? corrected / uncorrected : 1;
  const raw = uncorrected / simple;
  const counted = (design.clustered ? Math.max(1, raw) : raw) * correction;
  return { effectiveN: counted > 0 ? n / counted : n, designEffect: corrected / simple };
}

interface DomainSize {
  readonly moments: DomainMoments;
  readonly units: number;
  readonly kish: number;
  readonly effectiveN: number;
}

/** Weights lose this share of the answers before it is worth a word. */
const weightsLose = 0.5;

function designCaveats(design: PreparedDesign, { moments, units, kish, effectiveN }: DomainSize): Caveat[] {
  const { n, variance } = moments;
  const caveats = sizeCaveats(n, effectiveN);
  if (variance === 0) caveats.push(noVarianceCaveat(n));
  if (design.clustered && units < fewAccounts) {
    caveats.push(
      caveat('few-accounts', `The answers come from fewer than ${fewAccounts} accounts.`, { accounts: units }),
    );
  }
  if (kish < weightsLose * n) {
    caveats.push(caveat('weights-unequal', 'A few answers carry most of the weight.', { n, kishEffectiveN: kish }));
  }
  return caveats;
}

function singleUnitCaveat(strata: number): Caveat {
  return caveat('single-unit-stratum', 'A stratum has one account; its spread was taken from all others.', { strata });
}
