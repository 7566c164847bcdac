import { CandorError } from '../errors/index.ts';
import { requireFinite, requireSameLength } from './preconditions.ts';

/** How alike the answers of one account are, and what that costs. */
export interface IntraclassCorrelation {
  /** Share of the variance that lies between accounts; 0 or below where accounts do not differ more than persons. */
  readonly correlation: number;
  /** 1 + (answers per account - 1) x correlation, at least 1: for `answersForMargin` and `answersForChange`. */
  readonly designEffect: number;
  readonly answersPerAccount: number;
}

/**
 * How alike are the answers of one account? Analysis-of-variance estimate (MSB - MSW) / (MSB + (n0 - 1) MSW), with
 * n0 = (N - sum of squared sizes / N) / (k - 1); for plans, since `designEstimate` measures the design effect itself.
 * Values in any unit; `clusters`: the account of each answer. Assumes that accounts are alike in spread; it is itself
 * uncertain below 30 accounts. Refuses lists of different length and values that are not finite (CND_ARGUMENT), fewer
 * than two accounts or no account with two answers (CND_SAMPLE_TOO_SMALL), equal values (CND_NO_VARIANCE).
 * See docs/methods/design.md. Source: Donner 1986, International Statistical Review 54:67-82.
 * @example intraclassCorrelation([100, 100, 0, -100, 0, 100], [0, 0, 1, 1, 2, 2]).correlation // => 0.555556
 */
export function intraclassCorrelation(values: ArrayLike<number>, clusters: ArrayLike<number>): IntraclassCorrelation {
  requireFinite('intraclassCorrelation', 'values', values);
  requireSameLength('intraclassCorrelation', 'clusters', clusters.length, values.length);
  const accounts = accountSums(values, clusters);
  const n = values.length;
  const k = accounts.size;
  if (k < 2 || n <= k) {
    const message = `intraclassCorrelation needs two accounts and one with two answers, got ${n} answers of ${k}`;
    throw new CandorError('CND_SAMPLE_TOO_SMALL', message, { answers: n, accounts: k });
  }
  const mean = [...accounts.values()].reduce((total, { sum }) => total + sum, 0) / n;
  let [between, within, squaredSizes] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    const account = accounts.get(clusters[i]!)!;
    within += (values[i]! - account.sum / account.size) ** 2;
  }
  for (const { size, sum } of accounts.values()) {
    between += size * (sum / size - mean) ** 2;
    squaredSizes += size * size;
  }
  if (!(between + within > 0)) {
    throw new CandorError('CND_NO_VARIANCE', 'intraclassCorrelation needs values that differ', { answers: n });
  }
  const [meanBetween, meanWithin] = [between / (k - 1), within / (n - k)];
  const balancedSize = (n - squaredSizes / n) / (k - 1);
  const correlation = (meanBetween - meanWithin) / (meanBetween + (balancedSize - 1) * meanWithin);
  const designEffect = Math.max(1, 1 + (n / k - 1) * correlation);
  return { correlation, designEffect, answersPerAccount: n / k };
}

interface AccountSum {
  size: number;
  sum: number;
}

function accountSums(values: ArrayLike<number>, clusters: ArrayLike<number>): Map<number, AccountSum> {
  const accounts = new Map<number, AccountSum>();
  for (let i = 0; i < values.length; i++) {
    const account = accounts.get(clusters[i]!) ?? { size: 0, sum: 0 };
    account.size++;
    account.sum += values[i]!;
    accounts.set(clusters[i]!, account);
  }
  return accounts;
}
