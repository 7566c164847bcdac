import { expect } from 'vitest';
import type { Interval } from '../../src/inference/index.ts';

/** Closed forms agree to 1e-12 relative; the oracle prints 15 digits, so figures near zero are held to 1e-12 absolute. */
export function expectClose(got: number, want: number, tolerance = 1e-12): void {
  const distance = Math.abs(got - want) / Math.max(1, Math.abs(want));
  expect(distance, `got ${got}, want ${want}`).toBeLessThanOrEqual(tolerance);
}

export function expectInterval(got: Interval, want: readonly (number | null)[], tolerance = 1e-12): void {
  expectClose(got.low, want[0]!, tolerance);
  expectClose(got.high, want[1]!, tolerance);
}
