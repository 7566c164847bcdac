import { demandPositive } from './arguments.ts';

const halfLogTwoPi = 0.9189385332046728;
/** 1 minus the Euler-Mascheroni constant: the slope of log gamma at 2. */
const slopeAtTwo = 0.42278433509846713;

/** (zeta(k) - 1) (-1)^k / k for k = 2..31, computed with 50 digits. */
const aboutTwo = [
  0.3224670334241132, -0.0673523010531981, 0.020580808427784546, -0.007385551028673986, 0.0028905103307415234,
  -0.001192753911703261, 0.0005096695247430425, -0.00022315475845357939, 9.945751278180853e-5, -4.492623673813314e-5,
  2.050721277567069e-5, -9.439488275268397e-6, 4.374866789907488e-6, -2.039215753801366e-6, 9.55141213040742e-7,
  -4.492469198764566e-7, 2.1207184805554665e-7, -1.0043224823968099e-7, 4.7698101693639804e-8, -2.2711094608943164e-8,
  1.0838659214896955e-8, -5.183475041970047e-9, 2.4836745438024785e-9, -1.1921401405860912e-9, 5.731367241678862e-10,
  -2.7595228851242334e-10, 1.330476437424449e-10, -6.4229645638381e-11, 3.1044247747322276e-11, -1.5021384080754142e-11,
] as const;

/**
 * log(gamma(2 + z)) for |z| <= 1/2 as a power series, so that the zeros at 1 and 2 keep their relative precision.
 * The terms fall like 4^-k: 30 of them leave 1e-19.
 */
function logGammaAboutTwo(z: number): number {
  let series = 0;
  for (let k = aboutTwo.length - 1; k >= 0; k -= 1) series = series * z + aboutTwo[k]!;
  return z * (slopeAtTwo + z * series);
}

/** log(gamma(1 + z)) for z > -1, precise also where z is tiny. */
export function logGammaOnePlus(z: number): number {
  if (Math.abs(z) <= 0.5) return logGammaAboutTwo(z) - Math.log1p(z);
  return logGammaPositive(1 + z);
}

/** log gamma(x + 1) minus Stirling's (x + 1/2) log x - x + log(2 pi) / 2, for x > 0. */
export function stirlingError(x: number): number {
  if (x < 10) return logGammaOnePlus(x) - (x + 0.5) * Math.log(x) + x - halfLogTwoPi;
  const r = 1 / (x * x);
  // Bernoulli numbers B(2k) / (2k (2k - 1)); at x = 10 the first term left out is below 1e-18.
  let series = -1.3924322169059011 * r + 0.1796443723688307;
  series = series * r - 0.029550653594771242;
  series = series * r + 0.006410256410256411;
  series = series * r - 0.0019175269175269176;
  series = series * r + 0.0008417508417508417;
  series = series * r - 0.0005952380952380953;
  series = series * r + 0.0007936507936507937;
  series = series * r - 0.002777777777777778;
  series = series * r + 0.08333333333333333;
  return series / x;
}

/** log(gamma(x)) of a positive x that has been checked. */
export function logGammaPositive(x: number): number {
  if (x < 0.5) return logGammaOnePlus(x) - Math.log(x);
  if (x < 1.5) return logGammaAboutTwo(x - 1) - Math.log(x);
  if (x >= 10) return (x - 0.5) * Math.log(x) - x + halfLogTwoPi + stirlingError(x);
  let product = 1;
  let shifted = x;
  while (shifted > 2.5) {
    shifted -= 1;
    product *= shifted;
  }
  return logGammaAboutTwo(shifted - 2) + Math.log(product);
}

/**
 * What is the logarithm of the gamma function, the factorial made continuous: gamma(n + 1) = n! ?
 *
 * Relative error below 1e-15 for every finite x > 0, the zeros at 1 and 2 included (power series there, Stirling's
 * series from 10, the recurrence between). Refuses x that is not above 0 (`CND_ARGUMENT`).
 * Source: NIST Digital Library of Mathematical Functions, sections 5.7, 5.11 (https://dlmf.nist.gov/5.11).
 * @example logGamma(5) // => 3.1780538303479
 */
export function logGamma(x: number): number {
  demandPositive(x, 'logGamma', 'x');
  return logGammaPositive(x);
}

/** log B of two checked parameters. With large parameters the three Stirling main terms cancel on paper. */
export function logBetaPositive(a: number, b: number): number {
  const small = Math.min(a, b);
  const large = Math.max(a, b);
  const total = small + large;
  if (large < 10) return logGammaPositive(small) + logGammaPositive(large) - logGammaPositive(total);
  const tail = stirlingError(large) - stirlingError(total) + (large - 0.5) * Math.log1p(-small / total);
  if (small < 10) return logGammaPositive(small) + tail + small - small * Math.log(total);
  const share = Math.log(small / total);
  return halfLogTwoPi + tail + stirlingError(small) + (small - 0.5) * share - 0.5 * Math.log(total);
}

/**
 * What is log B(a, b) = log gamma(a) + log gamma(b) - log gamma(a + b), the constant of the beta distribution?
 *
 * Needs a, b > 0; large parameters do not cancel. Error below 1e-14 of the larger of 1 and the result.
 * Refuses parameters that are not above 0 (`CND_ARGUMENT`).
 * Source: DLMF 5.12 (https://dlmf.nist.gov/5.12).
 * @example logBeta(2, 3) // => -2.484906649788
 */
export function logBeta(a: number, b: number): number {
  demandPositive(a, 'logBeta', 'a');
  demandPositive(b, 'logBeta', 'b');
  return logBetaPositive(a, b);
}
