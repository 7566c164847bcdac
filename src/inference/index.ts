/** Estimate and Comparison: figures that carry their interval, their method and their doubts. */
export { type Caveat, type CaveatCode, caveat, caveatCodes } from './caveat.ts';
export type { Comparison, Verdict } from './comparison.ts';
export type { Estimate, Interval } from './estimate.ts';
export type { MethodName } from './method.ts';
