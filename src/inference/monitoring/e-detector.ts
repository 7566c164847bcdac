import { CandorError } from '../../errors/index.ts';
import {
  changeSizes,
  type DetectorState,
  type Evidence,
  evidenceOf,
  largestBet,
  stakeAtStart,
  stakePerDay,
} from './bets.ts';

/** Ends of the values that an answer can have, in the unit of the metric. */
export interface ValueRange {
  readonly min: number;
  readonly max: number;
}

const columns = 2 * changeSizes.length;
/** Scores have few levels, and their exponentials are looked up; a continuous value is computed. */
const mostLevels = 256;

/**
 * Has the level of a stream of answers changed since its baseline? Evidence that may be looked at after every answer: a
 * mixture of Shiryaev-Roberts e-detectors over seven sizes of change, both directions and every day on which it may have
 * begun. The baseline is a bag that keeps growing, so its own uncertainty is inside the evidence. One answer costs the same
 * whether it is the hundredth or the millionth. Values are in the unit of the metric; results do not depend on it.
 *
 * Assumes that answers are exchangeable while nothing changes; with accounts that answer together each factor is raised to
 * 1 / design effect. With an estimated baseline the yearly bound of 1/20 is one of simulation (1.0 to 4.0 % of steady years
 * alarm), with a known target (TargetDetector) one of proof. Refuses values outside the range (CND_ARGUMENT).
 * Sources: Shin, Ramdas and Rinaldo 2024, DOI 10.51387/23-NEJSDS51; Vovk, Gammerman and Shafer 2022,
 * DOI 10.1007/978-3-031-06649-8.
 * @example EDetector.start(Array.from({ length: 90 }, (_, i) => i % 2), { min: 0, max: 1 }).evidence().evidence // => 0.25
 */
export class EDetector {
  readonly #bets: Float64Array;
  readonly #sums: Float64Array;
  readonly #rates: Float64Array;
  readonly #levels = new Map<number, Float64Array>();
  readonly #middle: number;
  readonly #spread: number;
  readonly #power: number;
  readonly #range: ValueRange;
  #n: number;

  private constructor(state: DetectorState) {
    this.#bets = Float64Array.from(state.bets);
    this.#sums = Float64Array.from(state.sums);
    this.#n = state.n;
    this.#middle = state.middle;
    this.#spread = state.spread;
    this.#power = state.power;
    this.#range = state.range;
    this.#rates = Float64Array.from(changeSizes, (size) => size / state.spread);
  }

  /** From the answers of the baseline, with one more at each end and in the middle of the range: no score is impossible. */
  static start(baseline: Iterable<number>, range: ValueRange, designEffect = 1): EDetector {
    requireDesignEffect(designEffect);
    const bag = [range.min, (range.min + range.max) / 2, range.max];
    for (const value of baseline) bag.push(checked(value, range));
    const middle = bag.reduce((sum, value) => sum + value, 0) / bag.length;
    const spread = Math.sqrt(bag.reduce((sum, value) => sum + (value - middle) ** 2, 0) / bag.length);
    const detector = new EDetector({
      bets: new Array<number>(columns).fill(stakeAtStart),
      sums: new Array<number>(columns).fill(0),
      n: bag.length,
      middle,
      spread,
      power: 1 / designEffect,
      range,
    });
    for (const value of bag) detector.#put(detector.#factors(value));
    return detector;
  }

  /** Goes on where a store left it. */
  static from(state: DetectorState): EDetector {
    return new EDetector(state);
  }

  /** Time passes, with or without answers: a change may begin on any day. Before the answers of the day. */
  passDays(days = 1): void {
    for (let i = 0; i < columns; i += 1) this.#bets[i]! += stakePerDay * days;
  }

  /** One more answer, judged beside all before it. */
  observe(value: number): void {
    const factors = this.#factors(value);
    this.#n += 1;
    this.#put(factors);
    for (let i = 0; i < columns; i += 1) {
      const ratio = (factors[i]! * this.#n) / this.#sums[i]!;
      const won = this.#bets[i]! * (this.#power === 1 ? ratio : ratio ** this.#power);
      this.#bets[i] = won > largestBet ? largestBet : won;
    }
  }

  evidence(): Evidence {
    return evidenceOf(this.#bets);
  }

  state(): DetectorState {
    return {
      bets: [...this.#bets],
      sums: [...this.#sums],
      n: this.#n,
      middle: this.#middle,
      spread: this.#spread,
      power: this.#power,
      range: this.#range,
    };
  }

  #put(factors: Float64Array): void {
    for (let i = 0; i < columns; i += 1) this.#sums[i]! += factors[i]!;
  }

  #factors(value: number): Float64Array {
    const known = this.#levels.get(value);
    if (known) return known;
    const inside = checked(value, this.#range);
    const made = new Float64Array(columns);
    this.#rates.forEach((rate, j) => {
      const away = rate * (inside - this.#middle);
      made[2 * j] = Math.exp(away);
      made[2 * j + 1] = Math.exp(-away);
    });
    if (this.#levels.size < mostLevels) this.#levels.set(value, made);
    return made;
  }
}

export function requireDesignEffect(designEffect: number): void {
  if (designEffect >= 1 && designEffect < Number.POSITIVE_INFINITY) return;
  throw new CandorError('CND_ARGUMENT', `a detector: designEffect needs 1 or more, got ${designEffect}`, {
    argument: 'designEffect',
  });
}

export function checked(value: number, { min, max }: ValueRange): number {
  if (value >= min && value <= max) return value;
  throw new CandorError('CND_ARGUMENT', `a monitored value needs ${min} to ${max}, got ${value}`, {
    argument: 'value',
    value,
    min,
    max,
  });
}
