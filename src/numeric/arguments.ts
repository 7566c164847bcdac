import { CandorError } from '../errors/index.ts';

/** Throws `CND_ARGUMENT` in the grammar "FUNCTION needs X, got Y" unless `holds`. */
export function demand(holds: boolean, caller: string, need: string, got: number): void {
  if (!holds)
    throw new CandorError('CND_ARGUMENT', `${caller} needs ${need}, got ${got}`, { caller, got: String(got) });
}

/** Infinity is a number here: a distribution function knows its value there. */
export function demandNumber(x: number, caller: string): void {
  demand(!Number.isNaN(x), caller, 'a number', x);
}

export function demandProbability(p: number, caller: string, name = 'a probability'): void {
  demand(p >= 0 && p <= 1, caller, `${name} from 0 to 1`, p);
}

export function demandPositive(value: number, caller: string, name: string): void {
  demand(value > 0 && value < Number.POSITIVE_INFINITY, caller, `${name} above 0 and finite`, value);
}

export function demandCount(value: number, caller: string, name: string): void {
  demand(Number.isSafeInteger(value) && value >= 0, caller, `${name} that is a whole number from 0`, value);
}

/**
 * Shapes and degrees of freedom. Beyond 1e10 the fractions need seconds; below 1e-6 a law is a jump, and the tail that
 * is found as 1 - the other has lost more than 10 of its 16 digits.
 */
export function demandShape(value: number, caller: string, name: string): void {
  demand(value >= 1e-6 && value <= 1e10, caller, `${name} from 1e-6 to 1e10`, value);
}
