import type { Resampling } from '../drivers/resampling.ts';

/** Names of the streams below; a change of one changes every interval, so results that are kept say which they used. */
export const streamRule = 'xoshiro128** 1';
export const poissonRule = 'xoshiro128** 1, Poisson';

/** The finaliser of MurmurHash3: every bit of the input reaches every bit of the output. */
function mix(word: number): number {
  let h = word ^ (word >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** Four words of state for resample `index`, one of them odd so that they are never all zero. */
function stateOf(seed: number, index: number): [number, number, number, number] {
  const a = mix(seed ^ 0x9e3779b9);
  const b = mix(a ^ index ^ 0x85ebca77);
  const c = mix(b ^ 0xc2b2ae3d);
  return [a, b, c, mix(c ^ seed) | 1];
}

/**
 * How often every unit is drawn, with replacement, as many times as there are units. Resample r has a stream of its own
 * (xoshiro128**, Blackman and Vigna 2021, DOI 10.1145/3460772): the same on whatever thread, in whatever order. A draw is
 * floor(word * units / 2^32): no unit is favoured by more than units / 2^32, 5e-6 at the 20,000 it is used for.
 */
export function drawnResampling(seed: number, units: number, resamples: number): Resampling {
  return {
    resamples,
    counts: (index, into) => {
      let [s0, s1, s2, s3] = stateOf(seed, index);
      into.fill(0);
      for (let draw = 0; draw < units; draw++) {
        const product = Math.imul(s1, 5);
        const word = Math.imul((product << 7) | (product >>> 25), 9);
        const shifted = s1 << 9;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= shifted;
        s3 = (s3 << 11) | (s3 >>> 21);
        into[Math.floor(((word >>> 0) * units) / 4294967296)]! += 1;
      }
    },
  };
}

/**
 * Of 65,536 equally likely 16-bit words so many bring more than 0, 1, ... 6: a Poisson count of mean exactly 1 (variance
 * .99994).
 */
const poissonTails = [41427, 17317, 5263, 1244, 240, 39, 6];

/** The count that each 16-bit word brings. */
function poissonTable(): Uint8Array {
  const table = new Uint8Array(65536);
  for (const tail of poissonTails) for (let word = 0; word < tail; word++) table[word]! += 1;
  return table;
}

/**
 * The same for very many units: each counts by itself, Poisson with mean 1, so that no table of draws is needed and the
 * number of answers differs between resamples: use the sum of counts, never the number of answers.
 * Source: Chamandy and others 2012, Estimating uncertainty for massive data streams.
 */
export function poissonResampling(seed: number, units: number, resamples: number): Resampling {
  const table = poissonTable();
  return {
    resamples,
    counts: (index, into) => {
      let [s0, s1, s2, s3] = stateOf(seed, index);
      for (let unit = 0; unit < units; unit += 2) {
        const product = Math.imul(s1, 5);
        const word = Math.imul((product << 7) | (product >>> 25), 9);
        const shifted = s1 << 9;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= shifted;
        s3 = (s3 << 11) | (s3 >>> 21);
        into[unit] = table[word & 65535]!;
        if (unit + 1 < units) into[unit + 1] = table[word >>> 16]!;
      }
    },
  };
}
