import { demand, demandCount, demandProbability } from './arguments.ts';
import { drawBinomial, drawMultinomial } from './binomial-sampler.ts';

/**
 * Reproducible chance. A stream is named by four numbers, so that every account, month or replicate can be drawn
 * alone, in any order, on any worker, and always gives the same values (docs/methods/random-streams.md).
 */
export interface RandomStream {
  /** The next 32 random bits, as a whole number 0..4294967295. */
  uint32(): number;
  /** Uniform on the open interval (0, 1), 53 bits. */
  uniform(): number;
  /** Standard normal. */
  normal(): number;
  /** A whole number 0..below-1, each equally likely. */
  integer(below: number): number;
  /** Successes in n trials of probability p; exact in law, at bounded expected cost for every n. */
  binomial(n: number, p: number): number;
  /** How n trials fall into the groups of these shares (each from 0, together 1). */
  multinomial(n: number, shares: ArrayLike<number>): number[];
  /** Puts the array into random order, in place. */
  shuffle<Item>(array: Item[]): Item[];
}

const wordCount = 4294967296;
/** 1 - 2^-53: the largest double below 1. */
const belowOne = 1 - 2 ** -53;

/** The finaliser of MurmurHash3: every bit of the input reaches every bit of the output. */
function mix(word: number): number {
  let h = word ^ (word >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** sfc32 (Doty-Humphrey, PractRand): three words of state and a counter, so no period is shorter than 2^32. */
function wordSource(seed: number, kind: number, id: number, sub: number): () => number {
  let a = mix(seed ^ 0x9e3779b9);
  let b = mix(a ^ kind ^ 0x85ebca77);
  let c = mix(b ^ id);
  let counter = mix(c ^ sub ^ 0xc2b2ae3d);
  const next = () => {
    const word = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + word) | 0;
    return word >>> 0;
  };
  for (let k = 0; k < 12; k += 1) next();
  return next;
}

/** 27 high and 26 low bits as a number in the middle of their cell, never 0 and never 1. */
export function openUnit(high: number, low: number): number {
  // From one half up the added half bit is rounded away, and the very last value would become 1.
  return Math.min((high * 67108864 + low + 0.5) / 9007199254740992, belowOne);
}

function demandWord(value: number, name: string): void {
  demand(Number.isInteger(value) && value >= 0 && value < wordCount, 'randomStream', `${name} 0..4294967295`, value);
}

/**
 * Which chance belongs to this seed, kind of thing, thing and part of it?
 *
 * Each of the four is a whole number 0..4294967295; `sub` is 0 where a thing has one stream. The same four always give
 * the same values; different ones give streams that look independent. Not for secrets: the state can be recovered.
 * Refuses other numbers, `integer(below)` with below outside 1..2^53 - 1, `binomial` with n not whole or p outside
 * 0..1, and shares that do not add to 1 within 1e-9 (`CND_ARGUMENT`).
 * @example randomStream(42, 2, 7).uint32() // => 662449941
 */
export function randomStream(seed: number, kind: number, id: number, sub = 0): RandomStream {
  demandWord(seed, 'a seed');
  demandWord(kind, 'a kind');
  demandWord(id, 'an id');
  demandWord(sub, 'a sub');
  const uint32 = wordSource(seed, kind, id, sub);
  const uniform = () => {
    const high = uint32() >>> 5;
    return openUnit(high, uint32() >>> 6);
  };
  const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  const integer = (below: number) => drawInteger(below, uint32);
  return {
    uint32,
    uniform,
    normal,
    integer,
    binomial: (n, p) => {
      demandCount(n, 'binomial', 'n');
      demandProbability(p, 'binomial', 'p');
      return drawBinomial(n, p, uniform);
    },
    multinomial: (n, shares) => drawMultinomial(n, shares, uniform),
    shuffle: (array) => {
      for (let i = array.length - 1; i > 0; i -= 1) {
        const j = integer(i + 1);
        [array[i], array[j]] = [array[j]!, array[i]!];
      }
      return array;
    },
  };
}

/** Values in the last, incomplete multiple of `below` are drawn again: a plain remainder would favour small numbers. */
function drawInteger(below: number, uint32: () => number): number {
  demand(Number.isSafeInteger(below) && below >= 1, 'integer', 'below to be a whole number from 1', below);
  const isOneWord = below <= wordCount;
  const range = isOneWord ? wordCount : 9007199254740992;
  const fair = range - (range % below);
  for (;;) {
    const value = isOneWord ? uint32() : (uint32() >>> 5) * 67108864 + (uint32() >>> 6);
    if (value < fair) return value % below;
  }
}
