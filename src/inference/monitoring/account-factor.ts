/** Fewer accounts say too little of how alike their answers are. */
export const fewestAccounts = 50;
/** How alike answers of one account usually are, where the baseline cannot tell. */
const usualCorrelation = 0.15;

/**
 * By how much do answers of the same account count less in a monitor? The variance of the baseline mean with accounts kept
 * together over that of as many independent answers, at least 1: the sum over accounts of the squared sum of residuals, over
 * n times the variance. Below 50 accounts: 1 + (mean answers of an account - 1) x 0.15. Without it 24 to 32 % of steady years
 * of a programme whose colleagues answer in one week raise an alarm. `accounts` has the account of each value; undefined is one
 * of its own.
 * @example accountFactor([1, 0, 1, 0], ['a', 'a', 'b', 'b']) // => 1.15
 */
export function accountFactor(values: ArrayLike<number>, accounts: ArrayLike<string | number | undefined>): number {
  const n = values.length;
  let mean = 0;
  for (let i = 0; i < n; i += 1) mean += values[i]! / n;
  const sums = new Map<string | number, number>();
  let [squares, alone] = [0, 0];
  for (let i = 0; i < n; i += 1) {
    const away = values[i]! - mean;
    squares += away ** 2;
    const account = accounts[i];
    if (account === undefined) alone += away ** 2;
    else sums.set(account, (sums.get(account) ?? 0) + away);
  }
  const named = n - countOf(accounts, undefined);
  if (sums.size < fewestAccounts || squares === 0) {
    return sums.size === 0 ? 1 : 1 + (named / sums.size - 1) * usualCorrelation;
  }
  const together = [...sums.values()].reduce((all, sum) => all + sum ** 2, alone);
  return Math.max(1, together / squares);
}

function countOf(values: ArrayLike<string | number | undefined>, wanted: undefined): number {
  let n = 0;
  for (let i = 0; i < values.length; i += 1) if (values[i] === wanted) n += 1;
  return n;
}
