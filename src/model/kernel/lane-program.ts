/**
 * Sums of products over numbered slots, done for four resamples at once. The whole fit is made of such sums, so the one
 * loop below carries nearly all of its time; four lanes side by side keep its additions from waiting for each other.
 */
export const lanes = 4;

/** Slot dest[o] becomes the sum over t from start[o] to start[o + 1] of slot left[t] times slot right[t]. */
export interface LaneProgram {
  readonly dest: Int32Array;
  readonly start: Int32Array;
  readonly left: Int32Array;
  readonly right: Int32Array;
}

/** One factor pair of a sum, by slots. */
export type Term = readonly [left: number, right: number];

/** Collects sums, in the order in which they will be worked out. */
export class ProgramBuilder {
  readonly #dest: number[] = [];
  readonly #start: number[] = [0];
  readonly #left: number[] = [];
  readonly #right: number[] = [];

  sum(dest: number, terms: readonly Term[]): void {
    this.#dest.push(dest * lanes);
    for (const [left, right] of terms) {
      this.#left.push(left * lanes);
      this.#right.push(right * lanes);
    }
    this.#start.push(this.#left.length);
  }

  build(): LaneProgram {
    return {
      dest: Int32Array.from(this.#dest),
      start: Int32Array.from(this.#start),
      left: Int32Array.from(this.#left),
      right: Int32Array.from(this.#right),
    };
  }
}

/** Works out every sum of the program, each lane for itself and its terms in order. */
export function runProgram({ dest, start, left, right }: LaneProgram, values: Float64Array): void {
  for (let output = 0; output < dest.length; output++) {
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    const end = start[output + 1]!;
    for (let term = start[output]!; term < end; term++) {
      const x = left[term]!;
      const y = right[term]!;
      a += values[x]! * values[y]!;
      b += values[x + 1]! * values[y + 1]!;
      c += values[x + 2]! * values[y + 2]!;
      d += values[x + 3]! * values[y + 3]!;
    }
    const at = dest[output]!;
    values[at] = a;
    values[at + 1] = b;
    values[at + 2] = c;
    values[at + 3] = d;
  }
}
