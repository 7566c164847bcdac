/**
 * Special functions, distributions and seeded random streams: the arithmetic under every interval. Pure; tested to
 * 1e-12 relative against R, tails included (docs/methods/distributions.md).
 */
export { betaCdf, betaQuantile, betaUpper } from './beta-distribution.ts';
export { binomialCdf, binomialProbability } from './binomial.ts';
export { chiSquaredCdf, chiSquaredQuantile, chiSquaredUpper } from './chi-squared.ts';
export { fCdf, fQuantile, fUpper } from './f-distribution.ts';
export { findRoot, type RootOptions } from './find-root.ts';
export { gammaCdf, gammaQuantile, gammaUpper } from './gamma-distribution.ts';
export { logBeta, logGamma } from './gamma-function.ts';
export { hypergeometric2F1, hypergeometricU } from './hypergeometric.ts';
export { normalCdf, normalLogCdf, normalQuantile, normalUpper } from './normal.ts';
export { poissonCdf, poissonProbability } from './poisson.ts';
export { digamma, trigamma } from './polygamma.ts';
export { median, quantile } from './quantile.ts';
export { type RandomStream, randomStream } from './random-stream.ts';
export { studentCdf, studentQuantile, studentUpper } from './student.ts';
export { sum } from './sum.ts';
