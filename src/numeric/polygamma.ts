import { demandPositive } from './arguments.ts';

/**
 * What is the slope of log gamma at x > 0?
 *
 * Recurrence up to 10, then the asymptotic series. Error below 2e-15 of the larger of 1 and the result (the function
 * has a zero at 1.4616). Refuses x not above 0 (`CND_ARGUMENT`). Source: DLMF 5.11.2 (https://dlmf.nist.gov/5.11).
 * @example digamma(1) // => -0.57721566490153
 */
export function digamma(x: number): number {
  demandPositive(x, 'digamma', 'x');
  let shifted = x;
  let steps = 0;
  while (shifted < 10) {
    steps += 1 / shifted;
    shifted += 1;
  }
  const r = 1 / (shifted * shifted);
  // B(2k) / (2k); at 10 the first term left out is below 1e-16.
  let series = -0.4432598039215686 * r + 0.08333333333333333;
  series = series * r - 0.021092796092796094;
  series = series * r + 0.007575757575757576;
  series = series * r - 0.004166666666666667;
  series = series * r + 0.003968253968253968;
  series = series * r - 0.008333333333333333;
  series = series * r + 0.08333333333333333;
  return Math.log(shifted) - 0.5 / shifted - series * r - steps;
}

/**
 * What is the slope of digamma at x > 0: the variance of the logarithm of a gamma value of shape x?
 *
 * Relative error below 1e-15. Refuses x not above 0 (`CND_ARGUMENT`). Source: DLMF 5.15.8 (https://dlmf.nist.gov/5.15).
 * @example trigamma(1) // => 1.6449340668482
 */
export function trigamma(x: number): number {
  demandPositive(x, 'trigamma', 'x');
  let shifted = x;
  let steps = 0;
  while (shifted < 10) {
    steps += 1 / (shifted * shifted);
    shifted += 1;
  }
  const r = 1 / (shifted * shifted);
  // B(2k); at 10 the first term left out is below 1e-16.
  let series = -7.092156862745098 * r + 1.1666666666666667;
  series = series * r - 0.2531135531135531;
  series = series * r + 0.07575757575757576;
  series = series * r - 0.03333333333333333;
  series = series * r + 0.023809523809523808;
  series = series * r - 0.03333333333333333;
  series = series * r + 0.16666666666666666;
  return 1 / shifted + 0.5 * r + (series * r) / shifted + steps;
}
