import { expect } from 'vitest';

/** Two-sided normal quantile of 99.9 %: one honest band in a thousand fails by chance. */
const wide = 3.2905;

/** A simulated rate must not exceed the bound stated beforehand by more than chance allows in so many runs. */
export function expectRateAtMost(events: number, runs: number, bound: number, what: string): void {
  const limit = bound + wide * Math.sqrt((bound * (1 - bound)) / runs);
  expect(events / runs, `${what}: at most ${bound} within chance`).toBeLessThanOrEqual(limit);
}

/** How often p was at most 5 % and at most 1 % where nothing had changed. */
export interface FalseAlarms {
  readonly five: number;
  readonly one: number;
  readonly runs: number;
}

/** Runs a comparison of two samples that do not differ and counts. The p-value is judged, never the verdict. */
export function falseAlarms(runs: number, pValue: (run: number) => number): FalseAlarms {
  let [five, one] = [0, 0];
  for (let run = 0; run < runs; run++) {
    const p = pValue(run);
    if (p <= 0.05) five++;
    if (p <= 0.01) one++;
  }
  return { five, one, runs };
}

export function expectFalseAlarmsAtMost(alarms: FalseAlarms, five: number, one: number, what: string): void {
  expectRateAtMost(alarms.five, alarms.runs, five, `${what}, p <= .05`);
  expectRateAtMost(alarms.one, alarms.runs, one, `${what}, p <= .01`);
}
