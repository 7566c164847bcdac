import type { RandomStream } from '../numeric/index.ts';

/** How many events, where `mean` are expected? Products of uniforms; large means are split so that none underflows. */
export function drawPoisson(chance: RandomStream, mean: number): number {
  if (mean > 30) return drawPoisson(chance, mean / 2) + drawPoisson(chance, mean / 2);
  const limit = Math.exp(-mean);
  let events = 0;
  for (let product = chance.uniform(); product > limit; product *= chance.uniform()) events += 1;
  return events;
}

/**
 * A value of the gamma law of rate 1. Source: Marsaglia and Tsang 2000, ACM Transactions on Mathematical Software
 * 26:363-372, doi:10.1145/358407.358414.
 */
export function drawGamma(chance: RandomStream, shape: number): number {
  if (shape < 1) return drawGamma(chance, shape + 1) * chance.uniform() ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    let x = chance.normal();
    let v = 1 + c * x;
    while (v <= 0) {
      x = chance.normal();
      v = 1 + c * x;
    }
    v = v * v * v;
    if (Math.log(chance.uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

export function drawBeta(chance: RandomStream, a: number, b: number): number {
  const x = drawGamma(chance, a);
  return x / (x + drawGamma(chance, b));
}

/** The index of one of these shares, which add to 1. */
export function drawShare(chance: RandomStream, shares: readonly number[]): number {
  let left = chance.uniform();
  for (let i = 0; i < shares.length - 1; i += 1) {
    left -= shares[i]!;
    if (left < 0) return i;
  }
  return shares.length - 1;
}

export const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
