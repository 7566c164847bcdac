/**
 * The bets of the monitor: sizes of a change in standard deviations, how much is put on each, and how the stake is spread
 * over the days on which a change may have begun. Tuned on 400 simulated years and judged on others (docs/methods/monitoring.md).
 */
export const changeSizes: readonly number[] = Array.from({ length: 7 }, (_, j) => 0.0625 * Math.SQRT1_2 * 2 ** (j / 2));

const shares = changeSizes.map((_, j) => 0.8 ** j);
const whole = shares.reduce((sum, share) => sum + share, 0);
/** Share of the stake on each size; small changes are the usual ones. */
export const sizeShares: readonly number[] = shares.map((share) => share / whole);

/** On a change that is there from the start. */
export const stakeAtStart = 0.25;
/** On a change that begins on this day; with the start 1 in the first year. */
export const stakePerDay = 0.75 / 365;
/** Evidence at which an alarm is raised: once a year in 20 steady programmes at most. */
export const alarmEvidence = 20;
/** Above this a bet has won for good; it keeps the figure finite. */
export const largestBet = 1e200;

/** What the data say against "nothing changed", as odds: 1 is nothing, 20 an alarm. */
export interface Evidence {
  readonly evidence: number;
  readonly up: number;
  readonly down: number;
}

/** `bets` holds for each size the bet on a rise and the bet on a fall. */
export function evidenceOf(bets: Float64Array): Evidence {
  let up = 0;
  let down = 0;
  for (let j = 0; j < sizeShares.length; j += 1) {
    up += sizeShares[j]! * bets[2 * j]!;
    down += sizeShares[j]! * bets[2 * j + 1]!;
  }
  return { evidence: (up + down) / 2, up, down };
}

/** What a detector keeps between answers: numbers only, so that a store can hold it. */
export interface DetectorState {
  readonly bets: readonly number[];
  readonly sums: readonly number[];
  readonly n: number;
  readonly middle: number;
  readonly spread: number;
  readonly power: number;
  /** Ends of the values. */
  readonly range: { readonly min: number; readonly max: number };
}
