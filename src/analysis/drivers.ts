import { CandorError } from '../errors/index.ts';
import type { Caveat } from '../inference/index.ts';
import { type DriverShare, driversOf, mostExactDrivers } from '../model/index.ts';
import type { DataColumns } from './data-columns.ts';
import type { Specification } from './specification.ts';

export interface DriversResult {
  readonly n: number;
  readonly outcome: string;
  readonly decomposition: 'lmg' | 'johnson';
  readonly r2: number;
  readonly adjustedR2: number;
  readonly confidence: number;
  /** In the order of the specification; the shares sum to `r2`. */
  readonly shares: readonly DriverShare[];
  /** The driver that comes first in at least 80 % of the resamples; absent where none does. */
  readonly top?: string;
  readonly resamples: { readonly used: number; readonly dropped: number; readonly unit: 'row' | 'account' | 'group' };
  readonly completeRows: number;
  readonly fewestOfAPair: number;
  readonly caveats: readonly Caveat[];
}

/** What a specification without a method takes: all orders as long as they can be counted. */
export function decompositionOf({ method, drivers }: Specification<'drivers'>): 'lmg' | 'johnson' {
  return method ?? (drivers.length > mostExactDrivers ? 'johnson' : 'lmg');
}

/** What goes with the outcome, and how much of what is explained goes with each driver? */
export function analyzeDrivers(spec: Specification<'drivers'>, data: DataColumns): DriversResult {
  const twice = spec.drivers.find((name, at) => name === spec.outcome || spec.drivers.indexOf(name) !== at);
  if (twice !== undefined) {
    const why = twice === spec.outcome ? 'is the outcome' : 'is named twice';
    throw new CandorError('CND_SPEC', `analyze drivers: "${twice}" ${why}`, { method: 'drivers', key: 'drivers' });
  }
  const column = (name: string) => ({ name, values: data.numbers(name) });
  const found = driversOf(
    {
      outcome: column(spec.outcome),
      drivers: spec.drivers.map(column),
      ...(spec.account !== undefined && { accounts: data.text(spec.account).codes }),
    },
    {
      decomposition: decompositionOf(spec),
      resamples: spec.resamples,
      seed: spec.seed,
      confidence: spec.confidence,
    },
  );
  const { n, rSquared, adjustedRSquared, ...rest } = found;
  return { n, outcome: spec.outcome, r2: rSquared, adjustedR2: adjustedRSquared, ...rest };
}
