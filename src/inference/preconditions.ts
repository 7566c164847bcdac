import { CandorError } from '../errors/index.ts';
import { normalQuantile } from '../numeric/index.ts';

/** Refuses a confidence that is not strictly between 0 and 1, and gives its two-sided normal quantile (1.96 for 0.95). */
export function twoSidedQuantile(who: string, confidence: number): number {
  requireConfidence(who, confidence);
  return normalQuantile((1 + confidence) / 2);
}

export function requireConfidence(who: string, confidence: number): void {
  if (!(confidence > 0 && confidence < 1)) {
    throw new CandorError('CND_ARGUMENT', `${who} needs a confidence between 0 and 1, got ${confidence}`, {
      confidence,
    });
  }
}

export function requirePositive(who: string, name: string, value: number): void {
  if (!(value > 0 && Number.isFinite(value))) {
    throw new CandorError('CND_ARGUMENT', `${who} needs ${name} above 0, got ${value}`, { [name]: value });
  }
}

export function requireFinite(who: string, name: string, values: ArrayLike<number>): void {
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i])) {
      throw new CandorError('CND_ARGUMENT', `${who} needs finite ${name}, got ${values[i]} at position ${i}`, {
        position: i,
      });
    }
  }
}

export function requireSameLength(who: string, name: string, length: number, expected: number): void {
  if (length !== expected) {
    throw new CandorError('CND_ARGUMENT', `${who} needs ${expected} ${name}, got ${length}`, { expected, got: length });
  }
}

/** A finite population holds at least the sample that was drawn from it. */
export function requirePopulation(who: string, population: number, sample: number): void {
  if (!(population >= sample && population >= 1)) {
    throw new CandorError('CND_POPULATION', `${who} needs a population of at least ${sample}, got ${population}`, {
      population,
      sample,
    });
  }
}
