import type { RandomStream } from '../numeric/index.ts';
import type { DrawProgramme } from './noise.ts';

/**
 * Answers of one account in one period: how many, and their sum and sum of squares, as deviations from the pooled
 * mean. An answer without an account is a block of its own.
 */
export interface AnswerBlocks {
  /** Account of each block, ascending. */
  readonly account: Int32Array;
  readonly period: Int32Array;
  readonly n: Float64Array;
  readonly sum: Float64Array;
  readonly squares: Float64Array;
}

/**
 * Shuffling costs replicates x blocks: 10,000 x 4,000 takes about half a second. With more blocks the period means
 * are jointly normal to within what 10,000 replicates can tell, and are drawn from that law.
 */
export const mostShuffledBlocks = 4_000;

/**
 * Answers of one account are alike, so accounts are shuffled between periods, whole. Among accounts heard in the same
 * number of periods the patterns of periods are exchanged, and within an account the order of its periods. Each
 * period keeps its number of accounts, and an account heard every period stays a panel member.
 */
export function shuffledAccountsDraw(blocks: AnswerBlocks, periods: number, pooledMean: number): DrawProgramme {
  const groups = accountsByPeriodsHeard(blocks);
  const n = new Float64Array(periods);
  const total = new Float64Array(periods);
  const squares = new Float64Array(periods);
  return (stream, moments) => {
    n.fill(0);
    total.fill(0);
    squares.fill(0);
    for (const { heard, starts, order, patterns } of groups) {
      shufflePart(stream, order, 0, order.length);
      for (let a = 0; a < starts.length; a++) {
        const pattern = order[a]! * heard;
        if (heard > 1) shufflePart(stream, patterns, pattern, heard);
        for (let j = 0; j < heard; j++) {
          const block = starts[a]! + j;
          const period = patterns[pattern + j]!;
          n[period]! += blocks.n[block]!;
          total[period]! += blocks.sum[block]!;
          squares[period]! += blocks.squares[block]!;
        }
      }
    }
    for (let t = 0; t < periods; t++) {
      const size = n[t]!;
      moments.n[t] = size;
      moments.mean[t] = pooledMean + (size > 0 ? total[t]! / size : 0);
      moments.variance[t] = size > 1 ? Math.max(0, squares[t]! - total[t]! ** 2 / size) / (size - 1) : 0;
    }
  };
}

interface AccountGroup {
  /** In how many periods each account of the group was heard. */
  readonly heard: number;
  /** First block of each account. */
  readonly starts: Int32Array;
  /** Whose pattern each account has in this replicate. */
  readonly order: Int32Array;
  /** The periods of each account, `heard` elements each. */
  readonly patterns: Int32Array;
}

function accountsByPeriodsHeard(blocks: AnswerBlocks): AccountGroup[] {
  const startsOf = new Map<number, number[]>();
  let start = 0;
  while (start < blocks.account.length) {
    let end = start + 1;
    while (end < blocks.account.length && blocks.account[end] === blocks.account[start]) end++;
    const starts = startsOf.get(end - start) ?? [];
    starts.push(start);
    startsOf.set(end - start, starts);
    start = end;
  }
  return [...startsOf].map(([heard, starts]) => ({
    heard,
    starts: Int32Array.from(starts),
    order: Int32Array.from(starts, (_, account) => account),
    patterns: Int32Array.from(starts.flatMap((first) => [...blocks.period.subarray(first, first + heard)])),
  }));
}

/** Fisher and Yates on a part of an array; a uniform is an order faster here than an unbiased remainder. */
function shufflePart(stream: RandomStream, items: Int32Array, from: number, length: number): void {
  for (let i = length - 1; i > 0; i--) {
    const j = Math.floor(stream.uniform() * (i + 1));
    const kept = items[from + i]!;
    items[from + i] = items[from + j]!;
    items[from + j] = kept;
  }
}

/** The same programme for many accounts: period means from their joint normal law under no change. */
export function normalAccountsDraw(
  blocks: AnswerBlocks,
  sizes: ArrayLike<number>,
  pooled: { mean: number; variance: number },
): DrawProgramme {
  const periods = sizes.length;
  const factor = lowerTriangle(covarianceOfMeans(blocks, sizes), periods);
  const normals = new Float64Array(periods);
  return (stream, moments) => {
    for (let t = 0; t < periods; t++) normals[t] = stream.normal();
    for (let t = 0; t < periods; t++) {
      let deviation = 0;
      for (let s = 0; s <= t; s++) deviation += factor[t * periods + s]! * normals[s]!;
      const size = sizes[t]!;
      moments.mean[t] = pooled.mean + deviation;
      moments.variance[t] = size > 1 ? (pooled.variance * size) / (size - 1) : 0;
    }
  };
}

/** Covariance of the period means by accounts: what an account adds to two periods in which it was heard. */
function covarianceOfMeans(blocks: AnswerBlocks, sizes: ArrayLike<number>): Float64Array {
  const periods = sizes.length;
  const covariance = new Float64Array(periods * periods);
  let start = 0;
  while (start < blocks.account.length) {
    let end = start;
    while (end < blocks.account.length && blocks.account[end] === blocks.account[start]) {
      for (let other = start; other <= end; other++) {
        const t = blocks.period[end]!;
        const s = blocks.period[other]!;
        const product = (blocks.sum[end]! * blocks.sum[other]!) / (sizes[t]! * sizes[s]!);
        covariance[t * periods + s]! += product;
        if (s !== t) covariance[s * periods + t]! += product;
      }
      end++;
    }
    start = end;
  }
  return covariance;
}

/** Cholesky factor; a direction without variance (a period that repeats others) gets none. */
function lowerTriangle(matrix: Float64Array, size: number): Float64Array {
  const factor = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let value = matrix[i * size + j]!;
      for (let k = 0; k < j; k++) value -= factor[i * size + k]! * factor[j * size + k]!;
      if (i === j) factor[i * size + i] = Math.sqrt(Math.max(0, value));
      else factor[i * size + j] = factor[j * size + j]! > 0 ? value / factor[j * size + j]! : 0;
    }
  }
  return factor;
}
