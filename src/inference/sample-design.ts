import { CandorError } from '../errors/index.ts';
import { type Caveat, caveat } from './caveat.ts';
import { requireWeights } from './change-points.ts';
import { requireFinite, requireSameLength } from './preconditions.ts';
import { type Margin, type RakingOptions, rake } from './raking.ts';

/** How the answers came about: one element each, all columns of the same length. */
export interface SampleDesign {
  /** Shares as 0 and 1, net scores as 100, 0, -100, means as they are. */
  readonly values: ArrayLike<number>;
  /** How much each answer counts; equal where absent (population / units per stratum where a population is given). */
  readonly weights?: ArrayLike<number>;
  /** The account of each answer, as a whole number from 0. */
  readonly clusters?: ArrayLike<number>;
  /** The stratum of each answer, as a whole number from 0. An account belongs to one stratum. */
  readonly strata?: ArrayLike<number>;
  /** Accounts (persons where there are no accounts) in each stratum; one number without strata. */
  readonly population?: readonly number[];
  /** Columns with known totals: one post-stratifies, several rake. */
  readonly margins?: readonly Margin[];
  /** When raking stops; the defaults of `rake` where absent. */
  readonly raking?: RakingOptions;
}

/** A design made ready: answers sorted into sampling units (accounts or persons) and units into strata. */
export interface PreparedDesign {
  readonly values: ArrayLike<number>;
  readonly n: number;
  readonly baseWeights: ArrayLike<number>;
  readonly weights: ArrayLike<number>;
  readonly unitOf: Int32Array;
  readonly stratumOfUnit: Int32Array;
  /** Share of each stratum's population that is in the sample; 0 where the population is unknown. */
  readonly sampledShare: Float64Array;
  readonly clustered: boolean;
  readonly margins: readonly Margin[];
  readonly caveats: readonly Caveat[];
}

export function prepareDesign(who: string, design: SampleDesign): PreparedDesign {
  const n = design.values.length;
  if (n === 0) throw new CandorError('CND_SAMPLE_TOO_SMALL', `${who} needs at least 1 answer, got 0`, { n });
  requireFinite(who, 'values', design.values);
  const units = sortIntoUnits(who, design, n);
  const { sampledShare, caveats } = sampledShares(who, design, units);
  const baseWeights = design.weights ?? unitWeights(design, units, n);
  requireSameLength(who, 'weights', baseWeights.length, n);
  requireWeights(who, baseWeights);
  const margins = design.margins ?? [];
  return {
    values: design.values,
    n,
    baseWeights,
    weights: margins.length > 0 ? rake(baseWeights, margins, design.raking) : baseWeights,
    unitOf: units.unitOf,
    stratumOfUnit: units.stratumOfUnit,
    sampledShare,
    clustered: design.clusters !== undefined,
    margins,
    caveats,
  };
}

interface Units {
  readonly unitOf: Int32Array;
  readonly stratumOfUnit: Int32Array;
  readonly unitsInStratum: Int32Array;
}

function sortIntoUnits(who: string, design: SampleDesign, n: number): Units {
  const stratumOf = (i: number): number => design.strata?.[i] ?? 0;
  requireCodes(who, 'clusters', design.clusters, n);
  requireCodes(who, 'strata', design.strata, n);
  const unitOf = new Int32Array(n);
  const stratumOfUnit: number[] = [];
  const unitOfCode = unitsByCode(design.clusters, n);
  let strata = 0;
  for (let i = 0; i < n; i++) {
    const code = design.clusters?.[i] ?? i;
    const unit = unitOfCode.get(code) ?? stratumOfUnit.push(stratumOf(i)) - 1;
    unitOfCode.set(code, unit);
    unitOf[i] = unit;
    strata = Math.max(strata, stratumOf(i) + 1);
    if (stratumOfUnit[unit] !== stratumOf(i)) {
      throw new CandorError('CND_ARGUMENT', `${who} needs each cluster in one stratum, got cluster ${code} in two`, {
        cluster: code,
      });
    }
  }
  const unitsInStratum = new Int32Array(strata);
  for (const stratum of stratumOfUnit) unitsInStratum[stratum] = unitsInStratum[stratum]! + 1;
  return { unitOf, stratumOfUnit: Int32Array.from(stratumOfUnit), unitsInStratum };
}

/**
 * The unit met under each code. Codes come from a dictionary, so they are dense and an array serves: a map takes ten
 * times as long at a million answers. Far-flung codes get a map all the same.
 */
function unitsByCode(
  codes: ArrayLike<number> | undefined,
  n: number,
): { get(code: number): number | undefined; set(code: number, unit: number): void } {
  let highest = n - 1;
  for (let i = 0; codes && i < n; i++) highest = Math.max(highest, codes[i]!);
  if (highest > 16 * n + 1024) return new Map<number, number>();
  const units = new Int32Array(highest + 1).fill(-1);
  return {
    get: (code) => (units[code]! < 0 ? undefined : units[code]!),
    set: (code, unit) => {
      units[code] = unit;
    },
  };
}

function requireCodes(who: string, name: string, codes: ArrayLike<number> | undefined, n: number): void {
  if (codes === undefined) return;
  requireSameLength(who, name, codes.length, n);
  for (let i = 0; i < n; i++) {
    if (!Number.isInteger(codes[i]) || codes[i]! < 0) {
      throw new CandorError('CND_ARGUMENT', `${who} needs ${name} as whole numbers from 0, got ${codes[i]}`, {
        position: i,
      });
    }
  }
}

/** A population smaller than the sample is a mistake in the figure: no correction there, and a caveat. */
function sampledShares(
  who: string,
  { population }: SampleDesign,
  { unitsInStratum }: Units,
): { sampledShare: Float64Array; caveats: Caveat[] } {
  const sampledShare = new Float64Array(unitsInStratum.length);
  const caveats: Caveat[] = [];
  if (population === undefined) return { sampledShare, caveats };
  unitsInStratum.forEach((units, stratum) => {
    const total = population[stratum];
    if (units > 0 && (total === undefined || !(total > 0) || !Number.isFinite(total))) {
      throw new CandorError(
        'CND_POPULATION',
        `${who} needs a population above 0 for stratum ${stratum}, got ${total}`,
        {
          stratum,
        },
      );
    }
    if (units === 0) return;
    if (total! >= units) {
      sampledShare[stratum] = units / total!;
    } else {
      const message = 'A population is smaller than the number that answered; no correction was made for it.';
      caveats.push(caveat('population-below-sample', message, { stratum, population: total!, units }));
    }
  });
  return { sampledShare, caveats };
}

/** With a population and no weights, every unit stands for as many as its stratum holds per unit drawn. */
function unitWeights({ population }: SampleDesign, units: Units, n: number): Float64Array {
  const weights = new Float64Array(n).fill(1);
  if (population === undefined) return weights;
  return weights.map((_, i) => {
    const stratum = units.stratumOfUnit[units.unitOf[i]!]!;
    return Math.max(population[stratum]! / units.unitsInStratum[stratum]!, 1);
  });
}
