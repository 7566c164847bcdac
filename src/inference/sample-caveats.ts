import { type Caveat, caveat } from './caveat.ts';

/** Effective answers below which a comparison is worded "not enough data" and an estimate carries `small-sample`. */
export const smallSample = 10;

/** Accounts below which an estimate carries `few-accounts`: the spread between accounts is then itself a guess. */
export const fewAccounts = 10;

/** The doubts that follow from the size of a sample alone. */
export function sizeCaveats(n: number, effectiveN: number): Caveat[] {
  if (n === 1) return [caveat('single-answer', 'This is one answer; it says nothing about the others.', { n })];
  if (effectiveN < smallSample) {
    return [caveat('small-sample', `Fewer than ${smallSample} answers count here.`, { n, effectiveN })];
  }
  return [];
}

export function noVarianceCaveat(n: number): Caveat {
  return caveat('no-variance', 'All answers agree, so they do not show how far answers spread.', { n });
}

/** One caveat of each code, the first one met. */
export function distinctCaveats(caveats: readonly Caveat[]): Caveat[] {
  return caveats.filter((one, position) => caveats.findIndex((other) => other.code === one.code) === position);
}
