/** The streams of answers on which monitors are judged: a named generator, so that the same seeds give the same answers anywhere. */

/** splitmix32: seeds the other. */
function* seeds(seed: number): Generator<number> {
  let z = seed | 0;
  for (;;) {
    z = (z + 0x9e3779b9) | 0;
    let t = z ^ (z >>> 16);
    t = Math.imul(t, 0x21f0aaad);
    t ^= t >>> 15;
    t = Math.imul(t, 0x735a2d97);
    yield (t ^ (t >>> 15)) >>> 0;
  }
}

/** sfc32, warmed up by twelve draws; uniform on [0, 1). */
export function uniforms(seed: number): () => number {
  const from = seeds(seed);
  let a = from.next().value as number;
  let b = from.next().value as number;
  let c = from.next().value as number;
  let d = 1;
  const draw = () => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return t >>> 0;
  };
  for (let i = 0; i < 12; i += 1) draw();
  return () => draw() / 2 ** 32;
}

function knuth(mu: number, uniform: () => number): number {
  const limit = Math.exp(-mu);
  let p = uniform();
  let k = 0;
  while (p > limit) {
    p *= uniform();
    k += 1;
  }
  return k;
}

/** In pieces of 25, beyond which exp(-mu) loses its digits. */
function poisson(mu: number, uniform: () => number): number {
  let [left, k] = [mu, 0];
  while (left > 25) {
    k += knuth(25, uniform);
    left -= 25;
  }
  return k + knuth(left, uniform);
}

export const baselineDays = 90;
const days = baselineDays + 365;

export interface Year {
  readonly values: readonly number[];
  /** Where each of the 455 days begins. */
  readonly steps: readonly number[];
}

/** A baseline of 90 days and a year of an NPS whose level moves by `delta` points from this monitored day on. */
export function changedYear(options: {
  readonly seed: number;
  readonly perDay: number;
  readonly promoters: number;
  readonly detractors: number;
  readonly delta: number;
  readonly changeDay?: number;
}): Year {
  const { seed, perDay, promoters, detractors, delta, changeDay = 60 } = options;
  const uniform = uniforms(seed);
  const values: number[] = [];
  const steps: number[] = [];
  for (let day = 0; day < days; day += 1) {
    steps.push(values.length);
    const moved = day - baselineDays >= changeDay ? delta / 200 : 0;
    const [p, d] = [promoters + moved, detractors - moved];
    for (let n = poisson(perDay, uniform); n > 0; n -= 1) {
      const u = uniform();
      values.push(u < p ? 100 : u < p + d ? -100 : 0);
    }
  }
  return { values, steps };
}

/** A year in which nothing changes: scores by their shares, the lowest first. */
export function steadyYear(
  seed: number,
  perDay: number,
  scores: readonly (readonly [value: number, share: number])[],
): Year {
  const uniform = uniforms(seed);
  const values: number[] = [];
  const steps: number[] = [];
  for (let day = 0; day < days; day += 1) {
    steps.push(values.length);
    for (let n = poisson(perDay, uniform); n > 0; n -= 1) {
      let u = uniform();
      let i = 0;
      while (i < scores.length - 1 && u >= scores[i]![1]) {
        u -= scores[i]![1];
        i += 1;
      }
      values.push(scores[i]![0]);
    }
  }
  return { values, steps };
}
